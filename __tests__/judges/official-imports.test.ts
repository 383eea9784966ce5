// Certificates that the set action imports are, to Microsoft's own clients, what their files held.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import forge from 'node-forge';
import { toPem } from '../../src/certificate/pem.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { issue } from '../support/certificates.js';
import { runAction } from '../support/run-action.js';
import { ISSUERS, leafOf, type Owner, pemOf, rsa } from './certificate-corpus.js';
import { noClients, runClients } from './official-clients.js';

const PASSWORD = 'Pa55word of the files';
const RC2 = ['-legacy', '-keypbe', 'PBE-SHA1-RC2-40', '-certpbe', 'PBE-SHA1-RC2-40'];
const DES3 = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];

interface Source {
	readonly name: string;
	readonly leaf: Owner;
	readonly issuers: readonly Buffer[];
	/** Options of `openssl pkcs12 -export`; undefined for PEM. */
	readonly options: readonly string[] | undefined;
	/** Null for the null password, which is another than the empty one. */
	readonly password: string | null;
}

const ec = leafOf('ec');
/** Node-forge reads certificates that RSA signed alone. */
const own = issue('Own', { kind: 'rsa', isAuthority: false });
const SOURCES: readonly Source[] = [
	{ name: 'aes', leaf: rsa, issuers: [], options: [], password: PASSWORD },
	{ name: 'des3', leaf: rsa, issuers: [], options: DES3, password: PASSWORD },
	{ name: 'rc2', leaf: rsa, issuers: [], options: RC2, password: PASSWORD },
	{ name: 'empty-password', leaf: rsa, issuers: [], options: DES3, password: '' },
	{ name: 'null-password', leaf: own, issuers: [], options: [], password: null },
	{ name: 'chain', leaf: rsa, issuers: ISSUERS, options: [], password: PASSWORD },
	{ name: 'ec', leaf: ec, issuers: [], options: [], password: PASSWORD },
	{ name: 'pem-chain', leaf: ec, issuers: ISSUERS, options: undefined, password: '' },
];

let emulator: Emulator;
let workspace: string;
before(async () => {
	emulator = await startEmulator();
	workspace = mkdtempSync(join(tmpdir(), 'imports-'));
	for (const source of SOURCES) writeFileSync(join(workspace, source.name), makeFile(source));
});
after(async () => {
	await emulator.close();
	rmSync(workspace, { recursive: true });
});

function makeFile({ leaf, issuers, options, password }: Source): Buffer | string {
	const pem = pemOf(leaf, issuers);
	if (options === undefined) return pem;
	if (password === null) return makeForgePfx(leaf);
	const args = ['pkcs12', '-export', ...options, '-passout', `pass:${password}`];
	return execFileSync('openssl', args, { input: pem, stdio: 'pipe' });
}

// OpenSSL writes no null password.
function makeForgePfx({ pkcs8, certificate }: Owner): Buffer {
	const key = forge.pki.privateKeyFromPem(toPem('PRIVATE KEY', pkcs8));
	const certificates = [forge.pki.certificateFromPem(toPem('CERTIFICATE', certificate))];
	const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, null as never, { algorithm: '3des' });
	return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

// One step has one password for all of its files.
async function importAll(password: string): Promise<void> {
	const lines = SOURCES.filter((one) => (one.password ?? '') === password).map(({ name }) => `${name} < file ${name}`);
	const inputs = { certificates: lines.join('\n'), 'certificate-password': password };
	const env = { GITHUB_WORKSPACE: workspace };
	const { exitCode, log } = await runAction(emulator, inputs, { action: 'set/action.yml', env });
	assert.equal(exitCode, 0, log.join('\n'));
}

/** Returns the contents of a secret, by OpenSSL: the private key, then the certificates in their order, DER each. */
function open({ value, contentType }: { readonly value: string; readonly contentType: string }): readonly Buffer[] {
	const args = ['pkcs12', '-legacy', '-noenc', '-passin', 'pass:'];
	const isPem = contentType === 'application/x-pem-file';
	const pem = isPem ? value : execFileSync('openssl', args, { input: Buffer.from(value, 'base64'), stdio: 'pipe' });
	const blocks = String(pem).match(/-----BEGIN (?:PRIVATE KEY|CERTIFICATE)-----[^-]+-----END [A-Z ]+-----/g) ?? [];
	const keys = blocks.filter((block) => block.includes('PRIVATE KEY'));
	const certificates = blocks.filter((block) => block.includes('CERTIFICATE'));
	return [
		...keys.map((block) => createPrivateKey(block).export({ format: 'der', type: 'pkcs8' })),
		...certificates.map((block) => new X509Certificate(block).raw),
	];
}

/** Returns everything that is not as the file had it. */
function differences({ leaf, issuers }: Source, opened: readonly Buffer[], cer: string): readonly string[] {
	const wanted = [createPrivateKey(toPem('PRIVATE KEY', leaf.pkcs8)).export({ format: 'der', type: 'pkcs8' })];
	const all = [...wanted, leaf.certificate, ...issuers];
	const wrong = all.flatMap((der, index) => (opened[index]?.equals(der) ? [] : [`part ${index}`]));
	return [
		...wrong,
		...(opened.length === all.length ? [] : [`${opened.length} parts`]),
		...(cer === leaf.certificate.toString('base64') ? [] : ['the certificate']),
	];
}

describe('certificates that are imported', { skip: noClients }, () => {
	it('are read back by the clients with key, certificate and issuers as the files had them', async () => {
		await importAll(PASSWORD);
		await importAll('');
		const found = await runClients(emulator, 'held', { names: SOURCES.map(({ name }) => name) });
		for (const source of SOURCES) {
			const { name, options, leaf } = source;
			const { cer, contentType, exportable, thumbprint, secret } = found[name];
			const opened = open(secret);
			assert.deepEqual(differences(source, opened, cer), [], name);
			const type = `application/x-${options === undefined ? 'pem-file' : 'pkcs12'}`;
			assert.deepEqual([contentType, secret.contentType, exportable], [type, type, true], name);
			assert.equal(thumbprint, new X509Certificate(leaf.certificate).fingerprint.replaceAll(':', ''), name);
			// A leaf of another key, or an issuer that is missing, would be seen.
			assert.notDeepEqual(differences({ ...source, leaf: leaf === rsa ? ec : rsa }, opened, cer), []);
			assert.notDeepEqual(differences({ ...source, issuers: [...source.issuers, leaf.certificate] }, opened, cer), []);
		}
	});
});
