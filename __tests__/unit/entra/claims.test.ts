// Claims: shown to people in debug lines, never the signature or the token.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimRoles, claimText, decodeClaims, describeClaims, expiryOf } from '../../../src/entra/claims.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeJwt } from '../../support/sign-in-context.js';

describe('describeClaims', () => {
	it('shows who an application token is for and of', () => {
		const token = new SecretText(
			makeJwt({
				aud: 'https://vault.azure.net',
				appid: 'a',
				oid: 'o',
				tid: 't',
				roles: ['R.One', 'R.Two', 3],
				exp: 1_800_000_000,
				uti: 'hidden',
			}),
		);
		assert.deepEqual(describeClaims(token), [
			'Access token: aud = https://vault.azure.net',
			'Access token: appid = a',
			'Access token: oid = o',
			'Access token: tid = t',
			'Access token: roles = R.One R.Two ?',
			'Access token: exp = 2027-01-15T08:00:00Z',
			'Access token: for an application (it has no scp).',
		]);
	});

	it('says that a token is delegated', () => {
		const lines = describeClaims(new SecretText(makeJwt({ azp: 'a', scp: 'user_impersonation', exp: 1e300 })));
		assert.deepEqual(lines, [
			'Access token: azp = a',
			'Access token: scp = user_impersonation',
			'Access token: delegated, for a person (it has scp).',
		]);
	});

	it('shows nothing of a token that is opaque', () => {
		for (const text of ['opaque', 'a.b', 'a.!!!.c']) {
			assert.deepEqual(describeClaims(new SecretText(text)), ['The access token is opaque: it shows no claims.']);
		}
	});

	it('shows no claim that holds line breaks or what is no text', () => {
		const lines = describeClaims(new SecretText(makeJwt({ aud: 'x\n::error::y', oid: ['o'] })));
		assert.deepEqual(lines, ['Access token: for an application (it has no scp).']);
	});
});

describe('claimRoles', () => {
	it('gives the roles that a token lists', () => {
		assert.deepEqual(claimRoles({ roles: ['Mail.Read', 1, 'a\nb'] }), ['Mail.Read', '?', '?']);
		assert.equal(claimRoles({ roles: 'Mail.Read' }), undefined);
		assert.equal(claimRoles(undefined), undefined);
	});
});

describe('claimText', () => {
	it('gives a claim that is text', () => {
		assert.equal(claimText(decodeClaims(new SecretText(makeJwt({ tid: 't' }))), 'tid'), 't');
		assert.equal(claimText(undefined, 'tid'), undefined);
	});

	it('gives an audience that is a list, as Kubernetes writes it', () => {
		assert.equal(claimText({ aud: ['api://one', 'api://two'] }, 'aud'), 'api://one api://two');
		assert.equal(claimText({ aud: ['api://one', 2] }, 'aud'), undefined);
		assert.equal(claimText({ aud: [] }, 'aud'), undefined);
		assert.equal(claimText({ sub: ['one'] }, 'sub'), undefined);
	});
});

describe('expiryOf', () => {
	it('is what the token says, in whole seconds', () => {
		assert.equal(expiryOf(new SecretText(makeJwt({ exp: 1_767_267_296.7 }))), 1_767_267_296);
		assert.equal(expiryOf(new SecretText(makeJwt({ exp: 0 }))), 0);
	});

	it('is unknown if the token does not say it, or says what is no instant', () => {
		for (const exp of [undefined, '1767267296', -1, 8.65e12, null])
			assert.equal(expiryOf(new SecretText(makeJwt({ exp }))), undefined);
		assert.equal(expiryOf(new SecretText('opaque')), undefined);
	});
});
