// Everything that is read from the vaults of one run: each object once, at most so many requests at a time.
import { ActionError } from '../errors.js';
import { makeLimit } from '../http/limit.js';
import { MAX_SOCKETS } from '../http/transport.js';
import { type Identifier, identifierKey, type VaultAddress } from '../plan/identifier.js';
import { askVault, type VaultAccess, type VaultQuestion } from './ask-vault.js';
import { type CertificateBundle, decodeCertificateBundle, decodeSecretBundle, type SecretBundle } from './bundles.js';
import { decodeKeyBundle, type KeyBundle } from './key-bundle.js';
import { decodeListPage, type ListedObject } from './list-page.js';
import { describeIdentifier, kindOf, UNREACHABLE, unknownObjectError, unusableAnswerError } from './vault-error.js';
import { getObjectRequest, getRequest, listUrl } from './vault-request.js';

/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;

/** Asks a vault for each object once, however often it is wanted. All methods reject with an ActionError. */
export class VaultReader {
	readonly #access: VaultAccess;
	readonly #limit = makeLimit(MAX_SOCKETS);
	// A vault that gives no answer to one request will not to the others: they fail at once instead of waiting as long.
	readonly #unreachable = new Map<string, ActionError>();
	readonly #secrets = new Map<string, Promise<SecretBundle>>();
	readonly #certificates = new Map<string, Promise<CertificateBundle>>();
	readonly #keys = new Map<string, Promise<KeyBundle>>();
	readonly #versions = new Map<string, Promise<readonly ListedObject[]>>();

	constructor(access: VaultAccess) {
		this.#access = access;
	}

	/** A secret with its value. */
	secret(item: Identifier): Promise<SecretBundle> {
		return once(this.#secrets, item, () => this.#get(item, decodeSecretBundle));
	}

	/** The public part of a certificate. */
	certificate(item: Identifier): Promise<CertificateBundle> {
		return once(this.#certificates, item, () => this.#get(item, decodeCertificateBundle));
	}

	/** The public part of a key. */
	key(item: Identifier): Promise<KeyBundle> {
		return once(this.#keys, item, () => this.#get(item, decodeKeyBundle));
	}

	/** What is known of a version, or of the newest one, beside its value. */
	async version(item: Identifier): Promise<ListedObject> {
		const versions = await once(this.#versions, { ...item, version: undefined }, () => this.#listVersions(item));
		const found = versions.find(({ version }) => item.version === undefined || version === item.version);
		// Of an object that does not exist the list is empty.
		if (found === undefined) throw unknownObjectError(item);
		return found;
	}

	/** All objects of a kind, or all versions of one object, page by page; the next is asked for as the caller goes on. */
	async *list(address: VaultAddress): AsyncGenerator<readonly ListedObject[], void> {
		let url: string | undefined = listUrl(address);
		for (let pages = 0; url !== undefined; pages++) {
			if (pages === MAX_PAGES) throw unusableAnswerError(address, 'the list does not come to its end.');
			const page = await this.#getPage(url, address);
			yield page.objects;
			url = page.nextLink;
		}
	}

	async #getPage(url: string, address: VaultAddress) {
		const makeRequest: VaultQuestion['makeRequest'] = (token) => getRequest(url, token);
		const body = await this.#ask({ identifier: address, operation: 'list', makeRequest });
		const page = decodeListPage(body, address);
		if (page === undefined) throw unusableAnswerError(address, 'the answer is not a page of a list.');
		if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
			throw unusableAnswerError(address, 'the next page is said to be elsewhere, and nothing was sent there.');
		}
		return page;
	}

	// They come in no order: here the newest is first.
	async #listVersions(item: Identifier): Promise<readonly ListedObject[]> {
		const versions: ListedObject[] = [];
		for await (const page of this.list(item)) versions.push(...page);
		return versions.sort((one, other) => other.created - one.created);
	}

	async #get<T>(item: Identifier, decode: (body: string) => T | undefined): Promise<T> {
		const makeRequest: VaultQuestion['makeRequest'] = (token) => getObjectRequest(item, token);
		const object = decode(await this.#ask({ identifier: item, makeRequest }));
		if (object === undefined) throw unusableAnswerError(item, `the answer is not a ${kindOf(item.collection)}.`);
		return object;
	}

	#ask(question: VaultQuestion): Promise<string> {
		const { identifier } = question;
		return this.#limit(async () => {
			const earlier = this.#unreachable.get(identifier.vaultUrl);
			if (earlier !== undefined) throw earlier.about(describeIdentifier(identifier));
			try {
				return await askVault(question, this.#access);
			} catch (error) {
				if (error instanceof ActionError && error.code === UNREACHABLE)
					this.#unreachable.set(identifier.vaultUrl, error);
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

// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url: string, vaultUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const { origin, username, password } = new URL(url);
	return origin === vaultUrl && username === '' && password === '';
}
