// Masks of a value that is more than a text: certificates with their private keys as PFX or PEM,
// bytes that are no text, and JSON.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { isPfx } from '../certificate/der.js';
import { readPfx } from '../certificate/pfx-read.js';
import { SecretText } from '../secret-text.js';
import {
	type CommonplaceLeaf,
	formsOfBytes,
	formsOfWhole,
	joinMaskings,
	type Masking,
	maskLines,
	maskSecret,
	toMasking,
	toWellFormed,
} from './masks.js';
import { isArmor, isBareLiteral, isCommonplace, linesOf, MIN_LINE_LENGTH, secretLines, trim } from './structure.js';

/** Masks for a private key, whatever program prints it. */
export function maskKey(key: KeyObject): Masking {
	return maskTexts(formsOfKey(key));
}

/** Masks for a secret's value, and for the private keys that it holds. */
export function maskValue(value: string): Masking {
	if (holdsKey(value)) return joinMaskings(maskAroundKeys(value), maskTexts(formsOfKeyBlocks(value)));
	return isPfx(Buffer.from(value.slice(0, 64), 'base64')) ? maskOpenPfx(value) : maskSecret(value);
}

// Public parts of the text stay visible.
function maskAroundKeys(text: string): Masking {
	if (!/[\r\n]/.test(text)) return maskSecret(text);
	return maskTexts(maskLines(text, (lines) => secretLines(outsidePublicBlocks(lines))).texts);
}

function outsidePublicBlocks(lines: readonly string[]): readonly string[] {
	let isPublic = false;
	return lines.filter((line) => {
		if (isArmor(line)) isPublic = /BEGIN (?:[A-Z0-9 ]+ )?(?:CERTIFICATE|PUBLIC KEY)-/.test(line);
		return !isPublic;
	});
}

/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
export function maskPfx(base64: string): Masking {
	return joinMaskings(maskSecret(base64), maskTexts(formsOfBytes(Buffer.from(base64, 'base64'))));
}

/** Masks for a base64 PFX, and for its private keys if it opens without a password. */
export function maskOpenPfx(base64: string): Masking {
	return joinMaskings(maskSecret(base64), maskTexts(formsOfPfx(Buffer.from(base64, 'base64'))));
}

/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
export function maskBinary(bytes: Buffer): Masking {
	if (isPfx(bytes)) return maskTexts(formsOfPfx(bytes));
	return maskTexts([...secretLines(linesOf(bytes.toString())), ...formsOfBytes(bytes)]);
}

/** Masks for a PEM text that holds a private key: of its blocks only the private keys, since certificates are public. */
export function maskPem(pem: string): Masking {
	const whole = /[\r\n]/.test(pem) ? maskTexts(formsOfWhole(pem)) : maskSecret(pem);
	const keys = formsOfKeyBlocks(pem);
	return joinMaskings(whole, toMasking({ texts: keys, weakness: keys.length === 0 ? { kind: 'none' } : undefined }));
}

function maskTexts(texts: readonly string[]): Masking {
	return toMasking({ texts, weakness: undefined });
}

/** Texts that hide a key as PKCS#8 and as PKCS#1 or SEC1: programs turn the one into the other. */
export function formsOfKey(key: KeyObject): readonly string[] {
	return encodingsOf(key).flatMap(formsOfBytes);
}

function encodingsOf(key: KeyObject): readonly Buffer[] {
	const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
	switch (key.asymmetricKeyType) {
		case 'rsa':
			return [pkcs8, key.export({ format: 'der', type: 'pkcs1' })];
		case 'ec':
			return [pkcs8, key.export({ format: 'der', type: 'sec1' })];
		default:
			return [pkcs8];
	}
}

/** Texts that hide a PFX as bytes, and its private keys if it opens without a password. */
function formsOfPfx(pfx: Buffer): readonly string[] {
	const keys = isPfx(pfx) ? readKeys(pfx) : [];
	return [...formsOfBytes(pfx), ...keys.flatMap((pkcs8) => formsOfEncoded(pkcs8, 'PRIVATE KEY'))];
}

// A PFX that another password protects stays closed to later steps as well.
function readKeys(pfx: Buffer): readonly Buffer[] {
	try {
		return readPfx(pfx).privateKeys.map(({ pkcs8 }) => pkcs8);
	} catch {
		return [];
	}
}

