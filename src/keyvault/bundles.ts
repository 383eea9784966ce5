// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).
import { createPublicKey, type KeyObject } from 'node:crypto';
import { ActionError } from '../errors.js';
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import type { Tag } from '../input/modifiers.js';
import { describeIdentifier, type Identifier, vaultHost } from '../plan/identifier.js';
import { SecretText } from '../secret-text.js';

/** An object's life. Instants in seconds since 1970; undefined if there is no limit. */
export interface Attributes {
	readonly notBefore: number | undefined;
	readonly expires: number | undefined;
}

/** Tags exactly as an object's owner has written them. */
export type Tags = ReadonlyMap<string, string>;

/** A secret's value and what is known of it. */
export interface SecretBundle {
	readonly value: SecretText;
	/** 32 hex digits. */
	readonly version: string;
	/** Type that its owner gave it, e.g. `application/x-pkcs12`; empty if none. */
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

/** The body as a secret; undefined if it is none. */
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

/** The body as a certificate; undefined if it is none. */
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

/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined if it is no such address. */
export function versionOf(id: unknown): string | undefined {
	const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec(asText(id, /^https:/) ?? '') ?? [];
	return version;
}

/** The life that a bundle states; undefined if it has no attributes. */
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

/** Returns the type that a secret's owner gave it, unchanged; empty if none. */
export function decodeContentType(bundle: JsonObject | undefined): string {
	const type = bundle?.['contentType'];
	return typeof type === 'string' ? type : '';
}

/** Returns a tag that is not there with its value; undefined if all are. */
export function findMissingTag(wanted: readonly Tag[], tags: Tags): Tag | undefined {
	return wanted.find(({ key, value }) => tags.get(key) !== value);
}

/** Public facts about a key. */
export interface KeyBundle {
	/** 32 hex digits. */
	readonly version: string;
	/** As the vault names it, e.g. `RSA-HSM`. */
	readonly type: string;
	/** Undefined for a symmetric key, which has no public part. */
	readonly publicKey: KeyObject | undefined;
	readonly attributes: Attributes;
	readonly tags: Tags;
}

/** The body as a key; undefined if it is none. */
export function decodeKeyBundle(body: string): KeyBundle | undefined {
	const bundle = parseJsonObject(body);
	const key = asObject(bundle?.['key']);
	const version = versionOf(key?.['kid']);
	const type = asText(key?.['kty'], /^[A-Za-z0-9-]{1,32}$/);
	const attributes = decodeAttributes(bundle);
	if (key === undefined || version === undefined || type === undefined || attributes === undefined) return undefined;
	const common = { version, type, attributes, tags: decodeTags(bundle) };
	if (SYMMETRIC.includes(type)) return { ...common, publicKey: undefined };
	const publicKey = decodePublicKey(key, type);
	return publicKey === undefined ? undefined : { ...common, publicKey };
}

const SYMMETRIC: readonly string[] = ['oct', 'oct-HSM'];

/** The names of RFC 7518 sections 6.1 and 6.2.1.1 and RFC 8812 section 3.1 for the vault's own. */
const STANDARD_NAMES: ReadonlyMap<unknown, string> = new Map([
	['RSA-HSM', 'RSA'],
	['EC-HSM', 'EC'],
	['P-256K', 'secp256k1'],
	['SECP256K1', 'secp256k1'],
]);

// Members of a private key, should there ever be one, are left behind.
function decodePublicKey({ n, e, crv, x, y }: JsonObject, type: string): KeyObject | undefined {
	const members = { kty: standardName(type), n, e, crv: standardName(crv), x, y };
	const jwk = Object.fromEntries(Object.entries(members).filter(([, value]) => typeof value === 'string'));
	try {
		return createPublicKey({ key: jwk, format: 'jwk' });
	} catch {
		return undefined;
	}
}

function standardName(name: unknown): unknown {
	return STANDARD_NAMES.get(name) ?? name;
}

/**
 * Decodes a certificate that can be used; undefined if the body is none.
 * @throws ActionError if it is not issued yet, or disabled
 */
export function decodeUsableCertificate(body: string, item: Identifier): CertificateBundle | undefined {
	const bundle = parseJsonObject(body);
	checkIssued(bundle, item);
	checkEnabled(bundle, item);
	return decodeCertificateBundle(body);
}

/** @throws ActionError `CERTIFICATE_PENDING` if the certificate's request has not been completed */
export function checkIssued(bundle: JsonObject | undefined, item: Identifier): void {
	if (['cer', 'sid', 'kid', 'x5t'].some((member) => bundle?.[member] !== undefined)) return;
	// Asked for by version, the answer does not name the pending request; but until it is issued, the version is disabled.
	const isDisabled = asObject(bundle?.['attributes'])?.['enabled'] === false;
	if (!isDisabled && asObject(bundle?.['pending']) === undefined) return;
	const host = vaultHost(item.vaultUrl);
	const [vault = ''] = host.split('.');
	throw new ActionError({
		code: 'CERTIFICATE_PENDING',
		title: `${host}: not issued yet`,
		subject: describeIdentifier(item),
		problem: 'it is not issued yet: its request is pending at a certificate authority, or was cancelled, or failed.',
		hint: `Wait for the authority, or merge the certificate that it issued. "az keyvault certificate pending show --vault-name ${vault} --name ${item.name}" shows the state of the request.`,
	});
}

// The code is that of a secret, whose answer is 403.
function checkEnabled(bundle: JsonObject | undefined, item: Identifier): void {
	if (asObject(bundle?.['attributes'])?.['enabled'] !== false) return;
	throw new ActionError({
		code: 'VAULT_DISABLED',
		title: `${vaultHost(item.vaultUrl)}: disabled`,
		subject: describeIdentifier(item),
		problem: 'it is disabled.',
		hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
	});
}
