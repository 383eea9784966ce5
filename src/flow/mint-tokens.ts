// The token action: input -> plan -> sign-in -> certificate -> an assertion that the vault signs -> tokens -> export.
import { checkAll, settle } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { readTokenInputs, readTokenSummary } from '../input/token-inputs.js';
import { makeTokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import type { MintOrder } from './mint-and-export.js';
import { decideCredential } from './open-session.js';
import { checkRunner, runStory } from './step-frame.js';
import { loadVariableRule } from './variable-rule.js';

/** Runs the token action. True where the step succeeded; where it did not, the annotations say why. */
export function mintTokens(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const order = await decide(ports);
		const { mintAndExport } = await import('./mint-and-export.js');
		await mintAndExport(order, ports);
	});
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<MintOrder> {
	const decided = await settle(decideCredential(ports));
	const refuses = await loadVariableRule(ports.inputs);
	const { credential, plan, summary } = checkAll<Omit<MintOrder, 'appId'> & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: decided,
		plan: () => makeTokenPlan({ ...readTokenInputs(ports.inputs), refuses }),
		summary: () => readTokenSummary(ports.inputs),
	});
	if (plan.exportEnv) checkRunner(ports, ['GITHUB_ENV']);
	const appId = plan.appId ?? readSignInInputs(ports.inputs).clientId?.value ?? credential.clientId;
	if (appId === undefined) {
		throw invalidInput(
			'app-id',
			'is empty, and so is client-id.',
			'Set it to the application that the tokens are for.',
		);
	}
	return { credential, plan, appId, summary };
}
