// What was meant for a vault and is none of this cloud: each is told what it is, and what to write instead.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionError } from '../../../src/errors.js';
import { type Cloud, chooseCloud } from '../../../src/plan/cloud.js';
import { parseKeyvault, parseReference } from '../../../src/plan/identifier.js';

const NONE = { cloud: undefined, authorityHost: undefined, vaultSuffix: undefined, oidcAudience: undefined };
const PUBLIC = chooseCloud(NONE);
const CHINA = chooseCloud({ ...NONE, cloud: 'china' });
const VAULT_ID = '/subscriptions/44444444-4444-4444-8444-444444444444/resourceGroups/rg/providers/Microsoft.KeyVault';

function refusalOf(text: string, cloud: Cloud = PUBLIC): ActionError {
	let refusal: ActionError | undefined;
	assert.throws(
		() => parseKeyvault(text, cloud),
		(error: ActionError) => {
			refusal = error;
			return error.code === 'INPUT_INVALID' && error.subject === 'keyvault';
		},
	);
	return refusal as ActionError;
}

// The text, what the error says it is, and what it says to write instead: which is then accepted.
const cured: readonly (readonly [string, RegExp, string])[] = [
	['https://kv-one.privatelink.vaultcore.azure.net', /private link name/, 'https://kv-one.vault.azure.net'],
	['kv-one.privatelink.vaultcore.azure.net', /private link name/, 'https://kv-one.vault.azure.net'],
	['https://kv-one.vaultcore.azure.net/', /private link name/, 'https://kv-one.vault.azure.net'],
	['https://kv-one.privatelink.vault.azure.net', /private link name/, 'https://kv-one.vault.azure.net'],
	['https://kv-one.privatelink.vaultcore.azure.net/secrets/db', /private link name/, 'https://kv-one.vault.azure.net'],
	['kv-one.vault.azure.net', /not an https address/, 'https://kv-one.vault.azure.net'],
	['http://kv-one.vault.azure.net', /not an https address/, 'https://kv-one.vault.azure.net'],
	['https://kv-one.vault.azure.net/secrets/db', /more than the address/, 'https://kv-one.vault.azure.net'],
	[`${VAULT_ID}/vaults/Contoso`, /resource ID of a vault/, 'contoso'],
	[`${VAULT_ID}/vaults/contoso/secrets/db`, /resource ID of a vault/, 'contoso'],
	[
		`https://portal.azure.com/#@contoso.com/resource${VAULT_ID}/vaults/contoso/overview`,
		/address of a page about a vault/,
		'contoso',
	],
	[
		`https://portal.azure.com/#view/Microsoft_Azure_KeyVault/id/${encodeURIComponent(`${VAULT_ID}/vaults/contoso`)}`,
		/address of a page about a vault/,
		'contoso',
	],
];

describe('keyvault', () => {
	for (const [text, problem, cure] of cured) {
		it(`${text}: is told what it is, and what to write, which is accepted`, () => {
			const refusal = refusalOf(text);
			assert.match(refusal.problem, problem);
			assert.ok(refusal.hint?.endsWith(` ${cure}.`) || refusal.hint?.includes(` ${cure} instead`), refusal.hint);
			assert.match(parseKeyvault(cure, PUBLIC), /^https:\/\/(?:kv-one|contoso)\.vault\.azure\.net$/);
		});
	}

	const hsm = [
		'https://kv-one.managedhsm.azure.net',
		'kv-one.managedhsm.azure.net',
		'https://kv-one.privatelink.managedhsm.azure.net',
		'https://kv-one.managedhsm.usgovcloudapi.net',
		`${VAULT_ID}/managedHSMs/kv-one`,
	];
	for (const text of hsm) {
		it(`${text}: is a managed HSM, which is not supported`, () => {
			const { problem, hint } = refusalOf(text);
			assert.match(problem, /a managed HSM, which this action does not support/);
			assert.match(hint ?? '', /name a vault/);
		});
	}

	const elsewhere: readonly (readonly [string, Cloud, string])[] = [
		['https://kv-one.vault.azure.cn', PUBLIC, 'china'],
		['kv-one.vault.azure.cn', PUBLIC, 'china'],
		['https://kv-one.vault.usgovcloudapi.net', PUBLIC, 'us-government'],
		['https://kv-one.vault.azure.net', CHINA, 'public'],
	];
	for (const [text, cloud, name] of elsewhere) {
		it(`${text}: is told the cloud to set, in which it is accepted`, () => {
			const { problem, hint } = refusalOf(text, cloud);
			assert.match(problem, /not a vault under .*, but one of another cloud/);
			assert.match(hint ?? '', new RegExp(`Set cloud to ${name},`));
			const origin = parseKeyvault(
				text.startsWith('https') ? text : `https://${text}`,
				chooseCloud({ ...NONE, cloud: name }),
			);
			assert.ok(origin.endsWith(text.replace('https://', '')));
		});
	}

	it('under the suffix of the cloud is told that no vault has this name', () => {
		for (const host of ['ab', 'a.b', '1contoso', 'con--toso']) {
			const { problem, hint } = refusalOf(`https://${host}.vault.azure.net`);
			assert.match(problem, /which cannot be the host of a vault/);
			assert.match(hint ?? '', /3 to 24/);
		}
	});

	it('repeats nothing of a text that may be a misplaced secret', () => {
		for (const text of [
			'abc.def.ghi',
			'Tr0ub4dor.example',
			'https:/x.vault.azure.net',
			'eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl',
		]) {
			const { message } = refusalOf(text);
			assert.match(message, /neither the name of a vault nor its https address/);
			assert.ok(!message.includes(text.split('.')[0] ?? '-'), message);
		}
	});

	it('in a private cloud is judged by the suffix that is set', () => {
		const own = chooseCloud({ ...NONE, vaultSuffix: 'vault.contoso.example' });
		assert.match(refusalOf('https://kv-one.vault.azure.net', own).problem, /not a vault under vault\.contoso\.example/);
		assert.match(
			refusalOf('kv-one.vault.contoso.example', own).hint ?? '',
			/Set it to https:\/\/kv-one\.vault\.contoso\.example\./,
		);
	});
});

describe('a full identifier', () => {
	const lines: readonly (readonly [string, RegExp])[] = [
		[
			'https://kv-one.privatelink.vaultcore.azure.net/secrets/db',
			/private link name.*https:\/\/kv-one\.vault\.azure\.net instead/,
		],
		['https://kv-one.managedhsm.azure.net/secrets/db', /managed HSM/],
		['https://kv-one.vault.azure.cn/secrets/db', /another cloud.*Set cloud to china/],
		['https://kv-one.vault.azure.net:8443/secrets/db', /has a port.*Leave the port out/],
	];
	for (const [reference, expected] of lines) {
		it(`${reference}: is told the same of its line`, () => {
			assert.throws(
				() => parseReference({ input: 'secrets', number: 2, reference }, PUBLIC),
				(error: Error) => {
					assert.match(error.message, /^secrets line 2: /);
					assert.match(error.message, expected);
					return true;
				},
			);
		});
	}
});
