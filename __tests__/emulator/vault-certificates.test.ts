// The emulated vault requests, issues, takes and refuses certificates as the real one does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { askInMemory, MemoryVault } from './ask-in-memory.js';
import { writeCertificate } from './certificate-writer.js';
import { makeKeyPair } from './key-pair.js';

const UNKNOWN = { issuer: { name: 'Unknown' }, x509_props: { subject: 'CN=exo, O=Contoso' } };
const SELF = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=exo' } };
const DAY_MS = 24 * 60 * 60 * 1000;

let vault: MemoryVault;
beforeEach(() => {
	vault = new MemoryVault();
});

function ask(method: string, path: string, body?: object) {
	return askInMemory(vault, method, `/certificates/${path}`, body);
}

/** Signs the pending request; without one, signs for a key that is not the vault's. */
function sign(csrBase64: string | undefined): string {
	const publicKey = csrBase64 === undefined ? makeKeyPair('rsa').publicKey : keyOfRequest(csrBase64);
	const notBeforeMs = vault.nowMs - DAY_MS;
	const signingKey = makeKeyPair('rsa').privateKey;
	const dates = { notBeforeMs, notAfterMs: notBeforeMs + 90 * DAY_MS };
	return writeCertificate({ subject: 'CN=exo', issuer: 'CN=CA', publicKey, signingKey, ...dates }).toString('base64');
}

/** OpenSSL's verdict on the request's own signature, and its public key. */
function keyOfRequest(csrBase64: string) {
	const input = Buffer.from(csrBase64, 'base64');
	const { stdout, stderr } = spawnSync('openssl', ['req', '-inform', 'der', '-verify', '-noout', '-pubkey'], { input });
	assert.match(`${stderr}${stdout}`, /self-signature verify OK/i);
	return createPublicKey(/-----BEGIN[\s\S]*-----END PUBLIC KEY-----/.exec(String(stdout))?.[0] ?? '');
}

function codeOf({ status, json }: ReturnType<typeof ask>): readonly unknown[] {
	return [status, json.error.code];
}

