// The heart of a rotation: add, prove, store; and take back what was added if one of these fails.
import { ActionError, expectedErrors } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { once, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import { write } from '../http/write.js';
import { askVault, type VaultRequest } from '../keyvault/ask-vault.js';
import { decodeStoredVersion, readStoredVersion, setSecretRequest } from '../keyvault/stored-version.js';
import { ownPasswordName } from '../plan/own-password.js';
import { CREDENTIAL_ID, credentialIdOf, type Decision, type StoredVersion } from '../plan/rotation-decision.js';
import { makeTags } from '../plan/version-tags.js';
import { DAY_SECONDS, formatInstant } from '../time.js';
import {
	addPassword,
	makeRoom,
	type Removals,
	removeFreshPassword,
	removeOutdated,
	removeStrays,
} from './passwords.js';
import { provePassword } from './prove-credential.js';
import { type RotationRun, type RotationStage, withDeadline } from './rotation-run.js';
import { advisingAll, describeLeft, describeTakenBack, describeUnknown, type LeftBehind } from './rotation-state.js';

/** The secret to renew. */
export interface RenewRequest {
	readonly before: StoredVersion | undefined;
	/** By Graph's clock, in seconds since 1970. */
	readonly nowSeconds: number;
	readonly decision: Extract<Decision, { kind: 'rotate' }>;
}

/** A client secret that was renewed. */
export interface Renewed {
	readonly keyId: string;
	readonly version: string;
	/** In seconds since 1970. */
	readonly expires: number;
	readonly removals: Removals;
}

/**
 * Renews the client secret.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
export async function renewSecret(run: RotationRun, request: RenewRequest): Promise<Renewed> {
	const { ports, rotation, options } = run;
	const { outdated } = request.decision;
	const displayName = ownPasswordName(rotation.secret, ports.randomBytes(4));
	const expires = request.nowSeconds + options.validDays * DAY_SECONDS;
	const room = makeRoom(run, outdated);
	const { added, unconfirmed } = await addPassword(run, { displayName, expires }, room);
	const { keyId } = added;
	const result = await proveAndStore(run, added, request);
	if (result.kind === 'failed') {
		const { error, isHeld } = result;
		const left = { displayName, unconfirmed, room };
		throw advisingAll(error, isHeld === 'unknown' ? describeUnknown(run, keyId, left) : await undo(run, keyId, left));
	}
	ports.log.info(`Stored: version ${result.version} of secret ${rotation.secret.name}.`);
	const removals = await removeOutdated(
		run,
		outdated.filter((one) => !room.removedIds.includes(one.keyId)),
	);
	const strays = unconfirmed > 0 ? await removeStrays(run, displayName, keyId).catch(expectedNothing) : [];
	const removed = [...room.removedIds, ...removals.removed, ...strays];
	return { keyId, version: result.version, expires: added.expires, removals: { ...removals, removed } };
}

// A later run removes what did not show up.
function expectedNothing(error: unknown): readonly string[] {
	expectedErrors(error);
	return [];
}

async function proveAndStore(run: RotationRun, added: AddedPassword, request: RenewRequest): Promise<StoreResult> {
	const { keyId, expires } = added;
	const { log, clock } = run.ports;
	let startMs: number;
	try {
		await run.context.mask(added.secret);
		log.info(`Added to application ${run.rotation.appId}: password ${keyId}, until ${formatInstant(expires)}.`);
		startMs = clock.nowMs();
		await provePassword(run, added);
	} catch (error) {
		return { kind: 'failed', error, isHeld: 'no' };
	}
	const seconds = Math.round((clock.nowMs() - startMs) / 1000);
	log.info(`Proved: the application signed in with it twice in a row, after ${seconds} s.`);
	const { before, decision } = request;
	return storePassword(run, { added, before, previousId: decision.previous.keyId });
}

/** Takes back what was added, and says how things are then. */
async function undo(run: RotationRun, keyId: string, left: LeftBehind): Promise<string> {
	let { unconfirmed } = left;
	try {
		const removal = await removeFreshPassword(run, keyId);
		if (unconfirmed > 0) unconfirmed -= (await removeStrays(run, left.displayName)).length;
		if (removal === 'removed') return describeTakenBack(run, keyId, { ...left, unconfirmed });
	} catch (error) {
		for (const one of expectedErrors(error)) run.ports.log.info(`Could not be undone: ${one.message}`);
	}
	return describeLeft(run, keyId, { ...left, unconfirmed });
}

/** The version to store. */
interface StoreOptions {
	readonly added: AddedPassword;
	/** The version that was current when the rotation was decided. */
	readonly before: StoredVersion | undefined;
	readonly previousId: string | undefined;
}

/** Result of storing it. */
type StoreResult =
	| { readonly kind: 'stored'; readonly version: string }
	/** `isHeld`: whether the vault holds the new client secret all the same, or may come to hold it. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isHeld: 'no' | 'unknown' };

/** Stores the new client secret. After a write that got no answer, the vault is asked what it holds. */
async function storePassword(run: RotationRun, storing: StoreOptions): Promise<StoreResult> {
	const { keyId } = storing.added;
	const vault = withDeadline(run.vault, run, 'storing');
	try {
		await readUnchanged(run, storing, 'storing');
	} catch (error) {
		return { kind: 'failed', error, isHeld: 'no' };
	}
	const result = await write<string>(
		{
			sendOnce: async (context) => {
				const body = await askVault(makeVaultRequest(run, storing), { ...vault, context });
				return decodeStoredVersion(body, run.rotation.secret).version;
			},
			look: async () => {
				const now = await readUnchanged(run, storing, 'all');
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
	stage: RotationStage,
): Promise<StoredVersion | undefined> {
	const now = await readStoredVersion(run.rotation.secret, withDeadline(run.vault, run, stage));
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

function makeVaultRequest(
	{ rotation, options }: RotationRun,
	{ added, before, previousId }: StoreOptions,
): VaultRequest {
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
