// Answers of an emulated vault about its secrets, certificates and keys.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import tls from 'node:tls';
import forge from 'node-forge';
import { ask, askVault } from './ask.js';
import { type Emulator, startEmulator } from './emulator.js';
import { makeKeyPair } from './key-pair.js';

const V = 'api-version=7.4';

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
});
after(() => emulator.close());

describe('secrets', () => {
	it('come by name in any case, by version, and the newest if none is named', async () => {
		const vault = emulator.vault();
		const first = vault.setSecret('Api-Key', 'one', {
			contentType: 'text/plain',
			tags: { env: 'test' },
			expires: 1_700_000_000,
		});
		const second = vault.setSecret('api-key', 'two');
		for (const path of ['/secrets/api-key', '/secrets/API-KEY/', `/secrets/api-key/${second}`]) {
			assert.equal((await askVault(emulator, `${path}?${V}`)).json.value, 'two');
		}
		const { json } = await askVault(emulator, `/secrets/api-key/${first.toUpperCase()}?${V}`);
		const { created, updated, ...attributes } = json.attributes;
		assert.equal(created, updated);
		assert.deepEqual(
			{ ...json, attributes },
			{
				value: 'one',
				id: `${emulator.vaultUrl}/secrets/Api-Key/${first}`,
				contentType: 'text/plain',
				attributes: { enabled: true, exp: 1_700_000_000, recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 90 },
				tags: { env: 'test' },
			},
		);
	});

	it('are of one vault, not of the other', async () => {
		emulator.vault(emulator.otherVaultUrl).setSecret('only-there', 'x');
		assert.equal((await askVault(emulator, `/secrets/only-there?${V}`)).status, 404);
		const headers = { authorization: `Bearer ${emulator.entra.issue()}` };
		assert.equal(
			(await ask(emulator, { url: `${emulator.otherVaultUrl}/secrets/only-there?${V}`, headers })).status,
			200,
		);
	});

	it('that are missing, disabled or malformed are refused', async () => {
		emulator.vault().setSecret('off', 'x', { enabled: false });
		const disabled = await askVault(emulator, `/secrets/off?${V}`);
		assert.deepEqual([disabled.status, disabled.json.error.innererror.code], [403, 'SecretDisabled']);
		const missing = await askVault(emulator, `/secrets/nowhere?${V}`);
		assert.deepEqual([missing.status, missing.json.error.code], [404, 'SecretNotFound']);
		assert.match(missing.json.error.message, /^A secret with \(name\/id\) nowhere was not found in this key vault\./);
		assert.equal((await askVault(emulator, `/secrets/off/${'0'.repeat(32)}?${V}`)).status, 404);
		assert.equal((await askVault(emulator, `/secrets/a_b?${V}`)).status, 400);
		assert.equal((await askVault(emulator, `/secrets/off/1?${V}`)).status, 400);
	});
});

describe('certificates', () => {
	it('come with a policy only if no version is named, and with a secret of the same version', async () => {
		const { version, certificate } = emulator.vault().setCertificate('exo', {
			subject: [
				{ shortName: 'O', value: 'Contoso' },
				{ shortName: 'CN', value: 'exo' },
			],
		});
		const latest = (await askVault(emulator, `/certificates/EXO?${V}`)).json;
		assert.equal(latest.policy.x509_props.subject, 'CN=exo, O=Contoso');
		assert.deepEqual(latest.pending, { id: `${emulator.vaultUrl}/certificates/exo/pending` });
		const { policy: _policy, pending: _pending, ...rest } = latest;
		assert.deepEqual((await askVault(emulator, `/certificates/exo/${version}?${V}`)).json, rest);
		assert.equal(rest.x5t, createHash('sha1').update(certificate.der).digest('base64url'));
		assert.equal(rest.sid, `${emulator.vaultUrl}/secrets/exo/${version}`);
		const { validTo } = new X509Certificate(Buffer.from(rest.cer, 'base64'));
		assert.equal(rest.attributes.exp, Date.parse(validTo) / 1000);
		const secret = (await askVault(emulator, `${new URL(rest.sid).pathname}?${V}`)).json;
		assert.deepEqual([secret.managed, secret.contentType, secret.kid], [true, 'application/x-pkcs12', rest.kid]);
		assert.deepEqual(secret.attributes, rest.attributes);
	});

	it('have a PFX under the null password that TLS can use', () => {
		const { certificate } = emulator.vault().setCertificate('pfx');
		const pfx = Buffer.from(certificate.pfxBase64, 'base64');
		tls.createSecureContext({ pfx, passphrase: '' });
		const parsed = forge.asn1.fromDer(pfx.toString('binary'));
		assert.throws(() => forge.pkcs12.pkcs12FromAsn1(parsed, ''), /MAC could not be verified/);
		const bags = forge.pkcs12.pkcs12FromAsn1(parsed).safeContents.flatMap(({ safeBags }) => safeBags);
		assert.equal(bags.length, 2);
		assert.equal(bags[0]?.key?.n.toString(16), jwkModulus(certificate.privateKeyPem));
		assert.deepEqual(
			bags.map(({ attributes }) => attributes.localKeyId[0]),
			['\u0001\0\0\0', '\u0001\0\0\0'],
		);
	});

	it('hold no key if it is not exportable', () => {
		const { certificate } = emulator.vault().setCertificate('stays', { exportable: false });
		const parsed = forge.asn1.fromDer(Buffer.from(certificate.pfxBase64, 'base64').toString('binary'));
		const bags = forge.pkcs12.pkcs12FromAsn1(parsed).safeContents.flatMap(({ safeBags }) => safeBags);
		assert.deepEqual(
			bags.map(({ type }) => type),
			[forge.pki.oids['certBag']],
		);
	});

	it('held as PEM have the key first', async () => {
		emulator.vault().setCertificate('pem', { contentType: 'application/x-pem-file' });
		const { json } = await askVault(emulator, `/secrets/pem?${V}`);
		assert.equal(json.contentType, 'application/x-pem-file');
		assert.match(
			json.value,
			/^-----BEGIN PRIVATE KEY-----\n[^-]+-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$/,
		);
		assert.ok(new X509Certificate(json.value).checkPrivateKey(createPrivateKey(json.value)));
	});

	it('that are missing are refused', async () => {
		assert.equal((await askVault(emulator, `/certificates/nowhere?${V}`)).json.error.code, 'CertificateNotFound');
	});

	function jwkModulus(pem: string): string {
		const { n = '' } = createPrivateKey(pem).export({ format: 'jwk' });
		return Buffer.from(n, 'base64url').toString('hex');
	}
});

