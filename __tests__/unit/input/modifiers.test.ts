// The steps of a line: each one, what may follow it, and which go together.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { type Modifiers, parseModifiers } from '../../../src/input/modifiers.js';
import { certificateSteps, keySteps, secretSteps } from './make-modifiers.js';

function parse(input: LinesInput, text: string): Modifiers {
	return parseModifiers(parseLine({ input, number: 3, text: `one ${text}` }));
}

const accepted: readonly (readonly [string, Modifiers])[] = [
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
	['| base64', secretSteps({ base64: 'value' })],
	['| file', secretSteps({ file: true })],
	['| unmasked', secretSteps({ unmasked: true })],
	['| attributes', secretSteps({ attributes: true })],
	['| attributes | tag a=b', secretSteps({ attributes: true, tags: [{ key: 'a', value: 'b' }] })],
	['| base64 | json a.b', secretSteps({ base64: 'value', json: { path: 'a.b' } })],
	['| json a.b | base64', secretSteps({ base64: 'leaf', json: { path: 'a.b' } })],
	[
		'| json a | unmasked | base64 | file',
		secretSteps({ base64: 'leaf', json: { path: 'a' }, file: true, unmasked: true }),
	],
	['| file | base64 | json a', secretSteps({ base64: 'value', json: { path: 'a' }, file: true })],
	['| json a | file', secretSteps({ json: { path: 'a' }, file: true })],
	['| file | base64', secretSteps({ base64: 'value', file: true })],
	['| unmasked | base64 | json', secretSteps({ base64: 'value', json: { path: undefined }, unmasked: true })],
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

describe('parseModifiers', () => {
	for (const [text, steps] of accepted) {
		it(`understands "${text}" under ${steps.kind}`, () => {
			assert.deepEqual(parse(steps.kind, text), steps);
		});
	}
});
