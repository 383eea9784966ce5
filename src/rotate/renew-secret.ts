// The heart of a rotation: add, prove, store; and take back what was added if one of these fails.
import { expectedErrors } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { ownPasswordName } from '../plan/own-password.js';
import type { Decision, StoredVersion } from '../plan/rotation-decision.js';
import { formatInstant } from '../time.js';
import { addPassword, removeStrays } from './add-password.js';
import { provePassword } from './prove-credential.js';
import { makeRoom, type Removals, removeFreshPassword, removeOutdated } from './remove-password.js';
import type { RotationRun } from './rotation-run.js';
import { advisingAll, describeLeft, describeTakenBack, describeUnknown, type LeftBehind } from './rotation-state.js';
import { type StoreResult, storePassword } from './store-password.js';

const DAY_SECONDS = 24 * 60 * 60;

/** What is renewed. */
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
export async function renewSecret(run: RotationRun, order: RenewRequest): Promise<Renewed> {
	const { ports, rotation, options } = run;
	const { outdated } = order.decision;
	const displayName = ownPasswordName(rotation.secret, ports.randomBytes(4));
	const expires = order.nowSeconds + options.validDays * DAY_SECONDS;
	const room = makeRoom(run, outdated);
	const { added, unconfirmed } = await addPassword(run, { displayName, expires }, room);
	const { keyId } = added;
	const result = await proveAndStore(run, added, order);
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

// Whatever it is that did not show up, a later run removes it.
function expectedNothing(error: unknown): readonly string[] {
	expectedErrors(error);
	return [];
}

async function proveAndStore(run: RotationRun, added: AddedPassword, order: RenewRequest): Promise<StoreResult> {
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
	const { before, decision } = order;
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