describe('a request for a certificate', () => {
	it('leaves the current version as it is, until what was made of it is merged', () => {
		const before = vault.store.setCertificate('exo', { tags: { owner: 'a' } });
		const created = ask('POST', 'exo/create', { policy: UNKNOWN, tags: { owner: 'b' } });
		assert.equal(created.status, 202);
		assert.equal(ask('GET', 'exo').json.id.split('/').at(-1), before.version);
		const { status, json } = ask('POST', 'exo/pending/merge', { x5c: [sign(created.json.csr)], tags: { c: 'd' } });
		assert.deepEqual([status, json.tags, json.policy.issuer.name], [201, { c: 'd' }, 'Unknown']);
		assert.equal(ask('GET', 'exo').json.id, json.id);
		assert.equal(ask('GET', 'exo/versions').json.value.length, 2);
		assert.deepEqual(ask('GET', `exo/${before.version}`).json.tags, { owner: 'a' });
		assert.equal(ask('GET', 'exo/pending').json.status, 'completed');
	});

	it('has OpenSSL read its subject and its uses', () => {
		const sans = { dns_names: ['a.example'], emails: ['a@example.com'], upns: ['a@b'], uris: ['https://a.example'] };
		const wanted = {
			...UNKNOWN.x509_props,
			sans: { ...sans, ipAddresses: ['192.0.2.1'] },
			ekus: ['1.3.6.1.5.5.7.3.2'],
		};
		for (const key_props of [{ kty: 'EC', crv: 'P-384' }, { key_size: 3072 }, { kty: 'EC' }]) {
			vault = new MemoryVault();
			const { json } = ask('POST', 'exo/create', { policy: { ...UNKNOWN, key_props, x509_props: wanted } });
			keyOfRequest(json.csr);
			const input = Buffer.from(json.csr, 'base64');
			const { stdout } = spawnSync('openssl', ['req', '-inform', 'der', '-text', '-noout'], { input });
			const text = String(stdout);
			assert.match(text, /Subject: O ?= ?Contoso, CN ?= ?exo/);
			for (const part of ['Digital Signature, Key Encipherment', 'TLS Web Client', 'CA:FALSE', 'DNS:a.example'])
				assert.ok(text.includes(part), `${part} in ${text}`);
			for (const part of ['email:a@example.com', 'IP Address:192.0.2.1', 'URI:https://a.example', 'othername'])
				assert.ok(text.toLowerCase().includes(part.toLowerCase()), `${part} in ${text}`);
		}
	});

	it('is alone: a second one, and an import, are refused with 409', () => {
		ask('POST', 'exo/create', { policy: UNKNOWN });
		assert.deepEqual(codeOf(ask('POST', 'exo/create', { policy: UNKNOWN })), [409, 'Forbidden']);
		assert.equal(ask('DELETE', 'exo/pending').status, 200);
		const { pending, attributes, policy } = ask('GET', 'exo').json;
		assert.deepEqual([pending, attributes.enabled, policy.issuer.name], [undefined, false, 'Unknown']);
		assert.equal(ask('POST', 'exo/create', { policy: UNKNOWN }).status, 202);
	});

	it('is not one of a name that a secret or a key has, or a deleted certificate', () => {
		vault.store.setSecret('plain', 'x');
		vault.store.setKey('signing');
		vault.store.setCertificate('gone');
		ask('DELETE', 'gone');
		for (const name of ['plain', 'signing', 'gone']) {
			assert.deepEqual(codeOf(ask('POST', `${name}/create`, { policy: UNKNOWN })), [409, 'Conflict']);
		}
	});

	it('is issued by the vault itself after a moment, and by nobody once it is cancelled', () => {
		ask('POST', 'self/create', { policy: SELF, tags: { a: 'b' } });
		ask('POST', 'stopped/create', { policy: SELF });
		ask('PATCH', 'stopped/pending', { cancellation_requested: true });
		assert.equal(ask('GET', 'self').json.cer, undefined);
		vault.advance(10_000);
		const { cer, tags, attributes } = ask('GET', 'self').json;
		const issued = new X509Certificate(Buffer.from(cer, 'base64'));
		assert.ok(issued.verify(issued.publicKey));
		assert.deepEqual([tags, attributes.enabled, issued.subject], [{ a: 'b' }, true, 'CN=exo']);
		assert.equal(ask('GET', 'stopped/pending').json.status, 'cancelled');
		assert.equal(ask('GET', 'stopped').json.cer, undefined);
		assert.deepEqual(codeOf(ask('PATCH', 'stopped/pending', { cancellation_requested: true })), [403, 'Forbidden']);
		assert.equal(ask('POST', 'stopped/create', { policy: SELF }).status, 202);
	});

	it('is at an authority that never answers, or refuses, if the vault knows it', () => {
		const policy = { ...SELF, issuer: { name: 'DigiCert' } };
		assert.deepEqual(codeOf(ask('POST', 'exo/create', { policy })), [400, 'BadParameter']);
		vault.store.certificates.issuers.set('DigiCert', undefined);
		const { csr } = ask('POST', 'exo/create', { policy }).json;
		vault.advance(DAY_MS);
		assert.equal(ask('GET', 'exo/pending').json.status, 'inProgress');
		assert.deepEqual(codeOf(ask('POST', 'exo/pending/merge', { x5c: [sign(csr)] })), [403, 'Forbidden']);
	});
});

