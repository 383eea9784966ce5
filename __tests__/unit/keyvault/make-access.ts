// Access to a scripted vault with a session whose tokens are numbered, and what was asked.
import { makeVaultSession, type VaultAccess } from '../../../src/keyvault/ask-vault.js';
import type { HttpRequest } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { makePorts, type Script, scriptTransport } from '../../support/make-ports.js';
import { TENANT_ID } from '../../support/run-fetch-items.js';

/** The first token is `token-1`, the second and last `token-2`. */
export function makeAccess(script: Script, { isRenewable = true } = {}) {
	const made = makePorts({ transport: scriptTransport(script).transport });
	const renew = async (): Promise<SecretText> => new SecretText('token-2');
	const token = new SecretText('token-1');
	const session = makeVaultSession({ tenantId: TENANT_ID, token, renew: isRenewable ? renew : undefined });
	const context = { ...made.ports, deadlineMs: made.time.clock.nowMs() + 120_000 };
	const access: VaultAccess = { session, context };
	return { ...made, access };
}

/** The token of each request. */
export function tokensOf(requests: readonly HttpRequest[]): readonly string[] {
	return requests.map(({ headers }) => {
		const { authorization } = headers as { readonly authorization: SecretText };
		return authorization.reveal().replace(/^Bearer /, '');
	});
}
