// Signing in as part of the story: the tenant that is left out, who is told of, what is renewed, and when time begins.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPem } from '../../src/certificate/pem.js';
import { fetchObjects } from '../../src/flow/fetch.js';
import type { HttpRequest } from '../../src/ports.js';
import { issued, PASSWORD, PEM, pfx } from '../support/given-certificate.js';
import { type Answer, makeInputs, makePorts, response, scriptTransport } from '../support/make-ports.js';
import { makeJwt } from '../support/sign-in-context.js';
import { secretAnswer, tokenAnswer, VAULT_URL } from './scripted-vault.js';

const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const CLIENT = '11111111-1111-4111-8111-111111111111';
const UNAUTHORIZED = response(
	401,
	{ error: { code: 'Unauthorized' } },
	{
		'www-authenticate': `Bearer authorization="https://evil.example/${TENANT}", resource="https://evil.example"`,
	},
);

interface Setting {
	readonly inputs: Readonly<Record<string, string>>;
	readonly variables?: Readonly<Record<string, string>>;
	readonly local?: readonly Answer[];
	answer(request: HttpRequest, index: number): Answer;
}

async function run({ inputs, variables = {}, local = [], answer }: Setting) {
	const given = { keyvault: 'contoso', secrets: 'sql', ...inputs };
	const made = makePorts({
		inputs: makeInputs(given, variables),
		transport: scriptTransport((request, _timeoutMs, index) => answer(request, index)).transport,
		localTransport: scriptTransport(local).transport,
	});
	return { ...made, succeeded: await fetchObjects(made.ports) };
}

