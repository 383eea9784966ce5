// Which vaults an expiry report lists.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedErrors } from '../../../src/errors.js';
import { readExpiryInputs } from '../../../src/input/expiry-inputs.js';
import { type ExpiryPlan, makeExpiryPlan } from '../../../src/plan/expiry-plan.js';
import { makeInputs } from '../../support/make-ports.js';

const plan = (keyvaults: string, inputs: Readonly<Record<string, string>> = {}): ExpiryPlan =>
	makeExpiryPlan(readExpiryInputs(makeInputs({ keyvaults, ...inputs })));

function problems(keyvaults: string, inputs: Readonly<Record<string, string>> = {}): readonly string[] {
	try {
		plan(keyvaults, inputs);
	} catch (error) {
		return expectedErrors(error).map(({ message }) => message);
	}
	return [];
}

describe('the vaults', () => {
	it('are names or URLs, one per line or separated by commas, each once, with comments among them', () => {
		const text = '# production\ncontoso\n\n  fabrikam, https://contoso.vault.azure.net/ ,\nCONTOSO\n';
		assert.deepEqual(plan(text).vaultUrls, ['https://contoso.vault.azure.net', 'https://fabrikam.vault.azure.net']);
	});

	it('may be none if the tenant is listed', () => {
		const { vaultUrls, tenantApps } = plan('', { 'tenant-apps': 'TRUE' });
		assert.deepEqual([vaultUrls, tenantApps], [[], true]);
	});

	it('are those of the cloud, and so is Microsoft Graph unless it is named', () => {
		const { cloud, vaultUrls } = plan('contoso', { cloud: 'us-government' });
		assert.deepEqual(vaultUrls, ['https://contoso.vault.usgovcloudapi.net']);
		assert.deepEqual(
			[cloud.graphHost, cloud.graphScope],
			['https://graph.microsoft.us', 'https://graph.microsoft.us/.default'],
		);
		const named = plan('contoso', { cloud: 'china', 'graph-host': 'https://graph.example:8443/' }).cloud;
		assert.deepEqual(
			[named.graphHost, named.graphScope],
			['https://graph.example:8443', 'https://microsoftgraph.chinacloudapi.cn/.default'],
		);
	});

	for (const [what, text, expected] of [
		[
			'a host of elsewhere',
			'https://evil.example',
			/^keyvaults line 1: the value is at evil\.example, .*Nothing was sent there/,
		],
		['a vault of another cloud', 'contoso.vault.azure.cn', /^keyvaults line 1: /],
		['an underscore', 'abc\nb_c', /^keyvaults line 2: .*underscore/],
		['a list dash', '- contoso', /^keyvaults line 1: .*dash of a YAML list/],
		['a blank', 'contoso fabrikam', /^keyvaults line 1: .*blank or a semicolon/],
		['a semicolon', 'contoso;fabrikam', /^keyvaults line 1: .*blank or a semicolon/],
		['a pattern', 'contoso-*', /^keyvaults line 1: .*pattern/],
		['something else', 'contoso, \u00e9t\u00e9', /^keyvaults line 1: .* It is entry 2 of the line\.$/],
	] as const) {
		it(`are told what is wrong with ${what}`, () => {
			const [message = '', ...others] = problems(text);
			assert.match(message, expected);
			assert.deepEqual(others, []);
		});
	}

	it('are all told of together', () => {
		assert.equal(problems('a_b\nc_d\ncontoso').length, 2);
	});

	it('need a cloud', () => {
		assert.match(problems('contoso', { cloud: 'mars' })[0] ?? '', /^cloud: /);
	});
});
