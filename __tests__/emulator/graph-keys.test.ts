// The emulated Graph changes an application's certificates for who proves to have a key of it, and Entra hears of it later.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import type { App } from './application.js';
import { askInMemory, MemoryVault } from './ask-in-memory.js';
import { writeCertificate } from './certificate-writer.js';
import { DeviceCodes } from './device-code.js';
import { TENANT_ID } from './directory.js';
import { serveGraph } from './graph-endpoint.js';
import { encodeJwt, signJwt } from './jwt.js';
import { type KeyPair, makeKeyPair } from './key-pair.js';
import { serveLogin } from './token-endpoint.js';

const APP_ID = '77777777-7777-4777-8777-777777777777';
const OBJECT_ID = '88888888-8888-4888-8888-888888888888';
const AUDIENCE = '00000002-0000-0000-c000-000000000000';
const DAY_MS = 24 * 60 * 60 * 1000;
const PAIRS = { old: makeKeyPair('rsa'), new: makeKeyPair('rsa'), other: makeKeyPair('rsa') };

let world: MemoryVault;
let app: App;
const ders: Record<keyof typeof PAIRS, Buffer> = { old: Buffer.alloc(0), new: Buffer.alloc(0), other: Buffer.alloc(0) };
beforeEach(() => {
	world = new MemoryVault();
	for (const name of ['old', 'new', 'other'] as const) ders[name] = certificateOf(PAIRS[name]);
	app = world.directory.addApp(TENANT_ID, {
		clientId: APP_ID,
		objectId: OBJECT_ID,
		secret: 'x',
		certificates: [ders.old],
	});
});

function certificateOf({ publicKey, privateKey }: KeyPair, days = 90): Buffer {
	const notBeforeMs = world.nowMs - DAY_MS;
	const dates = { notBeforeMs, notAfterMs: notBeforeMs + days * DAY_MS };
	return writeCertificate({ subject: 'CN=exo', publicKey, signingKey: privateKey, ...dates });
}

