// Results of all lines: in the log, the outputs and the job summary, and never a value.
import { ActionErrors, expectedErrors } from '../errors.js';
import { exportAll } from '../export/export-all.js';
import { type SummaryTable, writeSummary } from '../export/summary.js';
import { describeLine } from '../input/line-grammar.js';
import { describeIdentifier, vaultHost } from '../plan/identifier.js';
import type { Ports } from '../ports.js';
import type { RenderedOutput } from '../render/rendered.js';
import { formatInstant } from '../time.js';
import type { Content } from './read-content.js';
import type { Outcome } from './set-object.js';
import type { Difference, WriteTarget } from './write-target.js';

/** A line, what it was to write, and what came of it. */
export interface LineResult {
	readonly content: Content;
	readonly target: Pick<WriteTarget, 'object' | 'expires'>;
	readonly outcome: Outcome;
}

const REASONS: Readonly<Record<Difference, string>> = {
	new: 'the vault had none',
	made: 'its value is new in each run',
	disabled: 'the version before is disabled',
	value: 'the value differs',
	certificate: 'the certificate differs',
	type: 'the type differs',
	end: 'the expiry date differs',
	tags: 'the tags differ',
	'not-exportable': 'its key was exportable',
};

/** One line for the log. */
export function describeResult({ target, outcome }: Omit<LineResult, 'content'>): string {
	const object = describeIdentifier(target.object);
	switch (outcome.kind) {
		case 'written': {
			const disabled = outcome.disabled === undefined ? '' : ` Version ${outcome.disabled} is disabled now.`;
			return `${object}: stored as version ${outcome.version}, because ${listReasons(outcome.differences)}.${disabled}`;
		}
		case 'unchanged':
			return `${object}: unchanged, version ${outcome.version}.`;
		case 'expected':
			return outcome.isDeleted
				? `${object}: a dry run; it would be recovered first, and a new version stored if it differs.`
				: `${object}: a dry run; a new version would be stored, because ${listReasons(outcome.differences)}.`;
		case 'failed':
			return `${object}: failed. The error says why, and what the vault holds.`;
		default:
			throw outcome satisfies never;
	}
}

function listReasons(differences: readonly Difference[]): string {
	return differences.map((one) => REASONS[one]).join(' and ');
}

/**
 * Writes the outputs of the lines that did not fail, and the summary of all.
 * @throws ActionErrors of the lines that failed, and if the outputs could not be written
 */
export async function exportResults(
	results: readonly LineResult[],
	{ summary }: { readonly summary: boolean },
	ports: Ports,
): Promise<void> {
	const failures = results.flatMap(({ outcome }) => (outcome.kind === 'failed' ? outcome.errors : []));
	const outputs = results.flatMap(outputsOf);
	const exported = exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
	const errors = await exported.then(
		() => [],
		(error: unknown) => expectedErrors(error).map((one) => one.advising(KEPT)),
	);
	if (summary) await writeSummary(makeTable(results), ports);
	if (failures.length + errors.length > 0) throw new ActionErrors([...failures, ...errors]);
}

const KEPT = 'What was stored in the vault stays there: the log names each version.';

function outputsOf({ content, outcome }: LineResult): readonly RenderedOutput[] {
	if (outcome.kind === 'failed') return [];
	const { output } = content;
	const isShown = content.kind === 'secret' && content.modifiers.output && outcome.kind === 'written';
	return [
		...(isShown ? [{ name: output, value: content.value }] : []),
		{ name: `${output}-version`, value: outcome.version ?? '' },
		{ name: `${output}-changed`, value: `${outcome.kind !== 'unchanged'}` },
	];
}

const COLUMNS = ['Line', 'Object', 'Vault', 'Result', 'Version', 'Expires'];

const RESULTS: Readonly<Record<Outcome['kind'], string>> = {
	written: 'stored',
	unchanged: 'unchanged',
	expected: 'would be stored (dry run)',
	failed: 'failed',
};

/** Returns one row per line. */
export function makeTable(results: readonly LineResult[]): SummaryTable {
	const rows = results.map(({ content, target, outcome }) => [
		describeLine(content.line),
		describeIdentifier(target.object),
		vaultHost(target.object.vaultUrl),
		RESULTS[outcome.kind],
		(outcome.kind === 'failed' ? undefined : outcome.version) ?? '',
		outcome.kind === 'written' ? formatInstant(target.expires) : '',
	]);
	return { heading: 'Written to Azure Key Vault', columns: COLUMNS, rows };
}