describe('a tenant that is left out', () => {
	// Promise: N6
	it('is the one that the vault names, and nothing else of its challenge is believed', async () => {
		const { succeeded, requests, log } = await run({
			inputs: { 'client-id': CLIENT, 'client-secret': 's3cret' },
			answer: ({ url, headers }) => {
				if (url.includes('/oauth2/')) return tokenAnswer('token-1');
				return headers['authorization'] === undefined ? UNAUTHORIZED : secretAnswer('sql');
			},
		});
		assert.ok(succeeded, JSON.stringify(log.annotations));
		assert.deepEqual(
			requests.map(({ url }) => url),
			[
				`${VAULT_URL}/secrets/sql?api-version=7.4`,
				`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
				`${VAULT_URL}/secrets/sql?api-version=7.4`,
			],
		);
		assert.deepEqual(log.lines.slice(0, 3), [
			`Signing in with client-secret (input \`client-secret\` is set): tenant not set, so the vault names it, client ${CLIENT} (input \`client-id\`).`,
			`contoso.vault.azure.net names tenant ${TENANT}.`,
			`Signed in with client-secret (input \`client-secret\` is set): tenant ${TENANT}, client ${CLIENT}.`,
		]);
	});
});

describe('the log', () => {
	it('names whom the token names', async () => {
		const jwt = makeJwt({ tid: TENANT, appid: CLIENT });
		const { log } = await run({ inputs: { 'access-token': jwt }, answer: () => secretAnswer('sql') });
		assert.equal(
			log.lines[1],
			`Signed in with access-token (input \`access-token\` is set): tenant ${TENANT}, client ${CLIENT}.`,
		);
		assert.ok(log.debugLines.includes(`Access token: tid = ${TENANT}`));
	});

	it('says so if nothing names anyone', async () => {
		const { log } = await run({ inputs: { 'access-token': 'opaque' }, answer: () => secretAnswer('sql') });
		assert.equal(log.lines[0], 'Signing in with access-token (input `access-token` is set).');
		assert.match(log.lines[1] ?? '', /tenant unknown, client unknown\.$/);
	});
});

describe('a client certificate', () => {
	const signIn = (certificate: string, password = '') =>
		run({
			inputs: {
				'tenant-id': TENANT,
				'client-id': CLIENT,
				'client-certificate': certificate,
				'client-certificate-password': password,
			},
			answer: ({ url }) => (url.includes('/oauth2/') ? tokenAnswer('t-1') : secretAnswer('sql')),
		});

	// Promise: L5
	it('has its private key hidden before the first request, as PEM and as bytes, and its public part not', async () => {
		const { succeeded, events, log } = await signIn(PEM);
		assert.ok(succeeded, JSON.stringify(log.annotations));
		const first = events.findIndex(({ kind }) => kind === 'request');
		const before = events.slice(0, first).flatMap(({ kind, text }) => (kind === 'mask' ? [text] : []));
		const keyLines = toPem('PRIVATE KEY', issued.pkcs8).trim().split('\n').slice(1, -1);
		for (const hidden of [...keyLines, issued.pkcs8.toString('base64'), issued.pkcs8.toString('base64url')]) {
			assert.ok(before.includes(hidden), hidden);
		}
		const publicLines = toPem('CERTIFICATE', issued.certificate).trim().split('\n');
		assert.ok(!publicLines.some((line) => log.masks.includes(line)));
	});

	it('in a PFX has that hidden in the forms of its bytes, and its password', async () => {
		const bytes = pfx(PASSWORD);
		const { succeeded, log } = await signIn(bytes.toString('base64'), PASSWORD);
		assert.ok(succeeded, JSON.stringify(log.annotations));
		const forms = [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('base64').slice(0, 76)];
		for (const hidden of [...forms, issued.pkcs8.toString('base64'), PASSWORD]) assert.ok(log.masks.includes(hidden));
		assert.deepEqual(log.annotations, []);
	});

	for (const password of ['x', 'localhost']) {
		it(`with the password "${password}" is hidden all the same, with a warning`, async () => {
			const { log } = await signIn(pfx(password).toString('base64'), password);
			assert.ok(log.masks.includes(password));
			assert.deepEqual(
				log.annotations.map(({ level, title }) => [level, title]),
				[['warning', 'Short or common sign-in secret']],
			);
		});
	}

	it('under the empty password has nothing to hide for that', async () => {
		const { log } = await signIn(pfx('').toString('base64'));
		assert.ok(!log.masks.includes(''));
	});
});

describe('a token that the vault refuses', () => {
	it('is asked for once more if that can help', async () => {
		const tokens = ['mi-1', 'mi-2'].map((token) => response(200, { access_token: token, expires_on: '1' }));
		const { succeeded, masks, requests } = await run({
			inputs: { 'auth-method': 'managed-identity' },
			local: tokens,
			answer: (_request, index) => (index === 0 ? UNAUTHORIZED : secretAnswer('sql')),
		}).then((made) => ({ ...made, masks: made.log.masks }));
		assert.ok(succeeded);
		assert.equal(requests.length, 2);
		assert.ok(masks.includes('mi-1') && masks.includes('mi-2'));
	});

	it('is not if the workflow gave it', async () => {
		const { succeeded, requests } = await run({ inputs: { 'access-token': 'opaque' }, answer: () => UNAUTHORIZED });
		assert.ok(!succeeded);
		assert.equal(requests.length, 1);
	});
});

describe('the time of the step', () => {
	// Promise: H1
	it('begins once a person has approved', async () => {
		const code = {
			device_code: 'd',
			user_code: 'ABCD',
			verification_uri: 'https://x.example',
			expires_in: 900,
			interval: 60,
		};
		let polls = 0;
		const { succeeded, time } = await run({
			inputs: { 'auth-method': 'device-code', 'tenant-id': TENANT, 'client-id': CLIENT },
			answer: ({ url }) => {
				if (url.endsWith('/devicecode')) return response(200, code);
				if (url.endsWith('/token'))
					return ++polls < 5 ? response(400, { error: 'authorization_pending' }) : tokenAnswer('t');
				return secretAnswer('sql');
			},
		});
		assert.ok(succeeded);
		assert.deepEqual(time.sleeps, Array(5).fill(60_000));
	});
});
