// Whom an emulated vault refuses, and in which words.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, askVault } from './ask.js';
import { OBJECT_ID, TENANT_ID } from './directory.js';
import { type Emulator, startEmulator } from './emulator.js';

const V = 'api-version=7.4';
const OTHER_TENANT = '55555555-5555-4555-8555-555555555555';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

describe('who may ask a vault', () => {
	before(() => emulator.vault().setSecret('db-password', 's3cr3t'));

	it('challenges a request without a token', async () => {
		const { status, headers, json } = await ask(emulator, { url: `${emulator.vaultUrl}/secrets/db-password?${V}` });
		assert.equal(status, 401);
		assert.equal(
			headers['www-authenticate'],
			`Bearer authorization="https://login.microsoftonline.com/${TENANT_ID}", resource="https://vault.azure.net"`,
		);
		assert.deepEqual(json, {
			error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' },
		});
		assert.match(String(headers['x-ms-request-id']), GUID);
	});

	const bad: readonly (readonly [string, string, () => string])[] = [
		['an audience with a slash', 'AKV10022', () => emulator.entra.issue({ audience: 'https://vault.azure.net/' })],
		[
			'the audience of another service',
			'AKV10022',
			() => emulator.entra.issue({ audience: 'https://graph.microsoft.com' }),
		],
		['another tenant', 'AKV10032', () => emulator.entra.issue({ tenantId: OTHER_TENANT })],
		['a past life', 'AKV10001', () => emulator.entra.issue({ lifeSeconds: -1 })],
		['no known signature', 'AKV10001', () => 'eyJ0.eyJ0.AAAA'],
	];
	for (const [what, code, token] of bad) {
		it(`refuses a token with ${what}`, async () => {
			const { status, headers, json } = await askVault(emulator, `/secrets/db-password?${V}`, token());
			assert.equal(status, 401);
			assert.equal(json.error.message.slice(0, 8), code);
			assert.match(String(headers['www-authenticate']), /^Bearer authorization="/);
		});
	}

	it('takes no token any more once they were ended', async () => {
		const token = emulator.entra.issue();
		assert.equal((await askVault(emulator, `/secrets/db-password?${V}`, token)).status, 200);
		emulator.entra.expireTokens();
		assert.equal((await askVault(emulator, `/secrets/db-password?${V}`, token)).status, 401);
	});

	it('wants a known api-version', async () => {
		for (const query of ['', '?api-version=', '?api-version=6.0']) {
			const { status, json } = await askVault(emulator, `/secrets/db-password${query}`);
			assert.deepEqual([status, json.error.code], [400, 'BadParameter']);
		}
	});

	it('shows what was sent to a host that is not a vault', async () => {
		const headers = { authorization: 'Bearer leaked' };
		const { status } = await ask(emulator, { url: `${emulator.foreignUrl}/secrets/x?${V}`, headers });
		assert.equal(status, 200);
		const seen = emulator.requests.filter(({ listener }) => listener === 'foreign');
		assert.deepEqual(
			seen.map((one) => [one.path, one.headers['authorization']]),
			[['/secrets/x', 'Bearer leaked']],
		);
	});

	const denials = [
		[
			'rbac',
			'ForbiddenByRbac',
			/^Caller is not authorized to perform action on resource\.\r\n.*oid=3{8}-.*Action: 'Microsoft\.KeyVault\/vaults\/secrets\/getSecret\/action'/s,
		],
		[
			'policy',
			'ForbiddenByPolicy',
			/^The user, group or application 'appid=2{8}-.* does not have secrets get permission/,
		],
		['access-denied', 'AccessDenied', /^The user, group or application/],
		['firewall', 'ForbiddenByFirewall', /\r\nClient address: 203\.0\.113\.7\r\n/],
		['private-link', 'ForbiddenByConnection', /^Connection is not an approved private link/],
	] as const;
	for (const [kind, code, message] of denials) {
		it(`refuses with ${code}`, async () => {
			emulator.vault().deny('DB-password', kind);
			const { status, json } = await askVault(
				emulator,
				`/secrets/db-password?${V}`,
				emulator.entra.issue({ objectId: OBJECT_ID }),
			);
			emulator.vault().allowAll();
			assert.deepEqual([status, json.error.code, json.error.innererror.code], [403, 'Forbidden', code]);
			assert.match(json.error.message, message);
		});
	}
});
