// Outcome of a rotation, as it leaves the step: outputs, warnings and the table of the summary.
import { exportAll } from '../export/export-all.js';
import { annotateAll } from '../export/step-log.js';
import { type SummaryTable, writeSummary } from '../export/summary.js';
import { vaultHost } from '../plan/identifier.js';
import { CREDENTIAL_ID, credentialIdOf } from '../plan/rotation-decision.js';
import type { Annotation } from '../ports.js';
import { formatInstant } from '../time.js';
import type { Removals } from './passwords.js';
import type { Renewed } from './renew-secret.js';
import type { RotationRun } from './rotation-run.js';
import { advisingAll, describeByHand, describeComplete } from './rotation-state.js';
import { type Found, findMissingPassword, findPasswordWarnings, namedIds } from './rotation-text.js';

/** The client secret that the vault holds at the end; texts are empty if there is nothing. */
export interface Outcome {
	readonly isRotated: boolean;
	readonly version: string;
	readonly expires: string;
	readonly keyId: string;
	readonly removals: Removals;
}

/** Nothing was renewed: what was there is there. */
export function keptOutcome({ stored }: Found, removals: Removals): Outcome {
	return {
		isRotated: false,
		version: stored?.version ?? '',
		expires: formatInstant(stored?.expires),
		keyId: credentialIdOf(stored, CREDENTIAL_ID) ?? '',
		removals,
	};
}

/** The client secret was renewed. */
export function renewedOutcome({ version, expires, keyId, removals }: Renewed): Outcome {
	return { isRotated: true, version, expires: formatInstant(expires), keyId, removals };
}

/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors if the outputs could not be written, which changes nothing about what was done
 */
export async function exportOutcome(run: RotationRun, found: Found, outcome: Outcome): Promise<void> {
	const { ports, options } = run;
	const { isRotated, version, expires, keyId } = outcome;
	const outputs = [
		{ name: 'rotated', value: `${isRotated}` },
		{ name: 'version', value: version },
		{ name: 'expires-on', value: expires },
		{ name: 'key-id', value: keyId },
	];
	try {
		await exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
	} catch (error) {
		throw advisingAll(error, describeComplete(run, outcome));
	}
	annotateAll(ports.log, 'warning', findWarnings(run, found, outcome));
	if (options.summary) await writeSummary(makeTable(run, outcome), ports);
}

function findWarnings(
	run: RotationRun,
	{ stored, passwords, decision }: Found,
	outcome: Outcome,
): readonly Annotation[] {
	const { rotation, options, ports } = run;
	const { isRotated, keyId, removals } = outcome;
	const outdated = decision.kind === 'busy' ? [] : decision.outdated;
	const previousIds = decision.kind === 'rotate' ? decision.previous.stay : [];
	const passwordOptions = {
		appId: rotation.appId,
		passwords,
		settled: [...namedIds(stored), keyId, ...outdated.map((one) => one.keyId), ...previousIds],
		nowMs: ports.clock.nowMs(),
		warningDays: options.renewBeforeDays,
	};
	return [
		...(isRotated || stored === undefined ? [] : findMissingPassword(stored, passwordOptions)),
		...findPasswordWarnings(passwordOptions),
		...warnOfLeft(run, removals.left),
	];
}

function warnOfLeft(run: RotationRun, left: readonly string[]): readonly Annotation[] {
	if (left.length === 0) return [];
	return [
		{
			title: 'Outdated passwords are left',
			text: `Application ${run.rotation.appId} still has outdated passwords of this action, which could not be removed: ${left.join(', ')}. They work until they expire. The next run removes them; by hand: ${describeByHand(run)}`,
		},
	];
}

// One row, no values.
function makeTable({ rotation, options }: RotationRun, outcome: Outcome): SummaryTable {
	const { isRotated, version, expires, keyId, removals } = outcome;
	const { appId, secret } = rotation;
	const renewed = isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due';
	const removed = removals.removed.join(', ');
	return {
		heading: 'Client secret',
		columns: ['Application', 'Secret', 'Vault', 'Renewed', 'Version', 'Expires', 'Key ID', 'Removed passwords'],
		rows: [[appId, secret.name, vaultHost(secret.vaultUrl), renewed, version, expires, keyId, removed]],
	};
}
