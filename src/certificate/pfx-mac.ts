// The MAC of a PFX, which tells whether the password is right (RFC 7292 section 4; PBMAC1: RFC 9579).
import { createHmac, timingSafeEqual } from 'node:crypto';
import { nameAlgorithm } from './algorithm-names.js';
import { readBerInside, readOctets } from './ber.js';
import { type DerElement, readInteger, readOid, TAG } from './der.js';
import { readHmac, readPbkdf2 } from './pfx-cipher.js';
import { unreadable, unsupported } from './pfx-error.js';
import { derivePbkdf2, derivePkcs12, digestLength, type Lock, PURPOSE } from './pfx-kdf.js';
import { DIGEST_OID, type Digest, SCHEME_OID } from './pfx-oids.js';

const DIGESTS: ReadonlyMap<string, Digest> = new Map(
	(Object.entries(DIGEST_OID) as [Digest, string][]).map(([digest, oid]) => [oid, digest]),
);

/** A shorter key would let anyone forge the MAC (RFC 9579 section 6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };

/**
 * Is the MAC that of `content` under the lock's password?
 * @param macData the element `MacData`
 * @throws ActionError where it cannot be read or its algorithm is not known
 */
export function hasMac(macData: DerElement, content: Buffer, lock: Lock): boolean {
	const [digestInfo, salt, iterations] = readBerInside(macData, TAG.sequence);
	const [algorithm, digestElement] = readBerInside(digestInfo, TAG.sequence);
	const expected = readOctets(digestElement);
	const [oid, parameters] = readBerInside(algorithm, TAG.sequence);
	const scheme = readOid(oid);
	const { digest, key } =
		scheme === SCHEME_OID.pbmac1
			? readPbmac1Key(parameters, lock)
			: readPkcs12Key(scheme, readOctets(salt), iterations, lock);
	const mac = createHmac(digest, key).update(content).digest();
	return mac.length === expected.length && timingSafeEqual(mac, expected);
}

interface MacKey {
	readonly digest: Digest;
	readonly key: Buffer;
}

function readPkcs12Key(oid: string, salt: Buffer, iterations: DerElement | undefined, lock: Lock): MacKey {
	const digest = DIGESTS.get(oid);
	if (digest === undefined) throw unsupported(lock.format, `the digest ${nameAlgorithm(oid)} in its MAC`);
	const length = digestLength(digest);
	// RFC 7292 section 4: left out, it is 1.
	const count = iterations === undefined ? 1 : readInteger(iterations);
	return { digest, key: derivePkcs12(lock, PURPOSE.mac, { digest, salt, iterations: count, length }) };
}

// RFC 9579 section 4: salt and iterations of MacData are not used, and the key's length must be given.
function readPbmac1Key(parameters: DerElement | undefined, lock: Lock): MacKey {
	const [derivation, scheme] = readBerInside(parameters, TAG.sequence);
	const { length = 0, ...pbkdf2 } = readPbkdf2(derivation, lock.format);
	if (length < PBMAC1_KEY_LENGTHS.least || length > PBMAC1_KEY_LENGTHS.most)
		throw unreadable(lock.format, 'the key length of its MAC is missing or wrong');
	return { digest: readHmac(scheme, lock.format), key: derivePbkdf2(lock, { ...pbkdf2, length }) };
}
