import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toLogLine, toMaskText } from '../../../src/export/step-log.js';
import { RunnerLog } from '../../runner/log.js';

describe('a line of the log', () => {
	const lines: readonly (readonly [text: string, line: string])[] = [
		['Fetched: db → db, 5 % of « all »', 'Fetched: db → db, 5 % of « all »'],
		['::error::a', ': :error::a'],
		['\u2003 ::add-mask::a', '\u2003 : :add-mask::a'],
		['tenant ##[error]a, client ##[add-mask]b', 'tenant ## [error]a, client ## [add-mask]b'],
		['a\n::error::b\r\u2028c\u0085d', 'a?::error::b??c?d'],
		['\u001b[31ma\u202eb\u200bc\0', '?[31ma?b?c?'],
		['a :: b', 'a :: b'],
	];
	for (const [text, line] of lines) {
		it(`is no command: ${JSON.stringify(text)}`, () => {
			assert.equal(toLogLine(text), line);
			const log = new RunnerLog();
			log.readLine(toLogLine(text));
			assert.deepEqual(log.lines, [line]);
			assert.deepEqual([log.annotations, log.masker.registered], [[], []]);
		});
	}
});

describe('the text of a mask', () => {
	// Promise: L17
	it('begins with ASCII, or with a line break that a runner drops', () => {
		assert.deepEqual(['a\u0301', ' a', '\0\u0301', '%', ':'].map(toMaskText), ['a\u0301', ' a', '\0\u0301', '%', ':']);
		assert.deepEqual(['\u0301a', '\u{1f3fb}', '\u00a0a', '\ufeffa', '\u0e33'].map(toMaskText), [
			'\n\u0301a',
			'\n\u{1f3fb}',
			'\n\u00a0a',
			'\n\ufeffa',
			'\n\u0e33',
		]);
	});
});
