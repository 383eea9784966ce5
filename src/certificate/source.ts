// Sources of a private key with its certificate: PEM or PFX, in whatever wrapping people keep and copy it.
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { ActionError } from '../errors.js';
import { readBerInside, readFirstBer } from './ber.js';
import { isPfx, missingBytes, readOid, TAG } from './der.js';
import { isPem, readPem, unescapeBreaks } from './pem.js';

/** A PFX, or the text of a PEM, without its wrapping. */
export type CertificateSource =
	| { readonly kind: 'pfx'; readonly bytes: Buffer }
	| { readonly kind: 'pem'; readonly text: string };

/** Base64 of base64 is all that people make by accident. */
const MAX_WRAPPINGS = 2;

/** Far below any key with its certificate. */
const MIN_WRAPPED_LENGTH = 100;

/**
 * Recognizes PEM, a PFX between PEM armor, a PFX, and base64 of each.
 * @param given text, or a file's content
 * @throws ActionError that says what was found instead: `CLIENT_CERTIFICATE_...`
 */
export function recognizeSource(given: Buffer | string): CertificateSource {
	return recognize(typeof given === 'string' ? given : (decodeText(given) ?? given), MAX_WRAPPINGS);
}

/**
 * Returns a file's text, in UTF-8 or in the UTF-16 that Windows PowerShell writes, with or without its mark; undefined if
 * it is binary, as a PFX is.
 */
export function decodeText(bytes: Buffer): string | undefined {
	const [first, second] = bytes;
	if (isLongSequence(bytes) || isJks(bytes)) return undefined;
	if (first === 0xff && second === 0xfe) return bytes.subarray(2).toString('utf16le');
	if (first === 0xfe && second === 0xff) return decodeBigEndian(bytes.subarray(2));
	if (second === 0) return bytes.toString('utf16le');
	return first === 0 ? decodeBigEndian(bytes) : bytes.toString('utf8');
}

// The last of an odd number of bytes is not a character.
function decodeBigEndian(bytes: Buffer): string {
	return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
		.swap16()
		.toString('utf16le');
}

function isJks(bytes: Buffer): boolean {
	return bytes.subarray(0, JKS.length).equals(JKS);
}

// DER and BER of more than 127 bytes, or of indefinite length: the second byte is never a part of text.
function isLongSequence(bytes: Buffer): boolean {
	return bytes[0] === TAG.sequence && (bytes[1] ?? 0) >= 0x80;
}

function recognize(given: Buffer | string, wrappings: number): CertificateSource {
	if (typeof given !== 'string') return recognizeDer(given);
	if (isPem(given)) return recognizePem(given);
	const base64 = toBase64(given);
	checkBase64(base64, given);
	const bytes = Buffer.from(base64, 'base64');
	const text = decodeText(bytes);
	if (text === undefined) return recognizeDer(bytes);
	if (isPem(text)) return recognizePem(text);
	if (wrappings > 0 && text.length >= MIN_WRAPPED_LENGTH && looksLikeBase64(text))
		return recognize(text, wrappings - 1);
	throw notUsable('UNREADABLE', 'base64 of something that is neither a PFX nor PEM', NEEDED);
}

// certutil -encode writes CERTIFICATE around any file, and other tools PKCS12.
function recognizePem(text: string): CertificateSource {
	const pfx = readPem(text).find(({ der }) => isPfx(der));
	return pfx === undefined ? { kind: 'pem', text } : { kind: 'pfx', bytes: pfx.der };
}

/** The first bytes of a key store of Java's own kind. */
const JKS = Buffer.from('feedfeed', 'hex');

function recognizeDer(bytes: Buffer): CertificateSource {
	if (!isPfx(bytes)) throw otherDer(bytes);
	return { kind: 'pfx', bytes };
}

