// The certificate that an application signs in with, in whatever form it is given: PEM, base64 PFX or binary PFX.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { ActionError } from '../errors.js';
import type { SecretText } from '../secret-text.js';
import { readBer } from './ber.js';
import { type CertificateIdentity, findIdentity } from './identity.js';
import { type PemBlock, readPem } from './pem.js';
import { decryptKey } from './pfx-bags.js';
import { unreadable, wrongPassword } from './pfx-error.js';
import { encodePassword, Work } from './pfx-kdf.js';
import { readPfx, selectIdentity } from './pfx-read.js';

/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @param password of the PFX, or of the encrypted key in PEM
 * @throws ActionError that says what was found and what is needed, `CLIENT_CERTIFICATE_UNREADABLE`, `PFX_...` or `PEM_...`
 */
export function parseClientCertificate(source: Buffer | string, password?: SecretText): CertificateIdentity {
	const text = typeof source === 'string' ? source : decodeCertificateFile(source);
	if (text === undefined) return parsePfx(Buffer.from(source), password);
	if (text.includes('-----BEGIN ')) return parsePemIdentity(text, { password });
	const base64 = text.replace(/^\ufeff|\s+/g, '');
	if (base64 === '') throw notUsable('nothing');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw notUsable('what is neither PEM nor base64');
	const bytes = Buffer.from(base64, 'base64');
	if (bytes.includes('-----BEGIN ')) throw notUsable('base64 of PEM; PEM is taken as it is');
	if (!isLongSequence(bytes)) throw notUsable('base64 of something that is no PFX');
	return parsePfx(bytes, password);
}

// A PFX is one SEQUENCE of more than 127 bytes, whose length byte is never a part of text.
function isLongSequence(bytes: Buffer): boolean {
	return bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
}

/** A file's text, in UTF-8 or in UTF-16, which Windows PowerShell writes; undefined where it is a binary PFX. */
export function decodeCertificateFile(bytes: Buffer): string | undefined {
	if (isLongSequence(bytes)) return undefined;
	return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}

function parsePfx(bytes: Buffer, password: SecretText | undefined): CertificateIdentity {
	try {
		return selectIdentity(readPfx(bytes, password?.reveal()));
	} catch (error) {
		if (opens(() => new X509Certificate(bytes))) throw notUsable('a certificate without its private key', error);
		if (opens(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })))
			throw notUsable('a private key without its certificate', error);
		throw error;
	}
}

function opens(act: () => unknown): boolean {
	try {
		act();
		return true;
	} catch {
		return false;
	}
}

const KEY_TYPES: ReadonlyMap<string, 'pkcs8' | 'pkcs1' | 'sec1'> = new Map([
	['PRIVATE KEY', 'pkcs8'],
	['RSA PRIVATE KEY', 'pkcs1'],
	['EC PRIVATE KEY', 'sec1'],
]);

const KEY_BEGIN = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** What helps to read PEM. */
export interface PemReading {
	/** Of the encrypted key. */
	readonly password?: SecretText | undefined;
	/** The certificate that is meant, DER; left out, the first that belongs to a key. */
	readonly wanted?: Buffer;
}

/**
 * The private key of a PEM text with its certificate and issuers, in whatever order they stand.
 * @throws ActionError `PEM_UNREADABLE`, `PEM_WRONG_PASSWORD`, `PEM_NO_KEY`, `PEM_NO_CERTIFICATE`, `PEM_UNSUPPORTED`
 */
export function parsePemIdentity(text: string, { password, wanted }: PemReading = {}): CertificateIdentity {
	const blocks = readPem(text);
	const work = new Work('PEM');
	const privateKeys = blocks.flatMap((block) => parseKeyBlock(block, { password, work }) ?? []);
	const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ der }) => der);
	if (privateKeys.length === 0 && KEY_BEGIN.test(text)) privateKeys.push(parseOldEncryptedKey(text, password));
	if (privateKeys.length === 0 && certificates.length === 0)
		throw unreadable('PEM', 'it has neither a whole private key nor a whole certificate');
	return findIdentity('PEM', { privateKeys, certificates, wanted });
}

interface Opening {
	readonly password: SecretText | undefined;
	readonly work: Work;
}

function parseKeyBlock({ label, der }: PemBlock, opening: Opening): KeyObject | undefined {
	if (label === 'ENCRYPTED PRIVATE KEY') return toKey(decryptBlock(der, opening), 'pkcs8');
	const type = KEY_TYPES.get(label);
	return type === undefined ? undefined : toKey(der, type);
}

function toKey(der: Buffer, type: 'pkcs8' | 'pkcs1' | 'sec1'): KeyObject {
	try {
		return createPrivateKey({ key: der, format: 'der', type });
	} catch (cause) {
		throw unreadable('PEM', 'its private key is damaged or of an unknown kind', cause);
	}
}

function decryptBlock(der: Buffer, { password, work }: Opening): Buffer {
	if (password === undefined) throw wrongPassword('PEM', false);
	try {
		const lock = { format: 'PEM', password: encodePassword(password.reveal()), isGiven: true, work } as const;
		return decryptKey(readBer(der)[0], lock);
	} catch (error) {
		if (error instanceof ActionError && error.code.startsWith('PEM_')) throw error;
		throw unreadable('PEM', 'its encrypted private key is damaged', error);
	}
}

// The encryption that came before PKCS#8 (RFC 1421 section 4.6) has header lines, which `readPem` passes over.
function parseOldEncryptedKey(text: string, password: SecretText | undefined): KeyObject {
	const start = text.search(KEY_BEGIN);
	const end = text.indexOf('-----END ', start);
	const block = text.slice(start, text.indexOf('-----', end + 9) + 5);
	if (end === -1 || !block.includes('Proc-Type: 4,ENCRYPTED'))
		throw unreadable('PEM', 'the block of its private key is cut off');
	if (password === undefined) throw wrongPassword('PEM', false);
	try {
		return createPrivateKey({ key: block, format: 'pem', passphrase: password.reveal() });
	} catch (cause) {
		throw wrongPassword('PEM', true, cause);
	}
}

function notUsable(found: string, cause?: unknown): ActionError {
	return new ActionError({
		code: 'CLIENT_CERTIFICATE_UNREADABLE',
		title: 'Unusable client certificate',
		problem: `found ${found}.`,
		hint: 'Needed is PEM with a private key and its certificate, or a PFX, in base64 or as a file.',
		...(cause !== undefined && { cause }),
	});
}
