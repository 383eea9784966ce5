// The credentials of the tenant's applications: found by key ID and by thumbprint, which of them the vaults hold, and
// whether another one is valid.
import type { ApplicationCredential } from '../graph/tenant-applications.js';
import type { VaultItem } from '../keyvault/list-vault.js';

/** Link between a vault's item and the credentials of applications. */
export interface Use {
	readonly item: VaultItem;
	/** The credential that the item's newest version holds; undefined if no application has one. */
	readonly current: ApplicationCredential | undefined;
	/** The credential by which the application was found: `current`, or one that an earlier version holds. */
	readonly known: ApplicationCredential;
	/** Number of other applications that have the certificate of the newest version. */
	readonly others: number;
}

/** Credentials by what joins them with a vault. */
export class KnownCredentials {
	readonly #byKeyId = new Map<string, ApplicationCredential>();
	readonly #byThumbprint = new Map<string, ApplicationCredential[]>();
	readonly #held = new Set<ApplicationCredential>();

	constructor(credentials: readonly ApplicationCredential[]) {
		for (const one of credentials) {
			if (one.keyId !== '') this.#byKeyId.set(one.keyId, one);
			if (one.thumbprint === '') continue;
			const same = this.#byThumbprint.get(one.thumbprint);
			if (same === undefined) this.#byThumbprint.set(one.thumbprint, [one]);
			else same.push(one);
		}
	}

	/**
	 * Finds the application that uses an item, and remembers which credentials a vault holds. Undefined if no application does.
	 * @param earlier thumbprints of earlier versions of a certificate
	 */
	find(item: VaultItem, earlier: readonly string[] = []): Use | undefined {
		if (item.thumbprint === '' && item.credentialId === '' && item.previousCredentialId === '') return undefined;
		const same = this.#byThumbprint.get(item.thumbprint) ?? [];
		const tagged = this.#byKeyId.get(item.credentialId);
		const previous = this.#byKeyId.get(item.previousCredentialId);
		const before = earlier.flatMap((thumbprint) => this.#byThumbprint.get(thumbprint) ?? []);
		const found = [...same, ...(tagged ? [tagged] : []), ...before, ...(previous ? [previous] : [])];
		for (const one of found) this.#held.add(one);
		const [known] = found;
		if (known === undefined) return undefined;
		// A tag says which credential a version was made for; the thumbprint, if both sides have one, which it is.
		const isTaggedCurrent = item.thumbprint === '' || tagged?.thumbprint === '';
		const current = same[0] ?? (isTaggedCurrent ? tagged : undefined);
		const others = new Set(same.map(({ application }) => application.objectId)).size - 1;
		return { item, current, known: current ?? known, others: Math.max(0, others) };
	}

	/** Whether an item of a vault that was looked at holds it, in its newest or in an earlier version. */
	isHeld(credential: ApplicationCredential): boolean {
		return this.#held.has(credential);
	}

	/** Certificates of applications that no item holds as far as was looked, those that sign SAML tokens aside. */
	missingCertificates(): readonly ApplicationCredential[] {
		return [...this.#byThumbprint.values()].flat().filter((one) => !one.isSamlSigning && !this.#held.has(one));
	}
}

/** Counts of each application's credentials that are valid now: those that sign in, and those that sign SAML tokens. */
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
