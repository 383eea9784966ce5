// Stored objects in Key Vault's JSON: https://learn.microsoft.com/rest/api/keyvault (secrets, certificates, keys)
import { createHash } from 'node:crypto';
import type { CertificateRecord } from './certificate-store.js';
import type { DeletedObject } from './shelf.js';
import type { CollectionName, StoredCertificate, StoredKey, StoredSecret, StoredVersion } from './stored-objects.js';

/** A secret with its value, as GET and PUT answer. */
export function secretBundle(origin: string, secret: StoredSecret): object {
	return { value: secret.value, ...secretWithoutValue(origin, secret) };
}

/** A secret as changes and deletions answer. */
export function secretWithoutValue(origin: string, secret: StoredSecret): object {
	return {
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

/** Parts of an answer about a certificate in addition to its version. */
export interface CertificateView {
	readonly record?: CertificateRecord | undefined;
	readonly policy?: boolean;
	readonly pending?: boolean;
}

/** Parts that GET shows with a version, and without one. */
export const VERSION_VIEW = { policy: false, pending: false };
export const NEWEST_VIEW = { policy: true, pending: true };

/** A certificate, or what is shown of one that is not issued yet. */
export function certificateBundle(
	origin: string,
	stored: StoredCertificate | StoredVersion,
	{ record, policy = false, pending = false }: CertificateView,
): object {
	const { name, version, tags } = stored;
	const address = `${origin}/certificates/${name}`;
	const { preserveCertOrder } = record ?? {};
	return {
		id: `${address}/${version}`,
		...('certificate' in stored && {
			kid: `${origin}/keys/${name}/${version}`,
			sid: `${origin}/secrets/${name}/${version}`,
			x5t: thumbprint(stored.certificate.der),
			cer: stored.certificate.der.toString('base64'),
		}),
		attributes: attributes(stored),
		...(tags !== undefined && { tags }),
		...(policy && record !== undefined && { policy: policyBundle(origin, record) }),
		...(pending && record?.pending !== undefined && { pending: { id: `${address}/pending` } }),
		...(preserveCertOrder !== undefined && { preserveCertOrder }),
	};
}

/** A certificate's policy. */
export function policyBundle(origin: string, { name, policy }: CertificateRecord): object {
	return { id: `${origin}/certificates/${name}/policy`, ...policy };
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
	return deletedKeyBundle(origin, key, { hsmPlatform: '0' });
}

/** A key's public part, as GET of a deleted one answers. */
export function deletedKeyBundle(origin: string, key: StoredKey, platform: object = {}): object {
	const { name, version, type, publicKey, operations, managed } = key;
	const jwk = publicKey.export({ format: 'jwk' });
	const members = { ...jwk, kty: type, ...(jwk.crv === 'secp256k1' && { crv: 'P-256K' }) };
	const more = { ...(!managed && { exportable: false }), ...platform };
	return {
		key: { kid: `${origin}/keys/${name}/${version}`, key_ops: operations, ...members },
		...keyProperties(key, more),
	};
}

/** A key in a list, whose address is called otherwise than those of secrets and certificates. */
export function keyItem(origin: string, key: StoredKey, versioned: boolean): object {
	return { kid: `${origin}/keys/${key.name}${versioned ? `/${key.version}` : ''}`, ...keyProperties(key) };
}

function keyProperties(key: StoredKey, more: object = {}): object {
	return {
		attributes: { ...attributes(key), ...more },
		...(key.tags !== undefined && { tags: key.tags }),
		...(key.managed && { managed: true }),
	};
}

/** Returns the parts that an answer about a deleted object has in addition to the object. */
export function deletionOf(
	{ deletedMs, versions }: DeletedObject<StoredVersion>,
	origin: string,
	collection: CollectionName,
): object {
	const deletedDate = Math.floor(deletedMs / 1000);
	return {
		recoveryId: `${origin}/deleted${collection}/${versions[0]?.name}`,
		deletedDate,
		scheduledPurgeDate: deletedDate + RECOVERABLE_DAYS * 24 * 60 * 60,
	};
}

const RECOVERABLE_DAYS = 90;

function thumbprint(der: Buffer): string {
	return createHash('sha1').update(der).digest('base64url');
}

function attributes({ enabled, notBefore, expires, created, updated }: StoredVersion): object {
	return {
		enabled,
		...(notBefore !== undefined && { nbf: notBefore }),
		...(expires !== undefined && { exp: expires }),
		created,
		updated,
		recoveryLevel: 'Recoverable+Purgeable',
		recoverableDays: RECOVERABLE_DAYS,
	};
}