function x5tOf(der: Buffer): string {
	return Buffer.from(new X509Certificate(der).fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
}

interface Proof {
	readonly by?: keyof typeof PAIRS;
	readonly header?: object;
	readonly claims?: object;
}

function proveBy({ by = 'old', header = {}, claims = {} }: Proof = {}): string {
	const now = world.nowMs / 1000;
	const meant = { aud: AUDIENCE, iss: OBJECT_ID, nbf: now, exp: now + 600, ...claims };
	return signJwt({ x5t: x5tOf(ders[by]), ...header }, meant, PAIRS[by].privateKey);
}

function graph(operation: string, body: object, token: object = {}) {
	const issued = world.directory.issue({ audience: 'https://graph.microsoft.com', clientId: APP_ID, ...token });
	const answer = serveGraph(world.directory, {
		method: 'POST',
		host: 'graph.microsoft.com',
		path: `/v1.0/applications/${OBJECT_ID}/${operation}`,
		query: new URLSearchParams(),
		headers: { authorization: `Bearer ${issued}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return { ...answer, json: answer.body.length === 0 ? undefined : JSON.parse(String(answer.body)) };
}

function addKey(proof = proveBy(), change: object = {}, token: object = {}) {
	const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key: ders.new.toString('base64'), ...change };
	return graph('addKey', { keyCredential, passwordCredential: null, proof }, token);
}

/** Returns Entra's reply to an assertion: `token`, or the number of its error. */
function signIn(by: keyof typeof PAIRS): string | number {
	const now = world.nowMs / 1000;
	const path = `/${TENANT_ID}/oauth2/v2.0/token`;
	const aud = `https://login.microsoftonline.com${path}`;
	const claims = { aud, iss: APP_ID, sub: APP_ID, jti: randomUUID(), nbf: now, exp: now + 600 };
	const form = {
		grant_type: 'client_credentials',
		client_id: APP_ID,
		scope: 'https://graph.microsoft.com/.default',
		client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
		client_assertion: signJwt({ x5t: x5tOf(ders[by]) }, claims, PAIRS[by].privateKey),
	};
	const login = { directory: world.directory, deviceCodes: new DeviceCodes() };
	const { body } = serveLogin(login, {
		method: 'POST',
		host: 'login.microsoftonline.com',
		path,
		query: new URLSearchParams(),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(form).toString(),
	});
	return JSON.parse(String(body)).error_codes?.[0] ?? 'token';
}

function refusalOf({ status, json }: ReturnType<typeof graph>): readonly unknown[] {
	return [status, json.error.code];
}

describe('the certificates of an application', () => {
	it('are added and removed by the application itself, which has no permission', () => {
		const added = addKey();
		assert.equal(added.status, 200);
		const { keyId, endDateTime, usage, type, key } = added.json;
		assert.deepEqual([usage, type, key], ['Verify', 'AsymmetricX509Cert', null]);
		assert.equal(Date.parse(endDateTime), Date.parse(new X509Certificate(ders.new).validTo));
		assert.deepEqual([signIn('old'), signIn('new'), signIn('other')], ['token', 'token', 700027]);
		const [old] = app.keys.all;
		assert.equal(graph('removeKey', { keyId: old?.keyId, proof: proveBy({ by: 'new' }) }).status, 204);
		assert.deepEqual([signIn('old'), signIn('new')], [700027, 'token']);
		assert.deepEqual(refusalOf(graph('removeKey', { keyId: old?.keyId, proof: proveBy({ by: 'new' }) }))[0], 400);
		app.keys.absentStatus = 404;
		assert.equal(graph('removeKey', { keyId: old?.keyId, proof: proveBy({ by: 'new' }) }).status, 404);
		assert.deepEqual(
			app.keys.all.map((one) => one.keyId),
			[keyId],
		);
	});

	it('are known to each node of Entra after a time of its own', () => {
		app.keys.nodeDelaysMs = [0, 60_000];
		const { keyId } = addKey().json;
		assert.deepEqual([signIn('new'), signIn('new')], ['token', 700027]);
		world.advance(60_000);
		assert.deepEqual([signIn('new'), signIn('new')], ['token', 'token']);
		graph('removeKey', { keyId, proof: proveBy() });
		world.advance(1);
		assert.deepEqual([signIn('new'), signIn('new')], [700027, 'token']);
	});

	it('are known to Graph after a time as well', () => {
		app.keys.graphLagMs = 5_000;
		const { keyId } = addKey().json;
		assert.equal(graph('removeKey', { keyId, proof: proveBy() }).status, 400);
		assert.deepEqual(refusalOf(addKey(proveBy({ by: 'new' }))), [401, 'Authentication_MissingOrMalformed']);
		world.advance(5_000);
		assert.equal(graph('removeKey', { keyId, proof: proveBy({ by: 'new' }) }).status, 204);
	});

	it('sign nothing before or after their life, and prove nothing', () => {
		world.advance(90 * DAY_MS);
		assert.equal(signIn('old'), 700027);
		assert.deepEqual(refusalOf(addKey()), [401, 'Authentication_MissingOrMalformed']);
		world.advance(-92 * DAY_MS);
		assert.equal(signIn('old'), 700027);
	});

	const bad: Readonly<Record<string, () => string | undefined>> = {
		'without a proof': () => undefined,
		'by no token': () => 'proof',
		'by a key of nobody': () => proveBy({ by: 'other' }),
		'by another key than it names': () => proveBy({ by: 'other', header: { x5t: x5tOf(ders.old) } }),
		'for Microsoft Graph': () => proveBy({ claims: { aud: '00000003-0000-0000-c000-000000000000' } }),
		'by the client ID': () => proveBy({ claims: { iss: APP_ID } }),
		'for longer than ten minutes': () => proveBy({ claims: { exp: world.nowMs / 1000 + 601 } }),
		'that is over': () => proveBy({ claims: { nbf: world.nowMs / 1000 - 1000, exp: world.nowMs / 1000 - 400 } }),
		'that is not yet': () => proveBy({ claims: { nbf: world.nowMs / 1000 + 400, exp: world.nowMs / 1000 + 900 } }),
		'without an end': () => proveBy({ claims: { exp: undefined } }),
		'with padding': () => {
			const [header = '', ...rest] = proveBy().split('.');
			return [`${header}=`, ...rest].join('.');
		},
		'by PS256': () => {
			const now = world.nowMs / 1000;
			const claims = { aud: AUDIENCE, iss: OBJECT_ID, nbf: now, exp: now + 600 };
			const text = encodeJwt({ alg: 'PS256', typ: 'JWT', x5t: x5tOf(ders.old) }, claims);
			const key = {
				key: createPrivateKey(PAIRS.old.privateKey.export({ format: 'pem', type: 'pkcs8' })),
				padding: 6,
				saltLength: 32,
			};
			return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
		},
	};
	for (const [what, proof] of Object.entries(bad)) {
		it(`are not changed ${what}`, () => {
			const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key: ders.new.toString('base64') };
			const refused = graph('addKey', { keyCredential, proof: proof() });
			assert.deepEqual(refusalOf(refused), [401, 'Authentication_MissingOrMalformed']);
			const { keyId } = app.keys.all[0] ?? assert.fail();
			assert.equal(graph('removeKey', { keyId, proof: proof() }).status, 401);
		});
	}

	it('are not changed by others without a permission, nor for a person', () => {
		const denied = [403, 'Authorization_RequestDenied'];
		assert.deepEqual(refusalOf(addKey(proveBy(), {}, { clientId: randomUUID() })), denied);
		assert.deepEqual(refusalOf(addKey(proveBy(), {}, { scp: 'Application.ReadWrite.All' })), denied);
		const roles = ['Application.ReadWrite.All'];
		assert.equal(addKey(proveBy(), {}, { clientId: randomUUID(), roles }).status, 200);
	});

	it('are of one kind, hold a certificate, and keep to the policy of the tenant', () => {
		for (const change of [{ type: 'Symmetric' }, { usage: 'Sign' }, { key: 'AAAA' }, { key: undefined }, { key: '-' }])
			assert.deepEqual(refusalOf(addKey(proveBy(), change)), [400, 'Request_BadRequest'], JSON.stringify(change));
		app.keyPolicy = { maxDays: 30 };
		assert.deepEqual(refusalOf(addKey())[1], 'CredentialInvalidLifetimeAsPerAppPolicy');
		app.keyPolicy = { maxDays: 90 };
		assert.equal(addKey().status, 200);
	});

	it('may be those of a vault, whose key signs the proof without leaving it', () => {
		const notBefore = new Date(world.nowMs - DAY_MS);
		const { certificate } = world.store.setCertificate('exo', { exportable: false, notBefore });
		app.keys.add(certificate.der);
		const now = world.nowMs / 1000;
		const claims = { aud: AUDIENCE, iss: OBJECT_ID, nbf: now, exp: now + 600 };
		const text = encodeJwt({ alg: 'RS256', typ: 'JWT', x5t: x5tOf(certificate.der) }, claims);
		const value = createHash('sha256').update(text).digest('base64url');
		const { json } = askInMemory(world, 'POST', '/keys/exo/sign', { alg: 'RS256', value });
		assert.equal(addKey(`${text}.${json.value}`).status, 200);
	});
});
