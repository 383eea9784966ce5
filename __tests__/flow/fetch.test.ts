// The root action's story, if it ends well.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SecretText } from '../../src/secret-text.js';
import { response } from '../support/make-ports.js';
import { EXO } from '../support/throw-away.js';
import { AUTHORITY_URL, CLIENT_SECRET, PFX, runAction, secretAnswer, VAULT_URL, VERSION } from './scripted-vault.js';

describe('fetchObjects', () => {
	// Promise: P1
	it('needs one request for the token, one a secret and two a certificate, and no more', async () => {
		const run = await runAction({ secrets: 'sql\napi', certificates: 'exo' });
		assert.equal(run.succeeded, true);
		assert.deepEqual([...run.urls].sort(), [
			`${VAULT_URL}/certificates/exo?api-version=7.4`,
			`${VAULT_URL}/secrets/api?api-version=7.4`,
			`${VAULT_URL}/secrets/exo/${VERSION}?api-version=7.4`,
			`${VAULT_URL}/secrets/sql?api-version=7.4`,
			`${AUTHORITY_URL}/contoso.onmicrosoft.com/oauth2/v2.0/token`,
		]);
		assert.equal(run.urls[0], `${AUTHORITY_URL}/contoso.onmicrosoft.com/oauth2/v2.0/token`);
		assert.deepEqual(run.log.annotations, []);
	});

	it('sets the outputs of every line, and the two that are always there', async () => {
		const run = await runAction(
			{ secrets: 'SQL_PASSWORD = sql, api', certificates: 'EXO = exo' },
			{ answers: { '/secrets/exo': secretAnswer('exo', { value: PFX }) } },
		);
		const { 'EXO-cer': cer, ...outputs } = Object.fromEntries(run.files.outputs);
		assert.deepEqual(outputs, {
			SQL_PASSWORD: 'value of sql',
			api: 'value of api',
			EXO: PFX,
			'EXO-thumbprint': EXO.thumbprint,
			'EXO-subject': EXO.subject,
			'EXO-expires-on': '',
			'EXO-version': VERSION,
			secrets: '{"SQL_PASSWORD":"value of sql","api":"value of api"}',
			expiring: '[]',
		});
		assert.match(cer ?? '', /^-----BEGIN CERTIFICATE-----\n/);
	});

	it('says of a secret that backs a certificate if there is more to have', async () => {
		const id = `${VAULT_URL}/secrets/exo/${VERSION}`;
		const managed = response(200, { id, value: PFX, attributes: { enabled: true }, managed: true });
		const run = await runAction({ secrets: 'exo' }, { answers: { '/secrets/exo': managed } });
		assert.match(run.log.lines.at(-1) ?? '', /^ {4}.*certificates/);
	});

	it('fetches once what is named twice, in whatever case', async () => {
		const run = await runAction({ secrets: 'sql\nA = SQL\nB = sql' });
		assert.equal(run.urls.length, 2);
		assert.deepEqual(
			['sql', 'A', 'B'].map((name) => run.files.outputs.get(name)?.toLowerCase()),
			Array(3).fill('value of sql'),
		);
	});

	it('says who signed in and how, what was fetched, its version and expiry, and where it went', async () => {
		const exp = Date.UTC(2027, 0, 2) / 1000;
		const run = await runAction(
			{ secrets: 'sql\nAPI_KEY = api' },
			{ answers: { '/secrets/api': secretAnswer('api', { exp }) } },
		);
		assert.deepEqual(run.log.lines, [
			'Signing in with client-secret (input `client-secret` is set): tenant contoso.onmicrosoft.com (input `tenant-id`), client 11111111-1111-4111-8111-111111111111 (input `client-id`).',
			'Signed in with client-secret (input `client-secret` is set): tenant contoso.onmicrosoft.com, client 11111111-1111-4111-8111-111111111111.',
			'Fetched, masked and exported:',
			`  secret sql (version ${VERSION}, no expiry) → sql`,
			`  secret api (version ${VERSION}, expires 2027-01-02T00:00:00Z) → API_KEY`,
		]);
	});

	it('has at most 8 requests on their way', async () => {
		let now = 0;
		let most = 0;
		const names = Array.from({ length: 25 }, (_, index) => `s${index}`);
		const run = await runAction(
			{ secrets: names.join('\n') },
			{
				beforeAnswer: async () => {
					now += 1;
					most = Math.max(most, now);
					for (let turn = 0; turn < 10; turn++) await Promise.resolve();
					now -= 1;
				},
			},
		);
		assert.equal(most, 8);
		assert.equal(run.urls.length, 26);
	});

	// Promise: P4
	it('sends the token to the vaults alone, and the client secret to the authority alone', async () => {
		const run = await runAction({
			secrets: 'sql\nhttps://fabrikam.vault.azure.net/secrets/api',
			certificates: 'exo',
		});
		assert.equal(run.requests.length, 5);
		for (const request of run.requests) {
			const { origin } = new URL(request.url);
			const headers = Object.values(request.headers).map((value) =>
				value instanceof SecretText ? value.reveal() : value,
			);
			const sent = decodeURIComponent([request.url, ...headers, request.body?.reveal()].join('\n'));
			assert.equal(sent.includes(CLIENT_SECRET), origin === AUTHORITY_URL, request.url);
			assert.equal(sent.includes('token-0'), origin !== AUTHORITY_URL, request.url);
			assert.ok([AUTHORITY_URL, VAULT_URL, 'https://fabrikam.vault.azure.net'].includes(origin));
		}
	});

	// Promise: H3
	it('renews a token that the vault refuses once, for all who wait', async () => {
		const unauthorized = response(401, { error: { code: 'Unauthorized', message: 'AKV10001: expired' } });
		const answer = (request: { headers: Readonly<Record<string, unknown>> }, name: string) => {
			const authorization = request.headers['authorization'];
			const isFirst = authorization instanceof SecretText && authorization.reveal() === 'Bearer token-0';
			return isFirst ? unauthorized : secretAnswer(name);
		};
		const run = await runAction(
			{ secrets: 'a\nb\nc' },
			{
				answers: Object.fromEntries(
					['a', 'b', 'c'].map((name) => [`/secrets/${name}`, (request) => answer(request, name)]),
				),
			},
		);
		assert.equal(run.succeeded, true);
		assert.equal(run.urls.filter((url) => url.startsWith(AUTHORITY_URL)).length, 2);
		assert.equal(run.urls.length, 2 + 3 + 3);
	});

	it('writes the summary, without a value, unless it is turned off', async () => {
		const run = await runAction({ secrets: 'sql' });
		assert.match(run.files.summary(), /<td>sql<\/td>/);
		assert.doesNotMatch(run.files.summary(), /value of/);
		assert.equal((await runAction({ secrets: 'sql', summary: 'false' })).files.summary(), '');
	});

	it('ignores a summary that cannot be written', async () => {
		const run = await runAction({ secrets: 'sql' }, { faults: { summaryFails: true } });
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.log.annotations, []);
		assert.equal(run.log.debugLines.at(-1), 'The job summary could not be written.');
	});
});
