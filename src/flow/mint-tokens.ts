// The token action: input -> plan -> sign-in, and a certificate's proof if one is named -> tokens -> export.
import { checkAll, settle } from '../errors.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { namesCertificate, readTokenInputs, readTokenSummary } from '../input/token-inputs.js';
import { makeTokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import type { MintOrder } from './mint-and-export.js';
import { decideCredential } from './open-session.js';
import { checkOwnSignIn } from './own-sign-in.js';
import { checkRunner, runStory } from './step-frame.js';
import { loadVariableRule } from './variable-rule.js';

/** Runs the token action. True if the step succeeded; if it did not, the annotations say why. */
export function mintTokens(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const order = await decide(ports);
		const { mintAndExport } = await import('./mint-and-export.js');
		await mintAndExport(order, ports);
	});
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<MintOrder> {
	const { inputs } = ports;
	const decided = await settle(decideCredential(ports));
	const refuses = await loadVariableRule(inputs);
	const { credential, plan, summary } = checkAll<MintOrder & { files: undefined; signIn: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: decided,
		signIn: () => (namesCertificate(inputs) ? undefined : checkOwnSignIn(readSignInInputs(inputs))),
		plan: () => makeTokenPlan({ ...readTokenInputs(inputs), refuses }),
		summary: () => readTokenSummary(inputs),
	});
	if (plan.exportEnv) checkRunner(ports, ['GITHUB_ENV']);
	return { credential, plan, summary };
}
