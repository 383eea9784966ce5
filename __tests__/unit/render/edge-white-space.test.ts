// White space around a value of one line: a warning says which it is, and nothing else of the value.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeEdges } from '../../../src/render/render-secret.js';
import { render } from '../../support/secret-rendering.js';

describe('describeEdges', () => {
	for (const [text, said] of [
		['AKIA0123456789EXAMPLE\n', 'ends with a line break'],
		['hunter2\r\n', 'ends with a line break'],
		['hunter2\r', 'ends with a line break'],
		['hunter2\n\n', 'ends with line breaks'],
		[' hunter2', 'begins with a space'],
		['  hunter2 ', 'begins with spaces and ends with a space'],
		['\thunter2\t\t', 'begins with a tab and ends with a tab'],
		['\ufeffhunter2', 'begins with a byte order mark'],
		['hunter2\u00a0', 'ends with a no-break space'],
		['hunter2\u200b', 'ends with characters that cannot be seen'],
		['hunter2\0', 'ends with characters that cannot be seen'],
		['hunter2 \n', 'ends with white space'],
		['hunter2\u3000', 'ends with white space'],
		['\n hunter2', 'begins with white space'],
		['a b ', 'ends with a space'],
		[' ', 'holds nothing but a space'],
		['\n', 'holds nothing but a line break'],
		['', undefined],
		['hunter2', undefined],
		['hunter 2', undefined],
		['one\ntwo\n', undefined],
		['-----BEGIN X-----\r\nabc\r\n-----END X-----\r\n', undefined],
		['\n\none\ntwo', undefined],
	] as const) {
		it(`says of ${JSON.stringify(text)}: ${said}`, () => assert.equal(describeEdges(text), said));
	}
});

const warningOf = async (value: string, modifiers: readonly string[] = []) =>
	(await render(value, modifiers)).notes.map(({ title, text }) => `${title}|${text.split('. ')[0]}`);

const TITLE = 'White space: secret db-config';

describe('a value with white space around it', () => {
	it('comes out as it is, with a warning, whatever its steps', async () => {
		const warning = [`${TITLE}|secret db-config: the output DB ends with a line break`];
		assert.deepEqual(await warningOf('hunter2\n'), warning);
		assert.deepEqual(await warningOf('hunter2\n', ['unmasked']), warning);
		assert.deepEqual(await warningOf('hunter2\n', ['file']), warning);
		assert.deepEqual(await warningOf('aHVudGVyMgo=', ['base64']), warning);
		assert.deepEqual(await warningOf('{"a": "hunter2\\n"}\n', ['json a']), warning);
		assert.deepEqual(await warningOf('{"a": "aHVudGVyMgo="}', ['json a', 'base64']), warning);
	});

	it('that is a leaf of JSON is named by its output, and white space around JSON is none', async () => {
		assert.deepEqual(await warningOf('{"a": "hunter2", "b": [" x1y2z3 "]}\n', ['json']), [
			`${TITLE}|secret db-config: the output DB-b-0 begins with a space and ends with a space`,
		]);
		assert.deepEqual(await warningOf(' {"a": "hunter2"}\n', ['json']), []);
		assert.deepEqual(await warningOf('{}\n', ['json']), []);
	});

	it('in many leaves is one warning, which counts those that it does not name', async () => {
		const [warning = ''] = await warningOf(JSON.stringify(Array(7).fill('hunter2 ')), ['json']);
		assert.match(warning, /the output DB-0 ends with a space, .*the output DB-4 ends with a space and 2 more$/);
	});

	it('draws no warning where white space is decoded away or is within several lines', async () => {
		assert.deepEqual(await warningOf('aHVudGVyMg==\n', ['base64']), []);
		assert.deepEqual(await warningOf('/////w==\n', ['base64', 'file']), []);
		assert.deepEqual(await warningOf('one\ntwo\n'), []);
	});

	it('is not repeated in the warning', async () => {
		for (const value of ['hunter2 ', ' hunter2', '\thunter2\n'])
			assert.doesNotMatch(JSON.stringify((await render(value)).notes), /hunter/);
	});
});
