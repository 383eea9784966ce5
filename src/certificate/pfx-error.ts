// How the reading of a PFX, or of an encrypted key in PEM, fails: never with a part of what was read.
import { ActionError } from '../errors.js';

/** What is being read. */
export type Format = 'PFX' | 'PEM';

/** The bytes are not what the format asks for. */
export function unreadable(format: Format, what: string, cause?: unknown): ActionError {
	return new ActionError({
		code: `${format}_UNREADABLE`,
		title: `Unreadable ${format}`,
		problem: `the ${format} cannot be read: ${what}.`,
		hint: 'It may be cut off or damaged; export it again.',
		...(cause !== undefined && { cause }),
	});
}

/** The password that was given does not open it; or none was given, and it needs one. */
export function wrongPassword(format: Format, isGiven: boolean, cause?: unknown): ActionError {
	return new ActionError({
		code: `${format}_WRONG_PASSWORD`,
		title: isGiven ? `Wrong password of a ${format}` : `Password of a ${format} missing`,
		problem: isGiven
			? `the password does not open the ${format}.`
			: `the ${format} is protected with a password, and none was given.`,
		hint: isGiven ? 'Mind white space and line breaks around it.' : 'Give its password.',
		...(cause !== undefined && { cause }),
	});
}

/** It is well formed, and made in a way that is not known here. */
export function unsupported(format: Format, what: string): ActionError {
	return new ActionError({
		code: `${format}_UNSUPPORTED`,
		title: `Unsupported ${format}`,
		problem: `the ${format} uses ${what}, which is not supported.`,
		hint: 'Export it again with AES-256 and SHA-256.',
	});
}

/** Opening it would take longer than any sensible file does. */
export function tooCostly(format: Format): ActionError {
	return new ActionError({
		code: `${format}_TOO_COSTLY`,
		title: `Too many iterations in a ${format}`,
		problem: `the ${format} asks for more hash iterations than a file needs.`,
		hint: 'Export it again with fewer iterations, for example 10000.',
	});
}

/** There are certificates at most. */
export function noKey(format: Format, certificates: number): ActionError {
	return new ActionError({
		code: `${format}_NO_KEY`,
		title: `${format} without a private key`,
		problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
		hint: 'Export it with its private key; where the key is not exportable, that cannot be done.',
	});
}

/** No certificate belongs to a private key. */
export function noCertificate(format: Format, certificates: number): ActionError {
	return new ActionError({
		code: `${format}_NO_CERTIFICATE`,
		title: `${format} without the certificate of its key`,
		problem:
			certificates === 0
				? `the ${format} holds a private key and no certificate.`
				: `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
		hint: 'A private key and its own certificate are needed.',
	});
}

function countCertificates(count: number): string {
	return count === 1 ? '1 certificate' : `${count} certificates`;
}
