// Which variables a step must not set for those after it: every one of the list, and no ordinary secret.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { placeMatch } from '../../../src/plan/pattern.js';
import { makePlan, takeOutputs } from '../../../src/plan/plan.js';
import { isRefusedVariable, namesOf, REFUSED_FAMILIES, REFUSED_GROUPS } from '../../../src/plan/refused-variables.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { makeDestination, makeSecretBundle } from '../../support/make-rendered.js';
import { ITEM } from '../../support/secret-rendering.js';
import { ORDINARY_NAMES } from './ordinary-names.js';
import { RUNNER_NAMES } from './runner-names.js';

const NAMES = REFUSED_GROUPS.flatMap(namesOf);

describe('the list of refused variables', () => {
	it('says of each group who reads it, what it can do and where that is documented', () => {
		for (const { readBy, effect, source } of REFUSED_GROUPS)
			for (const text of [readBy, effect, source]) assert.match(text, /^\S.*\S$/);
	});

	it('has names that a variable can have, each once', () => {
		for (const name of NAMES) assert.match(name, /^[A-Z_][A-Z0-9_]*$/);
		assert.equal(new Set(NAMES).size, NAMES.length);
	});

	it('has no name of a family', () => {
		const prefixes = REFUSED_FAMILIES.map(({ prefix }) => prefix);
		assert.deepEqual(
			NAMES.filter((name) => prefixes.some((prefix) => name.startsWith(prefix))),
			[],
		);
	});

	it('spells out what stands in braces', () => {
		assert.deepEqual(namesOf({ names: ' A_{B,C}{,_D}\n\tE ' }), ['A_B', 'A_C', 'A_B_D', 'A_C_D', 'E']);
	});
});

describe('isRefusedVariable', () => {
	for (const { prefix } of REFUSED_FAMILIES) {
		it(`is true for whatever begins with ${prefix}`, () => {
			for (const rest of ['', 'X', '_X', 'TOKEN']) assert.equal(isRefusedVariable(`${prefix}${rest}`), true, rest);
		});
	}

	// Promise: N10
	it('is true for what a hosted runner and its tools obey, in any case', () => {
		for (const name of RUNNER_NAMES) {
			assert.equal(isRefusedVariable(name), true, name);
			assert.equal(isRefusedVariable(name.toLowerCase()), true, name);
		}
	});

	// Promise: N10
	it('is false for ordinary secrets', () => {
		assert.ok(ORDINARY_NAMES.length >= 200);
		assert.deepEqual(
			ORDINARY_NAMES.filter((name) => isRefusedVariable(name.toUpperCase().replaceAll('-', '_'))),
			[],
		);
	});
});

