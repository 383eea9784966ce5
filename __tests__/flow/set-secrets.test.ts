// Whole runs of the set action for secrets: compared first, written if they differ, and nothing twice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DAY_MS, SetWorld } from '../support/set-world.js';

const VALUE = 'Va1ue-of-the-database';
const ENV = { secrets: 'db < env DB_PASSWORD' };
const VARIABLES = { DB_PASSWORD: VALUE };

describe('a secret that the vault does not have', () => {
	it('is stored as it is, and the outputs say so', async () => {
		const world = new SetWorld();
		const { succeeded, outputs, steps, log, errors } = await world.run(ENV, { variables: VARIABLES });
		assert.ok(succeeded, errors.join('\n'));
		assert.equal(world.secret('db')?.value, VALUE);
		assert.deepEqual(outputs, { 'db-version': world.secret('db')?.version, 'db-changed': 'true' });
		assert.deepEqual(steps, ['sign in', 'GET /secrets/db/versions', 'PUT /secrets/db']);
		assert.ok(
			log.lines.includes(`secret db: stored as version ${world.secret('db')?.version}, because the vault had none.`),
		);
	});

	it('has no type, tags or end that its line does not give', async () => {
		const world = new SetWorld();
		await world.run(ENV, { variables: VARIABLES });
		const { contentType, tags, expires, enabled } = world.secret('db') ?? {};
		assert.deepEqual([contentType, tags, expires, enabled], [undefined, {}, undefined, true]);
	});

	it('has the type, tags and end that its line gives', async () => {
		const world = new SetWorld();
		const secrets = 'db < env DB_PASSWORD | type text/plain | tag owner=team-a | expires 90 | tag note=a=b';
		await world.run({ secrets }, { variables: VARIABLES });
		const { contentType, tags, expires } = world.secret('db') ?? {};
		assert.deepEqual([contentType, tags], ['text/plain', { owner: 'team-a', note: 'a=b' }]);
		assert.ok(Math.abs((expires ?? 0) * 1000 - Date.UTC(2026, 5, 1) - 90 * DAY_MS) < 10_000);
	});
});

describe('a secret that the vault has', () => {
	async function runOver(secrets: string, stored: Parameters<SetWorld['vault']['setSecret']>[2], value = VALUE) {
		const world = new SetWorld();
		const before = world.vault.setSecret('db', value, stored);
		const result = await world.run({ secrets }, { variables: VARIABLES });
		return { world, before, ...result };
	}

	it('is not written if all that is given is equal, whatever else it has', async () => {
		const stored = { contentType: 'x', tags: { a: '1', b: '2' }, expires: Date.UTC(2027, 0) / 1000 };
		for (const secrets of [
			'db < env DB_PASSWORD',
			'db < env DB_PASSWORD | tag a=1',
			'db < env DB_PASSWORD | type x',
			'DB < env DB_PASSWORD',
		]) {
			const { world, before, outputs, steps, succeeded } = await runOver(secrets, stored);
			assert.ok(succeeded);
			assert.equal(world.count('db'), 1, secrets);
			const name = secrets.slice(0, 2);
			assert.deepEqual(outputs, { [`${name}-version`]: before, [`${name}-changed`]: 'false' });
			assert.deepEqual(steps.slice(1), [`GET /secrets/${name}/versions`, `GET /secrets/${name}`]);
		}
	});

	for (const [what, secrets, because] of [
		['type', 'db < env DB_PASSWORD | type y', 'the type differs'],
		['tag', 'db < env DB_PASSWORD | tag a=2', 'the tags differ'],
		['tag that it lacks', 'db < env DB_PASSWORD | tag c=1', 'the tags differ'],
		['end', 'db < env DB_PASSWORD | expires 30', 'the expiry date differs'],
	] as const) {
		it(`is written anew, with what it had, if the ${what} differs`, async () => {
			const { world, before, log, steps } = await runOver(secrets, { contentType: 'x', tags: { a: '1', b: '2' } });
			const now = world.secret('db');
			assert.notEqual(now?.version, before);
			assert.equal(now?.value, VALUE);
			assert.equal(now?.tags?.['b'], '2');
			assert.equal(now?.contentType, what === 'type' ? 'y' : 'x');
			assert.ok(
				log.lines.some((line) => line.endsWith(`because ${because}.`)),
				log.lines.join('\n'),
			);
			assert.ok(!steps.some((step) => step.startsWith('PATCH')));
		});
	}

	it('takes over type and tags, but not the end, if the value differs', async () => {
		const stored = { contentType: 'x', tags: { a: '1' }, expires: Date.UTC(2027, 0) / 1000 };
		const { world } = await runOver('db < env DB_PASSWORD | tag b=2', stored, 'another');
		const { value, contentType, tags, expires } = world.secret('db') ?? {};
		assert.deepEqual([value, contentType, tags, expires], [VALUE, 'x', { a: '1', b: '2' }, undefined]);
	});

	it('may end a day earlier or later than its line says', async () => {
		const wanted = Date.UTC(2026, 5, 1) + 30 * DAY_MS;
		for (const [offsetMs, count] of [
			[-DAY_MS + 60_000, 1],
			[DAY_MS - 60_000, 1],
			[-DAY_MS - 60_000, 2],
			[DAY_MS + 60_000, 2],
		] as const) {
			const { world } = await runOver('db < env DB_PASSWORD | expires 30', { expires: (wanted + offsetMs) / 1000 });
			assert.equal(world.count('db'), count, `${offsetMs}`);
		}
	});

	it('counts as different if its current version is disabled, and nothing is read of it', async () => {
		const { world, log, steps } = await runOver('db < env DB_PASSWORD', { enabled: false, tags: { a: '1' } });
		assert.equal(world.secret('db')?.value, VALUE);
		assert.deepEqual(world.secret('db')?.tags, { a: '1' });
		assert.ok(log.lines.some((line) => line.includes('the version before is disabled')));
		assert.ok(!steps.includes('GET /secrets/db'));
	});

	it('is refused if it backs a certificate, before any value is read', async () => {
		const world = new SetWorld();
		world.vault.setCertificate('db');
		const { succeeded, steps, errors, outputs } = await world.run(ENV, { variables: VARIABLES });
		assert.ok(!succeeded);
		assert.deepEqual(steps.slice(1), ['GET /secrets/db/versions']);
		assert.match(
			errors[0] ?? '',
			/^secret db: it holds the private key of the certificate of this name .*Nothing was written/,
		);
		assert.deepEqual(outputs, {});
	});

	it('is not written with more than 15 tags, those of its current version among them', async () => {
		const tags = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`t${at}`, 'x']));
		const { world, errors } = await runOver('db < env DB_PASSWORD | tag one-more=x', { tags });
		assert.equal(world.count('db'), 1);
		assert.match(errors[0] ?? '', /would have 16, and a version holds 15.*Nothing was written/);
	});
});

