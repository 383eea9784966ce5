// Writes requests for certificates (PKCS#10, RFC 2986) and certificates (RFC 5280) for keys of any kind.
import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { KEY_USES, type X509Properties } from './certificate-policy.js';
import { bits, der, explicit, integer, isTrue, nothing, octets, oid, sequence, set, time } from './der.js';
import { encodeName } from './distinguished-name.js';

/** A request for what a policy describes, signed by its key. */
export function writeSigningRequest(wanted: X509Properties, key: KeyObject): Buffer {
	const extensionRequest = sequence(oid('1.2.840.113549.1.9.14'), set(sequence(...describeUses(wanted))));
	const info = sequence(integer(0), encodeName(wanted.subject), publicKeyOf(key), explicit(0, extensionRequest));
	return signed(info, key);
}

/** Contents of a certificate, and its signer. */
export interface CertificateMinting {
	/** As a policy has it. */
	readonly subject: string;
	readonly publicKey: KeyObject;
	/** Left out: the certificate is signed by its own key. */
	readonly issuer?: string;
	readonly signingKey: KeyObject;
	readonly notBeforeMs: number;
	readonly notAfterMs: number;
	/** Uses and names; left out: the certificate has no extensions but the key's identifier. */
	readonly wanted?: X509Properties;
}

/** A certificate in DER. */
export function writeCertificate(order: CertificateMinting): Buffer {
	const { subject, publicKey, issuer = subject, signingKey, notBeforeMs, notAfterMs, wanted } = order;
	const serialNumber = randomBytes(16);
	// Positive, and without a leading zero byte.
	serialNumber[0] = 0x40 | ((serialNumber[0] ?? 0) & 0x3f);
	const spki = publicKey.export({ format: 'der', type: 'spki' });
	const extensions = [
		...(wanted === undefined ? [] : describeUses(wanted)),
		extension('2.5.29.35', sequence(der(0x80, keyIdentifier(createPublicKey(signingKey))))),
		extension('2.5.29.14', octets(keyIdentifier(publicKey))),
	];
	const info = sequence(
		explicit(0, integer(2)),
		der(0x02, serialNumber),
		algorithmOf(signingKey),
		encodeName(issuer),
		sequence(time(notBeforeMs), time(notAfterMs)),
		encodeName(subject),
		spki,
		explicit(3, sequence(...extensions)),
	);
	return signed(info, signingKey);
}

function signed(info: Buffer, key: KeyObject): Buffer {
	return sequence(info, algorithmOf(key), bits(sign('sha256', info, key)));
}

function algorithmOf({ asymmetricKeyType }: KeyObject): Buffer {
	if (asymmetricKeyType === 'ec') return sequence(oid('1.2.840.10045.4.3.2'));
	return sequence(oid('1.2.840.113549.1.1.11'), nothing());
}

function publicKeyOf(key: KeyObject): Buffer {
	return createPublicKey(key).export({ format: 'der', type: 'spki' });
}

function keyIdentifier(publicKey: KeyObject): Buffer {
	return createHash('sha1')
		.update(publicKey.export({ format: 'der', type: 'spki' }))
		.digest();
}

function extension(type: string, value: Buffer, isCritical = false): Buffer {
	return sequence(oid(type), ...(isCritical ? [isTrue()] : []), octets(value));
}

// In the order of real vaults: the uses of the key, then those of the certificate, the other names, no CA.
function describeUses({ key_usage: uses, ekus, sans, basic_constraints: { ca } }: X509Properties): readonly Buffer[] {
	const names = describeNames(sans ?? {});
	return [
		...(uses.length > 0 ? [extension('2.5.29.15', keyUsageBits(uses), true)] : []),
		...(ekus.length > 0 ? [extension('2.5.29.37', sequence(...ekus.map(oid)))] : []),
		...(names.length > 0 ? [extension('2.5.29.17', sequence(...names))] : []),
		extension('2.5.29.19', sequence(...(ca ? [isTrue()] : []))),
	];
}

// A named bit list ends with its last one bit (X.690 section 11.2.2).
function keyUsageBits(uses: readonly string[]): Buffer {
	const places = uses.map((use) => KEY_USES.indexOf(use));
	const bytes = Buffer.alloc(Math.floor(Math.max(...places) / 8) + 1);
	for (const place of places) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (0x80 >> (place & 7));
	return der(0x03, Buffer.from([7 - (Math.max(...places) % 8)]), bytes);
}

function describeNames(sans: NonNullable<X509Properties['sans']>): readonly Buffer[] {
	const tagged = (tag: number) => (name: string) => der(0x80 + tag, Buffer.from(name));
	const addresses = (sans.ipAddresses ?? []).filter((address) => /^\d+(?:\.\d+){3}$/.test(address));
	return [
		...(sans.emails ?? []).map(tagged(1)),
		...(sans.dns_names ?? []).map(tagged(2)),
		...(sans.upns ?? []).map((upn) =>
			der(0xa0, oid('1.3.6.1.4.1.311.20.2.3'), explicit(0, der(0x0c, Buffer.from(upn)))),
		),
		...(sans.uris ?? []).map(tagged(6)),
		...addresses.map((address) => der(0x87, Buffer.from(address.split('.').map(Number)))),
	];
}
