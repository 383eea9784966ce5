// How reports of mutation testing become a table, and which of them are not good enough.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findExporting, listDeclarations } from '../../tools/mutated-code.js';
import { describeDays, describeMutation, type KnownSurvivor, parseReport } from '../../tools/mutation-report.js';

const SOURCE = 'export function f(a) {\n  return a\n    && true;\n}\n';

const at = (line: number, column: number, endLine: number, endColumn: number) => ({
	start: { line, column },
	end: { line: endLine, column: endColumn },
});

function report(mutants: readonly { status: string; replacement?: string; location?: object }[], file = 'http/f') {
	const whole = mutants.map((mutant) => ({ replacement: 'false', location: at(2, 10, 3, 12), ...mutant }));
	return parseReport(JSON.stringify({ files: { [`build/src/${file}.js`]: { source: SOURCE, mutants: whole } } }));
}

const killed = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ status: 'Killed', replacement: `${index}` }));

const KNOWN: KnownSurvivor = { in: 'f', code: 'a && true', replacement: 'false', why: 'the same.' };

describe('describeMutation', () => {
	it('counts what a test could see, a file and in all', () => {
		const statuses = [
			...killed(7),
			...['Timeout', 'CompileError', 'NoCoverage'].map((status) => ({ status, replacement: status })),
		];
		const { lines } = describeMutation(
			[report([...statuses, { status: 'Survived' }]), report(killed(2), 'http/g')],
			[],
		);
		assert.deepEqual(lines.slice(2), [
			'| http/f | 10 | 8 | 2 | 2 | 80.0 % |',
			'| http/g | 2 | 2 | 0 | 0 | 100.0 % |',
			'| **all** | 12 | 10 | 2 | 2 | 83.3 % |',
		]);
	});

	it('finds a survivor among those that are known by its code, however that is laid out, and says why once', () => {
		const { lines, problems } = describeMutation([report([...killed(20), { status: 'Survived' }])], [KNOWN]);
		assert.deepEqual(lines.slice(4), ['', 'What survived, and why no test is missing:', '', '- `f`: the same.']);
		assert.equal(lines[2], '| http/f | 21 | 20 | 1 | 0 | 95.2 % |');
		assert.deepEqual(problems, []);
	});

	it('finds a known survivor wherever its declaration has moved to, and nowhere else', () => {
		const survivor = [...killed(20), { status: 'Survived' }];
		assert.deepEqual(describeMutation([report(survivor, 'entra/moved')], [KNOWN]).problems, []);
		const other = { ...KNOWN, in: 'g' };
		assert.deepEqual(describeMutation([report(survivor)], [other]).problems, ['survived: http/f:2: a && true → false']);
	});

	it('counts a file that two parts have once, and as killed what the tests of either kill', () => {
		const both = [report([...killed(2), { status: 'Survived' }]), report([{ status: 'Killed' }])];
		for (const reports of [both, [...both].reverse()])
			assert.equal(describeMutation(reports, []).lines[2], '| http/f | 3 | 3 | 0 | 0 | 100.0 % |');
	});

	it('names each survivor that nobody has explained', () => {
		const survivor = { status: 'Survived', replacement: 'true', location: at(2, 10, 2, 11) };
		const other = { ...KNOWN, in: 'other' };
		const { problems } = describeMutation([report([...killed(20), survivor, { status: 'Survived' }])], [other, KNOWN]);
		assert.deepEqual(problems, ['survived: http/f:2: a → true']);
	});

	it('is not content with a file of which fewer than 90 of 100 that could be killed are', () => {
		const survivor = { status: 'Survived', replacement: 'true' };
		const text = 'survived: http/f:2: a && true → true';
		assert.deepEqual(describeMutation([report([...killed(9), survivor])], []).problems, [text]);
		assert.deepEqual(describeMutation([report([...killed(8), survivor, { status: 'Survived' }])], [KNOWN]).problems, [
			'http/f: the score 88.9 % is below 90 %',
			text,
		]);
		assert.deepEqual(describeMutation([report([...killed(8), { status: 'Survived' }])], [KNOWN]).problems, []);
	});
});

describe('listDeclarations', () => {
	it('gives each function, class and constant of the top level its lines, and the rest no name', () => {
		const source =
			'import x from "x";\nexport const A =\n    1;\nasync function f() {\n    const b = 2;\n}\nclass C {\n}\n';
		assert.deepEqual(
			listDeclarations(source).map(({ name, isExported, line, code }) => [name, isExported, line, code]),
			[
				['', false, 1, 'import x from "x";'],
				['A', true, 2, 'export const A = 1;'],
				['f', false, 4, 'async function f() { const b = 2; }'],
				['C', false, 7, 'class C { }'],
			],
		);
	});

	it('knows a file by what it exports', () => {
		const files = [
			{ name: 'a', source: 'export function f() { }\nfunction g() { }' },
			{ name: 'b', source: 'function f() { }' },
		];
		assert.deepEqual(
			findExporting(['f', 'g'], files).map(({ name }) => name),
			['a'],
		);
	});
});

describe('describeDays', () => {
	it('names the day, or the first and the last of several', () => {
		const days = ['2026-11-27T23:00:00Z', '2026-11-26T01:00:00Z', '2026-11-27T01:00:00Z'].map((text) => new Date(text));
		assert.equal(describeDays(days.slice(0, 1)), 'on 2026-11-27');
		assert.equal(describeDays(days), 'from 2026-11-26 to 2026-11-27');
	});
});
