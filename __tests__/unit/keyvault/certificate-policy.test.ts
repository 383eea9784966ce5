// Policies of certificates: what is read of them, and what a rotation makes of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodePolicy, makeRotationPolicy } from '../../../src/keyvault/certificate-policy.js';

const RENEW = { trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } };
const REMIND = { trigger: { days_before_expiry: 40 }, action: { action_type: 'EmailContacts' } };

/** As a vault shows it. */
const POLICY = {
	id: 'https://contoso.vault.azure.net/certificates/exo/policy',
	key_props: { exportable: false, kty: 'RSA', key_size: 3072, reuse_key: true },
	secret_props: { contentType: 'application/x-pkcs12' },
	x509_props: { subject: 'CN=exo', ekus: [], key_usage: ['digitalSignature'], validity_months: 12 },
	lifetime_actions: [RENEW],
	issuer: { name: 'Self', cert_transparency: false },
	attributes: { enabled: true, created: 1, updated: 1_780_000_000 },
};

function decode(change: object = {}) {
	return decodePolicy({ ...POLICY, ...change });
}

describe('decodePolicy', () => {
	it('reads what a rotation needs, and hands on the settings as they are', () => {
		const { id, attributes, ...settings } = POLICY;
		assert.ok(id !== '' && attributes.enabled);
		assert.deepEqual(decode(), { settings, keyType: 'RSA', renewsItself: true, updated: 1_780_000_000 });
	});

	it('sees who renews: nobody, if there is a reminder or nothing', () => {
		for (const actions of [[REMIND], [], undefined, 'none', [{}], [{ action: {} }], [null]]) {
			assert.equal(decode({ lifetime_actions: actions })?.renewsItself, false, JSON.stringify(actions));
		}
		assert.equal(decode({ lifetime_actions: [REMIND, { action: { action_type: 'autorenew' } }] })?.renewsItself, true);
	});

	it('is undefined if there is no policy, or if it does not say when it was changed', () => {
		assert.equal(decodePolicy(undefined), undefined);
		assert.equal(decode({ attributes: { updated: 'today' } }), undefined);
		assert.equal(decode({ attributes: undefined }), undefined);
	});

	it('has no key type where it names none', () => {
		assert.equal(decode({ key_props: undefined })?.keyType, '');
	});
});

describe('makeRotationPolicy', () => {
	const { id: _id, attributes: _attributes, ...settings } = POLICY;

	it('changes issuer, renewal and use of the key, and nothing else', () => {
		assert.deepEqual(makeRotationPolicy(settings), {
			...settings,
			key_props: { ...POLICY.key_props, reuse_key: false },
			lifetime_actions: [{ ...RENEW, action: { action_type: 'EmailContacts' } }],
			issuer: { name: 'Unknown', cert_transparency: false },
		});
	});

	it('keeps a reminder as it is', () => {
		for (const lifetime_actions of [[REMIND], [RENEW, REMIND]]) {
			assert.deepEqual(makeRotationPolicy({ ...settings, lifetime_actions })['lifetime_actions'], [REMIND]);
		}
	});

	it('has the vault remind where nothing does', () => {
		const expected = [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'EmailContacts' } }];
		assert.deepEqual(makeRotationPolicy({})['lifetime_actions'], expected);
	});

	it('names nothing of an issuer that is for an authority alone', () => {
		const issuer = { name: 'DigiCert', cty: 'OV-SSL' };
		assert.deepEqual(makeRotationPolicy({ ...settings, issuer })['issuer'], { name: 'Unknown' });
	});
});
