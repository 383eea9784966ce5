// A new version of a secret: https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { getObjectRequest } from './ask-vault.js';

/** What the version is to hold. */
export interface NewVersion {
	readonly value: SecretText;
	/** In seconds since 1970; undefined for no end. */
	readonly expires: number | undefined;
	/** Empty for none. */
	readonly contentType: string;
	readonly tags: Readonly<Record<string, string>>;
}

/** The request that makes a new version. Sent twice, it makes two of the same content. */
export function setSecretRequest(secret: Identifier, version: NewVersion, token: SecretText): HttpRequest {
	const { value, expires, contentType, tags } = version;
	const { url, headers } = getObjectRequest({ ...secret, version: undefined }, token);
	const body = {
		value: value.reveal(),
		...(contentType !== '' && { contentType }),
		attributes: { enabled: true, ...(expires !== undefined && { exp: expires }) },
		tags,
	};
	return {
		method: 'PUT',
		url,
		headers: { ...headers, 'content-type': 'application/json' },
		body: new SecretText(JSON.stringify(body)),
	};
}
