// A new client secret that cannot be stored, or taken back, or whose forerunners cannot be removed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TransportError } from '../../src/http/transport-error.js';
import { response } from '../support/make-ports.js';
import { APP_ID, describeStep, MINUTE_MS, RotationWorld, SECRET } from '../support/rotation-world.js';
import { assertFailed, at, makeDueWorld } from './rotation-failure.js';

describe('a password that cannot be stored', () => {
	it('is taken back: the secret was deleted, and is not purged', async () => {
		const { world } = makeDueWorld();
		world.vault.deleteSecret(SECRET);
		const run = await world.run();
		assertFailed(run, /ObjectIsDeletedButRecoverable\)\. Recover it .*or purge it.* was removed again/);
		world.vault.recoverSecret(SECRET);
		assert.ok(world.storedWorks, 'and what is recovered works');
	});

	it('is taken back: the identity may not write', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		const error = { code: 'Forbidden', message: '', innererror: { code: 'ForbiddenByRbac' } };
		const run = await world.run(undefined, { interfere: at('store', () => response(403, { error })) });
		assertFailed(run, /"Key Vault Secrets Officer".* removed/);
		assertAsBefore();
	});

	it('stays where nobody knows whether the vault holds it, and the error says how to find out', async () => {
		const { world } = makeDueWorld();
		let isDown = false;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const step = describeStep(request);
				if (step === 'store') isDown = true;
				return isDown && (step === 'store' || step === 'read the vault') ? response(503) : serve();
			},
		});
		assertFailed(
			run,
			/may still store it.*nothing was undone.*\(key ID ([0-9a-f-]{36})\) stays.*the one in use was not touched.*"az keyvault secret show --id https:\/\/contoso\.vault\.azure\.net\/secrets\/api-client-secret --query tags\.CredentialId"/,
		);
		assert.equal(world.ownIds.length, 4);
	});

	it('is known to be stored if the answer alone was lost', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const answer = serve();
				return describeStep(request) === 'store' ? response(200, '<html>') : answer;
			},
		});
		assert.ok(run.succeeded);
		assert.equal(run.outputs['version'], world.stored?.version);
		assert.ok(world.storedWorks);
	});

	it('is not taken back while its write may be on its way', async () => {
		const { world } = makeDueWorld();
		const { clock } = world.time;
		let onItsWay: { readonly arrive: () => unknown; readonly atMs: number } | undefined;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) === 'store') {
					onItsWay = { arrive: serve, atMs: clock.nowMs() + 4_000 };
					throw new TransportError('it was cut', { failure: 'connection' });
				}
				if (onItsWay !== undefined && clock.nowMs() >= onItsWay.atMs) onItsWay.arrive();
				return serve();
			},
		});
		assert.ok(run.succeeded, JSON.stringify(run.errors));
		assert.ok(world.storedWorks);
	});

	it('is a bug where something else is thrown, and nothing is claimed', async () => {
		const { world } = makeDueWorld();
		const interfere = at('store', () => {
			throw new TypeError('defect');
		});
		await assert.rejects(world.run(undefined, { interfere }), TypeError);
	});
});

describe('what cannot be taken back', () => {
	it('is named, with the command that removes it', async () => {
		const { world } = makeDueWorld();
		world.app.disabled = true;
		const run = await world.run(undefined, { interfere: at('removePassword', () => response(403)) });
		const left = world.ownIds.at(-1);
		assertFailed(
			run,
			new RegExp(
				`Nothing was stored.*\\(key ID ${left}\\) could not be removed.*15 minutes.*"az ad app credential delete --id ${APP_ID} --key-id ${left}"\\. \\(correlation ID`,
			),
		);
		assert.ok(run.log.lines.some((line) => line.startsWith('Could not be undone: application')));
	});

	it('is tried again while Graph does not know it yet', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.time.advance(MINUTE_MS);
		world.app.disabled = true;
		world.app.passwords.graphLagMs = 6_000;
		assertFailed(await world.run(), /was removed again/);
		assertAsBefore();
	});

	it('is named if there is no time left to wait until Graph knows it', async () => {
		const { world } = makeDueWorld();
		world.time.advance(MINUTE_MS);
		world.app.disabled = true;
		world.app.passwords.graphLagMs = 600_000;
		const startMs = world.time.clock.nowMs();
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) === 'prove') world.time.advance(startMs + 237_000 - world.time.clock.nowMs());
				return serve();
			},
		});
		assertFailed(run, /may still be in the application/);
		assert.ok(run.tookMs < 4 * MINUTE_MS, `${run.tookMs} ms`);
	});

	it('is not claimed to be gone if the list does not show it yet, and the answer was lost', async () => {
		for (const isDone of [false, true]) {
			const { world } = makeDueWorld();
			world.time.advance(MINUTE_MS);
			world.app.disabled = true;
			world.app.passwords.graphLagMs = 60_000;
			const run = await world.run(undefined, {
				interfere: (request, serve) => {
					if (describeStep(request) !== 'removePassword') return serve();
					const added = world.ownIds.at(-1) ?? '';
					if (isDone && world.ownIds.length > 3) {
						world.app.passwords.graphLagMs = 0;
						world.app.passwords.remove(added);
						world.app.passwords.graphLagMs = 60_000;
					}
					throw new TransportError('it was cut', { failure: 'connection' });
				},
			});
			assertFailed(run, /new password .* could not be removed and may still be in the application/);
		}
	});

	it('is named if Graph does not come to know it', async () => {
		const { world } = makeDueWorld();
		world.time.advance(MINUTE_MS);
		world.app.disabled = true;
		world.app.passwords.graphLagMs = 60_000;
		assertFailed(await world.run(), /new password .* could not be removed and may still be in the application/);
	});
});

describe('after the new client secret is stored', () => {
	it('an outdated password that cannot be removed is a warning: what is stored works', async () => {
		const { world } = makeDueWorld();
		const [oldest, previous] = world.ownIds;
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) =>
				describeStep(request) === 'removePassword' && ++asked > 1 ? response(403) : serve(),
		});
		assert.ok(run.succeeded);
		assert.equal(run.outputs['rotated'], 'true');
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Outdated passwords are left'],
		);
		const text = run.warnings[0]?.text ?? '';
		assert.ok(text.includes(`: ${previous}.`) && !text.includes(`${oldest}`), text);
		assert.ok(run.log.lines.some((line) => line.startsWith(`Password ${previous} could not be removed: `)));
	});

	it('an output that cannot be written does not make the rotation undone, and the error says so', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, { failAtOutput: 3 });
		assertFailed(run, /nothing is exported\..*complete: version [0-9a-f]{32} of api-client-secret .*\(key ID /);
		assert.ok(world.storedWorks);
	});

	it('an output that cannot be written if nothing was due is no more than that', async () => {
		const world = new RotationWorld();
		world.makeHistory(10);
		assertFailed(await world.run(undefined, { failAtOutput: 1 }), /nothing is exported\..*Nothing was renewed/);
	});
});
