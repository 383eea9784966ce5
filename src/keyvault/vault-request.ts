// Requests to a vault, with the token that only its own host may see.
import type { Collection, Identifier, VaultAddress } from '../plan/identifier.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** Answered by every cloud and emulator; there is no default. */
export const API_VERSION = '7.4';

/** The most that a vault gives at once. */
const PAGE_SIZE = 25;

/** The request that reads one object; without a token, the vault answers with its challenge. */
export function getObjectRequest({ vaultUrl, collection, name, version }: Identifier, token?: SecretText): HttpRequest {
	const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
	return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}

/** Where the list of all objects begins or, of one object, that of its versions. */
export function listUrl({ vaultUrl, collection, name }: VaultAddress): string {
	const path = name === undefined ? collection : `${collection}/${name}/versions`;
	return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}

/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
export function getRequest(url: string, token?: SecretText): HttpRequest {
	const headers = token === undefined ? {} : { authorization: new SecretText(`Bearer ${token.reveal()}`) };
	return { method: 'GET', url, headers };
}

/**
 * The address that a certificate's `sid` or `kid` holds; undefined where it is not an object of that collection and of
 * the certificate's name in the same vault, since the token must not go anywhere else.
 */
export function siblingIdentifierOf<C extends Collection>(
	id: string,
	collection: C,
	certificate: Pick<Identifier, 'vaultUrl' | 'name'>,
): Identifier<C> | undefined {
	if (!URL.canParse(id)) return undefined;
	const { origin, pathname, search, username, password } = new URL(id);
	const [, kind = '', name = '', version] = /^\/([a-z]+)\/([0-9a-z-]{1,127})\/([0-9a-f]{32})$/i.exec(pathname) ?? [];
	if (kind.toLowerCase() !== collection) return undefined;
	if (origin !== certificate.vaultUrl || name.toLowerCase() !== certificate.name.toLowerCase()) return undefined;
	if (search !== '' || username !== '' || password !== '') return undefined;
	return { vaultUrl: certificate.vaultUrl, collection, name, version };
}

/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
export function tenantOfChallenge(response: HttpResponse): string | undefined {
	return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}

/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;
