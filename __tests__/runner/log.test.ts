// The log as a runner writes it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RunnerLog } from './log.js';
import { Masker } from './masker.js';

function logOf(stdout: string, options: { readonly debug?: boolean; readonly stderr?: string } = {}): RunnerLog {
	const log = new RunnerLog({ debug: options.debug ?? false });
	log.readProcess({ stdout, stderr: options.stderr ?? '' });
	return log;
}

describe('add-mask', () => {
	test('hides what is printed afterwards and is not shown itself', () => {
		assert.deepEqual(logOf('a secret\n::add-mask::secret\na secret\n').lines, ['a secret', 'a ***']);
	});

	test('comes too late for stderr, which a runner drains first', () => {
		assert.deepEqual(logOf('::add-mask::secret\nout secret\n', { stderr: 'err secret\n' }).lines, [
			'err secret',
			'out ***',
		]);
	});

	test('hides the whole untrimmed and each line trimmed, blank ones left out', () => {
		const { masker } = logOf('::add-mask:: one %0D%0A%0A\u00a0two\u2003%0D three\n');
		assert.deepEqual(masker.registered, [' one \r\n\n\u00a0two\u2003\r three', 'one', 'two', 'three']);
	});

	test('is no command if a combining mark follows the colons, and prints the value', () => {
		for (const value of ['\u0301secret', '\u093fsecret', '\u0e33secret', '\u{1f3fb}secret', '\u200d\u0301secret']) {
			assert.deepEqual(logOf(`::add-mask::${value}\n`).lines, [`::add-mask::${value}`]);
			assert.deepEqual(logOf(`::add-mask::%0A${value}\n${value}\n`).lines, ['***']);
		}
	});

	test('is a command before any other letter, and before what a comparison skips', () => {
		for (const value of ['\u00e9secret', '\u200dsecret', '\ufeffsecret', 's\u0301ecret', '\u0488secret']) {
			assert.deepEqual(logOf(`::add-mask::${value}\n${value}\n`).lines, ['***'], value);
		}
	});

	test('ends at the first colons that stand by themselves', () => {
		assert.deepEqual(logOf('::add-mask::\u0301a::b\n').lines, ['::add-mask::\u0301a::b']);
	});

	test('takes a byte order mark off the start of each stream, and no other', () => {
		const log = logOf('\ufeff::add-mask::secret\n\ufeffsecret\n', { stderr: '\ufefferr\n' });
		assert.deepEqual(log.lines, ['err', '\ufeff***']);
	});

	test('splits at CR and LF alone', () => {
		assert.deepEqual(logOf('::add-mask::one\u2028two\u0085\n').masker.registered, [
			'one\u2028two\u0085',
			'one\u2028two',
		]);
	});

	test('hides the line { of a secret, and so its base64', () => {
		const log = logOf('::add-mask::{%0A"password": "abc"%0A}\n{ "other": 1 } ew==\n');
		assert.deepEqual(log.lines, ['*** "other": 1 *** ***']);
	});

	test('of blank text draws a warning', () => {
		for (const blank of ['', '  ', '%0A', '\u00a0']) {
			const log = logOf(`::add-mask::${blank}\n`);
			const message = "Can't add secret mask for empty string in ##[add-mask] command.";
			assert.deepEqual(log.annotations, [{ level: 'warning', title: '', message }]);
			assert.deepEqual(log.lines, [`Warning: ${message}`]);
			assert.deepEqual(log.masker.registered, []);
		}
	});

	test('unescapes the percent sign last', () => {
		assert.deepEqual(logOf('::add-mask::100%25250A%25\n').masker.registered, ['100%250A%']);
	});

	test('leaves ::, colons and commas of the value alone', () => {
		assert.deepEqual(logOf('::add-mask::a::b:c,%3A%2C\n').masker.registered, ['a::b:c,%3A%2C']);
	});

	test('may be indented, and its case does not matter', () => {
		assert.deepEqual(logOf(' \t::Add-Mask::secret\nsecret\n').lines, ['***']);
	});

	test('must come first in the line', () => {
		assert.deepEqual(logOf('x ::add-mask::secret\nsecret\n').lines, ['x ::add-mask::secret', 'secret']);
	});

	test('has an older form that may stand anywhere in a line', () => {
		assert.deepEqual(logOf('x ##[add-mask]sec%5Dret\nsec]ret\n').lines, ['***']);
	});

	test('shows itself with step debugging, without the value', () => {
		assert.deepEqual(logOf('::add-mask::secret\n', { debug: true }).lines, ['::add-mask::***']);
	});

	test('lasts to the end of the job', () => {
		const masker = new Masker();
		new RunnerLog({ masker }).readLine('::add-mask::secret');
		const later = new RunnerLog({ masker });
		later.readLine('secret');
		assert.deepEqual(later.lines, ['***']);
	});
});

