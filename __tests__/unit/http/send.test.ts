// The loop around a request, driven by a scripted transport and a clock that moves only when told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VAULT_RETRY_RULES } from '../../../src/http/retry-policy.js';
import { type SendContext, send } from '../../../src/http/send.js';
import { TransportError, type TransportFailure } from '../../../src/http/transport-error.js';
import type { Clock, HttpRequest, HttpResponse } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, makeClock, makeLog, response, type Script, scriptTransport } from '../../support/make-ports.js';

const REQUEST: HttpRequest = {
	method: 'POST',
	url: 'https://contoso.vault.azure.net/secrets/db?api-version=7.4&t=query-text',
	headers: { authorization: new SecretText('Bearer header-text') },
	body: new SecretText('body-text'),
};

function makeContext(script: Script, { limitMs = 120_000, randomFraction = (): number => 0.5, startMs = 1_000 } = {}) {
	const time = makeClock(startMs);
	const log = makeLog();
	const scripted = scriptTransport(script);
	const context: SendContext = {
		transport: scripted.transport,
		clock: time.clock,
		log: log.log,
		randomFraction,
		deadlineMs: startMs + limitMs,
	};
	return { context, ...time, ...log, ...scripted };
}

function failure(kind: TransportFailure): TransportError {
	return new TransportError('the connection was refused (ECONNREFUSED)', { failure: kind });
}

/** A clock whose waits take 100 ms longer than they are to. */
function slowClock({ nowMs, sleep }: Clock): Clock {
	return { nowMs, sleep: (ms) => sleep(ms + 100) };
}

test('an answer is given as it came, after one request', async () => {
	const answer = response(404, { error: { code: 'SecretNotFound' } });
	const { context, requests, sleeps } = makeContext([answer]);
	assert.equal(await send(REQUEST, context), answer);
	assert.deepEqual(requests, [REQUEST]);
	assert.deepEqual(sleeps, []);
});

test('a function that makes a request makes one for each attempt', async () => {
	const { context, requests } = makeContext([response(503), response(200)]);
	let made = 0;
	const source = async (): Promise<HttpRequest> => ({ ...REQUEST, url: `https://a.example/${++made}` });
	assert.equal((await send(source, context)).status, 200);
	assert.deepEqual(
		requests.map(({ url }) => url),
		['https://a.example/1', 'https://a.example/2'],
	);
	const defect = new Error('no request can be made');
	await assert.rejects(
		send(() => Promise.reject(defect), context),
		defect,
	);
});

test('a failure that passes by itself is tried again after a wait, until an answer comes', async () => {
	const { context, sleeps } = makeContext([response(503), failure('connection'), failure('time-out'), response(200)]);
	assert.equal((await send(REQUEST, context)).status, 200);
	assert.deepEqual(sleeps, [500, 1_000, 2_000]);
});

test('after five requests the last answer stands', async () => {
	const { context, requests, sleeps } = makeContext((_request, _timeoutMs, index) => response(500 + (index % 2) * 3));
	assert.equal((await send(REQUEST, context)).status, 500);
	assert.equal(requests.length, 5);
	assert.equal(sleeps.length, 4);
});

test('a service that counts over a window is asked for the last time when the first window is over', async () => {
	const { context, requests, sleeps } = makeContext(() => response(429), { randomFraction: () => 0 });
	await send(REQUEST, { ...context, clock: slowClock(context.clock) }, { rules: VAULT_RETRY_RULES });
	assert.equal(requests.length, 5);
	// Each wait took 100 ms longer than it was to.
	assert.deepEqual(sleeps, [100, 100, 100, 9_800]);
});

test('after five requests without an answer the last failure is thrown', async () => {
	const failures = Array.from({ length: 5 }, () => failure('connection'));
	const { context, requests } = makeContext(failures);
	await assert.rejects(send(REQUEST, context), (error) => error === failures[4]);
	assert.equal(requests.length, 5);
});

test('a failure that stays so is thrown at once', async () => {
	const { context, requests } = makeContext([failure('host-not-found')]);
	await assert.rejects(send(REQUEST, context), { failure: 'host-not-found' });
	assert.equal(requests.length, 1);
});

test('an error that the transport did not foresee comes through as it was thrown, and is not tried again', async () => {
	const defect = new TypeError('x is undefined');
	const { context, requests } = makeContext([defect]);
	await assert.rejects(send(REQUEST, context), defect);
	assert.equal(requests.length, 1);
});

