// Everything that the plan names, read from the vaults: at most so many requests at a time, each failure kept.
import { ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import { inParallel } from '../http/in-parallel.js';
import type { SendContext } from '../http/send.js';
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { askVault, type VaultAccess } from './ask-vault.js';
import { type CertificateBundle, decodeCertificateBundle, decodeSecretBundle, type SecretBundle } from './bundles.js';
import { describeIdentifier, UNREACHABLE, unusableAnswerError } from './vault-error.js';
import { getObjectRequest, siblingIdentifierOf } from './vault-request.js';
import type { VaultSession } from './vault-session.js';

/** One of the plan's items with what the vault holds. */
export type Fetched =
	| { readonly kind: 'secret'; readonly item: Identifier; readonly secret: SecretBundle }
	| {
			readonly kind: 'certificate';
			readonly item: Identifier;
			readonly certificate: CertificateBundle;
			/** The secret of the same version, which holds the private key. */
			readonly secret: SecretBundle;
	  };

/** An item that could not be read. */
export interface FailedItem {
	readonly item: Identifier;
	readonly errors: readonly ActionError[];
}

/** What came of all items, each list in the order of the plan. */
export interface FetchResult {
	readonly fetched: readonly Fetched[];
	readonly failed: readonly FailedItem[];
}

/** Reads each item: one request a secret, two a certificate, several at a time. */
export async function fetchItems(
	items: readonly Identifier[],
	session: VaultSession,
	context: SendContext,
): Promise<FetchResult> {
	const reader = new VaultReader({ session, context });
	const results = await inParallel(items, (item) =>
		reader.read(item).catch((error: unknown) => ({ item, errors: foreseenErrors(error) })),
	);
	return {
		fetched: results.filter((result) => 'kind' in result),
		failed: results.filter((result) => 'errors' in result),
	};
}

class VaultReader {
	readonly #access: VaultAccess;
	// A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
	readonly #unreachable = new Map<string, ActionError>();

	constructor(access: VaultAccess) {
		this.#access = access;
	}

	async read(item: Identifier): Promise<Fetched> {
		switch (item.collection) {
			case 'secrets':
				return { kind: 'secret', item, secret: await this.#readSecret(item) };
			case 'certificates':
				return this.#readCertificate(item);
			default:
				throw new Error(item.collection);
		}
	}

	async #readSecret(identifier: Identifier): Promise<SecretBundle> {
		const secret = decodeSecretBundle(await this.#get(identifier));
		if (secret === undefined) throw unusableAnswerError(identifier, 'the answer is not a secret.');
		return secret;
	}

	async #readCertificate(item: Identifier): Promise<Fetched> {
		const certificate = decodeCertificateBundle(await this.#get(item));
		if (certificate === undefined) throw unusableAnswerError(item, 'the answer is not a certificate.');
		const secretIdentifier = siblingIdentifierOf(certificate.secretId, 'secrets', item);
		if (secretIdentifier === undefined) {
			throw unusableAnswerError(item, 'the answer says that the private key is elsewhere, and nothing was sent there.');
		}
		const secret = await this.#readSecret(secretIdentifier).catch((error: unknown) => {
			const subject = `private key of ${describeIdentifier(item)}`;
			throw new ActionErrors(foreseenErrors(error).map((one) => one.about(subject)));
		});
		return { kind: 'certificate', item, certificate, secret };
	}

	async #get(identifier: Identifier): Promise<string> {
		const earlier = this.#unreachable.get(identifier.vaultUrl);
		if (earlier !== undefined) throw earlier.about(describeIdentifier(identifier));
		const makeRequest = (token: SecretText): HttpRequest => getObjectRequest(identifier, token);
		try {
			return await askVault({ identifier, makeRequest }, this.#access);
		} catch (error) {
			if (error instanceof ActionError && error.code === UNREACHABLE) this.#unreachable.set(identifier.vaultUrl, error);
			throw error;
		}
	}
}
