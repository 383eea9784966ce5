// The tenant that a vault's challenge names.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tenantOfChallenge } from '../../../src/keyvault/ask-vault.js';
import { response } from '../../support/make-ports.js';

const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';

function tenantOf(challenge: string): string | undefined {
	return tenantOfChallenge(response(401, '', { 'WWW-Authenticate': challenge }));
}

describe('tenantOfChallenge', () => {
	it('is the last part of the authorization address', () => {
		assert.equal(
			tenantOf(
				`Bearer authorization="https://login.microsoftonline.com/${TENANT}", resource="https://vault.azure.net"`,
			),
			TENANT,
		);
	});

	it('is read from authorization_uri too, in whatever order', () => {
		assert.equal(
			tenantOf(`Bearer resource="https://localhost:8443", authorization_uri="https://localhost:8443/${TENANT}/"`),
			TENANT,
		);
	});

	it('may be a domain', () => {
		assert.equal(tenantOf('Bearer authorization="https://login.windows.net/contoso.com/oauth2"'), 'contoso.com');
	});

	for (const challenge of [
		'',
		'Basic realm="x"',
		'Bearer authorization="xhttps://login.microsoftonline.com/common"',
		'Bearer authorization="x https://login.microsoftonline.com/common"',
		'Bearer authorization="https://login.microsoftonline.com", resource="https://x/common"',
		'Bearer authorization="http://login.microsoftonline.com/common"',
		'Bearer authorization="https://login.microsoftonline.com"',
		'Bearer authorization="https://login.microsoftonline.com/"',
		'Bearer authorization="https://login.microsoftonline.com/<script>"',
		'Bearer authorization="https://login.microsoftonline.com/../x"',
		'Bearer authorization="https://login.microsoftonline.com/a b"',
		`Bearer authorization="https://login.microsoftonline.com/${'a'.repeat(101)}"`,
	]) {
		// Promise: N6
		it(`is none in ${challenge.slice(0, 80) || 'an empty header'}`, () => {
			assert.equal(tenantOf(challenge), undefined);
		});
	}

	it('is none if there is no challenge', () => {
		assert.equal(tenantOfChallenge(response(401)), undefined);
	});
});
