// A token for the vaults of one run, renewed at most once.
import type { SecretText } from '../secret-text.js';

/** Where requests to vaults get their token from. */
export interface VaultSession {
	/** Tenant that the token is of, for errors. */
	readonly tenantId: string;
	token(): SecretText;
	/**
	 * A newer token than the one that was refused; undefined where that one was the newest that this run may ask for.
	 * Requests that are refused at the same time share one renewal.
	 */
	renewed(refused: SecretText): Promise<SecretText | undefined>;
}

/** A session that begins with `first` and asks for a second token when that one is refused. */
export function makeVaultSession(tenantId: string, first: SecretText, renew: () => Promise<SecretText>): VaultSession {
	let current = first;
	let renewal: Promise<SecretText> | undefined;
	return {
		tenantId,
		token: () => current,
		renewed: async (refused) => {
			if (refused !== first) return undefined;
			renewal ??= renew();
			current = await renewal;
			return current;
		},
	};
}
