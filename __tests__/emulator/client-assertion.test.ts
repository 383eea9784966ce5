// The emulated token endpoint takes an assertion only if the real one would.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, askToken, type Reply } from './ask.js';
import { certificateAuthority, makeCertificate } from './certificate-authority.js';
import { CLIENT_ID, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import { type Emulator, startEmulator } from './emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT, type IdTokenClaims } from './id-token-issuer.js';
import { encodeJwt, isSignedBy, readJwt } from './jwt.js';
import type { MadeCertificate } from './made-certificate.js';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const AUDIENCE = 'api://AzureADTokenExchange';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

function askWith(assertion: string, tenant?: string): Promise<Reply> {
	const fields = { client_secret: undefined, client_assertion_type: TYPE, client_assertion: assertion };
	return askToken(emulator, fields, tenant);
}

function codeOf({ json }: Reply): number | string {
	return json.error_codes?.[0] ?? json.token_type;
}

describe('an assertion of the application', () => {
	const { der, privateKeyPem } = makeTellingCertificate();
	const sha256 = createHash('sha256').update(der).digest('base64url');
	const sha1 = createHash('sha1').update(der).digest('base64url');

	// One whose thumbprint is not the same in plain base64 as in base64url, if its padding is skipped.
	function makeTellingCertificate(): MadeCertificate {
		const made = makeCertificate();
		return /[+/]/.test(createHash('sha256').update(made.der).digest('base64')) ? made : makeTellingCertificate();
	}

	it('is taken with the padding that msal for Python leaves at a thumbprint', async () => {
		const header = { alg: 'PS256', typ: 'JWT', 'x5t#S256': `${sha256}=` };
		assert.equal(codeOf(await askWith(makeAssertion({ header }))), 'Bearer');
	});

	interface Options {
		readonly header?: object;
		readonly claims?: object;
		readonly key?: string;
		readonly saltLength?: number;
		readonly padding?: 'pss' | 'pkcs1';
	}

	function makeAssertion({
		header,
		claims,
		key = privateKeyPem,
		saltLength = 32,
		padding = 'pss',
	}: Options = {}): string {
		const nowSeconds = Math.floor(Date.now() / 1000);
		const text = encodeJwt(header ?? { alg: 'PS256', typ: 'JWT', 'x5t#S256': sha256 }, {
			aud: `${emulator.authorityHost}/${TENANT_ID}/oauth2/v2.0/token`,
			iss: CLIENT_ID,
			sub: CLIENT_ID,
			jti: randomUUID(),
			nbf: nowSeconds,
			exp: nowSeconds + 600,
			...claims,
		});
		const options = padding === 'pss' ? { padding: 6, saltLength } : { padding: 1 };
		const signature = sign('sha256', Buffer.from(text), { key: createPrivateKey(key), ...options });
		return `${text}.${signature.toString('base64url')}`;
	}

	beforeEach(() => {
		emulator.entra.app().certificates = [der];
	});

	it('is taken with PS256 and RS256, by either thumbprint, for the tenant by either name', async () => {
		assert.equal(codeOf(await askWith(makeAssertion())), 'Bearer');
		const old = makeAssertion({ header: { alg: 'RS256', typ: 'JWT', x5t: sha1 }, padding: 'pkcs1' });
		assert.equal(codeOf(await askWith(old)), 'Bearer');
		const aud = `${emulator.authorityHost}/${TENANT_DOMAIN}/oauth2/v2.0/token`;
		assert.equal(codeOf(await askWith(makeAssertion({ claims: { aud } }), TENANT_DOMAIN)), 'Bearer');
	});

	const nowSeconds = Math.floor(Date.now() / 1000);
	const refusals: readonly { readonly of: string; readonly wanted: Options; readonly code: number }[] = [
		{ of: 'of another key', wanted: { key: certificateAuthority().login.key }, code: 700027 },
		{ of: 'with another length of salt', wanted: { saltLength: 20 }, code: 700027 },
		{ of: 'signed otherwise than it says', wanted: { padding: 'pkcs1' }, code: 700027 },
		{ of: 'with a thumbprint in plain base64', wanted: { header: plainThumbprint() }, code: 700027 },
		{ of: 'with no thumbprint', wanted: { header: { alg: 'PS256', typ: 'JWT' } }, code: 700027 },
		{ of: 'of another client', wanted: { claims: { iss: randomUUID() } }, code: 700021 },
		{ of: 'about another client', wanted: { claims: { sub: randomUUID() } }, code: 700021 },
		{ of: 'for another endpoint', wanted: { claims: { aud: 'https://login.microsoftonline.com' } }, code: 700023 },
		{ of: 'that has expired', wanted: { claims: { exp: nowSeconds - 3600 } }, code: 700024 },
		{ of: 'that has not begun', wanted: { claims: { nbf: nowSeconds + 3600 } }, code: 700024 },
		{ of: 'without an end', wanted: { claims: { exp: undefined } }, code: 700024 },
		{ of: 'without an ID', wanted: { claims: { jti: undefined } }, code: 50027 },
	];
	for (const { of, wanted, code } of refusals) {
		it(`is refused ${of}`, async () => {
			const reply = await askWith(makeAssertion(wanted));
			assert.deepEqual([reply.status, reply.json.error, codeOf(reply)], [401, 'invalid_client', code]);
		});
	}

	it("is refused if its certificate is not the application's, which names the thumbprint", async () => {
		emulator.entra.app().certificates = [new X509Certificate(certificateAuthority().login.cert).raw];
		const { json } = await askWith(makeAssertion());
		const thumbprint = createHash('sha256').update(der).digest('hex').toUpperCase();
		assert.match(json.error_description, new RegExp(`^AADSTS700027: .*'${thumbprint}'`));
	});

	it('is taken as often as it lives, and once if that is wanted', async () => {
		const assertion = makeAssertion();
		assert.deepEqual([codeOf(await askWith(assertion)), codeOf(await askWith(assertion))], ['Bearer', 'Bearer']);
		emulator.entra.singleUseAssertions = true;
		const other = makeAssertion();
		assert.deepEqual([codeOf(await askWith(other)), codeOf(await askWith(other))], ['Bearer', 50027]);
		emulator.entra.singleUseAssertions = false;
	});

	it('is refused if it is none, or of another type', async () => {
		assert.equal(codeOf(await askWith('abc')), 50027);
		const fields = { client_secret: undefined, client_assertion: makeAssertion() };
		assert.equal(codeOf(await askToken(emulator, fields)), 900144);
		assert.equal(codeOf(await askToken(emulator, { ...fields, client_assertion_type: 'jwt' })), 900144);
	});

	function plainThumbprint(): object {
		return { alg: 'PS256', typ: 'JWT', 'x5t#S256': createHash('sha256').update(der).digest('base64') };
	}
});

describe('an ID token of GitHub', () => {
	before(() => {
		emulator.entra.app().federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: AUDIENCE }];
	});

	it('is taken as often as it lives', async () => {
		const idToken = emulator.idTokens.issue(AUDIENCE);
		assert.deepEqual([codeOf(await askWith(idToken)), codeOf(await askWith(idToken))], ['Bearer', 'Bearer']);
	});

	const refusals: readonly {
		readonly of: string;
		readonly audience?: string;
		readonly claims?: IdTokenClaims;
		readonly code: number;
	}[] = [
		{ of: 'issuer', claims: { iss: `${GITHUB_ISSUER}/` }, code: 700211 },
		{ of: 'audience', audience: `${AUDIENCE}USGov`, code: 700212 },
		{ of: 'audience by case', audience: AUDIENCE.toLowerCase(), code: 700212 },
		{ of: 'subject', claims: { sub: 'repo:contoso@1/automation@2:ref:refs/heads/main' }, code: 700213 },
		{ of: 'subject by case', claims: { sub: GITHUB_SUBJECT.replace('contoso', 'Contoso') }, code: 7002138 },
		{ of: 'time', claims: { exp: Math.floor(Date.now() / 1000) - 1 }, code: 700024 },
	];
	for (const { of, audience = AUDIENCE, claims = {}, code } of refusals) {
		it(`is refused for its ${of}`, async () => {
			assert.equal(codeOf(await askWith(emulator.idTokens.issue(audience, claims))), code);
		});
	}

	it('is refused with a signature of its own', async () => {
		const [header, payload] = emulator.idTokens.issue(AUDIENCE).split('.');
		assert.equal(codeOf(await askWith(`${header}.${payload}.${'A'.repeat(342)}`)), 700027);
	});

	it('is given to a job that shows its request token, and to nobody else', async () => {
		const { ACTIONS_ID_TOKEN_REQUEST_URL: base = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } =
			emulator.idTokenVariables;
		const url = `${base}&audience=${encodeURIComponent(AUDIENCE)}`;
		const { status, json } = await ask(emulator, { url, headers: { authorization: `Bearer ${token}` } });
		assert.deepEqual([status, json.count], [200, json.value.length]);
		const jwt = readJwt(json.value);
		assert.ok(jwt !== undefined && isSignedBy(jwt, emulator.idTokens.publicKey));
		const { aud, iss, sub, exp, iat } = jwt.claims;
		assert.deepEqual([aud, iss, sub, Number(exp) - Number(iat)], [AUDIENCE, GITHUB_ISSUER, GITHUB_SUBJECT, 300]);
		for (const headers of [{}, { authorization: 'Bearer x' }]) {
			assert.equal((await ask(emulator, { url, headers })).status, 401);
		}
	});

	it('can be verified with the key that the issuer publishes', async () => {
		const { origin } = emulator.listener('id-token');
		const { json: document } = await ask(emulator, { url: `${origin}/.well-known/openid-configuration` });
		assert.equal(document.issuer, GITHUB_ISSUER);
		const { json } = await ask(emulator, { url: document.jwks_uri });
		const published = emulator.idTokens.publicKey.export({ format: 'jwk' });
		assert.deepEqual([json.keys[0].n, json.keys[0].e], [published['n'], published['e']]);
		assert.equal(readJwt(emulator.idTokens.issue('a'))?.header['kid'], json.keys[0].kid);
		assert.equal((await ask(emulator, { url: `${origin}/elsewhere` })).status, 404);
		assert.equal((await ask(emulator, { url: `${origin}/elsewhere`, method: 'POST' })).status, 405);
	});
});
