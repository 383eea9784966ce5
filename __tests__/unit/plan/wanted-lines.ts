// Lines as a user could mean them, by chance: what each stands for, its text, and what it must come to by the grammar alone.
import fc from 'fast-check';
import { LINES_INPUTS, type LinesInput } from '../../../src/input/line-grammar.js';
import type { CertificateModifiers, Modifiers, SecretModifiers, Tag } from '../../../src/input/modifiers.js';
import { certificateModifiers, keyModifiers, secretModifiers } from '../input/make-modifiers.js';

/** What a line is to say. */
export interface Wanted {
	readonly input: LinesInput;
	readonly vault: string | undefined;
	/** A name or a pattern. */
	readonly name: string;
	readonly version: string | undefined;
	readonly output: string | undefined;
	readonly modifiers: Modifiers;
}

/** How it is written, which means nothing. */
export interface Hand {
	readonly space: string;
	readonly end: string;
	readonly isTurned: boolean;
}

export const OWN_VAULT = 'https://contoso.vault.azure.net';

const word = (first: string, rest: string, maxLength: number) =>
	fc
		.tuple(fc.constantFrom(...first), fc.string({ unit: fc.constantFrom(...rest), maxLength }))
		.map((parts) => parts.join(''));

const tags: fc.Arbitrary<readonly Tag[]> = fc
	.oneof(
		{ weight: 3, arbitrary: fc.constant([]) },
		fc.array(fc.record({ key: word('aB', 'aB .:/', 3), value: fc.constantFrom('', 'x', 'a = b', '#1') }), {
			maxLength: 2,
		}),
	)
	.map((list) => list.map(({ key, value }) => ({ key: key.trim(), value })));

const bool = fc.boolean();
const base64 = fc.constantFrom(undefined, 'value');
const onePath = fc.constantFrom({ path: 'a' }, { path: 'users.0.two words' });
const paths = fc.constantFrom(undefined, { path: undefined }, { path: 'a' }, { path: 'users.0.two words' });
const ofSecret: fc.Arbitrary<SecretModifiers> = fc.oneof(
	fc.record({ tags, attributes: bool }).map(secretModifiers),
	fc.record({ tags, base64, json: paths, unmasked: bool }).map(secretModifiers),
	fc.record({ tags, base64, file: bool, unmasked: bool }).map(secretModifiers),
	fc
		.record({ tags, base64: fc.constantFrom(undefined, 'value', 'leaf'), json: onePath, file: bool, unmasked: bool })
		.map(secretModifiers),
);
const ofCertificate: fc.Arbitrary<CertificateModifiers> = fc.oneof(
	fc.record({ tags, public: bool }).map(certificateModifiers),
	fc
		.record({ tags, store: bool, pem: bool, file: fc.constantFrom(undefined, 'default' as const) })
		.map(certificateModifiers),
	fc.record({ tags, store: bool, file: fc.constant('3des' as const) }).map(certificateModifiers),
);
const MODIFIERS = { secrets: ofSecret, certificates: ofCertificate, keys: fc.record({ tags }).map(keyModifiers) };

const vault = fc.constantFrom(undefined, OWN_VAULT, 'https://other.vault.azure.net');
const version = fc.constantFrom(undefined, undefined, '0'.repeat(32), '4387e9f3d6e14c459867679a90fd0f79');

/** A line that names an object. */
export const wantedObject: fc.Arbitrary<Wanted> = fc.constantFrom(...LINES_INPUTS).chain((input) =>
	fc.record({
		...{ input: fc.constant(input), vault, name: word('aB1-', 'aB1-', 4), version, modifiers: MODIFIERS[input] },
		output: fc.option(word('aB_', 'aB1_-', 3), { nil: undefined }),
	}),
);

/** A line that is a pattern. */
export const wantedPattern: fc.Arbitrary<Wanted> = fc.constantFrom(...LINES_INPUTS).chain((input) =>
	fc
		.record({
			...{ input: fc.constant(input), vault, version: fc.constant(undefined), modifiers: MODIFIERS[input] },
			...{ before: word('aB', 'aB1-', 1), after: fc.constantFrom('', '', 'a', '-B'), isRenamed: bool, hasMore: bool },
		})
		.map(({ before, after, isRenamed, hasMore, ...rest }) => ({
			...rest,
			name: hasMore && !isRenamed ? `*${before}**${after}` : `*${after}`,
			output: isRenamed ? `${before}*` : undefined,
		})),
);

export const hand: fc.Arbitrary<Hand> = fc.record({
	space: fc.constantFrom('', ' ', '\t '),
	end: fc.constantFrom(',', '\n', '\r\n', '\n# a, b = c | d\n', '\n\n'),
	isTurned: bool,
});

/** The line as this hand writes it. */
export function write(
	{ input, vault, name, version, output, modifiers }: Wanted,
	{ space, end, isTurned }: Hand,
): string {
	const assignment = output === undefined ? '' : `${output}${space}=${space}`;
	const address = `${vault === undefined ? '' : `${vault}/${input}/`}${name}${version === undefined ? '' : `/${version}`}`;
	const ofTags = modifiers.tags.map(({ key, value }) => `tag${space || ' '}${key}${space}=${space}${value}`);
	const others = describeSteps(modifiers);
	const texts = isTurned ? [...others, ...ofTags] : [...ofTags, ...others];
	return `${space}${[`${assignment}${address}`, ...texts].join(`${space}|${space}`)}${space}${end}`;
}

// In the order in which they are applied.
function describeDecoding({ base64, json }: SecretModifiers): readonly string[] {
	const ofJson = json === undefined ? [] : [`json ${json.path ?? ''}`];
	if (base64 === undefined) return ofJson;
	return base64 === 'value' ? ['base64', ...ofJson] : [...ofJson, 'base64'];
}

// All but the tags.
function describeSteps(modifiers: Modifiers): readonly string[] {
	switch (modifiers.kind) {
		case 'secrets': {
			const names = (['attributes', 'file', 'unmasked'] as const).filter((name) => modifiers[name]);
			return [...names, ...describeDecoding(modifiers)];
		}
		case 'certificates': {
			const names = (['public', 'pem', 'store'] as const).filter((name) => modifiers[name]);
			const file = modifiers.file === '3des' ? 'file 3des' : 'file';
			return [...names, ...(modifiers.file === undefined ? [] : [file])];
		}
		case 'keys':
			return [];
	}
}

const OF_CERTIFICATE = ['-thumbprint', '-subject', '-expires-on', '-version', '-cer'];

/** Which outputs a line makes, as the page about outputs has them. */
export function outputsOf(modifiers: Modifiers, output: string): readonly string[] {
	return suffixesOf(modifiers).map((suffix) => `${output}${suffix}`);
}

function suffixesOf(modifiers: Modifiers): readonly string[] {
	switch (modifiers.kind) {
		case 'secrets':
			if (modifiers.attributes) return ['-version', '-expires-on', '-enabled'];
			return modifiers.file ? ['', '-path'] : [''];
		case 'certificates': {
			const file = modifiers.file === undefined ? [] : modifiers.pem ? ['-path'] : ['-path', '-password'];
			const pem = modifiers.pem ? ['-private-key', '-chain'] : [];
			return modifiers.public ? OF_CERTIFICATE : ['', ...OF_CERTIFICATE, ...file, ...pem];
		}
		case 'keys':
			return ['', '-jwk', '-version'];
	}
}

/** Where the object is; the same for two names of one object. */
export function addressOf({ vault = OWN_VAULT, input, name, version = '' }: Wanted): string {
	return `${vault}/${input}/${name.toLowerCase()}/${version}`;
}
