// Everything that Entra or the vault may say no to when tokens are minted, through the committed bundle.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_ID } from '../emulator/directory.js';
import { assertNothingExported, errorsOf } from '../support/run-action.js';
import { askedOf, EXO, runToken, startTokenWorld, type TokenWorld } from '../support/run-token.js';
import { EXO as EC } from '../support/throw-away.js';

const SIGN = /\/sign$/;

let world: TokenWorld;
beforeEach(async () => {
	world = await startTokenWorld();
});
afterEach(() => world.emulator.close());

type Inputs = Readonly<Record<string, string>>;

/** The one error of a step that exported nothing, with step debug logging. */
async function errorOf(inputs: Inputs = {}): Promise<{ readonly text: string; readonly log: string }> {
	const result = await runToken(world.emulator, inputs, { debug: true });
	assertNothingExported(result);
	assert.deepEqual(result.environment, {});
	const errors = errorsOf(result);
	assert.equal(errors.length, 1, errors.join('\n'));
	return { text: errors[0] ?? '', log: result.log.join('\n') };
}

const signatures = () => askedOf(world.emulator).filter((line) => SIGN.test(line)).length;

describe('a certificate that the application does not have', () => {
	it('is named by its thumbprint, with what to do, and is in the log', async () => {
		world.emulator.entra.app().certificates = [];
		const { der, pem } = world.stored.certificate;
		const { text, log } = await errorOf();
		const thumbprint = createHash('sha1').update(der).digest('hex').toUpperCase();
		assert.match(
			text,
			/^Token EXO \(scopes line 1\) of client .* \(correlation ID .*\), Token GRAPH \(scopes line 2\) of client /,
		);
		assert.ok(
			text.includes(
				`AADSTS700027: the certificate is not one of the application. Certificate exo (version ${world.stored.version}, thumbprint ${thumbprint}) must be uploaded to application ${CLIENT_ID}.`,
			),
		);
		assert.ok(text.includes(`az ad app credential reset --id ${CLIENT_ID} --cert @exo.pem --append`));
		assert.ok(log.includes(pem.trim()), 'the certificate is not in the log, or masked');
	});
});

