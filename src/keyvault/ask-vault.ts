// One question to a vault: asked with the session's token, and once more with a newer one where that is refused.
import { type RetryRules, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import { type SendContext, send } from '../http/send.js';
import type { VaultAddress } from '../plan/identifier.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import type { VaultOperation } from './refused-request.js';
import { tenantOfChallenge } from './vault-request.js';
import type { VaultSession } from './vault-session.js';

/** What every question needs: a token, and the ports. */
export interface VaultAccess {
	readonly session: VaultSession;
	readonly context: SendContext;
}

/** What is asked, and about which object or list. */
export interface VaultQuestion {
	readonly identifier: VaultAddress;
	/** `get` where left out. */
	readonly operation?: VaultOperation;
	readonly makeRequest: (token: SecretText) => HttpRequest;
	/** When it is asked again; {@link VAULT_RETRY_RULES} where left out. */
	readonly rules?: RetryRules;
}

/**
 * The body of the vault's answer of status 200.
 * @throws ActionError with advice where the vault refuses or gives no answer
 */
export async function askVault(question: VaultQuestion, { session, context }: VaultAccess): Promise<string> {
	const { identifier, operation = 'get', makeRequest, rules = VAULT_RETRY_RULES } = question;
	const ask = (token: SecretText): Promise<HttpResponse> =>
		send(makeRequest(token), context, { rules }).catch(async (error: unknown) => {
			const { unreachableVaultError } = await loadRefusals();
			throw unreachableVaultError(error, identifier);
		});
	const token = session.token();
	let response = await ask(token);
	if (response.status === 401) {
		const newer = await session.renewed(token);
		if (newer !== undefined) response = await ask(newer);
	}
	if (response.status === 200) return response.body;
	const tenants = { signedIn: session.tenantId, challenged: tenantOfChallenge(response), caller: session.caller };
	const { vaultRefusedError } = await loadRefusals();
	throw vaultRefusedError(response, identifier, { operation, ...tenants });
}

/** Loads what a refusal is answered with: it is long, and most runs never need it. */
export function loadRefusals() {
	return import('./refused-by-vault.js');
}
