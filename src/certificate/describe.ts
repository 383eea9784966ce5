// What a certificate says of itself.
import { createHash } from 'node:crypto';
import { readElements, readInside, TAG } from './der.js';
import { toPem } from './pem.js';
import { describeName } from './subject.js';

/** The public facts of a certificate. */
export interface CertificateFacts {
	/** SHA-1 of the DER, 40 upper-case hex digits: what Windows and PowerShell call the thumbprint. */
	readonly thumbprint: string;
	/** As .NET prints it, e.g. `CN=exo, O=Contoso`. */
	readonly subject: string;
	/** The certificate, PEM. */
	readonly pem: string;
}

/**
 * The facts of an X.509 certificate in DER (RFC 5280 section 4.1).
 * @throws ActionError where it is none
 */
export function describeCertificate(der: Buffer): CertificateFacts {
	const [tbsCertificate] = readInside(readElements(der)[0], TAG.sequence);
	const fields = readInside(tbsCertificate, TAG.sequence);
	// version [0], serialNumber, signature, issuer, validity, subject; the version is left out by version 1.
	const subject = fields[0]?.tag === TAG.context0 ? fields[5] : fields[4];
	return {
		thumbprint: createHash('sha1').update(der).digest('hex').toUpperCase(),
		subject: describeName(subject),
		pem: toPem('CERTIFICATE', der),
	};
}
