// Every example of docs/grammar.md through the bundle: the outputs and variables have the values that the page says.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { readGrammarPage, type Told } from '../support/grammar-page.js';
import { fillGrammarVault, gatherExamples } from '../support/grammar-vault.js';
import { assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const page = readGrammarPage();

function assertTold(told: readonly Told[], values: Readonly<Record<string, string>>): void {
	for (const { name, value } of told) {
		assert.ok(name in values, name);
		if (value !== undefined) assert.equal(values[name], value, name);
	}
}

describe('examples of the page about lines', () => {
	let emulator: Emulator;
	let translate: (text: string) => string;

	const run = (inputs: Readonly<Record<string, string>>) => {
		const { keyvault: _, ...others } = inputs;
		const translated = Object.entries(others).map(([name, text]) => [name, translate(text)]);
		return runAction(emulator, Object.fromEntries(translated));
	};

	before(async () => {
		emulator = await startEmulator();
		translate = fillGrammarVault(emulator, page);
	});

	after(() => emulator.close());

	for (const { inputs, outputs } of gatherExamples(page)) {
		it(`set ${outputs.map(({ name }) => name).join(', ')}, and nothing else`, async () => {
			const result = await run(inputs);
			assert.deepEqual(errorsOf(result), []);
			const { secrets: _, expiring: __, ...others } = result.outputs;
			assert.deepEqual(Object.keys(others).sort(), outputs.map(({ name }) => name).sort());
			assertTold(outputs, others);
		});
	}

	for (const { inputs, lateErrors } of page.examples.filter((one) => one.lateErrors.length > 0)) {
		it(`fail if the vault holds something else: ${lateErrors.join()}`, async () => {
			const result = await run(inputs);
			assertNothingExported(result);
			const [error = '', ...more] = errorsOf(result);
			assert.deepEqual(more, []);
			for (const said of lateErrors) assert.ok(error.includes(said), error);
		});
	}

	for (const { inputs, variables } of page.examples.filter((one) => one.variables.length > 0)) {
		it(`set the variables ${variables.map(({ name }) => name).join(', ')}`, async () => {
			const result = await run(inputs);
			assert.deepEqual(errorsOf(result), []);
			assert.deepEqual(Object.keys(result.environment).sort(), variables.map(({ name }) => name).sort());
			assertTold(variables, result.environment);
		});
	}
});
