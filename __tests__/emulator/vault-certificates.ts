// Changes of certificates: new versions by request, merge and import, policies, tags.
// https://learn.microsoft.com/rest/api/keyvault/certificates
import { X509Certificate } from 'node:crypto';
import type { CertificateRecord } from './certificate-store.js';
import { type Answer, jsonAnswer } from './exchange.js';
import type { PendingOperation, VersionOptions } from './pending-operation.js';
import type { StoredCertificate, StoredVersion } from './stored-objects.js';
import { certificateBundle, NEWEST_VIEW, policyBundle, VERSION_VIEW } from './vault-bundles.js';
import { readBody, readProperties, type VaultCall } from './vault-call.js';
import {
	badParameter,
	cancelForbidden,
	nameNotFree,
	nameTaken,
	notFound,
	pendingNotFound,
	VaultRefusal,
} from './vault-refusals.js';
import type { VaultStore } from './vault-store.js';

const RETRY = { 'retry-after': '10' };

/** Answers `GET /certificates/NAME[/VERSION]`: other than secrets and keys, it is shown though it is disabled. */
export function getCertificate({ store, origin, name, version }: VaultCall): Answer {
	const stored = store.findCertificate(name, version) ?? findPlaceholder(store, name, version);
	if (stored === undefined) return notFound('certificates', version === undefined ? name : `${name}/${version}`);
	const view = version === undefined ? NEWEST_VIEW : VERSION_VIEW;
	return jsonAnswer(200, certificateBundle(origin, stored, { record: store.certificates.record(name), ...view }));
}

// Also once the request was deleted, as long as there is no version.
function findPlaceholder(store: VaultStore, name: string, version: string | undefined): StoredVersion | undefined {
	const placeholder = store.certificates.record(name)?.placeholder;
	if (placeholder === undefined || store.findCertificate(name) !== undefined) return undefined;
	return version === undefined || version.toLowerCase() === placeholder.version ? placeholder : undefined;
}

/** Answers `POST /certificates/NAME/create`: a request, which a later one completes or the vault itself does. */
export function createCertificate(call: VaultCall): Answer {
	const { store, origin, name, request } = call;
	const { policy } = readBody(call);
	const wanted = readVersionOptions(call);
	checkName(call);
	const pending = store.certificates.create(name, policy, wanted);
	const address = `${origin}/certificates/${store.certificates.record(name)?.name ?? name}`;
	const query = `api-version=${request.query.get('api-version')}&request_id=${pending.requestId}`;
	return jsonAnswer(202, pending.describe(address), { ...RETRY, location: `${address}/pending?${query}` });
}

/** Reads a request's settings for the version that it makes. @throws VaultRefusal if the service does not take it */
export function readVersionOptions(call: VaultCall): VersionOptions {
	const body = readBody(call);
	const { tags, enabled } = readProperties(body);
	// `preserveCertOrder` belongs to a later version of the service.
	const isKnown = !/^7\.[0-5]$/.test(call.request.query.get('api-version') ?? '');
	return {
		...(tags !== undefined && { tags }),
		...(enabled !== undefined && { enabled }),
		...(isKnown && body.preserveCertOrder !== undefined && { preserveCertOrder: body.preserveCertOrder === true }),
	};
}

/** @throws VaultRefusal if the name cannot become that of a certificate */
export function checkName({ store, name }: VaultCall): void {
	const state = store.certificates.shelf.state(name);
	if (state !== 'in use' && state !== 'free') throw new VaultRefusal(nameNotFree('certificates', name, state));
	for (const collection of ['secrets', 'keys'] as const) {
		const own = store[collection].state(name);
		if (own === 'in use') throw new VaultRefusal(nameTaken(name));
		if (own !== 'free') throw new VaultRefusal(nameNotFree(collection, name, own));
	}
}

function findPending({ store, name, request }: VaultCall): { record: CertificateRecord; pending: PendingOperation } {
	const record = store.certificates.record(name);
	const pending = record?.pending;
	const wanted = request.query.get('request_id');
	if (record === undefined || pending === undefined || (wanted !== null && wanted !== pending.requestId)) {
		throw new VaultRefusal(pendingNotFound(`Pending certificate not found: ${name}`));
	}
	return { record, pending };
}