test('an answer is tried again if its body says that this helps, and only answers are asked', async () => {
	const asked: number[] = [];
	const isTransient = ({ status }: HttpResponse): boolean => asked.push(status) > 0 && status === 400;
	const { context } = makeContext([response(400), failure('connection'), response(401)]);
	assert.equal((await send(REQUEST, context, { isTransient })).status, 401);
	assert.deepEqual(asked, [400, 401]);
});

// Promise: N7
test('an attempt may take 10 s, and never longer than the step has left', async () => {
	const { context, timeoutsMs } = makeContext([response(429, '', { 'Retry-After': '7' }), response(200)], {
		limitMs: 12_500,
	});
	await send(REQUEST, context);
	assert.deepEqual(timeoutsMs, [10_000, 5_500]);
});

test('once the time of the step is used up nothing is sent', async () => {
	const { context, requests, sleeps } = makeContext([response(200)], { limitMs: 0 });
	await assert.rejects(send(REQUEST, context), { failure: 'time-out', message: "the step's time is used up" });
	assert.deepEqual([requests, sleeps], [[], []]);
});

test('a Retry-After beyond the deadline gives up without waiting', async () => {
	const { context, requests, sleeps } = makeContext([response(429, '', { 'Retry-After': '120' })]);
	assert.equal((await send(REQUEST, context)).status, 429);
	assert.deepEqual([requests.length, sleeps], [1, []]);
});

// Promise: L1
test('the debug log tells each attempt: method, host, path, outcome and wait; no query, header, body or answer', async () => {
	const { context, debugLines } = makeContext([
		response(503, 'answer-text'),
		failure('connection'),
		response(200, 'answer-text'),
	]);
	await send(REQUEST, context);
	assert.deepEqual(debugLines, [
		'POST contoso.vault.azure.net/secrets/db: 503, trying again in 500 ms',
		'POST contoso.vault.azure.net/secrets/db: the connection was refused (ECONNREFUSED), trying again in 1000 ms',
		'POST contoso.vault.azure.net/secrets/db: 200',
	]);
});

interface Step {
	readonly answer: Answer;
	/** How long the transport takes, as far as its time-out lets it. */
	readonly tookMs: number;
}

const steps: fc.Arbitrary<Step> = fc.record({
	answer: fc.oneof(
		fc
			.tuple(fc.constantFrom(200, 400, 404, 408, 429, 500, 502, 503, 504), fc.option(fc.nat({ max: 130 })))
			.map(([status, seconds]) => response(status, '', seconds === null ? {} : { 'retry-after': `${seconds}` })),
		fc
			.constantFrom<TransportFailure>('connection', 'time-out', 'proxy-refused', 'certificate', 'too-large')
			.map(failure),
	),
	tookMs: fc.nat({ max: 15_000 }),
});

// Promise: R3
test('whatever is answered, and however slowly: five requests at most, none after the deadline, and an end before it', async () => {
	const runs = fc.record({
		script: fc.array(steps, { minLength: 6, maxLength: 6 }),
		limitMs: fc.nat({ max: 120_000 }),
		fractions: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 5, maxLength: 5 }),
		transient: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(runs, async ({ script, limitMs, fractions, transient }) => {
			const startedMs: number[] = [];
			let draws = 0;
			const run = makeContext(
				(_request, timeoutMs, index) => {
					const { answer, tookMs } = script[index] ?? assert.fail('more requests than there may be');
					startedMs.push(run.clock.nowMs());
					run.advance(Math.min(tookMs, timeoutMs));
					return answer;
				},
				{ limitMs, randomFraction: () => fractions[draws++] ?? assert.fail('more draws than attempts') },
			);
			const end = await send(REQUEST, run.context, { isTransient: ({ status }) => transient && status === 400 }).catch(
				(error) => error,
			);
			assert.ok('status' in end || end instanceof TransportError);
			assert.ok(run.requests.length <= 5);
			assert.ok(run.timeoutsMs.every((ms) => ms > 0 && ms <= 10_000));
			assert.ok(startedMs.every((ms) => ms < run.context.deadlineMs));
			assert.ok(run.clock.nowMs() <= run.context.deadlineMs);
			assert.equal(run.sleeps.length, Math.max(0, run.requests.length - 1));
		}),
		{ numRuns: 500 },
	);
});
