// Requests to a vault, with the token that only its own host may see.
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** Answered by every cloud and emulator; there is no default. */
const API_VERSION = '7.4';

/** The request that reads one object; without a token, the vault answers with its challenge. */
export function getObjectRequest({ vaultUrl, collection, name, version }: Identifier, token?: SecretText): HttpRequest {
	const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
	return {
		method: 'GET',
		url: `${vaultUrl}/${path}?api-version=${API_VERSION}`,
		headers: token === undefined ? {} : { authorization: new SecretText(`Bearer ${token.reveal()}`) },
	};
}

/**
 * The address that a certificate's `sid` holds; undefined where it is not a secret of that name in the same vault,
 * since the token must not go anywhere else.
 */
export function secretIdentifierOf(
	secretId: string,
	certificate: Pick<Identifier, 'vaultUrl' | 'name'>,
): Identifier | undefined {
	if (!URL.canParse(secretId)) return undefined;
	const { origin, pathname, search, username, password } = new URL(secretId);
	const [, name = '', version] = /^\/secrets\/([0-9a-z-]{1,127})\/([0-9a-f]{32})$/i.exec(pathname) ?? [];
	if (origin !== certificate.vaultUrl || name.toLowerCase() !== certificate.name.toLowerCase()) return undefined;
	if (search !== '' || username !== '' || password !== '') return undefined;
	return { vaultUrl: certificate.vaultUrl, collection: 'secrets', name, version };
}
