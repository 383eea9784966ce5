// Every way to sign in, by the name that `auth-method` gives it.
import { type AccessTokenCredential, accessTokenMethod } from './credentials/access-token.js';
import { type AzureCliCredential, azureCliMethod } from './credentials/azure-cli.js';
import { type ClientCertificateCredential, clientCertificateMethod } from './credentials/client-certificate.js';
import { type ClientSecretCredential, clientSecretMethod } from './credentials/client-secret.js';
import { type DeviceCodeCredential, deviceCodeMethod } from './credentials/device-code.js';
import { type GitHubOidcCredential, githubOidcMethod } from './credentials/github-oidc.js';
import { type ManagedIdentityCredential, managedIdentityMethod } from './credentials/managed-identity.js';
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

/** The table: a way to sign in that is not in it does not exist. */
export const METHODS: { readonly [K in AuthMethod]: SignInMethod<Extract<Credential, { kind: K }>> } = {
	'client-secret': clientSecretMethod,
	'client-certificate': clientCertificateMethod,
	'github-oidc': githubOidcMethod,
	'workload-identity': workloadIdentityMethod,
	'managed-identity': managedIdentityMethod,
	'azure-cli': azureCliMethod,
	'device-code': deviceCodeMethod,
	'access-token': accessTokenMethod,
};

/** The method of a credential. */
export function methodOf<C extends Credential>(credential: C): SignInMethod<C> {
	return METHODS[credential.kind] as unknown as SignInMethod<C>;
}
