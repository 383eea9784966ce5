import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal, watchAttempts } from '../../../src/http/refusals.js';
import { TransportError } from '../../../src/http/transport-error.js';
import { type Answer, makePorts, response, scriptTransport } from '../setup.js';

const REQUEST = { method: 'PUT', url: 'https://a.example/', headers: {} } as const;

describe('isRefusal', () => {
	it('is true of what says that nothing was done', () => {
		for (const status of [400, 401, 403, 404, 409, 429, 499]) assert.ok(isRefusal(status), `${status}`);
		for (const status of [200, 302, 408, 500, 503]) assert.ok(!isRefusal(status), `${status}`);
	});
});

describe('watchAttempts', () => {
	async function watch(answers: readonly Answer[]): Promise<boolean> {
		const { ports } = makePorts({ transport: scriptTransport(answers).transport });
		const { context, onlyRefusals } = watchAttempts({ ...ports, deadlineMs: 0 });
		for (const answer of answers) {
			const outcome = await context.transport(REQUEST, 1).catch((error: unknown) => error);
			assert.equal(outcome, answer);
		}
		return onlyRefusals();
	}

	it('knows whether every attempt was refused', async () => {
		assert.ok(await watch([]));
		assert.ok(await watch([response(429), response(403)]));
		assert.ok(!(await watch([response(503), response(403)])));
		assert.ok(!(await watch([new TransportError('cut', { failure: 'connection' }), response(409)])));
		assert.ok(!(await watch([response(200)])));
	});
});
