// Undoes a rotation that fails before its new version is there, and says what is left.
import { ActionError, expectedErrors } from '../../errors.js';
import { type KeyAccess, removeKey } from '../../graph/application-keys.js';
import { deletePending, readPending } from '../../keyvault/pending-certificate.js';
import { setPolicy } from '../../keyvault/stored-certificate.js';
import { advisingRoles, type CertificateRun, vaultUntil } from './certificate-run.js';
import {
	describeMaybeMerged,
	describeUndone,
	isOvertaken,
	type LostKey,
	type UndoneParts,
} from './certificate-state.js';
import { type CurrentVersion, readCurrent } from './find-certificate.js';
import { clearNote } from './finish-certificate.js';
import { isOpen, type RequestedKey } from './request-key.js';

/** A key credential that was added. */
export interface AddedKey {
	readonly keyId: string;
	/** To the application's keys, by the version that is current. */
	readonly access: KeyAccess;
	/** Whether the current version has a note of it. */
	readonly isNoted: boolean;
}

/** Progress of a rotation. */
export interface Progress {
	/** The request for a new key, which is pending. */
	readonly requested: RequestedKey;
	key?: AddedKey;
	/** The certificate that may have been added: there was no answer. */
	lost?: LostKey;
	/** Whether the new version may be there, or may come to be: then all that it needs stays. */
	isMaybeMerged?: boolean;
}

/**
 * Undoes what was done, in such an order that a run that is interrupted leaves what the next one recognizes; and says how
 * things are then. What belongs to a run that was faster stays as it is.
 */
export async function undoRotation(
	run: CertificateRun,
	current: CurrentVersion,
	{ requested, key, lost, isMaybeMerged, error }: Progress & { readonly error: unknown },
): Promise<string> {
	if (isMaybeMerged && key !== undefined) return describeMaybeMerged(run, current, key.keyId);
	const { version } = current;
	const isOthers = isOvertaken(error);
	const request = isOthers
		? await withdrawRequest(run, current, requested)
		: await undoRequest(run, current, requested);
	const isRemoved = key !== undefined && (await tried(run, () => removeFreshKey(run, key)));
	// The note of another run is not this one's to take away.
	if (isRemoved && !isOthers) await tried(run, () => clearNote(run, version));
	const keyState =
		key && ({ keyId: key.keyId, state: isRemoved ? 'removed' : key.isNoted ? 'noted' : 'left' } as const);
	return describeUndone(run, { lost, request, key: keyState });
}

/** Graph knows a new key after some seconds; until then it says that there is none. */
const FRESH_DELAYS_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000];

async function removeFreshKey(run: CertificateRun, { keyId, access }: AddedKey): Promise<void> {
	const { clock } = run.ports;
	const keys = { ...access, context: { ...access.context, deadlineMs: run.deadlineOf('all') } };
	for (const delayMs of FRESH_DELAYS_MS) {
		if ((await removeKey(keyId, keys)) === 'removed') return;
		if (clock.nowMs() + delayMs >= run.deadlineOf('all')) break;
		await clock.sleep(delayMs);
	}
	if ((await removeKey(keyId, keys)) === 'unknown') throw unknownKeyError(run, keyId);
}

function unknownKeyError({ rotation }: CertificateRun, keyId: string): ActionError {
	return new ActionError({
		code: 'ROTATE_KEY_UNKNOWN',
		title: 'The new key credential is not known yet',
		subject: `application ${rotation.appId}`,
		problem: `Microsoft Graph does not know key credential ${keyId} yet, which it has just added.`,
	});
}

async function tried(run: CertificateRun, action: () => Promise<void>): Promise<boolean> {
	try {
		await action();
		return true;
	} catch (error) {
		for (const one of expectedErrors(error)) run.ports.log.info(`Could not be undone: ${one.message}`);
		return false;
	}
}

async function undoRequest(
	run: CertificateRun,
	{ policy }: CurrentVersion,
	requested: RequestedKey,
): Promise<UndoneParts['request']> {
	const isUndone = await tried(run, async () => {
		await dropRequest(run, requested);
		await advisingRoles(run, setPolicy(run.rotation.certificate, policy, vaultUntil(run, 'all')));
	});
	return isUndone ? 'dropped' : 'left';
}

// The policy is by now that of whoever was faster. A run that notes its key on the same version may use the same request.
async function withdrawRequest(
	run: CertificateRun,
	{ version }: CurrentVersion,
	requested: RequestedKey,
): Promise<UndoneParts['request']> {
	if (!requested.isOwn) return 'kept';
	let isDropped = false;
	const isTried = await tried(run, async () => {
		const now = await readCurrent(run, 'all');
		isDropped = now.version !== version && (await dropRequest(run, requested));
	});
	if (!isTried) return 'left';
	return isDropped ? 'withdrawn' : 'kept';
}

/** Deletes the request, if it is still pending and not another one. */
async function dropRequest(run: CertificateRun, { requestId }: RequestedKey): Promise<boolean> {
	const { certificate: item } = run.rotation;
	const vault = vaultUntil(run, 'all');
	const pending = await readPending(item, vault);
	if (!isOpen(pending) || pending.requestId !== requestId) return false;
	await advisingRoles(run, deletePending(item, vault));
	return true;
}
