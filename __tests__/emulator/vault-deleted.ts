// Deletion of secrets, keys and certificates, and what undoes it: both take their time.
// https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
import { type Answer, jsonAnswer } from './exchange.js';
import type { DeletedObject, Shelf } from './shelf.js';
import type { StoredObject, StoredVersion } from './stored-objects.js';
import {
	certificateBundle,
	certificateItem,
	deletedKeyBundle,
	deletionOf,
	keyBundle,
	keyItem,
	NEWEST_VIEW,
	secretItem,
	secretWithoutValue,
} from './vault-bundles.js';
import type { VaultCall } from './vault-call.js';
import { deletedNotFound, managedByCertificate, nameNotFree, notFound } from './vault-refusals.js';

function shelfOf({ store, collection }: VaultCall): Shelf<StoredVersion> {
	const shelf: unknown = collection === 'certificates' ? store.certificates.shelf : store[collection];
	return shelf as Shelf<StoredVersion>;
}

/** Answers `DELETE /COLLECTION/NAME`: at once it can no longer be read, and some seconds later it is shown as deleted. */
export function deleteObject(call: VaultCall): Answer {
	const { store, collection, name } = call;
	if (collection !== 'certificates' && store.findCertificate(name) !== undefined) {
		return managedByCertificate(collection, 'delete');
	}
	store.certificates.record(name);
	const shelf = shelfOf(call);
	const state = shelf.state(name);
	if (state !== 'in use') return notFound(collection, name);
	return jsonAnswer(200, describe(call, shelf.delete(name, store.delaysMs.deletion)));
}

/** Answers `GET /deletedCOLLECTION/NAME`. */
export function getDeleted(call: VaultCall): Answer {
	const { origin, collection, name } = call;
	const deleted = shelfOf(call).findDeleted(name);
	if (deleted === undefined) return deletedNotFound(collection, name);
	const newest = deleted.versions.at(-1) as StoredObject | undefined;
	const isKey = newest !== undefined && 'publicKey' in newest;
	const bundle = isKey ? deletedKeyBundle(origin, newest) : bundleOf(call, newest);
	return jsonAnswer(200, { ...deletionOf(deleted, origin, collection), ...bundle });
}

/** Answers `POST /deletedCOLLECTION/NAME/recover`: some seconds later it can be read again. */
export function recoverObject(call: VaultCall): Answer {
	const { store, collection, name } = call;
	const shelf = shelfOf(call);
	const state = shelf.state(name);
	if (state === 'being deleted') return nameNotFree(collection, name, state);
	const deleted = shelf.findDeleted(name);
	if (deleted === undefined) return deletedNotFound(collection, name);
	shelf.recover(name, store.delaysMs.recovery);
	return jsonAnswer(200, bundleOf(call, deleted.versions.at(-1)));
}

/** Answers `DELETE /deletedCOLLECTION/NAME`: nobody can have it back. */
export function purgeObject(call: VaultCall): Answer {
	const shelf = shelfOf(call);
	if (shelf.findDeleted(call.name) === undefined) return deletedNotFound(call.collection, call.name);
	shelf.purge(call.name);
	if (call.collection === 'certificates') call.store.certificates.forget(call.name);
	return { status: 204, headers: {}, body: '' };
}

/** Answers `GET /deletedCOLLECTION`, on one page. */
export function listDeleted(call: VaultCall): Answer {
	const { origin, collection } = call;
	const value = shelfOf(call)
		.allDeleted()
		.map((deleted) => ({ ...deletionOf(deleted, origin, collection), ...itemOf(call, deleted.versions.at(-1)) }));
	return jsonAnswer(200, { value, nextLink: null });
}

function describe(call: VaultCall, deleted: DeletedObject<StoredVersion>): object {
	return { ...deletionOf(deleted, call.origin, call.collection), ...bundleOf(call, deleted.versions.at(-1)) };
}

function bundleOf({ store, origin }: VaultCall, object: StoredVersion | undefined): object {
	const stored = object as StoredObject;
	if ('publicKey' in stored) return keyBundle(origin, stored);
	if (!('certificate' in stored)) return secretWithoutValue(origin, stored);
	return certificateBundle(origin, stored, { record: store.certificates.known(stored.name), ...NEWEST_VIEW });
}

function itemOf({ origin }: VaultCall, object: StoredVersion | undefined): object {
	const stored = object as StoredObject;
	if ('publicKey' in stored) return keyItem(origin, stored, false);
	return 'certificate' in stored ? certificateItem(origin, stored, false) : secretItem(origin, stored, false);
}
