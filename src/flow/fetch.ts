// The root action: input -> plan -> sign-in -> fetch -> render -> export.
import type { Credential } from '../entra/credential.js';
import { ActionErrors, checkAll, settle } from '../errors.js';
import { exportAll } from '../export/export-all.js';
import { annotateAll, describeErrors, logFailed, logPatterns, logRendered } from '../export/step-log.js';
import { makeFetchedTable, writeSummary } from '../export/summary.js';
import { type FetchOptions, readFetchOptions, readPlanInputs } from '../input/fetch-inputs.js';
import type { FetchResult } from '../keyvault/fetch-items.js';
import { makePlan, type Plan } from '../plan/plan.js';
import { findStoreSite } from '../plan/store-site.js';
import type { Annotation, Ports } from '../ports.js';
import type { Judgement } from '../render/render-all.js';
import type { Rendered } from '../render/rendered.js';
import { makeResults } from './make-results.js';
import { decideCredential, openSession } from './open-session.js';
import { checkRunner, loadVariableRule, runnerPlaces, runStory } from './step-frame.js';

/** Runs the root action. True if the step succeeded; if it did not, the annotations say why. */
export function fetchObjects(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const { credential, plan, options } = await decide(ports);
		const items = [...plan.destinations.map(({ item }) => item), ...plan.patterns];
		const sessionOptions = { credential, cloud: plan.cloud, firstItem: plan.first, items, load: loadRooms };
		const open = await openSession(ports, sessionOptions);
		const [{ fetchItems }, { judgeAll, renderAll }] = await loadRooms();
		const result = await fetchItems(plan, open);
		const { machine, randomBytes } = ports;
		const context = { takenNames: plan.takenNames, platform: machine.platform, randomBytes };
		// The values that were fetched are looked at even if the rest was not, so that one run reports every mistake.
		const rendering = await settle(renderAll(result.fetched, context));
		const { missing, rendered } = checkAll({
			missing: () => checkComplete(ports, result, options),
			rendered: rendering,
		});
		const findings = { rendered, skipped: result.patterns.flatMap(({ skipped }) => skipped) };
		const judged = judgeAll(findings, { nowMs: ports.clock.nowMs(), warningDays: options.expiryWarningDays });
		await exportRendered(ports, { plan, options, result, missing, rendered, judged });
	});
}

interface Decisions {
	readonly credential: Credential;
	readonly plan: Plan;
	readonly options: FetchOptions;
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<Decisions> {
	const { inputs, machine } = ports;
	const credential = await settle(decideCredential(ports));
	const refuses = await loadVariableRule(inputs);
	const findStore = () => findStoreSite(machine.platform, inputs.variable);
	const decisions = checkAll<Decisions & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential,
		plan: () => makePlan({ ...readPlanInputs(inputs), findStore, refuses }),
		options: () => readFetchOptions(inputs),
	});
	checkRunner(ports, runnerPlaces(decisions.plan));
	return decisions;
}

// Later parts are loaded while the sign-in waits for its answer.
function loadRooms() {
	return Promise.all([import('../keyvault/fetch-items.js'), import('../render/render-all.js')]);
}

/**
 * Warnings about what is missing and may be.
 * @throws ActionErrors with every other failure
 */
function checkComplete({ log }: Ports, result: FetchResult, options: FetchOptions): readonly Annotation[] {
	const { failed, patterns } = result;
	const ignored = failed.filter(({ isMissing }) => options.ignoreMissing && isMissing);
	const fatal = failed.filter((one) => !ignored.includes(one));
	const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
	if (fatal.length === 0) return missing;
	annotateAll(log, 'warning', missing);
	logPatterns(log, patterns);
	logFailed(log, fatal);
	throw new ActionErrors(fatal.flatMap(({ errors }) => errors));
}

interface Outcome extends Omit<Decisions, 'credential'> {
	readonly result: FetchResult;
	readonly missing: readonly Annotation[];
	readonly rendered: readonly Rendered[];
	readonly judged: Judgement;
}

async function exportRendered(ports: Ports, outcome: Outcome): Promise<void> {
	const { plan, options, result, missing, rendered, judged } = outcome;
	const results = { expiring: judged.expiring, exportEnv: plan.exportEnv };
	await exportAll(await makeResults(rendered, results, ports), ports);
	logPatterns(ports.log, result.patterns);
	logRendered(ports.log, rendered);
	annotateAll(ports.log, 'warning', [...missing, ...judged.warnings]);
	if (options.summary) await writeSummary(makeFetchedTable(rendered), ports);
}
