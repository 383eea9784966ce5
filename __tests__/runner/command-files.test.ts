// The grammar of GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectPairs, parseCommandFile } from './command-files.js';

describe('a command file', () => {
	const good: Readonly<Record<string, readonly [content: string, pairs: readonly (readonly [string, string])[]]>> = {
		'may be empty': ['', []],
		'has blank lines passed over': ['\n\nA=1\n\n', [['A', '1']]],
		'splits at the first equals sign': ['A=1=2<<3\n', [['A', '1=2<<3']]],
		'may lack the last line break': ['A=1', [['A', '1']]],
		'keeps white space': [' A = 1 \n', [[' A ', ' 1 ']]],
		'may have an empty value': ['A=\n', [['A', '']]],
		'does not refuse an empty name with an equals sign': ['=1\n', [['', '1']]],
		'has blocks': [
			'A<<END\none\ntwo\nEND\nB=2\n',
			[
				['A', 'one\ntwo'],
				['B', '2'],
			],
		],
		'may end with the delimiter': ['A<<END\none\nEND', [['A', 'one']]],
		'may have a block without lines': ['A<<END\nEND\n', [['A', '']]],
		'may have a block of one blank line': ['A<<END\n\nEND\n', [['A', '']]],
		'keeps blank lines and line breaks at the end of a block': ['A<<END\n\none\n\nEND\n', [['A', '\none\n']]],
		'keeps white space in blocks': ['A<<END\n END\nEND \nEND\n', [['A', ' END\nEND ']]],
		'reads a name with an equals sign before << as NAME=VALUE': [
			'a=b<<END\nC=1\n',
			[
				['a', 'b<<END'],
				['C', '1'],
			],
		],
		'reads the rest of the line as the delimiter': ['A<<E=N D\none\nE=N D\n', [['A', 'one']]],
		'takes the first << of three': ['A<<<E\none\n<E\n', [['A', 'one']]],
		'loses a byte order mark': ['\ufeffA=1\n', [['A', '1']]],
	};
	for (const [name, [content, pairs]] of Object.entries(good)) {
		test(name, () => assert.deepEqual(parseCommandFile(content, 'linux'), { pairs, error: undefined }));
	}

	const bad: Readonly<Record<string, readonly [content: string, error: RegExp]>> = {
		'a line with neither sign': ['A=1\nB\nC=1\n', /^Invalid format 'B'$/],
		'a block without a name': ['A=1\n<<END\nEND\n', /Name must not be empty/],
		'a block without a delimiter': ['A=1\nB<<\n\n', /delimiter must not be empty/],
		'a block without an end': ['A=1\nB<<END\none\n', /^Invalid value. Matching delimiter not found 'END'$/],
		'a block without lines and end': ['A=1\nB<<END', /^Invalid value. Matching delimiter not found 'END'$/],
		'a block whose last line is cut': ['A=1\nB<<END\none', /^Invalid value. EOF marker missing new line.$/],
	};
	for (const [name, [content, error]] of Object.entries(bad)) {
		test(`fails for ${name}; what stands before it counts`, () => {
			const parsed = parseCommandFile(content, 'linux');
			assert.deepEqual(parsed.pairs, [['A', '1']]);
			assert.match(parsed.error ?? '', error);
		});
	}

	test('keeps CR in values on Linux and macOS', () => {
		const content = 'A=1\r\nB<<END\none\r\ntwo\rthree\nEND\n';
		for (const platform of ['linux', 'darwin'] as const) {
			assert.deepEqual(parseCommandFile(content, platform).pairs, [
				['A', '1\r'],
				['B', 'one\r\ntwo\rthree'],
			]);
		}
	});

	test('may have CRLF on Windows, but for the one before the end of a block', () => {
		assert.deepEqual(parseCommandFile('A=1\r\nB<<END\r\none\r\ntwo\rthree\nEND\r\n', 'win32').pairs, [
			['A', '1'],
			['B', 'one\r\ntwo\rthree'],
		]);
	});

	test('ends a block with CRLF on Windows alone', () => {
		assert.match(parseCommandFile('A<<END\none\nEND\r\n', 'linux').error ?? '', /not found/);
	});
});

describe('pairs', () => {
	const pairs = [
		['name', '1'],
		['Name', '2'],
		['other', '3'],
	] as const;

	test('that differ in case are one output', () => {
		assert.deepEqual(collectPairs(pairs, true), { name: '2', other: '3' });
	});

	test('that differ in case are two variables', () => {
		assert.deepEqual(collectPairs(pairs, false), { name: '1', Name: '2', other: '3' });
	});

	test('may be named as a property of every object', () => {
		assert.equal(Object.getOwnPropertyDescriptor(collectPairs([['__proto__', '1']], true), '__proto__')?.value, '1');
	});
});
