// A certificate that the rotate action has made, from one rotation to the sign-in with its key: judged by OpenSSL, .NET,
// PowerShell and Microsoft's own clients. The rotation waits its whole minute, once for all of them.
import assert from 'node:assert/strict';
import { createPublicKey, randomBytes, sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { readCertificateRequest } from '../../src/certificate/certificate-request.js';
import { readElement, readElements } from '../../src/certificate/der.js';
import { makeCertificate } from '../../src/certificate/make-certificate.js';
import { toPem } from '../../src/certificate/pem.js';
import { TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StoredCertificate } from '../emulator/stored-objects.js';
import { runStep } from '../runner/run-step.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { assertNoLeak, runAction, signInInputs } from '../support/run-action.js';
import { noOpenSsl, run, save, succeed } from './judge-programs.js';
import { noClients, runClients } from './official-clients.js';
import { CONNECTING, noPowerShell, runBlock } from './powershell-blocks.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const APP_ID = '77777777-7777-4777-8777-777777777777';
const APP_OBJECT_ID = '88888888-8888-4888-8888-888888888888';

let emulator: Emulator;
let previous: StoredCertificate;
let current: StoredCertificate;
/** Outputs of the first action for the new version. */
let outputs: Readonly<Record<string, string>>;
/** The file of `| file`. */
let pfxFile: Buffer;

before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	vault.setSecret('db', 'reached');
	previous = vault.setCertificate('exo', { notAfter: new Date(Date.now() + 10 * DAY_MS), tags: { owner: 'team-a' } });
	const { der } = previous.certificate;
	emulator.entra.addApp(TENANT_ID, { clientId: APP_ID, objectId: APP_OBJECT_ID, secret: 'no', certificates: [der] });
	await rotate();
	current = vault.findCertificate('exo') ?? assert.fail();
	const fetched = await runStep({
		inputs: { ...signInInputs(emulator), certificates: 'EXO = exo | pem\nPFX = exo | file' },
		env: { NODE_EXTRA_CA_CERTS: emulator.caFile },
	});
	assert.equal(fetched.exitCode, 0, fetched.log.join('\n'));
	({ outputs } = fetched);
	pfxFile = readFileSync(outputs['PFX-path'] ?? '');
	fetched.dispose();
});
after(() => emulator.close());

async function rotate(): Promise<void> {
	const inputs = { certificate: 'exo', 'app-id': APP_ID, 'app-object-id': APP_OBJECT_ID };
	const all = { ...inputs, 'graph-host': emulator.graphHost };
	const result = await runAction(emulator, all, { action: 'rotate/action.yml', timeoutMs: 120_000 });
	assertNoLeak(result, []);
	assert.equal(result.exitCode, 0, result.log.join('\n'));
	assert.equal(result.outputs['rotated'], 'true');
}

function thumbprintOf(der: Buffer): string {
	return new X509Certificate(der).fingerprint.replaceAll(':', '');
}

it('the rotation has left a version that the application knows, and whose key is another', () => {
	assert.notEqual(current.version, previous.version);
	const app = emulator.entra.app(TENANT_ID, APP_ID);
	assert.ok(app.certificates.some((der) => der.equals(current.certificate.der)));
	assert.equal(outputs['EXO-version'], current.version);
	assert.equal(outputs['EXO-thumbprint'], thumbprintOf(current.certificate.der));
});

describe('OpenSSL', { skip: noOpenSsl }, () => {
	const of = (file: string) => ['-in', file, '-inform', 'DER', '-noout'];

	it("verifies the request's own signature, and finds its key and subject in the certificate", () => {
		const csr = emulator.vault().certificates.record('exo')?.pending?.csr ?? assert.fail();
		const request = of(save('rotated.csr', csr));
		const certificate = of(save('rotated.der', current.certificate.der));
		succeed('openssl', 'req', ...request, '-verify');
		for (const what of ['-subject', '-pubkey'])
			assert.equal(succeed('openssl', 'x509', ...certificate, what), succeed('openssl', 'req', ...request, what));
	});

	it("verifies the certificate by the previous version's key, and not by its own", () => {
		const [tbs, , signature] = readElements(readElement(current.certificate.der, 0).element.contents);
		const signed = [save('rotated.sig', signature?.contents.subarray(1) ?? ''), save('rotated.tbs', tbs?.raw ?? '')];
		const judge = (der: Buffer) => {
			const key = createPublicKey(toPem('CERTIFICATE', der)).export({ format: 'pem', type: 'spki' });
			return run('openssl', 'dgst', '-sha256', '-verify', save('key.pub', key.toString()), '-signature', ...signed);
		};
		assert.match(judge(previous.certificate.der).stdout, /Verified OK/);
		assert.notEqual(judge(current.certificate.der).status, 0);
	});

	it('reads the extensions that the documentation of certificates asks for', () => {
		const text = succeed('openssl', 'x509', ...of(save('rotated.der', current.certificate.der)), '-text');
		assert.match(text, /Version: 3 \(0x2\)/);
		assert.match(text, /X509v3 Basic Constraints: critical\s+CA:FALSE/);
		assert.match(text, /X509v3 Key Usage: critical\s+Digital Signature\n/);
		assert.match(text, /X509v3 Subject Key Identifier:/);
		assert.match(text, /X509v3 Authority Key Identifier:/);
	});
});

