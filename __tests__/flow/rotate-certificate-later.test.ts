// Rotations of certificates that fail once their version is there, or may be: nothing is undone, and a later run finishes them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertCodes } from '../support/error-codes.js';
import { response } from '../support/make-ports.js';
import { MINUTE_MS } from '../support/services-world.js';
import { makeWorld, refuse } from './certificate-failure.js';

const FORCE = { force: 'true' };

describe('a rotation that fails later', () => {
	it('undoes nothing if the vault may still merge', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, { interfere: refuse(world, 'POST /pending/merge', 503) });
		assert.match(
			errors[0]?.text ?? '',
			/did not confirm that it merged.*nothing was undone.*whichever is current works/s,
		);
		assert.equal(world.pending?.status, 'inProgress');
		assert.equal(world.strayIds.length, 1);
	});

	it('goes on, if the vault has merged without an answer', async () => {
		const world = makeWorld();
		const { succeeded } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				return world.describe(request) === 'POST /pending/merge' ? response(500) : answer;
			},
		});
		assert.ok(succeeded);
	});

	it('looks at the current version, if the answer to the merge shows another one', async () => {
		const world = makeWorld();
		let before = '';
		const { succeeded } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				if (world.describe(request) === 'POST /pending/merge') return { ...answer, body: before };
				if (world.describe(request) === 'GET current') before = answer.body;
				return answer;
			},
		});
		assert.ok(succeeded);
	});

	it('does not try again whose masks nobody takes', async () => {
		const world = makeWorld();
		const { errors } = await world.run(FORCE, { unreadFrom: 6 });
		assertCodes(errors, ['MASKS_NOT_TAKEN']);
		assert.match(errors[0]?.text ?? '', /Nothing was undone/);
		assert.ok((await world.run()).succeeded);
	});

	it('gives up proving when the time is over, though nothing was refused', async () => {
		const world = makeWorld();
		let isMerged = false;
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				if (isMerged && world.describe(request) === 'sign in as the application') world.time.advance(89_500);
				isMerged ||= world.describe(request) === 'POST /pending/merge';
				return serve();
			},
		});
		assert.match(errors[0]?.text ?? '', /90 s.*Microsoft Entra ID/);
	});

	it('only goes forward after the merge: a second run proves and cleans up', async () => {
		for (const step of ['sign in as the application', 'removeKey', 'PATCH /VERSION']) {
			const world = makeWorld();
			const outdated = world.current.tags?.['PreviousCredentialId'];
			let isMerged = false;
			const { errors } = await world.run(FORCE, {
				interfere: (request, serve) => {
					if (isMerged && world.describe(request) === step) return response(403, { error: 'invalid_client' });
					const answer = serve();
					isMerged ||= world.describe(request) === 'POST /pending/merge';
					return answer;
				},
			});
			assert.match(errors[0]?.text ?? '', /ersion [0-9a-f]{32}.* application .*Nothing was undone/, step);
			assert.deepEqual(world.wrongs, []);
			const second = await world.run();
			assert.ok(second.succeeded, JSON.stringify(second.errors));
			assert.equal(second.outputs['rotated'], 'false');
			assert.ok(!world.hasKey(outdated));
			assert.ok(
				world.versions.every(({ tags }) => tags?.['PendingCredentialId'] === undefined),
				step,
			);
		}
	});

	it('removes nothing, if the note names a key credential that is still needed', async () => {
		const world = makeWorld();
		const { CredentialId: keyId = '', PreviousCredentialId: previousId = '' } = world.current.tags ?? {};
		for (const noted of [keyId, previousId]) {
			world.note(noted);
			const { succeeded, steps } = await world.run();
			assert.ok(succeeded && !steps.includes('removeKey'));
			assert.equal(world.current.tags?.['PendingCredentialId'], undefined);
		}
	});

	it('says which version could not be proved, and why', async () => {
		const world = makeWorld();
		world.app.keys.nodeDelaysMs = [10 * MINUTE_MS];
		const { errors } = await world.run(FORCE);
		assertCodes(errors, ['ROTATE_NOT_PROVED']);
		assert.match(errors[0]?.text ?? '', /90 s.*AADSTS700027/s);
	});

	it('says that an earlier run could not be finished', async () => {
		const world = makeWorld((one) => one.note(one.addKey(one.makeStranger())));
		const { errors } = await world.run(
			{},
			{ interfere: refuse(world, 'removeKey', 403, 'Authorization_RequestDenied') },
		);
		assert.match(errors[0]?.text ?? '', /earlier run.*Nothing new was begun/s);
	});

	it('says what is left if a request that was left cannot be deleted', async () => {
		const world = makeWorld();
		world.begin();
		world.time.advance(16 * MINUTE_MS);
		const { errors } = await world.run(FORCE, { interfere: refuse(world, 'DELETE /pending', 403) });
		assert.match(errors[0]?.text ?? '', /is current, and an earlier run left something.*Nothing new was begun/s);
	});

	it('gives up a request that was deleted and is shown all the same', async () => {
		const world = makeWorld();
		world.begin();
		world.time.advance(16 * MINUTE_MS);
		const { errors, steps, tookMs } = await world.run(FORCE, {
			interfere: refuse(world, 'DELETE /pending', 404, 'PendingCertificateNotFound'),
		});
		assert.match(errors[0]?.text ?? '', /still shows it\..*is current, and an earlier run left something/s);
		assert.ok(tookMs <= 2 * MINUTE_MS, `it took ${tookMs} ms`);
		assert.ok(steps.length <= 50, `it sent ${steps.length} requests`);
	});

	it('finishes without the list of versions, if nobody may read it', async () => {
		const world = makeWorld((one) => one.note(one.addKey(one.makeStranger())));
		const { succeeded, log } = await world.run({}, { interfere: refuse(world, 'GET /versions', 403) });
		assert.ok(succeeded);
		assert.ok(log.lines.some((line) => line.startsWith('Older versions were not looked at: ')));
	});

	it('says that the rotation is complete, if its outputs cannot be written', async () => {
		const world = makeWorld();
		const rotated = await world.run(FORCE, { failAtOutput: 1 });
		assert.match(rotated.errors[0]?.text ?? '', /complete: version [0-9a-f]{32} .*is current and proved/);
		const kept = await world.run({}, { failAtOutput: 1 });
		assert.match(kept.errors[0]?.text ?? '', /Nothing was renewed\.$/);
	});

	it('cannot sign in without a tenant', async () => {
		const world = makeWorld();
		const local = () => Promise.resolve(response(200, { access_token: 'opaque', expires_in: '3599' }));
		const inputs = { 'tenant-id': '', 'client-id': '', 'client-secret': '', 'auth-method': 'managed-identity' };
		const { errors } = await world.run({ ...FORCE, ...inputs }, { localTransport: local });
		assertCodes(errors, ['TENANT_NOT_FOUND']);
	});
});