interface KeyBlock {
	readonly label: string;
	/** The lines between the armor, trimmed, without empty lines. */
	readonly lines: readonly string[];
	/** The lines that are base64, decoded. */
	readonly der: Buffer;
}

/** Whether a text holds a private key, or a PFX, between PEM armor. */
export function holdsKey(text: string): boolean {
	return keyBlocks(text).length > 0;
}

/**
 * Texts that hide the private keys of a PEM text, or of JSON and other text around one. Line breaks may be written as
 * characters (`\n`, `\r\n`).
 */
function formsOfKeyBlocks(text: string): readonly string[] {
	return keyBlocks(text).flatMap(({ label, lines, der }) => [
		// Lines of base64 are the key's, however they look; others, such as headers, are lines like any.
		...lines.filter((line) => isBase64(line) && line.length >= MIN_LINE_LENGTH),
		...secretLines(lines.filter((line) => !isBase64(line))),
		...(isPfx(der) ? formsOfPfx(der) : formsOfEncoded(der, label)),
	]);
}

function keyBlocks(text: string): readonly KeyBlock[] {
	const plain = text.replace(/\\{1,2}r\\{1,2}n|\\{1,2}n/g, '\n');
	const blocks = [...plain.matchAll(/-----BEGIN ([^\r\n-]{1,60})-----/g)].map(({ 0: begin, 1: label = '', index }) => {
		const start = index + begin.length;
		const end = plain.indexOf('-----', start);
		const lines = linesOf(plain.slice(start, end === -1 ? plain.length : end));
		return { label, lines, der: Buffer.from(lines.filter(isBase64).join(''), 'base64') };
	});
	return blocks.filter(({ label, der }) => label.includes('PRIVATE KEY') || isPfx(der));
}

function isBase64(line: string): boolean {
	return /^[A-Za-z0-9+/]+={0,2}$/.test(line);
}

const KEY_TYPES: ReadonlyMap<string, 'pkcs8' | 'pkcs1' | 'sec1'> = new Map([
	['PRIVATE KEY', 'pkcs8'],
	['RSA PRIVATE KEY', 'pkcs1'],
	['EC PRIVATE KEY', 'sec1'],
]);

// One that is encrypted or of an unknown kind has no other encodings that can be known.
function formsOfEncoded(der: Buffer, label: string): readonly string[] {
	const type = KEY_TYPES.get(label);
	try {
		const key = type === undefined ? undefined : createPrivateKey({ key: der, format: 'der', type });
		return [...formsOfBytes(der), ...(key === undefined ? [] : formsOfKey(key))];
	} catch {
		return formsOfBytes(der);
	}
}

/** A string, number, boolean or null somewhere in a JSON text. */
export interface JsonLeaf {
	/** Keys, and positions in lists counted from 0, from the top down. */
	readonly path: readonly string[];
	readonly kind: 'string' | 'number' | 'word';
	/** A string's content, a number as spelled, `true` or `false`; empty for null. */
	readonly text: string;
}

/** Masks for a JSON text and all of its leaves. */
export function maskJson(text: string, leaves: readonly JsonLeaf[]): Masking {
	const whole = maskValue(text);
	const secret = leaves.filter(isSecretLeaf);
	const { masks } = joinMaskings(whole, ...secret.map((leaf) => maskValue(leaf.text)));
	const commonplace = secret.filter((leaf) => isCommonplace(trim(leaf.text))).map(toCommonplaceLeaf);
	return { masks, weakness: commonplace.length === 0 ? whole.weakness : { kind: 'leaves', leaves: commonplace } };
}

/** Masks for the one leaf that leaves of a JSON text: as for a secret's value. */
export function maskPicked(leaf: JsonLeaf): Masking {
	const { masks, weakness } = maskValue(leaf.text);
	if (weakness === undefined || weakness.kind === 'leaves') return { masks, weakness };
	return { masks, weakness: { ...weakness, path: leaf.path.join('.') } };
}

// Strings of four or more characters and numbers of six or more digits, not what spells a boolean, null or a shorter number.
function isSecretLeaf({ kind, text }: JsonLeaf): boolean {
	const bare = trim(toWellFormed(text));
	return kind !== 'word' && bare.length >= MIN_LINE_LENGTH && !isBareLiteral(bare);
}

function toCommonplaceLeaf({ path, text }: JsonLeaf): CommonplaceLeaf {
	return { path, text: new SecretText(text) };
}
