// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.
import { ActionError } from '../errors.js';

/** Tags that the readers of this folder look for. */
export const TAG = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	null: 0x05,
	oid: 0x06,
	utf8String: 0x0c,
	sequence: 0x30,
	set: 0x31,
	numericString: 0x12,
	printableString: 0x13,
	teletexString: 0x14,
	ia5String: 0x16,
	utcTime: 0x17,
	generalizedTime: 0x18,
	visibleString: 0x1a,
	universalString: 0x1c,
	bmpString: 0x1e,
	/** `[0] EXPLICIT`, e.g. a certificate's version. */
	context0: 0xa0,
	/** `[3] EXPLICIT`, e.g. a certificate's extensions. */
	context3: 0xa3,
	/** `[0] IMPLICIT` of a type that is not constructed, e.g. encrypted content. */
	context0Primitive: 0x80,
} as const;

/** One element: its tag and its contents. */
export interface DerElement {
	readonly tag: number;
	readonly contents: Buffer;
	/** The element as it stands, tag and length included. */
	readonly raw: Buffer;
}

/**
 * The elements that follow one another in `der`.
 * @throws ActionError if it is cut off or not DER
 */
export function readElements(der: Buffer): readonly DerElement[] {
	const elements: DerElement[] = [];
	for (let offset = 0; offset < der.length; ) {
		const { element, end } = readElement(der, offset);
		elements.push(element);
		offset = end;
	}
	return elements;
}

/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not DER
 */
export function readInside(element: DerElement | undefined, tag: number): readonly DerElement[] {
	if (element?.tag !== tag) throw notDer();
	return readElements(element.contents);
}

/**
 * The element at `offset`, and where the next one begins.
 * @throws ActionError if it is cut off or not DER
 */
export function readElement(der: Buffer, offset: number): { element: DerElement; end: number } {
	const tag = der[offset];
	const first = der[offset + 1];
	if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw notDer();
	const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
	const start = offset + 2 + lengthBytes;
	// 0x80 is BER's indefinite length; four bytes are 4 GiB, more than any answer has.
	if (first === 0x80 || lengthBytes > 4 || start > der.length) throw notDer();
	const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
	const end = start + length;
	if (end > der.length) throw notDer();
	return { element: { tag, contents: der.subarray(start, end), raw: der.subarray(offset, end) }, end };
}

/** Returns how many bytes are missing at a SEQUENCE's end by the length that it states; 0 if it states none below 16 MiB. */
export function missingBytes(der: Buffer): number {
	const first = der[1] ?? 0;
	const lengthBytes = first & 0x7f;
	if (der[0] !== TAG.sequence || first <= 0x80 || lengthBytes > 3 || der.length < 2 + lengthBytes) return 0;
	return Math.max(0, 2 + lengthBytes + der.readUIntBE(2, lengthBytes) - der.length);
}

/**
 * Whether bytes begin as a PFX (RFC 7292 section 4): version 3, then a SEQUENCE. Certificates begin with a SEQUENCE, and
 * private keys with version 0 or 1.
 */
export function isPfx(der: Buffer): boolean {
	const first = der[1] ?? 0;
	const start = 2 + (first > 0x80 ? first & 0x7f : 0);
	return (
		der[0] === TAG.sequence && der.subarray(start, start + 4).equals(Buffer.from([TAG.integer, 1, 3, TAG.sequence]))
	);
}

/** An integer that is not negative and has at most six bytes, so that a double holds it (X.690 section 8.3). */
export function readInteger(element: DerElement | undefined): number {
	if (element?.tag !== TAG.integer) throw notDer();
	const { contents } = element;
	const [first] = contents;
	if (first === undefined || first >= 0x80 || contents.length > 6) throw notDer();
	return contents.readUIntBE(0, contents.length);
}

/** The bytes of a bit string that is of whole bytes (X.690 section 8.6): the first one counts the bits that are not used. */
export function readBits(element: DerElement | undefined): Buffer {
	if (element?.tag !== TAG.bitString || element.contents[0] !== 0) throw notDer();
	return element.contents.subarray(1);
}

/** No identifier in use has half as many bytes; an arc of a megabyte, shifted bit by bit, would take minutes. */
const MAX_OID_LENGTH = 128;

/** An object identifier in dotted form (X.690 section 8.19). */
export function readOid(element: DerElement | undefined): string {
	// The last byte of an arc, and so of the whole, has no continuation bit.
	if (element?.tag !== TAG.oid || (element.contents.at(-1) ?? 0x80) >= 0x80) throw notDer();
	if (element.contents.length > MAX_OID_LENGTH) throw notDer();
	const arcs: bigint[] = [];
	let arc = 0n;
	for (const byte of element.contents) {
		arc = (arc << 7n) | BigInt(byte & 0x7f);
		if (byte >= 0x80) continue;
		arcs.push(arc);
		arc = 0n;
	}
	const [first = 0n, ...rest] = arcs;
	const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
	return [root, first - root * 40n, ...rest].join('.');
}

/** Thrown by the readers if bytes are not what they should be. */
export function notDer(): ActionError {
	return new ActionError({
		code: 'CERTIFICATE_UNREADABLE',
		title: 'Unreadable certificate',
		problem: 'the vault returned something that is not an X.509 certificate.',
		hint: 'Look at the certificate in the portal.',
	});
}
