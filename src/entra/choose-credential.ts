// Which way to sign in: the one that was asked for, else the one whose input is given, else the job's own identity.
import type { ActionError } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { CLIENT_CERTIFICATE, describeSource, type SignInInputs } from '../input/sign-in-inputs.js';
import {
	type CredentialSource,
	type CredentialSources,
	hasIdTokenPermission,
	PERMISSION_HINT,
	type SignInMethod,
} from './credential.js';
import { type AccessTokenCredential, accessTokenMethod } from './credentials/access-token.js';
import type { AzureCliCredential } from './credentials/azure-cli.js';
import type { ClientCertificateCredential } from './credentials/client-certificate.js';
import { type ClientSecretCredential, clientSecretMethod } from './credentials/client-secret.js';
import type { DeviceCodeCredential } from './credentials/device-code.js';
import type { GitHubOidcCredential } from './credentials/github-oidc.js';
import type { ManagedIdentityCredential } from './credentials/managed-identity.js';
import { type WorkloadIdentityCredential, workloadIdentityMethod } from './credentials/workload-identity.js';

/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
export async function chooseCredential(source: Omit<CredentialSource, 'reason'>): Promise<Credential> {
	const { method, reason } = chooseMethod(source);
	const credential = (await METHODS[method]()).makeCredential({ ...source, reason });
	return { ...credential, sources: sourcesOf(credential, source.inputs) };
}

// An ID that a credential does not use, or takes from elsewhere, came from no input.
function sourcesOf({ kind, tenantId, clientId }: Credential, inputs: SignInInputs): CredentialSources {
	const isTokens = kind === 'access-token';
	return {
		tenantId: tenantId === undefined || isTokens ? undefined : inputs.tenantId?.source,
		clientId: clientId === undefined || isTokens ? undefined : inputs.clientId?.source,
		clientSecret: kind === 'client-secret' ? inputs.clientSecret?.source : undefined,
	};
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
	const names = Object.keys(METHODS) as AuthMethod[];
	const found = names.find((name) => name === text);
	if (found !== undefined) return found;
	throw invalidInput('auth-method', 'this is not a sign-in method.', `Set one of ${names.join(', ')}.`);
}

function tooMany(names: readonly string[]): ActionError {
	return invalidInput(names.join(' and '), 'different sign-in methods are set.', 'Leave all but one out.');
}

/** How the step proves who it is. */
export type Credential =
	| ClientSecretCredential
	| ClientCertificateCredential
	| GitHubOidcCredential
	| WorkloadIdentityCredential
	| ManagedIdentityCredential
	| AzureCliCredential
	| DeviceCodeCredential
	| AccessTokenCredential;

/** The name of a way to sign in. */
export type AuthMethod = Credential['kind'];

/**
 * The table: a way to sign in that is not in it does not exist. Those that are short are there from the start.
 */
export const METHODS: { readonly [K in AuthMethod]: () => Promise<SignInMethod<Extract<Credential, { kind: K }>>> } = {
	'client-secret': async () => clientSecretMethod,
	'client-certificate': async () => (await import('./credentials/client-certificate.js')).clientCertificateMethod,
	'github-oidc': async () => (await import('./credentials/github-oidc.js')).githubOidcMethod,
	'workload-identity': async () => workloadIdentityMethod,
	'managed-identity': async () => (await import('./credentials/managed-identity.js')).managedIdentityMethod,
	'azure-cli': async () => (await import('./credentials/azure-cli.js')).azureCliMethod,
	'device-code': async () => (await import('./credentials/device-code.js')).deviceCodeMethod,
	'access-token': async () => accessTokenMethod,
};

/** The method of a credential. */
export function methodOf<C extends Credential>(credential: C): Promise<SignInMethod<C>> {
	return METHODS[credential.kind]() as unknown as Promise<SignInMethod<C>>;
}
