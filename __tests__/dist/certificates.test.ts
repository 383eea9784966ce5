// Certificates through the committed bundle: what comes out opens, prints masked, and leaves nothing behind.
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createSecureContext } from 'node:tls';
import { readPfx, selectKeyWithChain } from '../../src/certificate/pfx-read.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { findNodes } from '../runner/node24.js';
import type { StepResult } from '../runner/run-step.js';
import { issue } from '../support/certificates.js';
import { asMade } from '../support/issued-certificate.js';
import { encodings, linesOf } from '../support/print-masked.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';
import { runBothSteps } from '../support/run-post-step.js';
import { type Chained, certificatePem, pemValueOf, thumbprintOf } from '../support/vault-certificate.js';

const isWindows = process.platform === 'win32';
const root = issue('Root');
const middle = issue('Middle', { issuer: root });
const RSA: Chained = { leaf: issue('exo', { issuer: middle, kind: 'rsa' }), issuers: [middle, root] };
const EC: Chained = { leaf: issue('ec', { issuer: middle }), issuers: [middle, root] };

let emulator: Emulator;
let home: string;
before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	for (const [name, chained] of Object.entries({ exo: RSA, ec: EC })) {
		vault.setCertificate(name, { made: asMade(chained) });
		vault.setCertificate(`${name}-pem`, { made: asMade(chained), contentType: 'application/x-pem-file' });
	}
	vault.setCertificate('locked', { exportable: false });
});
after(() => emulator.close());
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'certificates-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Returns each line of this text as a later step's log shows it. */
function printed(result: StepResult, text: string): readonly string[] {
	return linesOf(text)
		.filter((line) => line !== '')
		.map((line) => result.masker.mask(`⟦${line}⟧`));
}

function assertBytesHidden(result: StepResult, bytes: Buffer): void {
	for (const [form, lines] of encodings(bytes))
		for (const line of lines) assert.equal(result.masker.mask(line), '***', form);
}

function assertKeyHidden(result: StepResult, pem: string): void {
	const [key = '', ...rest] = pem.split(/(?<=-----END PRIVATE KEY-----\n)/);
	const lines = printed(result, key);
	assert.deepEqual(lines.slice(1, -1), Array(lines.length - 2).fill('⟦***⟧'));
	for (const line of [...lines.slice(0, 1), ...lines.slice(-1), ...printed(result, rest.join(''))])
		assert.ok(!line.includes('***'), line);
}

function assertPfxHolds(pfx: Buffer, password: string, { leaf, issuers }: Chained): void {
	assert.doesNotThrow(() => createSecureContext({ pfx, passphrase: password }));
	for (const wrong of ['', undefined, 'wrong'])
		assert.throws(() => createSecureContext({ pfx, ...(wrong !== undefined && { passphrase: wrong }) }), /mac verify/);
	const contents = readPfx(pfx, password);
	assert.deepEqual(
		contents.certificates.map(({ der }) => der),
		[leaf, ...issuers].map(({ certificate }) => certificate),
	);
	assert.ok(selectKeyWithChain(contents).privateKey.equals(leaf.privateKey));
}

