// The pages and manifests are in plain English: a short list of words and constructions that readers stumbled over.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readRepository, readText } from '../support/source.js';

const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const TEXTS = [
	...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.github/ISSUE_TEMPLATE/bug.yml'],
	...['action.yml', 'token/action.yml', 'rotate/action.yml', 'expiry/action.yml', 'set/action.yml'],
	...DOCS.map((name) => `docs/${name}`),
];

/** Patterns of words to avoid, by the words to write instead; each with a text that it must find. */
const RULES: Readonly<Record<string, readonly [pattern: RegExp, sample: string]>> = {
	'per line, per day': [
		/\b(?:one|two|three|several|a lot) an? (?:line|day|job|item|second|object|page)\b/i,
		'one a line',
	],
	'except, apart from': [/\bbut for\b(?! the)|, but with `/i, 'all but for one'],
	'if, for "where"': [
		/(?:^|[.:;] |\| |- )Where (?:the|an?|no|it|its|there|nothing|all|one|every|this|that)\b|\bwhere (?:there is|there are|none|no \w+ is|nothing)\b/m,
		'Where the vault has none',
	],
	'subject first, for "Of X,"': [
		/(?:^|[.] |\| |- )Of (?:an?|the|what|certificates|secrets) [^.|\n]{0,40},/im,
		'Of a PFX, the bytes',
	],
	'a noun, for "What is X"': [
		/(?:^|[.] )What (?:is|can|must|comes|becomes|has|holds)\b[^?|\n]*(?<!\?)$/m,
		'What is long is loaded late.',
	],
	'skip, ignore': [/\bpass(?:es|ed|ing)? over\b/i, 'is passed over'],
	exactly: [/\bto the letter\b/i, 'match to the letter'],
	expected: [/\bforeseen\b/i, 'was not foreseen'],
	bug: [/\bdefects?\b/i, 'of a defect'],
	'is valid for': [/\b(?:lives|is good for) (?:longer|about|ten|five|\d)/i, 'lives longer than'],
	'is not a, for "is no"': [
		/(?<!\bthere )\b(?:is|are) no (?:secrets?|vaults?|machines?|tokens?|outputs?)\b/i,
		'that is no vault',
	],
	'if … is missing': [
		/\bfor want of\b|\bas ever\b|\bbe it\b|\bcomes? about\b|\bbrings? about\b/i,
		'for want of a role',
	],
	'American spelling': [
		/\b(?:licences?|colou?rs?(?<!colors?)|behaviours?|favourites?|armour|centres?|honours?|(?:recogn|author|organ|initial|summar|normal)is(?:e|es|ed|ing|ation)|spelt|misspelt)\b/i,
		'the licence',
	],
};

/** The text without code, links' addresses and comments: what people read as sentences. */
function proseOf(text: string): string {
	return (
		text
			.replaceAll('\r\n', '\n')
			.replace(/^```[^\n]*\n.*?^```$/gms, '')
			// Titles of tests: sentences of the tests, not of the page.
			.replace(/`[\w/-]+\.test\.ts`: [^<|\n]*/g, '')
			.replace(/<!--.*?-->/gs, '')
			.replace(/`[^`\n]*`/g, '`x`')
			.replace(/\]\([^)]*\)/g, ']')
	);
}

/** Rules about how a sentence begins, which the notes of a source keep to less strictly. */
const OF_PAGES = ['a noun, for "What is X"', 'subject first, for "Of X,"', 'if, for "where"'];

/** Comments, each on one line. */
function commentsOf(text: string): readonly string[] {
	const found = text.matchAll(/\/\*\*?([\s\S]*?)\*\/|(?<=^|\s)\/\/ (.*)$/gm);
	return Array.from(found, ([, block, line]) => (block ?? line ?? '').replace(/\s*\n\s*\*?\s*/g, ' ').trim());
}

/** Titles of tests and suites. */
function titlesOf(text: string): readonly string[] {
	const found = text.matchAll(/\b(?:it|describe|test)\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g);
	return Array.from(found, ([, , title = '']) => title);
}

