// The job summary.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTable, makeFetchedTable } from '../../../src/export/summary.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { makeItem, makeRendered, VERSION } from '../../support/make-rendered.js';

function describeSummary(rendered: readonly Rendered[]): string {
	return describeTable(makeFetchedTable(rendered));
}

describe('the summary of what was fetched', () => {
	it('is a table of name, kind, version, expiry and outputs', () => {
		const rendered = [
			makeRendered('sql', 'hunter2', { life: { notBefore: undefined, expires: Date.UTC(2027, 0, 2) / 1000 } }),
			makeRendered('exo', 'hunter2', {
				item: makeItem('exo', 'certificates'),
				outputs: [
					{ name: 'EXO', value: 'hunter2' },
					{ name: 'EXO-cer', value: 'hunter2' },
				],
			}),
		];
		assert.equal(
			describeSummary(rendered),
			`<h3>Azure Key Vault</h3>
<table>
<tr><th>Name</th><th>Kind</th><th>Vault</th><th>Version</th><th>Expires</th><th>Outputs</th></tr>
<tr><td>sql</td><td>secret</td><td>contoso.vault.azure.net</td><td>${VERSION}</td><td>2027-01-02T00:00:00Z</td><td>sql</td></tr>
<tr><td>exo</td><td>certificate</td><td>contoso.vault.azure.net</td><td>${VERSION}</td><td></td><td>EXO, EXO-cer</td></tr>
</table>
`,
		);
	});

	// Promise: L13
	it('never holds a value', () => {
		assert.doesNotMatch(describeSummary([makeRendered('sql', 'hunter2')]), /hunter2/);
	});

	// Promise: L13
	it('escapes every text', () => {
		const summary = describeSummary([makeRendered('<b>&"\'\r\n', 'x')]);
		assert.match(summary, /<td>&#60;b&#62;&#38;&#34;&#39;&#13;&#10;<\/td>/);
		assert.doesNotMatch(summary, /<b>/);
	});

	it('stays below the 1 MiB that a runner takes, and counts what is not shown', () => {
		const rendered = Array.from({ length: 5000 }, (_, index) => makeRendered(`${'n'.repeat(120)}${index}`, 'x'));
		const summary = describeSummary(rendered);
		assert.ok(Buffer.byteLength(summary) < 1024 * 1024);
		const shown = summary.split('<tr><td>').length - 1;
		assert.ok(shown > 2000);
		assert.ok(summary.endsWith(`</table>\n<p>${5000 - shown} more are not shown.</p>\n`));
	});

	it('is a table with a head alone if nothing was fetched', () => {
		assert.equal(describeSummary([]).match(/<tr>/g)?.length, 1);
	});
});
