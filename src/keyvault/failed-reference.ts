// A reference that gives nothing, and whether that is because it is not there.
import type { ActionError } from '../errors.js';
import type { LinePlace } from '../input/line-grammar.js';
import { MISSING } from './vault-error.js';

/** A line, or a match of its pattern, that gives nothing. */
export interface FailedReference {
	readonly line: LinePlace;
	readonly vaultUrl: string;
	/** The object or the pattern, for people. */
	readonly subject: string;
	readonly errors: readonly ActionError[];
}

/** Is it only that the object, its version or its tags, or any match of the pattern, is not there? */
export function isMissing({ subject, errors }: FailedReference): boolean {
	// What is said of something else is said of a certificate's private key.
	return errors.every((error) => MISSING.includes(error.code) && error.subject === subject);
}
