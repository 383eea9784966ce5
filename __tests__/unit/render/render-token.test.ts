// A minted token as outputs and masks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToken } from '../../../src/render/render-token.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeJwt } from '../../support/sign-in-context.js';

const LINE = { input: 'scopes', number: 1, output: 'EXO', scope: 'https://outlook.office365.com/.default' };

describe('renderToken', () => {
	it('gives the token and its end, and has its encodings masked', () => {
		const text = makeJwt({ roles: ['Exchange.ManageAsApp'] });
		const token = new SecretText(text);
		const { line, expiresOn, roles, outputs, masks } = renderToken(
			LINE,
			{ token, expiresOnSeconds: Date.UTC(2026, 0, 2) / 1000 },
			'https://graph.microsoft.com',
		);
		assert.equal(line, LINE);
		assert.equal(expiresOn, '2026-01-02T00:00:00Z');
		assert.deepEqual(roles, ['Exchange.ManageAsApp']);
		assert.deepEqual(outputs, [
			{ name: 'EXO', value: token },
			{ name: 'EXO-expires-on', value: '2026-01-02T00:00:00Z' },
		]);
		const texts = masks.map((mask) => mask.reveal());
		for (const form of [text, Buffer.from(`${text}\n`).toString('base64')]) assert.ok(texts.includes(form));
	});

	it('has no roles if the token shows none', () => {
		const opaque = { token: new SecretText('opaque'), expiresOnSeconds: 0 };
		assert.deepEqual(renderToken(LINE, opaque, 'https://graph.microsoft.com').roles, []);
	});
});
