// CurrentUser\My as .NET on Linux sees it, between the steps that fill and empty it.
import assert from 'node:assert/strict';
import { randomBytes, verify, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { writePfx } from '../../src/certificate/pfx-write.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { KeyKind } from '../emulator/key-pair.js';
import type { StepResult } from '../runner/run-step.js';
import { type Issued, issue } from '../support/certificates.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { asMade } from '../support/issued-certificate.js';
import { runBothSteps } from '../support/run-post-step.js';
import { thumbprintOf } from '../support/vault-certificate.js';

const STORE = '.dotnet/corefx/cryptography/x509stores/my';
const noStore = process.platform === 'linux' ? noDotnet : 'that is how .NET on Linux keeps it';

const root = issue('Root');
const LEAVES = (['rsa', 'rsa-4096', 'ec', 'ec-384'] as const).map(
	(kind: KeyKind) => [kind, issue(`exo ${kind}`, { issuer: root, kind })] as const,
);

/** An entry of the store, as .NET finds it. */
interface Entry {
	/** Null if the entry has no private key. */
	readonly signature: string | null;
}

let emulator: Emulator;
let home: string;
let dotnet: Dotnet;
before(async () => {
	emulator = await startEmulator();
	for (const [kind, leaf] of LEAVES) emulator.vault().setCertificate(kind, { made: asMade({ leaf, issuers: [root] }) });
});
after(() => emulator.close());
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'home ünïcode '));
	if (noStore === false) dotnet = startDotnet({ HOME: home });
});
afterEach(() => {
	dotnet?.close();
	rmSync(home, { recursive: true });
});

async function find(leaf: Issued): Promise<readonly Entry[]> {
	const [entries = []] = await dotnet.ask<readonly Entry[]>('find', [thumbprintOf(leaf)]);
	return entries;
}

/** There is one entry, and .NET signs with its key. */
function assertWhole(entries: readonly Entry[], leaf: Issued): void {
	assert.equal(entries.length, 1);
	const { signature } = entries[0] ?? assert.fail();
	assert.notEqual(signature, null, 'the entry has no private key');
	const { publicKey } = new X509Certificate(leaf.certificate);
	assert.ok(verify('sha256', Buffer.from('signed by .NET'), publicKey, Buffer.from(signature ?? '', 'base64')));
}

function pfxOf(leaf: Issued): Buffer {
	const parts = { privateKey: leaf.pkcs8, certificates: [leaf.certificate], password: null, friendlyName: 'own' };
	return writePfx({ ...parts, protection: '3des', randomBytes });
}

function fill(between: (main: StepResult) => Promise<void>): ReturnType<typeof runBothSteps> {
	const certificates = LEAVES.map(([kind]) => `${kind} | store`).join('\n');
	return runBothSteps(emulator, { certificates }, { env: { HOME: home }, between });
}

describe('.NET and | store', { skip: noStore }, () => {
	it('finds each certificate by its thumbprint, signs with its key, and finds nothing after the post step', async () => {
		await fill(async (main) => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			for (const [, leaf] of LEAVES) assertWhole(await find(leaf), leaf);
		});
		for (const [, leaf] of LEAVES) assert.deepEqual(await find(leaf), []);
	});

	it('removes an entry, and the post step does not mind', async () => {
		await fill(async () => {
			for (const [, leaf] of LEAVES) await dotnet.ask('remove', [thumbprintOf(leaf)]);
			for (const [, leaf] of LEAVES) assert.deepEqual(await find(leaf), []);
		});
		assert.ok(!existsSync(join(home, STORE)), 'the folder that the step made is still there');
	});

	it('keeps the entry that it had itself', async () => {
		const [[, leaf] = assert.fail()] = LEAVES;
		await dotnet.ask('add', [{ pfx: pfxOf(leaf).toString('base64'), password: null }]);
		const [own] = readdirSync(join(home, STORE));
		await fill(async (main) => {
			assert.equal(main.exitCode, 0, main.log.join('\n'));
			assertWhole(await find(leaf), leaf);
		});
		assertWhole(await find(leaf), leaf);
		assert.deepEqual(readdirSync(join(home, STORE)), [own]);
	});

	it('finds an entry whose key was left out', async () => {
		const [[, leaf] = assert.fail()] = LEAVES;
		await dotnet.ask('add', [{ pfx: pfxOf(leaf).toString('base64'), password: null }]);
		assertWhole(await find(leaf), leaf);
		// Put in by hand: the certificate alone, as a writer without a key would leave it.
		rmSync(join(home, STORE), { recursive: true });
		mkdirSync(join(home, STORE), { recursive: true, mode: 0o700 });
		const item = { pem: null, certificates: [leaf.certificate.toString('base64')], password: null };
		const [pfx = ''] = await dotnet.ask<string>('exportPfx', [item]);
		writeFileSync(join(home, STORE, `${thumbprintOf(leaf)}.pfx`), Buffer.from(pfx, 'base64'), { mode: 0o600 });
		const entries = await find(leaf);
		assert.throws(() => assertWhole(entries, leaf), /no private key/);
	});
});
