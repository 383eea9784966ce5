// A writer of DER (ITU-T X.690), as far as PKCS#12 files and certificates need it.
import { formatInstant } from '../time.js';
import { TAG } from './der.js';

/** One element: tag, length, and the contents one after another. */
export function writeElement(tag: number, ...contents: readonly Buffer[]): Buffer {
	const body = Buffer.concat(contents);
	return Buffer.concat([Buffer.from([tag]), writeLength(body.length), body]);
}

function writeLength(length: number): Buffer {
	if (length < 0x80) return Buffer.from([length]);
	const bytes = bytesOf(length);
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function bytesOf(value: number): readonly number[] {
	const bytes: number[] = [];
	for (let rest = value; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
	return bytes;
}

/** `SEQUENCE` */
export function writeSequence(...elements: readonly Buffer[]): Buffer {
	return writeElement(TAG.sequence, ...elements);
}

/** `SET OF`: DER wants it sorted by its encodings (X.690 section 11.6). */
export function writeSetOf(...elements: readonly Buffer[]): Buffer {
	return writeElement(TAG.set, ...[...elements].sort(Buffer.compare));
}

/** `INTEGER` that is not negative. */
export function writeInteger(value: number): Buffer {
	const bytes = bytesOf(value);
	const [first = 0x80] = bytes;
	// A leading bit would be the sign; zero still has one byte.
	return writeElement(TAG.integer, Buffer.from(first >= 0x80 ? [0, ...bytes] : bytes));
}

/** `INTEGER` that is not negative, from its bytes, the highest first. */
export function writeUnsigned(bytes: Buffer): Buffer {
	const start = bytes.findIndex((byte) => byte !== 0);
	const digits = start < 0 ? Buffer.alloc(1) : bytes.subarray(start);
	return writeElement(TAG.integer, Buffer.alloc(digits.readUInt8() >= 0x80 ? 1 : 0), digits);
}

/** `BOOLEAN` that is true. False is the default wherever it is read, and so is left out. */
export function writeTrue(): Buffer {
	return writeElement(TAG.boolean, Buffer.from([0xff]));
}

/** `BIT STRING` of whole bytes, or of fewer bits at its end. */
export function writeBits(bytes: Buffer, unusedBits = 0): Buffer {
	return writeElement(TAG.bitString, Buffer.from([unusedBits]), bytes);
}

/** `Time` of a certificate: two digits of the year up to 2049, then four (RFC 5280 section 4.1.2.5). */
export function writeTime(seconds: number): Buffer {
	const digits = formatInstant(seconds).replace(/[-:T]/g, '');
	const isShort = /^(?:19[5-9]|20[0-4])/.test(digits);
	return isShort
		? writeElement(TAG.utcTime, Buffer.from(digits.slice(2)))
		: writeElement(TAG.generalizedTime, Buffer.from(digits));
}

/** `UTF8String` */
export function writeUtf8String(text: string): Buffer {
	return writeElement(TAG.utf8String, Buffer.from(text));
}

/** `OCTET STRING` */
export function writeOctets(bytes: Buffer): Buffer {
	return writeElement(TAG.octetString, bytes);
}

/** `NULL` */
export function writeNull(): Buffer {
	return writeElement(TAG.null);
}

/** `OBJECT IDENTIFIER`, from its dotted form; arcs below 2^53. */
export function writeOid(dotted: string): Buffer {
	const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	return writeElement(TAG.oid, Buffer.from([root * 40 + second, ...rest].flatMap(writeArc)));
}

function writeArc(arc: number): number[] {
	const bytes = [arc % 0x80];
	for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) bytes.unshift(0x80 | (rest % 0x80));
	return bytes;
}

/** `BMPString`: UTF-16, the high byte first. */
export function writeBmpString(text: string): Buffer {
	return writeElement(TAG.bmpString, Buffer.from(text, 'utf16le').swap16());
}