/** Returns the texts of the code that people read: comments, titles of tests, and every message. */
function readNotes(): readonly string[] {
	const code = readRepository().filter(({ path }) => path.endsWith('.ts') && !path.endsWith('plain-english.test.ts'));
	const notes = code.flatMap(({ path, text }) =>
		[...commentsOf(text), ...titlesOf(text)].map((note) => `${path}: ${note}`),
	);
	return [...notes, ...(readText('__tests__/house/messages.txt').match(/^\t.*/gm) ?? [])];
}

describe('comments, titles of tests and messages', () => {
	const notes = readNotes().map(proseOf);
	const question: (typeof RULES)[string] = [
		/^(?:[\w/.-]+: )?(?:Is|Was|Does|Has|Are|Do|May|Must|Can|Did|Were|Should|Will) [^.]*\?/,
		'a.ts: Does the name match?',
	];
	const conditional: (typeof RULES)[string] = [
		/\b(?:undefined|empty|false|true|throws \w+) where\b|\bwhere (?:there (?:is|are)|none is|nothing is|no \w+ is)\b/i,
		'undefined where there is none',
	];
	for (const [instead, [pattern, sample]] of Object.entries({
		...RULES,
		'if, for "where" in notes': conditional,
		'Whether, for a question': question,
	})) {
		if (OF_PAGES.includes(instead)) continue;
		it(`say "${instead}"`, () => {
			assert.match(sample, pattern);
			assert.deepEqual(
				notes.filter((note) => pattern.test(note)),
				[],
			);
		});
	}

	it('say of inputs and lines a whole clause, which can be read without the subject', () => {
		const verb =
			/\b(?:invalidInput|lineError)\(\s*[^;`]*?, ['`](?:is|are|has|holds|names|differs|goes|contains|begins|ends|would|cannot)\b.*/;
		assert.match("throw invalidInput('cloud', 'is not a cloud.');", verb);
		const code = readRepository().filter(({ path }) => /^src\/.*\.ts$/.test(path));
		assert.deepEqual(
			code.flatMap(({ path, text }) =>
				text
					.split('\n\n')
					.flatMap((part) => verb.exec(part)?.[0] ?? [])
					.map((found) => `${path}: ${found}`),
			),
			[],
		);
	});

	it('begin with a noun or a verb, and the head of a file in src with neither "What" nor "Of"', () => {
		const code = readRepository().filter(({ path }) => /^src\/.*\.ts$/.test(path));
		assert.deepEqual(
			code.filter(({ text }) => /^\/\/ (?:What|Of) |\/\*\* Of /.test(text)).map(({ path }) => path),
			[],
		);
	});

	it('do not begin with "What is"', () => {
		assert.deepEqual(
			notes.filter((note) => /^[\w./-]+\.ts: What (?:is|are) /.test(note)),
			[],
		);
	});

	it('are found', () => {
		assert.deepEqual(commentsOf('/**\n * One\n * two. */ a; // three\n/* four */'), ['One two.', 'three', 'four']);
		assert.deepEqual(titlesOf("describe('a', () => { it(`b`, f); test('c\\'s', g); })"), ['a', 'b', "c\\'s"]);
		assert.ok(notes.length > 5_000, `${notes.length}`);
	});
});

describe('the pages and manifests', () => {
	for (const [instead, [pattern, sample]] of Object.entries(RULES)) {
		it(`say "${instead}"`, () => {
			assert.match(sample, pattern);
			const found = TEXTS.flatMap((path) =>
				proseOf(readText(path))
					.split('\n')
					.filter((line) => pattern.test(line))
					.map((line) => `${path}: …${line.slice(Math.max(0, line.search(pattern) - 30), line.search(pattern) + 60)}…`),
			);
			assert.deepEqual(found, []);
		});
	}

	it('are read without their code, and with their prose', () => {
		assert.equal(proseOf('a `licence`\n```bash\nlicence\n```\n[b](licence) <!-- licence -->c'), 'a `x`\n\n[b] c');
	});
});
