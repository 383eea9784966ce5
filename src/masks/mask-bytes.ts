// The forms in which programs print bytes: base64, whole, inside longer base64 and in lines.
import { isCommonplace } from './commonplace.js';
import { linesOf, trim } from './structure.js';

/** Columns at which programs break base64: PEM and OpenSSL at 64, `base64` and MIME at 76. */
const COLUMNS = [64, 76];

/** What programs such as `echo` add to a text before they encode it. */
const LINE_BREAKS = ['\n', '\r\n'];

/**
 * Base64 of the bytes:
 *
 * - the groups of three bytes that stay whole whatever stands around the bytes, for each of the three offsets
 * - all of it, and with a line break after it, also in lines of 64 and 76 characters
 * - but for these, in the alphabet of URLs too, with padding and without
 *
 * What spells a common word is no form, nor is a line of base64 that spells structure alone.
 * @param isIdle whether a line of the decoded text says nothing
 */
export function base64Forms(bytes: Buffer, isIdle: IsIdle): readonly string[] {
	const groups = [0, 1, 2].map((offset) => wholeGroups(bytes.subarray(offset)));
	const unpadded = [bytes, ...groups].flatMap((one) => encode(one, 'base64url', 'base64'));
	const broken = LINE_BREAKS.map((end) => Buffer.concat([bytes, Buffer.from(end)]));
	return [
		...unpadded.map((form) => form.replace(/=+$/, '')),
		...encode(bytes, 'base64').map((form) => form.replace(/\+/g, '-').replace(/\//g, '_')),
		...[bytes, ...broken].flatMap((one) => encode(one, 'base64')),
		...COLUMNS.flatMap((columns) => wrap(bytes, columns))
			.filter((line) => !linesOf(line.toString()).every(isIdle))
			.map((line) => line.toString('base64')),
	];
}

type IsIdle = (line: string) => boolean;

function encode(bytes: Buffer, ...encodings: readonly ('base64' | 'base64url')[]): readonly string[] {
	const isWord = bytes.length <= MAX_WORD_BYTES && isCommonplace(trim(bytes.toString()));
	return isWord ? [] : encodings.map((encoding) => bytes.toString(encoding));
}

/** No common word, with white space around it, has more that is worth a look. */
const MAX_WORD_BYTES = 64;

/** Base64 with padding of what is left of the bytes behind one or two others: a runner derives it of what it is given. */
export function shiftedForms(bytes: Buffer): readonly string[] {
	return [1, 2].map((offset) => bytes.subarray(offset).toString('base64'));
}

function wholeGroups(bytes: Buffer): Buffer {
	return bytes.subarray(0, bytes.length - (bytes.length % 3));
}

// The lines of the bytes alone, and with a line break after them, which changes the last lines.
function wrap(bytes: Buffer, columns: number): readonly Buffer[] {
	const lineLength = (columns / 4) * 3;
	const last = bytes.subarray(bytes.length - (bytes.length % lineLength));
	const broken = LINE_BREAKS.map((end) => Buffer.concat([last, Buffer.from(end)]));
	return [bytes, ...broken].flatMap((one) => chunks(one, lineLength));
}

function chunks(bytes: Buffer, length: number): readonly Buffer[] {
	const count = Math.ceil(bytes.length / length);
	return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
}
