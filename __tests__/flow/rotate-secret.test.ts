// The story of a rotation: what is asked in which order, what comes of it, and when nothing is done.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SecretText } from '../../src/secret-text.js';
import { APP_ID, OWN_NAME, RotationWorld, SECRET, VAULT_HOST } from '../support/rotation-world.js';

const STEPS_BEFORE = ['sign in to the vault', 'sign in to Graph', 'read the vault', 'list'];
const STEPS_OF_RENEWAL = ['addPassword', 'prove', 'prove', 'read the vault', 'store'];
const SUMMARY_CELLS = /<td>([^<]*)<\/td>/g;

function cellsOf(html: string): readonly string[] {
	return [...html.matchAll(SUMMARY_CELLS)].map(([, text = '']) => text);
}

describe('a client secret that is due', () => {
	it('is renewed: a password is added, proved and stored, and then those before the previous one go', async () => {
		const world = new RotationWorld();
		const { oldest, previous, current } = world.makeHistory(80);
		const { succeeded, steps, outputs, errors, warnings } = await world.run();
		assert.ok(succeeded, JSON.stringify(errors));
		assert.deepEqual(steps, [...STEPS_BEFORE, ...STEPS_OF_RENEWAL, 'removePassword', 'removePassword']);
		const { stored } = world;
		const keyId = stored?.tags?.['CredentialId'] ?? '';
		assert.deepEqual(outputs, {
			rotated: 'true',
			version: stored?.version,
			'expires-on': '2026-08-30T00:00:00Z',
			'key-id': keyId,
		});
		assert.deepEqual(stored?.tags, {
			CredentialId: keyId,
			PreviousCredentialId: current,
			ValidityPeriodDays: '90',
			owner: 'team-a',
		});
		assert.equal(stored?.expires, Date.UTC(2026, 7, 30) / 1000);
		assert.ok(world.storedWorks);
		assert.deepEqual([...world.ownIds].sort(), [current, keyId].sort());
		assert.ok(!world.ownIds.includes(oldest) && !world.ownIds.includes(previous));
		assert.deepEqual(warnings, []);
	});

	// Promise: H5
	it('is masked before anything else happens, and is seen nowhere else', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		const { events, log, files } = await world.run();
		const value = world.stored?.value ?? '';
		const masked = events.findIndex(({ kind, text }) => kind === 'mask' && text === value);
		const added = events.findIndex(({ text }) => text.endsWith('/addPassword'));
		assert.ok(added !== -1 && masked > added);
		// In between stands the line that says how the request ended, with its path alone.
		const between = events.slice(added + 1, masked).filter(({ kind }) => kind !== 'mask');
		assert.deepEqual(
			between.map(({ kind }) => kind),
			['debug'],
		);
		assert.ok(log.masks.includes(Buffer.from(`${value}\n`).toString('base64')));
		const shown = events.filter(({ kind }) => kind !== 'mask').map(({ text, name }) => `${name} ${text}`);
		assert.ok(!shown.join('\n').includes(value));
		assert.ok(![...files.outputs.values()].includes(value));
	});

	// Promise: P5
	it('is renewed with two tokens, each of which is sent to its own service alone', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		const { requests } = await world.run();
		const hostsOf = new Map<string, Set<string>>();
		for (const { url, headers } of requests) {
			const { authorization } = headers;
			if (authorization === undefined) continue;
			const [, token = ''] = String(authorization instanceof SecretText ? authorization.reveal() : authorization).split(
				' ',
			);
			const { aud } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { aud: string };
			hostsOf.set(aud, (hostsOf.get(aud) ?? new Set()).add(new URL(url).host));
		}
		assert.deepEqual([...hostsOf].map(([audience, hosts]) => [audience, ...hosts]).sort(), [
			['https://graph.microsoft.com', 'graph.microsoft.com'],
			['https://vault.azure.net', VAULT_HOST],
		]);
	});

	it('is told of in the log and in the summary', async () => {
		const world = new RotationWorld();
		const { current, previous, oldest } = world.makeHistory(80);
		const { log, outputs, files } = await world.run();
		const keyId = outputs['key-id'] ?? '';
		assert.deepEqual(log.lines.slice(2), [
			`Found secret ${SECRET} in contoso.vault.azure.net: version ${world.vault.listVersions('secrets', SECRET).find((one) => one.tags?.['CredentialId'] === current)?.version}, expires 2026-06-11T00:00:00Z, password ${current}.`,
			`Found application ${APP_ID}: 4 passwords, 3 of them made by this action for this secret.`,
			'Due, because it expires on 2026-06-11T00:00:00Z, within 30 days.',
			`Added to application ${APP_ID}: password ${keyId}, until 2026-08-30T00:00:00Z.`,
			'Proved: the application signed in with it twice in a row, after 1 s.',
			`Stored: version ${outputs['version']} of secret ${SECRET}.`,
			`Removed from the application: outdated password ${oldest}.`,
			`Removed from the application: outdated password ${previous}.`,
		]);
		assert.deepEqual(cellsOf(files.summary()), [
			...[APP_ID, SECRET, 'contoso.vault.azure.net', 'yes', outputs['version'], '2026-08-30T00:00:00Z', keyId],
			`${oldest}, ${previous}`,
		]);
	});

	it('is made though the vault has none yet', async () => {
		const world = new RotationWorld();
		const { succeeded, outputs, steps } = await world.run({ 'valid-days': '180', summary: 'false' });
		assert.ok(succeeded);
		assert.deepEqual(steps, [...STEPS_BEFORE, ...STEPS_OF_RENEWAL]);
		assert.deepEqual(world.stored?.tags, { CredentialId: outputs['key-id'], ValidityPeriodDays: '180' });
		assert.equal(outputs['expires-on'], '2026-11-28T00:00:00Z');
		assert.ok(world.storedWorks);
	});

	it('takes the place of one that was made by hand, whose password stays', async () => {
		const world = new RotationWorld();
		world.vault.setSecret(SECRET, world.password(world.foreignId).secret, {
			contentType: 'client secret',
			tags: { owner: 'team-a' },
		});
		const { succeeded, outputs, log } = await world.run();
		assert.ok(succeeded);
		assert.ok(log.lines.includes('Due, because the tag CredentialId of the current version names no password.'));
		assert.deepEqual(world.stored?.tags, {
			owner: 'team-a',
			CredentialId: outputs['key-id'],
			ValidityPeriodDays: '90',
		});
		assert.equal(world.stored?.contentType, 'client secret');
		assert.ok(world.password(world.foreignId));
	});

	it('waits until every node knows it: one success does not count', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		world.app.passwords.nodeDelaysMs = [20_000, 0, 12_000];
		const { succeeded, steps, tookMs } = await world.run();
		assert.ok(succeeded);
		const proofs = steps.filter((step) => step === 'prove').length;
		assert.ok(proofs > 4, `${proofs} sign-ins`);
		assert.ok(tookMs > 12_000 && tookMs < 60_000, `${tookMs} ms`);
	});

	it('is named by what this run has signed', async () => {
		const world = new RotationWorld();
		const { requests } = await world.run();
		const body = JSON.parse(requests.find(({ url }) => url.endsWith('/addPassword'))?.body?.reveal() ?? '');
		assert.equal(body.passwordCredential.displayName, `${OWN_NAME} aa000001`);
	});
});

describe('a client secret that is not due', () => {
	it('stays as it is', async () => {
		const world = new RotationWorld();
		const { current } = world.makeHistory(10);
		const before = world.stored;
		const { succeeded, steps, outputs, files } = await world.run();
		assert.ok(succeeded);
		assert.deepEqual(steps, [...STEPS_BEFORE, 'removePassword']);
		assert.equal(world.stored, before);
		assert.deepEqual(outputs, {
			rotated: 'false',
			version: before?.version,
			'expires-on': '2026-08-20T00:00:00Z',
			'key-id': current,
		});
		assert.ok(cellsOf(files.summary()).includes('no, nothing is due'));
	});

	it('is renewed if that is forced', async () => {
		const world = new RotationWorld();
		world.makeHistory(10);
		const { outputs } = await world.run({ force: 'true' });
		assert.equal(outputs['rotated'], 'true');
	});

	it('is not renewed again right after it was', async () => {
		const world = new RotationWorld();
		const first = await world.run();
		const second = await world.run();
		assert.deepEqual({ ...second.outputs, rotated: 'true' }, first.outputs);
		assert.deepEqual(second.steps, STEPS_BEFORE);
	});
});
