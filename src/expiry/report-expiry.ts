// The expiry action: input -> plan -> sign-in -> lists -> rows -> report, and a failure only once that is written.
import type { Credential } from '../entra/credential.js';
import { type ActionError, attempt, checkAll, settle } from '../errors.js';
import { decideCredential } from '../flow/open-session.js';
import { checkRunner, runStory } from '../flow/step-frame.js';
import { readCloudInputs } from '../input/cloud-inputs.js';
import { type ExpiryInputs, readExpiryInputs, readExpiryOptions, readVaultLines } from '../input/expiry-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { required, TENANT_ID } from '../input/sign-in-inputs.js';
import { chooseCloud } from '../plan/cloud.js';
import { makeExpiryPlan, parseVaults } from '../plan/expiry-plan.js';
import type { Ports, StepInputs } from '../ports.js';
import type { ExpiryRequest } from './report-and-export.js';

/** Runs the expiry action. True if the step succeeded; if it did not, the annotations say why. */
export function reportExpiry(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const request = await decide(ports);
		const { reportAndExport } = await import('./report-and-export.js');
		await reportAndExport(request, ports);
	});
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<ExpiryRequest> {
	const credential = await settle(decideCredential(ports));
	const inputs = attempt(() => readExpiryInputs(ports.inputs));
	return checkAll<ExpiryRequest & { files: undefined; vaults: undefined; signIn: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT', 'RUNNER_TEMP']),
		credential,
		plan: () => makeExpiryPlan(inputs()),
		vaults: () => (resultOf(inputs) === undefined ? checkVaults(ports.inputs) : undefined),
		options: () => readExpiryOptions(ports.inputs),
		signIn: () => checkSignIn(credential, inputs),
	});
}

/**
 * Checks what the lists need of the sign-in. What could not be read is reported by itself.
 * @throws ActionError that names the way to sign in that cannot serve, or the tenant if it is missing
 */
function checkSignIn(readCredential: () => Credential, readInputs: () => ExpiryInputs): undefined {
	const [credential, inputs] = [resultOf(readCredential), resultOf(readInputs)];
	if (credential === undefined || inputs === undefined) return;
	const { kind, tenantId } = credential;
	if (inputs.tenantApps && (kind === 'access-token' || kind === 'device-code')) throw oneTokenOnly(kind);
	const findsTenant = kind === 'managed-identity' || kind === 'azure-cli' || inputs.vaults.length > 0;
	// No vault is asked, so none can name the tenant.
	if (!findsTenant) required(tenantId, TENANT_ID);
}

// Mistakes in lines are reported in the same run as mistakes that keep the inputs from becoming a plan.
function checkVaults(inputs: StepInputs): undefined {
	const cloud = resultOf(() => chooseCloud(readCloudInputs(inputs)));
	if (cloud !== undefined) parseVaults(readVaultLines(inputs), cloud);
}

function resultOf<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

function oneTokenOnly(kind: 'access-token' | 'device-code'): ActionError {
	return invalidInput(
		kind === 'access-token' ? 'access-token' : 'auth-method',
		`${kind} gives a token for the vaults only, and \`tenant-apps\` needs one for Microsoft Graph as well.`,
		'Sign in with github-oidc, workload-identity, managed-identity, client-secret, client-certificate or azure-cli, or leave `tenant-apps` out.',
	);
}
