// The fault battery: whatever befalls whichever exchange, a step survives by the rules or fails with a clear error, exports
// nothing where it fails, and shows no secret.
import './record-errors.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXCHANGES } from './exchanges.js';
import { makeServices } from './make-services.js';
import { type CaseResult, casesOf, runCase, runUsual } from './run-case.js';

const services = makeServices();
const results: CaseResult[] = [];

describe('after a fault', () => {
	for (const exchange of EXCHANGES) {
		it(`of the exchange "${exchange.name}", a step survives by the rules or fails clearly, and shows no secret`, async () => {
			const usual = await runUsual(services, exchange);
			assert.ok(usual.succeeded, JSON.stringify(usual.annotations));
			assert.ok(usual.requests.some(exchange.isOf));
			const wrong: string[] = [];
			for (const one of casesOf(exchange)) {
				const result = await runCase(services, one, usual);
				results.push(result);
				for (const problem of [...result.problems, ...result.leaks])
					wrong.push(`${one.fault}, ${one.duration}: ${problem}`);
			}
			assert.deepEqual(wrong, []);
		});
	}
});
