// What a secret's value is once the steps of its line have been gone through: base64, then json. Loaded where a line has one.
import { isUtf8 } from 'node:buffer';
import type { SecretSteps } from '../input/steps.js';
import { decodeBase64 } from './decode-base64.js';
import { type JsonLeaf, readJson } from './json-leaves.js';
import { joinMaskings, type Masking, maskSecret } from './masks.js';
import { maskBinary } from './masks-of-certificates.js';
import { maskJson, maskLeaf } from './masks-of-json.js';
import { pickLeaf } from './pick-leaf.js';
import { valueError } from './value-error.js';

/** A value that is ready to leave. */
export interface SecretValue {
	/** For a file. */
	readonly bytes: Buffer;
	/** For an output; undefined where the bytes are not UTF-8. */
	readonly text: string | undefined;
	/** For outputs of their own. */
	readonly leaves: readonly JsonLeaf[];
	/** Of everything that it was on the way. */
	readonly masking: Masking;
}

type Steps = Pick<SecretSteps, 'base64' | 'json' | 'file'>;

/**
 * The value after the steps.
 * @param stored as the vault holds it
 * @param masking of that
 * @throws ActionError of no subject where it is not what a step expects
 */
export function goThroughSteps(stored: string, masking: Masking, steps: Steps): SecretValue {
	if (!steps.base64) return { bytes: Buffer.from(stored), ...readText(stored, masking, steps) };
	const bytes = decodeBase64(stored);
	const decoded = readBytes(bytes, steps);
	return { bytes, ...decoded, masking: joinMaskings(masking, decoded.masking) };
}

function readBytes(bytes: Buffer, steps: Steps): Omit<SecretValue, 'bytes'> {
	if (isUtf8(bytes)) return readText(bytes.toString(), maskSecret(bytes.toString()), steps);
	if (!steps.file) {
		throw valueError(
			'the decoded value is not UTF-8, and no output can be anything else.',
			'Write | base64 | file to have its bytes in a file.',
		);
	}
	return { text: undefined, leaves: [], masking: maskBinary(bytes) };
}

function readText(text: string, masking: Masking, { json }: Steps): Omit<SecretValue, 'bytes'> {
	if (json === undefined) return { text, leaves: [], masking };
	const tree = readJson(text);
	const ofAll = maskJson(text, tree.leaves);
	if (json.path === undefined) return { text, leaves: tree.leaves, masking: ofAll };
	const leaf = pickLeaf(tree, json.path);
	return { text: leaf.text, leaves: [], masking: joinMaskings(ofAll, maskLeaf(leaf)) };
}
