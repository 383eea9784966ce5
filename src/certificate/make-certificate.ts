// A certificate for a request, whose issuer signs elsewhere: X.509 version 3 (RFC 5280), of one purpose, to sign.
import { createHash, X509Certificate } from 'node:crypto';
import type { CertificateRequest } from './certificate-request.js';
import { readBits, readElement, readInside, TAG } from './der.js';
import {
	writeBits,
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
	writeSetOf,
	writeTime,
	writeTrue,
	writeUnsigned,
	writeUtf8String,
} from './der-write.js';

/** Contents of a new certificate. Instants in seconds since 1970. */
export interface NewCertificate {
	readonly request: CertificateRequest;
	/** The certificate of the key that signs, DER. */
	readonly issuer: Buffer;
	/** 16 random bytes. */
	readonly serial: Buffer;
	readonly notBefore: number;
	readonly notAfter: number;
}

/** Signs by RSASSA-PKCS1-v1_5 with SHA-256 (RS256), wherever the key is. */
export type SignCertificate = (text: Buffer) => Promise<Buffer>;

const OID = {
	sha256WithRsa: '1.2.840.113549.1.1.11',
	commonName: '2.5.4.3',
	subjectKeyIdentifier: '2.5.29.14',
	keyUsage: '2.5.29.15',
	basicConstraints: '2.5.29.19',
	authorityKeyIdentifier: '2.5.29.35',
} as const;

/** Returns the certificate, DER. @throws whatever `sign` throws */
export async function makeCertificate(wanted: NewCertificate, sign: SignCertificate): Promise<Buffer> {
	const { request, issuer, serial, notBefore, notAfter } = wanted;
	const algorithm = writeSequence(writeOid(OID.sha256WithRsa), writeNull());
	const tbsCertificate = writeSequence(
		writeElement(TAG.context0, writeInteger(2)),
		writeUnsigned(serial),
		algorithm,
		writeIssuer(issuer),
		writeSequence(writeTime(notBefore), writeTime(notAfter)),
		request.subject,
		request.publicKeyInfo,
		writeElement(TAG.context3, writeExtensions(request.publicKeyInfo, issuer)),
	);
	return writeSequence(tbsCertificate, algorithm, writeBits(await sign(tbsCertificate)));
}

/**
 * The issuer's name. It must not be the subject: a certificate of which both are the same counts as signed by its own key.
 * The name of the certificate that signs is most often that of the next one, so it is named by its thumbprint.
 */
function writeIssuer(issuer: Buffer): Buffer {
	const thumbprint = createHash('sha1').update(issuer).digest('hex').toUpperCase();
	const name = writeSequence(writeOid(OID.commonName), writeUtf8String(`azure-key-vault-action ${thumbprint}`));
	return writeSequence(writeSetOf(name));
}

function writeExtensions(publicKeyInfo: Buffer, issuer: Buffer): Buffer {
	const issuerKeyInfo = new X509Certificate(issuer).publicKey.export({ format: 'der', type: 'spki' });
	return writeSequence(
		writeExtension(OID.basicConstraints, { isCritical: true }, writeSequence()),
		// digitalSignature is the first of nine bits (RFC 5280 section 4.2.1.3).
		writeExtension(OID.keyUsage, { isCritical: true }, writeBits(Buffer.from([0x80]), 7)),
		writeExtension(OID.subjectKeyIdentifier, { isCritical: false }, writeOctets(keyIdentifier(publicKeyInfo))),
		writeExtension(
			OID.authorityKeyIdentifier,
			{ isCritical: false },
			writeSequence(writeElement(TAG.context0Primitive, keyIdentifier(issuerKeyInfo))),
		),
	);
}

function writeExtension(oid: string, { isCritical }: { readonly isCritical: boolean }, value: Buffer): Buffer {
	return writeSequence(writeOid(oid), ...(isCritical ? [writeTrue()] : []), writeOctets(value));
}

// The SHA-1 of the key's bits (RFC 5280 section 4.2.1.2).
function keyIdentifier(publicKeyInfo: Buffer): Buffer {
	const [, bits] = readInside(readElement(publicKeyInfo, 0).element, TAG.sequence);
	return createHash('sha1').update(readBits(bits)).digest();
}
