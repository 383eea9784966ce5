// The lines of `secrets`, `certificates` and `keys`: what is read from them, if each stands, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.js';
import { describeLine, type Line, lineError, parseLine, splitLines } from '../../../src/input/line-grammar.js';

function line(number: number, reference: string, output?: string, modifiers: readonly string[] = []): Line {
	return { input: 'secrets', number, output, reference, modifiers };
}

// Of a line that has several.
function entry(place: number, reference: string, output?: string, modifiers: readonly string[] = []): Line {
	return { ...line(1, reference, output, modifiers), entry: place };
}

const parseLines = (text: string): readonly Line[] => splitLines('secrets', text).map(parseLine);

// Lines that are read from a text, by rule.
const rows: readonly (readonly [string, string, readonly Line[]])[] = [
	['a name stands alone', 'sql-password', [line(1, 'sql-password')]],
	['what stands before "=" is the output', 'SQL = sql-password', [line(1, 'sql-password', 'SQL')]],
	['white space around the parts does not count', ' \tSQL=  sql-password \t', [line(1, 'sql-password', 'SQL')]],
	['one stands on each line', 'one\ntwo', [line(1, 'one'), line(2, 'two')]],
	[
		'line ends of Windows and of old Macs separate as well',
		'one\r\ntwo\rthree',
		[line(1, 'one'), line(2, 'two'), line(3, 'three')],
	],
	[
		'a comma separates, with or without white space',
		'one,two , X = three',
		[entry(1, 'one'), entry(2, 'two'), entry(3, 'three', 'X')],
	],
	['a comma at an end of a line separates nothing', ',one,\n,two,,', [line(1, 'one'), line(2, 'two')]],
	['empty lines are passed over, and counted', '\n\none\n \ntwo\n', [line(3, 'one'), line(5, 'two')]],
	['a line that starts with "#" is a comment, commas and all', '# one, two\n  #three\nfour', [line(3, 'four')]],
	['a "#" elsewhere is not a comment', 'one # two', [line(1, 'one # two')]],
	[
		'a full identifier stands as it is',
		'https://a.vault.azure.net/secrets/b',
		[line(1, 'https://a.vault.azure.net/secrets/b')],
	],
	['the first "=" assigns', 'A = b = c', [line(1, 'b = c', 'A')]],
	['what follows a "|" is a step', 'one | json a.b|file', [line(1, 'one', undefined, ['json a.b', 'file'])]],
	['a "=" after a "|" assigns nothing', 'one | tag a=b', [line(1, 'one', undefined, ['tag a=b'])]],
	['a "=" before the first "|" assigns', 'A=one|tag a=b', [line(1, 'one', 'A', ['tag a=b'])]],
	['a step may be empty as yet', 'one | |', [line(1, 'one', undefined, ['', ''])]],
	['a comma separates also within a step', 'one | tag a=b,c', [entry(1, 'one', undefined, ['tag a=b']), entry(2, 'c')]],
	['a "#" after a comma is not a comment', 'one,#two', [entry(1, 'one'), entry(2, '#two')]],
	['an empty text lists nothing', '', []],
	['white space, commas and comments list nothing', ' \n,\n# one', []],
];

for (const [rule, text, lines] of rows) {
	test(rule, () => {
		assert.deepEqual(parseLines(text), lines);
	});
}

test('a line knows the input that it stands in', () => {
	const lines = splitLines('certificates', '\nexo');
	assert.deepEqual(lines, [{ input: 'certificates', number: 2, text: 'exo' }]);
	assert.deepEqual(lines.map(parseLine), [
		{ input: 'certificates', number: 2, output: undefined, reference: 'exo', modifiers: [] },
	]);
	assert.equal(describeLine({ input: 'certificates', number: 2 }), 'certificates line 2');
});

// Lines that are refused, and the facts of their errors.
const refusals: readonly (readonly [string, string])[] = [
	['= one', 'secrets line 3: nothing stands before "=". Write OUTPUT = NAME, or NAME alone.'],
	['ONE =', 'secrets line 3: nothing stands after "=". Write OUTPUT = NAME.'],
	['ONE = | json', 'secrets line 3: nothing stands after "=". Write OUTPUT = NAME.'],
	['| json', 'secrets line 3: nothing stands before "|". Write NAME | MODIFIER.'],
	['|', 'secrets line 3: nothing stands before "|". Write NAME | MODIFIER.'],
	['=', 'secrets line 3: nothing stands before "=". Write OUTPUT = NAME, or NAME alone.'],
];

for (const [text, message] of refusals) {
	test(`"${text}" is an error: ${message}`, () => {
		assert.throws(() => parseLine({ input: 'secrets', number: 3, text }), { name: 'ActionError', message });
	});
}

test('the error of a line names input and line, with or without what was expected', () => {
	const bare = lineError({ input: 'certificates', number: 7 }, 'is wrong.');
	assert.equal(bare.message, 'certificates line 7: is wrong.');
	assert.deepEqual([bare.code, bare.title, bare.hint], ['LINE_INVALID', 'Input certificates', undefined]);
	assert.equal(lineError({ input: 'secrets', number: 1 }, 'is wrong.', 'Write it right.').hint, 'Write it right.');
	const third = { input: 'secrets', number: 1, entry: 3 };
	assert.equal(lineError(third, 'is wrong.', 'Write it right.').hint, 'Write it right. It is entry 3 of the line.');
	assert.equal(lineError(third, 'is wrong.').hint, 'It is entry 3 of the line.');
});

const pieces = fc.constantFrom(
	'\n',
	'\r\n',
	'\r',
	',',
	'=',
	'|',
	'#',
	' ',
	'\t',
	'a',
	'B-1',
	'/',
	'://',
	'*',
	'\u2028',
	'\u{1f600}',
);
const texts = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(pieces).map((parts) => parts.join('')),
);

test('for any text the entries are trimmed, not empty and in order, each in a line that exists', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const count = text.split(/\r\n|\r|\n/).length;
			let last = 1;
			for (const { input, number, text: entry } of splitLines('secrets', text)) {
				assert.ok(input === 'secrets' && number >= last && number <= count);
				last = number;
				assert.match(entry, /^[^,\r\n]+$/);
				assert.equal(entry, entry.trim());
			}
		}),
		{ numRuns: 1_000 },
	);
});

test('for any entry its parts are trimmed and not empty, or an ActionError names its line', () => {
	const entries = texts.map((text) => text.trim()).filter((text) => text !== '');
	fc.assert(
		fc.property(entries, fc.integer({ min: 1 }), (text, number) => {
			try {
				const { output = 'none', reference, modifiers } = parseLine({ input: 'certificates', number, text });
				for (const part of [output, reference]) assert.ok(part !== '');
				for (const part of [output, reference, ...modifiers]) assert.ok(part === part.trim() && !part.includes('|'));
				assert.doesNotMatch(output, /=/);
			} catch (error) {
				assert.ok(error instanceof ActionError, `${error}`);
				assert.deepEqual([error.code, error.subject], ['LINE_INVALID', `certificates line ${number}`]);
			}
		}),
		{ numRuns: 1_000 },
	);
});
