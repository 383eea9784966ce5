// The heart of a rotation: add, prove, store; and take back what was added where one of these fails.
import { foreseenErrors } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { ownPasswordName } from '../plan/own-password.js';
import type { Decision, StoredVersion } from '../plan/rotation-decision.js';
import { formatInstant } from '../render/expiry.js';
import { addPassword, removeStrays } from './add-password.js';
import { provePassword } from './prove-password.js';
import { type Removals, removeFreshPassword, removeOutdated } from './remove-password.js';
import type { RotationRun } from './rotation-run.js';
import { advisingAll, describeLeft, describeTakenBack, describeUnknown } from './rotation-state.js';
import { type StoreResult, storePassword } from './store-password.js';

const DAY_SECONDS = 24 * 60 * 60;

/** What is renewed. */
export interface RenewOrder {
	readonly before: StoredVersion | undefined;
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
export async function renewSecret(run: RotationRun, { before, decision }: RenewOrder): Promise<Renewed> {
	const { ports, rotation, options } = run;
	const { log, clock } = ports;
	const displayName = ownPasswordName(rotation.secret, ports.randomBytes(4));
	const expires = Math.floor(clock.nowMs() / 1000) + options.validDays * DAY_SECONDS;
	const { added, isUnsure } = await addPassword(run, { displayName, expires });
	const { keyId } = added;
	const result = await proveAndStore(run, added, { before, decision });
	if (result.kind === 'failed') {
		const { error, isHeld } = result;
		throw advisingAll(error, await undo(run, { keyId, displayName, isUnsure, isHeld }));
	}
	log.info(`Stored: version ${result.version} of secret ${rotation.secret.name}.`);
	const removals = await removeOutdated(run, decision.outdated);
	const strays = isUnsure ? await removeStrays(run, displayName, keyId).catch(foreseenNothing) : [];
	const removed = [...removals.removed, ...strays];
	return { keyId, version: result.version, expires: added.expires, removals: { ...removals, removed } };
}

// Whatever it is that did not show up, a later run removes it.
function foreseenNothing(error: unknown): readonly string[] {
	foreseenErrors(error);
	return [];
}

async function proveAndStore(run: RotationRun, added: AddedPassword, order: RenewOrder): Promise<StoreResult> {
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
	return storePassword(run, { added, before, previousId: decision.previousId });
}

/** What was added, and what is known of it. */
interface Undone {
	readonly keyId: string;
	readonly displayName: string;
	readonly isUnsure: boolean;
	/** Does the vault hold it? */
	readonly isHeld: 'no' | 'unknown';
}

/** Takes back what was added, and says how things are then. */
async function undo(run: RotationRun, { keyId, displayName, isUnsure, isHeld }: Undone): Promise<string> {
	if (isHeld === 'unknown') return describeUnknown(run, keyId);
	try {
		const removal = await removeFreshPassword(run, keyId);
		if (isUnsure) await removeStrays(run, displayName);
		if (removal === 'removed') return describeTakenBack(keyId);
	} catch (error) {
		for (const one of foreseenErrors(error)) run.ports.log.info(`Could not be taken back: ${one.message}`);
	}
	return describeLeft(run, keyId);
}
