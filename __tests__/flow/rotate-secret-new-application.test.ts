// Applications that were made a moment ago, and such as something else changes at the same time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { describeStep, RotationWorld } from '../support/rotation-world.js';
import { assertFailed, at } from './rotation-failure.js';

describe('an application that was made a moment ago', () => {
	it('is waited for, and the log says so once', async () => {
		const world = new RotationWorld();
		const nowMs = world.time.clock.nowMs();
		world.app.knownFromMs = { graph: nowMs + 30_000, signIn: nowMs + 60_000 };
		const run = await world.run();
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		const said = run.log.lines.filter((line) => line.startsWith('Microsoft Graph does not know application'));
		assert.equal(said.length, 1);
		assert.match(said[0] ?? '', /waiting for up to 90 s/);
	});

	it('that does not come is an error after 90 seconds, with what to compare', async () => {
		const world = new RotationWorld();
		world.app.knownFromMs = { graph: Number.POSITIVE_INFINITY, signIn: 0 };
		const run = await world.run();
		assertFailed(run, /Request_ResourceNotFound.*Compare app-id.*Nothing was changed/);
		assert.ok(run.tookMs > 75_000 && run.tookMs < 95_000, `${run.tookMs} ms`);
	});

	it('that one server of Graph does not know is waited for when a password is added', async () => {
		const world = new RotationWorld();
		const unknown = response(404, { error: { code: 'Request_ResourceNotFound', message: '' } });
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => (describeStep(request) === 'addPassword' && ++asked < 4 ? unknown : serve()),
		});
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.equal(asked, 4);
	});

	it('that the sign-in does not come to know is an error with the advice for that, and the password is taken back', async () => {
		const world = new RotationWorld();
		world.app.knownFromMs = { graph: 0, signIn: Number.POSITIVE_INFINITY };
		assertFailed(
			await world.run(),
			/no two sign-ins .* within 90 s\. The last failure: refused with .*AADSTS700016.*Compare .*was removed again/,
		);
		assert.equal(world.ownIds.length, 0);
	});

	it('is told from a page that is not of Graph, which is not waited for', async () => {
		const world = new RotationWorld();
		const run = await world.run(undefined, { interfere: at('list', () => response(404, '<html>')) });
		assertFailed(run, /HTTP 404\)\. Check graph-host/);
		assert.ok(run.tookMs < 1_000);
	});
});

describe('an application that something else changes', () => {
	for (const conflicts of [1, 3]) {
		it(`is asked again, ${conflicts} times`, async () => {
			const world = new RotationWorld();
			world.makeHistory(80);
			world.app.graphLimits = { conflicts };
			assert.ok((await world.run()).succeeded);
			assert.equal(world.ownIds.length, 2);
		});
	}
});
