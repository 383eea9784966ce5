// What a user sees of the token action: log, summary, warnings, variables.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VERSION } from '../support/run-fetch-items.js';
import { makeJwt } from '../support/sign-in-context.js';
import { certificateBundle } from '../support/signers.js';
import { CLIENT_ID, EXO, GRAPH, runAction, tokenAnswer, tokenOf } from './scripted-signer.js';

const APP_ID = '55555555-5555-4555-8555-555555555555';
const DAY_SECONDS = 86_400;
const NOW_SECONDS = Date.UTC(2026, 0, 1) / 1000;

describe('what a user sees of mintTokens', () => {
	it('is who signed in, what was minted for whom, by which certificate, and where it went', async () => {
		const run = await runAction({ 'app-id': APP_ID });
		assert.deepEqual(run.log.lines, [
			`Signing in with client-secret (input \`client-secret\` is set): tenant contoso.onmicrosoft.com (input \`tenant-id\`), client ${CLIENT_ID} (input \`client-id\`).`,
			`Signed in with client-secret (input \`client-secret\` is set): tenant contoso.onmicrosoft.com, client ${CLIENT_ID}.`,
			`Minted for application ${APP_ID}, masked and exported; certificate exo (version ${VERSION}, expires 2049-12-31T23:59:59Z) signed in contoso.vault.azure.net:`,
			`  ${EXO} (roles Exchange.ManageAsApp, expires 2026-01-01T00:59:59Z) → EXO, EXO-expires-on`,
			`  ${GRAPH} (roles User.Read.All, expires 2026-01-01T00:59:59Z) → GRAPH, GRAPH-expires-on`,
		]);
	});

	it('is a table of scopes, application, ends and key, unless it is turned off', async () => {
		const { files } = await runAction();
		for (const text of ['EXO', EXO, CLIENT_ID, '2026-01-01T00:59:59Z', `key exo/${VERSION} in contoso.vault.azure.net`])
			assert.ok(files.summary().includes(`<td>${text}</td>`), text);
		assert.equal((await runAction({ summary: 'false' })).files.summary(), '');
	});

	it('is a warning if the certificate ends within 30 days', async () => {
		const exp = NOW_SECONDS + 30 * DAY_SECONDS;
		const near = await runAction({}, { answers: { certificate: certificateBundle({ attributes: { exp } }) } });
		assert.equal(near.succeeded, true);
		assert.deepEqual(near.warnings, [
			{
				level: 'warning',
				title: 'Expires soon: certificate exo',
				text: 'certificate exo expires in 30 days, on 2026-01-31T00:00:00Z. Renew it before then.',
			},
		]);
		const far = await runAction({}, { answers: { certificate: certificateBundle({ attributes: { exp: exp + 1 } }) } });
		assert.deepEqual(far.warnings, []);
	});

	it('is a warning for a token without roles, once for a scope, and its roles are not in the annotations', async () => {
		const none = tokenAnswer(makeJwt({ appid: CLIENT_ID }));
		const scopes = `A = ${EXO}\nB = ${EXO}\nG = ${GRAPH}\nX = api://contoso/.default`;
		const { succeeded, warnings, log } = await runAction({ scopes }, { answers: { [EXO]: none, [GRAPH]: none } });
		assert.equal(succeeded, true);
		assert.deepEqual(
			warnings.map(({ title }) => title),
			['Token A: no permission', 'Token G: no permission'],
		);
		assert.equal(log.annotations.length, 2);
	});

	it('is a notice for a token of a person, or with other roles', async () => {
		const answers = {
			[EXO]: tokenAnswer(makeJwt({ roles: ['IMAP.AccessAsApp'] })),
			[GRAPH]: tokenAnswer(makeJwt({ scp: 'User.Read' })),
		};
		const { log } = await runAction({}, { answers });
		assert.deepEqual(
			log.annotations.map(({ level, title }) => [level, title]),
			[
				['notice', 'Token EXO: no Exchange.ManageAsApp'],
				['notice', 'Token GRAPH: a delegated token'],
			],
		);
	});

	it('is a variable for each output, where wanted', async () => {
		const { files } = await runAction({ 'export-env': 'true', scopes: `exo-token = ${EXO}` });
		assert.deepEqual(
			[...files.variables],
			[
				['EXO_TOKEN', tokenOf(EXO)],
				['EXO_TOKEN_EXPIRES_ON', '2026-01-01T00:59:59Z'],
			],
		);
		assert.equal(files.outputs.get('exo-token'), tokenOf(EXO));
	});
});
