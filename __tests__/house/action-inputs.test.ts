// House rule: action.yml is the source for inputs and outputs, and says what the program does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type PlanInputs, readFetchOptions, readPlanInputs } from '../../src/input/fetch-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { chooseCloud } from '../../src/plan/cloud.js';
import { RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import type { StepInputs } from '../../src/ports.js';
import { makeInputs } from '../unit/setup.js';
import { readSource, readText, withoutComments } from './source.js';

interface ActionFile {
	readonly inputs: Readonly<
		Record<string, { readonly description: string; readonly default?: unknown; readonly required?: boolean }>
	>;
	readonly outputs: Readonly<Record<string, { readonly description: string }>>;
	readonly runs: { readonly using: string; readonly main: string };
}

const action: ActionFile = parse(readText('action.yml'));

// What the program asks for, with `secrets` as the only input that is given.
function askedFor(): { readonly inputs: readonly string[]; readonly variables: readonly string[] } {
	const inputs = new Set<string>();
	const variables = new Set<string>();
	const asking: StepInputs = {
		input: (name) => {
			inputs.add(name);
			return name === 'secrets' ? 'db' : '';
		},
		variable: (name) => {
			variables.add(name);
			return undefined;
		},
	};
	readSignInInputs(asking);
	readPlanInputs(asking);
	readFetchOptions(asking);
	return { inputs: [...inputs].sort(), variables: [...variables].sort() };
}

test('the program reads every input of action.yml, and no other', () => {
	assert.deepEqual(askedFor().inputs, Object.keys(action.inputs).sort());
});

test('only src/input reads inputs, so that the test before this one sees them all', () => {
	const readers = readSource().filter(({ text }) =>
		/\binputs?\.(?:input|variable)\(|\bgetInput\b/.test(withoutComments(text)),
	);
	assert.deepEqual(
		readers
			.map(({ path }) => path)
			.filter((path) => !path.startsWith('src/input/') && path !== 'src/entry/real-ports.ts'),
		[],
	);
});

test('action.yml names every variable that stands in for an input', () => {
	const described = Object.values(action.inputs).flatMap(
		({ description }) => description.match(/AZURE_[A-Z_]+/g) ?? [],
	);
	assert.deepEqual([...described].sort(), askedFor().variables);
});

test('the defaults of action.yml are those of the program', () => {
	const defaults = Object.entries(action.inputs).flatMap(([name, one]) =>
		one.default === undefined ? [] : [[name, one.default]],
	);
	for (const [name, value] of defaults) assert.equal(typeof value, 'string', `the default of ${name} is no text`);
	const given = makeInputs({ ...Object.fromEntries(defaults), secrets: 'db' });
	const empty = makeInputs({ secrets: 'db' });
	const decided = (inputs: StepInputs) => {
		const { cloud, ...plan }: PlanInputs = readPlanInputs(inputs);
		return { ...plan, cloud: chooseCloud(cloud), signIn: readSignInInputs(inputs), options: readFetchOptions(inputs) };
	};
	assert.deepEqual(decided(given), decided(empty));
	assert.deepEqual(defaults.map(([name]) => name).sort(), [
		'cloud',
		'expiry-warning-days',
		'ignore-missing',
		'summary',
	]);
});

test('no input is required, since another one or a variable can stand in for each', () => {
	assert.deepEqual(
		Object.entries(action.inputs).filter(([, { required }]) => required),
		[],
	);
});

test('every input and output is described', () => {
	for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
		assert.match(description ?? '', /\.$/, name);
	}
});

test('the outputs of action.yml are those that are always there', () => {
	assert.deepEqual(Object.keys(action.outputs).sort(), [...RESERVED_OUTPUTS].sort());
});

test('the action runs on Node 24, from a file that is there', () => {
	assert.equal(action.runs.using, 'node24');
	assert.ok(readText(action.runs.main).length > 0);
});
