// The README against the action: its codes must be known, its tables must be those of action.yml.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withErrorTables } from '../../scripts/error-tables.js';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { AADSTS_ADVICE } from '../../src/entra/aadsts-advice.js';
import { vaultAdvice } from '../../src/keyvault/vault-advice.js';
import { readVaultRefusal } from '../../src/keyvault/vault-response-error.js';
import { RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import { readPage, type Step } from '../support/page.js';
import { readText } from '../support/source.js';

const page = readPage('README.md');
const { text: readme, workflows, jobs } = page;
const manifest = readManifest(readText('action.yml'));

function usesOfAction(steps: readonly Step[]): readonly Step[] {
	return steps.filter(({ uses }) => uses?.startsWith('OWNER/azure-key-vault-action@'));
}

describe('the README', () => {
	it('begins with a whole workflow that can be used, by line 20', () => {
		const [first] = workflows;
		assert.ok(readme.split('\n').indexOf('```yaml') < 20);
		assert.equal(usesOfAction(jobs[0] ?? []).length, 1);
		assert.ok(JSON.stringify(first).includes('Connect-ExchangeOnline'));
		assert.ok(JSON.stringify(first).includes('secrets.AZURE_CLIENT_SECRET'));
	});

	it('has 300 lines at most', () => {
		assert.ok(readme.trimEnd().split('\n').length <= 300);
	});

	it('says above the first example what OWNER stands for', () => {
		assert.match(readme.slice(0, readme.indexOf('```yaml')), /`OWNER` stands for/);
	});
});

describe('codes of the README', () => {
	const codes = rowsOf('When it does not work').flatMap(([cell = '']) =>
		[...cell.matchAll(/`(\w+)`/g)].map(([, code = '']) => code),
	);

	it('are known to the action', () => {
		const ofEntra = codes.filter((code) => code.startsWith('AADSTS'));
		const ofVault = codes.filter((code) => /^[A-Z][a-z]+[A-Z]/.test(code));
		assert.ok(ofEntra.length >= 5 && ofVault.length >= 5);
		for (const code of ofEntra) assert.ok(AADSTS_ADVICE.has(Number(code.replace('AADSTS', ''))), code);
		for (const code of ofVault) assert.notEqual(adviceCode(code), 'VAULT_REFUSED', code);
		assert.equal(adviceCode('SomethingElse'), 'VAULT_REFUSED');
	});

	it('have their advice in docs/errors.md', () => {
		const errors = readText('docs/errors.md');
		for (const code of codes.filter((one) => /^[A-Z][a-z]+[A-Z]|^AADSTS/.test(one)))
			assert.ok(errors.includes(`\`${code}\``), code);
	});
});

/** The cells of the rows of the first table below a heading. */
function rowsOf(heading: string): readonly (readonly string[])[] {
	const [, section = ''] = readme.split(`\n## ${heading}\n`);
	const [table = ''] = section
		.trim()
		.split('\n\n')
		.filter((block) => block.startsWith('|'));
	const rows = table.split('\n').filter((line) => line.startsWith('| '));
	return rows.slice(2).map((row) => row.slice(2, -2).split(' | '));
}

function adviceCode(code: string): string {
	const refusal = readVaultRefusal({ status: 400, headers: {}, body: JSON.stringify({ error: { code } }) });
	const identifier = {
		vaultUrl: 'https://v.vault.azure.net',
		collection: 'secrets',
		name: 'n',
		version: undefined,
	} as const;
	return vaultAdvice(refusal, { identifier }).code;
}

describe('the page about errors', () => {
	it('has the tables of the source', () => {
		const text = readText('docs/errors.md');
		assert.equal(withErrorTables(text), text);
		assert.throws(() => withErrorTables('nothing'), /markers of the table/);
	});
});

describe('tables of the README', () => {
	it('are those of action.yml', () => {
		assert.equal(withTables(readme, manifest), readme);
		for (const name of [...Object.keys(manifest.inputs), ...RESERVED_OUTPUTS])
			assert.ok(readme.includes(`| \`${name}\` |`), name);
	});

	it('are made from names, defaults and descriptions, with pipes escaped and lines joined', () => {
		const empty = '<!-- outputs: begin -->\nold\n<!-- outputs: end -->\n<!-- inputs: begin -->\n<!-- inputs: end -->\n';
		const small = {
			inputs: { a: { description: 'one\n|two', default: 'x' } },
			outputs: { b: { description: 'three' } },
		};
		const made = withTables(empty, small);
		assert.match(made, /^\| `a` \| `x` \| one \\\|two \|$/m);
		assert.match(made, /^\| `b` \| three \|$/m);
		assert.doesNotMatch(made, /old/);
		assert.equal(withTables(empty.replaceAll('\n', '\r\n'), small), made.replaceAll('\n', '\r\n'));
	});

	it('need their markers', () => {
		assert.throws(() => withTables('<!-- outputs: begin -->', manifest), /markers of the table of inputs/);
	});
});
