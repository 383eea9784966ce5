// Choice of the way to sign in: the one that was asked for, else the one whose input is given, else the job's own identity.
import type { ActionError } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { CLIENT_CERTIFICATE, describeSource, type SignInInputs } from '../input/sign-in-inputs.js';
import {
	AUTH_METHODS,
	type AuthMethod,
	type Credential,
	type CredentialSource,
	hasIdTokenPermission,
	PERMISSION_HINT,
} from './credential.js';
import { makeAccessToken } from './credentials/access-token.js';
import { makeClientSecret } from './credentials/client-secret.js';
import { makeWorkloadIdentity } from './credentials/workload-identity.js';

/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
export async function chooseCredential(source: Omit<CredentialSource, 'reason'>): Promise<Credential> {
	const { method, reason } = chooseMethod(source);
	return MAKERS[method]({ ...source, reason });
}

interface Choice {
	readonly method: AuthMethod;
	readonly reason: string;
}

function chooseMethod({ inputs, variable }: Omit<CredentialSource, 'reason'>): Choice {
	const asked = inputs.authMethod === undefined ? undefined : parseMethod(inputs.authMethod);
	const [given, ...others] = givenInputs(inputs);
	if (given !== undefined && others.length > 0) throw tooMany([given, ...others].map(({ input }) => input));
	if (asked !== undefined && given !== undefined && given.method !== asked) throw tooMany(['auth-method', given.input]);
	if (asked !== undefined) return { method: asked, reason: 'input `auth-method` is set' };
	if (given !== undefined) return { method: given.method, reason: `${describeSource(given.input)} is set` };
	// A variable that another step has set is no wish of this one's, so it comes after every input.
	if (inputs.clientSecret !== undefined)
		return { method: 'client-secret', reason: `${describeSource(inputs.clientSecret.source)} is set` };
	if (hasIdTokenPermission(variable)) return { method: 'github-oidc', reason: 'the job has `id-token: write`' };
	if (variable('AZURE_FEDERATED_TOKEN_FILE') !== undefined) {
		return { method: 'workload-identity', reason: 'variable AZURE_FEDERATED_TOKEN_FILE is set' };
	}
	throw invalidInput(
		'auth-method',
		'no sign-in method was given.',
		`${PERMISSION_HINT}; or set client-secret, client-certificate, creds, access-token or auth-method. A secret that does not exist, or that a fork may not see, arrives as empty text.`,
	);
}

/** An input that is given, and the way to sign in that it belongs to. */
interface GivenInput {
	readonly input: string;
	readonly method: AuthMethod;
}

function givenInputs(inputs: SignInInputs): readonly GivenInput[] {
	const given: (GivenInput | undefined)[] = [
		inputs.accessToken && { input: 'access-token', method: 'access-token' },
		...inputs.clientSecretInputs.map((input) => ({ input, method: 'client-secret' as const })),
		inputs.clientCertificate && { input: CLIENT_CERTIFICATE, method: 'client-certificate' },
	];
	return given.filter((one) => one !== undefined);
}

function parseMethod(text: string): AuthMethod {
	const found = AUTH_METHODS.find((name) => name === text);
	if (found !== undefined) return found;
	throw invalidInput('auth-method', 'this is not a sign-in method.', `Set one of ${AUTH_METHODS.join(', ')}.`);
}

function tooMany(names: readonly string[]): ActionError {
	return invalidInput(names.join(' and '), 'different sign-in methods are set.', 'Leave all but one out.');
}

/** Every way to sign in: one that is not in the table does not exist. A run loads the one that it takes, if it is long. */
const MAKERS: Readonly<Record<AuthMethod, (source: CredentialSource) => Credential | Promise<Credential>>> = {
	'client-secret': makeClientSecret,
	'client-certificate': async (source) =>
		(await import('./credentials/client-certificate.js')).makeClientCertificate(source),
	'github-oidc': async (source) => (await import('./credentials/github-oidc.js')).makeGitHubOidc(source),
	'workload-identity': makeWorkloadIdentity,
	'managed-identity': async (source) => (await import('./credentials/managed-identity.js')).makeManagedIdentity(source),
	'azure-cli': async (source) => (await import('./credentials/azure-cli.js')).makeAzureCli(source),
	'device-code': async (source) => (await import('./credentials/device-code.js')).makeDeviceCode(source),
	'access-token': makeAccessToken,
};
