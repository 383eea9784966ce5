// Facts that are read from a refusal, and that nothing else is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTransientRefusal } from '../../../src/entra/token-request.js';
import { readRefusal } from '../../../src/entra/token-response-error.js';
import { response } from '../../support/make-ports.js';

const CORRELATION_ID = '00000000-0000-4000-8000-000000002222';
const NOTHING = { error: undefined, errorCode: undefined, correlationId: undefined };

function read(answer: unknown): ReturnType<typeof readRefusal> {
	return readRefusal(response(401, JSON.stringify(answer)));
}

describe('readRefusal', () => {
	it("reads the OAuth error, Entra's number and the correlation ID", () => {
		const refusal = read({
			error: 'invalid_client',
			error_description: 'AADSTS7000215: Invalid client secret provided. Trace ID: 1111\r\nCorrelation ID: 2222',
			error_codes: [7000215, 1],
			timestamp: '2026-01-09 02:02:12Z',
			correlation_id: CORRELATION_ID,
		});
		assert.deepEqual(refusal, {
			...NOTHING,
			error: 'invalid_client',
			errorCode: 7000215,
			correlationId: CORRELATION_ID,
		});
	});

	it('reads the number from the description if it is not listed', () => {
		assert.equal(read({ error_description: 'AADSTS90002: Tenant not found.' }).errorCode, 90002);
		assert.equal(read({ error_codes: [], error_description: 'AADSTS90002: …' }).errorCode, 90002);
		assert.equal(read({ error_codes: ['7000215'], error_description: 'AADSTS90002: …' }).errorCode, 90002);
	});

	it('reads no number from the middle of a description', () => {
		assert.equal(read({ error_description: 'Sorry: AADSTS90002' }).errorCode, undefined);
		assert.equal(read({ error_description: 'AADSTS12' }).errorCode, undefined);
	});

	it('reads nothing from what is not JSON, or not an object', () => {
		for (const body of ['', '<html>', '[1]', 'null', '"x"']) {
			assert.deepEqual(readRefusal(response(502, body)), NOTHING);
		}
	});

	it('takes nothing that has not the form it must have', () => {
		assert.deepEqual(read({ error: 'Bad <script>', error_codes: 7000215, correlation_id: 'x'.repeat(36) }), NOTHING);
		assert.deepEqual(
			read({ error: 'a'.repeat(41), error_description: 7, correlation_id: `${CORRELATION_ID}\n` }),
			NOTHING,
		);
		assert.deepEqual(read({ error: { code: 'invalid_client' }, correlation_id: null }), NOTHING);
	});
});

describe('isTransientRefusal', () => {
	const refused = (answer: unknown, status = 400) => response(status, JSON.stringify(answer));

	for (const code of [50033, 90024, 90033, 50196]) {
		it(`is true for AADSTS${code}`, () => {
			assert.equal(isTransientRefusal(refused({ error: 'invalid_request', error_codes: [code] })), true);
		});
	}

	it('is true for temporarily_unavailable', () => {
		assert.equal(isTransientRefusal(refused({ error: 'temporarily_unavailable' })), true);
	});

	it('is false for every other refusal, and for what is none', () => {
		assert.equal(isTransientRefusal(refused({ error: 'invalid_client', error_codes: [7000215] })), false);
		assert.equal(isTransientRefusal(refused({ error: 'invalid_client' })), false);
		assert.equal(isTransientRefusal(refused('<html>', 403)), false);
		assert.equal(isTransientRefusal(refused({ error_codes: [50033] }, 200)), false);
	});
});
