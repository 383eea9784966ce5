// A new client secret that cannot be added or proved: what the error says of the cause, of the state, and of what is to be done.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { describeStep, MINUTE_MS } from '../support/rotation-world.js';
import { assertFailed, at, makeDueWorld } from './rotation-failure.js';

describe('a password that cannot be added', () => {
	it('says why: the identity is no owner of the application', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.app.owners = [];
		assertFailed(await world.run(), /an owner of this app registration.*Nothing was changed/);
		assertAsBefore();
	});

	it("says why: the tenant's policy allows no client secret, or none of such a life", async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.app.passwordPolicy = { maxDays: 30 };
		assertFailed(
			await world.run(),
			/policy 5{8}-.* does not allow a client secret to be valid for as long as valid-days says.*Set valid-days/,
		);
		world.app.passwordPolicy = { forbidden: true };
		assertFailed(await world.run(), /forbids client secrets.*Nothing was changed/);
		assertAsBefore();
	});

	it('leaves none behind if no answer came, though Graph is slow to show what it has made', async () => {
		const { world } = makeDueWorld();
		world.time.advance(MINUTE_MS);
		world.app.passwords.graphLagMs = 5_000;
		world.app.passwords.nodeDelaysMs = [8_000];
		let lost = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const answer = serve();
				return describeStep(request) === 'addPassword' && ++lost === 1 ? response(504) : answer;
			},
		});
		assert.ok(run.succeeded);
		const tags = world.stored?.tags ?? {};
		assert.deepEqual([...world.ownIds].sort(), [tags['CredentialId'], tags['PreviousCredentialId']].sort());
	});

	it('goes with the one that is taken back, once Graph shows it', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.time.advance(MINUTE_MS);
		world.app.passwords.graphLagMs = 5_300;
		world.app.passwords.nodeDelaysMs = [300_000];
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const answer = serve();
				return describeStep(request) === 'addPassword' && ++asked === 1 ? response(504) : answer;
			},
		});
		assertFailed(run, /was removed again/);
		world.time.advance(MINUTE_MS);
		assertAsBefore();
	});

	it('says so if nobody can look what became of the request', async () => {
		const { world } = makeDueWorld();
		let isDown = false;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) === 'addPassword') {
					serve();
					isDown = true;
				}
				return isDown ? response(500) : serve();
			},
		});
		assertFailed(
			run,
			/it is busy or failing \(HTTP 500\).*did not confirm whether it added a password, .* named ".* aa000001"/,
		);
		assert.equal(run.steps.filter((step) => step === 'addPassword').length, 1);
	});

	it('is no failure of the rotation if what was lost cannot be looked for at its end', async () => {
		const { world } = makeDueWorld();
		let asked = 0;
		let lists = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				const step = describeStep(request);
				if (step === 'addPassword' && ++asked === 1) return response(504);
				// The first list is that of the beginning, the second the look for what was lost.
				if (step === 'list' && ++lists > 2) return response(403);
				return serve();
			},
		});
		assert.ok(run.succeeded);
		assert.equal(lists, 3);
	});

	it('says how one would be known that nobody saw', async () => {
		const { world } = makeDueWorld();
		const run = await world.run(undefined, { interfere: at('addPassword', () => response(500)) });
		assertFailed(
			run,
			/it is busy or failing \(HTTP 500\).*Nothing was stored in the vault\. Microsoft Graph did not confirm whether it added a password, and may still add it: it would be named "azure-key-vault-action contoso\.vault\.azure\.net\/api-client-secret aa000001", and nobody has its value\. A run in 15 minutes or later removes it\. To remove it by hand: "az ad app credential delete --id 7{8}-[^ ]+ --key-id KEY_ID"\.$/,
		);
	});
});

describe('a password that cannot be proved', () => {
	it('is taken back after 90 seconds', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.app.passwords.nodeDelaysMs = [300_000, 0];
		const run = await world.run();
		assertFailed(
			run,
			/^application 7{8}-[^:]*: no two sign-ins in a row succeeded with its new client secret within 90 s\. The last failure: refused with .*AADSTS7000215.*The new password \(key ID .* was removed again, and nothing was stored in the vault\. There is nothing to clean up\. \(correlation ID/,
		);
		assert.ok(run.tookMs > 80_000 && run.tookMs < 95_000, `${run.tookMs}`);
		assertAsBefore();
	});

	it('is taken back at once if it is refused for good', async () => {
		const { world, assertAsBefore } = makeDueWorld();
		world.app.disabled = true;
		const run = await world.run();
		assertFailed(run, /AADSTS7000112.* was removed again/);
		assert.equal(run.steps.filter((step) => step === 'prove').length, 1);
		assertAsBefore();
	});

	it('is tried again if Entra itself fails', async () => {
		const { world } = makeDueWorld();
		let asked = 0;
		const run = await world.run(undefined, {
			interfere: (request, serve) => (describeStep(request) === 'prove' && ++asked < 9 ? response(500) : serve()),
		});
		assert.ok(run.succeeded);
	});

	it('is not proved by one success at the very end', async () => {
		const { world } = makeDueWorld();
		const startMs = world.time.clock.nowMs();
		const run = await world.run(undefined, {
			interfere: (request, serve) => {
				if (describeStep(request) === 'prove') world.time.advance(90_000);
				return serve();
			},
		});
		assertFailed(run, /no two sign-ins in a row succeeded .* within 90 s\. Microsoft Entra ID took too long/);
		assert.ok(world.time.clock.nowMs() - startMs < 4 * MINUTE_MS);
	});

	it('is a bug where something else is thrown', async () => {
		const { world } = makeDueWorld();
		const interfere = at('prove', () => {
			throw new TypeError('defect');
		});
		await assert.rejects(world.run(undefined, { interfere }), TypeError);
		assert.equal(world.ownIds.length, 3, 'and it is taken back all the same');
	});
});
