// Whether an application has another credential that works, when one of them has ended.
import type { ApplicationCredential } from '../graph/tenant-applications.js';

/** How many credentials of each application are valid now: those that sign in, and those that sign SAML tokens. */
export class ValidCredentials {
	readonly #counts = new Map<string, number>();

	constructor(credentials: readonly ApplicationCredential[], nowMs: number) {
		for (const one of credentials) {
			const isValid = (one.startMs ?? 0) <= nowMs && (one.endMs ?? Number.POSITIVE_INFINITY) > nowMs;
			if (isValid) this.#counts.set(keyOf(one), (this.#counts.get(keyOf(one)) ?? 0) + 1);
		}
	}

	/** Whether the application of a credential that has ended has a valid one of the same use. */
	hasOther(ended: ApplicationCredential): boolean {
		return this.#counts.has(keyOf(ended));
	}
}

// An app registration and its enterprise application are one application to whoever signs in.
function keyOf({ application, isSamlSigning }: ApplicationCredential): string {
	return `${application.appId} ${isSamlSigning}`;
}
