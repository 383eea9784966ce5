// The token action's story, if it ends well.
import assert from 'node:assert/strict';
import { constants, createHash, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { SecretText } from '../../src/secret-text.js';
import { response } from '../support/make-ports.js';
import { VAULT_URL, VERSION } from '../support/run-fetch-items.js';
import { certificateBundle, SIGNING } from '../support/signers.js';
import {
	CLIENT_ID,
	CLIENT_SECRET,
	EXO,
	formOf,
	GRAPH,
	purposeOf,
	runAction,
	tokenAnswer,
	tokenOf,
} from './scripted-signer.js';

const APP_ID = '55555555-5555-4555-8555-555555555555';

type Run = Awaited<ReturnType<typeof runAction>>;

/** The form of the request for a scope. */
function formFor(run: Run, scope: string): URLSearchParams {
	return formOf(run.requests.find((request) => purposeOf(request) === scope) ?? assert.fail(scope));
}

function decode(part: string | undefined): Record<string, unknown> {
	return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
}

describe('mintTokens', () => {
	it('signs in, reads the certificate, has one digest signed, and asks for one token a scope', async () => {
		const run = await runAction();
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, ['sign-in', 'certificate', 'sign', EXO, GRAPH]);
		assert.deepEqual(
			run.requests.map(({ url }) => url),
			[
				'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
				`${VAULT_URL}/certificates/exo?api-version=7.4`,
				`${VAULT_URL}/keys/exo/${VERSION}/sign?api-version=7.4`,
				'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
				'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
			],
		);
		assert.deepEqual(run.log.annotations, []);
	});

	it('sets token and end of each line, in the order of the lines', async () => {
		const { files } = await runAction({ scopes: `B = ${GRAPH}\nA-1 = ${EXO}` });
		assert.deepEqual(
			[...files.outputs],
			[
				['B', tokenOf(GRAPH)],
				['B-expires-on', '2026-01-01T00:59:59Z'],
				['A-1', tokenOf(EXO)],
				['A-1-expires-on', '2026-01-01T00:59:59Z'],
			],
		);
		assert.deepEqual([...files.variables], []);
	});

	it('proves the application by one assertion for all scopes, with the certificate in the vault', async () => {
		const run = await runAction({ 'app-id': APP_ID, 'app-tenant-id': 'fabrikam.com' });
		const [exo, graph] = [EXO, GRAPH].map((scope) => formFor(run, scope)) as [URLSearchParams, URLSearchParams];
		assert.deepEqual([exo.get('client_id'), graph.get('client_id')], [APP_ID, APP_ID]);
		const assertion = exo.get('client_assertion') ?? '';
		assert.equal(graph.get('client_assertion'), assertion);
		const [header, claims, signature = ''] = assertion.split('.');
		const thumbprint = createHash('sha256').update(SIGNING.der).digest('base64url');
		assert.deepEqual(decode(header), { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint });
		const { aud, iss, sub } = decode(claims);
		const endpoint = 'https://login.microsoftonline.com/fabrikam.com/oauth2/v2.0/token';
		assert.deepEqual([aud, iss, sub], [endpoint, APP_ID, APP_ID]);
		assert.deepEqual(
			run.requests.slice(3).map(({ url }) => url),
			[endpoint, endpoint],
		);
		const key = { key: SIGNING.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
		assert.ok(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')));
	});

	it('is for the application that signs in, and in its tenant, if nothing else is said', async () => {
		const run = await runAction();
		assert.equal(formFor(run, EXO).get('client_id'), CLIENT_ID);
		const byVariable = await runAction(
			{ 'client-id': '', 'tenant-id': '' },
			{ variables: { AZURE_CLIENT_ID: APP_ID, AZURE_TENANT_ID: 'fabrikam.com' } },
		);
		assert.equal(formFor(byVariable, EXO).get('client_id'), APP_ID);
		assert.match(byVariable.requests.at(-1)?.url ?? '', /\/fabrikam\.com\//);
	});

	it('finds application and tenant in a token that it is given, and the tenant in the challenge', async () => {
		const { token, claims } = givenToken();
		const given = { 'client-id': '', 'tenant-id': '', 'client-secret': '', 'access-token': token };
		const run = await runAction(given);
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, ['certificate', 'sign', EXO, GRAPH]);
		assert.equal(formFor(run, EXO).get('client_id'), claims.appid);
		assert.match(run.requests.at(-1)?.url ?? '', new RegExp(`/${claims.tid}/`));
		const discovered = await runAction({ 'tenant-id': '' });
		assert.deepEqual(discovered.purposes, ['challenge', 'sign-in', 'certificate', 'sign', EXO, GRAPH]);
		assert.match(discovered.requests.at(-1)?.url ?? '', /\/discovered\.example\//);
	});

	it('goes by the inputs rather than by a token that it is given', async () => {
		const { token } = givenToken();
		const run = await runAction({ 'client-secret': '', 'access-token': token });
		assert.equal(formFor(run, EXO).get('client_id'), CLIENT_ID);
		assert.match(run.requests.at(-1)?.url ?? '', /\/contoso\.onmicrosoft\.com\//);
	});

	it('mints once for two names of one scope', async () => {
		const run = await runAction({ scopes: `A = ${EXO}\nB = ${EXO}\nA = ${EXO}` });
		assert.deepEqual(run.purposes, ['sign-in', 'certificate', 'sign', EXO]);
		assert.deepEqual([...run.files.outputs.keys()], ['A', 'A-expires-on', 'B', 'B-expires-on']);
		assert.equal(run.files.outputs.get('A'), run.files.outputs.get('B'));
	});

	// Promise: H2
	it('reads no secret, and sends nothing to the key but 32 bytes of digest', async () => {
		const run = await runAction();
		assert.ok(run.requests.every(({ url }) => !url.includes('/secrets')));
		const signing = run.requests.filter((request) => purposeOf(request) === 'sign');
		assert.equal(signing.length, 1);
		const { alg, value, ...more } = JSON.parse(signing[0]?.body?.reveal() ?? '');
		assert.deepEqual([alg, Buffer.from(value, 'base64url').length, more], ['PS256', 32, {}]);
	});

	// Promise: P4
	it("sends the vault's token to the vault alone, the assertion and the client secret to the authority alone", async () => {
		const run = await runAction();
		const assertion = formFor(run, EXO).get('client_assertion') ?? '';
		for (const request of run.requests) {
			const headers = Object.values(request.headers).map((value) =>
				value instanceof SecretText ? value.reveal() : value,
			);
			const sent = decodeURIComponent([request.url, ...headers, request.body?.reveal()].join('\n'));
			const toVault = new URL(request.url).origin === VAULT_URL;
			assert.equal(sent.includes('token-of-the-vault'), toVault);
			assert.equal(sent.includes(CLIENT_SECRET), purposeOf(request) === 'sign-in');
			assert.equal(sent.includes(assertion), !toVault && purposeOf(request) !== 'sign-in');
		}
	});

	it('masks assertion and tokens before anything else can show them', async () => {
		const run = await runAction();
		const assertion = formFor(run, EXO).get('client_assertion') ?? '';
		const before = (text: string, kind: string, name?: string) => {
			const mask = run.events.findIndex((event) => event.kind === 'mask' && event.text === text);
			const use = run.events.findIndex((event) => event.kind === kind && (name === undefined || event.name === name));
			assert.ok(mask >= 0 && use >= 0 && mask < use, `${kind} ${name}`);
		};
		for (const scope of [EXO, GRAPH]) before(tokenOf(scope), 'output', 'EXO');
		before(Buffer.from(`${tokenOf(EXO)}\n`).toString('base64'), 'output', 'EXO');
		const masked = run.events.findIndex(({ kind, text }) => kind === 'mask' && text === assertion);
		const sent = run.events.flatMap(({ kind }, index) => (kind === 'request' ? [index] : []));
		assert.ok(masked >= 0 && masked < (sent[3] ?? 0), 'the assertion was sent before it was masked');
		const shown = [...run.log.lines, ...run.log.debugLines, run.files.summary()].join('\n');
		for (const secret of [assertion, tokenOf(EXO), tokenOf(GRAPH), 'token-of-the-vault', CLIENT_SECRET])
			assert.ok(!shown.includes(secret));
	});

	it('has at most 8 requests on their way', async () => {
		let now = 0;
		let most = 0;
		const scopes = Array.from({ length: 20 }, (_, index) => `T${index} = api://app-${index}/.default`);
		const answers = Object.fromEntries(scopes.map((line) => [line.split(' = ')[1], tokenAnswer('t')]));
		const run = await runAction(
			{ scopes: scopes.join('\n') },
			{
				answers,
				beforeAnswer: async () => {
					now += 1;
					most = Math.max(most, now);
					for (let turn = 0; turn < 10; turn++) await Promise.resolve();
					now -= 1;
				},
			},
		);
		assert.equal(run.succeeded, true);
		assert.equal(most, 8);
	});

	it("renews the vault's token once if it is refused", async () => {
		let refusals = 1;
		const certificate = () => (refusals-- > 0 ? response(401) : certificateBundle());
		const run = await runAction({}, { answers: { certificate } });
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, ['sign-in', 'certificate', 'sign-in', 'certificate', 'sign', EXO, GRAPH]);
	});
});

function givenToken() {
	const claims = { appid: APP_ID, tid: '77777777-7777-4777-8777-777777777777' };
	const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
	return { token: `e30.${payload}.c2ln`, claims };
}
