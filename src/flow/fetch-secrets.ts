// The root action: input → plan → sign-in → fetch → render → export.
import type { Credential } from '../entra/methods.js';
import { ActionErrors, checkAll } from '../errors.js';
import { annotateAll, describeErrors } from '../export/annotate.js';
import { exportAll } from '../export/export-all.js';
import { makeFetchedTable } from '../export/fetched-table.js';
import { writeSummary } from '../export/summary.js';
import { type FetchOptions, readFetchOptions, readPlanInputs } from '../input/fetch-inputs.js';
import { type FailedItem, type Fetched, fetchItems } from '../keyvault/fetch-items.js';
import { describeIdentifier, NOT_FOUND } from '../keyvault/vault-error.js';
import { type Identifier, vaultHost } from '../plan/identifier.js';
import { makePlan, type Plan } from '../plan/plan.js';
import { runnerPlaces } from '../plan/runner-places.js';
import type { Annotation, Ports } from '../ports.js';
import { formatInstant } from '../render/expiry.js';
import { outputNamesOf } from '../render/output-names.js';
import { renderAll } from '../render/render-all.js';
import type { Rendered } from '../render/rendered.js';
import { findExpiring, findWarnings } from '../render/warnings.js';
import { makeResults } from './make-results.js';
import { decideCredential, openSession } from './open-session.js';
import { checkRunner, runStory } from './step-frame.js';

/** Runs the root action. True where the step succeeded; where it did not, the annotations say why. */
export function fetchSecrets(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const decisions = decide(ports);
		const { plan, options } = decisions;
		const { fetched, missing } = await fetchPlanned(ports, decisions);
		const { clock, machine, randomBytes } = ports;
		const context = { claims: plan.claims, platform: machine.platform, randomBytes };
		const rendered = renderAll(plan.destinations, fetched, context);
		const question = { nowMs: clock.nowMs(), warningDays: options.expiryWarningDays };
		const results = { expiring: findExpiring(rendered, question), exportEnv: plan.exportEnv };
		await exportAll(makeResults(rendered, results, ports), ports);
		logRendered(ports, rendered);
		annotateAll(ports.log, 'warning', [...missing, ...findWarnings(rendered, question)]);
		if (options.summary) await writeSummary(makeFetchedTable(rendered), ports);
	});
}

interface Decisions {
	readonly credential: Credential;
	readonly plan: Plan;
	readonly options: FetchOptions;
}

// Everything that can be known before the first request, and every mistake in it.
function decide(ports: Ports): Decisions {
	const decisions = checkAll<Decisions & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: () => decideCredential(ports),
		plan: () => makePlan(readPlanInputs(ports.inputs)),
		options: () => readFetchOptions(ports.inputs),
	});
	checkRunner(ports, runnerPlaces(decisions.plan));
	return decisions;
}

/** What was found, and warnings about what was not. */
interface FetchedPlan {
	readonly fetched: readonly Fetched[];
	readonly missing: readonly Annotation[];
}

async function fetchPlanned(ports: Ports, { plan, credential, options }: Decisions): Promise<FetchedPlan> {
	const items = plan.destinations.map(({ item }) => item);
	const [firstItem] = items as unknown as readonly [Identifier, ...Identifier[]];
	const { session, context } = await openSession(ports, { credential, cloud: plan.cloud, firstItem });
	const { fetched, failed } = await fetchItems(items, session, context);
	const ignored = options.ignoreMissing ? failed.filter(isMissing) : [];
	const missing = describeErrors(ignored.flatMap(({ errors }) => errors));
	const fatal = failed.filter((one) => !ignored.includes(one));
	if (fatal.length === 0) return { fetched, missing };
	annotateAll(ports.log, 'warning', missing);
	logFailed(ports, fatal);
	throw new ActionErrors(fatal.flatMap(({ errors }) => errors));
}

// The item itself, not the private key that belongs to it.
function isMissing({ item, errors }: FailedItem): boolean {
	return errors.every(({ code, subject }) => code === NOT_FOUND && subject === describeIdentifier(item));
}

function logFailed(ports: Ports, failed: readonly FailedItem[]): void {
	ports.log.info(`Nothing is exported, since ${failed.length} could not be fetched:`);
	for (const { item } of failed) ports.log.info(`  ${describeIdentifier(item)} in ${vaultHost(item.vaultUrl)}`);
}

function logRendered(ports: Ports, rendered: readonly Rendered[]): void {
	ports.log.info(`Fetched, masked and exported:`);
	for (const one of rendered) {
		const { item, version, life } = one;
		const end = life.expires === undefined ? 'no expiry' : `expires ${formatInstant(life.expires)}`;
		const names = outputNamesOf(one).join(', ');
		ports.log.info(`  ${describeIdentifier(item)} (version ${version}, ${end}) → ${names}`);
	}
}
