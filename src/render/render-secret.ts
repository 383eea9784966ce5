// A secret as outputs, a file and masks.
import type { SecretModifiers } from '../input/modifiers.js';
import type { SecretBundle } from '../keyvault/bundles.js';
import { type Masking, maskSecret } from '../masks/masks.js';
import type { JsonLeaf } from '../masks/masks-of-values.js';
import type { DestinationOf } from '../plan/destination.js';
import { describeIdentifier, type Identifier } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { SecretBytes, SecretText } from '../secret-text.js';
import { applyModifiers, type SecretValue } from './apply-modifiers.js';
import { errorsOfLine, fileNameOf, type RenderContext, type Rendered } from './rendered.js';

/**
 * The value, byte for byte, and what the modifiers of its line make of it.
 * @throws ActionErrors that name the line if the value is not what a modifier expects, or the output of a leaf is taken
 */
export async function renderSecret(
	destination: DestinationOf<'secrets'>,
	secret: SecretBundle,
	{ takenNames }: Pick<RenderContext, 'takenNames'>,
): Promise<Rendered> {
	const { output, item, modifiers, line } = destination;
	try {
		const { bytes, text, leaves, masking } = await readSecretValue(secret, modifiers);
		const ofLeaves = leaves.map((leaf) => ({ name: leafOutput(output, leaf), text: leaf.text }));
		takenNames.take({
			line,
			essence: `leaves of ${output}`,
			outputs: ofLeaves.map(({ name }) => name),
			match: destination.isMatch && item.name,
		});
		const own = text === undefined ? [] : [{ name: output, text }];
		const outputs = [...own, ...ofLeaves].map((one) => ({ name: one.name, value: new SecretText(one.text) }));
		const file = { output: `${output}-path`, name: fileNameOf(output), bytes: new SecretBytes(bytes) };
		return {
			item,
			version: secret.version,
			life: secret.attributes,
			outputs,
			files: modifiers.file ? [file] : [],
			storeEntries: [],
			...(modifiers.unmasked ? { masks: [], weakness: undefined } : masking),
			secrets: outputs,
			...(secret.isManaged && { remarks: [OF_CERTIFICATE] }),
			// White space around JSON is not part of what it says.
			notes: warnOfEdges(item, isJsonTree(modifiers) ? ofLeaves : own),
		};
	} catch (error) {
		throw errorsOfLine(destination, error);
	}
}

const OF_CERTIFICATE =
	'It is a certificate with its private key. In the input certificates, it also gives a thumbprint, a subject and an expiry, and takes | file, | pem, | store and | public.';

function isJsonTree({ json }: SecretModifiers): boolean {
	return json !== undefined && json.path === undefined;
}

// Characters of keys that no output may have become "_", one for one.
function leafOutput(output: string, { path }: JsonLeaf): string {
	return [output, ...path].join('-').replace(/[^A-Za-z0-9_-]/gu, '_');
}

/**
 * Returns the value after the modifiers of its line.
 * @throws ActionError of no subject if it is not what a modifier expects
 */
async function readSecretValue(
	{ value, contentType }: SecretBundle,
	modifiers: Pick<SecretModifiers, 'base64' | 'json' | 'file'>,
): Promise<SecretValue> {
	const stored = value.reveal();
	if (modifiers.base64 || modifiers.json !== undefined) return applyModifiers(stored, modifiers);
	const masking = await maskStored(stored, contentType);
	return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
}

// Values that may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
// Most values hold none, so what opens keys is loaded for these alone.
async function maskStored(stored: string, contentType: string): Promise<Masking> {
	const isPfx = contentType === 'application/x-pkcs12';
	if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored)) return maskSecret(stored);
	const { maskOpenPfx, maskValue } = await import('../masks/masks-of-values.js');
	return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}

/** A JSON text may have hundreds of leaves. */
const MAX_NAMED = 5;

/** Returns a warning that names the outputs with white space around them, and what it is; nothing if there is none. */
function warnOfEdges(
	item: Identifier,
	outputs: readonly { readonly name: string; readonly text: string }[],
): readonly Annotation[] {
	const all = outputs.flatMap(({ name, text }) => {
		const edges = describeEdges(text);
		return edges === undefined ? [] : [`the output ${name} ${edges}`];
	});
	if (all.length === 0) return [];
	const named = all.slice(0, MAX_NAMED);
	const more = all.length > named.length ? ` and ${all.length - named.length} more` : '';
	const subject = describeIdentifier(item);
	return [
		{
			title: `White space: ${subject}`,
			text: `${subject}: ${named.join(', ')}${more}. Some programs remove that, and others do not. If it is not intended, store the value without it.`,
		},
	];
}

/**
 * Says which white space is before and after a value of one line, e.g. `ends with a line break`; undefined if there is
 * none, or if the value has several lines. Nothing else of the value is said.
 */
export function describeEdges(text: string): string | undefined {
	let start = 0;
	let end = text.length;
	// Loops, since an expression that is bound to the end alone takes the square of the time that a long run of blanks takes.
	while (start < end && isInvisible(text.charAt(start))) start += 1;
	while (end > start && isInvisible(text.charAt(end - 1))) end -= 1;
	if (text === '' || /[\r\n]/.test(text.slice(start, end))) return undefined;
	if (start === end) return `holds nothing but ${kindOf(text)}`;
	const edges = [
		...(start === 0 ? [] : [`begins with ${kindOf(text.slice(0, start))}`]),
		...(end === text.length ? [] : [`ends with ${kindOf(text.slice(end))}`]),
	];
	return edges.length === 0 ? undefined : edges.join(' and ');
}

// White space, and what is as invisible: control characters, marks of order and of direction, joiners.
function isInvisible(char: string): boolean {
	return /[\s\p{Cc}\p{Cf}]/u.test(char);
}

const KINDS: readonly (readonly [RegExp, string])[] = [
	[/^(?:\r\n|\r|\n)$/, 'a line break'],
	[/^[\r\n]+$/, 'line breaks'],
	[/^ $/, 'a space'],
	[/^ +$/, 'spaces'],
	[/^\t+$/, 'a tab'],
	[/^\ufeff$/, 'a byte order mark'],
	[/^\u00a0+$/, 'a no-break space'],
	[/^[\p{Cc}\p{Cf}]+$/u, 'characters that cannot be seen'],
];

function kindOf(edge: string): string {
	return KINDS.find(([pattern]) => pattern.test(edge))?.[1] ?? 'white space';
}
