// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL, Java and Firefox write them.
import { ActionError } from '../errors.js';
import { readBerInside, readFirstBer, readOctets } from './ber.js';
import { type DerElement, missingBytes, readInteger, TAG } from './der.js';
import { type CertificateIdentity, findIdentity } from './identity.js';
import { type PfxContents, readContentInfo, readSafe } from './pfx-bags.js';
import {
	cutOff,
	isNotDer,
	isWrongPassword,
	notTaken,
	passwordNeeded,
	passwordNotNeeded,
	tooLarge,
	unreadable,
	wrongPassword,
} from './pfx-error.js';
import { encodePassword, type Lock, Work } from './pfx-kdf.js';
import { hasMac } from './pfx-mac.js';
import { CONTENT_OID } from './pfx-oids.js';
import { parsePrivateKeys } from './private-key.js';

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
		// The readers of BER know nothing of PFX; and whatever else a hostile file brings about is no defect of the action.
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
	if (readInteger(version) !== VERSION) throw notTaken('PFX', 'has another version than 3', hint);
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
 * @param wanted the certificate that is meant, DER; left out, the leaf is chosen as `findIdentity` does
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_MISMATCH`, `PFX_NOT_TAKEN`, `PFX_TOO_LARGE`
 */
export function selectIdentity(contents: PfxContents, wanted?: Buffer): CertificateIdentity {
	const keys = contents.privateKeys.map(({ pkcs8 }) => ({ der: pkcs8, type: 'pkcs8' }) as const);
	const certificates = contents.certificates.map(({ der }) => der);
	return findIdentity('PFX', { ...parsePrivateKeys('PFX', keys), certificates, wanted });
}
