// Which certificate belongs to a private key, and which ones issued it.
import { type KeyObject, X509Certificate } from 'node:crypto';
import { type Format, noCertificate, noKey, unsupported } from './pfx-error.js';

/** A private key with its certificate: what signs in as an application, or as a server. */
export interface CertificateIdentity {
	readonly privateKey: KeyObject;
	/** The certificate of that key, DER. */
	readonly certificate: Buffer;
	/** Its issuers, DER, nearest first; a root only where it was in the source. */
	readonly chain: readonly Buffer[];
}

/** Far beyond any chain that is in use; keeps the comparisons of a hostile file few. */
const MAX_CERTIFICATES = 100;

/** Does this private key belong to the certificate (DER), that is, are their public keys equal? */
export function isKeyPair(privateKey: KeyObject, certificate: Buffer): boolean {
	const parsed = parseCertificate(certificate);
	return parsed !== undefined && belongsTo(privateKey, parsed);
}

/** Keys and certificates in no order that means anything. */
export interface IdentityParts {
	readonly privateKeys: readonly KeyObject[];
	/** DER. */
	readonly certificates: readonly Buffer[];
	/** The certificate that is meant, DER; undefined for the first that belongs to a key. */
	readonly wanted?: Buffer | undefined;
}

/**
 * The first key that one of the certificates belongs to, with that certificate and its issuers.
 * @throws ActionError where there is no key, where no certificate that is meant belongs to one, and where there are too many
 */
export function findIdentity(
	format: Format,
	{ privateKeys, certificates, wanted }: IdentityParts,
): CertificateIdentity {
	if (privateKeys.length === 0) throw noKey(format, certificates.length);
	if (Math.max(privateKeys.length, certificates.length) > MAX_CERTIFICATES)
		throw unsupported(format, `more than ${MAX_CERTIFICATES} keys or certificates`);
	const parsed = certificates.flatMap((certificate) => parseCertificate(certificate) ?? []);
	const candidates = wanted === undefined ? parsed : parsed.filter(({ raw }) => raw.equals(wanted));
	for (const privateKey of privateKeys) {
		const leaf = candidates.find((certificate) => belongsTo(privateKey, certificate));
		if (leaf === undefined) continue;
		return { privateKey, certificate: leaf.raw, chain: findIssuers(leaf, parsed).map(({ raw }) => raw) };
	}
	throw noCertificate(format, certificates.length);
}

function findIssuers(leaf: X509Certificate, certificates: readonly X509Certificate[]): readonly X509Certificate[] {
	const issuers: X509Certificate[] = [];
	const left = certificates.filter((certificate) => !certificate.raw.equals(leaf.raw));
	for (let current = leaf; !isIssuedBy(current, current); ) {
		const index = left.findIndex((candidate) => isIssuedBy(current, candidate));
		const [issuer] = index === -1 ? [] : left.splice(index, 1);
		if (issuer === undefined) break;
		issuers.push(issuer);
		current = issuer;
	}
	return issuers;
}

// Names alone do not tell: a renewed authority keeps its name.
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
	return attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) === true;
}

// Not by comparing public keys with `equals`: where their types differ, it leaves an error behind in OpenSSL's queue, and
// the next key that Node 20 or 24 parses fails with it.
function belongsTo(privateKey: KeyObject, certificate: X509Certificate): boolean {
	return certificate.checkPrivateKey(privateKey);
}

function parseCertificate(der: Buffer): X509Certificate | undefined {
	return attempt(() => new X509Certificate(der));
}

// What OpenSSL does not know, such as an exotic kind of key, is no match rather than a failure.
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
