// Rotations of certificates during which another run, or a person, is faster: what belongs to whom, and what the error says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertCodes } from '../support/error-codes.js';
import { response } from '../support/make-ports.js';
import { type Interference, MINUTE_MS } from '../support/services-world.js';
import { makeWorld, refuse } from './certificate-failure.js';

const FORCE = { force: 'true' };

/** Another run makes its whole version right before this one asks for a key. */
const overtaking =
	(world: ReturnType<typeof makeWorld>, then: Interference = (_request, serve) => serve()): Interference =>
	async (request, serve, context) => {
		const isFirst = world.describe(request) === 'POST /create' && world.versions.length === 2;
		if (isFirst) assert.ok((await world.run(FORCE)).succeeded);
		return then(request, serve, context);
	};

describe('a rotation that is overtaken', () => {
	it('leaves the request to a run that was faster', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				if (world.describe(request) === 'PATCH /VERSION') world.note(world.foreignId);
				return answer;
			},
		});
		assertCodes(errors, ['ROTATE_OVERTAKEN']);
		assert.match(errors[0]?.text ?? '', /key credential [0-9a-f-]{36} was removed/);
		assert.equal(world.current.tags?.['PendingCredentialId'], world.foreignId);
		assert.equal(world.pending?.status, 'inProgress');
	});

	it('deletes its own request, if another run has made a version before', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, { interfere: overtaking(world) });
		assertCodes(errors, ['ROTATE_OVERTAKEN']);
		assert.match(errors[0]?.text ?? '', /that this run made was deleted\. The policy stays as it is now/);
		assert.equal(world.pending, undefined);
		assert.equal(world.policy.issuer.name, 'Unknown');
		assert.deepEqual(world.strayIds, []);
	});

	it('says that its own request is left, if that cannot be deleted', async () => {
		const world = makeWorld();
		const then = refuse(world, 'DELETE /pending', 403);
		const { errors } = await world.run(FORCE, { interfere: overtaking(world, then) });
		assert.match(errors[0]?.text ?? '', /could not be deleted/);
		world.time.advance(16 * MINUTE_MS);
		assert.ok((await world.run()).succeeded);
		assert.notEqual(world.pending?.status, 'inProgress');
	});

	it('leaves a request that it has found by a look, since it may be that of another run', async () => {
		const world = makeWorld();
		const then: Interference = (request, serve) => {
			const answer = serve();
			return world.describe(request) === 'POST /create' ? response(503) : answer;
		};
		const { errors } = await world.run(FORCE, { interfere: overtaking(world, then) });
		assertCodes(errors, ['ROTATE_OVERTAKEN']);
		assert.match(errors[0]?.text ?? '', /is left to that run/);
		assert.equal(world.pending?.status, 'inProgress');
	});

	it('leaves a request that is another one by now', async () => {
		const world = makeWorld();
		const then: Interference = (request, serve) => {
			// Its answer is of what was pending before.
			const isOwn = world.describe(request) === 'POST /create';
			const answer = serve();
			if (!isOwn) return answer;
			const body = JSON.stringify({ ...JSON.parse(answer.body), request_id: 'another' });
			return { ...answer, body };
		};
		const { errors } = await world.run(FORCE, { interfere: overtaking(world, then) });
		assert.match(errors[0]?.text ?? '', /is left to that run/);
		assert.equal(world.pending?.status, 'inProgress');
	});
});
