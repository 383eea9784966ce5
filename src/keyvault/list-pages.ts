// A list of a vault, page by page.
import { asObject, asText, parseJsonObject } from '../http/json.js';
import type { Identifier, VaultAddress } from '../plan/identifier.js';
import { askVault, getRequest, listUrl, type VaultAccess, type VaultRequest } from './ask-vault.js';
import { type Attributes, decodeAttributes, decodeContentType, decodeTags, type Tags } from './bundles.js';
import { unusableAnswerError } from './vault-error.js';

/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;

/** Asks the vault, and gives the body of its answer. */
export type Ask = (request: VaultRequest) => Promise<string>;

/**
 * All objects of a kind, or all versions of one object, each once; the next page is asked for as the caller goes on.
 * @throws ActionError if the vault refuses, or gives what is no list of its own or one that goes round in a circle
 */
export async function* listPages(address: VaultAddress, ask: Ask): AsyncGenerator<readonly ListedObject[], void> {
	const visited = new Set<string>();
	const listed = new Set<string>();
	let url: string | undefined = listUrl(address);
	while (url !== undefined) {
		if (visited.has(url)) throw unusableAnswerError(address, 'a page of the list leads back to an earlier one.');
		if (visited.size === MAX_PAGES) throw unusableAnswerError(address, 'the list does not end.');
		visited.add(url);
		const page = await getPage(url, address, ask);
		const fresh = page.objects.filter((object) => takeNew(listed, object));
		if (fresh.length === 0 && page.objects.length > 0)
			throw unusableAnswerError(address, 'a page of the list repeats what earlier ones have shown.');
		yield fresh;
		url = page.nextLink;
	}
}

function takeNew(listed: Set<string>, { name, version }: ListedObject): boolean {
	const key = `${name.toLowerCase()}/${version}`;
	const isNew = !listed.has(key);
	listed.add(key);
	return isNew;
}

async function getPage(url: string, address: VaultAddress, ask: Ask): Promise<ListPage> {
	const makeRequest: VaultRequest['makeRequest'] = (token) => getRequest(url, token);
	const body = await ask({ identifier: address, operation: 'list', makeRequest });
	const page = decodeListPage(body, address);
	if (page === undefined) throw unusableAnswerError(address, 'the answer is not a page of a list.', body);
	if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
		throw unusableAnswerError(address, 'the link to the next page leads elsewhere, so nothing was sent there.');
	}
	return page;
}

// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url: string, vaultUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const { origin, username, password } = new URL(url);
	return origin === vaultUrl && username === '' && password === '';
}

/** Entry of a list: everything about an object except its value. */
export interface ListedObject {
	readonly name: string;
	/** 32 hex digits; empty in the list of all objects, if the newest version is meant. */
	readonly version: string;
	/** Whether it backs a certificate. */
	readonly managed: boolean;
	readonly enabled: boolean;
	/** Seconds since 1970. */
	readonly created: number;
	/** Content type of a secret; empty if it has none. */
	readonly contentType: string;
	readonly attributes: Attributes;
	readonly tags: Tags;
	/** SHA-1 of a certificate, 40 upper-case hex digits; left out if the list does not show it. */
	readonly thumbprint?: string;
}

/** A page, and where the next one is; undefined if it is the last. */
export interface ListPage {
	readonly objects: readonly ListedObject[];
	readonly nextLink: string | undefined;
}

/** The body as a page of this list; undefined if it is none. */
export function decodeListPage(body: string, address: VaultAddress): ListPage | undefined {
	const page = parseJsonObject(body);
	const items = page?.['value'];
	const link = page?.['nextLink'] ?? undefined;
	const nextLink = asText(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
	if (!Array.isArray(items) || nextLink !== link) return undefined;
	const objects = items.map((item: unknown) => decodeListed(item, address)).filter((object) => object !== undefined);
	return objects.length === items.length ? { objects, nextLink } : undefined;
}

function decodeListed(value: unknown, address: VaultAddress): ListedObject | undefined {
	const item = asObject(value);
	// Secrets and certificates have `id`, keys `kid`.
	const id = asText(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
	const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
	const stated = asObject(item?.['attributes']);
	const attributes = decodeAttributes(item);
	if (stated === undefined || attributes === undefined || collection.toLowerCase() !== address.collection)
		return undefined;
	if (address.name !== undefined && (name.toLowerCase() !== address.name.toLowerCase() || version === ''))
		return undefined;
	const { enabled, created } = stated;
	const thumbprint = decodeThumbprint(item?.['x5t']);
	return {
		name,
		version: version.toLowerCase(),
		managed: item?.['managed'] === true,
		enabled: enabled !== false,
		created: typeof created === 'number' ? created : 0,
		contentType: decodeContentType(item),
		attributes,
		tags: decodeTags(item),
		...(thumbprint !== undefined && { thumbprint }),
	};
}

// SHA-1 has 20 bytes, in base64url; vaults leave the padding out, and some of their emulators do not.
function decodeThumbprint(x5t: unknown): string | undefined {
	const text = asText(x5t, /^[\w-]{27}=?$/);
	return text === undefined ? undefined : Buffer.from(text, 'base64url').toString('hex').toUpperCase();
}

/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;

/**
 * The newest version before `version` that is enabled and in force; undefined if there is none. The list is in no order,
 * so what counts is when each was made.
 * @throws ActionError if the vault refuses the list of versions
 */
export async function findEarlierVersion(
	certificate: Identifier,
	version: string,
	{ access, nowMs }: { readonly access: VaultAccess; readonly nowMs: number },
): Promise<Identifier | undefined> {
	const versions: ListedObject[] = [];
	for await (const page of listPages({ ...certificate, version: undefined }, (request) => askVault(request, access)))
		versions.push(...page);
	const refused = versions.find((one) => one.version === version);
	const [earlier] = versions
		.filter((one) => one !== refused && one.created <= (refused?.created ?? Number.POSITIVE_INFINITY))
		.filter((one) => isUsable(one, nowMs / 1000))
		.sort((one, other) => other.created - one.created);
	return earlier && { ...certificate, version: earlier.version };
}

function isUsable({ enabled, attributes: { notBefore, expires } }: ListedObject, nowSeconds: number): boolean {
	return enabled && (notBefore ?? 0) <= nowSeconds && nowSeconds < (expires ?? Number.POSITIVE_INFINITY);
}
