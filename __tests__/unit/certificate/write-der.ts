// DER for the tests of this folder, written element by element.

/** One element of DER: its tag, its length and what it contains. */
export function element(tag: number, ...contents: readonly (Buffer | string)[]): Buffer {
	const inside = Buffer.concat(contents.map((part) => Buffer.from(part)));
	return Buffer.concat([Buffer.from([tag, ...lengthOctets(inside.length)]), inside]);
}

function lengthOctets(length: number): readonly number[] {
	if (length < 0x80) return [length];
	if (length < 0x100) return [0x81, length];
	if (length < 0x10000) return [0x82, length >> 8, length & 0xff];
	return [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
}

/** OIDs of the attributes that the tests use most, as contents. */
export const OID = {
	commonName: Buffer.from([0x55, 0x04, 0x03]),
	country: Buffer.from([0x55, 0x04, 0x06]),
	organization: Buffer.from([0x55, 0x04, 0x0a]),
	organizationalUnit: Buffer.from([0x55, 0x04, 0x0b]),
} as const;

/** Value of an attribute: a UTF8String if it is a text. */
export type AttributeValue = string | Buffer;

/** An AttributeTypeAndValue (RFC 5280 §4.1.2.4). */
export function attribute(oid: Buffer, value: AttributeValue): Buffer {
	return element(0x30, element(0x06, oid), typeof value === 'string' ? element(0x0c, value) : value);
}

/** A Name: each argument is one RelativeDistinguishedName, given as its attributes. */
export function name(...parts: readonly (readonly Buffer[])[]): Buffer {
	return element(0x30, ...parts.map((attributes) => element(0x31, ...attributes)));
}

/** A certificate as far as its subject; the rest is not read. `version` is left out by version 1. */
export function certificate(subject: Buffer, options: { readonly version: boolean } = { version: true }): Buffer {
	const version = options.version ? [element(0xa0, element(0x02, Buffer.from([2])))] : [];
	const serialNumber = element(0x02, Buffer.from([1]));
	const signature = element(0x30, element(0x06, Buffer.from([0x2a, 0x03])));
	const issuer = name([attribute(OID.commonName, 'the issuer')]);
	const validity = element(0x30, element(0x17, '260101000000Z'), element(0x17, '270101000000Z'));
	return element(0x30, element(0x30, ...version, serialNumber, signature, issuer, validity, subject));
}
