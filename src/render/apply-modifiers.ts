// A secret's value after base64 and json have been applied, in the order of its line.
import { isUtf8 } from 'node:buffer';
import { ActionError } from '../errors.js';
import type { SecretModifiers } from '../input/modifiers.js';
import { joinMaskings, type Masking, withoutMark } from '../masks/masks.js';
import type { JsonLeaf } from '../masks/masks-of-values.js';
import { pickLeaf, readJson } from './json-leaves.js';
import { valueError } from './rendered.js';

/** A value that is ready to leave. */
export interface SecretValue {
	/** For a file. */
	readonly bytes: Buffer;
	/** For an output; undefined if the bytes are not UTF-8. */
	readonly text: string | undefined;
	/** For outputs of their own. */
	readonly leaves: readonly JsonLeaf[];
	/** Masks of the result, and of every value on the way to it unless one leaf was picked. */
	readonly masking: Masking;
}

type Modifiers = Pick<SecretModifiers, 'base64' | 'json' | 'file'>;

/** Makes masks of a value, with the room that a run without modifiers does not load. */
type MaskMaker = (room: typeof import('../masks/masks-of-values.js')) => Masking;

/** A value on its way. */
interface Stage extends Omit<SecretValue, 'masking'> {
	/** Makes the masks of what it is now. */
	readonly own: MaskMaker;
	/** The same of what it was before it was decoded. */
	readonly earlier: readonly MaskMaker[];
}

/**
 * Returns the value after the modifiers.
 * @param stored as the vault holds it
 * @throws ActionError of no subject if it is not what a modifier expects
 */
export async function applyModifiers(stored: string, modifiers: Modifiers): Promise<SecretValue> {
	let stage: Stage = {
		bytes: Buffer.from(stored),
		text: stored,
		leaves: [],
		own: ({ maskValue }) => maskValue(stored),
		earlier: [],
	};
	if (modifiers.base64 === 'value') stage = decode(stage, modifiers);
	if (modifiers.json !== undefined) stage = readLeaves(stage, { ...modifiers, path: modifiers.json.path });
	if (modifiers.base64 === 'leaf') stage = decode(stage, modifiers);
	const { bytes, text, leaves, own, earlier } = stage;
	const room = await import('../masks/masks-of-values.js');
	return { bytes, text, leaves, masking: joinMaskings(...[...earlier, own].map((mask) => mask(room))) };
}

function decode({ text, own, earlier }: Stage, { base64, json, file }: Modifiers): Stage {
	const isBeforePath = base64 === 'value' && json?.path !== undefined;
	const bytes = orAdvise(() => decodeBase64(withoutMark(textOf(text))), isBeforePath ? LEAF_FIRST : undefined);
	const decoded = { bytes, leaves: [], earlier: [...earlier, own] };
	if (isUtf8(bytes)) return { ...decoded, text: bytes.toString(), own: ({ maskValue }) => maskValue(bytes.toString()) };
	if (file) return { ...decoded, text: undefined, own: ({ maskBinary }) => maskBinary(bytes) };
	throw valueError(
		'the decoded value is not UTF-8, as every output must be.',
		'Write | base64 | file to get its bytes in a file.',
	);
}

const LEAF_FIRST = 'To decode one leaf, write | json PATH | base64.';
const VALUE_FIRST = 'To decode the whole value first, write | base64 | json PATH.';

// The likeliest mistake of a line that has both is their order.
function orAdvise<T>(read: () => T, advice: string | undefined): T {
	try {
		return read();
	} catch (error) {
		throw advice !== undefined && error instanceof ActionError ? error.advising(advice) : error;
	}
}

interface Reading extends Pick<Modifiers, 'base64'> {
	readonly path: string | undefined;
}

function readLeaves({ text, earlier, ...rest }: Stage, { base64, path }: Reading): Stage {
	const whole = textOf(text);
	const tree = orAdvise(() => readJson(withoutMark(whole)), base64 === 'leaf' ? VALUE_FIRST : undefined);
	if (path === undefined)
		return { ...rest, text, earlier, leaves: tree.leaves, own: ({ maskJson }) => maskJson(whole, tree.leaves) };
	// The other leaves stay in the vault.
	const leaf = pickLeaf(tree, path);
	return {
		bytes: Buffer.from(leaf.text),
		text: leaf.text,
		leaves: [],
		earlier: [],
		own: ({ maskPicked }) => maskPicked(leaf),
	};
}

// Only decoding gives bytes that are no text, and only JSON can be expected of them then.
function textOf(text: string | undefined): string {
	if (text !== undefined) return text;
	throw valueError('the decoded value is not UTF-8, so it is not JSON.', 'Remove | json to get it in a file.');
}

const HINT = 'Remove | base64 to get the value as it is.';

/**
 * The bytes.
 * @throws ActionError of no subject if the text is not base64
 */
export function decodeBase64(text: string): Buffer {
	const digits = text
		.split(/[\r\n]/)
		.map((line) => line.trim())
		.join('');
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
		throw valueError(
			'the value is not base64: it has other characters, or a "=" before its end.',
			`Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`,
		);
	}
	if (digits.length % 4 !== 0) {
		throw valueError(
			'the value is not base64: its padding is missing, or it is cut off.',
			`Expected a multiple of four characters, padded with "=". ${HINT}`,
		);
	}
	return Buffer.from(digits, 'base64');
}
