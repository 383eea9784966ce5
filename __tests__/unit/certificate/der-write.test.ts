// The DER writer (ITU-T X.690).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readElements, readInteger, readOid } from '../../../src/certificate/der.js';
import * as write from '../../../src/certificate/der-write.js';

describe('the DER writer', () => {
	for (const [length, head] of [
		[0, '0400'],
		[127, '047f'],
		[128, '048180'],
		[255, '0481ff'],
		[256, '04820100'],
		[70_000, '0483011170'],
	] as const) {
		it(`writes a length of ${length} bytes`, () => {
			const octets = write.writeOctets(Buffer.alloc(length, 7));
			assert.equal(octets.toString('hex', 0, head.length / 2), head);
			assert.equal(readElements(octets)[0]?.contents.length, length);
		});
	}

	for (const [value, hex] of [
		[0, '020100'],
		[1, '020101'],
		[127, '02017f'],
		[128, '02020080'],
		[2048, '02020800'],
		[10_000, '02022710'],
		[0xffffffff, '020500ffffffff'],
	] as const) {
		it(`writes the integer ${value}`, () => {
			assert.equal(write.writeInteger(value).toString('hex'), hex);
			assert.equal(readInteger(readElements(write.writeInteger(value))[0]), value);
		});
	}

	for (const [oid, hex] of [
		['1.2.840.113549.1.12.10.1.2', '060b2a864886f70d010c0a0102'],
		['2.16.840.1.101.3.4.1.42', '060960864801650304012a'],
		['1.3.14.3.2.26', '06052b0e03021a'],
		['2.999.3', '0603883703'],
	] as const) {
		it(`writes ${oid}`, () => {
			assert.equal(write.writeOid(oid).toString('hex'), hex);
			assert.equal(readOid(readElements(write.writeOid(oid))[0]), oid);
		});
	}

	it('writes sequences, NULL, and text in UTF-16', () => {
		assert.equal(write.writeSequence(write.writeNull(), write.writeNull()).toString('hex'), '300405000500');
		assert.equal(write.writeBmpString('aé').toString('hex'), '1e04006100e9');
	});

	for (const [bytes, hex] of [
		['', '020100'],
		['0000', '020100'],
		['007f', '02017f'],
		['80', '02020080'],
		['0080ff', '02030080ff'],
		['0102', '02020102'],
	] as const) {
		it(`writes the bytes "${bytes}" as an integer that is not negative`, () => {
			assert.equal(write.writeUnsigned(Buffer.from(bytes, 'hex')).toString('hex'), hex);
		});
	}

	for (const [instant, written] of [
		['1950-01-01T00:00:00Z', '\x17\x0d500101000000Z'],
		['2026-11-30T23:15:07Z', '\x17\x0d261130231507Z'],
		['2049-12-31T23:59:59Z', '\x17\x0d491231235959Z'],
		['2050-01-01T00:00:00Z', '\x18\x0f20500101000000Z'],
		['1949-12-31T23:59:59Z', '\x18\x0f19491231235959Z'],
	] as const) {
		it(`writes the time ${instant}`, () => {
			assert.equal(write.writeTime(Date.parse(instant) / 1000).toString('latin1'), written);
		});
	}

	it('writes true, bits and UTF-8', () => {
		assert.equal(write.writeTrue().toString('hex'), '0101ff');
		assert.equal(write.writeBits(Buffer.from([0x80]), 7).toString('hex'), '03020780');
		assert.equal(write.writeUtf8String('é').toString('hex'), '0c02c3a9');
	});

	it('sorts a SET OF by its encodings', () => {
		const [one, two, three] = ['020101', '020102', '04020000'].map((hex) => Buffer.from(hex, 'hex'));
		assert.ok(one && two && three);
		assert.equal(write.writeSetOf(three, two, one).toString('hex'), '310a02010102010204020000');
	});
});
