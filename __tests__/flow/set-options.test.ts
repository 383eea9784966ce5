// Whole runs of the set action with disable-previous, recover and dry-run.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SetWorld } from '../support/set-world.js';

const VALUE = 'Va1ue-of-the-database';
const ENV = { secrets: 'db < env DB_PASSWORD' };
const VARIABLES = { DB_PASSWORD: VALUE };

describe('disable-previous', () => {
	it('disables the version before, once the new one is stored', async () => {
		const world = new SetWorld();
		const before = world.vault.setSecret('db', 'before', { tags: { a: '1' } });
		const { steps, log } = await world.run({ ...ENV, 'disable-previous': 'true' }, { variables: VARIABLES });
		assert.deepEqual(steps.slice(3), ['PUT /secrets/db', 'PATCH /secrets/db/VERSION']);
		assert.equal(world.vault.findSecret('db', before)?.enabled, false);
		assert.deepEqual(world.vault.findSecret('db', before)?.tags, { a: '1' });
		assert.equal(world.secret('db')?.enabled, true);
		assert.ok(log.lines.some((line) => line.endsWith(`Version ${before} is disabled now.`)));
	});

	it('changes nothing if nothing is written, or there is none', async () => {
		const world = new SetWorld();
		for (const _run of [1, 2]) {
			const { steps } = await world.run({ ...ENV, 'disable-previous': 'true' }, { variables: VARIABLES });
			assert.ok(!steps.some((step) => step.startsWith('PATCH')));
		}
		assert.equal(world.count('db'), 1);
	});

	it('says that the new version is stored if the one before could not be disabled', async () => {
		const world = new SetWorld();
		const before = world.vault.setSecret('db', 'before');
		const { succeeded, errors, outputs } = await world.run(
			{ ...ENV, 'disable-previous': 'true' },
			{
				variables: VARIABLES,
				interfere: (request, serve) =>
					request.method === 'PATCH'
						? {
								status: 403,
								headers: {},
								body: '{"error":{"code":"Forbidden","innererror":{"code":"ForbiddenByPolicy"}}}',
							}
						: serve(),
			},
		);
		assert.ok(!succeeded);
		assert.deepEqual(outputs, {});
		assert.match(
			errors[0] ?? '',
			new RegExp(
				`Version ${world.secret('db')?.version} is stored.*--id https://contoso.vault.azure.net/secrets/db/${before} --enabled false`,
			),
		);
	});
});

describe('a dry run', () => {
	it('writes nothing, and says what would be', async () => {
		const world = new SetWorld();
		const version = world.vault.setSecret('old', VALUE);
		const other = world.vault.setSecret('other', 'x');
		const secrets = 'old < env DB_PASSWORD\nother < env DB_PASSWORD\nnew < generate 16 | output';
		const { succeeded, outputs, steps, log } = await world.run(
			{ secrets, 'dry-run': 'true' },
			{ variables: VARIABLES },
		);
		assert.ok(succeeded);
		assert.deepEqual(outputs, {
			'old-version': version,
			'old-changed': 'false',
			'other-version': other,
			'other-changed': 'true',
			'new-version': '',
			'new-changed': 'true',
		});
		assert.ok(steps.slice(1).every((step) => step.startsWith('GET')));
		assert.ok(log.lines.includes('secret new: a dry run; a new version would be stored, because the vault had none.'));
	});
});

describe('a name that is deleted but recoverable', () => {
	it('is an error that says how to recover it', async () => {
		const world = new SetWorld();
		world.vault.setSecret('db', 'before');
		world.vault.deleteSecret('db');
		const { succeeded, errors } = await world.run(ENV, { variables: VARIABLES });
		assert.ok(!succeeded);
		assert.match(errors[0] ?? '', /deleted and can still be recovered.*recover set to true.*Nothing was written/);
	});

	it('is recovered first with recover, then compared', async () => {
		for (const [before, count] of [
			['before', 2],
			[VALUE, 1],
		] as const) {
			const world = new SetWorld();
			world.vault.setSecret('db', before);
			world.vault.deleteSecret('db');
			const { succeeded, errors, outputs } = await world.run({ ...ENV, recover: 'true' }, { variables: VARIABLES });
			assert.ok(succeeded, errors.join('\n'));
			assert.equal(world.count('db'), count);
			assert.equal(world.secret('db')?.value, VALUE);
			assert.equal(outputs['db-changed'], `${count === 2}`);
		}
	});

	it('is told in a dry run', async () => {
		const world = new SetWorld();
		world.vault.setSecret('db', 'before');
		world.vault.deleteSecret('db');
		const refused = await world.run({ ...ENV, 'dry-run': 'true' }, { variables: VARIABLES });
		assert.match(refused.errors[0] ?? '', /has been deleted and can still be recovered/);
		const told = await world.run({ ...ENV, 'dry-run': 'true', recover: 'true' }, { variables: VARIABLES });
		assert.ok(told.succeeded);
		assert.ok(
			told.log.lines.some((line) =>
				line.includes('it would be recovered first, and a new version stored if it differs'),
			),
		);
		assert.equal(world.count('db'), 0);
	});
});
