// A page of a list of Key Vault: of all objects of a kind, or of one object's versions.
// https://learn.microsoft.com/rest/api/keyvault/secrets/get-secrets/get-secrets (api-version 7.4)
import { asObject, asText, parseJsonObject } from '../http/json.js';
import type { VaultAddress } from '../plan/identifier.js';
import { type Attributes, decodeAttributes, decodeTags, type Tags } from './bundles.js';

/** What a list shows of an object: everything but its value. */
export interface ListedObject {
	readonly name: string;
	/** 32 hex digits; empty in the list of all objects, where the newest version is meant. */
	readonly version: string;
	/** Does it back a certificate? */
	readonly managed: boolean;
	readonly enabled: boolean;
	/** Seconds since 1970. */
	readonly created: number;
	readonly attributes: Attributes;
	readonly tags: Tags;
}

/** A page, and where the next one is; undefined where it is the last. */
export interface ListPage {
	readonly objects: readonly ListedObject[];
	readonly nextLink: string | undefined;
}

/** The body as a page of this list; undefined where it is none. */
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
	return {
		name,
		version: version.toLowerCase(),
		managed: item?.['managed'] === true,
		enabled: enabled !== false,
		created: typeof created === 'number' ? created : 0,
		attributes,
		tags: decodeTags(item),
	};
}

/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;
