// When a rotation holds back: a dry run, another run at work; and what it warns of.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertCodes } from '../support/error-codes.js';
import { APP_ID, DAY_MS, type Interference, MINUTE_MS, RotationWorld, SECRET } from '../support/rotation-world.js';

const STEPS_BEFORE = ['sign in to the vault', 'sign in to Graph', 'read the vault', 'list'];
const SUMMARY_CELLS = /<td>([^<]*)<\/td>/g;

function cellsOf(html: string): readonly string[] {
	return [...html.matchAll(SUMMARY_CELLS)].map(([, text = '']) => text);
}

describe('a dry run', () => {
	it('says what would be done, and changes nothing', async () => {
		const world = new RotationWorld();
		const { oldest, previous, current } = world.makeHistory(80);
		const { succeeded, steps, outputs, log, files } = await world.run({ 'dry-run': 'true' });
		assert.ok(succeeded);
		assert.deepEqual(steps, STEPS_BEFORE);
		assert.equal(
			log.lines.at(-1),
			`Dry run: application ${APP_ID} would get a new password, which would be proved and stored as a new version; then these would be removed: ${oldest}, ${previous}.`,
		);
		assert.deepEqual(outputs, {
			rotated: 'false',
			version: world.stored?.version,
			'expires-on': '2026-06-11T00:00:00Z',
			'key-id': current,
		});
		assert.ok(cellsOf(files.summary()).includes('no, a dry run'));
	});

	it('has empty outputs if there is nothing yet, and does not fail if another run is in progress', async () => {
		const world = new RotationWorld();
		world.addOwnPassword(0);
		const { succeeded, outputs, log } = await world.run({ 'dry-run': 'true' });
		assert.ok(succeeded);
		assert.deepEqual(outputs, { rotated: 'false', version: '', 'expires-on': '', 'key-id': '' });
		assert.equal(log.lines.at(-1), 'Dry run: the run would stop here.');
	});
});

describe('another run that is at work', () => {
	it('is left alone: nothing is changed, and the error says until when', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		const other = world.addOwnPassword(0);
		world.time.advance(5 * MINUTE_MS);
		const { succeeded, steps, errors, outputs } = await world.run();
		assert.ok(!succeeded);
		assert.deepEqual(steps, STEPS_BEFORE);
		assert.deepEqual(outputs, {});
		assertCodes(errors, ['ROTATE_BUSY']);
		const text = errors[0]?.text ?? '';
		assert.ok(text.includes(other));
		assert.match(text, /changed.*2026-06-01T00:15:00Z.*"concurrency"/);
	});

	it('is told from one that was interrupted by the clock of Graph, whatever the runner says', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		world.addOwnPassword(0);
		const startMs = world.time.clock.nowMs();
		const { errors } = await world.run(undefined, {
			interfere: (_request, serve) => ({ ...serve(), headers: { date: new Date(startMs).toUTCString() } }),
			clockAheadMs: DAY_MS,
		});
		assertCodes(errors, ['ROTATE_BUSY']);
	});

	it("is told by the runner's clock if Graph says no time", async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		world.addOwnPassword(0);
		const interfere: Interference = (_request, serve) => ({ ...serve(), headers: {} });
		assert.ok(!(await world.run(undefined, { interfere })).succeeded);
		assert.ok((await world.run(undefined, { interfere, clockAheadMs: 16 * MINUTE_MS })).succeeded);
	});

	it('is left alone if nothing is due: what an earlier one left behind stays until the next run', async () => {
		const world = new RotationWorld();
		const { oldest } = world.makeHistory(10);
		const other = world.addOwnPassword(0);
		const { succeeded, steps, log } = await world.run();
		assert.ok(succeeded);
		assert.deepEqual(steps, STEPS_BEFORE);
		assert.equal(
			log.lines.at(-1),
			`Nothing is due: it is valid until 2026-08-20T00:00:00Z, which is more than 30 days away. Nothing is removed either: another run is in progress, or was interrupted: the vault does not name password ${other}, which is less than 15 minutes old.`,
		);
		world.time.advance(15 * MINUTE_MS);
		assert.ok((await world.run()).succeeded);
		assert.ok(!world.ownIds.includes(oldest) && !world.ownIds.includes(other));
	});

	it('is noticed if it stores first', async () => {
		const world = new RotationWorld();
		world.makeHistory(80);
		const { succeeded, errors } = await world.run(undefined, {
			interfere: (request, serve) => {
				const response = serve();
				if (request.url.endsWith('/addPassword')) world.vault.setSecret(SECRET, 'of another run');
				return response;
			},
		});
		assert.ok(!succeeded);
		assert.match(errors[0]?.text ?? '', /changed in the vault.* removed/);
		assert.equal(world.stored?.value, 'of another run');
		assert.equal(world.ownIds.length, 3);
	});
});

describe('warnings', () => {
	it('name passwords of others that end soon', async () => {
		const world = new RotationWorld();
		world.makeHistory(10);
		world.app.passwords.add({ displayName: 'portal', endMs: world.time.clock.nowMs() + 5 * DAY_MS });
		const { warnings } = await world.run();
		assert.deepEqual(
			warnings.map(({ title }) => title),
			['Expires soon: a password of the application'],
		);
	});

	it('say nothing of a previous password that ends soon', async () => {
		const world = new RotationWorld();
		const previous = world.addOwnPassword(85);
		const current = world.addOwnPassword(10);
		world.store(current, { CredentialId: current, PreviousCredentialId: previous });
		assert.deepEqual((await world.run()).warnings, []);
	});

	it('tell of a stored password that the application does not have', async () => {
		const world = new RotationWorld();
		const { current } = world.makeHistory(10);
		world.app.passwords.remove(current);
		const { succeeded, warnings } = await world.run();
		assert.ok(succeeded);
		assert.deepEqual(
			warnings.map(({ title }) => title),
			['The stored client secret may not work'],
		);
		assert.deepEqual((await world.run({ force: 'true' })).warnings, []);
		assert.ok(world.storedWorks);
	});
});