describe('a value that is made', () => {
	const secrets = 'db < generate 32';

	it('is letters and digits, another one in each run, and of nobody else', async () => {
		const world = new SetWorld();
		const values = new Set<string>();
		for (const run of [1, 2, 3]) {
			const { succeeded, outputs } = await world.run({ secrets });
			assert.ok(succeeded);
			assert.deepEqual(outputs, { 'db-version': world.secret('db')?.version, 'db-changed': 'true' });
			assert.match(world.secret('db')?.value ?? '', /^[0-9A-Za-z]{32}$/);
			values.add(world.secret('db')?.value ?? '');
			assert.equal(world.count('db'), run);
		}
		assert.equal(values.size, 3);
	});

	it('is an output if the line says so, and masked before the first request', async () => {
		const world = new SetWorld();
		const { outputs, events } = await world.run({ secrets: `${secrets} | output` });
		assert.equal(outputs['db'], world.secret('db')?.value);
		const masked = events.findIndex(({ kind, text }) => kind === 'mask' && text === outputs['db']);
		assert.ok(masked >= 0 && masked < events.findIndex(({ kind }) => kind === 'request'));
	});

	it('is stored without a look at the value before it', async () => {
		const world = new SetWorld();
		world.vault.setSecret('db', 'before', { contentType: 'x', tags: { a: '1' } });
		const { steps } = await world.run({ secrets });
		assert.deepEqual(steps.slice(1), ['GET /secrets/db/versions', 'PUT /secrets/db']);
		assert.deepEqual([world.secret('db')?.contentType, world.secret('db')?.tags], ['x', { a: '1' }]);
	});
});

describe('lines', () => {
	it('are written in their order, secrets before certificates', async () => {
		const world = new SetWorld();
		const { steps } = await world.run({ secrets: 'b < generate 16\na < generate 16, c < generate 16' });
		assert.deepEqual(
			steps.filter((step) => step.startsWith('PUT')),
			['PUT /secrets/b', 'PUT /secrets/a', 'PUT /secrets/c'],
		);
	});

	it('go on after one that failed, whose outputs are not set', async () => {
		const world = new SetWorld();
		world.vault.setCertificate('b');
		const { succeeded, outputs, errors, files } = await world.run({
			secrets: 'a < generate 16\nb < generate 16\nc < generate 16',
		});
		assert.ok(!succeeded);
		assert.deepEqual(Object.keys(outputs), ['a-version', 'a-changed', 'c-version', 'c-changed']);
		assert.equal(errors.length, 1);
		assert.match(files.summary(), /secrets line 2.*secret b.*failed/s);
	});

	it('whose name begins with a digit have outputs that begin with "_"', async () => {
		const { outputs } = await new SetWorld().run({ secrets: '1a < generate 16' });
		assert.deepEqual(Object.keys(outputs), ['_1a-version', '_1a-changed']);
	});
});
