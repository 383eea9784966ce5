// What is not a secret as outputs: a key's public part, and what is known of a secret beside its value.
import type { KeyObject } from 'node:crypto';
import { ActionError } from '../errors.js';
import type { KeyBundle } from '../keyvault/bundles.js';
import type { ListedObject } from '../keyvault/list-pages.js';
import type { Destination } from '../plan/destination.js';
import { formatInstant } from '../time.js';
import type { Rendered } from './rendered.js';

/**
 * Three outputs, none of them a secret: the key as PEM (SubjectPublicKeyInfo), the same as JWK, and its version.
 * @throws ActionError if the key has no public part
 */
export function renderKey(
	{ output, item }: Destination,
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
	{ output, item }: Destination,
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