/** Returns the characters that count: no quotes, line breaks, also written as `\n`, or white space. */
function toBase64(text: string): string {
	return unescapeBreaks(text).replace(/[\ufeff"'\\\s]+/g, '');
}

/** Whether a text is base64, in quotes and lines too. */
export function looksLikeBase64(text: string): boolean {
	return /^[A-Za-z0-9+/_-]+={0,2}$/.test(toBase64(text));
}

const NEEDED = 'Set PEM with a private key and its certificate, or a PFX, as base64 or as a file.';

function checkBase64(base64: string, text: string): void {
	if (base64 === '') throw notUsable('EMPTY', 'nothing', NEEDED);
	// Hyphens are base64url, so that armor without its spaces passes for base64 if nothing inside is padded.
	if (hasDamagedArmour(text)) {
		const hint = 'A line such as -----BEGIN PRIVATE KEY----- has five hyphens on each side: copy the text again.';
		throw notUsable('UNREADABLE', 'PEM whose BEGIN line is damaged', hint);
	}
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) throw otherText(text);
	if (base64.replace(/=+$/, '').length % 4 === 1) {
		const hint = 'Copy it again, from its first to its last character.';
		throw notUsable('CUT_OFF', 'base64 text that is cut off: its last group has one character', hint);
	}
}

// The spaces keep it apart from base64 in lines.
function hasDamagedArmour(text: string): boolean {
	return /BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|CERTIFICATE)/.test(text);
}

// Texts of which one look tells what they are.
function otherText(text: string): ActionError {
	if (text.startsWith('PuTTY-User-Key-File-')) {
		const hint = 'Use an X.509 certificate with its private key, as PEM or PFX.';
		return notUsable('NOT_TAKEN', 'a key of PuTTY', hint);
	}
	return notUsable('UNREADABLE', 'text that is neither PEM nor base64', NEEDED);
}

// A file that is no PFX, by what opens it.
function otherDer(der: Buffer): ActionError {
	if (isJks(der)) {
		const hint =
			'Convert it: "keytool -importkeystore -srckeystore OLD.jks -destkeystore NEW.p12 -deststoretype PKCS12".';
		return notUsable('NOT_TAKEN', 'a key store of Java (JKS)', hint);
	}
	if (missingBytes(der) > 0)
		return notUsable('CUT_OFF', `a file that is cut off: its last ${missingBytes(der)} bytes are missing`, CUT_HINT);
	if (opens(() => new X509Certificate(der))) {
		const hint = 'Export it as PFX together with its private key. A key that is not exportable cannot leave its store.';
		return notUsable('NO_KEY', 'a certificate without its private key', hint);
	}
	if (isEncryptedKey(der) || opens(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })))
		return notUsable('NO_CERTIFICATE', 'a private key without its certificate', NEEDED);
	if (opens(() => createPublicKey({ key: der, format: 'der', type: 'spki' })))
		return notUsable('NOT_TAKEN', 'a public key', NEEDED);
	if (firstOidOf(der) === SIGNED_DATA)
		return notUsable('NO_KEY', 'certificates without a private key (PKCS #7)', 'Export a PFX instead of a P7B file.');
	return notUsable('UNREADABLE', 'a file that is not a PFX, or a damaged PFX', NEEDED);
}

const CUT_HINT = 'Copy it again as a whole, and compare its size with the original.';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

// EncryptedPrivateKeyInfo (RFC 5958 section 3): an AlgorithmIdentifier, and an octet string.
function isEncryptedKey(der: Buffer): boolean {
	return opens(() => {
		const [algorithm, data, ...rest] = readBerInside(readFirstBer(der), TAG.sequence);
		readOid(readBerInside(algorithm, TAG.sequence)[0]);
		if (data?.tag !== TAG.octetString || rest.length > 0) throw new Error();
	});
}

function firstOidOf(der: Buffer): string | undefined {
	try {
		return readOid(readBerInside(readFirstBer(der), TAG.sequence)[0]);
	} catch {
		return undefined;
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

type Reason = 'EMPTY' | 'UNREADABLE' | 'CUT_OFF' | 'NO_KEY' | 'NO_CERTIFICATE' | 'NOT_TAKEN';

function notUsable(reason: Reason, found: string, hint: string): ActionError {
	return new ActionError({
		code: `CLIENT_CERTIFICATE_${reason}`,
		title: 'Unusable client certificate',
		problem: `found ${found}.`,
		hint,
	});
}
