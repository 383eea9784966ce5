// Client assertions judged by a certified OpenID provider: ours is accepted once, and whatever is not quite it never.
import assert from 'node:assert/strict';
import { constants, randomBytes, sign } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type AssertedClient, assertionFields, makeClientAssertion } from '../../src/entra/client-assertion.js';
import { signIn } from '../../src/entra/credential.js';
import { tokenRequest } from '../../src/entra/token-request.js';
import { parseJsonObject } from '../../src/http/json.js';
import { SecretText } from '../../src/secret-text.js';
import { issue } from '../support/certificates.js';
import { given, issued, PEM } from '../support/given-certificate.js';
import { CLIENT_ID, choose, makeContext, TARGET, TENANT_ID } from '../support/sign-in-context.js';
import { type OpenIdProvider, startOpenIdProvider } from './openid-provider.js';

const OTHER = issue('other', { kind: 'rsa' });
const FORGED = /^signature verification failed$/;
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const clock = { nowMs: () => Date.now(), sleep: async () => undefined };

let provider: OpenIdProvider;
before(async () => {
	const client = { tenantId: TENANT_ID, clientId: CLIENT_ID, certificate: issued.certificate, scope: TARGET.scope };
	provider = await startOpenIdProvider(client);
});
after(() => provider.close());

interface Variation {
	readonly client?: Partial<AssertedClient>;
	readonly key?: typeof issued;
	readonly padding?: typeof PSS | object;
	readonly nowMs?: number;
}

/** An assertion of ours, except for what varies. */
function assertion({
	client = {},
	key = issued,
	padding = PSS,
	nowMs = Date.now(),
}: Variation = {}): Promise<SecretText> {
	const asserted = { clientId: CLIENT_ID, audience: provider.tokenEndpoint, certificate: key.certificate, ...client };
	const ports = { clock: { ...clock, nowMs: () => nowMs }, randomBytes };
	return makeClientAssertion(asserted, ports, async (text) =>
		sign('sha256', text, { key: key.privateKey, ...padding }),
	);
}

async function ask(proof: SecretText): Promise<{ readonly status: number; readonly answer: unknown }> {
	const authority = `${provider.authorityHost}/${TENANT_ID}`;
	const form = { client_id: CLIENT_ID, scope: TARGET.scope, ...assertionFields(proof) };
	const { status, body } = await provider.transport(tokenRequest(authority, form), 10_000);
	return { status, answer: parseJsonObject(body) };
}

/** The assertion with another claim, under the same signature. */
function tampered(proof: SecretText, claim: object): SecretText {
	const [header, claims = '', signature] = proof.reveal().split('.');
	const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')), ...claim };
	return new SecretText(`${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`);
}

describe('a client assertion', () => {
	it('is accepted, as client-certificate sends it', async () => {
		const { context } = makeContext();
		const target = { ...TARGET, authorityHost: provider.authorityHost };
		const real = { ...context, transport: provider.transport, clock, randomBytes, deadlineMs: Date.now() + 60_000 };
		const { token, expiresOnSeconds } = await signIn(await choose(given(PEM)), target, real);
		assert.match(token.reveal(), /^[\w-]{43}$/);
		assert.ok(Math.abs(expiresOnSeconds - Date.now() / 1000 - 3600) < 10);
		assert.deepEqual(provider.refusals, []);
	});

	it('is accepted once', async () => {
		const proof = await assertion();
		assert.equal((await ask(proof)).status, 200);
		assert.equal((await ask(proof)).status, 401);
		assert.match(provider.refusals.at(-1) ?? '', /must only be used once/);
	});

	const refused: Readonly<Record<string, readonly [() => Promise<SecretText>, RegExp]>> = {
		'with another expiry than was signed': [
			async () => tampered(await assertion(), { exp: Math.floor(Date.now() / 1000) + 9_999 }),
			FORGED,
		],
		'with a bit of its signature turned over': [
			async () => {
				const [header, claims, signature = ''] = (await assertion()).reveal().split('.');
				const bytes = Buffer.from(signature, 'base64url');
				bytes[9] = (bytes[9] ?? 0) ^ 1;
				return new SecretText(`${header}.${claims}.${bytes.toString('base64url')}`);
			},
			FORGED,
		],
		'signed with the key of another certificate': [() => assertion({ key: OTHER }), FORGED],
		'signed with PKCS #1 where the header says PSS': [
			() => assertion({ padding: { padding: constants.RSA_PKCS1_PADDING } }),
			FORGED,
		],
		'signed with a salt of another length': [() => assertion({ padding: { ...PSS, saltLength: 20 } }), FORGED],
		'made for another audience': [
			() => assertion({ client: { audience: 'https://login.microsoftonline.com/common/oauth2/v2.0/token' } }),
			/audience \(aud\) must equal/,
		],
		'made by another client': [
			() => assertion({ client: { clientId: '99999999-9999-4999-8999-999999999999' } }),
			/^invalid_request$/,
		],
		'made eleven minutes ago': [() => assertion({ nowMs: Date.now() - 660_000 }), /^jwt expired$/],
		'made for later': [() => assertion({ nowMs: Date.now() + 660_000 }), /^jwt not active yet$/],
	};
	for (const [what, [make, reason]] of Object.entries(refused)) {
		it(`is refused ${what}`, async () => {
			const { status, answer } = await ask(await make());
			assert.ok(status === 400 || status === 401, `${status}`);
			assert.match(String((answer as { error?: string }).error), /^invalid_(?:client|request)$/);
			assert.match(provider.refusals.at(-1) ?? '', reason);
		});
	}
});
