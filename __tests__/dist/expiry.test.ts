// An expiry report through the committed bundle, on every Node that is at hand.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { SYSTEM_IDENTITY } from '../emulator/identity-endpoints.js';
import { KEY_IDS, prepareExpiry } from '../emulator/prepared-expiry.js';
import { findNodes } from '../runner/node24.js';
import { assertNothingExported, errorsOf } from '../support/run-action.js';
import { type ExpiryResult, runExpiry } from './run-expiry.js';

/** Values in the prepared vault, none of which is ever asked for. */
const VALUES = /Value\d~/;

async function startWorld(): Promise<Emulator> {
	const emulator = await startEmulator();
	emulator.entra.app().roles = ['Application.Read.All'];
	prepareExpiry(emulator.entra, emulator.vault());
	return emulator;
}

/** Requests that bring a value: an object itself, or anything but a GET. */
function valueRequests({ requests }: Emulator): readonly string[] {
	return requests
		.filter(({ listener }) => listener === 'vault' || listener === 'other-vault')
		.filter(
			({ method, path }) =>
				method !== 'GET' || !/^\/(?:secrets|keys|certificates(?:\/[^/]+\/(?:policy|versions))?)$/.test(path),
		)
		.map(({ method, path }) => `${method} ${path}`);
}

for (const { version, path } of findNodes().nodes) {
	describe(`an expiry report on Node ${version}`, () => {
		let emulator: Emulator;
		let result: ExpiryResult;
		before(async () => {
			emulator = await startWorld();
			result = await runExpiry(emulator, { 'expiry-failure-days': '0' }, { node: path, debug: true });
		});
		after(() => emulator.close());

		it('finds all that does not fit, and fails once everything is written', () => {
			assert.equal(result.exitCode, 1, result.log.join('\n'));
			const notes = new Map(result.report?.entries.map(({ name, keyId, note }) => [keyId === '' ? name : keyId, note]));
			assert.match(notes.get('payroll-stale') ?? '', /does not know this version/);
			assert.match(notes.get('archive') ?? '', /does not know this version/);
			assert.match(notes.get(KEY_IDS.notInVault) ?? '', /No listed vault holds it/);
			assert.match(notes.get('payroll-shifted') ?? '', /The expiry dates differ/);
			assert.match(notes.get('mailer') ?? '', /AutoRenew/);
			assert.match(notes.get('forgotten') ?? '', /still enabled/);
			assert.deepEqual(errorsOf(result).length, 1);
		});

		// Promise: H11
		it('has its outputs, and the report in a file that only this user can read', () => {
			assert.deepEqual(Object.keys(result.outputs).sort(), ['count', 'expired', 'expiring', 'markdown', 'report-path']);
			assert.deepEqual([result.outputs['count'], result.report?.entries.length], ['6', 16]);
			assert.match(result.report?.path ?? '', /^key-vault-[0-9a-f]{32}[/\\]expiry-report\.json$/);
			if (process.platform === 'win32') return;
			assert.deepEqual([result.report?.folderMode, result.report?.fileMode], [0o700, 0o600]);
		});

		it('saves no state, sets no variable, and shows the table', () => {
			assert.deepEqual([result.state, result.environment], [{}, {}]);
			assert.ok(result.summary.includes('payroll-stale') && result.outputs['markdown']?.includes('payroll-stale'));
		});

		// Promises: H11, P13
		it('reads no value and shows none', () => {
			assert.deepEqual(valueRequests(emulator), []);
			assert.doesNotMatch(`${result.stdout}${result.summary}${result.rawOutputFile}`, VALUES);
		});
	});
}

describe('an expiry report', () => {
	let emulator: Emulator;
	before(async () => {
		emulator = await startWorld();
	});
	after(() => emulator.close());

	it('as the job itself needs one ID token for each service', async () => {
		const audience = 'api://AzureADTokenExchange';
		emulator.entra.app().federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience }];
		const result = await runExpiry(emulator, { 'client-secret': '' }, { env: emulator.idTokenVariables });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.report?.entries.length, 16);
	});

	it('as a managed identity needs no tenant, with vaults and without', async () => {
		emulator.identities.system = { ...SYSTEM_IDENTITY, roles: ['Application.Read.All'] };
		const inputs = { 'tenant-id': '', 'client-id': '', 'client-secret': '', 'auth-method': 'managed-identity' };
		const env = emulator.appServiceVariables;
		assert.equal((await runExpiry(emulator, inputs, { env })).report?.entries.length, 16);
		const alone = await runExpiry(emulator, { ...inputs, keyvaults: '' }, { env });
		assert.equal(alone.exitCode, 0, alone.log.join('\n'));
		assert.equal(alone.report?.entries.length, 7);
	});

	it('shows one vault if another refuses, with one error', async () => {
		emulator.vault(emulator.otherVaultUrl).deny('*', 'rbac');
		const result = await runExpiry(emulator, { keyvaults: `${emulator.vaultUrl}\n${emulator.otherVaultUrl}` });
		assert.equal(result.exitCode, 1);
		assert.equal(result.report?.entries.length, 16);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /"Key Vault Reader"/);
	});

	// Promise: P13
	it('shows the vaults if Graph is a web page, leads elsewhere or goes round in a circle, with one error', async () => {
		const first = `${emulator.graphHost}/v1.0/applications`;
		for (const [times, body] of [
			[1, '<html>'],
			[1, JSON.stringify({ value: [], '@odata.nextLink': `${emulator.foreignUrl}/v1.0/applications` })],
			[2, JSON.stringify({ value: [], '@odata.nextLink': first })],
		] as const) {
			emulator.inject({ kind: 'status', status: 200, body, match: { path: /^\/v1\.0\/applications$/ }, times });
			const result = await runExpiry(emulator);
			assert.equal(result.exitCode, 1);
			assert.equal(errorsOf(result).length, 1, errorsOf(result).join('\n'));
			assert.match(errorsOf(result)[0] ?? '', /^list of app registrations at localhost/);
			assert.ok(result.report?.entries.some(({ name }) => name === 'forgotten'));
		}
		assert.ok(!emulator.requests.some(({ listener }) => listener === 'foreign'));
	});

	it('goes through faults of a moment', async () => {
		for (const kind of ['reset-before-answer', 'reset-during-answer', 'cut-body'] as const) {
			for (const path of [/^\/secrets$/, /^\/v1\.0\/applications$/, /\/versions$/])
				emulator.inject({ kind, match: { path }, times: 1 });
		}
		const result = await runExpiry(emulator);
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.report?.entries.length, 16);
	});

	it('asks for nothing if the inputs contradict each other', async () => {
		const count = emulator.requests.length;
		assertNothingExported(await runExpiry(emulator, { keyvaults: '', 'tenant-apps': 'false' }));
		assertNothingExported(await runExpiry(emulator, { keyvaults: emulator.foreignUrl }));
		assertNothingExported(await runExpiry(emulator, {}, { without: ['RUNNER_TEMP'] }));
		const token = await runExpiry(emulator, { 'client-secret': '', 'access-token': 'opaque-token' });
		assertNothingExported(token);
		assert.match(errorsOf(token)[0] ?? '', /^access-token: /);
		assert.equal(emulator.requests.length, count);
	});

	it('leaves no file if the outputs cannot be written', async () => {
		assertNothingExported(await runExpiry(emulator, {}, { without: ['GITHUB_OUTPUT'] }));
	});
});
