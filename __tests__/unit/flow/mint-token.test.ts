// An assertion in exchange for a token of one scope.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mintToken } from '../../../src/flow/mint-each.js';
import { SecretText } from '../../../src/secret-text.js';
import { response } from '../../support/make-ports.js';
import { CLIENT_ID, formOf, makeContext, makeJwt, TARGET, TENANT_ID } from '../../support/sign-in-context.js';

const SCOPE = 'https://graph.microsoft.com/.default';
const MINTING = {
	clientId: CLIENT_ID,
	assertion: new SecretText('the.client.assertion'),
	tokenName: 'Token GRAPH (scopes line 1)',
	notes: [{ errorCodes: [700027], text: 'Upload it.', replacesAdvice: true }],
};

describe('mintToken', () => {
	it('sends the assertion to the tenant, and masks the token before it says what it is', async () => {
		const token = makeJwt({ aud: 'https://graph.microsoft.com', roles: ['Mail.Read'] });
		const { context, masks, requests, log } = makeContext([response(200, { access_token: token, expires_in: 60 })]);
		let masksAtFirstClaim = -1;
		const minted = await mintToken(
			MINTING,
			{ ...TARGET, scope: SCOPE },
			{
				...context,
				log: {
					...context.log,
					debug: (lines) => {
						if (lines().some((line) => line.startsWith('Access token')))
							masksAtFirstClaim = Math.max(masksAtFirstClaim, masks.length);
						context.log.debug(lines);
					},
				},
			},
		);
		assert.equal(minted.token.reveal(), token);
		assert.equal(minted.expiresOnSeconds, context.clock.nowMs() / 1000 + 60);
		assert.equal(requests[0]?.url, `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`);
		assert.deepEqual(formOf(requests[0]), {
			client_id: CLIENT_ID,
			scope: SCOPE,
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: 'the.client.assertion',
		});
		assert.deepEqual(masks, [token]);
		assert.equal(masksAtFirstClaim, 1);
		assert.ok(log.debugLines.includes('Access token: roles = Mail.Read'));
	});

	it('names the token and gives the notes if it is refused', async () => {
		const { context, masks } = makeContext([response(401, { error: 'invalid_client', error_codes: [700027] })]);
		await assert.rejects(mintToken(MINTING, { ...TARGET, scope: SCOPE }, context), {
			code: 'ENTRA_AADSTS700027',
			subject: `Token GRAPH (scopes line 1) of client ${CLIENT_ID} in tenant ${TENANT_ID} at login.microsoftonline.com`,
			hint: 'Upload it.',
		});
		assert.deepEqual(masks, []);
	});
});
