// Passwords that the action makes.
import type { RandomBytes } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** More than anybody can guess. */
const BYTES = 32;

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** So many characters hold every number of 32 bytes: 62 to the 43rd is more than 2 to the 256th. */
const LENGTH = 43;

/**
 * Returns a new password of letters and digits: no program takes it for an option, no shell for something of its own. It
 * is the bytes as a number of base 62, so that all of their chance is in it.
 */
export function makePassword(randomBytes: RandomBytes): SecretText {
	let rest = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
	let text = '';
	while (text.length < LENGTH) {
		text += CHARACTERS.charAt(Number(rest % 62n));
		rest /= 62n;
	}
	return new SecretText(text);
}
