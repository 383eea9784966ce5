// One line from the look at the vault to what came of it: compared first, written if it differs, and told truly.
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { MAX_TAGS } from '../input/set-modifiers.js';
import { askVault } from '../keyvault/ask-vault.js';
import { deletedObjectRequest } from '../keyvault/change-requests.js';
import type { CurrentVersion } from '../keyvault/current-version.js';
import { withSetRoles } from '../keyvault/vault-error.js';
import { DELETED } from '../keyvault/write-advice.js';
import { describeIdentifier, type Identifier, vaultHost } from '../plan/identifier.js';
import { accessUntil, type SetRun } from './set-run.js';
import { describeNotDisabled, describeState, NOTHING_WRITTEN } from './set-state.js';
import type { Difference, WriteTarget } from './write-target.js';
import { disableVersion, recoverObject, writeVersion } from './write-version.js';

/** Result of a line. Versions have 32 hex digits. */
export type Outcome =
	| {
			readonly kind: 'written';
			readonly version: string;
			readonly differences: readonly Difference[];
			/** The version before, if it was disabled. */
			readonly disabled: string | undefined;
	  }
	| { readonly kind: 'unchanged'; readonly version: string }
	/** The result of a dry run: what would have been written. */
	| {
			readonly kind: 'expected';
			/** The current version; undefined if there is none. */
			readonly version: string | undefined;
			readonly differences: readonly Difference[];
			/** Whether the object would be recovered first. */
			readonly isDeleted: boolean;
	  }
	| { readonly kind: 'failed'; readonly errors: readonly ActionError[] };

/** Writes what a line asks for, if the vault does not hold it. Never throws an expected error: it is the outcome. */
export async function setObject<C extends CurrentVersion>(run: SetRun, target: WriteTarget<C>): Promise<Outcome> {
	try {
		const current = await orNothingWritten(target.read(accessUntil(run, 'write')));
		return await compareAndWrite(run, target, { current, mayRecover: run.options.recover });
	} catch (error) {
		return { kind: 'failed', errors: withSetRoles(error, target.object).errors };
	}
}

interface Before<C> {
	/** Undefined if the vault has no such object. */
	readonly current: C | undefined;
	readonly mayRecover: boolean;
}

async function compareAndWrite<C extends CurrentVersion>(
	run: SetRun,
	target: WriteTarget<C>,
	{ current, mayRecover }: Before<C>,
): Promise<Outcome> {
	const differences = target.compare(current);
	if (current !== undefined && differences.length === 0) return { kind: 'unchanged', version: current.version };
	checkRoomForTags(target, current);
	if (run.options.dryRun) return tryOut(run, target, { current, differences });
	const written = await writeVersion(run, target, current);
	if (written.kind === 'written') {
		const disabled = await disablePrevious(run, target, { current, version: written.version });
		return { kind: 'written', version: written.version, differences, disabled };
	}
	const { error, state } = written;
	const isDeleted = state === 'refused' && expectedErrors(error).some(({ code }) => code === DELETED);
	if (!isDeleted) throw advising(error, describeState(state, { current, isMade: target.isMade }));
	if (!mayRecover) throw advising(error, `${RECOVER_HINT} ${NOTHING_WRITTEN}`);
	run.ports.log.info(
		`${describeIdentifier(target.object)}: a deleted object holds this name, so it is recovered first.`,
	);
	const recovered = await orNothingWritten(recoverObject(run, target));
	return compareAndWrite(run, target, { current: recovered, mayRecover: false });
}

const RECOVER_HINT = 'With the input recover set to true, the action recovers it first.';

/** @throws ActionError if the version would have more tags than a vault takes */
function checkRoomForTags<C extends CurrentVersion>(target: WriteTarget<C>, current: C | undefined): void {
	const count = Object.keys(target.tags(current)).length;
	if (count <= MAX_TAGS) return;
	throw new ActionError({
		code: 'SET_TOO_MANY_TAGS',
		title: 'Too many tags',
		subject: describeIdentifier(target.object),
		problem: `with the tags of its current version, the new one would have ${count}, and a version holds ${MAX_TAGS}.`,
		hint: `Remove tags of the current version, or leave out some of the line's. ${NOTHING_WRITTEN}`,
	});
}

interface Trial<C> {
	readonly current: C | undefined;
	readonly differences: readonly Difference[];
}

async function tryOut<C extends CurrentVersion>(
	run: SetRun,
	{ object }: WriteTarget<C>,
	{ current, differences }: Trial<C>,
): Promise<Outcome> {
	const isDeleted = current === undefined && (await isDeletedObject(run, object));
	if (isDeleted && !run.options.recover) throw deletedError(object);
	return { kind: 'expected', version: current?.version, differences, isDeleted };
}

// A run that may not see what is deleted learns of it when the line is written.
async function isDeletedObject(run: SetRun, identifier: Identifier): Promise<boolean> {
	try {
		await askVault(
			{ identifier, makeRequest: (token) => deletedObjectRequest(identifier, token) },
			accessUntil(run, 'all'),
		);
		return true;
	} catch (error) {
		expectedErrors(error);
		return false;
	}
}

function deletedError(object: Identifier): ActionError {
	return new ActionError({
		code: DELETED,
		title: `${vaultHost(object.vaultUrl)}: deleted, but not purged`,
		subject: describeIdentifier(object),
		problem: 'it has been deleted and can still be recovered, so the name is still taken.',
		hint: `${RECOVER_HINT} ${NOTHING_WRITTEN}`,
	});
}

async function disablePrevious<C extends CurrentVersion>(
	run: SetRun,
	{ object }: WriteTarget<C>,
	{ current, version }: { readonly current: C | undefined; readonly version: string },
): Promise<string | undefined> {
	if (!run.options.disablePrevious || !current?.enabled) return undefined;
	const previous = { ...object, version: current.version };
	try {
		await disableVersion(run, previous);
		return current.version;
	} catch (error) {
		throw advising(error, describeNotDisabled(previous, version));
	}
}

async function orNothingWritten<T>(promise: Promise<T>): Promise<T> {
	return promise.catch((error: unknown) => {
		throw advising(error, NOTHING_WRITTEN);
	});
}

function advising(error: unknown, advice: string): ActionErrors {
	return new ActionErrors(expectedErrors(error).map((one) => one.advising(advice)));
}
