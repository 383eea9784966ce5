// Steps whose log is not read any more from some point on: what waits for a mask does not happen, what was begun is taken back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchObjects } from '../../src/flow/fetch.js';
import { mintTokens } from '../../src/flow/mint-tokens.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { assertCodes } from '../support/error-codes.js';
import { makeServices } from '../support/make-services.js';
import { VAULT_URL } from '../support/services.js';
import { makeDueWorld } from './rotation-failure.js';

/** Masked while a rotation runs: the client secret, two tokens, the new client secret, two tokens of the proof. */
const MASKINGS_OF_ROTATION = 6;

describe('a rotation whose log is not read', () => {
	for (let n = 1; n <= MASKINGS_OF_ROTATION; n += 1) {
		// Promise: L5
		it(`from masking ${n} on leaves application and vault as they were`, async () => {
			const { world, assertAsBefore } = makeDueWorld();
			const run = await world.run({}, { unreadFrom: n });
			assert.ok(!run.succeeded);
			assertCodes(run.errors, ['MASKS_NOT_TAKEN']);
			assert.deepEqual(run.outputs, {});
			assertAsBefore();
			assert.equal(run.steps.filter((step) => step === 'store').length, 0);
			assert.equal(run.steps.includes('prove'), n > 4, 'the new client secret was used before it was masked');
			assert.ok(run.tookMs < 60_000, `${run.tookMs} ms`);
		});
	}

	it('after that has nothing more to mask, and succeeds', async () => {
		const { world } = makeDueWorld();
		const run = await world.run({}, { unreadFrom: MASKINGS_OF_ROTATION + 1 });
		assert.ok(run.succeeded);
		assert.ok(world.storedWorks);
	});
});

describe('a step whose log is not read', () => {
	const signIn = {
		'tenant-id': TENANT_ID,
		'client-id': CLIENT_ID,
		'client-secret': CLIENT_SECRET,
		keyvault: VAULT_URL,
	};
	const MODIFIERS = {
		// The client secret, the token, and all that was fetched.
		fetch: {
			flow: fetchObjects,
			own: { secrets: 'db | file', certificates: 'exo | file' },
			requestsBefore: [0, 1, 4],
		},
		// The client secret, the token, the assertion, and the tokens that were minted, twice.
		token: {
			flow: mintTokens,
			own: { certificate: 'exo', scopes: 'A = https://graph.microsoft.com/.default' },
			requestsBefore: [0, 1, 3, 4, 4],
		},
	};
	for (const [name, { flow, own, requestsBefore }] of Object.entries(MODIFIERS)) {
		for (const [index, count] of requestsBefore.entries()) {
			// Promise: L5
			it(`from masking ${index + 1} on asks for nothing more and writes nothing: ${name}`, async () => {
				const inputs = { ...signIn, 'export-env': 'true', ...own };
				const record = await makeServices().run({ flow, inputs, unreadFrom: index + 1 });
				assert.ok(!record.succeeded);
				const errors = record.annotations.filter(({ level }) => level === 'error');
				assertCodes(errors, ['MASKS_NOT_TAKEN']);
				assert.equal(record.requests.length, count);
				const { outputs, variables, state, paths } = record;
				assert.deepEqual([outputs.size, variables.size, state.size, paths, record.summary()], [0, 0, 0, [], '']);
			});
		}

		it(`needs all of them: ${name}`, async () => {
			const inputs = { ...signIn, ...own };
			const record = await makeServices().run({ flow, inputs, unreadFrom: requestsBefore.length + 1 });
			assert.ok(record.succeeded);
		});
	}
});
