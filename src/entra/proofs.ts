// Proofs that several token requests share: one ID token, or one assertion, for all that a step asks for.
import type { SecretText } from '../secret-text.js';

/**
 * Gives the proof for a token request, which `make` makes if there is none yet. Whoever was refused with a proof hands it
 * over, and gets another one.
 */
export type Proofs = (make: () => Promise<SecretText>, refused?: SecretText) => Promise<SecretText>;

/** A proof of its own for each request. */
export const eachItsOwn: Proofs = (make) => make();

/**
 * One proof for all requests of one credential. If several are refused with it, they share the next one, too.
 * Entra takes an ID token or an assertion as often as it lives, as Microsoft's own client library (MSAL) relies on.
 */
export function shareProof(): Proofs {
	let current: Promise<SecretText> | undefined;
	return async (make, refused) => {
		for (;;) {
			current ??= make();
			const taken = current;
			const proof = await taken;
			if (proof !== refused) return proof;
			// Only the first that comes back with it does away with it.
			if (current === taken) current = undefined;
		}
	};
}
