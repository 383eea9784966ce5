// Every code of a vault, read and followed as a person would; and every reason for which it does not accept a token.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AKV_CODES } from '../../../src/keyvault/status-advice.js';
import { VAULT_CODES } from '../../../src/keyvault/vault-advice.js';
import { CLIENT_SECRET, OBJECT_ID, TENANT_ID } from '../../emulator/directory.js';
import { response } from '../../support/make-ports.js';
import { type AdviceResult, type AdviceStep, AdviceWorld, type Obstacle } from './advice-world.js';
import { VAULT_CASES, type VaultCase } from './vault-cases.js';

const OTHER_TENANT = '88888888-8888-4888-8888-888888888888';

/** The one error of a run, read as a person reads it. */
function read({ succeeded, errors }: AdviceResult, code: string): string {
	assert.ok(!succeeded);
	assert.equal(errors.length, 1, JSON.stringify(errors));
	const { title = '', text = '' } = errors[0] ?? {};
	assert.match(title, /^contoso\.vault\.azure\.net: [a-z]/);
	assert.match(text, /^(?:secret|certificate|key) \S+: /);
	assert.match(text, new RegExp(`\\(HTTP \\d{3}, .*\\b${code}\\)\\. [A-Z]`));
	assert.doesNotMatch(text, /Words of the service|[\r\n]| {2}/);
	return text;
}

async function meetAndFollow(one: VaultCase, code: string): Promise<void> {
	const world = new AdviceWorld();
	one.arrange?.(world);
	const obstacle = one.obstacle?.(code);
	const step = one.step(world);
	const text = read(await world.run(step, obstacle), code);
	assert.match(text, one.says);
	const after = await world.run(one.follow(world, text) ?? step, obstacle);
	assert.ok(after.succeeded, JSON.stringify(after.errors));
}

describe('a code of a vault', () => {
	for (const one of VAULT_CASES) {
		for (const code of one.codes) it(`${code} is told what to do, which helps`, () => meetAndFollow(one, code));
	}

	it('has a case above, each of them', () => {
		assert.deepEqual(VAULT_CASES.flatMap(({ codes }) => codes).sort(), [...VAULT_CODES.keys()].sort());
	});
});

const given = (token: string): AdviceStep => ({ inputs: { 'access-token': token, 'tenant-id': '', 'client-id': '' } });

/** The step that meets each reason, the text that it says, and the change that cures it. */
const UNAUTHORIZED: Readonly<Record<string, (world: AdviceWorld) => Promise<void>>> = {
	AKV10000: async (world) => {
		const stripping: Obstacle = ({ token }, { mended }) =>
			token === undefined || mended
				? undefined
				: response(401, {
						error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer, PoP, or MTLS_POP token.' },
					});
		const step = { inputs: { 'client-secret': CLIENT_SECRET } };
		assert.match(
			read(await world.run(step, stripping), 'AKV10000'),
			/A proxy on the way removed the Authorization header/,
		);
		world.mended = true;
		assert.ok((await world.run(step, stripping)).succeeded);
	},
	AKV10001: async (world) => {
		const old = world.directory.issue();
		world.directory.expireTokens();
		const text = read(await world.run(given(old)), 'AKV10001');
		assert.match(text, /does not accept the token \(.*It may have expired, .*right before this step/);
		assert.ok((await world.run(given(world.directory.issue()))).succeeded);
	},
	AKV10022: async (world) => {
		for (const audience of [
			'https://management.azure.com',
			'https://vault.azure.net/',
			'https://graph.microsoft.com',
		]) {
			const text = read(await world.run(given(world.directory.issue({ audience }))), 'AKV10022');
			assert.ok(text.includes(`the token is for ${audience}, `), text);
			const [, resource = ''] = /az account get-access-token --resource (\S+)"/.exec(text) ?? [];
			assert.ok((await world.run(given(world.directory.issue({ audience: resource })))).succeeded);
		}
	},
	AKV10032: async (world) => {
		world.vault.tenantId = OTHER_TENANT;
		world.directory.addTenant(OTHER_TENANT);
		const text = read(await world.run(given(world.directory.issue())), 'AKV10032');
		assert.ok(text.includes(`trusts tenant ${OTHER_TENANT}, and the sign-in was in tenant ${TENANT_ID}`), text);
		const [, tenantId = ''] = /get-access-token --tenant (\S+)\./.exec(text) ?? [];
		assert.ok((await world.run(given(world.directory.issue({ tenantId })))).succeeded);
		world.directory.addApp(OTHER_TENANT, { clientId: '77777777-7777-4777-8777-777777777777', secret: CLIENT_SECRET });
		const refused = read(await world.run({ inputs: { 'client-secret': CLIENT_SECRET } }), 'AKV10032');
		assert.match(refused, /Set tenant-id to the tenant of the vault/);
		const ids = { 'tenant-id': OTHER_TENANT, 'client-id': '77777777-7777-4777-8777-777777777777' };
		assert.ok((await world.run({ inputs: { 'client-secret': CLIENT_SECRET, ...ids } })).succeeded);
	},
};

describe('a token that a vault does not accept', () => {
	for (const [code, check] of Object.entries(UNAUTHORIZED)) {
		it(`with ${code} is told what to do, which helps`, () => check(new AdviceWorld()));
	}

	it('has a case above for each reason', () => {
		assert.deepEqual(Object.keys(UNAUTHORIZED).sort(), [...AKV_CODES.keys()].sort());
	});

	it('of a person who lacks a role is told the command for a person', async () => {
		const world = new AdviceWorld();
		world.vault.deny('*', 'rbac');
		const token = world.directory.issue({ scp: 'user_impersonation' });
		const text = read(await world.run(given(token)), 'ForbiddenByRbac');
		assert.match(text, /the person who signed in \(client ID /);
		assert.ok(text.includes(`--assignee-object-id ${OBJECT_ID} --assignee-principal-type User`), text);
	});
});
