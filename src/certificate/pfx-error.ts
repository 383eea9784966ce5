// Errors of reading a PFX or a private key in PEM: none contains a part of what was read.
import type { ErrorCode } from '../error-codes.js';
import { ActionError } from '../errors.js';

/** The format that is read. */
export type Format = 'PFX' | 'PEM';

/** The bytes are not what the format asks for. */
export function unreadable(format: Format, what: string, cause?: unknown): ActionError {
	return new ActionError({
		code: `${format}_UNREADABLE`,
		title: `Unreadable ${format}`,
		problem: `the ${format} is damaged: ${what}.`,
		hint: 'Export it again, and compare its size with the original.',
		...(cause !== undefined && { cause }),
	});
}

/** Its end is missing. */
export function cutOff(format: Format, what: string): ActionError {
	return new ActionError({
		code: `${format}_CUT_OFF`,
		title: `Incomplete ${format}`,
		problem: `the ${format} is cut off: ${what}.`,
		hint: 'Copy it again, from its first to its last character.',
	});
}

/** The password that was given does not open it. */
export function wrongPassword(format: Format, cause?: unknown): ActionError {
	return new ActionError({
		code: `${format}_WRONG_PASSWORD`,
		title: `Wrong password for a ${format}`,
		problem: `the password does not open the ${format}.`,
		hint: 'Check the password, and look for spaces or line breaks around it.',
		...(cause !== undefined && { cause }),
	});
}

/** None was given, and it needs one. */
export function passwordNeeded(format: Format): ActionError {
	return new ActionError({
		code: `${format}_PASSWORD_NEEDED`,
		title: `Password for a ${format} missing`,
		problem: `the ${format} is protected with a password, and none was given.`,
	});
}

/** One was given that does not open it, and it opens without one. */
export function passwordNotNeeded(format: 'PFX'): ActionError {
	return new ActionError({
		code: `${format}_PASSWORD_NOT_NEEDED`,
		title: `Password for a ${format} that has none`,
		problem: `the ${format} has no password, and the one that was given does not open it.`,
		hint: 'Leave the password out.',
	});
}

const OPENSSL: Readonly<Record<Format, (legacy: string) => string>> = {
	PFX: (legacy) =>
		`Export it again: "openssl pkcs12${legacy} -in OLD.pfx -noenc -out all.pem", then "openssl pkcs12 -export -in all.pem -out NEW.pfx", and delete all.pem.`,
	PEM: (legacy) =>
		legacy === ''
			? 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD.pem -out NEW.pem".'
			: 'Encrypt the key again: "openssl pkcs8 -topk8 -v2 aes-256-cbc -provider legacy -provider default -in OLD.pem -out NEW.pem".',
};

/** It is sound, and protected in a way that is not supported. */
export function unsupported(format: Format, what: string): ActionError {
	return new ActionError({
		code: `${format}_UNSUPPORTED`,
		title: `Unsupported protection of a ${format}`,
		problem: `the ${format} is protected with ${what}, which is not supported.`,
		hint: OPENSSL[format](' -legacy'),
	});
}

/** It is sound, and holds or is something that is not taken. */
export function notTaken(format: Format, problem: string, hint: string): ActionError {
	return new ActionError({
		code: `${format}_NOT_TAKEN`,
		title: `Unsupported ${format}`,
		problem: `the ${format} ${problem}.`,
		hint,
	});
}

/** Opening it would take longer than any sensible file does. */
export function tooCostly(format: Format, limit: number): ActionError {
	return new ActionError({
		code: `${format}_TOO_COSTLY`,
		title: `Too many iterations in a ${format}`,
		problem: `the ${format} needs more hash iterations than this action allows for one file: the limit is ${limit.toLocaleString('en-US')} iterations of PBKDF2, and each iteration of PKCS #12's own derivation counts as four.`,
		hint: OPENSSL[format](''),
	});
}

/** It has more bytes, or more keys or certificates, than one file may have. */
export function tooLarge(format: Format, what: string): ActionError {
	return new ActionError({
		code: `${format}_TOO_LARGE`,
		title: `Too large a ${format}`,
		problem: `the ${format} holds ${what}.`,
		hint: 'Export one private key with its own certificate and its issuers, and nothing else.',
	});
}

/** There are certificates at most. */
export function noKey(format: Format, certificates: number): ActionError {
	return new ActionError({
		code: `${format}_NO_KEY`,
		title: `${format} without a private key`,
		problem: `the ${format} holds no private key; it holds ${countCertificates(certificates)}.`,
		hint: 'Export it together with its private key. A key that is not exportable cannot leave its store.',
	});
}

/** There is a private key, and no certificate. */
export function noCertificate(format: Format, found = 'no certificate'): ActionError {
	return new ActionError({
		code: `${format}_NO_CERTIFICATE`,
		title: `${format} without a certificate`,
		problem: `the ${format} holds a private key and ${found}.`,
		hint: "Add the key's own certificate.",
	});
}

/** No certificate belongs to a private key. */
export function mismatch(format: Format, certificates: number): ActionError {
	return new ActionError({
		code: `${format}_MISMATCH`,
		title: `${format} without the certificate of its key`,
		problem: `the ${format} holds a private key and ${countCertificates(certificates)}, but none that belongs to the key.`,
		hint: 'Export the key together with its own certificate: a renewed certificate often comes with a new key.',
	});
}

function countCertificates(count: number): string {
	return count === 1 ? '1 certificate' : `${count} certificates`;
}

/** Whether an error says that the password was wrong. */
export function isWrongPassword(error: unknown): error is ActionError {
	return isOf(error, 'PFX_WRONG_PASSWORD', 'PEM_WRONG_PASSWORD');
}

/** Whether an error says that a password is missing. */
export function isPasswordNeeded(error: ActionError): boolean {
	return isOf(error, 'PFX_PASSWORD_NEEDED', 'PEM_PASSWORD_NEEDED');
}

/** Whether an error is about the password that was given. */
export function isAboutPassword(error: ActionError): boolean {
	return isWrongPassword(error) || isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}

/** Whether an error says that the end is missing. */
export function isCutOff(error: unknown): boolean {
	return isOf(error, 'PFX_CUT_OFF', 'PEM_CUT_OFF');
}

/** Whether an error says that there is no private key. */
export function isNoKey(error: unknown): error is ActionError {
	return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY');
}

/** Whether an error says that a file has no password, and one was given. */
export function isPasswordSuperfluous(error: ActionError): boolean {
	return isOf(error, 'PFX_PASSWORD_NOT_NEEDED');
}

/** Whether an error says that there is no private key, or no certificate. */
export function isIncomplete(error: unknown): error is ActionError {
	return isOf(error, 'PFX_NO_KEY', 'PEM_NO_KEY', 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE');
}

/** Whether an error says that no certificate, or none that is meant, belongs to a key. */
export function isWithoutCertificate(error: unknown): error is ActionError {
	return isOf(error, 'PFX_NO_CERTIFICATE', 'PEM_NO_CERTIFICATE', 'PFX_MISMATCH', 'PEM_MISMATCH');
}

/** Whether an error says no more than that bytes are not DER. */
export function isNotDer(error: unknown): boolean {
	return isOf(error, 'CERTIFICATE_UNREADABLE');
}

function isOf(error: unknown, ...codes: readonly ErrorCode[]): error is ActionError {
	return error instanceof ActionError && codes.includes(error.code);
}
