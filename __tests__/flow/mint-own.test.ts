// Tokens of the identity that signs in: no certificate, no vault, one proof for all scopes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Machine } from '../../src/ports.js';
import { PEM } from '../support/given-certificate.js';
import { makeMachine, response, scriptTransport } from '../support/make-ports.js';
import { makeJwt } from '../support/sign-in-context.js';
import {
	CLIENT_ID,
	EXO,
	FIVE,
	fiveLines,
	formOf,
	GRAPH,
	NO_SECRET,
	OIDC,
	OWN,
	type RunOptions,
	refused,
	runAction,
	TEAMS,
	tokenOf,
} from './scripted-signer.js';

const own = (inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}) =>
	runAction({ ...OWN, ...inputs }, options);

type Run = Awaited<ReturnType<typeof runAction>>;

/** What each token request proves itself with. */
function proofsOf({ requests }: Run): readonly (string | null)[] {
	const forms = requests.filter(({ method }) => method === 'POST').map(formOf);
	return forms.map((form) => form.get('client_assertion') ?? form.get('client_secret'));
}

describe('tokens without a certificate', () => {
	// Promise: P4
	it('are asked for by the sign-in itself, once per scope, and no vault is spoken to', async () => {
		const run = await own();
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, [EXO, GRAPH]);
		assert.deepEqual(
			[...run.files.outputs],
			[
				['EXO', tokenOf(EXO)],
				['EXO-expires-on', '2026-01-01T00:59:59Z'],
				['GRAPH', tokenOf(GRAPH)],
				['GRAPH-expires-on', '2026-01-01T00:59:59Z'],
			],
		);
		assert.deepEqual(run.log.annotations, []);
	});

	it('have one ID token for all scopes', async () => {
		const run = await runAction({ ...NO_SECRET, scopes: fiveLines }, { variables: OIDC });
		assert.deepEqual(run.purposes, ['id-token', ...FIVE]);
		assert.equal(new Set(proofsOf(run)).size, 1);
		assert.equal(run.log.masks.filter((mask) => mask === proofsOf(run)[0]).length, 1);
	});

	it('have one assertion by the client certificate for all scopes, also where one is asked for again', async () => {
		let busy = 1;
		const answers = {
			[GRAPH]: () => (busy-- > 0 ? response(503) : response(200, { access_token: 't', expires_in: 60 })),
		};
		const run = await runAction({ ...NO_SECRET, 'client-certificate': PEM }, { answers });
		assert.deepEqual(run.purposes, [EXO, GRAPH, GRAPH]);
		assert.equal(new Set(proofsOf(run)).size, 1);
	});

	it('have the token file read once for all scopes', async () => {
		let reads = 0;
		const machine: Machine = { ...makeMachine(), readFile: () => Buffer.from(makeJwt({ sub: `${reads++}` })) };
		const variables = { AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' };
		const run = await runAction({ ...NO_SECRET, scopes: fiveLines }, { variables, ports: { machine } });
		assert.equal(run.succeeded, true);
		// Once more before the first request, if it is only looked at.
		assert.equal(reads, 2);
		assert.equal(new Set(proofsOf(run)).size, 1);
	});

	it('share the next ID token if several are refused for a reason that can pass', async () => {
		let idTokens = 0;
		const refusals = new Map([
			[EXO, 1],
			[GRAPH, 1],
		]);
		const once = (scope: string) => () => {
			const left = refusals.get(scope) ?? 0;
			refusals.set(scope, left - 1);
			return left > 0 ? refused(401, 'invalid_client', 700213) : response(200, { access_token: 't', expires_in: 60 });
		};
		const run = await runAction(
			{ ...NO_SECRET, scopes: `A = ${EXO}\nB = ${GRAPH}\nC = ${TEAMS}` },
			{
				variables: OIDC,
				answers: {
					[EXO]: once(EXO),
					[GRAPH]: once(GRAPH),
					'id-token': () => response(200, { value: makeJwt({ sub: `${idTokens++}` }) }),
				},
			},
		);
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.purposes, ['id-token', EXO, GRAPH, TEAMS, 'id-token', EXO, GRAPH]);
		assert.equal(run.log.lines.filter((line) => line.includes('trying again with a new one')).length, 1);
	});

	it('are asked of a managed identity by their resources, without a tenant and without the authority', async () => {
		const local = scriptTransport(() =>
			response(200, { access_token: makeJwt({ roles: ['x'] }), expires_on: '1767229200' }),
		);
		const inputs = {
			...NO_SECRET,
			'tenant-id': '',
			'client-id': '',
			'auth-method': 'managed-identity',
			scopes: fiveLines,
		};
		const run = await runAction(inputs, { ports: { localTransport: local.transport } });
		assert.equal(run.succeeded, true);
		assert.deepEqual(run.requests, []);
		assert.deepEqual(
			local.requests.map(({ url }) => new URL(url).searchParams.get('resource')),
			FIVE.map((scope) => scope.replace('/.default', '')),
		);
		assert.deepEqual(
			run.events.filter(({ kind }) => kind === 'connect-ahead'),
			[],
		);
		assert.ok(run.log.lines.includes('Minted for client unknown, masked and exported:'));
	});

	it('are asked of az by their resources', async () => {
		const resources: (string | undefined)[] = [];
		const run: Machine['runProgram'] = async ({ args }) => {
			resources.push(args[args.indexOf('--resource') + 1]);
			return { exitCode: 0, stdout: JSON.stringify({ accessToken: 'az-token', expires_on: 1767229200 }), stderr: '' };
		};
		const inputs = { ...NO_SECRET, 'tenant-id': '', 'auth-method': 'azure-cli', scopes: fiveLines };
		const { succeeded, requests } = await runAction(inputs, { ports: { machine: makeMachine({}, { run }) } });
		assert.deepEqual([succeeded, requests], [true, []]);
		assert.deepEqual(
			resources,
			FIVE.map((scope) => scope.replace('/.default', '')),
		);
	});

	it('open connections to the authority alone, one for each scope', async () => {
		const run = await runAction({ ...NO_SECRET, scopes: `${fiveLines}\nAGAIN = ${EXO}` }, { variables: OIDC });
		const opened = run.events.filter(({ kind }) => kind === 'connect-ahead');
		assert.deepEqual(
			opened.map(({ text, name }) => [text, name]),
			[
				['https://login.microsoftonline.com', '1'],
				['https://login.microsoftonline.com', '4'],
			],
		);
		const single = await own({ scopes: `EXO = ${EXO}` });
		assert.equal(single.events.filter(({ kind }) => kind === 'connect-ahead').length, 1);
	});

	it('are said to be of the identity that the token names', async () => {
		const claims = {
			appid: '55555555-5555-4555-8555-555555555555',
			tid: 'the-tenant',
			roles: ['Exchange.ManageAsApp'],
		};
		const answers = { [EXO]: response(200, { access_token: makeJwt(claims), expires_in: 3599 }) };
		const { log, files } = await own({ scopes: `EXO = ${EXO}` }, { answers });
		assert.deepEqual(log.lines, [
			`Signing in with client-secret (input \`client-secret\` is set): tenant contoso.onmicrosoft.com (input \`tenant-id\`), client ${CLIENT_ID} (input \`client-id\`).`,
			`Signed in with client-secret (input \`client-secret\` is set): tenant the-tenant, client ${claims.appid}.`,
			`Minted for client ${claims.appid}, masked and exported:`,
			`  ${EXO} (roles Exchange.ManageAsApp, expires 2026-01-01T00:59:59Z) → EXO, EXO-expires-on`,
		]);
		for (const text of [claims.appid, 'client-secret', 'EXO'])
			assert.ok(files.summary().includes(`<td>${text}</td>`), text);
	});

	it('draw the warnings of their claims', async () => {
		const none = response(200, { access_token: makeJwt({ appid: CLIENT_ID }), expires_in: 60 });
		const { warnings } = await own({}, { answers: { [EXO]: none } });
		assert.deepEqual(
			warnings.map(({ title }) => title),
			['Token EXO: no permission'],
		);
	});
});