/** Answers `GET /certificates/NAME/pending`. */
export function getPending(call: VaultCall): Answer {
	const { record, pending } = findPending(call);
	const headers = pending.status === 'inProgress' ? RETRY : {};
	return jsonAnswer(200, pending.describe(`${call.origin}/certificates/${record.name}`), headers);
}

/** Answers `DELETE /certificates/NAME/pending`. */
export function deletePending(call: VaultCall): Answer {
	const { record, pending } = findPending(call);
	record.pending = undefined;
	return jsonAnswer(200, pending.describe(`${call.origin}/certificates/${record.name}`));
}

/** Answers `PATCH /certificates/NAME/pending`: it is cancelled some seconds later. */
export function cancelPending(call: VaultCall): Answer {
	const { record, pending } = findPending(call);
	if (readBody(call).cancellation_requested !== true) return badParameter('Property has invalid value.');
	if (pending.status !== 'inProgress') return cancelForbidden();
	pending.cancelRequestedMs ??= call.store.nowMs();
	return jsonAnswer(200, pending.describe(`${call.origin}/certificates/${record.name}`));
}

/** Answers `POST /certificates/NAME/pending/merge`. */
export function mergeCertificate(call: VaultCall): Answer {
	const { store, origin, name, request } = call;
	const { x5c } = readBody(call);
	const wanted = readVersionOptions(call);
	// The body is looked at only if something is pending.
	if (store.certificates.record(name)?.pending?.status !== 'inProgress') store.certificates.merge(name, []);
	const chain = Array.isArray(x5c) ? x5c.map(readCertificate) : [];
	if (chain.length === 0) return badParameter('Property x5c has invalid value X5C must has at least one valid item');
	const stored = store.certificates.merge(name, chain, wanted);
	const location = `${origin}/certificates/${stored.name}?api-version=${request.query.get('api-version')}`;
	return jsonAnswer(201, shown(call, stored, NEWEST_VIEW), { location });
}

// DER in base64, or that text in base64 once more.
function readCertificate(text: unknown): Buffer {
	const bytes = Buffer.from(String(text), 'base64');
	for (const der of [bytes, Buffer.from(bytes.toString('latin1'), 'base64')]) {
		try {
			return new X509Certificate(der).raw;
		} catch {
			// Refused below.
		}
	}
	throw new VaultRefusal(badParameter('Property x5c has invalid value ASN1 bad tag value met.\r\n'));
}

/** Answers `PATCH /certificates/NAME[/VERSION]`: what is left out stays, tags replace all tags. */
export function updateCertificate(call: VaultCall): Answer {
	const { store, name, version } = call;
	const stored = store.findCertificate(name, version);
	const record = store.certificates.record(name);
	if (stored === undefined || record === undefined) {
		return notFound('certificates', version === undefined ? name : `${name}/${version}`);
	}
	const body = readBody(call);
	const { tags, enabled } = readProperties(body);
	if (body.policy !== undefined) store.certificates.changePolicy(record, body.policy);
	const updated = Math.max(stored.updated, Math.floor(store.nowMs() / 1000));
	const changes = { updated, ...(tags !== undefined && { tags }), ...(enabled !== undefined && { enabled }) };
	const changed = store.certificates.shelf.update(stored, changes);
	return jsonAnswer(200, shown(call, changed, { policy: version === undefined, pending: true }));
}

function shown({ store, origin, name }: VaultCall, stored: StoredCertificate, view: typeof NEWEST_VIEW): object {
	return certificateBundle(origin, stored, { record: store.certificates.record(name), ...view });
}

/** Answers `GET /certificates/NAME/policy`. */
export function getPolicy({ store, origin, name }: VaultCall): Answer {
	const record = store.certificates.record(name);
	return record === undefined ? notFound('certificates', name) : jsonAnswer(200, policyBundle(origin, record));
}

/** Answers `PATCH /certificates/NAME/policy`. */
export function updatePolicy(call: VaultCall): Answer {
	const { store, origin, name } = call;
	const record = store.certificates.record(name);
	if (record === undefined) return notFound('certificates', name);
	store.certificates.changePolicy(record, readBody(call));
	return jsonAnswer(200, policyBundle(origin, record));
}
