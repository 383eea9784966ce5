// Microsoft's own clients find in the emulator what they expect of a vault and of Entra ID.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ask } from '../emulator/ask.js';
import { writeCertificate } from '../emulator/certificate-writer.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { type KeyKind, pooledKeyPair } from '../emulator/key-pair.js';
import { certificatePem } from '../emulator/made-certificate.js';
import { noClients, noMsal, runClients, runMsal } from './official-clients.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUDIENCE = 'api://AzureADTokenExchange';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	Object.assign(vault.delaysMs, { deletion: 100, recovery: 100, issuance: 50, cancellation: 50 });
	vault.setSecret('db', 's3cr3t');
});
after(() => emulator.close());

/** A private key with its certificate, PEM. */
function makePem(kind: KeyKind, index: number): string {
	const { publicKey, privateKey } = pooledKeyPair(kind, index);
	const notBeforeMs = Math.floor(Date.now() / 1000) * 1000 - DAY_MS;
	const dates = { notBeforeMs, notAfterMs: notBeforeMs + 90 * DAY_MS };
	const der = writeCertificate({ subject: 'CN=app, O=Contoso', publicKey, signingKey: privateKey, ...dates });
	return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() + certificatePem(der);
}

function derOf(pem: string): Buffer {
	return Buffer.from(pem.replace(/[\s\S]*-----BEGIN CERTIFICATE-----|-----END CERTIFICATE-----/g, ''), 'base64');
}

function pfxOf(pem: string, ...options: readonly string[]): string {
	const { stdout } = spawnSync('openssl', ['pkcs12', '-export', '-passout', 'pass:secret', ...options], { input: pem });
	return stdout.toString('base64');
}

describe('the client of secrets', { skip: noClients }, () => {
	it('sets, reads, changes, deletes and recovers', async () => {
		emulator.vault().setCertificate('exo');
		const found = await runClients(emulator, 'secrets');
		assert.deepEqual([found.latest, found.isNewVersion, found.before.value], ['two', true, 'one']);
		assert.deepEqual([found.before.contentType, found.before.tags], ['password', { owner: 'a' }]);
		assert.equal(found.before.expiresOn, '2030-01-01T00:00:00.000Z');
		assert.deepEqual([found.changed.tags, found.changed.enabled], [{ owner: 'b' }, false]);
		assert.equal(found.versions.length, 2);
		assert.deepEqual(found.disabled, { status: 403, code: 'Forbidden', inner: 'SecretDisabled' });
		assert.equal(found.missing.code, 'SecretNotFound');
		assert.deepEqual([found.tooLong.status, found.managed.status], [400, 403]);
		assert.deepEqual(found.deleted, { name: 'app', hasPurgeDate: true });
		assert.equal(found.beingDeleted.inner, 'ObjectIsBeingDeleted');
		assert.deepEqual(found.conflict, { status: 409, code: 'Conflict', inner: 'ObjectIsDeletedButRecoverable' });
		assert.deepEqual(found.deletedNames, ['app']);
		assert.deepEqual(found.recovered, { name: 'app', value: 'two' });
		assert.equal(found.afterPurge, 'anew');
	});

	it('answers the challenge: its first request has neither token nor value', () => {
		const puts = emulator.requests.filter(({ method }) => method === 'PUT');
		const [first] = puts;
		assert.deepEqual([first?.status, first?.body, first?.headers['authorization']], [401, '', undefined]);
		assert.match(puts[1]?.headers['authorization'] ?? '', /^Bearer /);
	});
});

describe('the client of lists', { skip: noClients }, () => {
	/** Names that the vault has and the client did not meet. */
	async function findMissing(): Promise<readonly string[]> {
		const { names, sizes } = await runClients(emulator, 'list', { vaultUrl: emulator.otherVaultUrl });
		assert.ok(sizes.every((size: number) => size <= 25));
		const all = emulator.vault(emulator.otherVaultUrl).listNewest('secrets');
		return all.map(({ name }) => name).filter((name) => !names.includes(name));
	}

	before(() => {
		const vault = emulator.vault(emulator.otherVaultUrl);
		for (let index = 0; index < 60; index++) vault.setSecret(`listed-${index}`, 'x');
		vault.emptyPage = 1;
	});

	it('meets every secret, over pages and an empty one', async () => assert.deepEqual(await findMissing(), []));

	it('notices a page without a link to the next one', async () => {
		const url = `${emulator.otherVaultUrl}/secrets?api-version=7.4`;
		const { json } = await ask(emulator, { url, headers: { authorization: `Bearer ${emulator.entra.issue()}` } });
		const { nextLink, ...page } = json;
		assert.match(nextLink, /skiptoken/);
		const headers = { 'content-type': 'application/json' };
		const match = { path: /^\/secrets\/?$/, host: new URL(url).host };
		// The first request of a client is for the challenge.
		emulator.inject({ kind: 'status', status: 401, headers: challengeOf(), match, times: 1 });
		emulator.inject({ kind: 'status', status: 200, headers, body: JSON.stringify(page), match, times: 1 });
		assert.equal((await findMissing()).length, 35);
	});

	function challengeOf(): Readonly<Record<string, string>> {
		const authority = 'https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111';
		return { 'www-authenticate': `Bearer authorization="${authority}", resource="https://vault.azure.net"` };
	}
});

