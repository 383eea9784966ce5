// docs/grammar.md against the real plan: every example has the outputs, or the errors, that the page says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../src/errors.js';
import { readPlanInputs } from '../../src/input/fetch-inputs.js';
import { LINES_INPUTS, splitLines } from '../../src/input/line-grammar.js';
import { outputNames } from '../../src/plan/destination.js';
import { variableNameOf } from '../../src/plan/output-names.js';
import { matchesPattern, type PatternLine, placeMatch } from '../../src/plan/pattern.js';
import { makePlan, type Plan } from '../../src/plan/plan.js';
import { isRefusedVariable } from '../../src/plan/refused-variables.js';
import {
	type GrammarExample,
	OTHER_SECRET,
	OTHER_VAULT_URL,
	PAGE_CERTIFICATES,
	PAGE_KEYS,
	readGrammarPage,
} from '../support/grammar-page.js';
import { makeInputs } from '../support/make-ports.js';

const { secrets, examples, pairs } = readGrammarPage();

function planOf({ inputs }: GrammarExample): Plan {
	return makePlan({ ...readPlanInputs(makeInputs(inputs)), refuses: isRefusedVariable });
}

function messagesOf(example: GrammarExample): readonly string[] {
	try {
		planOf(example);
	} catch (error) {
		return expectedErrors(error).map(({ message }) => message);
	}
	return [];
}

/** Returns the names that the pattern takes from the vault that the page describes. */
function namesFor({ vaultUrl, collection, pattern, modifiers }: PatternLine): readonly string[] {
	const isOther = vaultUrl === OTHER_VAULT_URL;
	const ofVault = secrets.filter(({ tags, enabled }) => {
		const isUsable = enabled || (modifiers.kind === 'secrets' && modifiers.attributes);
		return isUsable && modifiers.tags.every(({ key, value }) => tags[key] === value);
	});
	const names = {
		secrets: isOther ? [OTHER_SECRET.name] : ofVault.map(({ name }) => name),
		certificates: PAGE_CERTIFICATES,
		keys: PAGE_KEYS,
	};
	return names[collection].filter((name) => matchesPattern(pattern, name));
}

/** Outputs that the lines show, and those of matches; leaves of JSON are told by whole runs. */
function namesOf(plan: Plan): readonly string[] {
	// A pattern leaves to a line of its own what that line names.
	const isNamed = ({ vaultUrl, collection }: PatternLine, name: string): boolean =>
		plan.destinations.some(
			({ item }) => item.vaultUrl === vaultUrl && item.collection === collection && item.name === name,
		);
	const matches = plan.patterns.flatMap((line) =>
		namesFor(line)
			.filter((name) => !isNamed(line, name))
			.map((name) => placeMatch(line, name)),
	);
	return [...plan.destinations, ...matches].flatMap(outputNames).sort();
}

function hasLeaves({ destinations }: Plan): boolean {
	return destinations.some(
		({ modifiers }) =>
			modifiers.kind === 'secrets' && modifiers.json !== undefined && modifiers.json.path === undefined,
	);
}

describe('the page about lines', () => {
	it('has examples of every input, step and kind', () => {
		assert.ok(secrets.length >= 10);
		assert.ok(examples.length >= 60);
		const texts = examples.flatMap(({ inputs }) => LINES_INPUTS.map((input) => inputs[input] ?? '')).join('\n');
		for (const step of [
			'tag',
			'json',
			'base64',
			'file',
			'unmasked',
			'attributes',
			'file 3des',
			'pem',
			'store',
			'public',
		])
			assert.ok(texts.includes(`| ${step}`), step);
	});

	for (const example of examples) {
		const title = LINES_INPUTS.flatMap((input) => splitLines(input, example.inputs[input] ?? ''))
			.map(({ input, text }) => `${input}: ${text}`)
			.join('; ');
		if (example.errors.length > 0) {
			it(`says what is wrong with ${title}`, () => {
				assert.deepEqual(messagesOf(example), example.errors);
			});
			continue;
		}
		if (example.lateErrors.length > 0) {
			it(`finds nothing wrong as yet with ${title}`, () => {
				assert.deepEqual(messagesOf(example), []);
			});
			continue;
		}
		it(`names the outputs of ${title}`, () => {
			const plan = planOf(example);
			const told = example.outputs.map(({ name }) => name).sort();
			const variables = example.variables.map(({ name }) => name).sort();
			assert.equal(plan.exportEnv, variables.length > 0);
			const [names, expected] = plan.exportEnv ? [namesOf(plan).map(variableNameOf), variables] : [namesOf(plan), told];
			if (hasLeaves(plan))
				assert.deepEqual(
					names.filter((name) => !expected.includes(name)),
					[],
				);
			else assert.deepEqual(names, expected);
		});
	}

	it('says of every pair of steps whether they go together', () => {
		// Each step with each of its table, but itself other than `tag`, the one of the row first.
		assert.equal(pairs.length, 7 * 7 - 6 + (6 * 6 - 5));
		for (const { input, modifiers, goesTogether } of pairs) {
			const line = ['exo', ...modifiers.map((step) => (step === 'tag' ? 'tag a=b' : step))].join(' | ');
			const example = {
				inputs: { keyvault: 'contoso', [input]: line },
				outputs: [],
				variables: [],
				errors: [],
				lateErrors: [],
			};
			assert.equal(messagesOf(example).length, goesTogether ? 0 : 1, `${input}: ${line}`);
		}
	});
});
