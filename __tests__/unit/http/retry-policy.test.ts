// When a request is sent again, and after how long.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
	ATTEMPT_TIMEOUT_MS,
	RETRY_RULES,
	type RetryState,
	retryDelayMs,
	VAULT_RETRY_RULES,
} from '../../../src/http/retry-policy.js';
import { TransportError, type TransportFailure } from '../../../src/http/transport-error.js';
import { response } from '../../support/make-ports.js';

const NOW_MS = Date.UTC(2026, 0, 1);

function stateOf(changes: Partial<RetryState> = {}): RetryState {
	return {
		outcome: response(503),
		attempt: 1,
		nowMs: NOW_MS,
		deadlineMs: NOW_MS + 120_000,
		randomFraction: 0.5,
		transient: false,
		rules: RETRY_RULES,
		...changes,
	};
}

function failed(failure: TransportFailure): TransportError {
	return new TransportError('it failed', { failure });
}

for (const status of [408, 429, 500, 502, 503, 504]) {
	test(`${status} is tried again`, () => {
		assert.equal(retryDelayMs(stateOf({ outcome: response(status) })), 500);
	});
}

for (const status of [200, 204, 301, 302, 307, 400, 401, 403, 404, 409, 410, 501, 505]) {
	test(`${status} is an answer and not tried again`, () => {
		assert.equal(retryDelayMs(stateOf({ outcome: response(status) })), undefined);
	});
}

test('a refusal whose body says that it passes by itself is tried again, whatever its status', () => {
	assert.equal(retryDelayMs(stateOf({ outcome: response(400), transient: true })), 500);
});

for (const failure of ['connection', 'time-out', 'proxy-failing'] as const) {
	test(`a ${failure} failure is tried again`, () => {
		assert.equal(retryDelayMs(stateOf({ outcome: failed(failure) })), 500);
	});
}

const lasting = ['not-https', 'host-not-found', 'certificate', 'too-large'] as const;
for (const failure of [
	...lasting,
	'proxy-credentials',
	'proxy-refused',
	'proxy-not-found',
	'proxy-certificate',
] as const) {
	test(`a ${failure} failure stays so and is not tried again`, () => {
		assert.equal(retryDelayMs(stateOf({ outcome: failed(failure) })), undefined);
	});
}

test('waits double from 1 s, with full jitter: from 0 up to the ceiling', () => {
	const longest = [1, 2, 3, 4].map((attempt) => retryDelayMs(stateOf({ attempt, randomFraction: 0.9999 })));
	assert.deepEqual(longest, [999, 1999, 3999, 7999]);
	assert.equal(retryDelayMs(stateOf({ attempt: 4, randomFraction: 0 })), 0);
});

test('rules without jitter wait as long as they may', () => {
	const rules = { ...RETRY_RULES, jitter: false };
	assert.deepEqual(
		[1, 2, 3, 4].map((attempt) => retryDelayMs(stateOf({ attempt, rules }))),
		[1000, 2000, 4000, 8000],
	);
});

test('there are five requests in all', () => {
	assert.equal(typeof retryDelayMs(stateOf({ attempt: 4 })), 'number');
	assert.equal(retryDelayMs(stateOf({ attempt: 5 })), undefined);
});

test('the rules are those of the contract', () => {
	const { attempts, baseMs, factor, capMs } = RETRY_RULES;
	assert.deepEqual(
		{ attempts, baseMs, factor, capMs, attemptTimeoutMs: ATTEMPT_TIMEOUT_MS },
		{ attempts: 5, baseMs: 1_000, factor: 2, capMs: 16_000, attemptTimeoutMs: 10_000 },
	);
});

