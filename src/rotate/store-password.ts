// The new client secret as the vault's new version, and what is known where that fails.
import { ActionError, expectedErrors } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { once, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import { write } from '../http/write.js';
import { askVault, type VaultRequest } from '../keyvault/ask-vault.js';
import { decodeStoredVersion, readStoredVersion, setSecretRequest } from '../keyvault/stored-version.js';
import { CREDENTIAL_ID, credentialIdOf, type StoredVersion } from '../plan/rotation-decision.js';
import { makeTags } from '../plan/version-tags.js';
import { type RotationRun, type RotationStage, withDeadline } from './rotation-run.js';

/** What is stored. */
export interface StoreOptions {
	readonly added: AddedPassword;
	/** The version that was current when the rotation was decided. */
	readonly before: StoredVersion | undefined;
	readonly previousId: string | undefined;
}

/** What came of it. */
export type StoreResult =
	| { readonly kind: 'stored'; readonly version: string }
	/** `isHeld`: whether the vault holds the new client secret all the same, or may come to hold it. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isHeld: 'no' | 'unknown' };

/** Stores the new client secret. After a write that got no answer, the vault is asked what it holds. */
export async function storePassword(run: RotationRun, order: StoreOptions): Promise<StoreResult> {
	const { keyId } = order.added;
	const vault = withDeadline(run.vault, run, 'storing');
	try {
		await readUnchanged(run, order, 'storing');
	} catch (error) {
		return { kind: 'failed', error, isHeld: 'no' };
	}
	const result = await write<string>(
		{
			sendOnce: async (context) => {
				const body = await askVault(makeQuestion(run, order), { ...vault, context });
				return decodeStoredVersion(body, run.rotation.secret).version;
			},
			look: async () => {
				const now = await readUnchanged(run, order, 'all');
				return credentialIdOf(now, CREDENTIAL_ID) === keyId ? now?.version : undefined;
			},
			lookUntilMs: run.deadlineOf('all'),
			rules: VAULT_RETRY_RULES,
		},
		vault.context,
	);
	if (result.kind === 'done') return { kind: 'stored', version: result.value };
	const error = isOvertaken(result.unseen) ? result.unseen : result.error;
	return { kind: 'failed', error, isHeld: result.unanswered === 0 ? 'no' : 'unknown' };
}

// The last moment at which another run, or a person, can be noticed. A version that holds the new password is of this run.
async function readUnchanged(
	run: RotationRun,
	{ before, added }: StoreOptions,
	step: RotationStage,
): Promise<StoredVersion | undefined> {
	const now = await readStoredVersion(run.rotation.secret, withDeadline(run.vault, run, step));
	if (now?.version === before?.version || credentialIdOf(now, CREDENTIAL_ID) === added.keyId) return now;
	throw new ActionError({
		code: 'ROTATE_OVERTAKEN',
		title: 'Changed in the meantime',
		subject: `secret ${run.rotation.secret.name}`,
		problem: 'it was changed in the vault while this run was in progress.',
		hint: 'If two workflow runs can renew one client secret at the same time, give the workflow a "concurrency" group.',
	});
}

function isOvertaken(unseen: unknown): boolean {
	return unseen !== undefined && expectedErrors(unseen).every(({ code }) => code === 'ROTATE_OVERTAKEN');
}

function makeQuestion({ rotation, options }: RotationRun, { added, before, previousId }: StoreOptions): VaultRequest {
	const { keyId, secret: value, expires } = added;
	const { secret: identifier } = rotation;
	const tags = makeTags(before, { keyId, previousId, validDays: options.validDays });
	const version = { value, expires, contentType: before?.contentType ?? '', tags };
	return {
		identifier,
		operation: 'set',
		makeRequest: (token) => setSecretRequest(identifier, version, token),
		rules: once(VAULT_RETRY_RULES),
	};
}
