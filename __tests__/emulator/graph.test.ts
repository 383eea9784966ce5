// Emulated Graph: applications' passwords, who may change them, and how slowly the services hear of it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ask, askToken, type Reply } from './ask.js';
import { CLIENT_ID, TENANT_ID } from './directory.js';
import { type Emulator, startEmulator } from './emulator.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';
const GRAPH = 'https://graph.microsoft.com';
const OWNED_BY = 'Application.ReadWrite.OwnedBy';

let emulator: Emulator;
let nowMs: number;
before(async () => {
	emulator = await startEmulator();
	emulator.entra.nowMs = () => nowMs;
	emulator.entra.addApp(TENANT_ID, { clientId: APP_ID, secret: 'own' });
});
after(() => emulator.close());
beforeEach(() => {
	nowMs = Date.now();
	const app = emulator.entra.app(TENANT_ID, APP_ID);
	Object.assign(app, {
		owners: [CLIENT_ID],
		passwordPolicy: {},
		graphLimits: {},
		knownFromMs: { graph: 0, signIn: 0 },
	});
	emulator.entra.app().graphLimits = {};
	Object.assign(app.passwords, { nodeDelaysMs: [0], graphLagMs: 0 });
});

function passwords() {
	return emulator.entra.app(TENANT_ID, APP_ID).passwords;
}

interface GraphQuestion {
	readonly operation?: string;
	readonly body?: object | string;
	readonly query?: string;
	readonly token?: string;
	readonly id?: string;
	readonly contentType?: string;
}

