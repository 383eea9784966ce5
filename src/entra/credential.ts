// Credentials of a step: what every way to sign in has to say, so that adding one touches its own file and the table
// of all; and from a credential to an access token, whatever the way.
import type { SendContext } from '../http/send.js';
import { describeSource, type SignInInputs, type Sourced } from '../input/sign-in-inputs.js';
import type { Machine, Ports, StepInputs } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { claimText, decodeClaims, describeClaims } from './claims.js';
import type { Proofs } from './client-assertion.js';

/** Facts that a credential is made from, before the first request. */
export interface CredentialSource {
	readonly inputs: SignInInputs;
	/** For the log: why this method. */
	readonly reason: string;
	readonly variable: StepInputs['variable'];
	readonly machine: Machine;
	/** The present instant, for what has an end. */
	readonly nowMs: number;
}

/** A secret to hide; the bytes of a private key (PEM) and of a PFX (base64) are hidden in other encodings as well. */
export type SignInSecret = SecretText | { readonly kind: 'pem' | 'pfx'; readonly text: SecretText };

/** The names of the ways to sign in, as `auth-method` has them. */
export const AUTH_METHODS = [
	'client-secret',
	'client-certificate',
	'github-oidc',
	'workload-identity',
	'managed-identity',
	'azure-cli',
	'device-code',
	'access-token',
] as const;

/** The name of a way to sign in. */
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** Proof of the step's identity. */
export interface Credential extends SignInWay {
	readonly kind: AuthMethod;
	/** Undefined if it is not given: the vault's challenge may name it. */
	readonly tenantId: string | undefined;
	/** Undefined if the way to sign in has none, or finds it by itself. */
	readonly clientId: string | undefined;
	/** Secrets that must be masked before anything else happens. */
	readonly secrets: readonly SignInSecret[];
	/** Whether the tenant must be known, from the input or from the vault's challenge. */
	readonly needsTenant: boolean;
	/** Whether a second token can be asked for when a vault refuses the first. */
	readonly isRenewable: boolean;
	/** Whether a person takes part, so that the step's time begins only afterwards. */
	readonly waitsForPerson: boolean;
	/** @throws ActionError with advice if the sign-in is refused or gets no answer */
	getToken(target: SignInTarget, context: SignInContext): Promise<AccessToken>;
}

/** Target of a token request. */
export interface SignInTarget {
	readonly authorityHost: string;
	/** Undefined only for methods that need none. */
	readonly tenantId: string | undefined;
	readonly scope: string;
	readonly oidcAudience: string;
}

/** Everything that signing in may use. */
export type SignInContext = SendContext &
	Pick<Ports, 'localTransport' | 'machine' | 'log' | 'randomBytes'> & {
		readonly variable: StepInputs['variable'];
		/** Has the runner hide a text in all its forms, and resolves once it has been told; as {@link Ports.log}. */
		readonly mask: (text: SecretText) => Promise<void>;
		/** The source of ID tokens and assertions; each token request has its own if left out. */
		readonly proofs?: Proofs;
	};

/** The input or variable that each value of a credential came from; undefined if none did. */
export interface CredentialSources {
	readonly tenantId: string | undefined;
	readonly clientId: string | undefined;
	readonly clientSecret: string | undefined;
}

/** A way to sign in, for people. */
export interface SignInWay {
	/** Its name, as `auth-method` has it. */
	readonly kind: string;
	/** The reason for this choice. */
	readonly reason: string;
	/** Left out for a credential that no input gave. */
	readonly sources?: CredentialSources;
}

/** The inputs or variables that gave a credential its values. */
export interface GivenValues {
	readonly tenantId?: Sourced<string> | undefined;
	readonly clientId?: Sourced<string> | undefined;
	readonly clientSecret?: Sourced<SecretText> | undefined;
}

/** A way to sign in, with the sources of its values. */
export function describeWay(
	kind: AuthMethod,
	{ reason }: Pick<CredentialSource, 'reason'>,
	{ tenantId, clientId, clientSecret }: GivenValues,
): SignInWay & Pick<Credential, 'kind'> {
	const sources = { tenantId: tenantId?.source, clientId: clientId?.source, clientSecret: clientSecret?.source };
	return { kind, reason, sources };
}

/** Variable with the address at which the runner gives ID tokens. */
export const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';

/** Variable with the token that the runner wants to see for an ID token. */
export const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** Fix for a job that has none. A job with permissions of its own loses those that it does not name. */
export const PERMISSION_HINT =
	'Give the job the permission "id-token: write", and "contents: read" beside it if the job checks out the repository';

/** Whether the job has `id-token: write`. */
export function hasIdTokenPermission(variable: StepInputs['variable']): boolean {
	return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}

/** A token that Entra gave. */
export interface AccessToken {
	readonly token: SecretText;
	/** Instant of its end, in seconds since 1970. */
	readonly expiresOnSeconds: number;
}

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
export async function signIn(
	credential: Credential,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const accessToken = await credential.getToken(target, context);
	await context.mask(accessToken.token);
	context.log.debug(() => describeClaims(accessToken.token));
	return accessToken;
}

/** Identity that a token stands for: what it says itself, else what the credential says. */
export interface SignedIn {
	readonly tenantId: string | undefined;
	readonly clientId: string | undefined;
	/** Object ID of the service principal, or of the person. */
	readonly objectId: string | undefined;
	/** Audience of the token. */
	readonly audience: string | undefined;
	/** Whether the token is a person's: it has `scp`. */
	readonly isDelegated: boolean;
}

/** Returns who signed in. */
export function readSignedIn({ token }: AccessToken, credential: Credential, target: SignInTarget): SignedIn {
	const claims = decodeClaims(token);
	return {
		tenantId: claimText(claims, 'tid') ?? target.tenantId,
		clientId: claimText(claims, 'appid') ?? claimText(claims, 'azp') ?? credential.clientId,
		objectId: claimText(claims, 'oid'),
		audience: claimText(claims, 'aud'),
		isDelegated: claims?.['scp'] !== undefined,
	};
}

/** For the log: how the step is about to sign in, and where each ID comes from. */
export function describeCredential(credential: Credential): string {
	const { kind, reason, tenantId, clientId, sources, needsTenant } = credential;
	const missing = needsTenant ? ['tenant not set, so the vault names it'] : [];
	const ids = [
		...(tenantId === undefined ? missing : [`tenant ${tenantId}${describeOrigin(sources?.tenantId)}`]),
		...(clientId === undefined ? [] : [`client ${clientId}${describeOrigin(sources?.clientId)}`]),
	];
	return `Signing in with ${kind} (${reason})${ids.length === 0 ? '' : `: ${ids.join(', ')}`}.`;
}

function describeOrigin(source: string | undefined): string {
	return source === undefined ? '' : ` (${describeSource(source)})`;
}
