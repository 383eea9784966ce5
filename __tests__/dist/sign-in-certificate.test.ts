// The client certificate through the committed bundle: every form it may have, and every refusal. The emulator verifies
// the assertions as Entra does.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { describeCertificate } from '../../src/certificate/describe.js';
import { toPem } from '../../src/certificate/pem.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { readJwt } from '../emulator/jwt.js';
import { makeKeyVaultPfx } from '../emulator/key-vault-pfx.js';
import type { StepResult } from '../runner/run-step.js';
import { issue } from '../support/certificates.js';
import { issued, PASSWORD, PEM, pemOf, pfx } from '../support/given-certificate.js';
import { RC2_RSA } from '../support/rc2-rsa-fixture.js';
import { assertNoLeak } from '../support/run-action.js';
import { assertRefused, assertSignedIn, signInAs, startTrustingEmulator } from '../support/sign-in-as.js';

const workspace = mkdtempSync(join(tmpdir(), 'sign-in-'));
after(() => rmSync(workspace, { recursive: true }));
mkdirSync(join(workspace, 'certs'));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startTrustingEmulator();
	emulator.entra.app().certificates = [issued.certificate, RC2_RSA.certificate];
});
afterEach(() => emulator.close());

type Texts = Readonly<Record<string, string>>;

/** Signs in; nothing of what was given is seen, and no assertion. */
async function run(certificate: string, password = '', inputs: Texts = {}): Promise<StepResult> {
	const given = { 'client-certificate': certificate, 'client-certificate-password': password, ...inputs };
	const result = await signInAs(emulator, given, { GITHUB_WORKSPACE: workspace });
	// Only the key of a PEM text is secret; its lines stand for it.
	const isPath = certificate.length < 200;
	const key = toPem('PRIVATE KEY', issued.pkcs8).split('\n').slice(1, -2).join('\n');
	assertNoLeak(result, [
		...(isPath || certificate.includes('-----') ? [] : [certificate]),
		key,
		password,
		...assertions(),
	]);
	return result;
}

function assertions(): readonly string[] {
	return emulator.requests.flatMap(({ body }) => new URLSearchParams(body).get('client_assertion') ?? []);
}

function file(name: string, content: Buffer | string): string {
	writeFileSync(join(workspace, name), content);
	return name;
}

const vaultPfx = makeKeyVaultPfx({ privateKey: issued.pkcs8, certificate: issued.certificate });

