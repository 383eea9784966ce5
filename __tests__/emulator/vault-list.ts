// Lists of a vault, page by page.
import { type Answer, jsonAnswer } from './exchange.js';
import type { StoredObject } from './stored-objects.js';
import { certificateItem, keyItem, secretItem } from './vault-bundles.js';
import type { VaultCall } from './vault-call.js';
import { badParameter } from './vault-refusals.js';

const MAX_PAGE_SIZE = 25;

/** One page; an object that does not exist has no versions, which is no error. */
export function listPage({
	store,
	origin: address,
	collection,
	name,
	request: { host, path, query },
}: VaultCall): Answer {
	const size = Number(query.get('maxresults') ?? MAX_PAGE_SIZE);
	const place = readSkipToken(query.get('$skiptoken'));
	if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE || place === undefined) {
		return badParameter('maxresults or $skiptoken has an invalid value.');
	}
	const all = name === '' ? store.listNewest(collection) : store.listVersions(collection, name);
	const end = place.page === store.emptyPage ? place.offset : place.offset + size;
	const items = all.slice(place.offset, end).map((object) => describeItem(address, object, name !== ''));
	const skipToken = Buffer.from(JSON.stringify({ page: place.page + 1, offset: end })).toString('base64url');
	// The real service writes its port if a client would leave it out, and its own order of parameters.
	const origin = `https://${host.includes(':') ? host : `${host}:443`}`;
	const next = `${origin}${path.replace(/\/$/, '')}?api-version=${query.get('api-version')}&$skiptoken=${skipToken}`;
	const sized = query.has('maxresults') ? `${next}&maxresults=${size}` : next;
	return jsonAnswer(200, { value: items, nextLink: end < all.length ? sized : null });
}

interface Place {
	readonly page: number;
	readonly offset: number;
}

function readSkipToken(text: string | null): Place | undefined {
	if (text === null) return { page: 0, offset: 0 };
	try {
		return JSON.parse(Buffer.from(text, 'base64url').toString()) as Place;
	} catch {
		return undefined;
	}
}

function describeItem(origin: string, object: StoredObject, versioned: boolean): object {
	if ('publicKey' in object) return keyItem(origin, object, versioned);
	return 'certificate' in object ? certificateItem(origin, object, versioned) : secretItem(origin, object, versioned);
}
