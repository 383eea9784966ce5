// The emulated Exchange Online: which tokens it takes, and for which organization.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Directory, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import { serveExchangeOnline } from './exchange-online.js';

const directory = new Directory();
directory.addTenant(TENANT_ID, TENANT_DOMAIN, 'contoso.com');
const GOOD = directory.issue({ audience: 'https://outlook.office365.com', roles: ['Exchange.ManageAsApp'] });

function ask(token: string, organization: string, cmdlet = 'Get-EXOMailbox'): number {
	const request = { method: 'POST', host: 'localhost', path: `/adminapi/beta/${organization}/InvokeCommand` };
	const body = JSON.stringify({ CmdletInput: { CmdletName: cmdlet } });
	const headers = { authorization: `Bearer ${token}` };
	return serveExchangeOnline(directory, { ...request, headers, query: new URLSearchParams(), body }).status;
}

describe('Exchange Online', () => {
	it('takes a token with the permission, for the initial domain', () => {
		assert.equal(ask(GOOD, TENANT_DOMAIN), 200);
		assert.equal(ask(GOOD, TENANT_DOMAIN, 'Set-Mailbox'), 200);
	});

	it('lets read with the ID of the tenant, and not write', () => {
		assert.equal(ask(GOOD, TENANT_ID), 200);
		assert.equal(ask(GOOD, TENANT_ID, 'Set-Mailbox'), 403);
	});

	it('refuses another domain, another audience, no role and what is not a token', () => {
		assert.equal(ask(GOOD, 'contoso.com'), 401);
		assert.equal(ask(directory.issue({ audience: 'https://graph.microsoft.com' }), TENANT_DOMAIN), 401);
		assert.equal(ask(directory.issue({ audience: 'https://outlook.office365.com' }), TENANT_DOMAIN), 403);
		assert.equal(ask('opaque', TENANT_DOMAIN), 401);
		assert.equal(ask(GOOD, `${TENANT_DOMAIN}/x`), 404);
	});
});
