// .NET opens every PFX and PEM that is written, and signs with its key; and what .NET exports is read.
import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { parseClientCertificate } from '../../src/certificate/key-pair.js';
import { toPem } from '../../src/certificate/pem.js';
import { openBackingSecret } from '../../src/render/render-certificate.js';
import { SecretText } from '../../src/secret-text.js';
import type { KeyKind } from '../emulator/key-pair.js';
import { type Issued, issue } from '../support/certificates.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import {
	type Chained,
	certificatePem,
	fileOf,
	outputsOf,
	pemValueOf,
	pfxValueOf,
	render,
	thumbprintOf,
} from '../support/vault-certificate.js';
import { pemOf } from './certificate-corpus.js';

const KINDS: readonly KeyKind[] = ['rsa', 'rsa-3072', 'rsa-4096', 'ec', 'ec-384', 'ec-521'];
const root = issue('Root', { kind: 'rsa' });
const middle = issue('Middle', { issuer: root });
const stranger = issue('Stranger', { kind: 'rsa' });
const CHAINS: Readonly<Record<string, readonly Issued[]>> = {
	'no issuer': [],
	'one issuer': [middle],
	'two issuers': [middle, root],
	'two issuers and another certificate': [root, stranger, middle],
};
const PASSWORDS: readonly (string | null)[] = [null, '', 'Rnd-Pass_123', 'påss w€rd 🗝'];

const leaves = new Map<KeyKind, Issued>();
function leafOf(kind: KeyKind): Issued {
	const leaf = leaves.get(kind) ?? issue(`Leaf ${kind}`, { kind, issuer: middle, isAuthority: false });
	leaves.set(kind, leaf);
	return leaf;
}

/** Input for .NET, and what it should find. */
interface Written {
	readonly name: string;
	readonly item: { readonly pfx: string; readonly password: string | null } | { readonly pem: string };
	readonly chained: Chained;
}

/** Results of .NET. */
interface Used {
	readonly thumbprints?: readonly string[];
	readonly signature?: string;
	readonly error?: string;
}

/** Everything that is written of a certificate line, of one kind of key and chain. */
function writtenOf(kind: KeyKind, chain: string): readonly Written[] {
	const chained = { leaf: leafOf(kind), issuers: (CHAINS[chain] ?? []).filter((one) => one !== stranger) };
	return [pfxValueOf, pemValueOf].flatMap((takeFrom) => {
		const value = takeFrom(chained);
		const of = (what: string, item: Written['item']): Written => ({
			name: `${kind}, ${chain}, from ${takeFrom === pfxValueOf ? 'PFX' : 'PEM'}: ${what}`,
			item,
			chained,
		});
		const files = (['file', 'file 3des'] as const).map((step) => {
			const rendered = render(chained, { value, modifiers: [step] });
			const password = outputsOf(rendered)['EXO-password'] ?? '';
			return of(`| ${step}`, { pfx: fileOf(rendered).toString('base64'), password });
		});
		const onMac = render(chained, { value, modifiers: ['file'], context: { platform: 'darwin' } });
		const all = render(chained, { value, modifiers: ['file', 'pem', 'store'] });
		const { EXO = '', 'EXO-private-key': key = '', 'EXO-chain': issuers = '' } = outputsOf(all);
		const entry = all.storeEntries[0] ?? assert.fail();
		return [
			...files,
			of('| file on macOS', {
				pfx: fileOf(onMac).toString('base64'),
				password: outputsOf(onMac)['EXO-password'] ?? '',
			}),
			of('the entry of the store', { pfx: entry.pfx.reveal().toString('base64'), password: entry.password.reveal() }),
			of('| file | pem', { pem: fileOf(all).toString() }),
			of('the outputs of | pem', { pem: key + certificatePem(chained.leaf) + issuers }),
			...(takeFrom === pfxValueOf ? [of('NAME', { pfx: EXO, password: null })] : []),
		];
	});
}

