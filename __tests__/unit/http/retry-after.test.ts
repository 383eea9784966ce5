// Retry-After (RFC 9110 §10.2.3) in each of its forms.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseRetryAfter } from '../../../src/http/retry-policy.js';

const NOW_MS = Date.UTC(1994, 10, 6, 8, 49, 7);

const read: Readonly<Record<string, number>> = {
	'0': 0,
	'30': 30_000,
	' 30 ': 30_000,
	'007': 7_000,
	'999999999': 999_999_999_000,
	'Sun, 06 Nov 1994 08:49:37 GMT': 30_000,
	'Sunday, 06-Nov-94 08:49:37 GMT': 30_000,
	'Sun, 06 Nov 1994 08:49:07 GMT': 0,
	'Sun, 06 Nov 1994 08:00:00 GMT': 0,
};

for (const [header, ms] of Object.entries(read)) {
	test(`"${header}" asks for ${ms} ms`, () => {
		assert.equal(parseRetryAfter(header, NOW_MS), ms);
	});
}

const unusable = [
	'',
	' ',
	'-1',
	'+5',
	'5.5',
	'1e3',
	'0x10',
	'5 s',
	'1994-11-06',
	'soon',
	'Sun',
	'Monday morning',
	'x Sun, 06 Nov 1994 08:49:37 GMT',
	'5, 5',
];

for (const header of unusable) {
	test(`"${header}" asks for nothing`, () => {
		assert.equal(parseRetryAfter(header, NOW_MS), undefined);
	});
}

test('no header asks for nothing', () => {
	assert.equal(parseRetryAfter(undefined, NOW_MS), undefined);
});

test('a date in C form is one of Greenwich, whatever zone the runner is in (RFC 9110 §5.6.7)', () => {
	const zone = process.env['TZ'];
	process.env['TZ'] = 'America/New_York';
	try {
		assert.equal(parseRetryAfter('Sun Nov  6 08:49:37 1994', NOW_MS), 30_000);
	} finally {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	}
});

test('for any text, what is asked is nothing or a time that is not negative', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
			),
			fc.nat(),
			(text, nowMs) => {
				const ms = parseRetryAfter(text, nowMs);
				assert.ok(ms === undefined || (Number.isSafeInteger(ms) && ms >= 0));
			},
		),
	);
});