describe('a certificate that cannot sign', () => {
	const day = 86_400_000;
	const wantedOnes: readonly (readonly [string, object, RegExp, number])[] = [
		['disabled', { enabled: false }, /^certificate exo: it is disabled\. Enable this version/, 0],
		[
			'expired',
			{ notAfter: new Date(Date.now() - day), notBefore: new Date(0) },
			/^certificate exo: .*expired on \d{4}-.*Z\. Renew it in the vault, and upload/,
			0,
		],
		[
			'not valid yet',
			{ notBefore: new Date(Date.now() + day) },
			/^certificate exo: it is valid from \d{4}-.*Z, which is in the future\./,
			0,
		],
		[
			'of another key usage',
			{ keyUsage: ['keyEncipherment'] },
			/^certificate exo: its key is not allowed to sign: .*lack "digitalSignature"/,
			0,
		],
		[
			'with a disabled key',
			{ keyEnabled: false },
			/^key exo\/\w{32}: it is disabled \(HTTP 403, KeyDisabled\)\. Enable/,
			1,
		],
	];
	for (const [what, wanted, expected, asked] of wantedOnes) {
		it(`is said to be ${what}`, async () => {
			world.emulator.vault().setCertificate('exo', wanted);
			assert.match((await errorOf()).text, expected);
			assert.equal(signatures(), asked);
		});
	}

	it('by a version whose policy the vault does not show is refused by its key', async () => {
		const { version } = world.emulator.vault().setCertificate('exo', { keyUsage: ['keyEncipherment'] });
		const { text } = await errorOf({ certificate: `exo/${version}` });
		assert.match(
			text,
			/^key exo\/\w{32}: the key is not allowed to sign \(HTTP 403, KeyOperationForbidden\)\. Issue a new version/,
		);
	});

	it('has an EC key, which Entra takes from no application', async () => {
		const version = '0'.repeat(32);
		const [id, kid] = ['certificates', 'keys'].map((kind) => `${world.emulator.vaultUrl}/${kind}/exo/${version}`);
		const body = JSON.stringify({ id, kid, cer: EC.cer, attributes: { enabled: true } });
		world.emulator.inject({ kind: 'status', status: 200, body, match: { path: /^\/certificates\// } });
		assert.match((await errorOf()).text, /^certificate exo: its key is not RSA, .*key type RSA or RSA-HSM/);
		assert.equal(signatures(), 0);
	});
});

describe('a missing permission', () => {
	it('to read the certificate names both roles, each at its own object', async () => {
		world.emulator.vault().deny('exo', 'rbac', 'certificates');
		const { text } = await errorOf();
		assert.match(
			text,
			/^certificate exo: the identity \(client ID 22222222.*, object ID 33333333.*\) has no role that allows Microsoft\.KeyVault\/vaults\/certificates\/read /,
		);
		assert.match(
			text,
			/"Key Vault Reader" at the scope …\/certificates\/exo and "Key Vault Crypto User" at …\/keys\/exo .*and no other role\. \(request ID /,
		);
	});

	it('to sign names the role to sign', async () => {
		world.emulator.vault().deny('exo', 'rbac', 'keys');
		assert.match(
			(await errorOf()).text,
			/^key exo\/\w{32}: .* has no role that allows Microsoft\.KeyVault\/vaults\/keys\/sign\/action .*Assign it "Key Vault Crypto User"/,
		);
	});

	it('in an access policy names the permission', async () => {
		world.emulator.vault().deny('exo', 'policy', 'keys');
		assert.match(
			(await errorOf()).text,
			/^key exo\/\w{32}: .*access policies do not allow .*to sign keys .*Give it "sign" of keys/,
		);
	});

	it('to read secrets is not missed', async () => {
		world.emulator.vault().deny('*', 'rbac', 'secrets');
		assert.equal((await runToken(world.emulator)).exitCode, 0);
	});
});

describe('a token that is refused', () => {
	it('for a service that the tenant does not know', async () => {
		const { text } = await errorOf({ scopes: `EXO = ${EXO}\nX = api://nobody/.default` });
		assert.match(
			text,
			/^Token X \(scopes line 2\) of client .*AADSTS500011: the tenant has no such service\..*\(correlation ID [0-9a-f-]{36}\)$/,
		);
	});

	it('for lack of a role of the service', async () => {
		world.emulator.entra.app().roles = [];
		world.emulator.entra.services.set('https://graph.microsoft.com', { needsRole: true });
		assert.match((await errorOf()).text, /^Token GRAPH .*AADSTS501051: the application has no role of this service/);
	});

	it('for lack of consent', async () => {
		const body = JSON.stringify({ error: 'invalid_grant', error_codes: [65001], error_description: 'AADSTS65001: …' });
		// The second request to the login host is the first for a token.
		world.emulator.inject({ kind: 'slow-body', pauseMs: 0, match: { path: /oauth2/ }, times: 1 });
		world.emulator.inject({ kind: 'status', status: 400, body, match: { path: /oauth2/ } });
		assert.match((await errorOf()).text, /AADSTS65001: consent is missing\. Grant admin consent/);
	});

	const cases: readonly (readonly [string, Inputs, RegExp])[] = [
		[
			'an unknown application',
			{ 'app-id': '55555555-5555-4555-8555-555555555555' },
			/AADSTS700016.*The application is that of app-id/,
		],
		['an unknown tenant', { 'app-tenant-id': 'nobody.example' }, /AADSTS90002.*the tenant that of app-tenant-id/],
	];
	for (const [what, inputs, expected] of cases) {
		it(`for ${what}`, async () => {
			const { text } = await errorOf(inputs);
			assert.match(text, /^Token EXO .*, Token GRAPH /);
			assert.match(text, expected);
		});
	}
});
