// The DER reader (ITU-T X.690).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readElements, readInside, readOid, TAG } from '../../../src/certificate/der.js';
import { ActionError } from '../../../src/errors.js';
import { element } from './write-der.js';

const UNREADABLE = { name: 'ActionError', code: 'CERTIFICATE_UNREADABLE' };

describe('readElements', () => {
	it('reads elements that follow one another', () => {
		const elements = readElements(Buffer.concat([element(0x0c, 'one'), element(0x13, 'two'), element(0x05)]));
		assert.deepEqual(
			elements.map(({ tag, contents }) => [tag, contents.toString()]),
			[
				[0x0c, 'one'],
				[0x13, 'two'],
				[0x05, ''],
			],
		);
	});

	it('gives none for nothing', () => {
		assert.deepEqual(readElements(Buffer.alloc(0)), []);
	});

	for (const length of [127, 128, 255, 256, 65_535]) {
		it(`reads a length of ${length} bytes`, () => {
			const [only, ...others] = readElements(element(0x04, Buffer.alloc(length, 7)));
			assert.deepEqual(only?.contents, Buffer.alloc(length, 7));
			assert.deepEqual(others, []);
		});
	}

	it('reads a length of four bytes', () => {
		const [only] = readElements(Buffer.from('0484000000026869', 'hex'));
		assert.equal(only?.contents.toString(), 'hi');
	});

	const broken = {
		'a tag alone': '30',
		'contents that are cut off': '0c0568656c',
		'a length that is cut off': '0482ff',
		'an indefinite length (BER)': '30800000',
		'a length of five bytes': '04850000000001aa',
		'a tag of several bytes': '1f8101020000',
		'rubbish after an element': '050030',
	};
	for (const [what, hex] of Object.entries(broken)) {
		it(`refuses ${what}`, () => {
			assert.throws(() => readElements(Buffer.from(hex, 'hex')), UNREADABLE);
		});
	}

	it('says what to do, and nothing of the bytes', () => {
		assert.throws(
			() => readElements(Buffer.from('0c05secret')),
			(error) =>
				error instanceof ActionError &&
				error.message ===
					'the vault returned something that is not an X.509 certificate. Look at the certificate in the portal.',
		);
	});
});

describe('readInside', () => {
	it('reads the elements inside a constructed one', () => {
		const [outer] = readElements(element(TAG.sequence, element(0x0c, 'a'), element(0x0c, 'b')));
		assert.deepEqual(
			readInside(outer, TAG.sequence).map(({ contents }) => contents.toString()),
			['a', 'b'],
		);
	});

	it('refuses another tag', () => {
		const [outer] = readElements(element(TAG.set));
		assert.throws(() => readInside(outer, TAG.sequence), UNREADABLE);
	});

	it('refuses an element that is not there', () => {
		assert.throws(() => readInside(undefined, TAG.sequence), UNREADABLE);
	});
});

describe('readOid', () => {
	const oids: readonly (readonly [string, string])[] = [
		['550403', '2.5.4.3'],
		['2a864886f70d010901', '1.2.840.113549.1.9.1'],
		['0992268993f22c640119', '0.9.2342.19200300.100.1.25'],
		['27', '0.39'],
		['28', '1.0'],
		['4f', '1.39'],
		['50', '2.0'],
		// X.690 §8.19.5: the first two arcs share one subidentifier, which may take more than one byte.
		['883703', '2.999.3'],
		// A UUID below 2.25 is far beyond what a double holds exactly.
		[`6983${'ff'.repeat(17)}7f`, '2.25.340282366920938463463374607431768211455'],
	];
	for (const [hex, dotted] of oids) {
		it(`reads ${dotted}`, () => {
			const [oid] = readElements(element(TAG.oid, Buffer.from(hex, 'hex')));
			assert.equal(readOid(oid), dotted);
		});
	}

	it('refuses another tag, an empty one and none', () => {
		for (const other of [
			readElements(element(TAG.utf8String, '550403'))[0],
			readElements(element(TAG.oid))[0],
			undefined,
		]) {
			assert.throws(() => readOid(other), UNREADABLE);
		}
	});

	it('refuses one whose last arc is cut off', () => {
		const [oid] = readElements(element(TAG.oid, Buffer.from('5504838e', 'hex')));
		assert.throws(() => readOid(oid), UNREADABLE);
	});
});
