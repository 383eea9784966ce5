// Stored objects in Key Vault's JSON: https://learn.microsoft.com/rest/api/keyvault (secrets, certificates, keys)
import { createHash, X509Certificate } from 'node:crypto';
import type { StoredCertificate, StoredKey, StoredSecret, StoredVersion } from './stored-objects.js';

/** A secret with its value, as GET answers. */
export function secretBundle(origin: string, secret: StoredSecret): object {
	return {
		value: secret.value,
		...secretProperties(origin, secret, `/${secret.version}`),
		...(secret.managed && { kid: `${origin}/keys/${secret.name}/${secret.version}` }),
	};
}

/** A secret in a list: no value; `versioned` in the list of its versions. */
export function secretItem(origin: string, secret: StoredSecret, versioned: boolean): object {
	return secretProperties(origin, secret, versioned ? `/${secret.version}` : '');
}

function secretProperties(origin: string, secret: StoredSecret, versionPath: string): object {
	return {
		...(secret.contentType !== undefined && { contentType: secret.contentType }),
		id: `${origin}/secrets/${secret.name}${versionPath}`,
		...(secret.managed && { managed: true }),
		attributes: attributes(secret),
		...(secret.tags !== undefined && { tags: secret.tags }),
	};
}

/** A certificate, as GET answers: with `policy` and `pending` only where no version was asked for; little before it is issued. */
export function certificateBundle(origin: string, stored: StoredCertificate, versioned: boolean): object {
	const { name, version, certificate, tags } = stored;
	const address = `${origin}/certificates/${name}`;
	return {
		id: `${address}/${version}`,
		...(!stored.pending && {
			kid: `${origin}/keys/${name}/${version}`,
			sid: `${origin}/secrets/${name}/${version}`,
			x5t: thumbprint(certificate.der),
			cer: certificate.der.toString('base64'),
		}),
		attributes: attributes(stored),
		...(tags !== undefined && { tags }),
		...(!versioned && { policy: policy(address, stored), pending: { id: `${address}/pending` } }),
	};
}

/** A certificate in a list. */
export function certificateItem(origin: string, stored: StoredCertificate, versioned: boolean): object {
	const { name, version, certificate, tags } = stored;
	return {
		id: `${origin}/certificates/${name}${versioned ? `/${version}` : ''}`,
		x5t: thumbprint(certificate.der),
		attributes: attributes(stored),
		...(tags !== undefined && { tags }),
		subject: '',
	};
}

/** A key's public part, as GET answers. */
export function keyBundle(origin: string, key: StoredKey): object {
	const { name, version, type, publicKey } = key;
	const jwk = publicKey.export({ format: 'jwk' });
	const members = { ...jwk, kty: type, ...(jwk.crv === 'secp256k1' && { crv: 'P-256K' }) };
	return {
		key: { kid: `${origin}/keys/${name}/${version}`, key_ops: ['sign', 'verify'], ...members },
		...keyProperties(key),
	};
}

/** A key in a list, whose address is called otherwise than those of secrets and certificates. */
export function keyItem(origin: string, key: StoredKey, versioned: boolean): object {
	return { kid: `${origin}/keys/${key.name}${versioned ? `/${key.version}` : ''}`, ...keyProperties(key) };
}

function keyProperties(key: StoredKey): object {
	return {
		attributes: attributes(key),
		...(key.tags !== undefined && { tags: key.tags }),
		...(key.managed && { managed: true }),
	};
}

function policy(address: string, stored: StoredCertificate): object {
	const { certificate, contentType, exportable, created, keyUsage } = stored;
	const { subject } = new X509Certificate(certificate.der);
	return {
		id: `${address}/policy`,
		key_props: { exportable, kty: 'RSA', key_size: 2048, reuse_key: false },
		secret_props: { contentType },
		x509_props: {
			subject: subject.split('\n').reverse().join(', '),
			ekus: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
			key_usage: keyUsage,
			validity_months: 12,
			basic_constraints: { ca: false },
		},
		lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
		issuer: { name: 'Self', cert_transparency: false },
		attributes: { enabled: true, created, updated: created },
	};
}

function thumbprint(der: Buffer): string {
	return createHash('sha1').update(der).digest('base64url');
}

function attributes({ enabled, notBefore, expires, created }: StoredVersion): object {
	return {
		enabled,
		...(notBefore !== undefined && { nbf: notBefore }),
		...(expires !== undefined && { exp: expires }),
		created,
		updated: created,
		recoveryLevel: 'Recoverable+Purgeable',
		recoverableDays: 90,
	};
}
