import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError } from '../../../src/errors.js';
import { once, RETRY_RULES } from '../../../src/http/retry-policy.js';
import { send } from '../../../src/http/send.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { type WriteResult, write } from '../../../src/http/write.js';
import type { HttpResponse } from '../../../src/ports.js';
import { type Answer, makePorts, response, scriptTransport } from '../../support/make-ports.js';

const REQUEST = { method: 'PUT', url: 'https://a.example/', headers: {} } as const;
const CUT = new TransportError('cut', { failure: 'connection' });
const REFUSED = new ActionError({ code: 'STORE_FULL', title: 'x', problem: 'x' });

/** What a look sees, or that it fails. */
type Sight = string | undefined | Error;

interface Setting {
	readonly answers: readonly Answer[];
	readonly sights?: readonly Sight[];
	readonly isPassing?: (answer: HttpResponse) => boolean;
	readonly deadlineMs?: number;
	readonly lookMs?: number;
}

async function run({ answers, sights = [], isPassing, deadlineMs = 100_000, lookMs = 200_000 }: Setting) {
	const { ports, requests, time, log } = makePorts({ transport: scriptTransport(answers).transport });
	const startMs = time.clock.nowMs();
	const looks: number[] = [];
	const result: WriteResult<string> = await write(
		{
			sendOnce: async (context) => {
				const answer = await send(REQUEST, context, { rules: once(RETRY_RULES) }).catch((error: unknown) => {
					if (error instanceof TransportError) throw REFUSED;
					throw error;
				});
				if (answer.status === 200 && answer.body !== '') return answer.body;
				throw REFUSED;
			},
			look: async () => {
				const sight = sights[looks.length];
				looks.push(time.clock.nowMs() - startMs);
				if (sight instanceof Error) throw sight;
				return sight;
			},
			lookUntilMs: startMs + lookMs,
			...(isPassing && { isPassing }),
		},
		{ ...ports, deadlineMs: startMs + deadlineMs },
	);
	return { result, requests: requests.length, looks, log, tookMs: time.clock.nowMs() - startMs };
}

describe('a write', () => {
	it('that is answered is sent once, and nobody looks', async () => {
		const { result, requests, looks } = await run({ answers: [response(200, 'a')] });
		assert.deepEqual(result, { kind: 'done', value: 'a', unanswered: 0 });
		assert.deepEqual([requests, looks], [1, []]);
	});

	it('that is refused for the moment is sent again without a look', async () => {
		const { result, requests, looks, log } = await run({ answers: [response(429), response(200, 'a')] });
		assert.deepEqual(result, { kind: 'done', value: 'a', unanswered: 0 });
		assert.deepEqual([requests, looks], [2, []]);
		assert.match(log.debugLines.join('\n'), /Sending it again in \d+ ms/);
	});

	it('that is refused for a reason that passes is sent again', async () => {
		const answers = [response(409), response(200, 'a')];
		assert.equal((await run({ answers })).result.kind, 'failed');
		assert.equal((await run({ answers, isPassing: ({ status }) => status === 409 })).result.kind, 'done');
	});

	it('that is refused for good can be taken back', async () => {
		const { result } = await run({ answers: [response(403)] });
		assert.deepEqual(result, { kind: 'failed', error: REFUSED, unanswered: 0, unseen: undefined });
	});

	for (const [name, answer] of [
		['a connection that is cut', CUT],
		['a time-out', response(408)],
		['a failure', response(503)],
		['a redirect', response(302)],
		['an answer that says nothing', response(200)],
	] as const) {
		it(`that meets ${name} is done if a look shows it`, async () => {
			const { result, requests, looks } = await run({ answers: [answer], sights: ['seen'] });
			assert.deepEqual(result, { kind: 'done', value: 'seen', unanswered: 1 });
			assert.deepEqual([requests, looks], [1, [5_000]]);
		});
	}

	// Promise: R12
	it('is sent again only after a look that shows nothing', async () => {
		const { result, requests, looks } = await run({
			answers: [CUT, response(503), response(200, 'a')],
			sights: [undefined, undefined],
		});
		assert.deepEqual(result, { kind: 'done', value: 'a', unanswered: 2 });
		assert.deepEqual([requests, looks.length], [3, 2]);
	});

	// Promise: R12
	it('is not sent again if nobody can look', async () => {
		const blind = new ActionError({ code: 'LINE_INVALID', title: 'y', problem: 'y' });
		const { result, requests } = await run({ answers: [CUT], sights: [blind] });
		assert.deepEqual(result, { kind: 'failed', error: REFUSED, unanswered: 1, unseen: blind });
		assert.equal(requests, 1);
	});

	it('that got no answer, and is then refused, is looked for once more', async () => {
		const late = await run({ answers: [CUT, response(403)], sights: [undefined, 'late'] });
		assert.deepEqual(late.result, { kind: 'done', value: 'late', unanswered: 1 });
		const never = await run({ answers: [CUT, response(403)], sights: [undefined, undefined] });
		assert.deepEqual(never.result, { kind: 'failed', error: REFUSED, unanswered: 1, unseen: undefined });
		const blind = await run({ answers: [CUT, response(403)], sights: [undefined, REFUSED] });
		assert.deepEqual(blind.result, { kind: 'failed', error: REFUSED, unanswered: 1, unseen: REFUSED });
	});

	it('is sent five times at most', async () => {
		const { result, requests } = await run({ answers: Array(5).fill(CUT) });
		assert.deepEqual(result, { kind: 'failed', error: REFUSED, unanswered: 5, unseen: undefined });
		assert.equal(requests, 5);
	});

	it('that was not sent for lack of time can be taken back', async () => {
		const { result, requests, looks } = await run({ answers: [], deadlineMs: 0 });
		assert.equal(result.kind === 'failed' && result.unanswered, 0);
		assert.deepEqual([requests, looks], [0, []]);
	});

	it('is looked for before the time is over', async () => {
		const { looks, tookMs } = await run({ answers: [CUT], deadlineMs: 1_000, lookMs: 4_000 });
		assert.deepEqual(looks, [2_000, 3_000]);
		assert.ok(tookMs <= 4_000);
		assert.deepEqual((await run({ answers: [CUT], deadlineMs: 1, lookMs: 0 })).looks, [0, 0]);
	});

	it('throws on what is a bug', async () => {
		await assert.rejects(run({ answers: [new TypeError('defect')] }), TypeError);
		await assert.rejects(run({ answers: [CUT], sights: [new TypeError('defect')] }), TypeError);
	});
});
