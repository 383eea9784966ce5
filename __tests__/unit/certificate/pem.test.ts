// PEM (RFC 7468).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPem, readPem, toPem } from '../../../src/certificate/pem.js';

describe('toPem', () => {
	it('wraps at 64 columns and ends with a line break', () => {
		const bytes = Buffer.from(Array.from({ length: 60 }, (_, index) => index));
		const base64 = bytes.toString('base64');
		assert.equal(
			toPem('CERTIFICATE', bytes),
			`-----BEGIN CERTIFICATE-----\n${base64.slice(0, 64)}\n${base64.slice(64)}\n-----END CERTIFICATE-----\n`,
		);
	});

	it('has no empty line where the last line is full, and none for no bytes', () => {
		const full = toPem('X', Buffer.alloc(48));
		assert.equal(full, `-----BEGIN X-----\n${'A'.repeat(64)}\n-----END X-----\n`);
		assert.equal(toPem('X', Buffer.alloc(0)), '-----BEGIN X-----\n-----END X-----\n');
	});
});

const WHOLE = { isCutOff: false, encryption: undefined };

describe('readPem', () => {
	const key = toPem('PRIVATE KEY', Buffer.from('a key'));
	const certificate = toPem('CERTIFICATE', Buffer.from('a certificate'));

	it('gives the blocks in their order, with label, text and bytes', () => {
		assert.deepEqual(readPem(`${key}${certificate}`), [
			{ label: 'PRIVATE KEY', text: key.trimEnd(), der: Buffer.from('a key'), ...WHOLE },
			{ label: 'CERTIFICATE', text: certificate.trimEnd(), der: Buffer.from('a certificate'), ...WHOLE },
		]);
	});

	it('skips what stands between the blocks (RFC 7468 §2)', () => {
		const blocks = readPem(`Bag Attributes\n  friendlyName: x\n${key}subject=CN = x\n\n${certificate}the end`);
		assert.deepEqual(
			blocks.map(({ label }) => label),
			['PRIVATE KEY', 'CERTIFICATE'],
		);
	});

	it('reads line ends of Windows', () => {
		const [block] = readPem(key.replaceAll('\n', '\r\n'));
		assert.equal(block?.der.toString(), 'a key');
	});

	it('says of a block without an END line, or with that of another, that it is cut off', () => {
		const cut = { label: 'CERTIFICATE', der: Buffer.alloc(3), isCutOff: true, encryption: undefined };
		const text = '-----BEGIN CERTIFICATE-----\nAAAA\n';
		assert.deepEqual(readPem(text), [{ ...cut, text }]);
		assert.deepEqual(readPem(`${text}-----END PRIVATE KEY-----\n`), [{ ...cut, text }]);
		const [first, second] = readPem(text + key);
		assert.deepEqual(first, { ...cut, text });
		assert.equal(second?.der.toString(), 'a key');
	});

	it('gives no block without a label', () => {
		for (const one of [
			'',
			'-----BEGIN ',
			'-----BEGIN -----\nAAAA',
			'-----BEGIN private key-----',
			`-----BEGIN ${'A'.repeat(65)}-----`,
		])
			assert.deepEqual(readPem(one), []);
	});

	const written: Readonly<Record<string, (pem: string) => string>> = {
		'\\n': (pem) => pem.replaceAll('\n', '\\n'),
		'\\r\\n': (pem) => pem.replaceAll('\n', '\\r\\n'),
		'\\\\n, escaped twice': (pem) => pem.replaceAll('\n', '\\\\n'),
		'\\u000a': (pem) => pem.replaceAll('\n', '\\u000a'),
		'JSON in JSON': (pem) => JSON.stringify(JSON.stringify({ key: pem })),
		'JSON with escaped slashes and plus signs': (pem) =>
			pem.replaceAll('\n', '\\n').replaceAll('/', '\\/').replaceAll('+', '\\u002B').replaceAll('=', '\\u003D'),
		'a carriage return alone': (pem) => pem.replaceAll('\n', '\r'),
		'nothing, in quotes': (pem) => `"${pem.replaceAll('\n', '')}"`,
		'indented lines': (pem) => pem.replace(/^/gm, '    '),
		'lines that a shell continues': (pem) => pem.replaceAll('\n', '\\\n'),
	};
	for (const [what, write] of Object.entries(written)) {
		it(`reads line breaks written as ${what}`, () => {
			const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 7 + 251) % 256));
			const [one, two] = readPem(write(toPem('PRIVATE KEY', bytes) + certificate));
			assert.deepEqual([one?.der, one?.label, one?.isCutOff], [bytes, 'PRIVATE KEY', false]);
			assert.deepEqual([two?.der.toString(), two?.label], ['a certificate', 'CERTIFICATE']);
		});
	}

	it('tells the header of the old encryption from the base64 after it', () => {
		const body = Buffer.from('encrypted').toString('base64');
		const old = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011AAff\n\n${body}\n-----END RSA PRIVATE KEY-----`;
		for (const text of [old, old.replaceAll('\n', '\r\n'), old.replaceAll('\n', '\\n'), old.replaceAll('\n', ' ')]) {
			const [block] = readPem(text);
			assert.deepEqual(block?.encryption, { cipher: 'AES-256-CBC', iv: '0011AAff' });
			assert.equal(block.der.toString(), 'encrypted');
		}
		const [bare] = readPem(old.replace(',0011AAff', ''));
		assert.deepEqual(bare?.encryption, { cipher: 'AES-256-CBC', iv: '' });
	});
});

describe('isPem', () => {
	it('is true for a text that holds a block, whatever is before it', () => {
		assert.equal(isPem('-----BEGIN PRIVATE KEY-----\n'), true);
		assert.equal(isPem('\r\n  -----BEGIN CERTIFICATE-----\n'), true);
		assert.equal(isPem('Bag Attributes\n    localKeyID: 01\n-----BEGIN CERTIFICATE-----\n'), true);
		assert.equal(isPem('\ufeff"-----BEGIN CERTIFICATE-----\\n'), true);
	});

	it('is false for the base64 of a PFX', () => {
		assert.equal(isPem('MIIKOAIBAzCCCfQGCSqGSIb3DQEHAaCCCeUEggnh'), false);
		assert.equal(isPem(''), false);
	});
});
