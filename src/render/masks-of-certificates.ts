// What the runner must hide for private keys: PFX, PEM, and bytes that are no text.
import { isPfx } from '../certificate/der.js';
import { readPem } from '../certificate/pem.js';
import {
	encodedForms,
	formsOfWhole,
	type Masking,
	MIN_MASK_LENGTH,
	maskLines,
	maskSecret,
	maskText,
	toMasking,
} from './masks.js';

/** Masks for a base64 PFX: those of the text, and the forms in which its bytes may be printed. */
export function maskPfx(base64: string): Masking {
	const { texts, weakness } = maskText(base64);
	const bytes = Buffer.from(base64, 'base64');
	const ofBytes = bytes.length < MIN_MASK_LENGTH ? [] : encodedForms(bytes);
	return toMasking({ texts: [...texts, ...ofBytes], weakness });
}

/** Masks for bytes that are no text: those of what a program shows in their place, and the forms in which they are printed. */
export function maskBinary(bytes: Buffer): Masking {
	if (bytes.length < MIN_MASK_LENGTH) return toMasking({ texts: [], weakness: undefined });
	const { texts } = maskLines(bytes.toString());
	return toMasking({ texts: [...texts, ...encodedForms(bytes)], weakness: undefined });
}

/** Masks for a PEM text: only the blocks that are a private key or a PFX, since certificates are public. */
export function maskPem(pem: string): Masking {
	const keys = readPem(pem).filter(({ label, der }) => label.endsWith('PRIVATE KEY') || isPfx(der));
	// A block that cannot be told apart, such as one of the old encrypted form or one cut off, is hidden with all around.
	if (keys.length === 0 && pem.includes('PRIVATE KEY-----')) return maskSecret(pem);
	const ofKeys = keys.flatMap(({ text, der }) => [...maskLines(text).texts, ...encodedForms(der)]);
	return toMasking({ texts: [...ofKeys, ...formsOfWhole(pem)], weakness: keys.length === 0 ? 'none' : undefined });
}
