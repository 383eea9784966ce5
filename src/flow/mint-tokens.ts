// The token action: input -> plan -> sign-in, and a certificate's proof if one is named -> tokens -> export.
import type { AuthMethod, Credential } from '../entra/credential.js';
import { type ActionError, checkAll, settle } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { readSignInInputs, required, type SignInInputs, TENANT_ID } from '../input/sign-in-inputs.js';
import { namesCertificate, readTokenInputs, readTokenSummary } from '../input/token-inputs.js';
import { makeTokenPlan, type TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import { mintOwn } from './mint-each.js';
import { decideCredential } from './open-session.js';
import { checkRunner, loadVariableRule, runStory } from './step-frame.js';

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

/** Ways to sign in that find their tenant by themselves; both are taken only if they are asked for. */
const WITHOUT_TENANT: readonly AuthMethod[] = ['managed-identity', 'azure-cli'];

/**
 * Checks what these tokens need of the sign-in and a vault does not.
 * @throws ActionErrors that name the way to sign in that cannot serve, and the tenant if it is missing
 */
function checkOwnSignIn({ authMethod, accessToken, tenantId }: SignInInputs): undefined {
	checkAll({
		method: () => {
			if (accessToken !== undefined) throw oneTokenOnly('access-token', 'an access token is for one service only');
			if (authMethod === 'access-token') throw oneTokenOnly('auth-method', 'an access token is for one service only');
			if (authMethod === 'device-code')
				throw oneTokenOnly('auth-method', 'a person who approves device-code gives one token, for the vault only');
		},
		tenant: () => {
			// No vault is asked, so none can name the tenant.
			const needsNone = WITHOUT_TENANT.some((method) => method === authMethod);
			return needsNone || accessToken !== undefined ? undefined : required(tenantId, TENANT_ID);
		},
	});
}

function oneTokenOnly(input: string, reason: string): ActionError {
	return invalidInput(
		input,
		`${reason}, and \`scopes\` asks for tokens of others.`,
		'Sign in with github-oidc, workload-identity, managed-identity, client-secret, client-certificate or azure-cli, or set `certificate`.',
	);
}
