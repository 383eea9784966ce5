// New versions of certificates: as the issuer `Self` makes them, and as a vault stores them.
import { type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { makeCertificate } from './certificate-authority.js';
import { type CertificatePolicy, EXTENDED_USES, type KeyProperties, type PolicyRequest } from './certificate-policy.js';
import { writeCertificate } from './certificate-writer.js';
import { describePolicy } from './imported-policy.js';
import { type KeyKind, type KeyPair, openKeyPair, pooledKeyPair } from './key-pair.js';
import { type HeldParts, holdCertificate, type MadeCertificate } from './made-certificate.js';
import type { PendingOperation, VersionOptions } from './pending-operation.js';
import type { CertificateContentType, CertificateOptions, StoredCertificate, StoredVersion } from './stored-objects.js';

/** A certificate with its key that is to become a version. */
export interface NewVersion extends Omit<HeldParts, 'exportable'> {
	readonly policy: CertificatePolicy;
	readonly wanted: VersionOptions;
	/** Milliseconds since 1970. */
	readonly bornMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const TEN_MINUTES_MS = 10 * 60 * 1000;

/** The version that the issuer `Self` makes of a request. */
export function issueAsSelf({ policy, key, wanted }: PendingOperation, bornMs: number): NewVersion {
	const { subject } = policy.x509_props;
	const order = { subject, publicKey: key.publicKey, signingKey: key.privateKey, wanted: policy.x509_props };
	const der = writeCertificate({ ...order, ...lifeAsIssued(policy, bornMs) });
	return { der, privateKeyPem: pemOf(key.privateKey), policy, wanted, bornMs };
}

/** A version as it is stored. */
export function makeVersion(name: string, { policy, wanted, bornMs, ...parts }: NewVersion): StoredCertificate {
	const { exportable } = policy.key_props;
	const certificate = holdCertificate({ ...parts, exportable });
	return {
		...makeStored(name, certificate, { wanted, bornMs }),
		contentType: policy.secret_props.contentType as CertificateContentType,
		exportable,
		keyUsage: policy.x509_props.key_usage,
		keyEnabled: true,
	};
}

/** A version that a test prepares, and its policy: what is not said follows from the certificate, issued by the vault itself. */
export function prepareVersion(
	name: string,
	options: CertificateOptions,
	nowMs: number,
): { readonly policy: PolicyRequest; readonly stored: StoredCertificate } {
	const { contentType = 'application/x-pkcs12', keyUsage = ['digitalSignature'], exportable = true } = options;
	const { keyEnabled = true, policy = {} } = options;
	const bornMs = Math.floor(nowMs / 1000) * 1000;
	const life = { notBefore: new Date(bornMs - DAY_MS), notAfter: new Date(bornMs + 365 * DAY_MS) };
	const subject = [{ shortName: 'CN', value: name }];
	const certificate = options.made ?? makeCertificate({ subject, ...life, ...options });
	const described = describePolicy(certificate.der, { key_props: { exportable }, secret_props: { contentType } });
	const stored = makeStored(name, certificate, { wanted: options, bornMs });
	return {
		policy: {
			...described,
			issuer: { name: 'Self', cert_transparency: false },
			...policy,
			key_props: { ...described.key_props, ...policy.key_props },
			x509_props: { ...described.x509_props, ekus: EXTENDED_USES, key_usage: keyUsage, ...policy.x509_props },
		},
		stored: { ...stored, contentType, exportable, keyUsage, keyEnabled },
	};
}

// Makes the parts that a version has from its certificate: identifier, life, state and tags.
function makeStored(
	name: string,
	certificate: MadeCertificate,
	{ wanted: { enabled = true, tags }, bornMs }: Pick<NewVersion, 'wanted' | 'bornMs'>,
): StoredVersion & { readonly certificate: MadeCertificate } {
	const { validFrom, validTo } = new X509Certificate(certificate.der);
	const life = { notBefore: Date.parse(validFrom) / 1000, expires: Date.parse(validTo) / 1000 };
	const created = Math.floor(bornMs / 1000);
	const version = randomBytes(16).toString('hex');
	return { name, version, enabled, ...life, created, updated: created, tags, certificate };
}

/** Makes the version that a vault shows of a certificate whose first version is not there yet. */
export function makePlaceholder(name: string, policy: CertificatePolicy, nowMs: number): StoredVersion {
	const { notBeforeMs, notAfterMs } = lifeAsIssued(policy, nowMs);
	const life = { notBefore: Math.floor(notBeforeMs / 1000), expires: Math.floor(notAfterMs / 1000) };
	const created = Math.floor(nowMs / 1000);
	const version = randomBytes(16).toString('hex');
	return { name, version, enabled: false, ...life, created, updated: created, tags: undefined };
}

// From ten minutes before, for clocks that are slow.
function lifeAsIssued({ x509_props }: CertificatePolicy, nowMs: number) {
	const notAfter = new Date(nowMs);
	notAfter.setUTCMonth(notAfter.getUTCMonth() + x509_props.validity_months);
	return { notBeforeMs: nowMs - TEN_MINUTES_MS, notAfterMs: notAfter.getTime() };
}

/** A private key in PKCS#8. */
export function pemOf(privateKey: KeyObject): string {
	return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Both halves of the key of a certificate. */
export function keyPairOf({ privateKeyPem }: MadeCertificate): KeyPair {
	return openKeyPair(privateKeyPem);
}

const KEY_KINDS: Readonly<Record<string, KeyKind>> = {
	'3072': 'rsa-3072',
	'4096': 'rsa-4096',
	'P-256': 'ec',
	'P-384': 'ec-384',
	'P-521': 'ec-521',
	'P-256K': 'ec-k256',
};

/** The key of a new version: the current one's if it is to be used again, else one of the vault's own. */
export function makeKeyFor(
	{ reuse_key, crv, key_size }: KeyProperties,
	current: MadeCertificate | undefined,
	index: number,
): KeyPair {
	if (reuse_key && current !== undefined) return keyPairOf(current);
	return pooledKeyPair(KEY_KINDS[crv ?? key_size] ?? 'rsa', index);
}
