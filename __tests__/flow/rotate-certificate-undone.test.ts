// Rotations of certificates that fail before their version is there: what is undone, what stays, and what the error says.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertCodes } from '../support/error-codes.js';
import { response } from '../support/make-ports.js';
import { MINUTE_MS } from '../support/services-world.js';
import { makeWorld, refuse, snapshot } from './certificate-failure.js';

const FORCE = { force: 'true' };

describe('a rotation that fails before its version is there', () => {
	const undone: Readonly<Record<string, readonly [string, number, string, RegExp]>> = {
		'the vault does not sign': ['POST /keys/exo/VERSION/sign', 403, 'Forbidden', /./],
		'Entra refuses the application': ['sign in as the application', 400, 'x', /./],
		'Graph refuses the proof': ['addKey', 401, 'Authentication_MissingOrMalformed', /app-object-id/],
		'Graph knows no such application': ['addKey', 404, 'Request_ResourceNotFound', /object ID/],
		'the note cannot be written': ['PATCH /VERSION', 403, 'Forbidden', /new key credential [0-9a-f-]{36} was removed/],
		'the vault refuses to merge': [
			'POST /pending/merge',
			403,
			'Forbidden',
			/new key credential [0-9a-f-]{36} was removed/,
		],
	};
	for (const [what, [step, status, code, text]] of Object.entries(undone)) {
		it(`since ${what}, is undone`, async () => {
			const world = makeWorld();
			const before = snapshot(world);
			let left = 1;
			const refused = refuse(world, step, status, code);
			const { errors, succeeded } = await world.run(FORCE, {
				interfere: (request, serve, context) =>
					world.describe(request) === step && left-- > 0 ? refused(request, serve, context) : serve(),
			});
			assert.ok(!succeeded);
			assert.match(errors[0]?.text ?? '', text);
			assert.match(errors[0]?.text ?? '', /stays in use\. .*request .* deleted.*policy is as it was/);
			assert.deepEqual(snapshot(world), before);
			assert.deepEqual(world.wrongs, []);
		});
	}

	it('leaves a certificate that Graph may have added, and names it and the command', async () => {
		const world = makeWorld();
		const { errors, steps } = await world.run(FORCE, {
			interfere: (request, serve) => {
				if (world.describe(request) !== 'addKey') return serve();
				serve();
				return response(503);
			},
		});
		assert.equal(steps.filter((step) => step === 'addKey').length, 1);
		assert.match(
			errors[0]?.text ?? '',
			/thumbprint [0-9A-F]{40}.*2027-06-01T00:00:00Z\).*"az ad app credential list .* --cert".*credential delete .*--cert --key-id KEY_ID"/s,
		);
		assert.equal(world.strayIds.length, 1);
		assert.ok(world.pending === undefined && world.policy.issuer.name === 'Self');
	});

	it('leaves what cannot be undone to a later run, and says so', async () => {
		const world = makeWorld();
		let isLost = false;
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const step = world.describe(request);
				if (step === 'POST /pending/merge') isLost = true;
				return isLost ? response(403, { error: { code: 'Forbidden', message: '' } }) : serve();
			},
		});
		assert.match(errors[0]?.text ?? '', /policy .*in 15 minutes or later/s);
		assert.match(errors[0]?.text ?? '', /key credential [0-9a-f-]{36} could not be removed.*by hand/s);
		world.time.advance(16 * MINUTE_MS);
		const { succeeded, log } = await world.run();
		assert.ok(succeeded);
		assert.ok(log.lines.includes('Cleaned up after an interrupted run.'));
		assert.deepEqual(world.strayIds, []);
	});

	it('names a key credential without a note, which only a person can remove', async () => {
		const world = makeWorld();
		const isRefused = (step: string) => ['PATCH /VERSION', 'removeKey'].includes(step);
		const { errors } = await world.run(FORCE, {
			interfere: (request, serve) =>
				isRefused(world.describe(request)) ? response(403, { error: { code: 'Forbidden', message: '' } }) : serve(),
		});
		assert.match(errors[0]?.text ?? '', /by hand: "az ad app credential delete/);
	});

	it('waits until Graph knows the key credential that goes again', async () => {
		const world = makeWorld();
		world.app.keys.graphLagMs = 65_000;
		const { errors } = await world.run(FORCE, { interfere: refuse(world, 'POST /pending/merge', 403) });
		assert.match(errors[0]?.text ?? '', /new key credential [0-9a-f-]{36} was removed/);
		assert.deepEqual(world.strayIds, []);
	});

	it('keeps the note of a key credential that Graph does not come to know', async () => {
		const world = makeWorld();
		world.app.keys.graphLagMs = 10 * MINUTE_MS;
		const { errors } = await world.run(FORCE, { interfere: refuse(world, 'POST /pending/merge', 403) });
		assert.match(errors[0]?.text ?? '', /could not be removed/);
		assert.ok(world.current.tags?.['PendingCredentialId'] !== undefined);
		world.time.advance(16 * MINUTE_MS);
		assert.ok((await world.run()).succeeded);
		assert.deepEqual(world.strayIds, []);
	});

	it('looks at the version, if the answer shows other tags than were set', async () => {
		const world = makeWorld();
		const { succeeded } = await world.run(FORCE, {
			interfere: (request, serve) => {
				const answer = serve();
				if (world.describe(request) !== 'PATCH /VERSION') return answer;
				return { ...answer, body: answer.body.replace('PendingCredentialId', 'Other') };
			},
		});
		assert.ok(succeeded);
	});

	it('sends the note again, if it has not arrived', async () => {
		const world = makeWorld();
		let isLost = false;
		const { succeeded, steps } = await world.run(FORCE, {
			interfere: (request, serve) => {
				if (isLost || world.describe(request) !== 'PATCH /VERSION') return serve();
				isLost = true;
				return response(503);
			},
		});
		assert.ok(succeeded);
		assert.equal(steps.filter((step) => step === 'PATCH /VERSION').length, 4);
	});

	it('gives up undoing when the time is over', async () => {
		const world = makeWorld();
		world.app.keys.graphLagMs = 10 * MINUTE_MS;
		const { errors, tookMs } = await world.run(FORCE, {
			interfere: (request, serve, context) => {
				if (world.describe(request) === 'removeKey') world.time.advance(200_000);
				return refuse(world, 'POST /pending/merge', 403)(request, serve, context);
			},
		});
		assert.match(errors[0]?.text ?? '', /could not be removed/);
		assert.ok(tookMs < 8 * MINUTE_MS);
	});

	// Promise: H12
	it('sends nothing that is not masked: what was begun is undone', async () => {
		// The client secret, the vault's token, the assertion, the application's token, the proof.
		for (const unreadFrom of [3, 4, 5]) {
			const world = makeWorld();
			const before = snapshot(world);
			const { errors, steps } = await world.run(FORCE, { unreadFrom });
			assertCodes(errors, ['MASKS_NOT_TAKEN']);
			assert.deepEqual(snapshot(world), before);
			assert.ok(!steps.includes('addKey'));
		}
	});
});