const WRITTEN = KINDS.flatMap((kind) => ['no issuer', 'two issuers'].flatMap((chain) => writtenOf(kind, chain)));

let dotnet: Dotnet;
before(() => {
	if (noDotnet === false) dotnet = startDotnet();
});
after(() => dotnet?.close());

/** Fails unless .NET found the certificates, the leaf with its key, and signed with it. */
function assertUsed({ thumbprints = [], signature = '', error }: Used, { name, item, chained }: Written): void {
	assert.equal(error, undefined, `${name}: ${error}`);
	// .NET loads only the first certificate of a PEM text.
	const issuers = 'pem' in item ? [] : chained.issuers;
	assert.equal(thumbprints[0], thumbprintOf(chained.leaf), name);
	assert.deepEqual(thumbprints.slice(1).sort(), issuers.map(thumbprintOf).sort(), name);
	const { publicKey } = new X509Certificate(chained.leaf.certificate);
	assert.ok(verify('sha256', Buffer.from('signed by .NET'), publicKey, Buffer.from(signature, 'base64')), name);
}

describe('.NET', { skip: noDotnet }, () => {
	it(`opens each of ${WRITTEN.length} files and values that are written, and signs with the key`, async () => {
		const used = await dotnet.ask<Used>(
			'use',
			WRITTEN.map(({ item }) => item),
		);
		for (const [index, written] of WRITTEN.entries()) assertUsed(used[index] ?? {}, written);
	});

	it('finds a wrong MAC, a wrong password and a certificate without its key', async () => {
		const [written = assert.fail()] = WRITTEN.filter(({ name }) => name.endsWith(': | file'));
		if (!('pfx' in written.item)) assert.fail();
		const { pfx, password } = written.item;
		const bytes = Buffer.from(pfx, 'base64');
		// The salt of the MAC and its number of iterations, 22 bytes at the most, follow its digest of 32.
		const digest = bytes.lastIndexOf(Buffer.from([0x04, 0x20])) + 2;
		assert.ok(digest > bytes.length - 64, 'the digest is not where it should be');
		const wrongMac = Buffer.from(bytes);
		wrongMac[digest] = (wrongMac[digest] ?? 0) ^ 1;
		const publicOnly = (await dotnet.ask<string>('exportPfx', [
			{ pem: null, certificates: [root.certificate.toString('base64')], password: '' },
		])) as readonly [string];
		const used = await dotnet.ask<Used>('use', [
			written.item,
			{ pfx: wrongMac.toString('base64'), password },
			{ pfx, password: 'wrong' },
			{ pfx: publicOnly[0], password: '' },
		]);
		assertUsed(used[0] ?? {}, written);
		for (const one of used.slice(1)) assert.throws(() => assertUsed(one, written), /Exception|no private key/);
	});
});

describe('what .NET exports is read:', { skip: noDotnet }, () => {
	for (const kind of KINDS) {
		for (const [what, others] of Object.entries(CHAINS)) {
			for (const password of PASSWORDS) {
				it(`${kind}, ${what}, ${password === null ? 'no password' : `the password "${password}"`}`, async () => {
					const leaf = leafOf(kind);
					const certificates = others.map(({ certificate }) => certificate.toString('base64'));
					const item = { pem: pemOf(leaf, []), certificates, password };
					const [pfx = ''] = await dotnet.ask<string>('exportPfx', [item]);
					const secret = password === null || password === '' ? undefined : new SecretText(password);
					const identity = parseClientCertificate(Buffer.from(pfx, 'base64'), secret);
					assert.equal(identity.privateKey.export({ format: 'pem', type: 'pkcs8' }), toPem('PRIVATE KEY', leaf.pkcs8));
					const issuers = [middle, root].filter((one) => others.includes(one)).map(({ certificate }) => certificate);
					assert.deepEqual([identity.certificate, ...identity.chain], [leaf.certificate, ...issuers]);
					if (secret === undefined)
						assert.deepEqual(openBackingSecret(pfx, leaf.certificate).certificate, leaf.certificate);
				});
			}
		}
	}
});
