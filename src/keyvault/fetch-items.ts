// Everything that the plan names, read from the vaults: at most so many requests at a time, each failure kept.
import { type ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import { type SendContext, send } from '../http/send.js';
import { MAX_SOCKETS } from '../http/transport.js';
import type { Identifier } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { type CertificateBundle, decodeCertificateBundle, decodeSecretBundle, type SecretBundle } from './bundles.js';
import { tenantOfChallenge } from './challenge.js';
import {
	describeIdentifier,
	UNREACHABLE,
	unreachableVaultError,
	unusableAnswerError,
	vaultRefusedError,
} from './vault-error.js';
import { getObjectRequest, secretIdentifierOf } from './vault-request.js';
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

/** Reads each item: one request a secret, two a certificate, at most {@link MAX_SOCKETS} at a time. */
export async function fetchItems(
	items: readonly Identifier[],
	session: VaultSession,
	context: SendContext,
): Promise<FetchResult> {
	const reader = new VaultReader(session, context);
	const results: (Fetched | FailedItem)[] = [];
	const queue = [...items.entries()].reverse();
	const work = async (): Promise<void> => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			const [index, item] = next;
			results[index] = await reader.read(item).catch((error: unknown) => ({ item, errors: foreseenErrors(error) }));
		}
	};
	await Promise.all(Array.from({ length: MAX_SOCKETS }, work));
	return {
		fetched: results.filter((result) => 'kind' in result),
		failed: results.filter((result) => 'errors' in result),
	};
}

class VaultReader {
	readonly #session: VaultSession;
	readonly #context: SendContext;
	// A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
	readonly #unreachable = new Map<string, ActionError>();

	constructor(session: VaultSession, context: SendContext) {
		this.#session = session;
		this.#context = context;
	}

	async read(item: Identifier): Promise<Fetched> {
		switch (item.collection) {
			case 'secrets':
				return { kind: 'secret', item, secret: await this.#readSecret(item) };
			case 'certificates':
				return this.#readCertificate(item);
			default:
				throw item.collection satisfies never;
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
		const secretIdentifier = secretIdentifierOf(certificate.secretId, item);
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
		const token = this.#session.token();
		let response = await this.#send(identifier, token);
		if (response.status === 401) {
			const newer = await this.#session.renewed(token);
			if (newer !== undefined) response = await this.#send(identifier, newer);
		}
		if (response.status === 200) return response.body;
		throw vaultRefusedError(response, identifier, {
			signedIn: this.#session.tenantId,
			challenged: tenantOfChallenge(response),
		});
	}

	async #send(identifier: Identifier, token: SecretText): Promise<HttpResponse> {
		try {
			return await send(getObjectRequest(identifier, token), this.#context);
		} catch (error) {
			const failure = unreachableVaultError(error, identifier);
			if (failure.code === UNREACHABLE) this.#unreachable.set(identifier.vaultUrl, failure);
			throw failure;
		}
	}
}
