// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { SecretText } from '../secret-text.js';

/** An object's life. Instants in seconds since 1970; undefined where there is no limit. */
export interface Attributes {
	readonly notBefore: number | undefined;
	readonly expires: number | undefined;
}

/** What an object's owner has written on it, to the letter. */
export type Tags = ReadonlyMap<string, string>;

/** A secret's value and what is known of it. */
export interface SecretBundle {
	readonly value: SecretText;
	/** 32 hex digits. */
	readonly version: string;
	/** What its owner says it is, e.g. `application/x-pkcs12`; empty where nothing is said. */
	readonly contentType: string;
	/** Whether it backs a certificate; left out if not. */
	readonly isManaged?: true;
	readonly attributes: Attributes;
	readonly tags: Tags;
}

/** A certificate's public part. */
export interface CertificateBundle {
	readonly version: string;
	/** The certificate in DER. */
	readonly der: Buffer;
	/** Address of the secret of the same version, which holds the private key. */
	readonly secretId: string;
	readonly attributes: Attributes;
	readonly tags: Tags;
}

/** The body as a secret; undefined where it is none. */
export function decodeSecretBundle(body: string): SecretBundle | undefined {
	const bundle = parseJsonObject(body);
	const version = versionOf(bundle?.['id']);
	const value = bundle?.['value'];
	const attributes = decodeAttributes(bundle);
	if (typeof value !== 'string' || version === undefined || attributes === undefined) return undefined;
	return {
		value: new SecretText(value),
		version,
		contentType: asText(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
		...((bundle?.['managed'] === true || typeof bundle?.['kid'] === 'string') && { isManaged: true as const }),
		attributes,
		tags: decodeTags(bundle),
	};
}

/** The body as a certificate; undefined where it is none. */
export function decodeCertificateBundle(body: string): CertificateBundle | undefined {
	const bundle = parseJsonObject(body);
	const version = versionOf(bundle?.['id']);
	const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
	const secretId = asText(bundle?.['sid'], /^https:\/\/[\x21-\x7e]+$/);
	const attributes = decodeAttributes(bundle);
	if (version === undefined || cer === undefined || secretId === undefined || attributes === undefined)
		return undefined;
	return { version, der: Buffer.from(cer, 'base64'), secretId, attributes, tags: decodeTags(bundle) };
}

/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
export function versionOf(id: unknown): string | undefined {
	const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec(asText(id, /^https:/) ?? '') ?? [];
	return version;
}

/** The life that a bundle states; undefined where it has no attributes. */
export function decodeAttributes(bundle: JsonObject | undefined): Attributes | undefined {
	const attributes = asObject(bundle?.['attributes']);
	if (attributes === undefined) return undefined;
	return { notBefore: asInstant(attributes['nbf']), expires: asInstant(attributes['exp']) };
}

/** The tags that a bundle shows; what is no text is none. */
export function decodeTags(bundle: JsonObject | undefined): Tags {
	const tags = Object.entries(asObject(bundle?.['tags']) ?? {});
	return new Map(tags.filter((tag): tag is [string, string] => typeof tag[1] === 'string'));
}

// Beyond 8.64e12 seconds a JavaScript Date has no value.
function asInstant(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
