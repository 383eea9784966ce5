// Masks of a value, beyond those that the runner makes by itself.
//
// A runner that is handed a text hides the text, each of its lines trimmed, and of each of these the base64, JSON,
// URL, XML and shell-escaped forms (actions/runner, src/Runner.Common/HostContext.cs). It has no minimum length, so a
// line such as "{" would garble every later log line and must never reach it.
import { SecretText } from '../secret-text.js';
import { base64Forms, escapeDataString, shiftedForms, textForms } from './mask-forms.js';
import { isCommonplace, isPunctuation, isStructure, linesOf, MIN_LINE_LENGTH, secretLines, trim } from './structure.js';

/** Texts to be handed to the runner one by one, and how well they protect the value. */
export interface Masking {
	readonly masks: readonly SecretText[];
	readonly weakness: Weakness | undefined;
}

/** A leaf of JSON whose mask damages the log. */
export interface CommonplaceLeaf {
	readonly path: readonly string[];
	readonly text: SecretText;
}

/**
 * Weakness of a value's masks that a user should mind.
 *
 * - `short`: the value is hidden, and so is every other occurrence of so few characters
 * - `commonplace`: the same of a common word or a short number
 * - `none`: no line of the value can be hidden
 * - `leaves`: some leaves are commonplace
 */
export type Weakness =
	| {
			readonly kind: 'short' | 'commonplace' | 'none';
			/** The dotted path of a leaf; left out for a whole value. */
			readonly path?: string;
	  }
	| { readonly kind: 'leaves'; readonly leaves: readonly CommonplaceLeaf[] };

/** A shorter form occurs by chance, or is the end of a line of base64 that many texts share. */
const MIN_FORM_LENGTH = 12;

/** Masks for a secret's value. A runner drops a byte order mark from the beginning of what a step prints. */
export function maskSecret(value: string): Masking {
	const text = toWellFormed(value);
	const { texts, weakness } = maskText(withoutMark(text));
	const isMarked = text.startsWith(MARK) && texts.length > 0;
	return toMasking({
		texts: isMarked ? [...maskText(text).texts, ...texts] : texts,
		weakness: text === MARK ? NOTHING_HIDDEN : weakness,
	});
}

/** All of the masks, and the first weakness. */
export function joinMaskings(...maskings: readonly Masking[]): Masking {
	return {
		masks: maskings.flatMap(({ masks }) => masks),
		weakness: maskings.find(({ weakness }) => weakness !== undefined)?.weakness,
	};
}

/** Texts to be masked, before they are covered. */
export interface MaskTexts {
	readonly texts: readonly string[];
	readonly weakness: Masking['weakness'];
}

/** Each text once. */
export function toMasking({ texts, weakness }: MaskTexts): Masking {
	return { masks: [...new Set(texts)].map((text) => new SecretText(text)), weakness };
}

/** A byte order mark. */
const MARK = '\ufeff';

/** The text without the byte order mark at its start. */
export function withoutMark(text: string): string {
	return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}

/** As it is written: half a surrogate pair becomes U+FFFD. */
export function toWellFormed(text: string): string {
	return Buffer.from(text).toString();
}

/** A value of one line is masked whole, however it looks; a blank one the runner would refuse with a warning. */
function maskText(text: string): MaskTexts {
	const lines = linesOf(text);
	const [line, ...others] = lines;
	if (line === undefined) return { texts: [], weakness: text === '' ? undefined : NOTHING_HIDDEN };
	if (others.length > 0) return maskLines(text);
	return { texts: [text, ...formsOfGiven(text, lines)], weakness: weaknessOf(line) };
}

function weaknessOf(text: string): Weakness | undefined {
	if (text.length < MIN_LINE_LENGTH) return { kind: 'short' };
	return isCommonplace(text) ? { kind: 'commonplace' } : undefined;
}

const NOTHING_HIDDEN: Weakness = { kind: 'none' };

/**
 * Each line of a longer value that may be masked, and the whole if a runner can be given it.
 * @param choose which of the lines may be masked
 */
export function maskLines(text: string, choose = secretLines): MaskTexts {
	const lines = linesOf(text);
	// Lines that are too short for a mask are hidden in the forms of the whole.
	if (lines.every((line) => isStructure(line))) return { texts: [], weakness: NOTHING_HIDDEN };
	const chosen = choose(lines);
	const unmarked = secretLines(chosen.filter((line) => line.startsWith(MARK)).map(withoutMark));
	if (chosen.length === lines.length)
		return { texts: [text, ...unmarked, ...formsOfGiven(text, lines)], weakness: undefined };
	const weakness = chosen.length === 0 ? NOTHING_HIDDEN : undefined;
	return { texts: [...chosen, ...unmarked, ...formsOfWhole(text)], weakness };
}

/** The forms of a text that the runner is not given, those that it would derive by itself among them. */
export function formsOfWhole(text: string): readonly string[] {
	return [...allForms(text), ...shiftedForms(Buffer.from(text))].filter((form) => isWorthAMask(form, isPunctuation));
}

/** All forms of bytes. */
export function formsOfBytes(bytes: Buffer): readonly string[] {
	return base64Forms(bytes, isStructure).filter((form) => isWorthAMask(form, isPunctuation));
}

/** All forms of a text, however short, itself among them. */
export function everyForm(text: string): readonly string[] {
	return [text, trim(text), ...allForms(text), ...derivedByRunner(text)];
}

// The forms of a text that the runner is given, without those that it derives by itself. If the text begins with anything
// but ASCII, the runner gets its lines alone (export/step-log.ts).
function formsOfGiven(text: string, lines: readonly string[]): readonly string[] {
	const given = [...(/^[\0-\x7f]/.test(text) ? [text] : []), ...(lines.length === 1 ? lines : [])];
	const derived = new Set(given.flatMap((one) => [one, ...derivedByRunner(one)]));
	const forms = [...allForms(text), ...shiftedForms(Buffer.from(text))];
	return forms.filter((form) => !derived.has(form) && isWorthAMask(form, isCommonplace));
}

// A program may be given the text without the white space around it, as a shell does by `$(...)`.
function allForms(text: string): readonly string[] {
	const isIdle = linesOf(text).length > 1 ? (line: string) => isStructure(line) : isCommonplace;
	const forms = [...new Set([text, trim(text)])].flatMap((one) => [
		...textForms(one),
		...base64Forms(Buffer.from(one), isIdle),
	]);
	return [...new Set(forms)];
}

function derivedByRunner(text: string): readonly string[] {
	const bytes = Buffer.from(text);
	// A runner derives the form in JSON as well. It is handed over all the same: `act` derives nothing, and prints the output
	// `secrets`, which is JSON.
	return [bytes.toString('base64'), ...shiftedForms(bytes), escapeDataString(text)];
}

// The runner hides the trimmed form of what it is given as well.
function isWorthAMask(form: string, isIdle: (form: string) => boolean): boolean {
	const bare = trim(form);
	return bare.length >= MIN_FORM_LENGTH && !isIdle(bare);
}