describe('annotations', () => {
	test('have level, title and message, and show as lines of the log', () => {
		const log = logOf(
			'::error title=Not found%3A a%2Cb,file=x.ts::It is not%0Athere\n::warning::w\n::notice title=::n\n',
		);
		assert.deepEqual(log.annotations, [
			{ level: 'error', title: 'Not found: a,b', message: 'It is not\nthere' },
			{ level: 'warning', title: '', message: 'w' },
			{ level: 'notice', title: '', message: 'n' },
		]);
		assert.deepEqual(log.lines, ['Error: It is not', 'there', 'Warning: w', 'Notice: n']);
	});

	test('are masked in the message, not in the title', () => {
		const { annotations } = logOf('::add-mask::secret\n::error title=a secret::a secret\n');
		assert.deepEqual(annotations, [{ level: 'error', title: 'a secret', message: 'a ***' }]);
	});

	test('are cut to 4,096 characters after masking', () => {
		const secret = 's'.repeat(100);
		const log = logOf(`::add-mask::${secret}\n::error::${'x'.repeat(4090)}${secret}yyyyyy\n`);
		assert.equal(log.annotations[0]?.message, `${'x'.repeat(4090)}***yyy`);
		assert.deepEqual(log.lines, [`Error: ${'x'.repeat(4090)}***yyy`]);
	});

	test('are kept ten of a level; the log has them all', () => {
		const printed = Array.from({ length: 12 }, (_, index) => `::error::e${index}\n::warning::w${index}\n`);
		const log = logOf(printed.join(''));
		assert.equal(log.annotations.filter(({ level }) => level === 'error').length, 10);
		assert.equal(log.annotations.filter(({ level }) => level === 'warning').length, 10);
		assert.ok(log.lines.includes('Error: e11'));
	});

	test('without a message show no line', () => {
		assert.deepEqual(logOf('::error title=a::\n').lines, []);
	});

	test('are masked as one piece, over their line breaks', () => {
		const log = logOf('::add-mask::ab%0Acd\n::error::x ab%0Acd y\n');
		assert.deepEqual(log.lines, ['Error: x *** y']);
	});
});

describe('other commands', () => {
	test('debug lines show with step debugging alone', () => {
		assert.deepEqual(logOf('::debug::one%0Atwo\n').lines, []);
		assert.deepEqual(logOf('::debug::one%0Atwo\n', { debug: true }).lines, ['##[debug]one', '##[debug]two']);
	});

	test('groups', () => {
		assert.deepEqual(logOf('::group::A title\nx\n::endgroup::\n').lines, ['##[group]A title', 'x', '##[endgroup]']);
	});

	test('echo shows commands, until it is off', () => {
		const printed = '::echo::on\n::group::a\n::echo::off\n::group::b\n';
		assert.deepEqual(logOf(printed).lines, ['::group::a', '##[group]a', '::echo::off', '##[group]b']);
	});

	test('a name that no runner knows is output like any other', () => {
		assert.deepEqual(logOf('::no-such::a\n::\n::error\n').lines, ['::no-such::a', '::', '::error']);
	});

	test('stop-commands turns commands off, masks too, until its token comes', () => {
		const log = logOf(
			'::stop-commands::the-token\n::add-mask::secret\n::error::e\n::the-token::\n::add-mask::late\nsecret late the-token\n',
		);
		assert.deepEqual(log.lines, [
			'::stop-commands::***',
			'::add-mask::secret',
			'::error::e',
			'::***::',
			'secret *** ***',
		]);
		assert.deepEqual(log.annotations, []);
	});

	test('a short token of stop-commands is not masked', () => {
		assert.deepEqual(logOf('::stop-commands::abcdef\n').lines, ['::stop-commands::abcdef']);
	});

	test('a token that is empty or a command is a fault', () => {
		for (const token of ['', 'error', 'pause-logging']) {
			const log = logOf(`::stop-commands::${token}\n::warning::w\n`);
			assert.equal(log.faults.length, 1);
			assert.equal(log.annotations.length, 1);
		}
	});

	test('those that print a value instead of writing it to a file are faults', () => {
		for (const name of ['set-output', 'save-state', 'set-env', 'add-path']) {
			const log = logOf(`::${name} name=a::secret\n`);
			assert.deepEqual(log.faults, [`The process printed the command ${name}.`]);
			assert.deepEqual(log.lines, []);
		}
		assert.deepEqual(logOf('::group::a\n::error::e\nx\n').faults, []);
	});

	test('with step debugging even a printed value shows', () => {
		assert.deepEqual(logOf('::set-output name=a::secret\n', { debug: true }).lines, ['::set-output name=a::secret']);
	});
});

test('lines end at CR, LF and CRLF, and nowhere else', () => {
	assert.deepEqual(logOf('a\rb\r\n\nc\u2028d').lines, ['a', 'b', '', 'c\u2028d']);
	assert.deepEqual(logOf('').lines, []);
});
