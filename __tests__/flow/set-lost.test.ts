// Writes of the set action that get no answer, or are refused: the error says what the vault holds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { SetWorld } from '../support/set-world.js';
import { befall, lost, refusal, runWith, SECRETS, VARIABLES } from './set-interference.js';

describe('a write without an answer', () => {
	it('that the vault has carried out is no failure, and is not sent again', async () => {
		const { world, succeeded, outputs } = await runWith(
			befall('PUT', (serve) => {
				serve();
				return lost();
			}),
		);
		assert.ok(succeeded);
		assert.equal(world.count('db'), 2);
		assert.equal(outputs['db-version'], world.secret('db')?.version);
	});

	it('that never comes true is told as that, with the version that the vault holds', async () => {
		const { version, error, world } = await runWith(befall('PUT', lost));
		assert.equal(world.secret('db')?.version, version);
		assert.match(error, new RegExp(`did not confirm.*version ${version} .*may still`));
		const made = await runWith(befall('PUT', lost), { inputs: { secrets: 'db < generate 20' }, before: '' });
		assert.match(made.error, /no version.*another value.*nobody has this one/);
	});

	it('but with a body that names no version is looked for', async () => {
		const { succeeded, world } = await runWith(
			befall('PUT', (serve) => {
				serve();
				return response(200, {});
			}),
		);
		assert.ok(succeeded);
		assert.equal(world.count('db'), 2);
	});

	it('after which nobody can look is told as that', async () => {
		let isLost = false;
		const { error, version } = await runWith((request, serve) => {
			if (request.method === 'PUT') {
				isLost = true;
				return lost();
			}
			return isLost ? response(403, { error: { code: 'Forbidden' } }) : serve();
		});
		assert.match(error, new RegExp(`version ${version} .*or the new one`));
	});

	it('during which somebody else changed the secret is not sent again', async () => {
		const world = new SetWorld();
		const { errors, requests } = await world.run(SECRETS, {
			variables: VARIABLES,
			interfere: befall('PUT', () => {
				world.vault.setSecret('db', 'of somebody else');
				return lost();
			}),
		});
		assert.match(errors[0] ?? '', /somebody else.*current version is [0-9a-f]{32}/);
		assert.equal(requests.filter(({ method }) => method === 'PUT').length, 1);
		assert.equal(world.secret('db')?.value, 'of somebody else');
	});

	it('that was to disable the version before is looked for in the list of versions', async () => {
		const inputs = { ...SECRETS, 'disable-previous': 'true' };
		const done = await runWith(
			befall('PATCH', (serve) => {
				serve();
				return lost();
			}),
			{ inputs },
		);
		assert.ok(done.succeeded);
		assert.equal(done.requests.filter(({ method }) => method === 'PATCH').length, 1);
		const again = await runWith(befall('PATCH', lost, 1), { inputs });
		assert.ok(again.succeeded);
		const never = await runWith(befall('PATCH', lost), { inputs });
		const page = await runWith(
			befall('PATCH', () => response(200, '<html>sign in</html>')),
			{ inputs },
		);
		assert.match(page.error, /Version [0-9a-f]{32} is stored.*may still be enabled/);
		assert.match(never.error, /Version [0-9a-f]{32} is stored.*may still be enabled/);
		const gone = await runWith(
			(request, serve) => {
				if (request.method === 'PATCH') return lost();
				const answer = serve();
				const isLater = request.url.includes('/versions') && answer.body.match(/"id"/g)?.length === 2;
				return isLater ? response(200, { value: [], nextLink: null }) : answer;
			},
			{ inputs },
		);
		assert.match(gone.error, /may still be enabled/);
	});
});

describe('a write that is refused', () => {
	it('changes nothing, and the error says so', async () => {
		const { error, version, outputs } = await runWith(befall('PUT', refusal(409, 'Other')));
		assert.match(error, new RegExp(`another change.*version ${version} `));
		assert.deepEqual(outputs, {});
		assert.match(
			(await runWith(befall('PUT', refusal(400, 'BadParameter')), { before: '' })).error,
			/value.*Nothing was written/,
		);
	});

	it('is sent again once a recovery of somebody else has ended', async () => {
		const { succeeded } = await runWith(befall('PUT', refusal(409, 'ObjectIsBeingRecovered'), 2));
		assert.ok(succeeded);
		assert.match((await runWith(befall('PUT', refusal(409, 'ObjectIsBeingRecovered')))).error, /being recovered/);
	});

	it('waits for a deletion to end only if it is to recover', async () => {
		const deleting = () => befall('PUT', refusal(409, 'ObjectIsBeingDeleted'), 1);
		assert.match((await runWith(deleting())).error, /is being deleted.*Nothing was written/);
		assert.ok((await runWith(deleting(), { inputs: { ...SECRETS, recover: 'true' } })).succeeded);
	});

	it('names all that writing needs if a role is missing', async () => {
		const world = new SetWorld();
		world.vault.deny('*', 'rbac');
		const secret = await world.run(SECRETS, { variables: VARIABLES });
		assert.match(secret.errors[0] ?? '', /"Key Vault Secrets Officer"/);
		assert.match(secret.errors[0] ?? '', /writing.*"Key Vault Secrets Officer" at the scope …\/secrets\/db/);
	});
});
