// The tenant that a vault trusts, from the challenge to a request without a token.
// https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
import { ActionError } from '../errors.js';
import { advisingWait, type SendContext, send } from '../http/send.js';
import { type VaultAddress, vaultHost } from '../plan/identifier.js';
import { loadRefusals } from './ask-vault.js';
import { getObjectRequest, getRequest, listUrl, tenantOfChallenge } from './vault-request.js';

/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError where the vault names none or gives no answer
 */
export async function discoverTenant(item: VaultAddress, context: SendContext): Promise<string> {
	const request = item.name === undefined ? getRequest(listUrl(item)) : getObjectRequest(item);
	const response = await send(request, context).catch(async (error: unknown) => {
		const { unreachableVaultError } = await loadRefusals();
		throw unreachableVaultError(error, item);
	});
	const tenant = tenantOfChallenge(response);
	if (response.status === 401 && tenant !== undefined) return tenant;
	const error = new ActionError({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: `is empty, and ${vaultHost(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
		hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
	});
	throw advisingWait(error, response);
}
