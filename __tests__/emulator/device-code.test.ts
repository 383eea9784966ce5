// The emulated device code flow: a person decides, and a client must not be in haste.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, askToken, type Reply } from './ask.js';
import { DEVICE_CODE_GRANT, PERSON_ID } from './device-code.js';
import { CLIENT_ID, TENANT_ID } from './directory.js';
import { type Emulator, startEmulator } from './emulator.js';
import { readJwt } from './jwt.js';

const SCOPE = 'https://vault.azure.net/user_impersonation';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());
beforeEach(() => {
	emulator.entra.app().publicClient = true;
	Object.assign(emulator.deviceCodes.options, {
		outcome: 'approve',
		pendingPolls: 1,
		intervalSeconds: 0,
		lifeSeconds: 900,
	});
});

function start(scope = SCOPE): Promise<Reply> {
	return ask(emulator, {
		url: `${emulator.authorityHost}/${TENANT_ID}/oauth2/v2.0/devicecode`,
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ client_id: CLIENT_ID, scope }).toString(),
	});
}

function poll(code: string): Promise<Reply> {
	const fields = { grant_type: DEVICE_CODE_GRANT, client_secret: undefined, scope: undefined, device_code: code };
	return askToken(emulator, fields);
}

it('gives a delegated token once a person has approved, and gives it once', async () => {
	const { status, json } = await start(`${SCOPE} offline_access openid profile`);
	assert.deepEqual([status, json.interval, json.expires_in], [200, 0, 900]);
	assert.match(json.user_code, /^[A-Z0-9]{9}$/);
	assert.match(json.verification_uri, /^https:\/\//);
	assert.deepEqual(emulator.deviceCodes.codes, [json.device_code]);
	const pending = await poll(json.device_code);
	assert.deepEqual([pending.status, pending.json.error], [400, 'authorization_pending']);
	const approved = await poll(json.device_code);
	assert.equal(approved.status, 200);
	const claims = readJwt(approved.json.access_token)?.claims;
	assert.deepEqual([claims?.['scp'], claims?.['oid'], claims?.['appid']], ['user_impersonation', PERSON_ID, CLIENT_ID]);
	assert.equal(claims?.['aud'], 'https://vault.azure.net');
	assert.equal((await poll(json.device_code)).json.error, 'bad_verification_code');
});

it('ends if the person declines', async () => {
	Object.assign(emulator.deviceCodes.options, { outcome: 'decline', pendingPolls: 0 });
	const { json } = await start();
	assert.equal((await poll(json.device_code)).json.error, 'authorization_declined');
});

it("ends with the code's life", async () => {
	Object.assign(emulator.deviceCodes.options, { outcome: 'nothing', lifeSeconds: 0 });
	const { json } = await start();
	assert.equal((await poll(json.device_code)).json.error, 'expired_token');
});

it('slows down a client that asks before its time', async () => {
	emulator.deviceCodes.options.intervalSeconds = 60;
	const { json } = await start();
	assert.equal((await poll(json.device_code)).json.error, 'slow_down');
	emulator.deviceCodes.options.intervalSeconds = 0.12;
	await sleep(30);
	assert.equal((await poll(json.device_code)).json.error, 'authorization_pending');
});

it('refuses a client that is not public, a code of nobody, and any other scope', async () => {
	emulator.entra.app().publicClient = false;
	emulator.deviceCodes.options.pendingPolls = 0;
	const { json } = await start();
	assert.equal((await poll(json.device_code)).json.error_codes[0], 7000218);
	assert.equal((await poll('x')).json.error, 'bad_verification_code');
	assert.equal((await start('https://vault.azure.net/.default')).json.error, 'invalid_scope');
});
