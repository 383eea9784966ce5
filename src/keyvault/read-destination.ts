// What one destination needs of the vault, and no more.
import { failuresOf } from '../errors.js';
import type { Tag } from '../input/modifiers.js';
import type { Destination } from '../plan/destination.js';
import type { Identifier } from '../plan/identifier.js';
import type { CertificateBundle, SecretBundle, Tags } from './bundles.js';
import type { KeyBundle } from './key-bundle.js';
import type { ListedObject } from './list-pages.js';
import { describeIdentifier, unusableAnswerError, withoutTagError } from './vault-error.js';
import type { VaultReader } from './vault-reader.js';
import { siblingIdentifierOf } from './vault-request.js';

/** What the vault holds of a destination's object. */
export type VaultObject =
	| { readonly kind: 'secret'; readonly secret: SecretBundle }
	/** What is known of a secret beside its value, which was not read. */
	| { readonly kind: 'attributes'; readonly version: ListedObject }
	| {
			readonly kind: 'certificate';
			readonly certificate: CertificateBundle;
			/** The secret of the same version, which holds the private key; undefined where the public part is enough. */
			readonly secret: SecretBundle | undefined;
	  }
	| { readonly kind: 'key'; readonly key: KeyBundle };

/** A destination with what goes there. */
export type Fetched = VaultObject & { readonly destination: Destination };

/**
 * Reads it.
 * @throws ActionErrors about the object, or about its private key
 */
export async function readDestination(destination: Destination, reader: VaultReader): Promise<Fetched> {
	return { ...(await readObject(destination, reader)), destination };
}

async function readObject({ item, steps }: Destination, reader: VaultReader): Promise<VaultObject> {
	switch (steps.kind) {
		case 'secrets': {
			if (steps.attributes)
				return { kind: 'attributes', version: await carrying(steps.tags, item, reader.version(item)) };
			return { kind: 'secret', secret: await carrying(steps.tags, item, reader.secret(item)) };
		}
		case 'certificates': {
			const certificate = await carrying(steps.tags, item, reader.certificate(item));
			const secret = steps.public ? undefined : await readPrivateKey(certificate, item, reader);
			return { kind: 'certificate', certificate, secret };
		}
		case 'keys':
			return { kind: 'key', key: await carrying(steps.tags, item, reader.key(item)) };
		default:
			throw steps satisfies never;
	}
}

/** Which of the tags is not there with its value; undefined where all are. */
export function findMissingTag(wanted: readonly Tag[], tags: Tags): Tag | undefined {
	return wanted.find(({ key, value }) => tags.get(key) !== value);
}

// Other lines may name the object in another case: what is said of it is said in this line's.
async function carrying<T extends { readonly tags: Tags }>(
	wanted: readonly Tag[],
	item: Identifier,
	reading: Promise<T>,
): Promise<T> {
	const object = await reading.catch((error: unknown) => {
		const subject = describeIdentifier(item);
		throw failuresOf(subject, error, subject);
	});
	const missing = findMissingTag(wanted, object.tags);
	if (missing !== undefined) throw withoutTagError(item, missing.key);
	return object;
}

async function readPrivateKey(
	{ secretId }: CertificateBundle,
	item: Identifier,
	reader: VaultReader,
): Promise<SecretBundle> {
	const address = siblingIdentifierOf(secretId, 'secrets', item);
	if (address === undefined) {
		throw unusableAnswerError(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
	}
	return reader.secret(address).catch((error: unknown) => {
		throw failuresOf(`private key of ${describeIdentifier(item)}`, error, describeIdentifier(address));
	});
}
