// Statements of a certificate about itself, as Key Vault writes them into the policy of one that is imported.
import { X509Certificate } from 'node:crypto';
import { type CertificatePolicy, KEY_USES, type PolicyRequest, type SubjectNames } from './certificate-policy.js';

/** The policy of an imported certificate: its own properties go before those that are asked for. */
export function describePolicy(der: Buffer, asked: PolicyRequest = {}): PolicyRequest {
	const certificate = new X509Certificate(der);
	const { asymmetricKeyType, asymmetricKeyDetails = {} } = certificate.publicKey;
	const crv = CURVES[asymmetricKeyDetails.namedCurve ?? ''];
	const sans = namesOf(certificate.subjectAltName);
	const usages = keyUsesOf(der);
	return {
		...asked,
		key_props: {
			...asked.key_props,
			kty: asymmetricKeyType === 'ec' ? 'EC' : 'RSA',
			...(crv === undefined ? { key_size: asymmetricKeyDetails.modulusLength ?? 0 } : CURVE_SIZES[crv]),
			...(crv !== undefined && { crv }),
		},
		x509_props: {
			subject: printName(certificate.subject),
			...(sans !== undefined && { sans }),
			ekus: certificate.keyUsage ?? [],
			key_usage: usages,
			validity_months: monthsBetween(Date.parse(certificate.validFrom), Date.parse(certificate.validTo)),
			basic_constraints: { ca: isAuthority(der) },
		},
	};
}

const CURVES: Readonly<Record<string, string>> = {
	prime256v1: 'P-256',
	secp384r1: 'P-384',
	secp521r1: 'P-521',
	secp256k1: 'P-256K',
};

const CURVE_SIZES: Readonly<Record<string, Partial<CertificatePolicy['key_props']>>> = {
	'P-256': { key_size: 256 },
	'P-384': { key_size: 384 },
	'P-521': { key_size: 521 },
	'P-256K': { key_size: 256 },
};

// As .NET prints it: the last attribute of the name first.
function printName(subject: string): string {
	const lines = subject.split('\n').reverse();
	return lines.map((line) => line.replace(/^emailAddress=/, 'E=').replace(/^ST=/, 'S=')).join(', ');
}

function monthsBetween(fromMs: number, toMs: number): number {
	const [from, to] = [new Date(fromMs), new Date(toMs)];
	return Math.max(1, (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth());
}

function namesOf(text: string | undefined): SubjectNames | undefined {
	if (text === undefined) return undefined;
	const names = text.split(', ').map((name) => /^([^:]+):(.*)$/.exec(name) ?? ['', '', '']);
	const ofKind = (kind: string): readonly string[] =>
		names.filter(([, one]) => one === kind).map(([, , value = '']) => value);
	return {
		emails: ofKind('email'),
		dns_names: ofKind('DNS'),
		upns: [],
		uris: ofKind('URI'),
		ipAddresses: ofKind('IP Address'),
	};
}

// Node wants the right key uses as well.
function isAuthority(der: Buffer): boolean {
	return /0603551d13(?:0101ff)?04[0-9a-f]{2}30[0-9a-f]{2}0101ff/.test(der.toString('hex'));
}

// Node shows the extended uses alone. The extension: its identifier, whether it is critical, a bit string.
function keyUsesOf(der: Buffer): readonly string[] {
	const [, bytes = ''] =
		/0603551d0f(?:0101ff)?04[0-9a-f]{2}03[0-9a-f]{2}[0-9a-f]{2}((?:[0-9a-f]{2}){1,2})/.exec(der.toString('hex')) ?? [];
	const bits = [...Buffer.from(bytes, 'hex')];
	return KEY_USES.filter((_use, place) => ((bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0);
}
