// The summary of minted tokens: who, what for, until when and by whose key; never a token.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTokenTable } from '../../../src/export/summary.js';
import { renderToken } from '../../../src/render/render-token.js';
import { SecretText } from '../../../src/secret-text.js';

describe('makeTokenTable', () => {
	it('has a row for each token', () => {
		const line = { input: 'scopes', number: 1, output: 'EXO', scope: 'https://outlook.office365.com/.default' };
		const rendered = renderToken(
			line,
			{ token: new SecretText('the-token'), expiresOnSeconds: 0 },
			'https://graph.microsoft.com',
		);
		const proof = 'key exo/v1 in contoso.vault.azure.net';
		const table = makeTokenTable({ tokens: [rendered], clientId: 'the-app', proof });
		assert.equal(table.heading, 'Access tokens');
		assert.deepEqual(table.columns, ['Output', 'Scope', 'Application', 'Expires', 'Proof']);
		assert.deepEqual(table.rows, [['EXO', line.scope, 'the-app', '1970-01-01T00:00:00Z', proof]]);
	});
});
