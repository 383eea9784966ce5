// The BER reader (ITU-T X.690 §8).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBer, readBerInside, readOctets } from '../../../src/certificate/ber.js';
import { readInteger, TAG } from '../../../src/certificate/der.js';

const UNREADABLE = { name: 'ActionError', code: 'CERTIFICATE_UNREADABLE' };

function only(hex: string) {
	const [element, ...others] = readBer(Buffer.from(hex, 'hex'));
	assert.deepEqual(others, []);
	return element;
}

function nested(depth: number): Buffer {
	const begin = Buffer.from('3080'.repeat(depth), 'hex');
	return Buffer.concat([begin, Buffer.alloc(2 * depth)]);
}

describe('readBer', () => {
	it('reads definite and indefinite lengths side by side', () => {
		const elements = readBer(Buffer.from('0401aa 3080 0401bb 3080 0000 0000 0500'.replaceAll(' ', ''), 'hex'));
		assert.deepEqual(
			elements.map(({ tag, contents, raw }) => [tag, contents.toString('hex'), raw.toString('hex')]),
			[
				[0x04, 'aa', '0401aa'],
				[0x30, '0401bb30800000', '30800401bb308000000000'],
				[0x05, '', '0500'],
			],
		);
	});

	it('reads nothing from nothing', () => {
		assert.deepEqual(readBer(Buffer.alloc(0)), []);
	});

	it('is not misled by zeros inside an element', () => {
		assert.equal(only('308004040000000000 00'.replace(' ', ''))?.contents.toString('hex'), '040400000000');
	});

	const broken = {
		'an indefinite length without an end': '30800401aa',
		'an end that is cut off': '30800401aa00',
		'an indefinite length of a primitive element': '04800000',
		'a tag of several bytes': '3f800000',
		'a tag alone': '30',
		'contents that are cut off': '3005aa',
	};
	for (const [what, hex] of Object.entries(broken)) {
		it(`refuses ${what}`, () => {
			assert.throws(() => readBer(Buffer.from(hex, 'hex')), UNREADABLE);
		});
	}

	it('goes 32 levels deep and no deeper', () => {
		assert.equal(readBer(nested(32)).length, 1);
		assert.throws(() => readBer(nested(34)), UNREADABLE);
		assert.throws(() => readBer(nested(1_000_000)), UNREADABLE);
	});
});

describe('readBerInside', () => {
	it('reads the elements inside a constructed one', () => {
		assert.equal(readBerInside(only('3080 0401aa 0500 0000'.replaceAll(' ', '')), TAG.sequence).length, 2);
	});

	it('refuses another tag, and an element that is not there', () => {
		assert.throws(() => readBerInside(only('3100'), TAG.sequence), UNREADABLE);
		assert.throws(() => readBerInside(undefined, TAG.sequence), UNREADABLE);
	});
});

describe('readOctets', () => {
	it('reads octets whole and in pieces, also of pieces', () => {
		assert.equal(readOctets(only('0403aabbcc')).toString('hex'), 'aabbcc');
		assert.equal(readOctets(only('2480 0401aa 2404 0402bbcc 0000'.replaceAll(' ', ''))).toString('hex'), 'aabbcc');
	});

	it('reads [0] IMPLICIT, whose pieces are plain octet strings', () => {
		assert.equal(readOctets(only('8002aabb'), TAG.context0Primitive).toString('hex'), 'aabb');
		assert.equal(readOctets(only('a080 0401aa 0401bb 0000'.replaceAll(' ', '')), 0x80).toString('hex'), 'aabb');
	});

	it('refuses what is no octet string, and pieces within pieces without end', () => {
		assert.throws(() => readOctets(only('0201aa')), UNREADABLE);
		assert.throws(() => readOctets(only('24030201aa')), UNREADABLE);
		assert.throws(() => readOctets(undefined), UNREADABLE);
		const deep = Array.from({ length: 40 }).reduce<string>(
			(inner) => `24${(inner.length / 2).toString(16).padStart(2, '0')}${inner}`,
			'0401aa',
		);
		assert.throws(() => readOctets(only(deep)), UNREADABLE);
	});
});

describe('readInteger', () => {
	it('reads integers of up to six bytes', () => {
		assert.equal(readInteger(only('020100')), 0);
		assert.equal(readInteger(only('02020800')), 2048);
		assert.equal(readInteger(only('02067fffffffffff')), 0x7fffffffffff);
	});

	it('refuses negative, longer, empty and other ones', () => {
		for (const hex of ['0201ff', '020701000000000000', '0200', '0401aa'])
			assert.throws(() => readInteger(only(hex)), UNREADABLE);
		assert.throws(() => readInteger(undefined), UNREADABLE);
	});
});
