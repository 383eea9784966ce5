// Which places of the runner a plan needs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RunnerPlace, runnerPlaces } from '../../../src/flow/step-frame.js';
import { parseLine } from '../../../src/input/line-grammar.js';
import { parseModifiers } from '../../../src/input/modifiers.js';
import { makeDestination } from '../../../src/plan/destination.js';
import { makeItem } from '../../support/make-rendered.js';

const FILES: readonly RunnerPlace[] = ['GITHUB_STATE', 'RUNNER_TEMP'];

const cases: readonly (readonly [
	input: 'secrets' | 'certificates' | 'keys',
	text: string,
	needed: readonly RunnerPlace[],
])[] = [
	['secrets', 'a', []],
	['secrets', 'a | json', []],
	['secrets', 'a | file', FILES],
	['certificates', 'a | pem', []],
	['certificates', 'a | file', FILES],
	['certificates', 'a | file 3des', FILES],
	['certificates', 'a | store', FILES],
	['keys', 'a', []],
];

for (const [input, text, needed] of cases) {
	const line = parseLine({ input, number: 1, text });
	const modifiers = parseModifiers(line);

	test(`${input}: ${text}`, () => {
		const destination = makeDestination({ line, output: 'a' }, makeItem('a', input), modifiers);
		const places = runnerPlaces({ exportEnv: false, destinations: [destination], patterns: [] });
		assert.deepEqual(places, needed);
	});

	test(`${input}: ${text}, of a pattern, with variables`, () => {
		const pattern = { kind: 'pattern' as const, line, vaultUrl: '', collection: input, pattern: '*', modifiers };
		const places = runnerPlaces({ exportEnv: true, destinations: [], patterns: [pattern] });
		assert.deepEqual(places, ['GITHUB_ENV', ...needed]);
	});
}

test('one line that needs a place is enough', () => {
	const destinationsOf = (input: 'secrets' | 'certificates', texts: readonly string[]) =>
		texts.map((text) => {
			const line = parseLine({ input, number: 1, text });
			return makeDestination({ line, output: 'a' }, makeItem('a', input), parseModifiers(line));
		});
	const destinations = destinationsOf('secrets', ['a', 'b | file', 'c']);
	assert.deepEqual(runnerPlaces({ exportEnv: false, destinations, patterns: [] }), FILES);
	const certificates = destinationsOf('certificates', ['a | store', 'b']);
	assert.deepEqual(runnerPlaces({ exportEnv: false, destinations: certificates, patterns: [] }), FILES);
});