function askGraph({
	operation,
	body,
	query = '',
	token,
	id = `(appId='${APP_ID}')`,
	contentType,
}: GraphQuestion = {}): Promise<Reply> {
	const authorization = `Bearer ${token ?? emulator.entra.issue({ audience: GRAPH, roles: [OWNED_BY] })}`;
	return ask(emulator, {
		url: `${emulator.graphHost}/v1.0/applications${id}${operation === undefined ? '' : `/${operation}`}${query}`,
		method: operation === undefined ? 'GET' : 'POST',
		headers: { authorization, ...(body !== undefined && { 'content-type': contentType ?? 'application/json' }) },
		...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

async function verdictsOf(secret: string, count: number): Promise<readonly number[]> {
	const statuses: number[] = [];
	for (let index = 0; index < count; index++) {
		const scope = index % 2 === 0 ? `${GRAPH}/.default` : 'https://vault.azure.net/.default';
		statuses.push((await askToken(emulator, { client_id: APP_ID, client_secret: secret, scope })).status);
	}
	return statuses;
}

describe('the passwords of an application', () => {
	it('are added with a value that shows once, listed without it, sign in, and go', async () => {
		const wanted = { displayName: 'gh', endDateTime: new Date(nowMs + 86_400_000).toISOString() };
		const { status, json: added } = await askGraph({ operation: 'addPassword', body: { passwordCredential: wanted } });
		assert.equal(status, 200);
		assert.equal(added.displayName, 'gh');
		assert.equal(added.secretText.slice(0, 3), added.hint);
		assert.ok(added.secretText.length >= 16 && added.secretText.length <= 64);
		const list = (await askGraph({ query: '?$select=id,passwordCredentials' })).json;
		assert.deepEqual(Object.keys(list), ['@odata.context', 'id', 'passwordCredentials']);
		const listed = list.passwordCredentials.find((one: { keyId: string }) => one.keyId === added.keyId);
		assert.deepEqual([listed.secretText, listed.hint, listed.displayName], [null, added.hint, 'gh']);
		assert.deepEqual(await verdictsOf(added.secretText, 2), [200, 200]);
		nowMs += 2 * 86_400_000;
		const expired = await askToken(emulator, { client_id: APP_ID, client_secret: added.secretText });
		assert.equal(expired.json.error_codes[0], 7000222);
		const removed = await askGraph({ operation: 'removePassword', body: { keyId: added.keyId } });
		assert.deepEqual([removed.status, removed.body], [204, '']);
		assert.ok(
			!passwords()
				.list()
				.some(({ keyId }) => keyId === added.keyId),
		);
	});

	it('live for two years if no end is given, and are found by the object ID as well', async () => {
		const { objectId } = emulator.entra.app(TENANT_ID, APP_ID);
		const { json } = await askGraph({ operation: 'addPassword', body: {}, id: `/${objectId}` });
		assert.equal(Math.round((Date.parse(json.endDateTime) - nowMs) / 86_400_000), 730);
		assert.equal(json.displayName, null);
	});

	it('are known to each node after a time of its own, and forgotten likewise', async () => {
		passwords().nodeDelaysMs = [10_000, 0];
		const { secret, keyId } = passwords().add();
		const verdicts = await verdictsOf(secret, 4);
		assert.deepEqual([...new Set(verdicts)].sort(), [200, 401]);
		assert.notEqual(verdicts[0], verdicts[1]);
		nowMs += 10_000;
		assert.deepEqual(await verdictsOf(secret, 2), [200, 200]);
		passwords().remove(keyId);
		assert.notEqual(...((await verdictsOf(secret, 2)) as [number, number]));
	});

	it('are listed and removed by Graph after a time, too', async () => {
		passwords().graphLagMs = 5_000;
		const { keyId } = passwords().add();
		const listed = async () =>
			(await askGraph()).json.passwordCredentials.some((one: { keyId: string }) => one.keyId === keyId);
		assert.equal(await listed(), false);
		const early = await askGraph({ operation: 'removePassword', body: { keyId } });
		assert.deepEqual([early.status, early.json.error.code], [400, 'Request_BadRequest']);
		assert.match(early.json.error.message, /^No password credential found with keyId /);
		nowMs += 5_000;
		assert.equal(await listed(), true);
		assert.equal((await askGraph({ operation: 'removePassword', body: { keyId } })).status, 204);
		assert.equal(await listed(), true, 'what was removed is still listed for a while');
		assert.equal((await askGraph({ operation: 'removePassword', body: { keyId } })).status, 400);
	});
});

describe('Graph refuses', () => {
	const token = (roles: readonly string[], grant: object = {}) =>
		emulator.entra.issue({ audience: GRAPH, roles, ...grant });
	const add = { operation: 'addPassword', body: {} };
	const reader = () => token(['Application.Read.All']);
	const expired = () => token([OWNED_BY], { lifeSeconds: -1 });
	const refusals: readonly (readonly [string, () => GraphQuestion, number, string])[] = [
		['no token of its own', () => ({ token: emulator.entra.issue() }), 401, 'InvalidAuthenticationToken'],
		['an unknown token', () => ({ token: 'x' }), 401, 'InvalidAuthenticationToken'],
		['a token that is over', () => ({ token: expired() }), 401, 'InvalidAuthenticationToken'],
		['a caller without a permission', () => ({ token: token([]) }), 403, 'Authorization_RequestDenied'],
		['a reader that writes', () => ({ ...add, token: reader() }), 403, 'Authorization_RequestDenied'],
		['an unknown application', () => ({ id: `(appId='${TENANT_ID}')` }), 404, 'Request_ResourceNotFound'],
		['another path', () => ({ id: '/x/y' }), 400, 'BadRequest'],
		['a body that is no JSON', () => ({ ...add, body: 'x' }), 400, 'Request_BadRequest'],
		['a body of another type', () => ({ ...add, contentType: 'text/plain' }), 400, 'Request_BadRequest'],
		['a removal that names none', () => ({ ...add, operation: 'removePassword' }), 400, 'Request_BadRequest'],
		[
			'an end that is no date',
			() => ({ ...add, body: { passwordCredential: { endDateTime: 'x' } } }),
			400,
			'Request_BadRequest',
		],
		[
			'an end in the past',
			() => ({ ...add, body: { passwordCredential: { endDateTime: '2020-01-01T00:00:00Z' } } }),
			400,
			'Request_BadRequest',
		],
	];
	for (const [what, request, status, code] of refusals) {
		it(what, async () => {
			const reply = await askGraph(request());
			assert.deepEqual([reply.status, reply.json.error.code], [status, code]);
			assert.equal(reply.json.error.innerError['request-id'], reply.headers['request-id']);
		});
	}

	it('whoever is no owner, but not whoever may change all', async () => {
		emulator.entra.app(TENANT_ID, APP_ID).owners = [];
		assert.equal((await askGraph(add)).status, 403);
		assert.equal((await askGraph()).status, 200);
		assert.equal((await askGraph({ ...add, token: token(['Application.ReadWrite.All']) })).status, 200);
	});

	it("what the tenant's policy forbids", async () => {
		const forbidden = { CredentialInvalidLifetime: { maxDays: 30 }, CredentialTypeNotAllowed: { forbidden: true } };
		for (const [code, policy] of Object.entries(forbidden)) {
			emulator.entra.app(TENANT_ID, APP_ID).passwordPolicy = policy;
			assert.equal((await askGraph(add)).json.error.code, `${code}AsPerAppPolicy`);
		}
	});

	it('what an application that is full, or a used-up quota, leaves no room for', async () => {
		const app = emulator.entra.app(TENANT_ID, APP_ID);
		const limits = {
			TooManyAppPasswords: { maxPasswords: app.passwords.all.length },
			Directory_ResourceSizeExceeded: { isFull: true },
			Directory_QuotaExceeded: { isQuotaExceeded: true },
		};
		for (const [code, graphLimits] of Object.entries(limits)) {
			app.graphLimits = graphLimits;
			assert.equal((await askGraph(add)).json.error.code, code);
		}
	});

	it('changes that meet another one, so many times, but no reading', async () => {
		emulator.entra.app(TENANT_ID, APP_ID).graphLimits = { conflicts: 1 };
		assert.equal((await askGraph()).status, 200);
		assert.equal((await askGraph(add)).json.error.code, 'Directory_ConcurrencyViolation');
		assert.equal((await askGraph(add)).status, 200);
	});

	it('a caller without a service principal, and an application that it does not know yet', async () => {
		emulator.entra.app().graphLimits = { hasNoIdentity: true };
		assert.equal((await askGraph()).json.error.code, 'Authorization_IdentityNotFound');
		emulator.entra.app().graphLimits = {};
		emulator.entra.app(TENANT_ID, APP_ID).knownFromMs = { graph: nowMs + 1_000, signIn: nowMs + 2_000 };
		assert.equal((await askGraph()).json.error.code, 'Request_ResourceNotFound');
		nowMs += 1_000;
		assert.equal((await askGraph()).status, 200);
		const form = { client_id: APP_ID, client_secret: 'own', scope: `${GRAPH}/.default` };
		assert.deepEqual((await askToken(emulator, form)).json.error_codes, [700016]);
		nowMs += 1_000;
		assert.equal((await askToken(emulator, form)).status, 200);
	});
});
