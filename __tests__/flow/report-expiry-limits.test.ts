// The expiry action's limits: what is near, what makes the step fail, what cannot be written, and inputs that contradict each other.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { TENANT_ID } from '../emulator/directory.js';
import { DAY_MS, ExpiryWorld } from '../support/expiry-world.js';
import { makeJwt } from '../support/sign-in-context.js';

const TWO_VAULTS = { keyvaults: 'contoso, fabrikam' };

let world: ExpiryWorld;
beforeEach(() => {
	world = new ExpiryWorld();
	const soon = { expires: world.inDays(10).seconds };
	world.vault().setSecret('mine', 'Value1~of-contoso', soon);
	world.vault('fabrikam.vault.azure.net').setSecret('other', 'Value2~of-fabrikam', soon);
	world.catalog.addApplication({
		displayName: 'Payroll',
		passwords: [{ endMs: world.inDays(5).ms, displayName: 'ci' }],
	});
});

describe('expiry-failure-days', () => {
	it('fails the step once everything is written, with one error that counts', async () => {
		const { succeeded, outputs, errors, files, warnings } = await world.run({
			...TWO_VAULTS,
			'expiry-failure-days': '7',
		});
		assert.equal(succeeded, false);
		assert.equal(outputs['count'], '3');
		assert.ok(files.summary().length > 0);
		assert.equal(warnings.length, 3);
		assert.equal(errors.length, 1);
		assert.match(errors[0]?.text ?? '', /7 days/);
	});

	it('compares instants, not days: what ends on the last of them counts, what ends a second later does not', async () => {
		const inputs = { 'tenant-apps': 'false', 'expiry-failure-days': '10' };
		assert.equal((await world.run(inputs)).succeeded, false);
		world.vault().setSecret('mine', 'Value1~of-contoso', { expires: world.inDays(10).seconds + 1 });
		assert.equal((await world.run(inputs)).succeeded, true);
	});

	it('left out never fails, and 0 fails for what has ended', async () => {
		world.time.advance(10 * DAY_MS);
		assert.equal((await world.run({ 'tenant-apps': 'false' })).succeeded, true);
		assert.equal((await world.run({ 'tenant-apps': 'false', 'expiry-failure-days': '0' })).succeeded, false);
		world.vault().setSecret('mine', 'Value1~of-contoso', { expires: world.inDays(1).seconds });
		assert.equal((await world.run({ 'tenant-apps': 'false', 'expiry-failure-days': '0' })).succeeded, true);
	});

	it('skips what is disabled', async () => {
		world.vault().setSecret('mine', 'Value1~of-contoso', { expires: world.inDays(-1).seconds, enabled: false });
		const { succeeded, expired, outputs } = await world.run({ 'tenant-apps': 'false', 'expiry-failure-days': '30' });
		assert.deepEqual([succeeded, expired, outputs['count']], [true, [], '0']);
	});

	it('counts a credential that has ended only if its application has no other valid one', async () => {
		const inputs = { keyvaults: '', 'expiry-failure-days': '0' };
		world.time.advance(6 * DAY_MS);
		const alone = await world.run(inputs);
		assert.equal(alone.succeeded, false);
		assert.equal(alone.report[0]?.note, '');
		const [payroll] = world.catalog.applications;
		const { ms: endMs } = world.inDays(300);
		// Valid only from tomorrow on.
		const late = world.catalog.addServicePrincipal({
			appId: payroll?.appId ?? '',
			passwords: [{ endMs, startMs: world.inDays(1).ms }],
		});
		assert.equal((await world.run(inputs)).succeeded, false);
		world.catalog.servicePrincipals.splice(0, 1, { ...late, passwords: [{ endMs, startMs: world.inDays(-1).ms }] });
		const { succeeded, report, expired } = await world.run(inputs);
		assert.equal(succeeded, true);
		assert.match(report[0]?.note ?? '', /another credential that is valid/);
		assert.equal(expired.length, 1);
	});
});