describe('a plan that exports variables', () => {
	const inputs = {
		cloud: { cloud: 'public', authorityHost: undefined, vaultSuffix: undefined, oidcAudience: undefined },
		keyvault: 'contoso',
		exportEnv: true,
		mistakes: [],
		refuses: isRefusedVariable,
	} as const;
	const plan = (texts: readonly string[]) =>
		makePlan({ ...inputs, lines: texts.map((text, index) => ({ input: 'secrets', number: index + 1, text })) });

	const planOf = (text: string) => plan([text]);

	// Promise: N10
	it('refuses every name of the list in every spelling, all of them in one run', () => {
		const spellings = NAMES.flatMap((name) => {
			const other = name.replace(/(?<=[A-Z0-9])_(?=[A-Z0-9])/g, '-');
			return [`${name} = x`, `${other.toLowerCase()} = x`, `${mixCase(other)} = x | unmasked`];
		});
		assert.throws(
			() => plan(spellings),
			(error) => {
				assert.ok(error instanceof Error && 'errors' in error && Array.isArray(error.errors));
				assert.deepEqual(
					error.errors.map(({ subject }) => subject),
					spellings.map((_, index) => `secrets line ${index + 1}`),
				);
				assert.ok(error.errors.every(({ problem }) => / would set the variable|^would set the variable/.test(problem)));
				return true;
			},
		);
	});

	for (const text of [
		'*',
		'* | tag env=prod',
		'a*',
		'ab*',
		'a*b*',
		'12*',
		'* | attributes',
		'L* = app-*',
		'_a* = *',
		'*_KV = *',
		'A* = ab*',
	]) {
		// Promise: N10
		it(`refuses the pattern ${text}, whose outputs begin with fewer than three fixed characters`, () => {
			for (const input of ['secrets', 'certificates', 'keys'] as const) {
				if (input !== 'secrets' && text.includes('attributes')) continue;
				const lines = [{ input, number: 2, text }];
				assert.throws(() => makePlan({ ...inputs, lines }), /line 2: with export-env, .* three fixed characters/);
				assert.doesNotThrow(() => makePlan({ ...inputs, exportEnv: false, lines }));
			}
		});
	}

	for (const text of [
		'app-*',
		'app*',
		'KV_* = *',
		'a-b*',
		'123*',
		'KV-* = a*',
		'abc*d*',
		'app-* | tag env=prod',
		'app-* | attributes',
	]) {
		it(`takes the pattern ${text}`, () => {
			assert.doesNotThrow(() => plan([text]));
		});
	}

	it('refuses every name of the list as the match of a pattern', () => {
		const tried = NAMES.filter((name) => name.length > 3 && !name.startsWith('_'));
		assert.ok(tried.length > 10_000);
		for (const name of tried) {
			const { patterns, takenNames } = planOf(`${name.slice(0, 3).toLowerCase()}* = *`);
			const [pattern] = patterns;
			assert.ok(pattern);
			const match = placeMatch(pattern, name.slice(3).toLowerCase().replaceAll('_', '-'));
			assert.throws(() => takeOutputs(match, takenNames), { code: 'LINE_INVALID' }, name);
		}
	});

	it('refuses every name of the list that a step of the line completes', () => {
		let tried = 0;
		for (const [ending, line] of [
			['_PATH', 'x | file'],
			['_VERSION', 'x | attributes'],
			['_PASSWORD', 'x | file'],
			['_CHAIN', 'x | pem'],
			['_SUBJECT', 'x'],
		] as const) {
			for (const name of NAMES.filter((one) => one.endsWith(ending))) {
				const output = name.slice(0, -ending.length).toLowerCase();
				const input = ending === '_PATH' || ending === '_VERSION' ? 'secrets' : 'certificates';
				if (!/^[a-z_]/.test(output)) continue;
				const lines = [{ input, number: 1, text: `${output} = ${line}` } as const];
				assert.throws(() => makePlan({ ...inputs, lines }), /would set the variable/, name);
				tried += 1;
			}
		}
		assert.ok(tried > 300, `${tried}`);
	});

	it('refuses every name of the list that a JSON key completes', async () => {
		const tried = NAMES.filter((name) => /^[A-Z]+_[A-Z]/.test(name));
		for (const name of tried) {
			const cut = name.indexOf('_');
			const destination = makeDestination(`${name.slice(0, cut)}x`, ITEM, ['json']);
			const head = { ...destination, output: name.slice(0, cut) };
			const secret = makeSecretBundle(JSON.stringify({ [name.slice(cut + 1).replaceAll('_', ' ')]: 'x' }));
			const takenNames = makeTakenNames(inputs);
			await assert.rejects(renderSecret(head, secret, { takenNames }), /would set the variable/, name);
		}
		assert.ok(tried.length > 8_000, `${tried.length}`);
	});

	it('takes every ordinary name', () => {
		assert.doesNotThrow(() => plan(ORDINARY_NAMES.filter((name) => !name.includes('_'))));
		assert.doesNotThrow(() => plan(ORDINARY_NAMES.map((name, index) => `${name} = x${index}`)));
	});
});

function mixCase(name: string): string {
	return [...name].map((letter, index) => (index % 2 === 0 ? letter : letter.toLowerCase())).join('');
}
