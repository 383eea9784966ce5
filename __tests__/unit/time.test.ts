// Instants: how near an end is, and how they are read and written.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysBetween, formatInstant, judgeExpiry, lifeOf, parseInstant } from '../../src/time.js';

const NOW_SECONDS = 1_800_000_000;
const DAY = 86_400;

function judge(expires: number | undefined, warningDays = 30, notBefore?: number): ReturnType<typeof judgeExpiry> {
	return judgeExpiry({ notBefore, expires }, NOW_SECONDS * 1000, warningDays);
}

describe('judgeExpiry', () => {
	it('is lasting if there is no end', () => {
		assert.deepEqual(judge(undefined), { kind: 'lasting' });
	});

	it('is expired from the very instant on', () => {
		assert.deepEqual(judge(NOW_SECONDS), { kind: 'expired' });
		assert.deepEqual(judge(NOW_SECONDS - 1), { kind: 'expired' });
		assert.deepEqual(judge(NOW_SECONDS + 1), { kind: 'expiring', days: 0 });
	});

	it('is expiring up to the warning days, that day included', () => {
		assert.deepEqual(judge(NOW_SECONDS + 30 * DAY), { kind: 'expiring', days: 30 });
		assert.deepEqual(judge(NOW_SECONDS + 30 * DAY + 1), { kind: 'lasting' });
	});

	it('counts whole days that are left', () => {
		assert.deepEqual(judge(NOW_SECONDS + DAY - 1), { kind: 'expiring', days: 0 });
		assert.deepEqual(judge(NOW_SECONDS + DAY), { kind: 'expiring', days: 1 });
		assert.deepEqual(judge(NOW_SECONDS + 2 * DAY - 1), { kind: 'expiring', days: 1 });
	});

	it('with 0 warning days nothing is expiring, but what has expired still has', () => {
		assert.deepEqual(judge(NOW_SECONDS + 1, 0), { kind: 'lasting' });
		assert.deepEqual(judge(NOW_SECONDS, 0), { kind: 'expired' });
	});

	it('is not yet valid before its beginning, and no longer at it', () => {
		assert.deepEqual(judge(undefined, 30, NOW_SECONDS + 1), { kind: 'not-yet-valid' });
		assert.deepEqual(judge(undefined, 30, NOW_SECONDS), { kind: 'lasting' });
		assert.deepEqual(judge(NOW_SECONDS + 90 * DAY, 30, NOW_SECONDS + 1), { kind: 'not-yet-valid' });
	});

	it('says the end first if both could be said', () => {
		assert.deepEqual(judge(NOW_SECONDS + DAY, 30, NOW_SECONDS + 1), { kind: 'expiring', days: 1 });
		assert.deepEqual(judge(NOW_SECONDS, 30, NOW_SECONDS + 1), { kind: 'expired' });
	});
});

describe('formatInstant', () => {
	it('is YYYY-MM-DDTHH:MM:SSZ, and empty if there is none', () => {
		assert.equal(formatInstant(1_800_000_000), '2027-01-15T08:00:00Z');
		assert.equal(formatInstant(0), '1970-01-01T00:00:00Z');
		assert.equal(formatInstant(undefined), '');
	});
});

describe('parseInstant', () => {
	for (const [of, text] of [
		['HTTP', 'Fri, 15 Jan 2027 08:00:00 GMT'],
		['ISO 8601, parts of a second aside', '2027-01-15T08:00:00.999Z'],
		['the certificates of Node', 'Jan 15 08:00:00 2027 GMT'],
	] as const) {
		it(`reads a date of ${of}`, () => assert.equal(parseInstant(text), NOW_SECONDS));
	}

	it('gives nothing for what is no date', () => {
		for (const text of ['', 'Bad time value', '2027-13-01']) assert.equal(parseInstant(text), undefined, text);
	});
});

describe('lifeOf', () => {
	it('takes an end that cannot be read for no limit', () => {
		const life = lifeOf({ validFrom: 'Bad time value', validTo: 'Jan 15 08:00:00 2027 GMT' });
		assert.deepEqual(life, { notBefore: undefined, expires: NOW_SECONDS });
	});
});

describe('daysBetween', () => {
	it('counts over the end of a leap year', () => {
		assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
		assert.equal(daysBetween('2027-12-31', '2027-12-31'), 0);
	});
});
