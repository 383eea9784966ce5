// Facts that a certificate states about itself.
import { createHash } from 'node:crypto';
import { type DerElement, notDer, readElements, readInside, readOid, TAG } from './der.js';
import { toPem } from './pem.js';

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
 * @throws ActionError if it is none
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

// The short names of System.Security.Cryptography.Oid, which are those of Windows.
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
	'0.9.2342.19200300.100.1.25': 'DC',
	'1.2.840.113549.1.9.1': 'E',
	'2.5.4.3': 'CN',
	'2.5.4.4': 'SN',
	'2.5.4.5': 'SERIALNUMBER',
	'2.5.4.6': 'C',
	'2.5.4.7': 'L',
	'2.5.4.8': 'S',
	'2.5.4.9': 'STREET',
	'2.5.4.10': 'O',
	'2.5.4.11': 'OU',
	'2.5.4.12': 'T',
	'2.5.4.13': 'Description',
	'2.5.4.17': 'PostalCode',
	'2.5.4.18': 'POBox',
	'2.5.4.20': 'Phone',
	'2.5.4.24': 'X21Address',
	'2.5.4.42': 'G',
	'2.5.4.43': 'I',
	'2.5.4.46': 'dnQualifier',
};

/**
 * The name in .NET's form (`X509Certificate2.Subject`): the last part first, `, ` between parts, ` + ` within one.
 * @param name the DER element of an X.501 `Name` (RFC 5280 section 4.1.2.4)
 */
export function describeName(name: DerElement | undefined): string {
	const parts = readInside(name, TAG.sequence).map((part) =>
		readInside(part, TAG.set)
			.map((attribute) => describeAttribute(readInside(attribute, TAG.sequence)))
			.join(' + '),
	);
	return parts.reverse().join(', ');
}

function describeAttribute([type, value]: readonly DerElement[]): string {
	const oid = readOid(type);
	if (value === undefined) throw notDer();
	const text = readText(value);
	// A value that has no text form is shown as RFC 4514 section 2.4 does.
	const shown = text === undefined ? `#${value.raw.toString('hex')}` : quote(withoutNulsAtEnd(text));
	return `${ATTRIBUTE_NAMES[oid] ?? `OID.${oid}`}=${shown}`;
}

// As .NET does. A pattern would look at each NUL of a hostile value once for each before it.
function withoutNulsAtEnd(text: string): string {
	let end = text.length;
	while (text.charCodeAt(end - 1) === 0) end--;
	return text.slice(0, end);
}

// .NET quotes what would be read otherwise, and doubles quotes within; "\r" alone is not among its reasons.
function quote(text: string): string {
	const needed = text === '' || /^[ \t-\r]|[ \t-\r]$|[,+="\n<>#;]/.test(text);
	return needed ? `"${text.replaceAll('"', '""')}"` : text;
}

function readText({ tag, contents }: DerElement): string | undefined {
	switch (tag) {
		case TAG.utf8String:
		case TAG.numericString:
		case TAG.printableString:
		case TAG.ia5String:
		case TAG.visibleString:
			return contents.toString('utf8');
		case TAG.teletexString:
			return decodeTeletex(contents);
		case TAG.bmpString:
			return decodeBigEndian(contents, 2);
		case TAG.universalString:
			return decodeBigEndian(contents, 4);
		default:
			return undefined;
	}
}

// As .NET reads it: UTF-8 if it is that, which the standard does not foresee and software writes, else Latin-1.
function decodeTeletex(contents: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents);
	} catch {
		return contents.toString('latin1');
	}
}

function decodeBigEndian(contents: Buffer, width: 2 | 4): string {
	let text = '';
	for (let offset = 0; offset + width <= contents.length; offset += width) {
		const code = contents.readUIntBE(offset, width);
		text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
	}
	return text;
}
