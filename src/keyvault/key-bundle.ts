// A key of Key Vault, its public part decoded: https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key (api-version 7.4).
import { createPublicKey, type KeyObject } from 'node:crypto';
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { type Attributes, decodeAttributes, decodeTags, type Tags, versionOf } from './bundles.js';

/** What a vault shows of a key. */
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

/** The body as a key; undefined where it is none. */
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
