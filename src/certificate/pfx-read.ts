// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL, Java and Firefox write them.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { ActionError } from '../errors.js';
import { CONTENT_OID, DIGEST_OID, type Digest, nameAlgorithm, SCHEME_OID } from './algorithm-names.js';
import { readBerInside, readFirstBer, readOctets } from './ber.js';
import { type DerElement, missingBytes, readInteger, readOid, TAG } from './der.js';
import { findKeyWithChain, type KeyWithChain, parsePrivateKeys } from './key-with-chain.js';
import { type PfxContents, readContentInfo, readSafe } from './pfx-bags.js';
import { readHmac, readPbkdf2 } from './pfx-cipher.js';
import {
	cutOff,
	isNotDer,
	isWrongPassword,
	notTaken,
	passwordNeeded,
	passwordNotNeeded,
	tooLarge,
	unreadable,
	unsupported,
	wrongPassword,
} from './pfx-error.js';
import { derivePbkdf2, derivePkcs12, digestLength, encodePassword, type Lock, PURPOSE, Work } from './pfx-kdf.js';

const VERSION = 3;

/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = 1024 * 1024;

/**
 * Opens a PFX, which is the first element of the bytes: Windows tools fill what follows it with zeros.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_CUT_OFF`, `PFX_WRONG_PASSWORD`, `PFX_PASSWORD_NEEDED`,
 * `PFX_PASSWORD_NOT_NEEDED`, `PFX_UNSUPPORTED`, `PFX_NOT_TAKEN`, `PFX_TOO_COSTLY`, `PFX_TOO_LARGE`
 */
export function readPfx(pfx: Buffer, password?: string): PfxContents {
	if (pfx.length > MAX_BYTES) throw tooLarge('PFX', 'more than 1 MiB');
	const missing = missingBytes(pfx);
	if (missing > 0) throw cutOff('PFX', `its last ${missing === 1 ? 'byte is' : `${missing} bytes are`} missing`);
	const work = new Work('PFX', password !== undefined);
	const lockOf = (text: string | null): Lock => ({ format: 'PFX', password: encodePassword(text), work });
	try {
		const { safe, macData } = readOuter(pfx);
		const open = (lock: Lock): PfxContents => openSafe(safe, macData, lock);
		const none = [null, ''].map(lockOf);
		return password === undefined ? openWithoutPassword(none, open) : openGiven(lockOf(password), none, open);
	} catch (error) {
		// The readers of BER know nothing of PFX; and whatever else a hostile file causes is no bug of the action.
		const isOfPfx = error instanceof ActionError && !isNotDer(error);
		throw isOfPfx ? error : unreadable('PFX', 'its structure is broken, or it is another kind of file', error);
	}
}

interface OuterPfx {
	/** The encoding of the `AuthenticatedSafe`. */
	readonly safe: Buffer;
	readonly macData: DerElement | undefined;
}

function readOuter(pfx: Buffer): OuterPfx {
	const [version, authSafe, macData] = readBerInside(readFirstBer(pfx), TAG.sequence);
	const hint = 'Export it again as PKCS #12 with a password, which every current tool does.';
	if (readInteger(version) !== VERSION) throw notTaken('PFX', 'has a version other than 3', hint);
	const { type, content } = readContentInfo(authSafe);
	if (type !== CONTENT_OID.data) throw notTaken('PFX', 'is protected by a signature instead of a password', hint);
	return { safe: readOctets(content), macData };
}

type Open = (lock: Lock) => PfxContents;

// The MAC tells whether the password is right; without one, the decryption does.
function openSafe(safe: Buffer, macData: DerElement | undefined, lock: Lock): PfxContents {
	if (macData !== undefined && !hasMac(macData, safe, lock)) throw wrongPassword('PFX');
	return readSafe(safe, lock);
}

function openWithoutPassword(locks: readonly Lock[], open: Open): PfxContents {
	const contents = openAny(locks, open);
	if (contents === undefined) throw passwordNeeded('PFX');
	return contents;
}

function openGiven(lock: Lock, none: readonly Lock[], open: Open): PfxContents {
	try {
		return open(lock);
	} catch (error) {
		if (isWrongPassword(error) && opensWithout(none, open)) throw passwordNotNeeded('PFX');
		throw error;
	}
}

// A file that is too costly to be tried again is refused for its password all the same.
function opensWithout(none: readonly Lock[], open: Open): boolean {
	try {
		return openAny(none, open) !== undefined;
	} catch {
		return false;
	}
}

function openAny(locks: readonly Lock[], open: Open): PfxContents | undefined {
	for (const lock of locks) {
		try {
			return open(lock);
		} catch (error) {
			if (!isWrongPassword(error)) throw error;
		}
	}
	return undefined;
}

/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the leaf is chosen as `findKeyWithChain` does
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_MISMATCH`, `PFX_NOT_TAKEN`, `PFX_TOO_LARGE`
 */
export function selectKeyWithChain(contents: PfxContents, wanted?: Buffer): KeyWithChain {
	const keys = contents.privateKeys.map(({ pkcs8 }) => ({ der: pkcs8, type: 'pkcs8' }) as const);
	const certificates = contents.certificates.map(({ der }) => der);
	return findKeyWithChain('PFX', { ...parsePrivateKeys('PFX', keys), certificates, wanted });
}

const DIGESTS: ReadonlyMap<string, Digest> = new Map(
	(Object.entries(DIGEST_OID) as [Digest, string][]).map(([digest, oid]) => [oid, digest]),
);

/** A shorter key would let anyone forge the MAC (RFC 9579 section 6); a longer one is of no use. */
const PBMAC1_KEY_LENGTHS = { least: 20, most: 64 };

/**
 * Whether the MAC is that of `content` under the lock's password.
 * @param macData the element `MacData`
 * @throws ActionError if it cannot be read or its algorithm is not known
 */
function hasMac(macData: DerElement, content: Buffer, lock: Lock): boolean {
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
