// An assertion that a vault has signed, judged by a certified OpenID provider that knows the certificate alone.
import assert from 'node:assert/strict';
import { randomBytes, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { makeClientAssertion } from '../../src/entra/client-assertion.js';
import type { AccessToken } from '../../src/entra/credential.js';
import { mintToken } from '../../src/flow/mint-each.js';
import { makeVaultSession, type VaultAccess } from '../../src/keyvault/ask-vault.js';
import { signWithVaultKey } from '../../src/keyvault/sign.js';
import { readSigningCertificate, type SigningCertificate } from '../../src/keyvault/signing-certificate.js';
import { SecretText } from '../../src/secret-text.js';
import { ask } from '../emulator/ask.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { CLIENT_ID, makeContext, TARGET, TENANT_ID } from '../support/sign-in-context.js';
import { type OpenIdProvider, startOpenIdProvider } from './openid-provider.js';

const SCOPE = 'https://graph.microsoft.com/.default';
const clock = { nowMs: () => Date.now(), sleep: async () => undefined };

let emulator: Emulator;
let provider: OpenIdProvider;
before(async () => {
	emulator = await startEmulator();
	const { der } = emulator.vault().setCertificate('exo', { exportable: false }).certificate;
	provider = await startOpenIdProvider({ tenantId: TENANT_ID, clientId: CLIENT_ID, certificate: der, scope: SCOPE });
});
after(() => Promise.all([emulator.close(), provider.close()]));

/** Access to the emulated vault over the wire. */
function vaultAccess(): VaultAccess {
	const { context } = makeContext();
	const token = new SecretText(emulator.entra.issue());
	return {
		session: makeVaultSession({ tenantId: TENANT_ID, token, renew: undefined }),
		context: {
			...context,
			clock,
			deadlineMs: Date.now() + 60_000,
			transport: async ({ method, url, headers, body }) => {
				const shown = Object.entries(headers).map(([name, value]) => [
					name,
					value instanceof SecretText ? value.reveal() : value,
				]);
				const request = { method, url, headers: Object.fromEntries(shown), body: body?.reveal() ?? '' };
				const { status, body: answered } = await ask(emulator, request);
				return { status, headers: {}, body: answered };
			},
		},
	};
}

/** Mints with a certificate of the vault; `change` is what happens to the text before the vault sees it. */
async function mint(name: string, change: (text: Buffer) => Buffer = (text) => text): Promise<AccessToken> {
	const access = vaultAccess();
	const item = { vaultUrl: emulator.vaultUrl, collection: 'certificates', name, version: undefined } as const;
	const certificate: SigningCertificate = await readSigningCertificate(item, access, Date.now());
	const client = { clientId: CLIENT_ID, audience: provider.tokenEndpoint, certificate: certificate.der };
	const assertion = await makeClientAssertion(client, { clock, randomBytes }, (text) =>
		signWithVaultKey(change(text), certificate, access),
	);
	const { context } = makeContext();
	const target = { ...TARGET, authorityHost: provider.authorityHost, scope: SCOPE };
	const real = { ...context, transport: provider.transport, clock, deadlineMs: Date.now() + 60_000 };
	return mintToken({ clientId: CLIENT_ID, assertion, tokenName: 'Token GRAPH', notes: [] }, target, real);
}

describe('an assertion that the vault has signed', () => {
	it('is accepted, and a token comes for it', async () => {
		const { token, expiresOnSeconds } = await mint('exo');
		assert.match(token.reveal(), /^[\w-]{43}$/);
		assert.ok(Math.abs(expiresOnSeconds - Date.now() / 1000 - 3600) < 10);
		assert.deepEqual(provider.refusals, []);
	});

	it('is refused if another text was signed', async () => {
		const refused = mint('exo', (text) => Buffer.concat([text, Buffer.from('x')]));
		await assert.rejects(refused, /^ActionError: Token GRAPH of client .*invalid_client/);
		assert.match(provider.refusals.at(-1) ?? '', /^signature verification failed$/);
	});

	it('was signed by a key that nobody can have: the vault gives no private key', async () => {
		const { json } = await ask(emulator, {
			url: `${emulator.vaultUrl}/certificates/exo?api-version=7.4`,
			headers: { authorization: `Bearer ${emulator.entra.issue()}` },
		});
		assert.equal(json.policy.key_props.exportable, false);
		assert.equal(new X509Certificate(Buffer.from(json.cer, 'base64')).publicKey.type, 'public');
		assert.ok(emulator.requests.every(({ path }) => !path.startsWith('/secrets')));
	});
});
