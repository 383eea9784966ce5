// The new client secret as the vault's new version, and what is known where that fails.
import { ActionError, foreseenErrors } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { watchAttempts } from '../http/refusals.js';
import { askVault, type VaultQuestion } from '../keyvault/ask-vault.js';
import { setSecretRequest } from '../keyvault/set-secret.js';
import { decodeStoredVersion, readStoredVersion } from '../keyvault/stored-version.js';
import { CREDENTIAL_ID, credentialIdOf, type StoredVersion } from '../plan/rotation-decision.js';
import { makeTags } from '../plan/version-tags.js';
import { type RotationRun, within } from './rotation-run.js';

/** A write that got no word may still be on its way: who asks too early gets a wrong answer. */
const ON_ITS_WAY_MS = 5_000;

/** What is stored. */
export interface StoreOrder {
	readonly added: AddedPassword;
	/** The version that was current when the rotation was decided. */
	readonly before: StoredVersion | undefined;
	readonly previousId: string | undefined;
}

/** What came of it. */
export type StoreResult =
	| { readonly kind: 'stored'; readonly version: string }
	/** `isHeld`: does the vault hold the new client secret all the same? */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isHeld: 'no' | 'unknown' };

/** Stores the new client secret. After a write that got no word, the vault is asked what it holds. */
export async function storePassword(run: RotationRun, order: StoreOrder): Promise<StoreResult> {
	const watched = watchAttempts({ ...run.context, deadlineMs: run.deadlineOf('storing') });
	try {
		await checkUnchanged(run, order.before);
		const body = await askVault(makeQuestion(run, order), { ...run.vault, context: watched.context });
		return { kind: 'stored', version: decodeStoredVersion(body, run.rotation.secret).version };
	} catch (error) {
		if (watched.onlyRefusals()) return { kind: 'failed', error, isHeld: 'no' };
		return askWhatIsHeld(run, order.added.keyId, error);
	}
}

// The last moment at which another run, or a person, can be noticed.
async function checkUnchanged(run: RotationRun, before: StoredVersion | undefined): Promise<void> {
	const now = await readStoredVersion(run.rotation.secret, within(run.vault, run, 'storing'));
	if (now?.version === before?.version) return;
	throw new ActionError({
		code: 'ROTATE_OVERTAKEN',
		title: 'Another one was faster',
		subject: `secret ${run.rotation.secret.name}`,
		problem: 'it was changed in the vault while this run was at work.',
		hint: 'Where two runs renew one client secret at the same time, give their workflow a "concurrency" group.',
	});
}

function makeQuestion({ rotation, options }: RotationRun, { added, before, previousId }: StoreOrder): VaultQuestion {
	const { keyId, secret: value, expires } = added;
	const { secret: identifier } = rotation;
	const tags = makeTags(before, { keyId, previousId, validDays: options.validDays });
	const version = { value, expires, contentType: before?.contentType ?? '', tags };
	return { identifier, operation: 'set', makeRequest: (token) => setSecretRequest(identifier, version, token) };
}

async function askWhatIsHeld(run: RotationRun, keyId: string, error: unknown): Promise<StoreResult> {
	foreseenErrors(error);
	await run.ports.clock.sleep(ON_ITS_WAY_MS);
	try {
		const now = await readStoredVersion(run.rotation.secret, within(run.vault, run, 'all'));
		if (now === undefined || credentialIdOf(now, CREDENTIAL_ID) !== keyId)
			return { kind: 'failed', error, isHeld: 'no' };
		return { kind: 'stored', version: now.version };
	} catch (unread) {
		foreseenErrors(unread);
		return { kind: 'failed', error, isHeld: 'unknown' };
	}
}
