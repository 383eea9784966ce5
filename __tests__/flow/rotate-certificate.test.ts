// The rotation of a certificate, whole runs: what is done in which order, what comes out, and what stays.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { SecretText } from '../../src/secret-text.js';
import { CLIENT_ID } from '../emulator/directory.js';
import { APP_OBJECT_ID, CertificateWorld } from '../support/certificate-world.js';
import { APP_ID, DAY_MS, MINUTE_MS, VAULT_HOST } from '../support/services-world.js';

function claimsOf(token = ''): Readonly<Record<string, unknown>> {
	const [, claims] = token.split('.');
	return claims === undefined ? {} : JSON.parse(Buffer.from(claims, 'base64url').toString());
}

const FORCE = { force: 'true' };

describe('the rotation of a certificate', () => {
	it('asks for a key, makes a certificate, adds it, notes that, waits, merges, proves and cleans up', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		const { steps, succeeded, errors } = await world.run();
		assert.ok(succeeded, JSON.stringify(errors));
		assert.deepEqual(steps, [
			'sign in to the vault',
			'GET /pending',
			'GET current',
			'POST /create',
			'POST /keys/exo/VERSION/sign',
			'POST /keys/exo/VERSION/sign',
			'sign in as the application',
			'POST /keys/exo/VERSION/sign',
			'GET current',
			'addKey',
			'PATCH /VERSION',
			'GET current',
			'POST /pending/merge',
			'POST /keys/exo/VERSION/sign',
			'sign in as the application',
			'POST /keys/exo/VERSION/sign',
			'sign in as the application',
			'POST /keys/exo/VERSION/sign',
			'removeKey',
			'GET /VERSION',
			'PATCH /VERSION',
			'GET /VERSION',
			'PATCH /VERSION',
		]);
	});

	// Promises: H12, P14
	it('sends 32 bytes to be signed, reads no secret, and needs no permission of Graph', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		const { requests } = await world.run();
		const signed = requests.filter(({ url }) => url.includes('/sign?'));
		assert.equal(signed.length, 6);
		for (const { body } of signed) {
			const { value, alg, ...rest } = JSON.parse(body?.reveal() ?? '');
			assert.equal(Buffer.from(value, 'base64url').length, 32);
			assert.match(alg, /^(?:RS|PS)256$/);
			assert.deepEqual(rest, {});
		}
		assert.ok(requests.every(({ url }) => !url.includes('/secrets')));
		assert.ok(world.directory.tokens.every(({ roles }) => roles.length === 0));
		assert.deepEqual(world.wrongs, []);
	});

	// Promise: P14
	it("sends the identity's token to the vault alone, and that of the application and its proof to Graph alone", async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		const { requests } = await world.run();
		const given = requests.map(({ url, headers, body }) => {
			const { authorization } = headers;
			const header = authorization instanceof SecretText ? authorization.reveal() : `${authorization ?? ''}`;
			const { proof } = url.includes('Key') ? JSON.parse(body?.reveal() ?? '{}') : { proof: undefined };
			return { host: new URL(url).host, token: header.split(' ')[1], proof };
		});
		const hostsOf = (key: 'token' | 'proof', name: 'appid' | 'iss', value: string) => [
			...new Set(given.filter((one) => claimsOf(one[key])[name] === value).map(({ host }) => host)),
		];
		assert.deepEqual(hostsOf('token', 'appid', CLIENT_ID), [VAULT_HOST]);
		assert.deepEqual(hostsOf('token', 'appid', APP_ID), ['graph.microsoft.com']);
		assert.deepEqual(hostsOf('proof', 'iss', APP_OBJECT_ID), ['graph.microsoft.com']);
	});

	it('gives version, end, key ID and thumbprint, and hands on the tags of the owner', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		const { tags: before } = world.current;
		const { outputs, warnings, files, tookMs } = await world.run();
		const { version, tags, certificate, expires } = world.current;
		const { fingerprint, issuer, subject, validFrom } = new X509Certificate(certificate.der);
		const keyId = tags?.['CredentialId'];
		assert.deepEqual(outputs, {
			rotated: 'true',
			version,
			'expires-on': new Date((expires ?? 0) * 1000).toISOString().replace('.000', ''),
			'key-id': keyId,
			thumbprint: fingerprint.replaceAll(':', ''),
		});
		assert.deepEqual(tags, { owner: 'team-a', CredentialId: keyId, PreviousCredentialId: before?.['CredentialId'] });
		assert.ok(!world.hasKey(before?.['PreviousCredentialId']) && world.hasKey(before?.['CredentialId']));
		assert.equal((expires ?? 0) - Date.parse(validFrom) / 1000, (365 * DAY_MS) / 1000);
		assert.notEqual(issuer, subject);
		assert.equal(subject, 'CN=exo');
		assert.ok(tookMs > MINUTE_MS && tookMs < 2 * MINUTE_MS);
		assert.deepEqual(warnings, []);
		assert.match(files.summary(), /<h3>Certificate<\/h3>.*Removed key credential/s);
	});

	it('leaves the policy as it was, except issuer and renewal', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		const { attributes: _before, ...before } = world.policy;
		const { log } = await world.run();
		const { attributes: _after, ...after } = world.policy;
		assert.deepEqual(after, {
			...before,
			key_props: { ...before.key_props, reuse_key: false },
			issuer: { ...before.issuer, name: 'Unknown' },
			lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'EmailContacts' } }],
		});
		assert.ok(log.lines.some((line) => line.includes('AutoRenew')));
	});

	it('keeps what a person has uploaded, whose key ID nobody knows', async () => {
		const world = new CertificateWorld();
		const uploaded = world.addVersion(340, { owner: 'team-a' });
		const { outputs } = await world.run({ 'valid-days': '90' });
		assert.deepEqual(world.current.tags, { owner: 'team-a', CredentialId: outputs['key-id'] });
		assert.ok(world.hasKey(uploaded));
		const second = await world.run(FORCE);
		assert.equal(world.current.tags?.['PreviousCredentialId'], outputs['key-id']);
		assert.ok(second.succeeded && world.hasKey(uploaded) && world.hasKey(outputs['key-id']));
	});

	it('waits for servers that hear of the certificate one by one', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		world.app.keys.nodeDelaysMs = [75_000, 80_000];
		const { succeeded, log, tookMs } = await world.run();
		assert.ok(succeeded);
		assert.ok(tookMs > 75_000);
		assert.ok(log.lines.some((line) => /twice in a row, after \d\d s\.$/.test(line)));
	});

	it('asks Graph again that does not know the new key yet, when an outdated key credential goes', async () => {
		const world = new CertificateWorld();
		world.makeHistory(340);
		world.app.keys.graphLagMs = 70_000;
		const { succeeded, steps, errors } = await world.run();
		assert.ok(succeeded, JSON.stringify(errors));
		assert.ok(steps.filter((step) => step === 'removeKey').length > 1);
	});

	it('uses the clock of the runner, if the vault does not tell the time', async () => {
		const world = new CertificateWorld();
		world.makeHistory(10);
		const withoutDate = ({ date: _date, ...headers }: Readonly<Record<string, string>>) => headers;
		const { outputs } = await world.run(
			{ force: 'true', 'valid-days': '40' },
			{
				interfere: (_request, serve) => {
					const answer = serve();
					return { ...answer, headers: withoutDate(answer.headers) };
				},
			},
		);
		const lifeMs = Date.parse(outputs['expires-on'] ?? '') - world.time.clock.nowMs();
		assert.ok(lifeMs <= 40 * DAY_MS && lifeMs > 39 * DAY_MS);
	});

	it('uses the clock of the vault', async () => {
		const world = new CertificateWorld();
		world.makeHistory(10);
		const { outputs } = await world.run(FORCE, { clockAheadMs: 4 * MINUTE_MS });
		const lifeMs = Date.parse(outputs['expires-on'] ?? '') - world.time.clock.nowMs();
		assert.ok(lifeMs <= 365 * DAY_MS && lifeMs > 364 * DAY_MS);
	});
});
