// From a credential to an access token, whatever the way to sign in.
import { describeSource } from '../input/sign-in-inputs.js';
import type { Credential } from './choose-credential.js';
import { claimText, decodeClaims, describeClaims } from './claims.js';
import type { AccessToken, SignInContext, SignInMethod, SignInTarget } from './credential.js';

/** Who signs in, and in which way. */
export interface SigningIn<C extends Credential> {
	readonly credential: C;
	readonly method: SignInMethod<C>;
}

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
export async function signIn<C extends Credential>(
	{ credential, method }: SigningIn<C>,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const accessToken = await method.getToken(credential, target, context);
	await context.mask(accessToken.token);
	context.log.debug(() => describeClaims(accessToken.token));
	return accessToken;
}

/** Who a token stands for: what it says itself, else what the credential says. */
export interface Identity {
	readonly tenantId: string | undefined;
	readonly clientId: string | undefined;
	/** Of the service principal, or of the person. */
	readonly objectId: string | undefined;
	/** What the token is for. */
	readonly audience: string | undefined;
	/** Whether the token is a person's: it has `scp`. */
	readonly isDelegated: boolean;
}

/** Who signed in. */
export function identityOf({ token }: AccessToken, credential: Credential, target: SignInTarget): Identity {
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
export function describeCredential(credential: Credential, needsTenant: boolean): string {
	const { kind, reason, tenantId, clientId, sources } = credential;
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
