// What rendering gives, and what it is given, for tests that care for a part of it.
import { parseModifiers } from '../../src/input/modifiers.js';
import type { CertificateBundle, SecretBundle } from '../../src/keyvault/bundles.js';
import { type Destination, type DestinationOf, makeDestination as placeIn } from '../../src/plan/destination.js';
import type { Collection, Identifier } from '../../src/plan/identifier.js';
import type { Rendered } from '../../src/render/rendered.js';
import { SecretText } from '../../src/secret-text.js';
import { EXO } from './throw-away.js';

export const VAULT_URL = 'https://contoso.vault.azure.net';
export const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

export function makeItem(name: string): Identifier<'secrets'>;
export function makeItem<C extends Collection>(name: string, collection: C, version?: string): Identifier<C>;
export function makeItem(name: string, collection: Collection = 'secrets', version?: string): Identifier {
	return { vaultUrl: VAULT_URL, collection, name, version };
}

export function makeDestination<C extends Collection>(
	output: string,
	item: Identifier<C>,
	modifiers: readonly string[] = [],
): DestinationOf<C> {
	const line = { input: item.collection, number: 1, output, reference: item.name, modifiers };
	const destination: Destination = placeIn({ line, output }, item, parseModifiers(line));
	return destination as DestinationOf<C>;
}

export function makeSecretBundle(value: string, overrides: Partial<SecretBundle> = {}): SecretBundle {
	return {
		value: new SecretText(value),
		version: VERSION,
		contentType: '',
		attributes: { notBefore: undefined, expires: undefined },
		tags: new Map(),
		...overrides,
	};
}

export function makeCertificateBundle(overrides: Partial<CertificateBundle> = {}): CertificateBundle {
	return {
		version: VERSION,
		der: Buffer.from(EXO.cer, 'base64'),
		secretId: `${VAULT_URL}/secrets/exo/${VERSION}`,
		attributes: { notBefore: undefined, expires: Date.UTC(2027, 0, 2, 3, 4, 5) / 1000 },
		tags: new Map(),
		...overrides,
	};
}

/** A secret of that name and value, with the value as its only mask. */
export function makeRendered(name: string, value: string, overrides: Partial<Rendered> = {}): Rendered {
	const text = new SecretText(value);
	return {
		item: makeItem(name),
		version: VERSION,
		life: { notBefore: undefined, expires: undefined },
		outputs: [{ name, value: text }],
		files: [],
		storeEntries: [],
		masks: [text],
		weakness: undefined,
		secrets: [{ name, value: text }],
		notes: [],
		...overrides,
	};
}
