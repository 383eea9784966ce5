// A private key in DER, which certificate belongs to it, and which ones issued that.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { ActionError } from '../errors.js';
import { nameAlgorithm } from './algorithm-names.js';
import { readBer, readBerInside, readFirstBer } from './ber.js';
import { missingBytes, readOid, TAG } from './der.js';
import { cutOff, type Format, mismatch, noCertificate, noKey, notTaken, tooLarge, unreadable } from './pfx-error.js';

/** A private key with its certificate: what signs in as an application, or as a server. */
export interface KeyWithChain {
	readonly privateKey: KeyObject;
	/** The certificate of that key, DER. */
	readonly certificate: Buffer;
	/** Its issuers, DER, nearest first; a root only if it was in the source. */
	readonly chain: readonly Buffer[];
}

/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;

/** Whether this private key belongs to the certificate (DER), that is, their public keys are equal. */
export function isKeyPair(privateKey: KeyObject, certificate: Buffer): boolean {
	const parsed = parseCertificate(certificate);
	return parsed !== undefined && belongsTo(privateKey, parsed);
}

/** Keys and certificates in no order that means anything. */
export interface KeysAndCertificates {
	readonly privateKeys: readonly KeyObject[];
	/** DER. */
	readonly certificates: readonly Buffer[];
	/** Errors of the keys that cannot be used: the reason if no usable key has a certificate. */
	readonly unusable?: readonly ActionError[];
	/** The certificate that is meant, DER; undefined if `findKeyWithChain` is to choose. */
	readonly wanted?: Buffer | undefined;
}

interface KeyWithLeaf {
	readonly privateKey: KeyObject;
	readonly leaf: X509Certificate;
}

/**
 * Returns the first key with a certificate that is no CA's, else the first that has a certificate, with its issuers.
 * @throws ActionError if there is no key, no certificate that is meant belongs to one, or there are too many
 */
export function findKeyWithChain(
	format: Format,
	{ privateKeys, certificates, unusable = [], wanted }: KeysAndCertificates,
): KeyWithChain {
	if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
		throw tooLarge(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
	const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
	const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
	const pairs = privateKeys.flatMap((privateKey) =>
		candidates.filter((leaf) => belongsTo(privateKey, leaf)).map((leaf): KeyWithLeaf => ({ privateKey, leaf })),
	);
	const found = pairs.find(({ leaf }) => !leaf.ca) ?? pairs[0];
	if (found === undefined) throw whyNoPair(format, { privateKeys, certificates, unusable, parsed });
	const chain = findIssuers(found.leaf, parsed).map(({ raw }) => raw);
	return { privateKey: found.privateKey, certificate: found.leaf.raw, chain };
}

type Found = Required<Omit<KeysAndCertificates, 'wanted'>> & { readonly parsed: readonly X509Certificate[] };

function whyNoPair(format: Format, { privateKeys, certificates, unusable, parsed }: Found): ActionError {
	if (unusable[0] !== undefined) return unusable[0];
	if (privateKeys.length === 0) return noKey(format, certificates.length);
	if (certificates.length === 0) return noCertificate(format);
	if (parsed.length < certificates.length) return unreadable(format, 'a certificate in it is broken');
	return mismatch(format, certificates.length);
}

/** Tells whether one certificate issued another. */
type IsIssuedBy = (certificate: X509Certificate, issuer: X509Certificate) => boolean;

function findIssuers(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
	const isIssuedBy = rememberingIssuers();
	const issuers: X509Certificate[] = [];
	const left = new Set(withoutCopies(certificates.filter(({ raw }) => !raw.equals(leaf.raw))));
	for (let current = leaf; !isIssuedBy(current, current); ) {
		const candidates = [...left].filter((candidate) => isIssuedBy(current, candidate));
		// An authority may be signed by several others: the one whose own issuer is here leads on.
		const issuer = candidates.find((one) => [...left].some((next) => isIssuedBy(one, next))) ?? candidates[0];
		if (issuer === undefined) break;
		issuers.push(issuer);
		left.delete(issuer);
		current = issuer;
	}
	return issuers;
}

function withoutCopies(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
	return [...new Map(certificates.map((one) => [one.fingerprint256, one])).values()];
}

// Names alone do not tell: a renewed authority keeps its name. A signature is verified once for each two certificates.
function rememberingIssuers(): IsIssuedBy {
	const known = new Map<X509Certificate, Map<X509Certificate, boolean>>();
	return (certificate, issuer) => {
		const ofCertificate = known.get(certificate) ?? new Map<X509Certificate, boolean>();
		known.set(certificate, ofCertificate);
		const isIssuer =
			ofCertificate.get(issuer) ??
			attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
		ofCertificate.set(issuer, isIssuer);
		return isIssuer;
	};
}

// Not by comparing public keys with `equals`: if their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey: KeyObject, certificate: X509Certificate): boolean {
	return certificate.checkPrivateKey(privateKey);
}

