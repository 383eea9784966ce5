// What the root action does once it has signed in: fetch -> render -> export. Loaded while the sign-in waits for its answer.
import { ActionErrors, checkAll, settle } from '../errors.js';
import { exportAll } from '../export/export-all.js';
import { annotateAll, describeErrors } from '../export/step-log.js';
import { makeFetchedTable, writeSummary } from '../export/summary.js';
import type { FetchOptions } from '../input/fetch-inputs.js';
import { type FetchResult, fetchItems } from '../keyvault/fetch-items.js';
import { type FailedReference, isMissing } from '../keyvault/vault-error.js';
import { describeIdentifier, vaultHost } from '../plan/identifier.js';
import { describePattern } from '../plan/pattern.js';
import type { Plan } from '../plan/plan.js';
import type { Annotation, Ports } from '../ports.js';
import { renderAll } from '../render/render-all.js';
import { outputNamesOf, type Rendered } from '../render/rendered.js';
import { findExpiring, findWarnings } from '../render/warnings.js';
import { formatInstant } from '../time.js';
import { makeResults } from './make-results.js';
import type { OpenSession } from './open-session.js';

/** What was decided, and the session that it is carried out in. */
export interface FetchOrder {
	readonly plan: Plan;
	readonly options: FetchOptions;
	readonly open: OpenSession;
}

/** @throws ActionErrors with everything that could not be fetched, rendered or written; nothing is exported then */
export async function fetchAndExport({ plan, options, open }: FetchOrder, ports: Ports): Promise<void> {
	const result = await fetchItems(plan, open);
	const { clock, machine, randomBytes } = ports;
	const context = { claims: plan.claims, platform: machine.platform, randomBytes };
	// What was fetched is looked at even if the rest was not, so that one run reports every mistake.
	const rendering = await settle(renderAll(result.fetched, context));
	const { missing, rendered } = checkAll({
		missing: () => checkComplete(ports, result, options),
		rendered: rendering,
	});
	const findings = { rendered, passedOver: result.patterns.flatMap(({ passedOver }) => passedOver) };
	const question = { nowMs: clock.nowMs(), warningDays: options.expiryWarningDays };
	const results = { expiring: findExpiring(findings, question), exportEnv: plan.exportEnv };
	await exportAll(await makeResults(rendered, results, ports), ports);
	logPatterns(ports, result);
	logRendered(ports, rendered);
	annotateAll(ports.log, 'warning', [...missing, ...findWarnings(findings, question)]);
	if (options.summary) await writeSummary(makeFetchedTable(rendered), ports);
}

/**
 * Warnings about what is missing and may be.
 * @throws ActionErrors with every other failure
 */
function checkComplete(ports: Ports, result: FetchResult, options: FetchOptions): readonly Annotation[] {
	const { failed } = result;
	if (failed.length === 0) return [];
	const ignored = options.ignoreMissing ? failed.filter(isMissing) : [];
	const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
	const fatal = failed.filter((one) => !ignored.includes(one));
	if (fatal.length === 0) return missing;
	annotateAll(ports.log, 'warning', missing);
	logPatterns(ports, result);
	logFailed(ports, fatal);
	throw new ActionErrors(fatal.flatMap(({ errors }) => errors));
}

function logFailed({ log }: Ports, failed: readonly FailedReference[]): void {
	const subjects = new Set(failed.map(({ subject, vaultUrl }) => `${subject} in ${vaultHost(vaultUrl)}`));
	log.info(`Nothing is exported, because ${subjects.size} could not be fetched:`);
	for (const subject of subjects) log.info(`  ${subject}`);
}

// What backs certificates is no choice of the user's, and there may be many: they are counted.
function logPatterns({ log }: Ports, { patterns }: FetchResult): void {
	for (const { line, count, left, passedOver } of patterns) {
		log.info(`${describePattern(line)} in ${vaultHost(line.vaultUrl)}: ${count} matched.`);
		if (left.length > 0) log.info(`  left to their own lines: ${left.join(', ')}`);
		const named = passedOver.filter(({ reason }) => reason !== 'managed');
		if (named.length > 0)
			log.info(`  skipped: ${named.map(({ item, reason }) => `${item.name} (${reason})`).join(', ')}`);
		const managed = passedOver.length - named.length;
		if (managed > 0) log.info(`  skipped because they back certificates: ${managed}`);
	}
}

function logRendered(ports: Ports, rendered: readonly Rendered[]): void {
	ports.log.info(`Fetched, masked and exported:`);
	for (const one of rendered) {
		const { item, version, life } = one;
		const end = life.expires === undefined ? 'no expiry' : `expires ${formatInstant(life.expires)}`;
		const places = [...outputNamesOf(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
		ports.log.info(`  ${describeIdentifier(item)} (version ${version}, ${end}) \u2192 ${places}`);
		for (const remark of one.remarks ?? []) ports.log.info(`    ${remark}`);
	}
}
