// The table of AADSTS numbers.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AADSTS_ADVICE } from '../../../src/entra/aadsts-advice.js';

describe('AADSTS_ADVICE', () => {
	for (const [number, { meaning, advice }] of AADSTS_ADVICE) {
		it(`has a meaning that begins a clause, and advice in sentences, for AADSTS${number}`, () => {
			assert.match(meaning, /^[^.\n]{5,90}$/);
			assert.match(advice, /^[A-Z][^\n]{8,}\.$/i);
		});
	}

	const promised: readonly (readonly [number, RegExp])[] = [
		[7000215, /value.*not its secret ID/],
		[7000222, /new one|federated/],
		[700016, /client-id.*tenant-id/],
		[90002, /tenant-id/],
		[700213, /subject.*numeric IDs/],
		[70021, /subject.*numeric IDs/],
		[700211, /[Ii]ssuer.*numeric IDs/],
		[700024, /clock/],
		[700027, /[Uu]pload/],
		[53003, /network|address/],
	];
	for (const [number, expected] of promised) {
		it(`has the advice that users are promised for AADSTS${number}`, () => {
			assert.match(AADSTS_ADVICE.get(number)?.advice ?? '', expected);
		});
	}

	it('says that an expired secret has expired, and a wrong one is wrong', () => {
		assert.match(AADSTS_ADVICE.get(7000222)?.meaning ?? '', /expired/);
		assert.match(AADSTS_ADVICE.get(7000215)?.meaning ?? '', /wrong/);
	});
});
