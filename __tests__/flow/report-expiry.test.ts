// The expiry action: what it finds in a prepared tenant and vault, what it asks for that, and what it hands on.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { ExpiryEntry } from '../../src/expiry/expiry-row.js';
import { TENANT_ID } from '../emulator/directory.js';
import { KEY_IDS, type PreparedExpiry, prepareExpiry } from '../emulator/prepared-expiry.js';
import { ExpiryWorld, VAULT_HOST } from '../support/expiry-world.js';

type Run = Awaited<ReturnType<ExpiryWorld['run']>>;

describe('the report of a prepared tenant and vault', () => {
	let world: ExpiryWorld;
	let prepared: PreparedExpiry;
	let result: Run;
	before(async () => {
		world = new ExpiryWorld();
		prepared = prepareExpiry(world.directory, world.vault());
		result = await world.run();
	});

	const byName = (name: string): ExpiryEntry =>
		result.report.find((one) => one.source === 'vault' && one.name === name) ?? assert.fail(name);
	const byKeyId = (keyId: string): ExpiryEntry =>
		result.report.find((one) => one.keyId === keyId) ?? assert.fail(keyId);

	it('is a success with the default inputs', () => {
		assert.equal(result.succeeded, true);
		assert.deepEqual(result.errors, []);
	});

	it('leads to the portal, in the directory that signs in if it is given', async () => {
		const address = '#asset/Microsoft_Azure_KeyVault/Secret/https://contoso.vault.azure.net/secrets/forgotten)';
		assert.ok(result.outputs['markdown']?.includes(`](https://portal.azure.com/${TENANT_ID}/${address}`));
		const { outputs } = await world.run({ 'tenant-id': '', 'tenant-apps': '' });
		assert.ok(outputs['markdown']?.includes(`](https://portal.azure.com/${address}`));
	});

	it('finds a version that Entra ID does not know, by its tag', () => {
		assert.match(byName('payroll-stale').note, /^Entra ID does not know this version: no application has/);
		assert.equal(byName('payroll-stale').appId, '');
	});

	it('finds a version that Entra ID does not know, by the thumbprint of an earlier one', () => {
		assert.match(byName('archive').note, /^Entra ID does not know this version: the application has an earlier one/);
		assert.equal(byName('archive').appObjectId, prepared.mailer.objectId);
		assert.match(byKeyId(KEY_IDS.overtaken).note, /^The vault holds a version that Entra ID does not know\./);
	});

	it('finds a credential that no vault holds', () => {
		assert.equal(byKeyId(KEY_IDS.notInVault).note, 'No listed vault holds it.');
	});

	it('finds ends that differ, on both sides', () => {
		const text = 'The expiry dates differ: 2026-12-18T12:00:00Z in the vault, 2026-06-21T12:00:00Z in Entra ID.';
		assert.equal(byName('payroll-shifted').note, text);
		assert.equal(byKeyId(KEY_IDS.otherEnd).note, text);
	});

	it('finds a certificate that renews itself while an application uses it, on both sides', () => {
		assert.match(byName('mailer').note, /^The vault renews the certificate by itself \(AutoRenew\)/);
		assert.match(byKeyId(KEY_IDS.renewed).note, /^The vault renews the certificate by itself \(AutoRenew\)/);
	});

	it('finds what has expired and is still enabled', () => {
		assert.equal(byName('forgotten').note, 'It has expired, but is still enabled.');
		assert.equal(byName('switched-off').note, '');
	});

	it('says that an application of a credential that has ended has another', () => {
		assert.match(
			byKeyId(KEY_IDS.ended).note,
			/^It has expired, but the application has another credential that is valid\./,
		);
	});

	it('has nothing to say of what fits', () => {
		for (const name of ['payroll-password', 'signing', 'endless']) assert.equal(byName(name).note, '');
		assert.equal(byKeyId(KEY_IDS.fitting).note, '');
		assert.equal(byName('payroll-password').appId, prepared.payroll.appId);
		assert.equal(byName('payroll-password').appObjectId, prepared.payroll.objectId);
	});

	it('shows a SAML signing certificate once, nothing of managed identities, and no certificate twice', () => {
		const ofSso = result.report.filter(({ where }) => where === prepared.sso.displayName);
		assert.deepEqual(
			ofSso.map(({ keyId, kind, note }) => ({ keyId, kind, note })),
			[{ keyId: KEY_IDS.samlSign, kind: 'key-credential', note: '' }],
		);
		assert.ok(!result.report.some(({ keyId }) => keyId === KEY_IDS.managed));
		const archives = result.report.filter(({ name, source }) => name === 'archive' && source === 'vault');
		assert.deepEqual(
			archives.map(({ kind }) => kind),
			['certificate'],
		);
		assert.equal(result.report.length, 16);
	});

	it('is sorted by end, most urgent first, with what has no end and what is disabled last', () => {
		const enabled = result.report.filter((one) => one.enabled);
		const ends = enabled.map(({ expiresOn }) => (expiresOn === '' ? 'z' : expiresOn));
		assert.deepEqual(ends, [...ends].sort());
		assert.deepEqual(
			result.report.slice(enabled.length).map(({ name }) => name),
			['switched-off'],
		);
		assert.equal(enabled.at(-1)?.name, 'endless');
		assert.deepEqual([byName('endless').expiresOn, byName('endless').days], ['', null]);
	});

	it('has in `expired` and `expiring` what has ended and what will within 30 days, and counts both', () => {
		assert.deepEqual(
			result.expired.map(({ name, days }) => [name, days]),
			[
				['forgotten', -40],
				['over', -3],
			],
		);
		assert.deepEqual(
			result.expiring.map(({ name, days }) => [name, days]),
			[
				['made by hand', 12],
				['payroll-stale', 15],
				['ends earlier than the vault says', 20],
				['CN=archive', 25],
			],
		);
		assert.equal(result.outputs['count'], '6');
		for (const entry of [...result.expired, ...result.expiring])
			assert.deepEqual(
				entry,
				result.report.find((one) => one.name === entry.name),
			);
	});

	it('has the members of an entry in their order, each a text except for `days` and `enabled`', () => {
		for (const entry of result.report) {
			assert.equal(
				Object.keys(entry).join(),
				'source,where,appId,appObjectId,kind,name,keyId,expiresOn,days,enabled,note',
			);
			for (const [name, value] of Object.entries(entry)) {
				if (name === 'days') assert.ok(value === null || Number.isInteger(value));
				else assert.equal(typeof value, name === 'enabled' ? 'boolean' : 'string');
			}
			if (entry.source === 'vault') assert.deepEqual([entry.where, entry.keyId], [VAULT_HOST, '']);
		}
	});

	// Promise: H11
	it('is written to a file that stays, and saves no state for a post step', () => {
		assert.match(result.outputs['report-path'] ?? '', /^\/runner\/_temp\/key-vault-[0-9a-f]{32}\/expiry-report\.json$/);
		assert.equal(result.files.state.size, 0);
		assert.equal(result.files.variables.size, 0);
	});

	it('sets its outputs and no other, and warns of each row that is near or over', () => {
		assert.deepEqual(Object.keys(result.outputs).sort(), ['count', 'expired', 'expiring', 'markdown', 'report-path']);
		assert.equal(result.warnings.length, 6);
		assert.ok(result.files.summary().includes('payroll-stale'));
	});

	// Promise: P13
	it('asks for lists, and for policy and versions of the certificates in use alone; never for a value', () => {
		assert.deepEqual([...result.asked].sort(), [
			'/certificates',
			'/certificates/archive/policy',
			'/certificates/archive/versions',
			'/certificates/mailer/policy',
			'/certificates/mailer/versions',
			'/keys',
			'/secrets',
			'/v1.0/applications',
			'/v1.0/servicePrincipals',
		]);
		assert.equal(result.requests.filter(({ method }) => method === 'POST').length, 2, 'one token a service');
		assert.ok(result.requests.every(({ method, url }) => method === 'GET' || url.endsWith('/oauth2/v2.0/token')));
	});

	it('says in the log who signed in and what was listed', () => {
		const { lines } = result.log;
		assert.ok(lines.some((line) => line.startsWith('Signed in with client-secret')));
		assert.ok(lines.includes(`Listed ${VAULT_HOST}: 6 secrets, 2 certificates, 1 key.`));
		assert.ok(lines.includes('Listed the tenant: client secrets and certificates of 3 applications, 7 in all.'));
	});

	it('is the same from one run to the next', async () => {
		const again = await world.run();
		assert.deepEqual(again.report, result.report);
		assert.equal(again.outputs['markdown'], result.outputs['markdown']);
	});

	it('without the tenant has no notes of the other side, and asks for lists alone', async () => {
		const alone = await world.run({ 'tenant-apps': 'false' });
		assert.deepEqual([...alone.asked].sort(), ['/certificates', '/keys', '/secrets']);
		const notes = alone.report.map(({ note }) => note).filter((note) => note !== '');
		assert.deepEqual(notes, ['It has expired, but is still enabled.']);
		assert.ok(alone.report.every(({ appId, appObjectId }) => appId === '' && appObjectId === ''));
	});

	it('without vaults calls no credential missing', async () => {
		const alone = await world.run({ keyvaults: '' });
		assert.equal(alone.succeeded, true);
		assert.deepEqual(alone.asked, ['/v1.0/applications', '/v1.0/servicePrincipals']);
		assert.equal(alone.report.length, 7);
		assert.ok(alone.report.every(({ note }) => !note.includes('No listed vault')));
		assert.ok(alone.log.lines.some((line) => line.startsWith('Signed in with client-secret')));
		assert.equal(alone.requests.filter(({ method }) => method === 'POST').length, 1);
	});
});
