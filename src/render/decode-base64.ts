// Base64 as the step of this name takes it (RFC 4648 section 4): of the standard alphabet and padded; line breaks are passed over.
import { valueError } from './value-error.js';

const HINT = 'Leave | base64 out to have the value as it is.';

/**
 * The bytes.
 * @throws ActionError of no subject where the text is not base64
 */
export function decodeBase64(text: string): Buffer {
	const digits = text
		.split(/[\r\n]/)
		.map((line) => line.trim())
		.join('');
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
		throw valueError(
			'the value is not base64: it has other characters, or a "=" before its end.',
			`Expected A-Z, a-z, 0-9, "+" and "/", padded with "=". ${HINT}`,
		);
	}
	if (digits.length % 4 !== 0) {
		throw valueError(
			'the value is not base64: its padding is missing, or it is cut off.',
			`Expected a multiple of four characters, padded with "=". ${HINT}`,
		);
	}
	return Buffer.from(digits, 'base64');
}