// Bytes after the certificate are not part of it: OpenSSL's trust settings (TRUSTED CERTIFICATE), or filling.
function parseCertificate(der: Buffer): X509Certificate | undefined {
	return attempt(() => new X509Certificate(readFirstBer(der).raw));
}

// A key that OpenSSL does not know counts as no match rather than as a failure.
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}

/** A private key, and how it is encoded. */
export interface EncodedKey {
	readonly der: Buffer;
	/** PKCS#8 (RFC 5958), PKCS#1 (RFC 8017 App. A.1.2) or SEC1 (RFC 5915). */
	readonly type: 'pkcs8' | 'pkcs1' | 'sec1';
}

/**
 * Returns the key.
 * @throws ActionError `..._CUT_OFF`, `..._UNREADABLE` or, for a kind of key that Node does not know, `..._NOT_TAKEN`
 */
export function parsePrivateKey(format: Format, { der, type }: EncodedKey): KeyObject {
	try {
		// Bytes after the key are not part of it.
		return createPrivateKey({ key: readFirstBer(der).raw, format: 'der', type });
	} catch (cause) {
		throw whyUnreadable(format, { der, type }, cause);
	}
}

/** Keys that can be used, and why the others cannot. */
export interface ParsedKeys {
	readonly privateKeys: readonly KeyObject[];
	readonly unusable: readonly ActionError[];
}

/** Parses each key that `open` gives. */
export function openEach<T>(items: readonly T[], open: (item: T) => KeyObject): ParsedKeys {
	const privateKeys: KeyObject[] = [];
	const unusable: ActionError[] = [];
	for (const item of items) {
		try {
			privateKeys.push(open(item));
		} catch (error) {
			if (!(error instanceof ActionError)) throw error;
			unusable.push(error);
		}
	}
	return { privateKeys, unusable };
}

/** Parses keys of which some may be of a kind that Node does not know. */
export function parsePrivateKeys(format: Format, keys: readonly EncodedKey[]): ParsedKeys {
	return openEach(keys, (key) => parsePrivateKey(format, key));
}

/** Kinds of keys that Node knows: if it cannot read one, the key is damaged. */
const KNOWN_KINDS: readonly string[] = ['RSA', 'RSA-PSS', 'EC', 'DSA', 'DH', 'X25519', 'X448', 'Ed25519', 'Ed448'];

function whyUnreadable(format: Format, { der, type }: EncodedKey, cause: unknown): ActionError {
	const missing = missingBytes(der);
	if (missing > 0) return cutOff(format, `the last ${missing} bytes of its private key are missing`);
	const kind = type === 'pkcs8' ? kindOfPkcs8(der) : 'RSA';
	if (kind === undefined || KNOWN_KINDS.includes(kind)) return unreadable(format, 'its private key is broken', cause);
	const hint = 'Use a certificate with an RSA or EC key.';
	return notTaken(format, `holds a private key of the kind ${kind}, which Node.js does not support`, hint);
}

// PrivateKeyInfo (RFC 5958 section 2): version, then the AlgorithmIdentifier.
function kindOfPkcs8(der: Buffer): string | undefined {
	try {
		const [outer] = readBer(der);
		const [, algorithm] = readBerInside(outer, TAG.sequence);
		const [oid] = readBerInside(algorithm, TAG.sequence);
		return nameAlgorithm(readOid(oid));
	} catch {
		return undefined;
	}
}
