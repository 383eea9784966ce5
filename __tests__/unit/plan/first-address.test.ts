// What the first line needs: its vault names the tenant if none is given.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { makePlan } from '../../../src/plan/plan.js';
import { makeInputs } from '../../support/make-ports.js';

const VAULT_URL = 'https://contoso.vault.azure.net';
const OTHER_URL = 'https://fabrikam.vault.azure.net';
const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

const cases: readonly (readonly [string, Readonly<Record<string, string>>, object])[] = [
	[
		'an object',
		{ secrets: `# first\n\nSQL = ${OTHER_URL}/secrets/sql/${VERSION}\nteam-*`, certificates: 'exo' },
		{ vaultUrl: OTHER_URL, collection: 'secrets', name: 'sql', version: VERSION },
	],
	['the list that a pattern chooses from', { secrets: 'team-*\nsql' }, { vaultUrl: VAULT_URL, collection: 'secrets' }],
	['a list, where no value is read', { secrets: 'sql | attributes' }, { vaultUrl: VAULT_URL, collection: 'secrets' }],
	[
		'a certificate, where no secret is named',
		{ keys: 'sign', certificates: 'exo | public' },
		{ vaultUrl: VAULT_URL, collection: 'certificates', name: 'exo', version: undefined },
	],
	['a list of keys', { keys: `${OTHER_URL}/keys/*` }, { vaultUrl: OTHER_URL, collection: 'keys' }],
];
for (const [what, lines, address] of cases) {
	test(`the first line needs ${what}`, () => {
		assert.deepEqual(makePlan(readPlanInputs(makeInputs({ keyvault: 'contoso', ...lines }))).first, address);
	});
}
