// The error answers of Key Vault: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import type { IssuedToken } from './directory.js';
import { type Answer, jsonAnswer } from './exchange.js';
import type { CollectionName, DenialKind } from './stored-objects.js';

const HELP = 'For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=';

/** 401 with the challenge that names the vault's tenant and resource. */
export function unauthorized(message: string, tenantId: string, resource: string): Answer {
	const challenge = `Bearer authorization="https://login.microsoftonline.com/${tenantId}", resource="${resource}"`;
	return jsonAnswer(401, { error: { code: 'Unauthorized', message } }, { 'www-authenticate': challenge });
}

/** 400: a malformed name, version or query. */
export function badParameter(message: string): Answer {
	return jsonAnswer(400, { error: { code: 'BadParameter', message } });
}

/** 404: `id` is the name, or the name and version, that was asked for. */
export function notFound(collection: CollectionName, id: string): Answer {
	const kind = KINDS[collection];
	const message = `A ${kind.name} with (name/id) ${id} was not found in this key vault. If you recently deleted this ${kind.name} you may be able to recover it using the correct recovery command. ${HELP}2125182`;
	return jsonAnswer(404, { error: { code: `${kind.code}NotFound`, message } });
}

/** 403: the version asked for is disabled. */
export function disabled(collection: CollectionName, operation: VaultOperation = 'get'): Answer {
	const kind = KINDS[collection];
	return forbidden(`${kind.code}Disabled`, `Operation ${operation} is not allowed on a disabled ${kind.name}.`);
}

/** 403: the key is not made for this operation. */
export function operationForbidden(operation: VaultOperation): Answer {
	return forbidden('KeyOperationForbidden', `Operation ${operation} is not permitted on this key.`);
}

/** 409: the name is that of a deleted secret. */
export function deletedButRecoverable(name: string): Answer {
	const message = `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`;
	return jsonAnswer(409, {
		error: { code: 'Conflict', message, innererror: { code: 'ObjectIsDeletedButRecoverable' } },
	});
}

/** What is asked of a vault, as its messages and permissions call it. */
export type VaultOperation = 'get' | 'list' | 'sign' | 'set';

const KINDS = {
	secrets: { name: 'secret', code: 'Secret' },
	certificates: { name: 'certificate', code: 'Certificate' },
	keys: { name: 'key', code: 'Key' },
} as const;

/** What was asked for by whom, for a refusal to say so. */
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
			const message = `The user, group or application '${caller}' does not have ${collection} ${operation} permission on key vault '${vault}'. ${HELP}2125287`;
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
	const ofSecret = { list: 'readMetadata/action', set: 'setSecret/action', get: 'getSecret/action', sign: '' }[
		operation
	];
	const others = operation === 'sign' ? `${collection}/sign/action` : `${collection}/read`;
	const action = collection === 'secrets' ? `secrets/${ofSecret}` : others;
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

function forbidden(innerCode: string, message: string): Answer {
	return jsonAnswer(403, { error: { code: 'Forbidden', message, innererror: { code: innerCode } } });
}