describe('a merge', () => {
	it('takes a certificate of the pending key alone, in DER', () => {
		const { csr } = ask('POST', 'exo/create', { policy: UNKNOWN }).json;
		const { json } = ask('POST', 'exo/pending/merge', { x5c: [sign(undefined)] });
		assert.match(json.error.message, /^The public key of the end-entity certificate .* does not match/);
		for (const x5c of [[], 'x', ['AAAA'], undefined])
			assert.deepEqual(codeOf(ask('POST', 'exo/pending/merge', { x5c })), [400, 'BadParameter']);
		const leaf = sign(csr);
		assert.equal(ask('POST', 'exo/pending/merge', { x5c: [sign(undefined), leaf] }).json.cer, leaf);
		assert.deepEqual(codeOf(ask('POST', 'exo/pending/merge', { x5c: [leaf] })), [404, 'PendingCertificateNotFound']);
	});

	it('makes a secret and a key of that version, which signs as that version alone', () => {
		const before = vault.store.setCertificate('exo', { exportable: false });
		const { csr } = ask('POST', 'exo/create', { policy: UNKNOWN }).json;
		const { json } = ask('POST', 'exo/pending/merge', { x5c: [sign(csr)] });
		const version = json.id.split('/').at(-1);
		const digest = createHash('sha256').update('text').digest('base64url');
		for (const [one, der] of [
			[version, Buffer.from(json.cer, 'base64')],
			[before.version, before.certificate.der],
		] as const) {
			const signed = askInMemory(vault, 'POST', `/keys/exo/${one}/sign`, { alg: 'RS256', value: digest });
			const key = { key: new X509Certificate(der).publicKey, padding: constants.RSA_PKCS1_PADDING };
			assert.ok(verify('sha256', Buffer.from('text'), key, Buffer.from(signed.json.value, 'base64url')));
		}
		const secret = askInMemory(vault, 'GET', `/secrets/exo/${version}`).json;
		assert.deepEqual([secret.managed, secret.contentType], [true, 'application/x-pkcs12']);
	});

	it('keeps the key if the policy says so', () => {
		const { certificate } = vault.store.setCertificate('exo');
		const { csr } = ask('POST', 'exo/create', { policy: { ...UNKNOWN, key_props: { reuse_key: true } } }).json;
		assert.ok(keyOfRequest(csr).equals(new X509Certificate(certificate.der).publicKey));
		assert.equal(ask('POST', 'exo/pending/merge', { x5c: [certificate.der.toString('base64')] }).status, 201);
	});
});

describe('a policy', () => {
	it('has the instant of its last change, and keeps that of its first', () => {
		vault.store.setCertificate('exo');
		const { created } = ask('GET', 'exo/policy').json.attributes;
		vault.advance(60_000);
		ask('POST', 'exo/create', { policy: UNKNOWN });
		vault.advance(60_000);
		assert.deepEqual(ask('GET', 'exo/policy').json.attributes, { enabled: true, created, updated: created + 60 });
		const changed = ask('PATCH', 'exo/policy', { x509_props: { validity_months: 24 } }).json;
		assert.deepEqual([changed.attributes.updated, changed.x509_props.subject], [created + 120, 'CN=exo, O=Contoso']);
	});

	it('of a certificate that a test prepares is that of issuer Self, or what the test says', () => {
		vault.store.setCertificate('exo');
		const { issuer, lifetime_actions, key_props } = ask('GET', 'exo/policy').json;
		assert.deepEqual(
			[issuer.name, lifetime_actions[0].action.action_type, key_props.kty],
			['Self', 'AutoRenew', 'RSA'],
		);
		vault.store.setCertificate('other', { policy: { issuer: { name: 'Unknown' }, key_props: { reuse_key: true } } });
		const { policy } = ask('GET', 'other').json;
		assert.deepEqual(
			[policy.lifetime_actions[0].action.action_type, policy.key_props.reuse_key],
			['EmailContacts', true],
		);
	});

	it('that cannot be is refused', () => {
		const renews = { trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } };
		for (const policy of [
			{ ...UNKNOWN, x509_props: { subject: 'exo' } },
			{ ...UNKNOWN, x509_props: {} },
			{ ...UNKNOWN, x509_props: { subject: 'CN=exo', key_usage: ['sign'] } },
			{ ...UNKNOWN, x509_props: { subject: 'CN=exo', validity_months: 0 } },
			{ ...UNKNOWN, key_props: { key_size: 1024 } },
			{ ...UNKNOWN, key_props: { kty: 'RSA-HSM', exportable: true } },
			{ ...UNKNOWN, secret_props: { contentType: 'text/plain' } },
			{ ...UNKNOWN, lifetime_actions: [renews] },
			undefined,
		]) {
			assert.deepEqual(codeOf(ask('POST', 'exo/create', { policy })), [400, 'BadParameter'], JSON.stringify(policy));
		}
	});
});
