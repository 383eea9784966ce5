// The effect of a runner on texts, by .NET itself: every mask is a command for it, and our oracle of the runner agrees with it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { maskSecret } from '../../src/masks/masks.js';
import { maskJson } from '../../src/masks/masks-of-values.js';
import { readJson } from '../../src/render/json-leaves.js';
import { indexOf, lastIndexOf, trim } from '../runner/culture.js';
import { escapeUriData, escapeXml } from '../runner/derived-forms.js';
import { dropMark } from '../runner/log.js';
import { secret } from '../support/arbitrary-secrets.js';
import { type Dotnet, noDotnet, startDotnet } from '../support/dotnet.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { printedOf } from '../support/leaks.js';

const COMMAND = '::add-mask::';

/** Code points that Node knows and that a text may begin with, and some that it does not know. */
const CODE_POINTS = Array.from({ length: 0x110000 }, (_, point) => point).filter(
	(point) =>
		(point < 0xd800 || point > 0xdfff) &&
		(point % 997 === 0 ||
			/^(?!\p{Ideographic}|\p{Script=Hangul}|\p{Co})\p{Assigned}$/u.test(String.fromCodePoint(point))),
);

let dotnet: Dotnet;
let joined: readonly number[];
before(async () => {
	if (noDotnet !== false) return;
	dotnet = startDotnet();
	joined = await findJoined();
});
after(() => dotnet?.close());

/** Those that .NET joins with a colon before them. */
async function findJoined(): Promise<readonly number[]> {
	const texts = CODE_POINTS.map((point) => `${COMMAND}${String.fromCodePoint(point)}ABC`);
	const found = await dotnet.ask<number>(
		'indexOf',
		texts.map((text) => ({ text, value: '::', start: 2 })),
	);
	return CODE_POINTS.filter((_, index) => found[index] !== COMMAND.length - 2);
}

/** Fails unless .NET finds in each line where the text of the mask begins. */
async function assertCommands(lines: readonly string[]): Promise<void> {
	assert.ok(lines.length > 0);
	const found = await dotnet.ask<number>(
		'indexOf',
		lines.map((text) => ({ text, value: '::', start: 2 })),
	);
	assert.deepEqual(
		lines.filter((_, index) => found[index] !== COMMAND.length - 2),
		[],
	);
}

/** The lines that the step prints for the masks. */
function commandsOf({ masks }: ReturnType<typeof maskSecret>): readonly string[] {
	return printedOf(masks.map((mask) => ({ kind: 'mask', text: mask.reveal() })));
}

describe('a mask is a command for .NET', () => {
	it('whatever the value', { skip: noDotnet }, async () => {
		const values = [...Object.values(HOSTILE_TEXTS), ...fc.sample(secret, { numRuns: 300, seed: 1 })];
		await assertCommands([...new Set(values.flatMap((value) => commandsOf(maskSecret(value))))]);
	});

	// Promise: L17
	it('whatever the first character, of a value, a line and a leaf', { skip: noDotnet }, async () => {
		// 1,703 with the Unicode of this .NET; with a newer one there are more.
		assert.ok(joined.length >= 1_600, `${joined.length}`);
		const lines = joined
			.map((point) => String.fromCodePoint(point))
			.flatMap((first) => [
				...commandsOf(maskSecret(`${first}CANARY`)),
				...commandsOf(maskSecret(`one line\n${first}CANARY`)),
				...commandsOf(maskJson(`["${first}CANARY"]`, readJson(`["${first}CANARY"]`).leaves)),
			]);
		await assertCommands(lines);
	});
});

describe('our runner reads as .NET does', () => {
	// Promise: L17
	it('what comes first after the colons, code point by code point', { skip: noDotnet }, async () => {
		const theirs = new Set(joined);
		const differing = CODE_POINTS.filter(
			(point) => theirs.has(point) !== (indexOf(`::${String.fromCodePoint(point)}ABC`, '::') !== 0),
		);
		// This .NET gives no meaning to characters that are newer than its Unicode.
		const known = await dotnet.ask<boolean>('isAssigned', differing);
		assert.deepEqual(
			differing.filter((_, index) => known[index]),
			[],
		);
	});

	it('where a text is joined, or parted by what is skipped', { skip: noDotnet }, async () => {
		const char = fc.constantFrom(
			'&',
			'+',
			':',
			'a',
			' ',
			'\u0301',
			'\u093f',
			'\u200d',
			'\u0e33',
			'\u{1f3fb}',
			'\u00e9',
			'%',
		);
		const arbitrary = fc.string({ unit: char, minLength: 1, maxLength: 8 });
		// Only .NET finds a value with a character in it that it skips: no mask hangs on such a text.
		const texts = fc.sample(arbitrary, { numRuns: 2_000, seed: 1 }).filter((text) => !/[&:]\u200d+[+:]/.test(text));
		for (const value of ['&', '&+', '::']) {
			const questions = texts.map((text) => ({ text, value }));
			assert.deepEqual(
				await dotnet.ask('indexOf', questions),
				texts.map((text) => indexOf(text, value)),
			);
			if (value !== '&') continue;
			assert.deepEqual(
				await dotnet.ask('lastIndexOf', questions),
				texts.map((text) => lastIndexOf(text, value)),
			);
		}
	});

	it('white space, which U+FEFF is not', { skip: noDotnet }, async () => {
		const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
		const blank = await dotnet.ask<boolean>('isWhiteSpace', units);
		assert.deepEqual(
			units.filter((unit) => blank[unit]),
			units.filter((unit) => trim(String.fromCharCode(unit)) === ''),
		);
	});

	it('the forms of URLs and XML', { skip: noDotnet }, async () => {
		const texts = fc.sample(secret, { numRuns: 300, seed: 2 }).map((text) => `<${Buffer.from(text)}`);
		assert.deepEqual(await dotnet.ask('escapeUri', texts), texts.map(escapeUriData));
		assert.deepEqual(await dotnet.ask('escapeXml', texts), texts.map(escapeXml));
	});

	// Promise: L18
	it('a stream, and no byte order mark at its start', { skip: noDotnet }, async () => {
		const streams = ['\ufeff::add-mask::a\n\ufeffb\r\nc', '\ufeff\ufeffa', 'a\n\ufeff\n', '\n\ufeff', '\ufeff', ''];
		const given = streams.map((text) => Buffer.from(text).toString('base64'));
		assert.deepEqual(await dotnet.ask('readText', given), streams.map(dropMark));
	});
});
