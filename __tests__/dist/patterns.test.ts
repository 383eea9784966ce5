// Patterns, tags, attributes and public parts through the committed bundle: what is asked, and what comes out.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const PROD = { env: 'prod' };
const HOUR_SECONDS = 3_600;
const nowSeconds = Math.floor(Date.now() / 1000);

let emulator: Emulator;
let seen: number;
before(async () => {
	emulator = await startEmulator({ latencyMs: 5 });
	const vault = emulator.vault();
	for (let index = 0; index < 120; index++) vault.setSecret(`bulk-${index}`, `value ${index} of many`);
	vault.setSecret('team-db', 'value of team-db', { tags: PROD });
	vault.setSecret('Team-api', 'value of team-api', { tags: { env: 'test' } });
	vault.setSecret('team-off', 'value of team-off', { enabled: false, tags: PROD });
	vault.setSecret('team-old', 'value of team-old', { expires: nowSeconds - HOUR_SECONDS });
	vault.setSecret('team-new', 'value of team-new', { notBefore: nowSeconds + HOUR_SECONDS });
	vault.setCertificate('team-exo');
	vault.setKey('team-sign', { tags: PROD });
	vault.emptyPage = 2;
	const other = emulator.vault(emulator.otherVaultUrl);
	other.setSecret('node-options', 'value of node-options');
	other.setSecret('listed', 'value of listed');
	other.deny('*', 'policy', 'certificates');
});
beforeEach(() => {
	seen = emulator.requests.length;
});
after(() => emulator.close());

/** Requests of the test to vaults: method, path and status. */
function asked(): readonly string[] {
	return emulator.requests
		.slice(seen)
		.filter(({ listener }) => listener === 'vault' || listener === 'other-vault')
		.map(({ path }) => path);
}

describe('a pattern', () => {
	it('gives what matches under a new prefix, and names in the log what it skips', async () => {
		const result = await runAction(emulator, { secrets: 'DB_* = team-*', 'export-env': 'true' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['DB_db'], 'value of team-db');
		assert.equal(result.outputs['DB_api'], 'value of team-api');
		assert.deepEqual(Object.keys(result.outputs).sort(), ['DB_api', 'DB_db', 'expiring', 'secrets']);
		assert.equal(result.environment['DB_DB'], 'value of team-db');
		assert.equal(result.outputs['expiring'], '["team-old"]');
		assert.ok(result.log.some((line) => /^secrets line 1 \(team-\*\) in localhost:\d+: 2 matched\.$/.test(line)));
		assert.ok(result.log.includes('  skipped: team-new (not valid yet), team-off (disabled), team-old (expired)'));
		assert.ok(result.log.includes('  skipped because they back certificates: 1'));
		assertNoLeak(result, ['value of team-db', 'value of team-api']);
		assert.deepEqual(asked().slice(-2).sort(), ['/secrets/Team-api', '/secrets/team-db']);
		assert.equal(asked().filter((path) => path === '/secrets').length, asked().length - 2);
	});

	it('with many matches reads them while the list is still coming, at most an eighth of them at a time, each once', async () => {
		const result = await runAction(emulator, { secrets: 'bulk-*\nbulk-7' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		for (let index = 0; index < 120; index++) assert.equal(result.outputs[`bulk-${index}`], `value ${index} of many`);
		const paths = asked();
		assert.equal(paths.filter((path) => path !== '/secrets').length, 120);
		assert.ok(paths.indexOf('/secrets/bulk-0') < paths.lastIndexOf('/secrets'));
		assert.ok(emulator.journal.mostAtOnce <= 15, `${emulator.journal.mostAtOnce}`);
	});

	it('chooses by tags, also keys and the public part of certificates, and asks for no value of these', async () => {
		const lines = {
			secrets: '* | tag env=prod | attributes',
			keys: '* | tag env=prod',
			certificates: 'team-* | public',
		};
		const result = await runAction(emulator, lines);
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		const { outputs } = result;
		assert.deepEqual(
			['team-db-enabled', 'team-off-enabled', 'team-off-expires-on'].map((name) => outputs[name]),
			['true', 'false', ''],
		);
		assert.equal(createPublicKey(outputs['team-sign'] ?? '').asymmetricKeyType, 'ec');
		assert.match(outputs['team-exo-thumbprint'] ?? '', /^[0-9A-F]{40}$/);
		assert.equal(outputs['team-exo'], undefined);
		assert.equal(outputs['secrets'], '{}');
		assert.deepEqual(
			asked()
				.filter((path) => path.split('/').length > 2)
				.sort(),
			['/certificates/team-exo', '/keys/team-sign', '/secrets/team-db/versions', '/secrets/team-off/versions'],
		);
	});

	it('on the first line has the list name the tenant, if it was left out', async () => {
		const result = await runAction(emulator, { 'tenant-id': '', secrets: 'team-d*' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		const [first] = emulator.requests.slice(seen);
		assert.deepEqual([first?.path, first?.headers['authorization'], first?.status], ['/secrets', undefined, 401]);
	});
});

describe('a pattern that fails', () => {
	it('for lack of a match is an error that counts what was skipped, or a warning if that may be', async () => {
		const failed = await runAction(emulator, { secrets: 'team-o*' });
		assertNothingExported(failed);
		assert.match(
			errorsOf(failed)[0] ?? '',
			/^secrets line 1 \(team-o\*\): matches no secret in the vault, apart from 2 that were skipped\./,
		);
		const ignored = await runAction(emulator, { secrets: 'team-o*\nteam-db', 'ignore-missing': 'true' });
		assert.equal(ignored.exitCode, 0, ignored.log.join('\n'));
		assert.equal(ignored.outputs['team-db'], 'value of team-db');
	});

	// Promise: N10
	it('for a variable that would change later steps has no value read', async () => {
		const secrets = `team-db\n${emulator.otherVaultUrl}/secrets/node-*`;
		const result = await runAction(emulator, { secrets, 'export-env': 'true' });
		assertNothingExported(result);
		assert.deepEqual(asked(), ['/secrets']);
		assert.match(
			errorsOf(result)[0] ?? '',
			/^secrets line 2: the line would set the variable NODE_OPTIONS, which changes/,
		);
	});

	it('for lack of a permission says which', async () => {
		const result = await runAction(emulator, { certificates: `${emulator.otherVaultUrl}/certificates/*` });
		assertNothingExported(result);
		assert.match(
			errorsOf(result)[0] ?? '',
			/^certificates line 1 \(\*\): the vault's access policies do not allow .* to list certificates .*Give it "list"[^.]* of certificates/,
		);
	});

	// Promise: N2
	it('for a page that is elsewhere sends nothing there', async () => {
		const nextLink = `${emulator.foreignUrl}/secrets?$skiptoken=x`;
		const body = JSON.stringify({ value: [], nextLink });
		emulator.inject({ kind: 'status', status: 200, body, match: { path: /^\/secrets$/ }, times: 1 });
		const result = await runAction(emulator, { secrets: 'team-*' });
		assertNothingExported(result);
		assert.match(
			errorsOf(result)[0] ?? '',
			/^secrets line 1 \(team-\*\): the link to the next page leads elsewhere, so nothing was sent/,
		);
		assert.ok(emulator.requests.every(({ listener }) => listener !== 'foreign'));
	});
});
