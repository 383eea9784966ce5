// The fault battery: whatever befalls whichever exchange, a step survives by the rules or fails with a clear error, exports
// nothing if it fails, and shows no secret. Each group of exchanges has a test file of its own, so that they run side by side.
import './record-errors.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { makeServices } from '../support/make-services.js';
import type { Exchange } from './exchange.js';
import { type CaseResult, runCases } from './run-case.js';
import { makeRow, RELIABILITY_PAGE } from './tally.js';

/** Declares the tests of these exchanges. */
export function declareBattery(exchanges: readonly Exchange[]): void {
	const services = makeServices();
	const results: CaseResult[] = [];

	describe('after a fault', () => {
		for (const exchange of exchanges) {
			// Promises: N3, L2, R1
			it(`a step survives faults of the exchange "${exchange.name}" by the rules or fails clearly, and shows no secret`, async () => {
				const cases = await runCases(services, exchange);
				results.push(...cases);
				const wrong = cases.flatMap(({ fault, duration, problems, leaks }) =>
					[...problems, ...leaks].map((problem) => `${fault}, ${duration}: ${problem}`),
				);
				assert.deepEqual(wrong, []);
			});
		}
	});

	// Promise: R1
	it('the page about reliability states what came of the exchanges', () => {
		const lines = readFileSync(RELIABILITY_PAGE, 'utf8').split('\n');
		const rows = exchanges.map(({ name }) => makeRow(name, results));
		const missing = rows.filter((row) => !lines.includes(row));
		assert.deepEqual(missing, [], 'run "npm --prefix tools run reliability"');
	});
}
