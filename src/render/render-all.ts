// Everything that was fetched, as outputs and masks. What a workflow says is not a secret stays visible, whichever line a mask
// for it comes from.
import type { KeyObject } from 'node:crypto';
import { ActionError, checkEach, failuresOf, settle } from '../errors.js';
import type { KeyBundle } from '../keyvault/bundles.js';
import type { Fetched } from '../keyvault/fetch-items.js';
import type { ListedObject } from '../keyvault/list-pages.js';
import { everyForm, formsOfWhole, toWellFormed, type Weakness, withoutMark } from '../masks/masks.js';
import { linesOf } from '../masks/structure.js';
import type { DestinationOf } from '../plan/destination.js';
import { describeIdentifier } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { formatInstant } from '../time.js';
import { renderSecret } from './render-secret.js';
import { type RenderContext, type Rendered, textOf } from './rendered.js';
import { type Findings, findExpiring, findWarnings, type WarningOptions } from './warnings.js';

/**
 * Returns what each destination gets, in the order of the fetched.
 * @throws ActionErrors with each item that cannot be rendered
 */
export async function renderAll(fetched: readonly Fetched[], context: RenderContext): Promise<readonly Rendered[]> {
	const rendered: (() => Rendered)[] = [];
	// One after the other: the names of JSON leaves are taken in the order of the lines.
	for (const one of fetched) rendered.push(await settle(renderOne(one, context)));
	const all = checkEach(rendered, (take) => take());
	const unmasked = all.filter((_, index) => isUnmasked(fetched[index]));
	return keepVisible(
		all,
		unmasked.flatMap(({ secrets }) => secrets.map(({ value }) => textOf(value))),
	);
}

/** Judgement of everything that was rendered. */
export interface Judgement {
	/** Names of what has expired or expires soon. */
	readonly expiring: readonly string[];
	readonly warnings: readonly Annotation[];
}

/** Judges what was rendered, and what patterns skipped: ends that are near, and masks that protect little. */
export function judgeAll(findings: Findings, options: WarningOptions): Judgement {
	return { expiring: findExpiring(findings, options), warnings: findWarnings(findings, options) };
}

function isUnmasked(one: Fetched | undefined): boolean {
	return one?.kind === 'secret' && one.destination.modifiers.unmasked;
}

async function renderOne(fetched: Fetched, context: RenderContext): Promise<Rendered> {
	try {
		return await renderByKind(fetched, context);
	} catch (error) {
		// An error that names a line already says more.
		throw failuresOf(describeIdentifier(fetched.destination.item), error);
	}
}

async function renderByKind(fetched: Fetched, context: RenderContext): Promise<Rendered> {
	switch (fetched.kind) {
		case 'secret':
			return renderSecret(fetched.destination, fetched.secret, context);
		case 'attributes':
			return renderAttributes(fetched.destination, fetched.version);
		case 'certificate':
			return (await import('./render-certificate.js')).renderCertificate(fetched.destination, fetched, context);
		case 'key':
			return renderKey(fetched.destination, fetched.key);
		default:
			throw fetched satisfies never;
	}
}

/**
 * The results without the masks that would hide an unmasked value or one of its forms.
 * @param unmasked the values that leave unmasked
 */
export function keepVisible(rendered: readonly Rendered[], unmasked: readonly string[]): readonly Rendered[] {
	if (unmasked.length === 0) return rendered;
	const forms = unmasked.flatMap(withAndWithoutMark).flatMap(everyForm);
	return rendered.map((one) => {
		// Another line may name the same secret: then the lines of the value stay visible, too.
		const same = one.secrets.map(({ value }) => textOf(value)).filter((value) => unmasked.includes(value));
		const sameLines = same.flatMap(linesOf).flatMap(withAndWithoutMark);
		const visible = new Set([...forms, ...sameLines]);
		const masks = one.masks.flatMap((mask) => withoutVisible(mask, visible));
		return { ...one, masks, weakness: weaknessOf(one.weakness, { masks, visible }) };
	});
}

function withAndWithoutMark(value: string): readonly string[] {
	const text = toWellFormed(value);
	return [text, withoutMark(text)];
}

// A runner hides each line of what it is given, and the inner part of one in quotes.
function withoutVisible(mask: SecretText, visible: ReadonlySet<string>): readonly SecretText[] {
	const text = mask.reveal();
	const lines = linesOf(text);
	const isVisible = (line: string): boolean => visible.has(line) || visible.has(line.replace(/^"(.*)"$/, '$1'));
	if (!visible.has(text) && !lines.some(isVisible)) return [mask];
	if (lines.length === 1) return [];
	const rest = [...lines, ...formsOfWhole(text)].filter((one) => !isVisible(one));
	return rest.map((one) => new SecretText(one));
}

interface Left {
	readonly masks: readonly SecretText[];
	readonly visible: ReadonlySet<string>;
}

// A value that is not masked does not damage the log.
function weaknessOf(weakness: Weakness | undefined, { masks, visible }: Left): Weakness | undefined {
	switch (weakness?.kind) {
		case undefined:
		case 'none':
			return weakness;
		case 'short':
		case 'commonplace':
			return masks.length === 0 ? undefined : weakness;
		case 'leaves': {
			const leaves = weakness.leaves.filter(({ text }) => !visible.has(text.reveal()));
			return leaves.length === 0 ? undefined : { kind: 'leaves', leaves };
		}
		default:
			throw weakness satisfies never;
	}
}

/**
 * Three outputs, none of them a secret: the key as PEM (SubjectPublicKeyInfo), the same as JWK, and its version.
 * @throws ActionError if the key has no public part
 */
export function renderKey(
	{ output, item }: DestinationOf<'keys'>,
	{ version, type, publicKey, attributes }: KeyBundle,
): Rendered {
	if (publicKey === undefined) throw symmetricKey(type);
	return {
		item,
		version,
		life: attributes,
		outputs: [
			{ name: output, value: publicKey.export({ format: 'pem', type: 'spki' }).toString() },
			{ name: `${output}-jwk`, value: describeJwk(publicKey) },
			{ name: `${output}-version`, value: version },
		],
		files: [],
		storeEntries: [],
		masks: [],
		weakness: undefined,
		secrets: [],
		notes: [],
	};
}

// In the order of RFC 7638 section 3.3, so that SHA-256 of the text is the key's thumbprint.
function describeJwk(publicKey: KeyObject): string {
	const members = Object.entries(publicKey.export({ format: 'jwk' }));
	return JSON.stringify(Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1))));
}

function symmetricKey(type: string): ActionError {
	return new ActionError({
		code: 'KEY_SYMMETRIC',
		title: 'Key without a public part',
		problem: `it is of type ${type}: one secret key that never leaves the vault.`,
		hint: 'Only RSA and EC keys have a public part: name one of these, and exclude others from a pattern by a tag.',
	});
}

/** Three outputs, none of them a secret: version, end (empty if there is none), and whether it is enabled. */
export function renderAttributes(
	{ output, item }: DestinationOf<'secrets'>,
	{ version, enabled, attributes }: ListedObject,
): Rendered {
	return {
		item,
		version,
		life: attributes,
		outputs: [
			{ name: `${output}-version`, value: version },
			{ name: `${output}-expires-on`, value: formatInstant(attributes.expires) },
			{ name: `${output}-enabled`, value: String(enabled) },
		],
		files: [],
		storeEntries: [],
		masks: [],
		weakness: undefined,
		secrets: [],
		notes: [],
	};
}
