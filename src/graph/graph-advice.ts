// Meaning of Microsoft Graph's refusals, and advice about each: by code, by message, by status.
import type { ErrorCode } from '../error-codes.js';
import type { GraphApp } from './application-passwords.js';
import type { GraphRefusal, GraphTopic } from './graph-response-error.js';

/** An error's stable code, heading, meaning and advice. */
export interface GraphAdvice {
	readonly code: ErrorCode;
	readonly title: string;
	readonly meaning: string;
	readonly hint: string;
}

/** Whether Graph knows no such application. */
export function isApplicationUnknown({ code }: { readonly code: ErrorCode }): boolean {
	return code === 'GRAPH_NOT_FOUND';
}

/** Whether the caller lacks a permission. */
export function isForbidden({ code }: { readonly code: ErrorCode }): boolean {
	return code === 'GRAPH_FORBIDDEN';
}

/** Whether an application takes no more passwords. */
export function isFullOfPasswords({ code }: { readonly code: ErrorCode }): boolean {
	return code === 'GRAPH_TOO_MANY_PASSWORDS';
}

/** Gives the advice for a refusal about an application. */
export type Advise = (refusal: GraphRefusal, app: Pick<GraphApp, 'appId'>) => GraphAdvice;

const denied: Advise = () => ({
	code: 'GRAPH_FORBIDDEN',
	title: 'no permission',
	meaning: 'the identity may not change the passwords of this application',
	hint: 'Give it the application permission Application.ReadWrite.OwnedBy of Microsoft Graph, with admin consent, and make its service principal an owner of this app registration. A new permission can take a few minutes.',
});

const notFound: Advise = () => ({
	code: 'GRAPH_NOT_FOUND',
	title: 'no such application',
	meaning: 'the tenant has no such app registration',
	hint: 'Compare app-id with the "Application (client) ID" of the app registration, and tenant-id with its tenant: an enterprise application of another tenant has its passwords there. An application that was made a moment ago can take a few minutes: then run the job again.',
});

const unknownPrincipal: Advise = () => ({
	code: 'GRAPH_NO_IDENTITY',
	title: 'the identity is not known in this tenant',
	meaning: 'it does not know the service principal of the identity that signed in',
	hint: 'Have an administrator grant consent to the application of client-id in the tenant of tenant-id: that makes its service principal there. A new one can take a few minutes.',
});

const tooManyPasswords: Advise = (_refusal, { appId }) => ({
	code: 'GRAPH_TOO_MANY_PASSWORDS',
	title: 'the application takes no more passwords',
	meaning: 'the application has as many passwords as it takes: two, if it is open to personal Microsoft accounts',
	hint: `Remove a password that nobody uses: "az ad app credential list --id ${appId}" lists them, and "az ad app credential delete --id ${appId} --key-id KEY_ID" removes one. Or open the application to work and school accounts only ("az ad app update --id ${appId} --sign-in-audience AzureADMyOrg"), which lifts the limit.`,
});

const full: Advise = (_refusal, { appId }) => ({
	code: 'GRAPH_APPLICATION_FULL',
	title: 'the application object is full',
	meaning: 'the application object has reached its size limit. This is not a missing permission',
	hint: `Remove what it does not need: expired passwords and certificates ("az ad app credential list --id ${appId}"), redirect URIs, app roles or API permissions.`,
});

const quotaExceeded: Advise = () => ({
	code: 'GRAPH_QUOTA_EXCEEDED',
	title: 'the directory quota is used up',
	meaning: 'the directory quota of the tenant or of the identity is used up. This is not a missing permission',
	hint: 'Have an administrator delete directory objects that nobody needs, also under "Deleted applications", or have Microsoft raise the quota.',
});

const conflict: Advise = () => ({
	code: 'GRAPH_CONFLICT',
	title: 'the application is being changed',
	meaning: 'something else is changing the application, even after several attempts',
	hint: 'Run the job again when nothing else (Terraform, a script, another workflow) changes the application.',
});

const typeForbidden: Advise = ({ policyId }) => ({
	code: 'GRAPH_PASSWORDS_FORBIDDEN',
	title: 'client secrets are forbidden',
	meaning: `${describePolicy(policyId)} forbids client secrets`,
	hint: 'Exempt this application from the policy, or do without a client secret: use a federated credential or a certificate.',
});

const lifeForbidden: Advise = ({ policyId }) => ({
	code: 'GRAPH_LIFE_FORBIDDEN',
	title: 'valid-days is too long',
	meaning: `${describePolicy(policyId)} does not allow a client secret to be valid for as long as valid-days says`,
	hint: 'Set valid-days to what the policy allows, and renew-before-days to less than that.',
});

const BY_CODE: ReadonlyMap<string, Advise> = new Map([
	['Authorization_RequestDenied', denied],
	['Authorization_IdentityNotFound', unknownPrincipal],
	['Request_ResourceNotFound', notFound],
	['TooManyAppPasswords', tooManyPasswords],
	['Directory_ResourceSizeExceeded', full],
	['Directory_QuotaExceeded', quotaExceeded],
	['Directory_ConcurrencyViolation', conflict],
	['CredentialTypeNotAllowedAsPerAppPolicy', typeForbidden],
	['CredentialInvalidLifetimeAsPerAppPolicy', lifeForbidden],
]);

/** The codes that have advice of their own. */
export const GRAPH_CODES: readonly string[] = [...BY_CODE.keys()];

const BY_TOPIC: Readonly<Partial<Record<GraphTopic, Advise>>> = {
	'type-forbidden': typeForbidden,
	'life-forbidden': lifeForbidden,
	'too-many-passwords': tooManyPasswords,
};

/** The advice for a refusal about an application. */
export function graphAdvice(refusal: GraphRefusal, app: Pick<GraphApp, 'appId'>): GraphAdvice {
	const byCode = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
	const byTopic = refusal.topic === undefined ? undefined : BY_TOPIC[refusal.topic];
	return (byTopic ?? byCode ?? byStatus(refusal))(refusal, app);
}

function byStatus({ status, code }: GraphRefusal): Advise {
	if (status === 403) return denied;
	// A page without a code is not of Graph.
	if (status === 404 && code !== undefined) return notFound;
	if (status === 409) return conflict;
	if (status === 401) return unauthorized;
	if (status === 429) return throttled;
	return status === 408 || status >= 500 ? unavailable : refused;
}

const unauthorized: Advise = () => ({
	code: 'GRAPH_UNAUTHORIZED',
	title: 'token not accepted',
	meaning: 'it does not accept the token',
	hint: 'Compare "cloud", "graph-host" and "tenant-id" with those of the application.',
});

const throttled: Advise = () => ({
	code: 'GRAPH_THROTTLED',
	title: 'too many requests',
	meaning: 'it is busy with too many requests',
	hint: 'Run the job again later, and renew fewer applications at a time (max-parallel).',
});

const unavailable: Advise = () => ({
	code: 'GRAPH_UNAVAILABLE',
	title: 'failing',
	meaning: 'it is busy or failing',
	hint: 'Run the job again later.',
});

const refused: Advise = ({ status }) => ({
	code: 'GRAPH_REFUSED',
	title: 'request refused',
	meaning: status < 400 ? 'the answer is a redirect, which is never followed' : 'it refused the request',
	hint: 'Check graph-host, and look for a proxy on the way.',
});

function describePolicy(policyId: string | undefined): string {
	return policyId === undefined ? "the tenant's policy" : `the tenant's policy ${policyId}`;
}
