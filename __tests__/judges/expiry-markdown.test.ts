// A parser of GitHub's Markdown sees the table that was meant, whatever the names: cells, links to the portal and code.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { ExpiryReport, ExpiryRow } from '../../src/expiry/expiry-row.js';
import { describeMarkdown, describeSummary } from '../../src/expiry/expiry-table.js';
import { HOSTILE_NAMES, hostileReports, makeReport, ofApp, PORTAL } from '../support/expiry-report.js';

/** A node of the tree, with the members that some nodes have. */
interface Node {
	readonly type: string;
	readonly value?: string;
	readonly url?: string;
	readonly lang?: string | null | undefined;
	readonly children?: readonly Node[];
}

function parse(text: string): readonly Node[] {
	return nodesOf(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function nodesOf(node: Node): readonly Node[] {
	return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** Nodes that the table is made of; raw HTML is what folds long groups. */
const EXPECTED = new Set([
	'root',
	'heading',
	'paragraph',
	'text',
	'table',
	'tableRow',
	'tableCell',
	'strong',
	'emphasis',
	'link',
	'inlineCode',
	'html',
	'code',
]);
const HTML = /^(?:<details>\n<summary>[\w ]+ \(\d+\)<\/summary>|<\/details>)$/;

/** An address of the portal, with one fragment. */
const ADDRESS = new RegExp(`^${PORTAL}/#[!-"$-~]+$`);

/** Text that GitHub makes a link of, or notifies somebody of, anywhere except in code. */
const LIVE = /(?:^|[^\p{L}\p{N}_])@(?=[\p{L}\p{N}])|#\d|\bGH-\d/iu;

function check(report: ExpiryReport, text: string): void {
	const nodes = parse(text);
	for (const { type, value = '', url = '', lang } of nodes) {
		assert.ok(EXPECTED.has(type), type);
		if (type === 'html') assert.match(value, HTML);
		if (type === 'link') assert.match(url, ADDRESS);
		if (type === 'inlineCode') assert.doesNotMatch(value, /@[\p{L}\p{N}]|#\d|[<>\p{Cc}\p{Cf}\p{Cs}]/u);
		if (type === 'code') assert.equal(lang, 'mermaid');
	}
	const tables = nodes.filter(({ type }) => type === 'table').map(({ children = [] }) => children);
	assert.equal(tables.flatMap(([, ...ofTable]) => ofTable).length, Math.min(report.rows.length, 500));
	const rows = tables.flatMap(([, ...ofTable]) => ofTable);
	for (const [index, { children = [] }] of rows.entries()) assertShows(children, report.rows[index]);
}

// The rows of the report in their order, none twice and none left out.
function assertShows([end, what, ...more]: readonly Node[], row: ExpiryRow | undefined): void {
	assert.ok(end !== undefined && what !== undefined && more.length === 0 && row !== undefined);
	const { endMs, owner } = row;
	assert.ok(textOf(end).endsWith(endMs === undefined ? 'never' : new Date(endMs).toISOString().slice(0, 10)));
	const name = nodesOf(what).find(({ type }) => type === 'inlineCode')?.value ?? '';
	if (owner.kind === 'vault')
		assert.equal(name.replace(/…$/, ''), owner.objectName.slice(0, name.length > 59 ? 59 : 60));
}

function textOf({ value = '', children = [] }: Node): string {
	return value + children.map(textOf).join('');
}

describe('the table, as GitHub parses it', () => {
	it('is what was meant for each hostile name', () => {
		for (const name of HOSTILE_NAMES) {
			const report = makeReport([{ days: 3, owner: ofApp(name), name, note: `${name} `.repeat(2) }, { days: 4 }]);
			check(report, describeMarkdown(report));
			check(report, describeSummary(report));
		}
	});

	// Promise: R4
	it('is what was meant for any names', () => {
		fc.assert(
			fc.property(hostileReports(40), (report) => check(report, describeSummary(report))),
			{ numRuns: 200 },
		);
	});

	it('shows ordinary names as they are', () => {
		for (const name of [
			'Contoso API (prod)',
			'R&D | billing',
			'a_b *c* $d',
			'CONTOSO\\svc',
			'Ünïcode – 東京',
			'https://x.example',
		]) {
			const nodes = parse(describeMarkdown(makeReport([{ days: 3, owner: ofApp(name) }])));
			assert.ok(
				nodes.some((node) => node.type === 'inlineCode' && node.value === name),
				name,
			);
		}
	});

	it('shows notes as they are written', () => {
		const note = 'The tag `CredentialId` names *another* <key> [x] a_b | $1 & ~b~ \\';
		const rows = parse(describeMarkdown(makeReport([{ days: 3, note }]))).filter(({ type }) => type === 'tableRow');
		const texts = rows[1]?.children?.[1]?.children?.at(-1)?.children ?? [];
		assert.ok(texts.length > 0);
		for (const { type } of texts) assert.equal(type, 'text');
		assert.equal(texts.map(({ value }) => value).join(''), note);
	});

	it('mentions nobody and refers to no issue outside of code', () => {
		for (const note of HOSTILE_NAMES)
			for (const { type, value = '' } of parse(describeMarkdown(makeReport([{ days: 3, note }]))))
				if (type === 'text') assert.doesNotMatch(value, LIVE);
		fc.assert(
			fc.property(hostileReports(10), (report) => {
				for (const { type, value = '' } of parse(describeMarkdown(report))) {
					if (type === 'text') assert.doesNotMatch(value, LIVE);
				}
			}),
		);
		assert.match('see @octocat', LIVE);
		assert.match('see octo-org/repo#1', LIVE);
	});

	it('has no text that even a reader of plain text takes for a mention or an issue', () => {
		fc.assert(
			fc.property(hostileReports(10), (report) => {
				const withoutLinks = describeMarkdown(report).replaceAll(/\]\(https:[^)]*\)/g, ']');
				assert.doesNotMatch(withoutLinks, /@[\p{L}\p{N}]|(?<!#)#\d/u);
			}),
		);
	});
});