describe('.NET', { skip: noDotnet }, () => {
	let dotnet: Dotnet;
	before(() => {
		dotnet = startDotnet();
	});
	after(() => dotnet.close());

	it('opens the PFX of the vault, that of the file and the PEM, and signs with the new key', async () => {
		const pem = `${outputs['EXO-private-key']}${outputs['EXO-cer']}`;
		const items = [
			{ pfx: outputs['PFX'], password: null },
			{ pfx: pfxFile.toString('base64'), password: outputs['PFX-password'] },
			{ pem },
		];
		const { publicKey } = new X509Certificate(current.certificate.der);
		for (const used of await dotnet.ask<{ thumbprints: readonly string[]; signature: string }>('use', items)) {
			assert.deepEqual(used.thumbprints, [thumbprintOf(current.certificate.der)], JSON.stringify(used));
			assert.ok(verify('sha256', Buffer.from('signed by .NET'), publicKey, Buffer.from(used.signature, 'base64')));
		}
	});
});

describe("Microsoft's own clients", { skip: noClients }, () => {
	it('read the new version with its key, the versions, and the policy that the rotation has left', async () => {
		const { exo } = await runClients(emulator, 'rotated', { name: 'exo' });
		assert.equal(exo.cer, current.certificate.der.toString('base64'));
		assert.equal(exo.thumbprint, thumbprintOf(current.certificate.der));
		assert.equal(exo.secretValue, outputs['PFX']);
		assert.deepEqual([...exo.versions].sort(), [previous.version, current.version].sort());
		assert.deepEqual([exo.tags['owner'], exo.version], ['team-a', current.version]);
		assert.deepEqual(exo.policy, { issuerName: 'Unknown', actions: ['EmailContacts'], reuseKey: false });
		assert.ok(Math.abs(exo.expiresOnMs - Date.now() - 365 * DAY_MS) < DAY_MS);
	});

	it('sign in with the key of the new version', async () => {
		const certificatePem = `${outputs['EXO-private-key']}${outputs['EXO-cer']}`;
		const otherPem = await strangerPem();
		const found = await runClients(emulator, 'signIn', { clientId: APP_ID, certificatePem, otherPem, idToken: 'none' });
		assert.deepEqual([found.certificate, found.otherCertificate], ['reached', 'AADSTS700027']);
	});

	it('sign in with what OpenSSL reads of the PFX of | file', { skip: noOpenSsl }, async () => {
		const password = save('password', outputs['PFX-password'] ?? '');
		const pfx = save('rotated.pfx', pfxFile);
		const certificatePem = succeed('openssl', 'pkcs12', '-in', pfx, '-passin', `file:${password}`, '-nodes');
		const otherPem = await strangerPem();
		const found = await runClients(emulator, 'signIn', { clientId: APP_ID, certificatePem, otherPem, idToken: 'none' });
		assert.equal(found.certificate, 'reached');
	});

	// Any other key of the vault.
	async function strangerPem(): Promise<string> {
		emulator.vault().setCertificate('stranger');
		const stranger = await runStep({
			inputs: { ...signInInputs(emulator), certificates: 'S = stranger | pem' },
			env: { NODE_EXTRA_CA_CERTS: emulator.caFile },
		});
		stranger.dispose();
		return `${stranger.outputs['S-private-key']}${stranger.outputs['S-cer']}`;
	}

	it('merge by themselves what is made for a request of theirs', async () => {
		const { csr } = await runClients(emulator, 'requested', { name: 'exo' });
		const { privateKeyPem } = current.certificate;
		const der = await makeCertificate(
			{
				request: readCertificateRequest(Buffer.from(csr, 'base64')),
				issuer: current.certificate.der,
				serial: randomBytes(16),
				notBefore: Math.floor(Date.now() / 1000),
				notAfter: Math.floor((Date.now() + 90 * DAY_MS) / 1000),
			},
			async (text) => sign('sha256', text, privateKeyPem),
		);
		const { cer, thumbprint } = await runClients(emulator, 'merged', { name: 'exo', cer: der.toString('base64') });
		assert.deepEqual([cer, thumbprint], [der.toString('base64'), thumbprintOf(der)]);
	});
});

describe('a block of the pages connects with the new version:', { skip: noPowerShell }, () => {
	for (const { name, text } of CONNECTING.filter((one) => /-Certificate\w* /.test(one.text))) {
		const byStore = text.includes('-CertificateThumbprint ');
		const skip = byStore && process.platform !== 'linux' && 'the store is filled by hand on Linux alone';
		it(name, { skip }, () => {
			const held = { der: current.certificate.der, value: outputs['PFX'] ?? '' };
			const { error, seen } = runBlock(text, {}, held);
			assert.equal(error, '');
			assert.match(seen, /^Connect-\w+ certificate\r?\n$/);
		});
	}
});
