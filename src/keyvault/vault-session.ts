// A token for the vaults of one run, renewed at most once.
import type { SecretText } from '../secret-text.js';

/** Who a token is of and what for, as far as the token says so; for errors alone. */
export interface Caller {
	/** The way to sign in that gave the token. */
	readonly method: string;
	readonly clientId: string | undefined;
	readonly objectId: string | undefined;
	/** What the token is for. */
	readonly audience: string | undefined;
	/** What a token for this cloud's vaults is for. */
	readonly resource: string;
	/** Whether it is a person's token. */
	readonly isDelegated: boolean;
}

/** Where requests to vaults get their token from. */
export interface VaultSession {
	/** Tenant that the token is of, for errors. */
	readonly tenantId: string | undefined;
	readonly caller: Caller | undefined;
	token(): SecretText;
	/**
	 * A newer token than the one that was refused; undefined where that one was the newest that this run may ask for.
	 * Requests that are refused at the same time share one renewal.
	 */
	renewed(refused: SecretText): Promise<SecretText | undefined>;
}

/** What a session begins with. */
export interface VaultSessionStart {
	readonly tenantId: string | undefined;
	readonly caller?: Caller;
	readonly token: SecretText;
	/** Asks for a second token; undefined where the way to sign in gives no other. */
	readonly renew: (() => Promise<SecretText>) | undefined;
}

/** A session that asks for a second token when the first is refused. */
export function makeVaultSession({ tenantId, caller, token: first, renew }: VaultSessionStart): VaultSession {
	let current = first;
	let renewal: Promise<SecretText> | undefined;
	return {
		tenantId,
		caller,
		token: () => current,
		renewed: async (refused) => {
			if (refused !== first || renew === undefined) return undefined;
			renewal ??= renew();
			current = await renewal;
			return current;
		},
	};
}
