// An ID token of another issuer as a client's proof (workload identity federation).
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation
import type { SecretText } from '../secret-text.js';
import { claimText, decodeClaims } from './claims.js';
import { assertionFields } from './client-assertion.js';
import { exchangeToken } from './exchange-token.js';
import type { SignInContext, SignInTarget } from './sign-in-method.js';
import type { RefusalNote } from './token-error.js';
import type { AccessToken } from './token-request.js';

/** Refusals that mean that issuer, subject or audience are not those of a federated credential. */
const MISMATCHES: readonly number[] = [70021, 700211, 700212, 700213, 7002138];

/** A client and the ID token that speaks for it. */
export interface FederatedProof {
	readonly clientId: string;
	readonly idToken: SecretText;
}

/** Exchanges the ID token; a refusal shows what the token says of itself, so that it can be compared. */
export function exchangeFederatedToken(
	{ clientId, idToken }: FederatedProof,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const exchange = { clientId, fields: assertionFields(idToken), notes: [describeMismatch(idToken)] };
	return exchangeToken(exchange, target, context);
}

function describeMismatch(idToken: SecretText): RefusalNote {
	const claims = decodeClaims(idToken);
	const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => claimText(claims, name) ?? '(unreadable)');
	return {
		errorCodes: MISMATCHES,
		text: `The ID token says: issuer ${issuer}, subject ${subject}, audience ${audience}. Give the application (or the managed identity) a federated credential with exactly these three.`,
	};
}
