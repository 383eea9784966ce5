// Requests that change a vault, beside the one that sets a secret.
// https://learn.microsoft.com/rest/api/keyvault/certificates/import-certificate/import-certificate (api-version 7.4)
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { API_VERSION, getRequest } from './ask-vault.js';

/** A certificate with its private key, in a form that vaults take. */
export interface CertificateImport {
	/** Base64 of a PFX, or PEM. */
	readonly value: SecretText;
	/** Password of the PFX; undefined if there is none. */
	readonly password: SecretText | undefined;
	readonly contentType: CertificateForm;
	readonly exportable: boolean;
	readonly key: KeyProperties;
	readonly tags: Readonly<Record<string, string>>;
}

/** Form in which a vault keeps a certificate with its private key. */
export type CertificateForm = 'application/x-pkcs12' | 'application/x-pem-file';

/** A key as a certificate's policy describes it. */
export type KeyProperties =
	| { readonly kty: 'RSA'; readonly key_size: number }
	| { readonly kty: 'EC'; readonly crv: string };

/** The request that makes a new version of a certificate. Sent twice, it makes two of the same content. */
export function importRequest(certificate: Identifier, parts: CertificateImport, token: SecretText): HttpRequest {
	const { value, password, contentType, exportable, key, tags } = parts;
	return withBody('POST', `${urlOf(certificate)}/import`, token, {
		value: value.reveal(),
		...(password !== undefined && { pwd: password.reveal() }),
		policy: { key_props: { ...key, exportable, reuse_key: false }, secret_props: { contentType } },
		attributes: { enabled: true },
		tags,
	});
}

/** One version of an object. */
export type VersionIdentifier = Identifier & { readonly version: string };

/** The request that disables one version. Nothing else of it changes. */
export function disableRequest(version: VersionIdentifier, token: SecretText): HttpRequest {
	const url = `${urlOf(version)}/${version.version}`;
	return withBody('PATCH', url, token, { attributes: { enabled: false } });
}

/** The request that has a deleted object recovered, which takes some seconds. */
export function recoverRequest(object: Identifier, token: SecretText): HttpRequest {
	return withBody('POST', `${deletedUrlOf(object)}/recover`, token, undefined);
}

/** The request that reads what is known of a deleted object. */
export function deletedObjectRequest(object: Identifier, token: SecretText): HttpRequest {
	return getRequest(withVersion(deletedUrlOf(object)), token);
}

function urlOf({ vaultUrl, collection, name }: Identifier): string {
	return `${vaultUrl}/${collection}/${name}`;
}

function deletedUrlOf({ vaultUrl, collection, name }: Identifier): string {
	return `${vaultUrl}/deleted${collection}/${name}`;
}

function withVersion(url: string): string {
	return `${url}?api-version=${API_VERSION}`;
}

function withBody(method: 'POST' | 'PATCH', url: string, token: SecretText, body: object | undefined): HttpRequest {
	const { headers } = getRequest(url, token);
	return {
		method,
		url: withVersion(url),
		headers: { ...headers, 'content-type': 'application/json' },
		...(body !== undefined && { body: new SecretText(JSON.stringify(body)) }),
	};
}
