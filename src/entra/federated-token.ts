// An ID token of another issuer as a client's proof (workload identity federation).
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation
import { ActionError } from '../errors.js';
import type { SecretText } from '../secret-text.js';
import { decodeClaims, describeClaim } from './claims.js';
import { assertionFields, eachItsOwn } from './client-assertion.js';
import type { AccessToken, SignInContext, SignInTarget, SignInWay } from './credential.js';
import type { RefusalNote } from './token-error.js';
import { exchangeToken } from './token-request.js';

/** A client, and what speaks for it. */
export interface FederatedClient {
	readonly clientId: string;
	/** Gets a fresh ID token. */
	readonly getProof: () => Promise<SecretText>;
	readonly way: SignInWay;
}

/**
 * Refusals that can pass, as of a federated credential that is new or that a node of Entra ID forgets for a moment, and of
 * an issuer whose keys it could not read.
 */
const PASSING: readonly number[] = [70021, 700213, 7002138, 50166];

function mayPass({ aadsts }: ActionError): boolean {
	return aadsts !== undefined && PASSING.includes(aadsts);
}

/** Waits before the second and the third attempt, in milliseconds; there is no fourth. */
const WAITS_MS: readonly number[] = [1_000, 3_000];

/**
 * Exchanges an ID token, and another one if the refusal can pass. A refusal shows what the token says of itself, so that it
 * can be compared.
 */
export async function exchangeFederatedToken(
	client: FederatedClient,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	let idToken = await takeProof(client, context);
	for (const waitMs of WAITS_MS) {
		try {
			return await exchangeOnce(client, idToken, { target, context });
		} catch (error) {
			if (!(error instanceof ActionError) || !mayPass(error)) throw error;
			if (context.clock.nowMs() + waitMs >= context.deadlineMs) throw error;
			await context.clock.sleep(waitMs);
			idToken = await takeProof(client, context, { idToken, error });
		}
	}
	return exchangeOnce(client, idToken, { target, context });
}

interface RefusedProof {
	readonly idToken: SecretText;
	readonly error: ActionError;
}

// Masked, and logged, by the one request that has it made: others may share it.
function takeProof(
	{ getProof }: FederatedClient,
	{ proofs = eachItsOwn, mask, log }: SignInContext,
	refused?: RefusedProof,
): Promise<SecretText> {
	return proofs(async () => {
		if (refused !== undefined) {
			log.info(
				`Microsoft Entra ID refused the ID token (AADSTS${refused.error.aadsts}), which can be temporary: trying again with a new one.`,
			);
		}
		const idToken = await getProof();
		await mask(idToken);
		return idToken;
	}, refused?.idToken);
}

function exchangeOnce(
	{ clientId, way }: FederatedClient,
	idToken: SecretText,
	{ target, context }: { readonly target: SignInTarget; readonly context: SignInContext },
): Promise<AccessToken> {
	const exchange = { clientId, fields: assertionFields(idToken), notes: describeMismatch(idToken), way };
	return exchangeToken(exchange, target, context);
}

function describeMismatch(idToken: SecretText): readonly RefusalNote[] {
	const claims = decodeClaims(idToken);
	const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => describeClaim(claims, name));
	const shown = `The ID token says: issuer ${issuer}, subject ${subject}, audience ${audience}.`;
	return [
		{
			errorCodes: [70021, 70025, 700211, 700212, 700213, 7002138],
			text: `${shown} Give the application (or the managed identity) a federated credential with exactly these three.`,
		},
		{ errorCodes: [50166, 501661, 90061, 7002381, 700222, 700229], text: shown },
	];
}
