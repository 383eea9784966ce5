// How a vault keeps a caller out: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes#http-403
import type { IssuedToken } from './directory.js';
import type { Answer } from './exchange.js';
import type { CollectionName, DenialKind } from './stored-objects.js';
import { forbidden, type VaultOperation } from './vault-refusals.js';

/** The request and its sender, for a refusal to name them. */
export interface DeniedRequest {
	readonly vaultName: string;
	readonly collection: CollectionName;
	/** Undefined for a list. */
	readonly name: string | undefined;
	readonly operation: VaultOperation;
	readonly token: IssuedToken;
}

/** The address that a refusing firewall names (RFC 5737). */
export const CLIENT_ADDRESS = '203.0.113.7';

/** 403: whatever keeps the caller out. */
export function denied(kind: DenialKind, request: DeniedRequest): Answer {
	const { token, vaultName, collection, operation } = request;
	const caller = `appid=${token.clientId};oid=${token.objectId};iss=https://sts.windows.net/${token.tenantId}/`;
	const vault = `${vaultName};location=westeurope`;
	switch (kind) {
		case 'rbac':
			return forbidden('ForbiddenByRbac', rbacMessage(request, caller));
		case 'policy':
		case 'access-denied': {
			const message = `The user, group or application '${caller}' does not have ${collection} ${operation} permission on key vault '${vault}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`;
			return forbidden(kind === 'policy' ? 'ForbiddenByPolicy' : 'AccessDenied', message);
		}
		case 'firewall': {
			const lines = [
				'Client address is not authorized and caller is not a trusted service.',
				`Client address: ${CLIENT_ADDRESS}`,
				`Caller: ${caller}`,
				`Vault: ${vault}`,
			];
			return forbidden('ForbiddenByFirewall', lines.join('\r\n'));
		}
		case 'private-link': {
			const reason =
				"Connection is not an approved private link and caller was ignored because bypass is not set to 'AzureServices' and PublicNetworkAccess is set to 'Disabled'.";
			return forbidden('ForbiddenByConnection', `${reason}\r\nVault: ${vault}`);
		}
		default:
			throw kind satisfies never;
	}
}

function rbacMessage({ collection, name, operation, vaultName }: DeniedRequest, caller: string): string {
	const action = `${collection}/${actionOf(collection, operation)}`;
	const vaultId = `/subscriptions/44444444-4444-4444-8444-444444444444/resourcegroups/emulator/providers/microsoft.keyvault/vaults/${vaultName}`;
	return [
		'Caller is not authorized to perform action on resource.',
		'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
		`Caller: ${caller}`,
		`Action: 'Microsoft.KeyVault/vaults/${action}'`,
		`Resource: '${name === undefined ? vaultId : `${vaultId}/${collection}/${name}`}'`,
		'Assignment: (not found)',
		"DecisionReason: 'DeniedWithNoValidRBAC'",
		`Vault: ${vaultName};location=westeurope`,
		'',
	].join('\r\n');
}

// https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault
function actionOf(collection: CollectionName, operation: VaultOperation): string {
	if (operation === 'delete') return operation;
	if (collection !== 'secrets') return ['get', 'list'].includes(operation) ? 'read' : `${operation}/action`;
	const named: Partial<Record<VaultOperation, string>> = { list: 'readMetadata', set: 'setSecret', get: 'getSecret' };
	return `${named[operation] ?? operation}/action`;
}
