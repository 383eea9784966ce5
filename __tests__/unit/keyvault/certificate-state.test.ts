// Certificates that a vault shows though they cannot be used: disabled, and not issued yet.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkIssued, decodeUsableCertificate } from '../../../src/keyvault/bundles.js';
import { refusal } from '../../support/refusal.js';
import { EXO } from '../../support/throw-away.js';

const VERSION = '0123456789abcdef0123456789abcdef';
const HOST = 'https://contoso.vault.azure.net';
const ITEM = { vaultUrl: HOST, collection: 'certificates', name: 'exo', version: undefined } as const;
const ATTRIBUTES = { enabled: true, created: 1_700_000_000 };
const ISSUED = {
	id: `${HOST}/certificates/exo/${VERSION}`,
	kid: `${HOST}/keys/exo/${VERSION}`,
	sid: `${HOST}/secrets/exo/${VERSION}`,
	x5t: 'fLi3U52HunIVNXubkEnf8tP6Wbo',
	cer: EXO.cer,
	attributes: ATTRIBUTES,
};
const REQUESTED = {
	id: ISSUED.id,
	attributes: { ...ATTRIBUTES, enabled: false },
	policy: { issuer: { name: 'Unknown' } },
	pending: { id: `${HOST}/certificates/exo/pending` },
};

const decode = (bundle: object) => decodeUsableCertificate(JSON.stringify(bundle), ITEM);

describe('decodeUsableCertificate', () => {
	it('gives a certificate that is issued and enabled', () => {
		assert.deepEqual(decode(ISSUED)?.der, Buffer.from(EXO.cer, 'base64'));
	});

	it('gives one whose renewal is pending, and one whose attributes say nothing of being enabled', () => {
		assert.equal(decode({ ...ISSUED, pending: REQUESTED.pending })?.version, VERSION);
		assert.equal(decode({ ...ISSUED, attributes: {} })?.version, VERSION);
	});

	it('refuses one that is disabled', () => {
		const disabled = { ...ISSUED, attributes: { ...ATTRIBUTES, enabled: false } };
		for (const bundle of [disabled, { ...disabled, pending: REQUESTED.pending }])
			assert.throws(() => decode(bundle), refusal('VAULT_DISABLED', /^it is disabled\.$/));
	});

	it('refuses one that is not issued yet, asked for with and without its version', () => {
		const { id, attributes } = REQUESTED;
		for (const bundle of [REQUESTED, { id, attributes }, { ...REQUESTED, attributes: ATTRIBUTES }]) {
			assert.throws(() => decode(bundle), refusal('CERTIFICATE_PENDING', /pending/));
			assert.throws(() => decode(bundle), {
				subject: 'certificate exo',
				hint: /"az keyvault certificate pending show --vault-name contoso --name exo"/,
			});
		}
	});

	it('gives nothing for an answer that is no certificate', () => {
		for (const bundle of [
			{},
			{ id: ISSUED.id },
			{ id: ISSUED.id, attributes: ATTRIBUTES },
			{ ...ISSUED, cer: undefined },
		])
			assert.equal(decode(bundle), undefined);
		assert.equal(decodeUsableCertificate('<html>', ITEM), undefined);
		assert.doesNotThrow(() => checkIssued(undefined, ITEM));
	});
});
