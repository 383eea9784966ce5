// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL and Java write them.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ActionError } from '../errors.js';
import { readBer, readBerInside, readOctets } from './ber.js';
import { type DerElement, readInteger, TAG } from './der.js';
import { type CertificateIdentity, findIdentity } from './identity.js';
import { type PfxContents, readContentInfo, readSafe } from './pfx-bags.js';
import { unreadable, unsupported, wrongPassword } from './pfx-error.js';
import { encodePassword, type Lock, Work } from './pfx-kdf.js';
import { hasMac } from './pfx-mac.js';
import { CONTENT_OID } from './pfx-oids.js';

const VERSION = 3;

/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = 1024 * 1024;

/**
 * Opens a PFX.
 * @param password left out, the null password is tried, then the empty one: vaults use the first, OpenSSL the second
 * @throws ActionError `PFX_UNREADABLE`, `PFX_WRONG_PASSWORD`, `PFX_UNSUPPORTED`, `PFX_TOO_COSTLY`
 */
export function readPfx(pfx: Buffer, password?: string): PfxContents {
	if (pfx.length > MAX_BYTES) throw unsupported('PFX', 'more than 1 MiB');
	const work = new Work('PFX');
	const isGiven = password !== undefined;
	const candidates = isGiven ? [password] : [null, ''];
	const locks = candidates.map((one) => ({ format: 'PFX', password: encodePassword(one), isGiven, work }) as const);
	try {
		const { safe, macData } = readOuter(pfx);
		return macData === undefined ? openWithoutMac(safe, locks) : openWithMac(safe, macData, locks);
	} catch (error) {
		// The readers of BER know nothing of PFX; and whatever else a hostile file brings about is no defect of the action.
		throw isPfxError(error) ? error : unreadable('PFX', 'it is damaged, or another kind of file', error);
	}
}

interface OuterPfx {
	/** The encoding of the `AuthenticatedSafe`. */
	readonly safe: Buffer;
	readonly macData: DerElement | undefined;
}

function readOuter(pfx: Buffer): OuterPfx {
	const [outer, ...others] = readBer(pfx);
	const [version, authSafe, macData] = readBerInside(outer, TAG.sequence);
	if (others.length > 0) throw unreadable('PFX', 'something follows its end');
	if (readInteger(version) !== VERSION) throw unsupported('PFX', 'another version than 3');
	const { type, content } = readContentInfo(authSafe);
	if (type !== CONTENT_OID.data) throw unsupported('PFX', 'a signature in place of a password');
	return { safe: readOctets(content), macData };
}

function openWithMac(safe: Buffer, macData: DerElement, locks: readonly Lock[]): PfxContents {
	const lock = locks.find((one) => hasMac(macData, safe, one));
	if (lock === undefined) throw wrongPassword('PFX', locks.length === 1);
	return readSafe(safe, lock);
}

// The decryption decides.
function openWithoutMac(safe: Buffer, locks: readonly Lock[]): PfxContents {
	let refusal: unknown;
	for (const lock of locks) {
		try {
			return readSafe(safe, lock);
		} catch (error) {
			if (!isPfxError(error) || error.code !== 'PFX_WRONG_PASSWORD') throw error;
			refusal = error;
		}
	}
	throw refusal;
}

function isPfxError(error: unknown): error is ActionError {
	return error instanceof ActionError && error.code.startsWith('PFX_');
}

/**
 * The private key of a PFX with its certificate and issuers.
 * @param wanted the certificate that is meant, DER; left out, the first that belongs to a key
 * @throws ActionError `PFX_NO_KEY`, `PFX_NO_CERTIFICATE`, `PFX_UNSUPPORTED`
 */
export function selectIdentity(contents: PfxContents, wanted?: Buffer): CertificateIdentity {
	const privateKeys = contents.privateKeys.flatMap(({ pkcs8 }) => parseKey(pkcs8) ?? []);
	if (contents.privateKeys.length > 0 && privateKeys.length === 0)
		throw unsupported('PFX', 'a kind of private key that OpenSSL does not know');
	return findIdentity('PFX', { privateKeys, certificates: contents.certificates.map(({ der }) => der), wanted });
}

function parseKey(pkcs8: Buffer): KeyObject | undefined {
	try {
		return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	} catch {
		return undefined;
	}
}