describe('what is near', () => {
	it('is decided by expiry-warning-days, by the instant', async () => {
		const atLimit = await world.run({ 'tenant-apps': 'false', 'expiry-warning-days': '10' });
		assert.deepEqual(
			atLimit.expiring.map(({ days }) => days),
			[10],
		);
		world.vault().setSecret('mine', 'Value1~of-contoso', { expires: world.inDays(10).seconds + 1 });
		assert.deepEqual((await world.run({ 'tenant-apps': 'false', 'expiry-warning-days': '10' })).expiring, []);
	});

	it('is nothing with 0: no warnings, an empty `expiring`, and `expired` as always', async () => {
		world.vault().setSecret('over', 'Value4~of-contoso', { expires: world.inDays(-1).seconds });
		const { warnings, expiring, expired, outputs } = await world.run({ 'expiry-warning-days': '0' });
		assert.deepEqual([warnings.length, expiring.length, expired.length, outputs['count']], [0, 0, 1, '1']);
	});

	it('is at most 200 in each output, all of them counted and in the report', async () => {
		for (let index = 0; index < 230; index += 1) {
			world.vault().setSecret(`near-${index}`, 'Value5~of-contoso', { expires: world.inDays(1).seconds + index });
			world.vault().setSecret(`over-${index}`, 'Value6~of-contoso', { expires: world.inDays(-1).seconds - index });
		}
		const { expired, expiring, outputs, report, warnings } = await world.run({ 'tenant-apps': 'false' });
		assert.deepEqual([expired.length, expiring.length], [200, 200]);
		assert.equal(expired[0]?.name, 'over-229');
		assert.equal(expiring[0]?.name, 'near-0');
		assert.equal(outputs['count'], '461');
		assert.equal(report.length, 461);
		assert.equal(warnings.length, 10);
	});
});

describe('what cannot be written', () => {
	it('leaves nothing behind', async () => {
		for (const failAtOutput of [1, 3, 5]) {
			const { succeeded, outputs, folders, errors } = await world.run({}, { failAtOutput });
			assert.equal(succeeded, false);
			assert.deepEqual(outputs, {});
			assert.equal(folders.folders.size, 0);
			assert.match(errors[0]?.title ?? '', /could not be written/);
		}
	});

	it('is known before the first request, if the runner lacks a place', async () => {
		const noFolder = await world.run({}, { faults: { folderProblem: 'RUNNER_TEMP is not set.' } });
		assert.equal(noFolder.requests.length, 0);
		assert.match(noFolder.errors[0]?.text ?? '', /RUNNER_TEMP is not set/);
		const noOutput = await world.run({}, { faults: { problems: { GITHUB_OUTPUT: 'GITHUB_OUTPUT is not set.' } } });
		assert.equal(noOutput.requests.length, 0);
	});

	it('that fails for the summary is no failure, and `summary: false` writes none', async () => {
		assert.equal((await world.run({}, { faults: { summaryFails: true } })).succeeded, true);
		assert.equal((await world.run({ summary: 'false' })).files.summary(), '');
	});
});

describe('the inputs', () => {
	it('that contradict each other are named before the first request', async () => {
		for (const [inputs, subjects] of [
			[{ keyvaults: '', 'tenant-apps': '' }, ['keyvaults']],
			[{ keyvaults: '', vaults: 'contoso' }, ['keyvaults']],
			[{ 'client-secret': '', 'access-token': makeJwt({}) }, ['access-token']],
			[{ 'client-secret': '', 'auth-method': 'device-code' }, ['auth-method']],
			[{ keyvaults: '', 'tenant-id': '' }, ['tenant-id']],
			[
				{ keyvaults: 'contoso\na_b, x', 'expiry-warning-days': '-1', 'graph-host': 'http://x' },
				['graph-host', 'keyvaults line 2', 'keyvaults line 2', 'expiry-warning-days'],
			],
			[
				{ keyvaults: 'contoso\na_b, x', 'expiry-failure-days': 'soon' },
				['keyvaults line 2', 'keyvaults line 2', 'expiry-failure-days'],
			],
			[{ keyvaults: 'https://evil.example', 'tenant-apps': 'maybe' }, ['tenant-apps', 'keyvaults line 1']],
			[{ keyvaults: 'a_b', cloud: 'mars', 'tenant-apps': 'maybe' }, ['tenant-apps']],
			[{ keyvaults: 'https://evil.example', 'auth-method': 'x' }, ['auth-method', 'keyvaults line 1']],
		] as const) {
			const { errors, requests, succeeded } = await world.run(inputs);
			assert.equal(succeeded, false);
			assert.equal(requests.length, 0);
			assert.deepEqual(
				errors.map(({ text }) => text.split(':')[0]),
				subjects,
				JSON.stringify(inputs),
			);
		}
	});

	it('may leave out the tenant if a vault names it', async () => {
		const { succeeded, report } = await world.run({ 'tenant-id': '' });
		assert.equal(succeeded, true);
		assert.equal(report.length, 2);
	});

	it('may be an access token, for vaults alone', async () => {
		const token = world.directory.issue({ tenantId: TENANT_ID });
		const { succeeded, report } = await world.run({
			'client-secret': '',
			'access-token': token,
			'tenant-apps': 'false',
		});
		assert.equal(succeeded, true);
		assert.equal(report.length, 1);
	});

	it('may name a vault twice, which is listed once', async () => {
		const { asked, report } = await world.run({
			keyvaults: '# vaults\ncontoso, https://CONTOSO.vault.azure.net/',
			'tenant-apps': 'false',
		});
		assert.deepEqual(asked, ['/secrets', '/certificates', '/keys']);
		assert.equal(report.length, 1);
	});
});
