// Private keys in DER, and why one cannot be used: damaged, cut off, or of a kind that Node does not know.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ActionError } from '../errors.js';
import { nameAlgorithm } from './algorithm-names.js';
import { readBer, readBerInside, readFirstBer } from './ber.js';
import { missingBytes, readOid, TAG } from './der.js';
import { cutOff, type Format, notTaken, unreadable } from './pfx-error.js';

/** A private key, and how it is encoded. */
export interface EncodedKey {
	readonly der: Buffer;
	/** PKCS#8 (RFC 5958), PKCS#1 (RFC 8017 App. A.1.2) or SEC1 (RFC 5915). */
	readonly type: 'pkcs8' | 'pkcs1' | 'sec1';
}

/**
 * Returns the key.
 * @throws ActionError `..._CUT_OFF`, `..._UNREADABLE` or, for a kind of key that Node does not know, `..._NOT_TAKEN`
 */
export function parsePrivateKey(format: Format, { der, type }: EncodedKey): KeyObject {
	try {
		// What follows the key is not part of it.
		return createPrivateKey({ key: readFirstBer(der).raw, format: 'der', type });
	} catch (cause) {
		throw reasonFor(format, { der, type }, cause);
	}
}

/** Keys that can be used, and why the others cannot. */
export interface ParsedKeys {
	readonly privateKeys: readonly KeyObject[];
	readonly unusable: readonly ActionError[];
}

/** Parses each key that `open` gives. */
export function openEach<T>(items: readonly T[], open: (item: T) => KeyObject): ParsedKeys {
	const privateKeys: KeyObject[] = [];
	const unusable: ActionError[] = [];
	for (const item of items) {
		try {
			privateKeys.push(open(item));
		} catch (error) {
			if (!(error instanceof ActionError)) throw error;
			unusable.push(error);
		}
	}
	return { privateKeys, unusable };
}

/** Parses keys of which some may be of a kind that Node does not know. */
export function parsePrivateKeys(format: Format, keys: readonly EncodedKey[]): ParsedKeys {
	return openEach(keys, (key) => parsePrivateKey(format, key));
}

/** Kinds of keys that Node knows: if it cannot read one, the key is damaged. */
const KNOWN_KINDS: readonly string[] = ['RSA', 'RSA-PSS', 'EC', 'DSA', 'DH', 'X25519', 'X448', 'Ed25519', 'Ed448'];

function reasonFor(format: Format, { der, type }: EncodedKey, cause: unknown): ActionError {
	const missing = missingBytes(der);
	if (missing > 0) return cutOff(format, `the last ${missing} bytes of its private key are missing`);
	const kind = type === 'pkcs8' ? kindOfPkcs8(der) : 'RSA';
	if (kind === undefined || KNOWN_KINDS.includes(kind)) return unreadable(format, 'its private key is broken', cause);
	const hint = 'Use a certificate with an RSA or EC key.';
	return notTaken(format, `holds a private key of the kind ${kind}, which Node.js does not know`, hint);
}

// PrivateKeyInfo (RFC 5958 section 2): version, then the AlgorithmIdentifier.
function kindOfPkcs8(der: Buffer): string | undefined {
	try {
		const [outer] = readBer(der);
		const [, algorithm] = readBerInside(outer, TAG.sequence);
		const [oid] = readBerInside(algorithm, TAG.sequence);
		return nameAlgorithm(readOid(oid));
	} catch {
		return undefined;
	}
}
