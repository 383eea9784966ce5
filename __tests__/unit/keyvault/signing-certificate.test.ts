// A certificate that is to sign: what is read of it, and what is said before anything is signed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSigningCertificate } from '../../../src/keyvault/signing-certificate.js';
import { issue } from '../../support/certificates.js';
import { type Answer, response } from '../../support/make-ports.js';
import { refusal } from '../../support/refusal.js';
import { item, VAULT_URL, VERSION } from '../../support/run-fetch-items.js';
import { type BundleOptions, certificateBundle, SIGNER, SIGNING } from '../../support/signers.js';
import { makeAccess } from './make-access.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const EXO = item('exo', 'certificates');

async function read(answer: Answer, { nowMs = NOW_MS, asked = EXO } = {}) {
	const { access, requests } = makeAccess([answer]);
	const certificate = await readSigningCertificate(asked, access, nowMs);
	return { certificate, urls: requests.map(({ url }) => url) };
}

describe('readSigningCertificate', () => {
	it('reads the public part, with one request, and finds the key', async () => {
		const { certificate, urls } = await read(certificateBundle());
		assert.deepEqual(urls, [`${VAULT_URL}/certificates/exo?api-version=7.4`]);
		const { publicKey, ...rest } = certificate;
		const { publicKey: expectedKey, ...expected } = SIGNING;
		assert.deepEqual(rest, expected);
		assert.ok(publicKey.equals(expectedKey));
	});

	it('reads a version, of which the vault shows no policy', async () => {
		const asked = { ...EXO, version: VERSION };
		const { certificate, urls } = await read(certificateBundle({ versioned: true }), { asked });
		assert.deepEqual(urls, [`${VAULT_URL}/certificates/exo/${VERSION}?api-version=7.4`]);
		assert.equal(certificate.version, VERSION);
	});

	it("takes the narrower of the vault's life and the certificate's own", async () => {
		const [nbf, exp] = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2027, 0, 1) / 1000];
		const { certificate: narrow } = await read(certificateBundle({ attributes: { nbf, exp } }));
		assert.deepEqual(narrow.life, { notBefore: nbf, expires: exp });
		const wide = { nbf: Date.UTC(2010, 0, 1) / 1000, exp: Date.UTC(2090, 0, 1) / 1000 };
		assert.deepEqual((await read(certificateBundle({ attributes: wide }))).certificate.life, SIGNING.life);
	});

	it("keeps to the vault's life if the certificate's times are none", async () => {
		const der = Buffer.from(SIGNER.certificate);
		for (const time of ['200101000000Z', '491231235959Z']) der.write('XXXXXXXXXXXXZ', der.indexOf(time));
		const { certificate } = await read(certificateBundle({ der }));
		assert.deepEqual(certificate.life, { notBefore: undefined, expires: undefined });
	});

	const [year2025, year2027] = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2027, 0, 1) / 1000];
	const cannot: readonly {
		readonly of: string;
		readonly wanted?: BundleOptions;
		readonly nowMs?: number;
		readonly problem: RegExp;
	}[] = [
		{ of: 'an EC key', wanted: { der: issue('exo').certificate }, problem: /\bnot RSA/ },
		{ of: 'a disabled certificate', wanted: { attributes: { enabled: false } }, problem: /^it is disabled\.$/ },
		{ of: 'a key that decrypts', wanted: { keyUsage: ['dataEncipherment'] }, problem: /lack "digitalSignature"/ },
		{ of: 'a key without a use', wanted: { keyUsage: [] }, problem: /lack "digitalSignature"/ },
		{
			of: 'an end that has come',
			wanted: { attributes: { exp: year2025 } },
			problem: /^it expired on 2025-01-01T00:00:00Z\.$/,
		},
		{ of: 'an end at this moment', wanted: { attributes: { exp: NOW_MS / 1000 } }, problem: /^it expired on 2026/ },
		{ of: "the certificate's own end", nowMs: Date.UTC(2050, 0, 1), problem: /^it expired on 2049-12-31T23:59:59Z\.$/ },
		{
			of: 'a start to come',
			wanted: { attributes: { nbf: year2027 } },
			problem: /^it is valid from 2027-01-01T00:00:00Z/,
		},
		{
			of: "the certificate's own start",
			nowMs: Date.UTC(2019, 0, 1),
			problem: /^it is valid from 2020-01-01T00:00:00Z/,
		},
	];
	for (const { of, wanted = {}, nowMs = NOW_MS, problem } of cannot) {
		it(`says why it cannot sign: ${of}`, async () => {
			await assert.rejects(read(certificateBundle(wanted), { nowMs }), (error: Error) => {
				assert.match(error.message, /^certificate exo: /);
				return refusal('CERTIFICATE_CANNOT_SIGN', problem)(error);
			});
		});
	}

	it('lets a certificate sign from its first second on, and says of every failure what to do', async () => {
		await read(certificateBundle({ attributes: { nbf: NOW_MS / 1000, exp: NOW_MS / 1000 + 1 } }));
		await assert.rejects(read(certificateBundle({ keyUsage: [] })), {
			title: 'contoso.vault.azure.net: not a signing key',
			hint: 'Issue a new version of the certificate with that key usage, which the default policy has.',
		});
	});

	it('takes key usages that are no list for not known', async () => {
		await read(certificateBundle({ keyUsage: 'digitalSignature' }));
	});

	for (const kid of [
		`https://evil.example/keys/exo/${VERSION}`,
		`${VAULT_URL}/keys/other/${VERSION}`,
		`${VAULT_URL}/secrets/exo/${VERSION}`,
		`${VAULT_URL}/keys/exo`,
	]) {
		// Promise: N2
		it(`has nothing signed by ${kid}`, async () => {
			await assert.rejects(read(certificateBundle({ kid })), refusal('VAULT_ANSWER_UNUSABLE', /nothing was sent/));
		});
	}

	const none = { ...EXO };
	const answers: readonly (readonly [string, Answer])[] = [
		['no JSON', response(200, '<html>')],
		['no key', certificateBundle({ kid: 1 })],
		['no version', certificateBundle({ more: { id: `${VAULT_URL}/certificates/exo` } })],
		['no certificate', certificateBundle({ more: { cer: '' } })],
		['no attributes', certificateBundle({ more: { attributes: null } })],
	];
	for (const [what, answer] of answers) {
		it(`is none for an answer with ${what}`, async () => {
			const expected = refusal('VAULT_ANSWER_UNUSABLE', /^the answer is (?:not a certificate|a web page)\.$/);
			await assert.rejects(read(answer, { asked: none }), expected);
		});
	}

	it('is none if the bytes are none', async () => {
		await assert.rejects(read(certificateBundle({ der: Buffer.from([0x30, 0x00]) })), (error: Error) => {
			assert.match(error.message, /^certificate exo: /);
			return refusal('CERTIFICATE_UNREADABLE', /not an X\.509 certificate/)(error);
		});
	});
});
