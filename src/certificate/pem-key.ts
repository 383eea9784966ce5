// Private keys of a PEM text: plain, encrypted as PKCS#8, encrypted in the old way, and blocks that hold no such key.
import { type CipherInfo, createDecipheriv, createPrivateKey, getCipherInfo, type KeyObject } from 'node:crypto';
import { ActionError } from '../errors.js';
import type { SecretText } from '../secret-text.js';
import { readFirstBer } from './ber.js';
import { missingBytes } from './der.js';
import { type EncodedKey, parsePrivateKey } from './key-with-chain.js';
import { type OldEncryption, type PemBlock, toPem } from './pem.js';
import { decryptKey } from './pfx-bags.js';
import { cutOff, isCutOff, isNotDer, passwordNeeded, unreadable, unsupported, wrongPassword } from './pfx-error.js';
import { encodePassword, type Work } from './pfx-kdf.js';

const ENCRYPTED_LABEL = 'ENCRYPTED PRIVATE KEY';

const KEY_TYPES: ReadonlyMap<string, EncodedKey['type']> = new Map([
	['PRIVATE KEY', 'pkcs8'],
	['RSA PRIVATE KEY', 'pkcs1'],
	['EC PRIVATE KEY', 'sec1'],
]);

/** Whether a block of this label holds a private key of a kind that is taken. */
export function isKeyLabel(label: string): boolean {
	return label === ENCRYPTED_LABEL || KEY_TYPES.has(label);
}

/** Means to open encrypted keys. */
export interface KeyOpening {
	readonly password: SecretText | undefined;
	/** Shared by all keys of a text. */
	readonly work: Work;
}

/**
 * Opens a block whose label is one of a private key.
 * @throws ActionError that says why the key cannot be used
 */
export function openKeyBlock(block: PemBlock, opening: KeyOpening): KeyObject {
	const { label, der, encryption } = block;
	if (block.isCutOff) throw cutOff('PEM', `the END line of its ${label} is missing`);
	if (encryption !== undefined) return openOldKey(block, encryption, opening.password);
	const type = KEY_TYPES.get(label);
	try {
		return parsePrivateKey(
			'PEM',
			type === undefined ? { der: decryptBlock(der, opening), type: 'pkcs8' } : { der, type },
		);
	} catch (error) {
		// Without them the rest looks as if its end were missing.
		if (isCutOff(error) && FOREIGN.test(block.text))
			throw unreadable('PEM', `the base64 text of its ${label} has characters that base64 does not have`, error);
		throw error;
	}
}

// Characters that are neither base64 nor left of the armor, or of the quotes and escapes around PEM in other files.
const FOREIGN = /[^A-Za-z0-9+/=\s\\"',-]/;

function decryptBlock(der: Buffer, { password, work }: KeyOpening): Buffer {
	if (missingBytes(der) > 0) throw cutOff('PEM', `the end of its ${ENCRYPTED_LABEL} is missing`);
	if (password === undefined) throw passwordNeeded('PEM');
	try {
		const lock = { format: 'PEM', password: encodePassword(password.reveal()), work } as const;
		return decryptKey(readFirstBer(der), lock);
	} catch (error) {
		if (error instanceof ActionError && !isNotDer(error)) throw error;
		throw unreadable('PEM', 'its encrypted private key is broken', error);
	}
}

// Node reads it if the cipher is one of OpenSSL's default provider; its errors do not tell a missing cipher from a wrong
// password, so the cipher and the form of the data are looked at first.
function openOldKey({ label, der }: PemBlock, { cipher, iv }: OldEncryption, password?: SecretText): KeyObject {
	const info = getCipherInfo(cipher);
	if (info === undefined || !isAvailable(cipher, info))
		throw unsupported('PEM', `the encryption ${describeCipher(cipher)}`);
	const { ivLength = 0, blockSize = 1 } = info;
	if (iv.length !== 2 * ivLength) throw unreadable('PEM', 'the DEK-Info line of its private key is broken');
	if (der.length === 0 || der.length % blockSize !== 0)
		throw cutOff('PEM', `the base64 text of its ${label} is incomplete`);
	if (password === undefined) throw passwordNeeded('PEM');
	const [first = '', ...rest] = toPem(label, der).split('\n');
	const key = [first, 'Proc-Type: 4,ENCRYPTED', `DEK-Info: ${cipher},${iv}`, '', ...rest].join('\n');
	try {
		return createPrivateKey({ key, format: 'pem', passphrase: password.reveal() });
	} catch (cause) {
		throw wrongPassword('PEM', cause);
	}
}

// `getCipherInfo` knows ciphers that only OpenSSL's legacy provider has, too.
function isAvailable(cipher: string, { keyLength, ivLength = 0 }: CipherInfo): boolean {
	try {
		createDecipheriv(cipher, Buffer.alloc(keyLength), Buffer.alloc(ivLength));
		return true;
	} catch {
		return false;
	}
}

// RFC 1421 calls Triple DES so, and people read the first three letters alone.
function describeCipher(cipher: string): string {
	return cipher === 'DES-CBC' ? 'DES (DES-CBC)' : cipher;
}

/** A block if a private key or a certificate is needed, and what to do about it. */
export interface OtherBlock {
	readonly label: string;
	readonly hint: string;
}

const REQUEST_HINT = 'Use the certificate that the authority issued for this request, with its private key.';
const PUBLIC_HINT = 'Use the private key with its certificate: a public key cannot sign.';

const OTHER_BLOCKS: readonly OtherBlock[] = [
	{
		label: 'OPENSSH PRIVATE KEY',
		hint: 'Convert a copy of it, "ssh-keygen -p -m PKCS8 -f COPY", and add the certificate of that key.',
	},
	{ label: 'DSA PRIVATE KEY', hint: 'Use a certificate with an RSA or EC key: DSA is not supported.' },
	{ label: 'PUBLIC KEY', hint: PUBLIC_HINT },
	{ label: 'RSA PUBLIC KEY', hint: PUBLIC_HINT },
	{ label: 'CERTIFICATE REQUEST', hint: REQUEST_HINT },
	{ label: 'NEW CERTIFICATE REQUEST', hint: REQUEST_HINT },
	{
		label: 'PKCS7',
		hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
	},
	{
		label: 'CMS',
		hint: 'Take its certificates out, "openssl pkcs7 -print_certs -in OLD.p7b", and add the private key.',
	},
	{
		label: 'PGP PRIVATE KEY BLOCK',
		hint: 'Use an X.509 certificate with its private key: PGP keys are of another kind.',
	},
];

/** Returns the first block that people take for a private key or a certificate; undefined if there is none. */
export function findOtherBlock(blocks: readonly PemBlock[]): OtherBlock | undefined {
	for (const { label } of blocks) {
		const known = OTHER_BLOCKS.find((other) => other.label === label);
		if (known !== undefined) return known;
		const hint = 'Convert it to PKCS #8: "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem".';
		if (label.endsWith('PRIVATE KEY') && !isKeyLabel(label)) return { label, hint };
	}
	return undefined;
}
