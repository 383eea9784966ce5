// The steps of a line: each one, what may follow it, which go together, and what is said of the rest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foreseenErrors } from '../../../src/errors.js';
import { LINES_INPUTS, type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { parseSteps, type Steps } from '../../../src/input/steps.js';
import { certificateSteps, keySteps, secretSteps } from './make-steps.js';

function parse(input: LinesInput, text: string): Steps {
	return parseSteps(parseLine({ input, number: 3, text: `one ${text}` }));
}

function messagesOf(input: LinesInput, text: string): readonly string[] {
	try {
		parse(input, text);
	} catch (error) {
		const errors = foreseenErrors(error);
		for (const { code, title } of errors) assert.deepEqual([code, title], ['LINE_INVALID', `Input ${input}`]);
		return errors.map(({ message }) => message);
	}
	return [];
}

const SECRETS = 'Expected tag, json, base64, file, unmasked, attributes.';
const CERTIFICATES = 'Expected tag, file, pem, store, public.';
const KEYS = 'Expected tag.';

const accepted: readonly (readonly [string, Steps])[] = [
	['', secretSteps()],
	['| tag env=prod', secretSteps({ tags: [{ key: 'env', value: 'prod' }] })],
	[
		'| tag env=prod | tag Team = Blue',
		secretSteps({
			tags: [
				{ key: 'env', value: 'prod' },
				{ key: 'Team', value: 'Blue' },
			],
		}),
	],
	['| tag a=b=c', secretSteps({ tags: [{ key: 'a', value: 'b=c' }] })],
	['| tag two words = three more words', secretSteps({ tags: [{ key: 'two words', value: 'three more words' }] })],
	['| tag .version=1..2.', secretSteps({ tags: [{ key: '.version', value: '1..2.' }] })],
	['| tag env=', secretSteps({ tags: [{ key: 'env', value: '' }] })],
	['| json', secretSteps({ json: { path: undefined } })],
	['| json password', secretSteps({ json: { path: 'password' } })],
	['|json\tusers.0.two words', secretSteps({ json: { path: 'users.0.two words' } })],
	['| base64', secretSteps({ base64: true })],
	['| file', secretSteps({ file: true })],
	['| unmasked', secretSteps({ unmasked: true })],
	['| attributes', secretSteps({ attributes: true })],
	['| attributes | tag a=b', secretSteps({ attributes: true, tags: [{ key: 'a', value: 'b' }] })],
	['| base64 | json a.b', secretSteps({ base64: true, json: { path: 'a.b' } })],
	['| json a.b | base64', secretSteps({ base64: true, json: { path: 'a.b' } })],
	['| file | base64', secretSteps({ base64: true, file: true })],
	['| unmasked | json | base64', secretSteps({ base64: true, json: { path: undefined }, unmasked: true })],
	['| unmasked | file', secretSteps({ file: true, unmasked: true })],
	['', certificateSteps()],
	['| tag a=b', certificateSteps({ tags: [{ key: 'a', value: 'b' }] })],
	['| file', certificateSteps({ file: 'default' })],
	['| file 3des', certificateSteps({ file: '3des' })],
	['| pem', certificateSteps({ pem: true })],
	['| store', certificateSteps({ store: true })],
	['| public', certificateSteps({ public: true })],
	['| tag a=b | public', certificateSteps({ public: true, tags: [{ key: 'a', value: 'b' }] })],
	['| store | pem | file', certificateSteps({ file: 'default', pem: true, store: true })],
	['| store | file 3des', certificateSteps({ file: '3des', store: true })],
	['', keySteps()],
	[
		'| tag a=b | tag c=d',
		keySteps({
			tags: [
				{ key: 'a', value: 'b' },
				{ key: 'c', value: 'd' },
			],
		}),
	],
];

describe('parseSteps', () => {
	for (const [text, steps] of accepted) {
		it(`understands "${text}" under ${steps.kind}`, () => {
			assert.deepEqual(parse(steps.kind, text), steps);
		});
	}
});

// [input, steps, what is said of them]
const refused: readonly (readonly [LinesInput, string, string])[] = [
	['secrets', '|', `has no step after a "|". ${SECRETS}`],
	['secrets', '| | json', `has no step after a "|". ${SECRETS}`],
	['secrets', '| jsn', `has a step that does not exist. ${SECRETS}`],
	['secrets', '| jsonpassword', `has a step that does not exist. ${SECRETS}`],
	['secrets', '| __proto__', `has a step that does not exist. ${SECRETS}`],
	['secrets', '| JSON', 'has a step that is not in lower case. Write | json.'],
	['secrets', '| Tag a=b', 'has a step that is not in lower case. Write | tag.'],
	['secrets', '| pem', `has the step pem, which belongs to certificates. ${SECRETS}`],
	['secrets', '| Store', `has the step store, which belongs to certificates. ${SECRETS}`],
	['certificates', '| json', `has the step json, which belongs to secrets. ${CERTIFICATES}`],
	['certificates', '| attributes', `has the step attributes, which belongs to secrets. ${CERTIFICATES}`],
	['keys', '| file', `has the step file, which belongs to secrets and certificates. ${KEYS}`],
	['keys', '| nonsense', `has a step that does not exist. ${KEYS}`],
	...['base64', 'file', 'unmasked', 'attributes'].map(
		(name) => ['secrets', `| ${name} x`, `has something after the step ${name}. Write | ${name}.`] as const,
	),
	...['pem', 'store', 'public'].map(
		(name) => ['certificates', `| ${name} x`, `has something after the step ${name}. Write | ${name}.`] as const,
	),
	['certificates', '| file aes', 'has something unknown after the step file. Write | file, or | file 3des.'],
	['certificates', '| file 3DES', 'has something unknown after the step file. Write | file, or | file 3des.'],
	...LINES_INPUTS.flatMap((input) =>
		['| tag', '| tag env', '| tag =prod', '| tag = '].map(
			(text) => [input, text, 'has a tag without its key or without a "=". Write | tag KEY=VALUE.'] as const,
		),
	),
	...['.', '.a', 'a.', 'a..b'].map(
		(path) =>
			[
				'secrets',
				`| json ${path}`,
				'has a path with an empty part after the step json. Write | json first.second.',
			] as const,
	),
	...['json', 'base64', 'file', 'unmasked', 'attributes'].map(
		(name) => ['secrets', `| ${name} | ${name}`, `has the step ${name} twice. Write it once.`] as const,
	),
	...['file', 'pem', 'store', 'public'].map(
		(name) => ['certificates', `| ${name} | ${name}`, `has the step ${name} twice. Write it once.`] as const,
	),
	['secrets', '| json a | base64 | json b', 'has the step json twice. Write it once.'],
	['certificates', '| file | file 3des', 'has the step file twice. Write it once.'],
	...['json', 'base64', 'file', 'unmasked'].map(
		(name) =>
			[
				'secrets',
				`| ${name} | attributes`,
				`has ${name} beside attributes, which reads no value. Only tag goes with attributes: use two lines.`,
			] as const,
	),
	...['file', 'pem', 'store'].map(
		(name) =>
			[
				'certificates',
				`| public | ${name}`,
				`has ${name} beside public, which reads no private key. Only tag goes with public: use two lines.`,
			] as const,
	),
	['secrets', '| file | json a', 'has json beside file. A file holds the whole value, json its leaves: use two lines.'],
	[
		'certificates',
		'| pem | file 3des',
		'has file 3des beside pem. A PEM file is not encrypted: write | file | pem, or | file 3des.',
	],
];

describe('parseSteps refuses', () => {
	for (const [input, text, problem] of refused) {
		it(`"${text}" under ${input}: ${problem}`, () => {
			assert.deepEqual(messagesOf(input, text), [`${input} line 3: ${problem}`]);
		});
	}

	it('an input that is none', () => {
		const line = { input: 'unheard of' as never, number: 1, output: undefined, reference: 'one', steps: [] };
		assert.throws(
			() => parseSteps(line),
			(error) => error === 'unheard of',
		);
	});

	it('every step that is wrong, in one go', () => {
		assert.deepEqual(messagesOf('secrets', '| JSON | tag env | file x | base64'), [
			'secrets line 3: has a step that is not in lower case. Write | json.',
			'secrets line 3: has a tag without its key or without a "=". Write | tag KEY=VALUE.',
			'secrets line 3: has something after the step file. Write | file.',
		]);
	});
});
