// The proof of a client without a secret: an assertion signed with its certificate's key, or another issuer's token.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation
import { isNamedBy } from './app-keys.js';
import type { App, Directory } from './directory.js';
import { isSignedBy, type ReadJwt, readJwt } from './jwt.js';
import { invalidClient, required, TokenRefusal } from './token-refusal.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The difference between clocks that is put up with. */
const SKEW_SECONDS = 300;

/** Data that an assertion is checked against. */
export interface AssertionQuestion {
	readonly directory: Directory;
	readonly app: App;
	readonly form: URLSearchParams;
	/** The address that the request was sent to. */
	readonly tokenEndpoint: string;
}

/** @throws TokenRefusal if the assertion does not prove that the client is this application */
export function checkAssertion({ directory, app, form, tokenEndpoint }: AssertionQuestion): void {
	if (required(form, 'client_assertion_type') !== ASSERTION_TYPE) {
		const text = `The value of 'client_assertion_type' is not supported. Expected '${ASSERTION_TYPE}'.`;
		throw new TokenRefusal({ error: 'invalid_request', code: 900144, text });
	}
	const assertion = readJwt(required(form, 'client_assertion'));
	if (assertion === undefined) throw invalidClient(50027, 'JWT token is invalid or malformed.');
	// An issuer is known by its address, a client by its ID. ID tokens, too, name their key by a thumbprint.
	if (/^https:\/\//.test(String(assertion.claims['iss']))) checkIdToken(directory, app, assertion);
	else checkOwnAssertion(directory, app, assertion, tokenEndpoint);
}

function checkOwnAssertion(directory: Directory, app: App, assertion: ReadJwt, tokenEndpoint: string): void {
	const { claims, header } = assertion;
	const verdict = app.keys.judge((der) => isNamedBy(header, der));
	if (verdict.kind === 'unknown') throw unknownKey('The key was not found.', header);
	if (verdict.kind !== 'valid') {
		throw unknownKey(`The key used is ${verdict.kind === 'expired' ? 'expired' : 'not valid yet'}.`, header);
	}
	if (!isSignedBy(assertion, verdict.key.publicKey)) {
		throw unknownKey('The key was found, but use of the key to verify the signature failed.', header);
	}
	if (claims['iss'] !== app.clientId || claims['sub'] !== app.clientId) {
		throw invalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
	}
	if (claims['aud'] !== tokenEndpoint) {
		throw invalidClient(700023, 'Client assertion audience claim does not match Realm issuer.');
	}
	checkTime(assertion, directory.nowMs(), SKEW_SECONDS);
	const id = claims['jti'];
	if (typeof id !== 'string' || id === '' || !directory.takesAssertion(id)) {
		throw invalidClient(50027, "JWT token is invalid or malformed: 'jti' is missing or was used before.");
	}
}

function unknownKey(reason: string, header: ReadJwt['header']): TokenRefusal {
	const named = Buffer.from(String(header['x5t#S256'] ?? header['x5t'] ?? ''), 'base64url').toString('hex');
	return invalidClient(
		700027,
		`The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ${reason}, Thumbprint of key used by client: '${named.toUpperCase()}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app.`,
	);
}

// RFC 7519 §4.1.4 and §4.1.5.
function checkTime({ claims }: ReadJwt, nowMs: number, skewSeconds: number): void {
	const [notBefore, expires] = [claims['nbf'], claims['exp']];
	const nowSeconds = nowMs / 1000;
	const began = notBefore === undefined || (typeof notBefore === 'number' && notBefore <= nowSeconds + skewSeconds);
	if (began && typeof expires === 'number' && expires > nowSeconds - skewSeconds) return;
	const text = `Client assertion is not within its valid time range. Current time: ${new Date(nowMs).toISOString()}, assertion valid from ${notBefore}, expiry time of assertion ${expires}.`;
	throw invalidClient(700024, text);
}

// The order of the checks is the real service's: issuer, subject, audience; then the token itself.
function checkIdToken(directory: Directory, app: App, idToken: ReadJwt): void {
	const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => idToken.claims[name]);
	const ofIssuer = app.federated.filter((one) => one.issuer === issuer);
	if (ofIssuer.length === 0) throw mismatch(700211, `issuer '${issuer}'`);
	const ofSubject = ofIssuer.filter((one) => one.subject === subject);
	if (ofSubject.length === 0) {
		const byCase = ofIssuer.some((one) => one.subject.toLowerCase() === String(subject).toLowerCase());
		throw mismatch(byCase ? 7002138 : 700213, `subject '${subject}'`);
	}
	if (!ofSubject.some((one) => one.audience === audience)) throw mismatch(700212, `audience '${audience}'`);
	const key = directory.issuers.get(String(issuer))?.publicKey;
	if (idToken.header['alg'] !== 'RS256' || key === undefined || !isSignedBy(idToken, key)) {
		throw invalidClient(700027, 'Client assertion failed signature validation.');
	}
	checkTime(idToken, directory.nowMs(), 0);
}

function mismatch(code: number, presented: string): TokenRefusal {
	const text = `No matching federated identity record found for presented assertion ${presented}. Please note that the matching is done using a case-sensitive comparison. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`;
	return invalidClient(code, text);
}
