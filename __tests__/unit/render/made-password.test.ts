// Passwords that the action makes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makePassword } from '../../../src/render/certificate-outputs.js';

const passwordOf = (bytes: Uint8Array): string => makePassword(() => Buffer.from(bytes)).reveal();
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a made password', () => {
	it('is 43 letters and digits, whatever the random bytes are', () => {
		fc.assert(
			fc.property(bytes, (given) => {
				assert.match(passwordOf(given), /^[A-Za-z0-9]{43}$/);
			}),
			{
				numRuns: 2_000,
				examples: [[new Uint8Array(32)], [new Uint8Array(32).fill(0xff)], [new Uint8Array(32).fill(0xfb)]],
			},
		);
	});

	// Promise: H8
	it('keeps all 256 bits of chance: it can be turned back into the bytes', () => {
		const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
		fc.assert(
			fc.property(bytes, (given) => {
				const number = [...passwordOf(given)].reduceRight((rest, one) => rest * 62n + BigInt(digits.indexOf(one)), 0n);
				assert.equal(number, BigInt(`0x${Buffer.from(given).toString('hex')}`));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('asks for 32 bytes, once', () => {
		const asked: number[] = [];
		makePassword((length) => {
			asked.push(length);
			return Buffer.alloc(length, 7);
		});
		assert.deepEqual(asked, [32]);
	});
});
