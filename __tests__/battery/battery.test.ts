// The fault battery: whatever befalls whichever exchange, a step survives by the rules or fails with a clear error, exports
// nothing if it fails, and shows no secret.
import './record-errors.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EXCHANGES } from './exchanges.js';
import { makeServices } from './make-services.js';
import { type CaseResult, runCases } from './run-case.js';
import { makeTally, RELIABILITY_PAGE, withTally } from './tally.js';

const services = makeServices();
const results: CaseResult[] = [];

describe('after a fault', () => {
	for (const exchange of EXCHANGES) {
		it(`of the exchange "${exchange.name}", a step survives by the rules or fails clearly, and shows no secret`, async () => {
			const cases = await runCases(services, exchange);
			results.push(...cases);
			const wrong = cases.flatMap(({ fault, duration, problems, leaks }) =>
				[...problems, ...leaks].map((problem) => `${fault}, ${duration}: ${problem}`),
			);
			assert.deepEqual(wrong, []);
		});
	}
});

it('the page about reliability states what came of the battery', (test) => {
	for (const line of makeTally(results)) test.diagnostic(line);
	const page = readFileSync(RELIABILITY_PAGE, 'utf8');
	assert.equal(page, withTally(page, results), 'run "npm --prefix tools run reliability"');
});
