// Refusals of an ID token that can pass: asked again, each time with another one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../../src/entra/credential.js';
import type { HttpRequest } from '../../../src/ports.js';
import { type Answer, makeMachine, response } from '../../support/make-ports.js';
import { choose, formOf, makeContext, makeJwt, run, TARGET, TOKEN } from '../../support/sign-in-context.js';

const OIDC = {
	variables: {
		ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.example/token?api-version=2.0',
		ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
	},
};

const refusal = (code: number) => response(401, { error: 'invalid_client', error_codes: [code] });

describe('a refusal that can pass', () => {
	const idTokens = ['a', 'b', 'c', 'd'].map((sub) => makeJwt({ iss: 'https://i.example', sub, aud: 'api://a' }));
	const given = idTokens.map((value) => response(200, { value }));
	const assertions = (requests: readonly HttpRequest[]) =>
		requests.filter(({ method }) => method === 'POST').map((request) => formOf(request)['client_assertion']);

	for (const code of [70021, 700213, 7002138, 50166]) {
		it(`AADSTS${code} is asked again, with another ID token`, async () => {
			const script = [given[0], refusal(code), given[1], TOKEN] as Answer[];
			const { requests, masks, log, time } = await run(OIDC, script);
			assert.deepEqual(assertions(requests), idTokens.slice(0, 2));
			assert.deepEqual(masks, [...idTokens.slice(0, 2), 'the-access-token']);
			assert.equal(log.lines.length, 1);
			assert.match(log.lines[0] ?? '', new RegExp(`\\(AADSTS${code}\\), which can be temporary: trying again`));
			assert.equal(time.sleeps.length, 1);
		});
	}

	it('is asked three times in all, and then says what the last ID token said', async () => {
		const script = given.flatMap((one) => [one, refusal(700213)]);
		const { context, requests } = makeContext(script, OIDC);
		await assert.rejects(signIn(await choose(OIDC), TARGET, context), /AADSTS700213.*subject c,/);
		assert.deepEqual(assertions(requests), idTokens.slice(0, 3));
	});

	for (const code of [700211, 700212, 70025, 700016, 501661]) {
		it(`is not AADSTS${code}`, async () => {
			const { context, requests } = makeContext([given[0], refusal(code)] as Answer[], OIDC);
			await assert.rejects(signIn(await choose(OIDC), TARGET, context), { code: `ENTRA_AADSTS${code}` });
			assert.equal(requests.length, 2);
		});
	}

	it('is not waited for beyond the end of the step', async () => {
		const { context } = makeContext([given[0], refusal(70021)] as Answer[], OIDC);
		const deadlineMs = context.clock.nowMs() + 1_000;
		await assert.rejects(signIn(await choose(OIDC), TARGET, { ...context, deadlineMs }), /AADSTS70021:/);
	});

	it('has the token file read again', async () => {
		let reads = 0;
		const machine = { ...makeMachine(), readFile: () => Buffer.from(idTokens[reads++] ?? '') };
		const order = { variables: { AZURE_FEDERATED_TOKEN_FILE: '/var/run/token' }, machine };
		const { requests } = await run(order, [refusal(70021), refusal(50166), TOKEN]);
		// Once before the first request, if it is only looked at.
		assert.deepEqual(assertions(requests), idTokens.slice(1, 4));
	});
});
