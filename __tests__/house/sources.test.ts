// Statements of the pages about Entra ID, Key Vault, GitHub, az and other things of somebody else have a source beside them: a
// comment that names where it was looked up, or with what it was seen, and when.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readText } from '../support/source.js';

const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const PAGES = ['SECURITY.md', 'CONTRIBUTING.md', ...DOCS.map((name) => `docs/${name}`)];

/** Who else's behavior a section may state. */
const NAMES =
	/\b(?:Microsoft|Entra ID|Key Vault|Azure|GitHub|Exchange Online|PowerShell|Graph|runners?|Node(?:\.js)?|OpenSSL|Windows|macOS|Teams|Slack)\b|\.NET|`az[ `]|AADSTS/;

/** Sections that name these and state nothing about them that a source could show. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	'CONTRIBUTING.md: How the code is arranged': 'the folders of this repository',
	'CONTRIBUTING.md: What goes into a change': 'the rules of this repository',
	'docs/exchange-online.md: (top)': 'leads to the sections, which have sources',
	'docs/expiry.md: Inputs': 'the inputs of this action',
	'docs/grammar.md: Lines that write': 'messages of this action',
	'docs/grammar.md: Lines, commas, comments': 'messages of this action',
	'docs/performance.md: (top)': 'what this page measures',
	'docs/reliability.md: Mutation testing': 'what the tests of this repository show',
	'docs/reliability.md: Promises and their tests': 'what the tests of this repository show',
	'docs/rotate.md: Inputs': 'the inputs of this action',
	'docs/set.md: (top)': 'what this action does',
};

interface Section {
	readonly name: string;
	readonly prose: string;
	readonly sources: readonly string[];
}

/** The parts of a page between headings of the second level. The first part is "(top)". */
function sectionsOf(path: string, text: string): readonly Section[] {
	const withoutCode = text.replaceAll('\r\n', '\n').replace(/^( *)```.*?^\1```$/gms, '');
	return withoutCode.split(/^(?=## )/m).map((part) => ({
		name: `${path}: ${/^## (.*)/.exec(part)?.[1] ?? '(top)'}`,
		prose: part.replace(/<!-- (\w+): begin -->.*?<!-- \1: end -->/gs, '').replace(/<!--.*?-->/gs, ''),
		sources: sourcesOf(part),
	}));
}

/** The comments that end with a date, `<!-- WHAT: WHERE. Looked up YYYY-MM-DD. -->`, without that end. */
function sourcesOf(text: string): readonly string[] {
	return Array.from(text.matchAll(/<!-- ([^\n]*?) Looked up \d{4}-\d{2}-\d{2}\. -->/g), ([, source = '']) => source);
}

describe('sources', () => {
	const sections = PAGES.flatMap((path) => sectionsOf(path, readText(path)));

	it('are found', () => {
		const text =
			'# A\n\nAzure.\n\n## B\n\nGraph.\n\n```md\n## no\n```\n\n<!-- x: https://a.example. Looked up 2026-12-01. -->\n';
		assert.deepEqual(
			sectionsOf('a.md', text).map(({ name, sources }) => [name, sources]),
			[
				['a.md: (top)', []],
				['a.md: B', ['x: https://a.example.']],
			],
		);
		assert.ok(sections.filter(({ sources }) => sources.length > 0).length > 70);
	});

	it('stand in each section that names what belongs to somebody else', () => {
		const without = sections.filter(({ prose, sources }) => NAMES.test(prose) && sources.length === 0);
		assert.deepEqual(without.map(({ name }) => name).sort(), Object.keys(EXCEPTIONS).sort());
	});

	it('stand at the foot of the README, whose lines are counted', () => {
		assert.ok(sourcesOf(readText('README.md')).length >= 1);
	});

	it('name an address that can be opened, a page of this repository, or what it was seen with', () => {
		for (const source of [...sections.flatMap(({ sources }) => sources), ...sourcesOf(readText('README.md'))]) {
			const addresses = source.match(/https:\/\/[^\s,;)]+/g) ?? [];
			for (const address of addresses) assert.ok(URL.canParse(address), address);
			assert.match(source, /https:\/\/\S+|\]\([\w-]+\.md|\bSeen with\b|`src\/|\bmessage center MC\d+/i, source);
		}
	});
});
