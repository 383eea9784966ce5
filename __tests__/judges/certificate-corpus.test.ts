// Every file of the corpus is read as the tool that made it meant it, and as OpenSSL and .NET read it, or refused for the true reason.
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import type { KeyWithChain } from '../../src/certificate/key-with-chain.js';
import { openBackingSecret } from '../../src/render/render-certificate.js';
import { SecretText } from '../../src/secret-text.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { refusal } from '../support/refusal.js';
import { SetWorld } from '../support/set-world.js';
import { type CorpusFile, forEach, type Kit, makeKit, type ReadAs } from './certificate-corpus.js';
import { OPENSSL_PFX } from './corpus-openssl.js';
import { FROM_OTHERS } from './corpus-others.js';
import { OPENSSL_PEM } from './corpus-pem.js';

const CORPUS: readonly CorpusFile[] = [...OPENSSL_PFX, ...OPENSSL_PEM, ...FROM_OTHERS];

/** Output of OpenSSL for a file: its private key and its certificates. */
interface Printed {
	readonly key: string;
	readonly certificates: readonly string[];
}

/** Result of .NET: the thumbprint of the certificate that has a private key, or why it opens nothing. */
interface Opened {
	readonly thumbprint?: string;
	readonly error?: string;
}

const made = new Map<CorpusFile, Buffer>();
const identities = new Map<CorpusFile, KeyWithChain>();
const printed = new Map<CorpusFile, Printed>();
let opened: readonly (readonly [CorpusFile, Opened])[] = [];
let dotnet: Dotnet | undefined;

before(async () => {
	dotnet = noDotnet === false ? startDotnet() : undefined;
	const kit = makeKit(dotnet);
	// Those of keytool take longest.
	const wanted = CORPUS.filter(({ skip }) => skip === false);
	await forEach([...wanted].reverse(), async (file) => {
		made.set(file, await file.make(kit));
		if (file.openssl !== undefined) printed.set(file, await askOpenSsl(kit, file));
	});
	opened = await askDotnet();
});
after(() => dotnet?.close());

async function askOpenSsl(kit: Kit, file: CorpusFile): Promise<Printed> {
	const [command = '', ...options] = file.openssl ?? [];
	const name = await kit.save(bytesOf(file));
	const output = command === 'pkcs12' ? ['-noenc'] : [];
	const password = ['-passin', `pass:${file.password ?? ''}`];
	const text = (await kit.run('openssl', command, ...options, '-in', name, ...password, ...output)).toString();
	const [key = ''] = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text) ?? [];
	const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
	return { key, certificates };
}

async function askDotnet(): Promise<readonly (readonly [CorpusFile, Opened])[]> {
	const isBinary = (file: CorpusFile): boolean => bytesOf(file)[0] === 0x30;
	const files = [...made.keys()].filter(isBinary);
	const items = files.map((file) => ({ pfx: bytesOf(file).toString('base64'), password: file.password ?? null }));
	const answers = (await dotnet?.ask<Opened>('openPfx', items)) ?? [];
	return files.flatMap((file, index) => {
		const answer = answers[index];
		return answer === undefined ? [] : [[file, answer] as const];
	});
}

function bytesOf(file: CorpusFile): Buffer {
	return made.get(file) ?? assert.fail(`${file.name} was not made`);
}

function read(file: CorpusFile): KeyWithChain {
	const known = identities.get(file);
	if (known !== undefined) return known;
	const password = file.password === undefined ? undefined : new SecretText(file.password);
	const identity = parseClientCertificate(bytesOf(file), password);
	identities.set(file, identity);
	return identity;
}

function assertIs({ privateKey, certificate, chain }: KeyWithChain, { leaf, chain: expected }: ReadAs): void {
	assert.ok(privateKey.equals(createPrivateKey({ key: leaf.pkcs8, format: 'der', type: 'pkcs8' })));
	assert.deepEqual([certificate, ...chain], [leaf.certificate, ...expected]);
}

it('the corpus has more than a hundred files, each of its own name', () => {
	assert.ok(CORPUS.length > 100, String(CORPUS.length));
	assert.equal(new Set(CORPUS.map(({ name }) => name)).size, CORPUS.length);
});

describe('a file that another tool made is read, or refused for the true reason:', () => {
	for (const file of CORPUS) {
		const { expected, password } = file;
		it(file.name, { skip: file.skip }, () => {
			if ('code' in expected) {
				assert.throws(() => read(file), refusal(expected.code, expected.problem));
				return;
			}
			assertIs(read(file), expected);
			// A vault gives the same as base64, without a password.
			if (password !== undefined) return;
			assertIs(openBackingSecret(bytesOf(file).toString('base64'), expected.leaf.certificate), expected);
		});
	}
});

describe('the set action imports, and the vault gives back the same of', () => {
	for (const file of CORPUS) {
		const { expected, password = '' } = file;
		if ('code' in expected) continue;
		it(file.name, { skip: file.skip }, async () => {
			const world = new SetWorld();
			const inputs = { certificates: 'corpus < file source', 'certificate-password': password };
			const { succeeded, errors } = await world.run(inputs, { files: { source: bytesOf(file) } });
			const { asymmetricKeyType: type } = new X509Certificate(expected.leaf.certificate).publicKey;
			if (type !== 'rsa' && type !== 'ec') {
				assert.match(errors[0] ?? '', /Key Vault does not accept a private key of this kind/);
				return;
			}
			assert.ok(succeeded, errors.join('\n'));
			const held = openBackingSecret(world.vault.findSecret('corpus')?.value ?? '', expected.leaf.certificate);
			assertIs(held, expected);
		});
	}
});

describe('OpenSSL reads the same of', () => {
	for (const file of CORPUS.filter(({ openssl }) => openssl !== undefined)) {
		it(file.name, { skip: file.skip }, () => {
			const { key, certificates } = printed.get(file) ?? assert.fail();
			// A file is sound if it is refused only for its protection.
			if ('code' in file.expected) {
				assert.notEqual(key, '');
				return;
			}
			const identity = read(file);
			assert.ok(createPrivateKey(key).equals(identity.privateKey));
			if (file.openssl?.[0] !== 'pkcs12') return;
			const theirs = certificates.map((pem) => new X509Certificate(pem).fingerprint256);
			const ours = [identity.certificate, ...identity.chain].map((der) => new X509Certificate(der).fingerprint256);
			assert.deepEqual(new Set(ours), new Set(theirs));
		});
	}
});

it('.NET finds the same certificate if it opens a file, and opens most of those that are read', {
	skip: noDotnet,
}, () => {
	let count = 0;
	for (const [file, { thumbprint }] of opened) {
		if ('code' in file.expected || thumbprint === undefined) continue;
		const { fingerprint } = new X509Certificate(read(file).certificate);
		assert.equal(thumbprint, fingerprint.replaceAll(':', ''), file.name);
		count += 1;
	}
	const readable = opened.filter(([{ expected }]) => 'leaf' in expected).length;
	assert.ok(count > 20 && count * 2 > readable, `${count} of ${readable}`);
});
