// Refusals for want of a permission: which identity needs which role, and the command that assigns it.
// https://learn.microsoft.com/azure/key-vault/general/rbac-guide
import { vaultHost } from '../plan/identifier.js';
import type { Advise, RefusedRequest } from './refused-request.js';
import type { VaultRefusal } from './vault-refusal.js';

export const forbiddenByRbac: Advise = (refusal, request) => ({
	code: 'VAULT_FORBIDDEN_BY_RBAC',
	title: 'no role',
	meaning: `${describeCaller(refusal, request)} has no role that allows ${refusal.action ?? 'this'}`,
	hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} For the vault, run \`${assignmentCommand(refusal, request)}\`. New role assignments can take a few minutes. Owner and Contributor don't grant data access.`,
});

export const forbiddenByPolicy: Advise = (refusal, request) => {
	const { identifier, operation = 'get' } = request;
	return {
		code: 'VAULT_FORBIDDEN_BY_POLICY',
		title: 'no permission',
		meaning: `the vault's access policies do not allow ${describeCaller(refusal, request)} to ${operation} ${identifier.collection}`,
		hint: `Give it "${operation}" of ${identifier.collection} in an access policy of the vault: run \`${policyCommand(refusal, request)}\`. (If the vault uses role-based access instead: "${leastRole(request)}".)`,
	};
};

/** The caller's IDs: as the vault saw them, else as the token has them. */
function idsOf({ appId, objectId }: VaultRefusal, { caller }: RefusedRequest) {
	return { appId: appId ?? caller?.clientId, objectId: objectId ?? caller?.objectId };
}

function describeCaller(refusal: VaultRefusal, request: RefusedRequest): string {
	const { appId, objectId } = idsOf(refusal, request);
	const ids = [appId && `client ID ${appId}`, objectId && `object ID ${objectId}`].filter(Boolean).join(', ');
	const who = request.caller?.isDelegated ? 'the person who signed in' : 'the identity';
	return ids === '' ? who : `${who} (${ids})`;
}

function leastRole({ identifier: { collection }, operation }: RefusedRequest): string {
	if (operation === 'sign') return 'Key Vault Crypto User';
	if (operation === 'set') return 'Key Vault Secrets Officer';
	return collection === 'secrets' && operation !== 'list' ? 'Key Vault Secrets User' : 'Key Vault Reader';
}

function placeOfRole({ identifier: { collection, name } }: RefusedRequest): string {
	if (name !== undefined) return 'on the vault, or on this object alone.';
	if (collection !== 'secrets') return 'on the whole vault, because a list covers all objects.';
	return 'on the whole vault, because a list covers all objects; "Key Vault Secrets User", which reading values needs, lists as well.';
}

// Both commands run as they are in Bash and in PowerShell.
function assignmentCommand(refusal: VaultRefusal, request: RefusedRequest): string {
	const { appId, objectId } = idsOf(refusal, request);
	const type = request.caller?.isDelegated ? 'User' : 'ServicePrincipal';
	const assignee =
		objectId === undefined && appId !== undefined
			? `--assignee ${appId}`
			: `--assignee-object-id ${objectId ?? 'OBJECT_ID'} --assignee-principal-type ${type}`;
	const scope = refusal.vaultId ?? `$(az keyvault show --name ${vaultName(request)} --query id --output tsv)`;
	return `az role assignment create --role "${leastRole(request)}" ${assignee} --scope "${scope}"`;
}

const PERMISSIONS = {
	secrets: '--secret-permissions',
	certificates: '--certificate-permissions',
	keys: '--key-permissions',
};

function policyCommand(refusal: VaultRefusal, request: RefusedRequest): string {
	const { identifier, operation = 'get' } = request;
	const { appId, objectId } = idsOf(refusal, request);
	const who =
		objectId === undefined && appId !== undefined ? `--spn ${appId}` : `--object-id ${objectId ?? 'OBJECT_ID'}`;
	return `az keyvault set-policy --name ${vaultName(request)} ${who} ${PERMISSIONS[identifier.collection]} ${operation}`;
}

// The first label of the host; an emulator's host has no other.
function vaultName({ identifier: { vaultUrl } }: RefusedRequest): string {
	const [name = ''] = vaultHost(vaultUrl).split(/[.:]/);
	return name;
}
