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

describe('readPem', () => {
	const key = toPem('PRIVATE KEY', Buffer.from('a key'));
	const certificate = toPem('CERTIFICATE', Buffer.from('a certificate'));

	it('gives the blocks in their order, with label, text and bytes', () => {
		assert.deepEqual(readPem(`${key}${certificate}`), [
			{ label: 'PRIVATE KEY', text: key.trimEnd(), der: Buffer.from('a key') },
			{ label: 'CERTIFICATE', text: certificate.trimEnd(), der: Buffer.from('a certificate') },
		]);
	});

	it('passes over what stands between the blocks (RFC 7468 §2)', () => {
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

	it('gives no block without an end, or with the end of another', () => {
		assert.deepEqual(readPem('-----BEGIN CERTIFICATE-----\nAAAA\n'), []);
		assert.deepEqual(readPem('-----BEGIN CERTIFICATE-----\nAAAA\n-----END PRIVATE KEY-----\n'), []);
		assert.deepEqual(readPem(''), []);
	});
});

describe('isPem', () => {
	it('is true for a text that begins with a block, after white space too', () => {
		assert.equal(isPem('-----BEGIN PRIVATE KEY-----\n'), true);
		assert.equal(isPem('\r\n  -----BEGIN CERTIFICATE-----\n'), true);
	});

	it('is false for the base64 of a PFX', () => {
		assert.equal(isPem('MIIKOAIBAzCCCfQGCSqGSIb3DQEHAaCCCeUEggnh'), false);
		assert.equal(isPem(''), false);
	});
});