describe('a vault, which counts requests over 10 s', () => {
	const refused = { outcome: response(429), rules: VAULT_RETRY_RULES };
	const last = { ...refused, attempt: 4 };

	test('differs in nothing else from other services', () => {
		assert.deepEqual(VAULT_RETRY_RULES, { ...RETRY_RULES, windowMs: 10_000 });
	});

	test('is asked for the last time after the window in which it refused at first', () => {
		const firstMs = NOW_MS - 6_000;
		assert.equal(retryDelayMs(stateOf({ ...last, firstMs, randomFraction: 0 })), 4_000);
		assert.equal(retryDelayMs(stateOf({ ...last, firstMs, randomFraction: 0.5 })), 8_000);
		assert.equal(retryDelayMs(stateOf({ ...last, firstMs, randomFraction: 0.9999 })), 11_999);
	});

	test('is never waited for longer than the cap', () => {
		assert.equal(retryDelayMs(stateOf({ ...last, randomFraction: 0 })), 10_000);
		assert.equal(retryDelayMs(stateOf({ ...last, randomFraction: 0.9999 })), 15_999);
	});

	test('is asked as usual once that window is over', () => {
		assert.equal(retryDelayMs(stateOf({ ...last, firstMs: NOW_MS - 10_000 })), 4_000);
		assert.equal(retryDelayMs(stateOf({ ...last, firstMs: NOW_MS - 30_000 })), 4_000);
	});

	test('is asked as usual before that, after other answers, and where it says itself when to come back', () => {
		assert.equal(retryDelayMs(stateOf({ ...refused, attempt: 3 })), 2_000);
		assert.equal(retryDelayMs(stateOf({ ...last, outcome: response(503) })), 4_000);
		assert.equal(retryDelayMs(stateOf({ ...last, outcome: failed('connection') })), 4_000);
		assert.equal(retryDelayMs(stateOf({ ...last, outcome: response(429, '', { 'Retry-After': '1' }) })), 1_000);
		assert.equal(retryDelayMs(stateOf({ ...last, rules: RETRY_RULES })), 4_000);
	});

	test('is given up if that window ends beyond the deadline', () => {
		assert.equal(retryDelayMs(stateOf({ ...last, randomFraction: 0, deadlineMs: NOW_MS + 10_000 })), undefined);
		assert.equal(retryDelayMs(stateOf({ ...last, randomFraction: 0, deadlineMs: NOW_MS + 10_001 })), 10_000);
	});
});

test('Retry-After is obeyed, in seconds and as a date, even over the cap', () => {
	const seconds = response(429, '', { 'Retry-After': '60' });
	const date = response(503, '', { 'Retry-After': new Date(NOW_MS + 7_000).toUTCString() });
	assert.equal(retryDelayMs(stateOf({ outcome: seconds })), 60_000);
	assert.equal(retryDelayMs(stateOf({ outcome: date })), 7_000);
});

test('a Retry-After that cannot be read leaves it to the back-off', () => {
	assert.equal(retryDelayMs(stateOf({ outcome: response(429, '', { 'Retry-After': 'soon' }) })), 500);
});

test('a Retry-After at or beyond the deadline gives up at once', () => {
	const outcome = response(429, '', { 'Retry-After': '30' });
	assert.equal(retryDelayMs(stateOf({ outcome, deadlineMs: NOW_MS + 30_000 })), undefined);
	assert.equal(retryDelayMs(stateOf({ outcome, deadlineMs: NOW_MS + 30_001 })), 30_000);
});

test('a Retry-After of more digits than any deadline has gives up at once', () => {
	const outcome = response(429, '', { 'Retry-After': '9'.repeat(12) });
	assert.equal(retryDelayMs(stateOf({ outcome })), undefined);
});

test('a Retry-After does not make an answer one to be tried again', () => {
	assert.equal(retryDelayMs(stateOf({ outcome: response(403, '', { 'Retry-After': '1' }) })), undefined);
});

const outcomes = fc.oneof(
	fc
		.tuple(fc.integer({ min: 100, max: 599 }), fc.option(fc.nat({ max: 300 })))
		.map(([status, seconds]) => response(status, '', seconds === null ? {} : { 'retry-after': `${seconds}` })),
	fc.constantFrom<TransportFailure>('connection', 'time-out', 'proxy-refused', 'host-not-found').map(failed),
);

test('for any outcome a wait ends before the deadline, and is what was asked or within the ceiling and the cap', () => {
	const questions = fc.record({
		outcome: outcomes,
		attempt: fc.integer({ min: 1, max: 9 }),
		nowMs: fc.nat(),
		deadlineMs: fc.nat(),
		randomFraction: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
		transient: fc.boolean(),
		rules: fc.constant(RETRY_RULES),
	});
	fc.assert(
		fc.property(questions, (asked) => {
			const delayMs = retryDelayMs(asked);
			if (delayMs === undefined) return;
			assert.ok(asked.attempt < 5);
			assert.ok(asked.nowMs + delayMs < asked.deadlineMs);
			const header = asked.outcome instanceof TransportError ? undefined : asked.outcome.headers['retry-after'];
			if (header !== undefined) assert.equal(delayMs, Number(header) * 1000);
			else
				assert.ok(
					Number.isInteger(delayMs) && delayMs >= 0 && delayMs < Math.min(16_000, 1_000 * 2 ** (asked.attempt - 1)),
				);
		}),
		{ numRuns: 1_000 },
	);
});
