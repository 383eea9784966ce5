import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeMarkdown, describeSummary } from '../../../src/expiry/expiry-table.js';
import { inVault, makeReport, ofApp, type RowParts } from '../../support/expiry-report.js';

/** The rows of all tables, without heads and rules. */
function rowsOf(markdown: string): readonly string[] {
	return markdown.split('\n').filter((line) => /^\| (?!---|Expires)/.test(line));
}

function many(count: number, parts: (index: number) => RowParts): readonly RowParts[] {
	return Array.from({ length: count }, (_, index) => parts(index));
}

describe('the table of what expires', () => {
	it('says of each object when it expires, what it is and what is to be known of it', () => {
		const report = makeReport([
			{ days: 12.5, owner: inVault('exo', 'certificates'), note: 'Entra does not know this version.' },
			{ days: -3.2 },
			{ days: 45, owner: ofApp('Contoso API'), name: 'deploy' },
			{ owner: inVault('signing', 'keys') },
		]);
		assert.equal(
			describeMarkdown(report),
			[
				'### What expires when',
				'',
				'1 expired, 1 will expire within 30 days, 1 later, 1 never, 0 disabled.',
				'',
				'| Expires&nbsp;(UTC) | What |',
				'| --- | --- |',
				'| **3 days ago**, 2026-11-27 | [`sql-password`](https://portal.azure.com/#asset/Microsoft_Azure_KeyVault/Secret/https://contoso-automation.vault.azure.net/secrets/sql-password), secret in `contoso-automation` |',
				'| **in 12 days**, 2026-12-12 | [`exo`](https://portal.azure.com/#asset/Microsoft_Azure_KeyVault/Certificate/https://contoso-automation.vault.azure.net/certificates/exo), certificate in `contoso-automation`. *Entra does not know this version.* |',
				'| in 45 days, 2027-01-14 | [`Contoso API`](https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/10000000-0000-4000-8000-000000000001), client secret `deploy` |',
				'| never | [`signing`](https://portal.azure.com/#asset/Microsoft_Azure_KeyVault/Key/https://contoso-automation.vault.azure.net/keys/signing), key in `contoso-automation` |',
				'',
			].join('\n'),
		);
	});

	it('marks what renews itself, and names the application that uses an object of a vault', () => {
		const appId = '10000000-0000-4000-8000-000000000001';
		const used: RowParts = { days: 9, owner: inVault('exo', 'certificates'), appId, renewsItself: true };
		const [known = ''] = rowsOf(describeMarkdown(makeReport([used, { days: 99, owner: ofApp('Contoso API') }])));
		assert.match(
			known,
			/, certificate in `contoso-automation`, renews itself, used by \[`Contoso API`\]\(https:.*\/Credentials\/appId\/1/,
		);
		const [unknown = ''] = rowsOf(describeMarkdown(makeReport([used])));
		assert.match(
			unknown,
			/, used by \[an application\]\(https:.*\/Credentials\/appId\/10000000-0000-4000-8000-000000000001\) \|$/,
		);
	});

	it('says what belongs to an enterprise application, and leads there', () => {
		const owner = ofApp('SAML app', 'enterprise-application');
		const [row = ''] = rowsOf(
			describeMarkdown(makeReport([{ days: 9, owner, kind: 'key-credential', name: 'CN=saml' }])),
		);
		assert.match(
			row,
			/\[`SAML app`\]\(https:\/\/portal.azure.com\/#view\/Microsoft_AAD_IAM\/ManagedAppMenuBlade\/~\/Overview\/objectId\/2[0-9-]+\/appId\/1[0-9-]+\), enterprise application, certificate `CN=saml`/,
		);
	});

	it('shows a credential without a name by the beginning of its key ID, and an owner without IDs without a link', () => {
		const registration = { kind: 'app-registration', appId: '', objectId: '', displayName: 'A' } as const;
		const enterprise = { ...registration, kind: 'enterprise-application', displayName: 'B' } as const;
		const rows = rowsOf(
			describeMarkdown(
				makeReport([
					{ days: 1, owner: registration, name: '' },
					{ days: 2, owner: enterprise, name: '', keyId: '' },
				]),
			),
		);
		assert.deepEqual(rows, [
			'| **in 1 day**, 2026-12-01 | `A`, client secret `30000000…` |',
			'| **in 2 days**, 2026-12-02 | `B`, enterprise application, client secret `(no name)` |',
		]);
	});

	it('leads to the portal of the cloud, and to the directory if it is known', () => {
		const text = describeMarkdown(
			makeReport([{ days: 1 }], { portal: 'https://portal.azure.us/contoso.onmicrosoft.us' }),
		);
		assert.ok(
			text.includes('](https://portal.azure.us/contoso.onmicrosoft.us/#asset/Microsoft_Azure_KeyVault/Secret/'),
		);
	});

	it('lists what is disabled apart', () => {
		const text = describeMarkdown(makeReport([{ days: -1, enabled: false, owner: inVault('old') }, { days: 1 }]));
		assert.match(
			text,
			/`sql-password`.*\n\n#### Disabled \(1\)\n\n\| Expires&nbsp;\(UTC\) \| What \|\n\| --- \| --- \|\n\| 1 day ago, 2026-11-29 \| \[`old`\]/,
		);
		assert.doesNotMatch(describeMarkdown(makeReport([{ days: 1 }])), /#### Disabled/);
	});

	it('is grouped if it is long: what is urgent is open, the rest can be unfolded', () => {
		const parts = [-2, 3, 100, 500].flatMap((days) => many(5, (index) => ({ days: days + index / 10 })));
		const text = describeMarkdown(makeReport([...parts, {}, { enabled: false }]));
		assert.deepEqual(text.match(/^(?:####|<summary>).*$/gm), [
			'#### Expired (5)',
			'#### Expires within 30 days (5)',
			'<summary>Expires within a year (5)</summary>',
			'<summary>Expires later (5)</summary>',
			'<summary>Never expires (1)</summary>',
			'<summary>Disabled (1)</summary>',
		]);
		assert.equal(rowsOf(text).length, 22);
		assert.equal(text.match(/<\/details>/g)?.length, 4);
	});

	it('folds many disabled ones beside few others', () => {
		assert.match(
			describeMarkdown(makeReport(many(16, () => ({ days: 1, enabled: false })))),
			/<summary>Disabled \(16\)/,
		);
	});

	it('shows 500 rows at most, the most urgent ones, and counts the rest', () => {
		const report = makeReport(many(700, (index) => ({ days: index - 50, owner: inVault(`secret-${index}`) })));
		for (const text of [describeMarkdown(report), describeSummary(report)]) assert.match(text, /`secret-0`/);
		const summary = describeSummary(report);
		assert.equal(rowsOf(summary).length, 500);
		assert.match(summary, /`secret-499`/);
		assert.match(
			summary,
			/^200 more are not shown\. The file that the output `report-path` names lists everything\.$/m,
		);
		assert.match(summary, /Expires later \(284\)/);
	});

	it('counts one that is not shown', () => {
		assert.match(describeSummary(makeReport(many(501, () => ({ days: 1 })))), /^1 more is not shown\./m);
	});

	it('is at most 60,000 characters as an output, and 1 MiB with the timeline in a summary', () => {
		const parts = many(3_000, (index) => ({
			days: index / 10 - 20,
			owner: ofApp(`${'|'.repeat(58)}${index}`),
			name: '😀'.repeat(80),
			note: '*'.repeat(800),
		}));
		const report = makeReport([...parts, ...many(40, () => ({ enabled: false }))]);
		const output = describeMarkdown(report);
		assert.ok(output.length <= 60_000 && output.length > 55_000, `${output.length}`);
		assert.match(output, /^\d+ more are not shown\./m);
		const summary = Buffer.byteLength(describeSummary(report));
		assert.ok(summary <= 1024 * 1024 && summary > 500_000, `${summary}`);
	});

	it('fits into a variable on Linux as an output, in any script', () => {
		const owner = { kind: 'app-registration', appId: '', objectId: '', displayName: '東'.repeat(80) } as const;
		const output = describeMarkdown(makeReport(many(500, () => ({ days: 1, owner, name: '京'.repeat(80) }))));
		assert.ok(Buffer.byteLength(output) <= 120_000, `${Buffer.byteLength(output)}`);
		assert.match(output, /^\d+ more are not shown\./m);
	});

	it('says so if there is nothing', () => {
		assert.equal(describeSummary(makeReport([])), '### What expires when\n\nNothing was found that could expire.\n');
	});

	it('stands in the summary as it is in the output, with the timeline below it', () => {
		const report = makeReport([{ days: 1 }]);
		const [table, timeline] = describeSummary(report).split('\n```mermaid\n');
		assert.equal(table, describeMarkdown(report));
		assert.match(`${timeline}`, /^gantt\n/);
	});
});
