// What the runner must hide for certificates with their private keys: PFX, PEM, and bytes that are no text.
import type { KeyObject } from 'node:crypto';
import { isPfx } from '../certificate/der.js';
import { formsOfBytes, formsOfWhole, joinMaskings, type Masking, maskLines, maskSecret, toMasking } from './masks.js';
import { formsOfKey, formsOfKeyBlocks, formsOfPfx, holdsKey } from './masks-of-keys.js';
import { isArmor, linesOf, secretLines } from './structure.js';

/** Masks for a private key, whatever program prints it. */
export function maskKey(key: KeyObject): Masking {
	return maskTexts(formsOfKey(key));
}

/** Masks for a secret's value, and for the private keys that it holds. */
export function maskValue(value: string): Masking {
	if (holdsKey(value)) return joinMaskings(maskAroundKeys(value), maskTexts(formsOfKeyBlocks(value)));
	return isPfx(Buffer.from(value.slice(0, 64), 'base64')) ? maskOpenPfx(value) : maskSecret(value);
}

// What is public of the text stays visible.
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