describe('the client of certificates', { skip: noClients }, () => {
	it('makes, requests, merges, imports, changes, deletes and recovers', async () => {
		emulator.vault().setCertificate('exo');
		const pems = { rsa: makePem('rsa', 0), ec: makePem('ec', 0) };
		const des3 = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
		const password = 'secret';
		const imports = [
			{ name: 'pfx', content: pfxOf(pems.rsa, ...des3), password },
			{ name: 'pfx-ec', content: pfxOf(pems.ec, ...des3), password },
			{ name: 'aes', content: pfxOf(pems.rsa), password },
		];
		const found = await runClients(emulator, 'certificates', { imports });
		const { issuedPolicy } = found;
		assert.deepEqual([found.issued.name, found.issued.tags, found.issued.enabled], ['self', { made: 'here' }, true]);
		assert.deepEqual([issuedPolicy.keyType, issuedPolicy.validityInMonths], ['EC', 6]);
		assert.deepEqual([found.second.status, found.second.code], [409, 'Forbidden']);
		assert.deepEqual([found.pendingStatus, found.staysCurrent], ['inProgress', true]);
		assert.deepEqual(found.foreign, { status: 400, code: 'BadParameter' });
		assert.deepEqual([found.merged.tags, found.isMergedCurrent, found.isSignedOne], [{ asked: 'yes' }, true, true]);
		const der = Buffer.from(found.merged.cer, 'base64');
		assert.equal(found.merged.thumbprint, createHash('sha1').update(der).digest('hex'));
		assert.equal(found.merged.keyId, `${emulator.vaultUrl}/keys/exo/${found.merged.version}`);
		assert.ok(found.versionCount >= 2);
		assert.deepEqual([found.tags, found.offStaysTagged], [{ a: 'b' }, [false, { a: 'b' }]]);
		assert.deepEqual(found.policy, { subject: 'CN=exo', issuerName: 'Unknown', exportable: false });
		assert.equal(found.changedMonths, 24);
		assert.equal(found.stopped.code, 'PendingCertificateNotFound');
		assert.ok(['exo', 'self'].every((name) => found.names.includes(name)));
		for (const [name, pem] of [
			['pfx', pems.rsa],
			['pfx-ec', pems.ec],
		] as const) {
			assert.equal(found.imported[name].cer, derOf(pem).toString('base64'), name);
			assert.deepEqual(found.imported[name].tags, { from: 'file' });
		}
		assert.deepEqual(found.imported.aes, { status: 400, code: 'BadParameter' });
		assert.deepEqual(
			[found.deleted, found.recovered, found.conflict.inner],
			['self', 'self', 'ObjectIsDeletedButRecoverable'],
		);
	});
});

describe('the client of keys', { skip: noClients }, () => {
	it('signs by each version of a certificate, verifies, and makes keys', async () => {
		const vault = emulator.vault();
		const versions = [vault.setCertificate('exo').version, vault.setCertificate('exo').version];
		vault.setCertificate('decrypts', { keyUsage: ['dataEncipherment'] });
		const found = await runClients(emulator, 'keys', { versions });
		assert.equal(Object.keys(found.verified).length, 4);
		assert.ok(
			Object.values(found.verified).every((isGood) => isGood === true),
			JSON.stringify(found.verified),
		);
		assert.deepEqual(found.made, { type: 'EC', operations: ['sign', 'verify'], tags: { a: 'b' } });
		assert.deepEqual(Object.fromEntries(found.names)['made'], false);
		assert.deepEqual(Object.fromEntries(found.names)['exo'], true);
		assert.equal(found.missing.code, 'KeyNotFound');
		// The client reads what the key is for, and does not ask.
		assert.match(found.forbidden.message, /sign/i);
	});
});

describe('signing in', () => {
	const [own, other] = [makePem('rsa', 1), makePem('rsa', 2)];

	async function prepare(): Promise<object> {
		Object.assign(emulator.entra.app(), {
			certificates: [derOf(own)],
			federated: [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: AUDIENCE }],
		});
		const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = emulator.idTokenVariables;
		const headers = { authorization: `Bearer ${token}` };
		const { json } = await ask(emulator, { url: `${url}&audience=${encodeURIComponent(AUDIENCE)}`, headers });
		return { certificatePem: own, otherPem: other, idToken: json.value };
	}

	it('by @azure/identity ends with a token, or with the number that the product explains', {
		skip: noClients,
	}, async () => {
		assert.deepEqual(await runClients(emulator, 'signIn', await prepare()), {
			secret: 's3cr3t',
			wrongSecret: 'AADSTS7000215',
			certificate: 's3cr3t',
			otherCertificate: 'AADSTS700027',
			idToken: 's3cr3t',
		});
	});

	it('by msal ends alike, and its token is used again', { skip: noMsal }, async () => {
		const token = ['Bearer', 3599, true];
		assert.deepEqual(await runMsal(emulator, await prepare()), {
			secret: token,
			wrongSecret: 'AADSTS7000215',
			certificate: token,
			otherCertificate: 'AADSTS700027',
			idToken: token,
		});
	});
});
