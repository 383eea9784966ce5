// Any text in the inputs that hold lines: a bad one ends in errors that name it, before anything is sent.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ActionErrors } from '../../src/errors.js';
import { readPlanInputs } from '../../src/input/fetch-inputs.js';
import { makePlan } from '../../src/plan/plan.js';
import { isRefusedVariable } from '../../src/plan/refused-variables.js';
import { makeInputs } from '../support/make-ports.js';
import { assertNothingExported, runAction } from './scripted-vault.js';

const pieces = fc.constantFrom(
	...['\n', '\r', ',', '=', '|', '#', ' ', '*', '/', ':', '_', '.', 'a', 'B1', '-', '::error::', '%0A', '\0', '\u2028'],
	...[
		'| json',
		'| tag a=b',
		'| file',
		'| nonsense',
		'https://evil.example/secrets/a',
		'https://contoso.vault.azure.net',
	],
);
const texts = fc.oneof(
	fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 12 }),
);

function isBad(inputs: Readonly<Record<string, string>>): boolean {
	try {
		makePlan({ ...readPlanInputs(makeInputs({ keyvault: 'contoso', ...inputs })), refuses: isRefusedVariable });
		return false;
	} catch (error) {
		assert.ok(error instanceof ActionErrors, `${error}`);
		return true;
	}
}

describe('fetchObjects with any text for lines', () => {
	// Promise: N1
	it('sends nothing, exports nothing and names each bad line, whatever stands in it', async () => {
		const inputs = fc.record({
			secrets: texts,
			certificates: texts,
			keys: texts,
			'export-env': fc.constantFrom('', 'true'),
		});
		let bad = 0;
		await fc.assert(
			fc.asyncProperty(inputs, async (given) => {
				if (!isBad(given)) return;
				bad += 1;
				const run = await runAction(given);
				assertNothingExported(run);
				assert.deepEqual(run.requests, []);
				for (const { text } of run.errors)
					assert.match(text, /^(?:(?:secrets|certificates|keys) line \d+|secrets: nothing is named|\d+ more)/m);
			}),
			{ numRuns: 300 },
		);
		assert.ok(bad > 100, `only ${bad} of the texts were bad`);
	});
});
