// The modifiers of a line: each one, what may follow it, and which go together.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LinesInput, parseLine } from '../../../src/input/line-grammar.js';
import { type Modifiers, parseModifiers } from '../../../src/input/modifiers.js';
import { certificateModifiers, keyModifiers, secretModifiers } from './make-modifiers.js';

function parse(input: LinesInput, text: string): Modifiers {
	return parseModifiers(parseLine({ input, number: 3, text: `one ${text}` }));
}

const accepted: readonly (readonly [string, Modifiers])[] = [
	['', secretModifiers()],
	['| tag env=prod', secretModifiers({ tags: [{ key: 'env', value: 'prod' }] })],
	[
		'| tag env=prod | tag Team = Blue',
		secretModifiers({
			tags: [
				{ key: 'env', value: 'prod' },
				{ key: 'Team', value: 'Blue' },
			],
		}),
	],
	['| tag a=b=c', secretModifiers({ tags: [{ key: 'a', value: 'b=c' }] })],
	['| tag two words = three more words', secretModifiers({ tags: [{ key: 'two words', value: 'three more words' }] })],
	['| tag .version=1..2.', secretModifiers({ tags: [{ key: '.version', value: '1..2.' }] })],
	['| tag env=', secretModifiers({ tags: [{ key: 'env', value: '' }] })],
	['| json', secretModifiers({ json: { path: undefined } })],
	['| json password', secretModifiers({ json: { path: 'password' } })],
	['|json\tusers.0.two words', secretModifiers({ json: { path: 'users.0.two words' } })],
	['| base64', secretModifiers({ base64: 'value' })],
	['| file', secretModifiers({ file: true })],
	['| unmasked', secretModifiers({ unmasked: true })],
	['| attributes', secretModifiers({ attributes: true })],
	['| attributes | tag a=b', secretModifiers({ attributes: true, tags: [{ key: 'a', value: 'b' }] })],
	['| base64 | json a.b', secretModifiers({ base64: 'value', json: { path: 'a.b' } })],
	['| json a.b | base64', secretModifiers({ base64: 'leaf', json: { path: 'a.b' } })],
	[
		'| json a | unmasked | base64 | file',
		secretModifiers({ base64: 'leaf', json: { path: 'a' }, file: true, unmasked: true }),
	],
	['| file | base64 | json a', secretModifiers({ base64: 'value', json: { path: 'a' }, file: true })],
	['| json a | file', secretModifiers({ json: { path: 'a' }, file: true })],
	['| file | base64', secretModifiers({ base64: 'value', file: true })],
	['| unmasked | base64 | json', secretModifiers({ base64: 'value', json: { path: undefined }, unmasked: true })],
	['| unmasked | file', secretModifiers({ file: true, unmasked: true })],
	['', certificateModifiers()],
	['| tag a=b', certificateModifiers({ tags: [{ key: 'a', value: 'b' }] })],
	['| file', certificateModifiers({ file: 'default' })],
	['| file 3des', certificateModifiers({ file: '3des' })],
	['| pem', certificateModifiers({ pem: true })],
	['| store', certificateModifiers({ store: true })],
	['| public', certificateModifiers({ public: true })],
	['| tag a=b | public', certificateModifiers({ public: true, tags: [{ key: 'a', value: 'b' }] })],
	['| store | pem | file', certificateModifiers({ file: 'default', pem: true, store: true })],
	['| store | file 3des', certificateModifiers({ file: '3des', store: true })],
	['', keyModifiers()],
	[
		'| tag a=b | tag c=d',
		keyModifiers({
			tags: [
				{ key: 'a', value: 'b' },
				{ key: 'c', value: 'd' },
			],
		}),
	],
];

describe('parseModifiers', () => {
	for (const [text, modifiers] of accepted) {
		it(`understands "${text}" under ${modifiers.kind}`, () => {
			assert.deepEqual(parse(modifiers.kind, text), modifiers);
		});
	}
});