describe('client-certificate signs in with', () => {
	const encrypted = issued.privateKey
		.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: PASSWORD })
		.toString();
	const forms: Readonly<Record<string, () => readonly [string, string?]>> = {
		PEM: () => [PEM],
		'PEM whose key is encrypted': () => [encrypted + toPem('CERTIFICATE', issued.certificate), PASSWORD],
		'a base64 PFX of a vault: null password, 3DES': () => [vaultPfx.toString('base64')],
		'a base64 PFX under the empty password, 3DES': () => [pfx('', '3des').toString('base64')],
		'a base64 PFX with a password, AES, in lines': () => [
			pfx(PASSWORD).toString('base64').replace(/.{76}/g, '$&\n'),
			PASSWORD,
		],
		'a base64 PFX in RC2-40': () => [RC2_RSA.pfx.toString('base64'), RC2_RSA.password],
		'a path of PEM, from the workspace': () => [file('certs/exo.pem', PEM)],
		'a path of base64': () => [file('exo.b64', `${vaultPfx.toString('base64')}\n`)],
		'a path of a binary PFX': () => [file('certs/exo.pfx', pfx(PASSWORD)), PASSWORD],
		'an absolute path': () => [join(workspace, file('exo.pfx', vaultPfx))],
	};
	for (const [what, make] of Object.entries(forms)) {
		it(what, async () => {
			const result = await run(...make());
			assertSignedIn(result, 'client-certificate');
			assert.equal(assertions().length, 1);
			for (const assertion of assertions()) assert.ok(result.masker.hides(assertion));
			assert.deepEqual(
				result.annotations.filter(({ level }) => level !== 'notice'),
				[],
			);
		});
	}

	it('an assertion exactly, whatever names the tenant', async () => {
		assertSignedIn(await run(PEM, '', { 'tenant-id': TENANT_DOMAIN }), 'client-certificate');
		const jwt = readJwt(assertions()[0] ?? '');
		const { jti, nbf, ...claims } = jwt?.claims ?? {};
		const iat = Number(nbf);
		assert.deepEqual(Object.keys(jwt?.header ?? {}), ['alg', 'typ', 'x5t#S256']);
		const audience = `${emulator.authorityHost}/${TENANT_DOMAIN}/oauth2/v2.0/token`;
		assert.deepEqual(claims, { aud: audience, iss: CLIENT_ID, sub: CLIENT_ID, iat, exp: iat + 600 });
		assert.match(String(jti), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});

	it('another assertion after an answer that was cut off, since each is taken once', async () => {
		emulator.inject({ kind: 'cut-body', match: { path: /\/token$/ }, times: 1 });
		assertSignedIn(await run(PEM), 'client-certificate');
		assert.equal(new Set(assertions()).size, 2);
	});

	it('another token if the vault refuses the first', async () => {
		emulator.inject({ kind: 'status', status: 401, match: { path: /^\/secrets\// }, times: 1 });
		assertSignedIn(await run(PEM), 'client-certificate');
		assert.equal(new Set(assertions()).size, 2);
	});

	it('the tenant that the vault names', async () => {
		assertSignedIn(await run(PEM, '', { 'tenant-id': '' }), 'client-certificate');
		assert.ok(String(readJwt(assertions()[0] ?? '')?.claims['aud']).includes(TENANT_ID));
	});
});

describe('client-certificate is refused by Entra', () => {
	const { thumbprint } = describeCertificate(issued.certificate);

	it('if it is not one of the application, with its thumbprint', async () => {
		emulator.entra.app().certificates = [RC2_RSA.certificate];
		assertRefused(await run(PEM), new RegExp(`AADSTS700027.*thumbprint of the certificate is ${thumbprint}: .*Upload`));
		assert.equal(assertions().length, 1);
	});

	it('if the clock of the runner is wrong', async () => {
		const fault = { error: 'invalid_client', error_codes: [700024], error_description: 'AADSTS700024: x' };
		const match = { path: /\/token$/ };
		emulator.inject({ kind: 'status', status: 401, body: JSON.stringify(fault), match });
		assertRefused(await run(PEM), /AADSTS700024.*Set the runner's clock/);
	});
});

describe('client-certificate is refused before any request', () => {
	const other = issue('other', { kind: 'rsa' });
	const locked = () => pfx(PASSWORD).toString('base64');
	const cases: Readonly<Record<string, readonly [string, string, Texts, RegExp]>> = {
		'where key and certificate do not belong together': [
			toPem('PRIVATE KEY', issued.pkcs8) + toPem('CERTIFICATE', other.certificate),
			'',
			{},
			/^client-certificate: the PEM holds a private key and 1 certificate, but none that belongs to the key\./,
		],
		'where the key is not RSA': [
			pemOf(issue('ec')),
			'',
			{},
			/^client-certificate: the private key is an EC key\. Use a certificate with an RSA key/,
		],
		'where it has expired': [
			pemOf(issue('expired', { kind: 'rsa', notAfter: '210101000000Z' })),
			'',
			{},
			/^client-certificate: the certificate expired on 2021-01-01T00:00:00Z\./,
		],
		'where it is not valid yet': [
			pemOf(issue('early', { kind: 'rsa', notBefore: '480101000000Z' })),
			'',
			{},
			/^client-certificate: the certificate is not valid before 2048-01-01T00:00:00Z\./,
		],
		'where the password is wrong': [
			locked(),
			'another',
			{},
			/^client-certificate-password: the password does not open/,
		],
		'where the password is missing': [locked(), '', {}, /^client-certificate: the PFX is protected .* none was given/],
		'where the password is given alone': [
			'',
			PASSWORD,
			{},
			/^client-certificate-password: this input is set without client-cert/,
		],
		'where there is no certificate': [
			'',
			'',
			{ 'auth-method': 'client-certificate' },
			/^client-certificate: the input is empty\./,
		],
		'where it is cut off': [
			locked().slice(0, 400),
			PASSWORD,
			{},
			/^client-certificate: the PFX is cut off: its last \d+ bytes are missing/,
		],
		'where there is no such file': [
			'certs/none.pfx',
			'',
			{},
			/^client-certificate: it is neither PEM nor base64, and no file has this path\./,
		],
		'where it names a folder': ['certs', '', {}, /^client-certificate: the path leads to a folder\./],
		'beside a client secret': [
			PEM,
			'',
			{ 'client-secret': CLIENT_SECRET },
			/^client-secret and client-certificate: different sign-in methods are set/,
		],
		'beside another way': [
			PEM,
			'',
			{ 'auth-method': 'managed-identity' },
			/^auth-method and client-certificate: different sign-in methods are set/,
		],
	};
	for (const [what, [certificate, password, inputs, expected]] of Object.entries(cases)) {
		it(what, async () => {
			assertRefused(await run(certificate, password, inputs), expected);
			assert.deepEqual(emulator.requests, []);
		});
	}
});