for (const { version, path: node } of findNodes().nodes) {
	describe(`the bundle on Node ${version}`, () => {
		for (const [name, chained] of Object.entries({ exo: RSA, ec: EC, 'exo-pem': RSA, 'ec-pem': EC })) {
			it(`writes ${name} as a PFX that opens, prints masked, and goes`, async () => {
				const between = (main: StepResult, temp: string): void => {
					const { CERT = '', 'CERT-path': path = '', 'CERT-password': password = '' } = main.outputs;
					assert.deepEqual([basename(path), dirname(dirname(path))], ['CERT.pfx', temp]);
					const pfx = readFileSync(path);
					assertPfxHolds(pfx, password, chained);
					assertBytesHidden(main, pfx);
					assertBytesHidden(main, Buffer.from(password));
					assert.equal(main.masker.mask(password), '***');
					if (CERT.startsWith('-----')) assertKeyHidden(main, CERT);
					else assertBytesHidden(main, Buffer.from(CERT, 'base64'));
					if (!isWindows) assert.equal(statSync(path).mode & 0o777, 0o600);
				};
				const { main, left } = await runBothSteps(
					emulator,
					{ certificates: `CERT = ${name} | file` },
					{ node, between },
				);
				assert.equal(main.exitCode, 0, main.log.join('\n'));
				assert.equal(main.outputs['CERT-thumbprint'], thumbprintOf(chained.leaf));
				assertNoLeak(main, [main.outputs['CERT'] ?? '', main.outputs['CERT-password'] ?? '']);
				const warnings = main.annotations.map(({ title }) => title);
				assert.deepEqual(warnings, chained === EC ? [`Not an RSA key: certificate ${name}`] : []);
				assert.deepEqual(left, []);
			});

			it(`gives ${name} as PEM that opens and prints masked`, async () => {
				const between = (main: StepResult): void => {
					const { CERT = '', 'CERT-private-key': key = '', 'CERT-chain': chain, 'CERT-path': path = '' } = main.outputs;
					assert.ok(createPrivateKey(key).equals(chained.leaf.privateKey));
					assert.equal(chain, chained.issuers.map(certificatePem).join(''));
					const file = readFileSync(path, 'utf8');
					assert.equal(file, pemValueOf(chained));
					assert.equal(CERT.startsWith('-----BEGIN'), name.endsWith('-pem'));
					assert.doesNotThrow(() => createSecureContext({ key: file, cert: file }));
					assertKeyHidden(main, key);
					assertKeyHidden(main, file);
					assertBytesHidden(main, chained.leaf.pkcs8);
					assertBytesHidden(main, Buffer.from(file));
				};
				const certificates = `CERT = ${name} | pem | file`;
				const { main, left } = await runBothSteps(emulator, { certificates }, { node, between });
				assert.equal(main.exitCode, 0, main.log.join('\n'));
				assert.ok(!('CERT-password' in main.outputs));
				assert.deepEqual([left, main.annotations], [[], []]);
			});
		}
	});
}

it('a pinned version is the one that comes out', async () => {
	const vault = emulator.vault();
	const old = { leaf: issue('pinned', { issuer: middle }), issuers: [middle, root] };
	const { version } = vault.setCertificate('pinned', { made: asMade(old) });
	vault.setCertificate('pinned', { made: asMade(EC) });
	const result = await runAction(emulator, { certificates: `OLD = pinned/${version} | pem\nNEW = pinned | pem` });
	assert.equal(result.outputs['OLD-thumbprint'], thumbprintOf(old.leaf));
	assert.equal(result.outputs['OLD-version'], version);
	assert.ok(createPrivateKey(result.outputs['OLD-private-key'] ?? '').equals(old.leaf.privateKey));
	assert.equal(result.outputs['NEW-thumbprint'], thumbprintOf(EC.leaf));
});

describe('| public', () => {
	it('asks for no secret, whether the key is exportable or not', async () => {
		const before = emulator.requests.length;
		const result = await runAction(emulator, { certificates: 'exo | public, locked | public' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		const paths = emulator.requests.slice(before).map(({ path }) => path);
		assert.ok(paths.every((path) => !path.startsWith('/secrets/')));
		assert.equal(paths.length, 3);
		assert.equal(result.outputs['exo-cer'], certificatePem(RSA.leaf));
		assert.deepEqual(
			Object.keys(result.outputs).filter((name) => name === 'exo' || name === 'locked'),
			[],
		);
	});

	it('is what the error for a key that is not exportable points to', async () => {
		for (const steps of ['', ' | file', ' | pem', ' | store']) {
			const step = { env: { HOME: home } };
			const result = await runAction(emulator, { certificates: `locked${steps}` }, step);
			assertNothingExported(result);
			assert.match(
				errorsOf(result).join('\n'),
				/^certificate locked: its private key is not exportable.*"\| public".* token action/,
			);
		}
	});
});
