// The token action: input -> plan -> sign-in, and a certificate's proof if one is named -> tokens -> export.
import type { Credential } from '../entra/methods.js';
import { checkAll, settle } from '../errors.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { namesCertificate, readTokenInputs, readTokenSummary } from '../input/token-inputs.js';
import { makeTokenPlan, type TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import { mintOwn } from './mint-own.js';
import { decideCredential } from './open-session.js';
import { checkOwnSignIn } from './own-sign-in.js';
import { checkRunner, runStory } from './step-frame.js';
import { loadVariableRule } from './variable-rule.js';

/** Runs the token action. True if the step succeeded; if it did not, the annotations say why. */
export function mintTokens(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const { credential, plan, summary } = await decide(ports);
		const { owner, exportEnv } = plan;
		const options = { exportEnv, summary };
		if (owner.kind === 'certificate') {
			const { mintAndExport } = await loadExport();
			return mintAndExport({ credential, owner, plan }, options, ports);
		}
		const minting = mintOwn(ports, credential, plan);
		// As a session does: the first request is on its way then.
		const loading = ports.nextTurn().then(ports.nextTurn).then(loadExport);
		const [minted, { exportTokens }] = await Promise.all([minting, loading]);
		return exportTokens(minted, options, ports);
	});
}

function loadExport() {
	return import('./mint-and-export.js');
}

interface Decisions {
	readonly credential: Credential;
	readonly plan: TokenPlan;
	readonly summary: boolean;
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<Decisions> {
	const { inputs } = ports;
	const decided = await settle(decideCredential(ports));
	const refuses = await loadVariableRule(inputs);
	const { credential, plan, summary } = checkAll<Decisions & { files: undefined; signIn: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: decided,
		signIn: () => (namesCertificate(inputs) ? undefined : checkOwnSignIn(readSignInInputs(inputs))),
		plan: () => makeTokenPlan({ ...readTokenInputs(inputs), refuses }),
		summary: () => readTokenSummary(inputs),
	});
	if (plan.exportEnv) checkRunner(ports, ['GITHUB_ENV']);
	return { credential, plan, summary };
}
