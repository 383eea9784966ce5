// The emulated endpoints of managed identities refuse what the real ones refuse.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, type Reply } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';
import type { ListenerName } from './exchange.js';
import { SYSTEM_IDENTITY, USER_IDENTITY } from './identity-endpoints.js';

const RESOURCE = 'https://vault.azure.net';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

interface Endpoint {
	readonly listener: ListenerName;
	readonly path: string;
	readonly version: string;
	readonly headers: () => Readonly<Record<string, string>>;
}

const IMDS: Endpoint = {
	listener: 'imds',
	path: '/metadata/identity/oauth2/token',
	version: '2018-02-01',
	headers: () => ({ metadata: 'true' }),
};
const APP_SERVICE: Endpoint = {
	listener: 'app-service',
	path: '/msi/token',
	version: '2019-08-01',
	headers: () => ({ 'x-identity-header': emulator.identities.header }),
};
const ARC: Endpoint = {
	listener: 'azure-arc',
	path: '/metadata/identity/oauth2/token',
	version: '2020-06-01',
	headers: () => ({ metadata: 'true', authorization: `Basic ${emulator.identities.arcKey}` }),
};

function askIdentity(
	{ listener, path, version, headers }: Endpoint,
	query: Readonly<Record<string, string>> = {},
	instead?: Readonly<Record<string, string>>,
): Promise<Reply> {
	const search = new URLSearchParams({ 'api-version': version, resource: RESOURCE, ...query });
	return ask(emulator, {
		url: `${emulator.listener(listener).origin}${path}?${search}`,
		headers: instead ?? headers(),
	});
}

for (const endpoint of [IMDS, APP_SERVICE, ARC]) {
	describe(endpoint.listener, () => {
		it("gives tokens of the machine's own identity and of those assigned to it", async () => {
			for (const identity of [SYSTEM_IDENTITY, USER_IDENTITY]) {
				const query = identity === SYSTEM_IDENTITY ? {} : { client_id: identity.clientId };
				const { status, json } = await askIdentity(endpoint, query);
				assert.deepEqual([status, json.client_id, json.resource], [200, identity.clientId, RESOURCE]);
				for (const name of ['expires_in', 'expires_on', 'not_before']) assert.equal(typeof json[name], 'string', name);
				const issued = emulator.entra.findToken(json.access_token);
				assert.deepEqual([issued?.objectId, issued?.audience], [identity.objectId, RESOURCE]);
			}
		});

		it('refuses an identity that the machine does not have', async () => {
			const { status, json } = await askIdentity(endpoint, { client_id: '00000000-0000-4000-8000-000000000000' });
			assert.deepEqual([status, json.error], [400, 'invalid_request']);
		});

		it('refuses a scope for a resource, another version, and another path', async () => {
			const scope = await askIdentity(endpoint, { resource: `${RESOURCE}/.default` });
			assert.deepEqual([scope.status, scope.json.error], [400, 'invalid_resource']);
			assert.equal((await askIdentity(endpoint, { 'api-version': '2017-09-01' })).status, 400);
			assert.equal((await askIdentity({ ...endpoint, path: '/elsewhere' })).status, 404);
		});
	});
}

it('IMDS wants its header, and nothing between itself and the client', async () => {
	for (const headers of [{}, { metadata: 'false' }, { metadata: 'true', 'x-forwarded-for': '10.0.0.1' }]) {
		assert.equal((await askIdentity(IMDS, {}, headers)).status, 400);
	}
});

it('App Service wants the header that it has handed out', async () => {
	for (const headers of [{}, { 'x-identity-header': 'x' }]) {
		assert.equal((await askIdentity(APP_SERVICE, {}, headers)).status, 401);
	}
});

it('Azure Arc names a file, and wants what is in it', async () => {
	const { status, headers } = await askIdentity(ARC, {}, { metadata: 'true' });
	assert.deepEqual([status, headers['www-authenticate']], [401, 'Basic realm=/var/opt/azcmagent/tokens/emulator.key']);
	const wrong = await askIdentity(ARC, {}, { metadata: 'true', authorization: 'Basic x' });
	assert.deepEqual([wrong.status, wrong.headers['www-authenticate']], [401, undefined]);
	assert.equal((await askIdentity(ARC, {}, {})).status, 400);
});

it('takes the one identity that is assigned if the machine has none of its own', async () => {
	emulator.identities.system = undefined;
	assert.equal((await askIdentity(IMDS)).json.client_id, USER_IDENTITY.clientId);
	emulator.identities.assigned = [];
	assert.equal((await askIdentity(IMDS)).status, 400);
});
