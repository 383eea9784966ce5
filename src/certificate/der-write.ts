// A writer of DER (ITU-T X.690), as far as PKCS#12 files need it.
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
