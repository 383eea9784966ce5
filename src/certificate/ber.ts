// A reader of BER (ITU-T X.690 section 8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.
import { type DerElement, notDer, readElement, TAG } from './der.js';

/** Deeper nesting than any tool writes; without a limit a few kilobytes could exhaust the stack. */
const MAX_DEPTH = 32;

const CONSTRUCTED = 0x20;
const INDEFINITE_LENGTH = 0x80;

/**
 * The elements that follow one another in `bytes`.
 * @throws ActionError if they are cut off, not BER, or nested too deeply
 */
export function readBer(bytes: Buffer): readonly DerElement[] {
	const elements: DerElement[] = [];
	for (let offset = 0; offset < bytes.length; ) {
		const { element, end } = readBerElement(bytes, offset, MAX_DEPTH);
		elements.push(element);
		offset = end;
	}
	return elements;
}

/**
 * The first element of `bytes`, whatever follows it.
 * @throws ActionError if it is cut off, not BER, or nested too deeply
 */
export function readFirstBer(bytes: Buffer): DerElement {
	return readBerElement(bytes, 0, MAX_DEPTH).element;
}

/**
 * The elements inside a constructed element.
 * @throws ActionError if it has another tag or is not BER
 */
export function readBerInside(element: DerElement | undefined, tag: number): readonly DerElement[] {
	if (element?.tag !== tag) throw notDer();
	return readBer(element.contents);
}

/**
 * The bytes of an octet string, whole or in pieces.
 * @param tag the primitive tag: that of an octet string, or of `[0] IMPLICIT OCTET STRING`
 * @throws ActionError if it is none
 */
export function readOctets(element: DerElement | undefined, tag: number = TAG.octetString): Buffer {
	return joinPieces(element, tag, MAX_DEPTH);
}

function joinPieces(element: DerElement | undefined, tag: number, depth: number): Buffer {
	if (element?.tag === tag) return element.contents;
	if (element?.tag !== (tag | CONSTRUCTED) || depth === 0) throw notDer();
	// The pieces are plain octet strings for every tag of the whole (X.690 section 8.7.3.2).
	return Buffer.concat(readBer(element.contents).map((piece) => joinPieces(piece, TAG.octetString, depth - 1)));
}

function readBerElement(bytes: Buffer, offset: number, depth: number): { element: DerElement; end: number } {
	const tag = bytes[offset] ?? 0;
	const isIndefinite = (tag & 0x1f) !== 0x1f && (tag & CONSTRUCTED) !== 0 && bytes[offset + 1] === INDEFINITE_LENGTH;
	if (!isIndefinite) return readElement(bytes, offset);
	if (depth === 0) throw notDer();
	const start = offset + 2;
	let end = start;
	// Two zero bytes end it; if they are missing, reading an element beyond the end fails.
	while (bytes[end] !== 0 || bytes[end + 1] !== 0) end = readBerElement(bytes, end, depth - 1).end;
	const contents = bytes.subarray(start, end);
	end += 2;
	return { element: { tag, contents, raw: bytes.subarray(offset, end) }, end };
}
