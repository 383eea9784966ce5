// The root action: input -> plan -> sign-in -> fetch -> render -> export.
import type { Credential } from '../entra/choose-credential.js';
import { checkAll, settle } from '../errors.js';
import { type FetchOptions, type PlanInputs, readFetchOptions, readPlanInputs } from '../input/fetch-inputs.js';
import { makePlan, type Plan } from '../plan/plan.js';
import { findStoreSite } from '../plan/store-site.js';
import type { Ports } from '../ports.js';
import { decideCredential, openSession } from './open-session.js';
import { checkRunner, loadVariableRule, runnerPlaces, runStory } from './step-frame.js';

/** Runs the root action. True where the step succeeded; where it did not, the annotations say why. */
export function fetchSecrets(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const { credential, plan, options } = await decide(ports);
		const items = [...plan.destinations.map(({ item }) => item), ...plan.patterns];
		const open = await openSession(ports, {
			credential,
			cloud: plan.cloud,
			firstItem: plan.first,
			items,
			load: loadFetchAndExport,
		});
		const { fetchAndExport } = await loadFetchAndExport();
		await fetchAndExport({ plan, options, open }, ports);
	});
}

function loadFetchAndExport() {
	return import('./fetch-and-export.js');
}

interface Decisions {
	readonly credential: Credential;
	readonly plan: Plan;
	readonly options: FetchOptions;
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<Decisions> {
	const credential = await settle(decideCredential(ports));
	const refuses = await loadVariableRule(ports.inputs);
	const decisions = checkAll<Decisions & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential,
		plan: () => makePlan({ ...readPlanInputs(ports.inputs), ...findNoStore(ports), refuses }),
		options: () => readFetchOptions(ports.inputs),
	});
	checkRunner(ports, runnerPlaces(decisions.plan));
	return decisions;
}

function findNoStore({ machine, inputs }: Ports): Pick<PlanInputs, 'noStore'> {
	const site = findStoreSite(machine.platform, inputs.variable);
	return site.kind === 'none' ? { noStore: site } : {};
}
