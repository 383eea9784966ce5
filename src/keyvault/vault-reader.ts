// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.
import { ActionError } from '../errors.js';
import { asObject, asText, parseJsonObject } from '../http/json.js';
import { makeLimit, requestsAtATime } from '../http/send.js';
import { describeIdentifier, type Identifier, identifierKey, kindOf, type VaultAddress } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import {
	API_VERSION,
	askVault,
	getObjectRequest,
	getRequest,
	type VaultAccess,
	type VaultRequest,
} from './ask-vault.js';
import {
	type CertificateBundle,
	decodeKeyBundle,
	decodeSecretBundle,
	decodeUsableCertificate,
	type KeyBundle,
	type SecretBundle,
} from './bundles.js';
import { type ListedObject, listPages } from './list-pages.js';
import { isUnreachable, unknownObjectError, unusableAnswerError } from './vault-error.js';

/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
export class VaultReader {
	readonly #access: VaultAccess;
	readonly #limit = makeLimit(requestsAtATime(0));
	#expected = 0;
	// A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
	readonly #unreachable = new Map<string, ActionError>();
	readonly #secrets = new Map<string, Promise<SecretBundle>>();
	readonly #certificates = new Map<string, Promise<CertificateBundle>>();
	// One line may want a certificate's public part alone, and another the private key as well.
	readonly #keysWanted = new Set<string>();
	readonly #keys = new Map<string, Promise<KeyBundle>>();
	readonly #versions = new Map<string, Promise<readonly ListedObject[]>>();

	constructor(access: VaultAccess) {
		this.#access = access;
	}

	/** Learns how many references are known so far, all of which will be asked for: more requests at a time go with many. */
	expect(references: number): void {
		this.#limit.grow(requestsAtATime(references));
	}

	/** As {@link expect}, for references beside those that {@link expectMore} told of before. */
	expectMore(references: number): void {
		this.#expected += references;
		this.expect(this.#expected);
	}

	/** A secret with its value. */
	secret(item: Identifier): Promise<SecretBundle> {
		return once(this.#secrets, item, () => this.#get(item, decodeSecretBundle));
	}

	/** The public part of a certificate that is issued and enabled. `withKey`: its private key is wanted next. */
	certificate(item: Identifier, { withKey = false } = {}): Promise<CertificateBundle> {
		const key = identifierKey(item);
		if (withKey) this.#keysWanted.add(key);
		const isValueWanted = (): boolean => this.#keysWanted.has(key);
		const read = () => this.#get(item, (body) => decodeUsableCertificate(body, item), { isValueWanted });
		return once(this.#certificates, item, read);
	}

	/** The public part of a key. */
	key(item: Identifier): Promise<KeyBundle> {
		return once(this.#keys, item, async () => {
			return this.#get(item, decodeKeyBundle);
		});
	}

	/** Returns the facts about a version, or about the newest one, without its value. */
	async version(item: Identifier): Promise<ListedObject> {
		const versions = await once(this.#versions, { ...item, version: undefined }, () => this.#listVersions(item));
		const found = versions.find(({ version }) => item.version === undefined || version === item.version);
		if (found !== undefined) return found;
		// The list of an object that does not exist is empty.
		throw unknownObjectError(item);
	}

	/** The thumbprints of all versions of a certificate, as {@link ListedObject.thumbprint}. */
	async thumbprints(item: Identifier): Promise<readonly string[]> {
		const versions = await this.#listVersions(item);
		return versions.flatMap(({ thumbprint }) => (thumbprint === undefined ? [] : [thumbprint]));
	}

	/** Whether the certificate's policy has the vault renew it by itself. */
	renewsItself(item: Identifier): Promise<boolean> {
		const url = `${item.vaultUrl}/certificates/${item.name}/policy?api-version=${API_VERSION}`;
		return this.#get(item, decodeAutoRenew, { makeRequest: (token) => getRequest(url, token) });
	}

	/**
	 * All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on.
	 * `withValues`: secret values or private keys of what is listed are wanted next.
	 */
	async *list(address: VaultAddress, { withValues = false } = {}): AsyncGenerator<readonly ListedObject[], void> {
		yield* listPages(address, (request) => this.#ask({ ...request, isValueWanted: () => withValues }));
	}

	// They come in no order: here the newest is first.
	async #listVersions(item: Identifier): Promise<readonly ListedObject[]> {
		const versions: ListedObject[] = [];
		for await (const page of this.list(item)) versions.push(...page);
		return versions.sort((one, other) => other.created - one.created);
	}

	async #get<T>(
		item: Identifier,
		decode: (body: string) => T | undefined,
		request: Partial<VaultRequest> = {},
	): Promise<T> {
		const makeRequest = (token: SecretText): HttpRequest => getObjectRequest(item, token);
		const body = await this.#ask({ identifier: item, isLine: true, makeRequest, ...request });
		const object = decode(body);
		if (object === undefined) throw unusableAnswerError(item, `the answer is not a ${kindOf(item.collection)}.`, body);
		return object;
	}

	#ask(request: VaultRequest): Promise<string> {
		const { identifier } = request;
		return this.#limit.run(async () => {
			const earlier = this.#unreachable.get(identifier.vaultUrl);
			if (earlier !== undefined) throw earlier.about(describeIdentifier(identifier));
			try {
				return await askVault(request, this.#access);
			} catch (error) {
				if (error instanceof ActionError && isUnreachable(error)) this.#unreachable.set(identifier.vaultUrl, error);
				throw error;
			}
		});
	}
}

function once<T>(known: Map<string, Promise<T>>, item: Identifier, read: () => Promise<T>): Promise<T> {
	const key = identifierKey(item);
	const reading = known.get(key) ?? read();
	known.set(key, reading);
	return reading;
}

// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-policy/get-certificate-policy (api-version 7.4)
function decodeAutoRenew(body: string): boolean | undefined {
	const policy = parseJsonObject(body);
	// Without actions it is a policy only if it shows its other parts.
	const actions: unknown = policy?.['lifetime_actions'] ?? (asObject(policy?.['issuer']) && []);
	if (!Array.isArray(actions)) return undefined;
	const types = actions.map((one: unknown) => asText(asObject(asObject(one)?.['action'])?.['action_type'], /^\w+$/));
	return types.includes(undefined) ? undefined : types.some((type) => type?.toLowerCase() === 'autorenew');
}
