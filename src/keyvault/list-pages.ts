// A list of a vault, page by page.
import type { VaultAddress } from '../plan/identifier.js';
import type { VaultQuestion } from './ask-vault.js';
import { decodeListPage, type ListedObject, type ListPage } from './list-page.js';
import { unusableAnswerError } from './vault-error.js';
import { getRequest, listUrl } from './vault-request.js';

/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;

/** Asks the vault, and gives the body of its answer. */
export type Ask = (question: VaultQuestion) => Promise<string>;

/**
 * All objects of a kind, or all versions of one object; the next page is asked for as the caller goes on.
 * @throws ActionError where the vault refuses, or gives what is no list of its own
 */
export async function* listPages(address: VaultAddress, ask: Ask): AsyncGenerator<readonly ListedObject[], void> {
	let url: string | undefined = listUrl(address);
	for (let pages = 0; url !== undefined; pages++) {
		if (pages === MAX_PAGES) throw unusableAnswerError(address, 'the list does not come to its end.');
		const page = await getPage(url, address, ask);
		yield page.objects;
		url = page.nextLink;
	}
}

async function getPage(url: string, address: VaultAddress, ask: Ask): Promise<ListPage> {
	const makeRequest: VaultQuestion['makeRequest'] = (token) => getRequest(url, token);
	const body = await ask({ identifier: address, operation: 'list', makeRequest });
	const page = decodeListPage(body, address);
	if (page === undefined) throw unusableAnswerError(address, 'the answer is not a page of a list.', body);
	if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
		throw unusableAnswerError(address, 'the next page is said to be elsewhere, and nothing was sent there.');
	}
	return page;
}

// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url: string, vaultUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const { origin, username, password } = new URL(url);
	return origin === vaultUrl && username === '' && password === '';
}
