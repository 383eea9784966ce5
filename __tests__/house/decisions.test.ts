// House rules about what decides: types and whole codes, never the spelling of a text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, type TextFile, withoutComments } from '../support/source.js';

const source = readSource();

function code({ text }: TextFile): string {
	return withoutComments(text);
}

function pathsWhere(holds: (file: TextFile) => boolean): readonly string[] {
	return source.filter(holds).map(({ path }) => path);
}

test('no type is cast by way of unknown', () => {
	assert.deepEqual(
		pathsWhere((file) => /\bas unknown as\b/.test(code(file))),
		[],
	);
});

test('a union is told apart by its kind, and not by a member that happens to be there', () => {
	// A member is looked for in what others made: Node's errors, parts that may be left out, a user's JSON.
	const foreign = /'(?:code' in error|cause' in parts|subscriptionId' in members)\b/;
	const found = source.flatMap((file) =>
		(code(file).match(/'[A-Za-z]\w*' in \w+/g) ?? []).filter((text) => !foreign.test(text)),
	);
	assert.deepEqual(found, []);
});

test('nothing is decided by a part of the spelling of an error code, and whole codes are compared in predicates alone', () => {
	const byPart =
		/\bcode\??\.(?:startsWith|endsWith|includes|match|slice|split|replace)\(|\.(?:test|exec)\((?:\w+\.)*code\)/;
	const allowed = ['src/http/transport-error.ts'];
	assert.deepEqual(
		pathsWhere((file) => !allowed.includes(file.path) && byPart.test(code(file))),
		[],
	);
	const comparison = /\bcode [!=]== ['`][A-Z]+_[A-Z_]+['`]/;
	const outside = source.flatMap((file) =>
		code(file)
			.split(/\n(?=(?:export )?(?:async )?(?:function|const|class) )/)
			.filter(
				(declaration) => comparison.test(declaration) && !/^(?:export )?function (?:is|are|has)[A-Z]/.test(declaration),
			)
			.map((declaration) => `${file.path}: ${declaration.split('\n')[0]}`),
	);
	assert.deepEqual(outside, []);
});
