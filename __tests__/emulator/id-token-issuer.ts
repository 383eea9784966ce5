// GitHub's issuer of ID tokens: a job asks with its request token and names an audience.
// https://docs.github.com/actions/reference/security/oidc
import { type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { signJwt } from './jwt.js';
import { type KeyPair, makeKeyPair } from './key-pair.js';

/** The issuer of github.com. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** A job on the main branch of a repository that is older than 2026-07-15. */
export const GITHUB_SUBJECT = 'repo:contoso/automation:ref:refs/heads/main';

/** Claims to be set, or replaced, in a token. */
export type IdTokenClaims = Readonly<Record<string, unknown>>;

const LIFE_SECONDS = 300;
const KEY_ID = 'emulator-id-token-key';

/** An issuer; all of one process share one key. */
export class IdTokenIssuer {
	readonly issuer = GITHUB_ISSUER;
	/** Claims of the job that asks. */
	claims: IdTokenClaims = { sub: GITHUB_SUBJECT };
	/** The issuer's clock; a test may set its own. */
	nowMs: () => number = Date.now;
	readonly #given: string[] = [];
	#requestToken: string | undefined;

	/** The request token that the runner hands a job that has `id-token: write`. */
	get requestToken(): string {
		this.#requestToken ??= signJwt({}, { orch_id: randomUUID(), scp: 'Actions.Results' }, keys().privateKey);
		return this.#requestToken;
	}

	get publicKey(): KeyObject {
		return keys().publicKey;
	}

	/** Every token that was given out. */
	get idTokens(): readonly string[] {
		return this.#given;
	}

	/** A token for an audience, as the job that asks gets it. */
	issue(audience: string, claims: IdTokenClaims = {}): string {
		const nowSeconds = Math.floor(this.nowMs() / 1000);
		const token = signJwt(
			{ kid: KEY_ID, x5t: randomBytes(20).toString('base64url') },
			{
				jti: randomUUID(),
				iss: this.issuer,
				aud: audience,
				repository: 'contoso/automation',
				nbf: nowSeconds - 5,
				iat: nowSeconds,
				exp: nowSeconds + LIFE_SECONDS,
				...this.claims,
				...claims,
			},
			keys().privateKey,
		);
		this.#given.push(token);
		return token;
	}

	/** Answers a request to the issuer's host. */
	serve({ method, path, query, headers, host }: ReceivedRequest): Answer {
		if (method !== 'GET') return jsonAnswer(405, { message: 'Method Not Allowed' });
		switch (path) {
			case '/.well-known/openid-configuration':
				return jsonAnswer(200, { issuer: this.issuer, jwks_uri: `https://${host}/.well-known/jwks` });
			case '/.well-known/jwks': {
				const key = { ...this.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: KEY_ID };
				return jsonAnswer(200, { keys: [key] });
			}
			case '/idtoken/1/job': {
				if (headers['authorization'] !== `Bearer ${this.requestToken}` || query.get('api-version') !== '2.0') {
					return jsonAnswer(401, { typeName: 'VssUnauthorizedException', message: 'Not authorised.' });
				}
				const value = this.issue(query.get('audience') ?? 'https://github.com/contoso');
				return jsonAnswer(200, { count: value.length, value });
			}
			default:
				return jsonAnswer(404, { message: 'Not Found' });
		}
	}
}

let made: KeyPair | undefined;

// Made when first needed: most tests need none.
function keys(): KeyPair {
	made ??= makeKeyPair('rsa');
	return made;
}