describe('keys', () => {
	it('come with their public part under the kinds and curves of Key Vault, those of certificates managed', async () => {
		const vault = emulator.vault();
		const { publicKey } = makeKeyPair('ec-k256');
		const version = vault.setKey('coin', { type: 'EC-HSM', publicKey, tags: { env: 'test' } });
		const { json } = await askVault(emulator, `/keys/COIN?${V}`);
		const { kid, kty, crv, x, y } = json.key;
		assert.deepEqual([kid, kty, crv], [`${emulator.vaultUrl}/keys/coin/${version}`, 'EC-HSM', 'P-256K']);
		assert.deepEqual({ x, y }, { x: publicKey.export({ format: 'jwk' }).x, y: publicKey.export({ format: 'jwk' }).y });
		assert.deepEqual([json.managed, json.tags, json.attributes.enabled], [undefined, { env: 'test' }, true]);
		const stored = vault.setCertificate('keyed');
		const backing = (await askVault(emulator, `/keys/keyed/${stored.version}?${V}`)).json;
		assert.deepEqual([backing.managed, backing.key.kty], [true, 'RSA']);
		assert.equal(backing.key.d, undefined);
	});

	it('are listed by an address of another name than secrets have', async () => {
		const { json } = await askVault(emulator, `/keys?${V}`);
		const names = json.value.map(({ kid, managed }: { kid: string; managed?: boolean }) => [kid, managed]);
		assert.deepEqual(names.at(0), [`${emulator.vaultUrl}/keys/coin`, undefined]);
		assert.ok(names.some(([kid, managed]: [string, boolean]) => kid.endsWith('/keys/keyed') && managed));
		const versions = (await askVault(emulator, `/keys/coin/versions?${V}`)).json.value;
		assert.match(versions[0].kid, /\/keys\/coin\/[0-9a-f]{32}$/);
	});

	it('that are missing or disabled are refused', async () => {
		emulator.vault().setKey('off-key', { enabled: false });
		assert.equal((await askVault(emulator, `/keys/off-key?${V}`)).json.error.innererror.code, 'KeyDisabled');
		assert.equal((await askVault(emulator, `/keys/nowhere?${V}`)).json.error.code, 'KeyNotFound');
	});
});

describe('lists', () => {
	it('come in pages of 25 whose links carry a port and a version; a page may be empty', async () => {
		const vault = emulator.vault(emulator.otherVaultUrl);
		for (let index = 0; index < 51; index++) vault.setSecret(`item-${String(index).padStart(2, '0')}`, 'x');
		vault.emptyPage = 1;
		const token = emulator.entra.issue();
		const sizes: number[] = [];
		const names: string[] = [];
		let url: string | null = `${emulator.otherVaultUrl}/secrets?${V}`;
		while (url !== null) {
			const reply = await ask(emulator, { url, headers: { authorization: `Bearer ${token}` } });
			sizes.push(reply.json.value.length);
			names.push(...reply.json.value.map(({ id }: { id: string }) => id.split('/').at(-1)));
			url = reply.json.nextLink;
			if (url !== null) assert.ok(url.startsWith(`${emulator.otherVaultUrl}/secrets?${V}&$skiptoken=`), url);
		}
		assert.deepEqual(sizes, [25, 0, 25, 2]);
		assert.deepEqual(names, [...names].sort());
		assert.equal(new Set(names).size, 52);
	});

	it('show no values and no versions, but the list of versions does show these', async () => {
		emulator.vault().setCertificate('listed');
		const { json } = await askVault(emulator, `/secrets?${V}`);
		for (const item of json.value) assert.equal(item.value, undefined);
		const backing = json.value.find(({ id }: { id: string }) => id === `${emulator.vaultUrl}/secrets/listed`);
		assert.equal(backing.managed, true);
		const versions = (await askVault(emulator, `/certificates/listed/versions?${V}`)).json.value;
		assert.equal(versions.length, 1);
		assert.match(versions[0].id, /\/certificates\/listed\/[0-9a-f]{32}$/);
		assert.deepEqual((await askVault(emulator, `/secrets/nowhere/versions?${V}`)).json, { value: [], nextLink: null });
		assert.equal((await askVault(emulator, `/secrets?${V}&maxresults=26`)).status, 400);
	});
});
