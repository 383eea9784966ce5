// Each rule of a runner that our oracle follows, by .NET's own primitives on the same texts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { parseCommand } from '../runner/command.js';
import { deriveForms, escapeUriData, escapeXml } from '../runner/derived-forms.js';
import { RunnerLog, splitLines } from '../runner/log.js';
import { Masker } from '../runner/masker.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';

/** Place of Newtonsoft's JSON among the forms, which is no part of .NET. */
const JSON_FORM = 5;

const KNOWN = ['add-mask', 'error', 'debug', 'the-token'];

let dotnet: Dotnet;
before(() => {
	if (noDotnet === false) dotnet = startDotnet();
});
after(() => dotnet?.close());

/** Texts of these pieces; each run of a test has the same. */
function textsOf(pieces: readonly string[], numRuns: number, maxLength = 10): readonly string[] {
	const text = fc.string({ unit: fc.constantFrom(...pieces), minLength: 1, maxLength });
	// A text loses a byte order mark at its start if .NET hands it to Python.
	return fc.sample(text, { numRuns, seed: 20260101 }).filter((one) => !one.startsWith('\ufeff'));
}

const SECRETS = textsOf(
	[...'abc019"\'\\/<>&+%=~!*() \t\n\r', 'é', 'ß', '漢', '🗝', '\u0301', '\u200d', '&+', '%0A', '::', '\u00a0', '\u2028'],
	1_500,
	24,
	// Half a character, which is what is left behind `&+`, cannot be handed to Python.
).filter((text) => !/&\+[\ud800-\udbff]/.test(text));

/** Every character of Unicode, in texts of so many. */
const BLOCKS = Array.from({ length: 0x110000 / 0x1000 }, (_, block) =>
	Array.from({ length: 0x1000 }, (_, index) => 0x1000 * block + index)
		.filter((point) => point < 0xd800 || point > 0xdfff)
		.map((point) => String.fromCodePoint(point)),
).filter((block) => block.length > 0);

describe('our model of the runner, as .NET,', { skip: noDotnet }, () => {
	it('takes the same lines for commands, with the same properties and data', async () => {
		const pieces = [
			...[
				'::',
				'::',
				'##[',
				']',
				'add-mask',
				'Add-Mask',
				'error',
				'the-token',
				'no-such',
				' ',
				'title',
				'=',
				'==',
				',',
			],
			...[';', '%0A', '%0D', '%25', '%3A', '%2C', '%3B', '%5D', 'a', '\t', '\u00a0', '\u0301', '\u200d', '\u0e33', 'é'],
		];
		// Only .NET skips a character within or before the signs themselves; no mask depends on that.
		const isTold = (text: string): boolean => !/\u200d[:#[]|[:#]\u200d/.test(text);
		const lines = [
			...textsOf(pieces, 2_000, 12),
			...textsOf(pieces, 1_000, 6).map((text) => `::add-mask::${text}`),
			...textsOf(pieces, 1_000, 6).map((text) => `::error ${text}::data`),
			...textsOf(pieces, 1_000, 6).map((text) => `##[error ${text}]data`),
		].filter(isTold);
		const theirs = await dotnet.ask(
			'parse',
			lines.map((line) => ({ line, known: KNOWN })),
		);
		const ours = lines.map((line) => {
			const command = parseCommand(line, new Set(KNOWN));
			return command === undefined ? null : { ...command, properties: Object.fromEntries(command.properties) };
		});
		assert.ok(ours.filter((one) => one !== null).length > 1_500);
		for (const [index, line] of lines.entries())
			assert.deepEqual([line, ours[index]], [line, (theirs as readonly unknown[])[index]]);
	});

	it('registers the same for add-mask: the whole as it is, and each line trimmed', async () => {
		const theirs = await dotnet.ask<readonly string[]>('registered', SECRETS);
		const ours = SECRETS.map((data) => {
			const log = new RunnerLog();
			log.readLine(`::add-mask::%0A${escapeData(data)}`);
			return log.masker.registered.slice(1);
		});
		assert.deepEqual(
			ours,
			theirs.map((all) => [...new Set(all.slice(1))]),
		);
	});

	it('the forms that are derived of a value', async () => {
		const theirs = await dotnet.ask<readonly string[]>('derive', SECRETS);
		const ours = SECRETS.map((value) => deriveForms(value).filter((_, index) => index !== JSON_FORM));
		for (const [index, value] of SECRETS.entries()) assert.deepEqual([value, ours[index]], [value, theirs[index]]);
	});

	it('URLs and XML, code point by code point', async () => {
		const texts = BLOCKS.map((block) => block.map((char) => `<${char}`).join(''));
		assert.equal(BLOCKS.flat().length, 0x110000 - 0x800);
		assert.deepEqual(await dotnet.ask('escapeUri', texts), texts.map(escapeUriData));
		assert.deepEqual(await dotnet.ask('escapeXml', texts), texts.map(escapeXml));
	});

	it('hides the same of a text, if hits overlap, touch and repeat', async () => {
		const texts = textsOf(['a', 'b', 'ab', 'aba', 'c', '🗝'], 600, 30);
		const values = textsOf(['a', 'b', 'c', '🗝'], 600, 4);
		const items = texts.map((text, index) => {
			const own = [values[index % values.length] ?? 'a', values[(7 * index + 1) % values.length] ?? 'b'];
			const masker = new Masker();
			for (const value of own) masker.add(value);
			return {
				text,
				masker,
				hidden: own.flatMap((value) => [value, ...deriveForms(value)]).filter((form) => form !== ''),
			};
		});
		assert.deepEqual(
			items.map(({ text, masker }) => masker.mask(text)),
			await dotnet.ask(
				'mask',
				items.map(({ text, hidden }) => ({ text, hidden })),
			),
		);
	});

	it('ends the lines of a stream at the same places', async () => {
		const streams = textsOf(['\r', '\n', '\r\n', 'a', '\u0085', '\u2028', '\v', '\f'], 500, 12);
		const given = streams.map((text) => Buffer.from(text).toString('base64'));
		assert.deepEqual(await dotnet.ask('readLines', given), streams.map(splitLines));
	});

	it('a mask before which the line break was forgotten is found', async () => {
		// Put in by hand: the command as the toolkit writes it, and as it must be written.
		for (const value of ['\u0301CANARY', '\u093fCANARY', '\u{1f3fb}CANARY']) {
			const lines = [`::add-mask::${value}`, `::add-mask::%0A${value}`];
			const [bare, cured] = await dotnet.ask<{ readonly data: string } | null>(
				'parse',
				lines.map((line) => ({ line, known: KNOWN })),
			);
			assert.equal(bare, null);
			const [all] = await dotnet.ask<readonly string[]>('registered', [cured?.data ?? '']);
			assert.ok(all?.includes(value));
		}
	});
});

function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
