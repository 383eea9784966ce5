// Every way to sign in, by the name that `auth-method` gives it. A run loads the one that it takes.
import { type AccessTokenCredential, accessTokenMethod } from './credentials/access-token.js';
import type { AzureCliCredential } from './credentials/azure-cli.js';
import type { ClientCertificateCredential } from './credentials/client-certificate.js';
import { type ClientSecretCredential, clientSecretMethod } from './credentials/client-secret.js';
import type { DeviceCodeCredential } from './credentials/device-code.js';
import type { GitHubOidcCredential } from './credentials/github-oidc.js';
import type { ManagedIdentityCredential } from './credentials/managed-identity.js';
import { type WorkloadIdentityCredential, workloadIdentityMethod } from './credentials/workload-identity.js';
import type { SignInMethod } from './sign-in-method.js';

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
