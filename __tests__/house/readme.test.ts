// The README against the action: its codes must be known, its tables must be those of action.yml.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withErrorTables } from '../../scripts/error-tables.js';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { AADSTS_ADVICE } from '../../src/entra/aadsts.js';
import { vaultAdvice } from '../../src/keyvault/vault-advice.js';
import { readVaultRefusal } from '../../src/keyvault/vault-refusal.js';
import { RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import { readPage, rowsBelow, type Step } from './page.js';
import { readText } from './source.js';

const page = readPage('README.md');
const { text: readme, workflows, jobs } = page;
const manifest = readManifest(readText('action.yml'));

function usesOfAction(steps: readonly Step[]): readonly Step[] {
	return steps.filter(({ uses }) => uses?.startsWith('OWNER/azure-key-vault-action@'));
}

describe('examples of the README', () => {
	it('begin with a whole workflow, by line 20', () => {
		assert.ok(workflows.length >= 1);
		assert.ok(readme.split('\n').indexOf('```yaml') < 20);
		assert.equal(usesOfAction(jobs[0] ?? []).length, 1);
	});
});

describe('codes of the README', () => {
	it('of Entra ID are known to the action, which says the same of them', () => {
		const rows = rowsBelow(page, 'From Microsoft Entra ID, at the sign-in:');
		assert.ok(rows.length >= 5);
		for (const [code = '', meaning, advice] of rows) {
			assert.match(code, /^`AADSTS\d+`$/);
			assert.ok(advice !== undefined, code);
			assert.equal(AADSTS_ADVICE.get(Number(code.replace(/\D/g, '')))?.meaning, meaning, code);
		}
		for (const [, number] of readme.matchAll(/AADSTS(\d+)/g)) assert.ok(AADSTS_ADVICE.has(Number(number)), number);
	});

	it('of Key Vault are known to the action', () => {
		const codes = rowsBelow(page, 'From the vault:').flatMap(([cell = '']) =>
			[...cell.matchAll(/`(\w+)`/g)].map(([, code = '']) => code),
		);
		assert.ok(codes.length >= 8);
		assert.equal(adviceCode('SomethingElse'), 'VAULT_REFUSED');
		assert.deepEqual(
			codes.filter((code) => adviceCode(code) === 'VAULT_REFUSED'),
			[],
		);
	});
});

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
