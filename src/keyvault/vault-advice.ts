// Meaning of each of Key Vault's error codes, and advice about it.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import { type Collection, vaultHost } from '../plan/identifier.js';
import { statusAdvice } from './status-advice.js';
import type { Advise, RefusedRequest, VaultAdvice, VaultOperation, VaultRefusal } from './vault-response-error.js';
import { conflict, WRITE_CODES } from './write-advice.js';

/** The advice for a refusal. */
export function vaultAdvice(refusal: VaultRefusal, request: RefusedRequest): VaultAdvice {
	const known = refusal.code === undefined ? undefined : VAULT_CODES.get(refusal.code);
	return (known ?? (refusal.status === 409 ? conflict : statusAdvice))(refusal, request);
}

/** For what is not in the vault. */
export const NOT_FOUND_ADVICE: VaultAdvice = {
	code: 'VAULT_NOT_FOUND',
	title: 'not found',
	meaning: 'there is no such object or version in the vault',
	hint: 'Compare the name with the list in the vault. If it was deleted recently, recover it in the portal.',
};

// A name under the wrong input is the likeliest cause if the kind has few objects.
const notFound: Advise = (_refusal, { identifier: { collection }, isLine }) => {
	if (collection === 'secrets' || isLine !== true) return NOT_FOUND_ADVICE;
	return { ...NOT_FOUND_ADVICE, hint: `${NOT_FOUND_ADVICE.hint} ${ELSEWHERE[collection]}` };
};

// A certificate is also a secret of its name.
const ELSEWHERE: Readonly<Record<'certificates' | 'keys', string>> = {
	certificates: 'If the vault has a secret or a key of this name, move the line to secrets or keys.',
	keys: 'If the vault has a secret or a certificate of this name, move the line to secrets or certificates.',
};

const forbiddenByFirewall: Advise = (refusal) => ({
	code: 'VAULT_FORBIDDEN_BY_FIREWALL',
	title: 'blocked by the firewall',
	meaning: `the vault's firewall blocks this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
	hint: 'Use a self-hosted runner, or a larger runner with a network of your own, that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});

const forbiddenByRbac: Advise = (refusal, request) => ({
	code: 'VAULT_FORBIDDEN_BY_RBAC',
	title: 'no role',
	meaning: `${describeCaller(refusal, request)} has no role that allows ${refusal.action ?? 'this'}`,
	hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} For the vault, run \`${assignmentCommand(refusal, request)}\`. New role assignments can take a few minutes. Owner and Contributor don't grant data access.`,
});

const forbiddenByPolicy: Advise = (refusal, request) => {
	const { identifier, operation = 'get' } = request;
	const needed = neededPermissions(request)
		.map(({ collection, operations }) => `${operations.map((one) => `"${one}"`).join(', ')} of ${collection}`)
		.join(' and ');
	return {
		code: 'VAULT_FORBIDDEN_BY_POLICY',
		title: 'no permission',
		meaning: `the vault's access policies do not allow ${describeCaller(refusal, request)} to ${operation} ${identifier.collection}`,
		hint: `Give it ${needed} in an access policy of the vault: run \`${policyCommand(refusal, request)}\`. (If the vault uses role-based access instead: "${leastRole(request)}".)`,
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

/** Operations that change a vault. */
const WRITES: readonly VaultOperation[] = ['set', 'create', 'import', 'update', 'recover'];

function leastRole({ identifier: { collection }, operation, writes, isValueWanted }: RefusedRequest): string {
	if (operation === 'sign') return 'Key Vault Crypto User';
	if (writes?.[collection] !== undefined || (operation !== undefined && WRITES.includes(operation))) {
		return collection === 'certificates' ? 'Key Vault Certificates Officer' : 'Key Vault Secrets Officer';
	}
	if (isValueWanted && collection === 'certificates') return 'Key Vault Certificate User';
	if (collection === 'secrets' && (isValueWanted || operation !== 'list')) return 'Key Vault Secrets User';
	return 'Key Vault Reader';
}

// Returns the scope for a role, and what a role that allows less would not do.
function placeOfRole({ identifier: { collection, name }, isValueWanted }: RefusedRequest): string {
	if (name !== undefined && isValueWanted)
		return `on the vault. For this certificate alone, assign "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Secrets User", for the private key, at \u2026/secrets/${name}.`;
	if (name !== undefined) return 'on the vault, or on this object alone.';
	const place = 'on the whole vault, because a list covers all objects';
	if (!isValueWanted) return `${place}.`;
	return `${place}; "Key Vault Reader" lists, but reads no ${collection === 'secrets' ? 'value' : 'private key'}.`;
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

/**
 * All that the step needs, by the kind of object: the command takes away what it does not name, so naming the refused
 * permission alone would cost the others.
 */
function neededPermissions({ identifier: { collection }, operation = 'get', writes, isValueWanted }: RefusedRequest) {
	const isListed = isValueWanted && operation === 'list';
	const operations = new Set([...(writes?.[collection] ?? []), operation, ...(isListed ? (['get'] as const) : [])]);
	const needed: { collection: Collection; operations: VaultOperation[] }[] = [
		{ collection, operations: [...operations] },
	];
	if (isValueWanted && collection === 'certificates') needed.push({ collection: 'secrets', operations: ['get'] });
	return needed;
}

function policyCommand(refusal: VaultRefusal, request: RefusedRequest): string {
	const { appId, objectId } = idsOf(refusal, request);
	const who =
		objectId === undefined && appId !== undefined ? `--spn ${appId}` : `--object-id ${objectId ?? 'OBJECT_ID'}`;
	const needed = neededPermissions(request).map(
		({ collection, operations }) => `${PERMISSIONS[collection]} ${operations.join(' ')}`,
	);
	return `az keyvault set-policy --name ${vaultName(request)} ${who} ${needed.join(' ')}`;
}

// The first label of the host; an emulator's host has no other.
function vaultName({ identifier: { vaultUrl } }: RefusedRequest): string {
	const [name = ''] = vaultHost(vaultUrl).split(/[.:]/);
	return name;
}

/** Advice that is the same whoever asked, and for what. */
const FIXED_ADVICE: readonly (VaultAdvice & { readonly codes: readonly string[] })[] = [
	{
		codes: ['SecretDisabled', 'CertificateDisabled', 'KeyDisabled'],
		code: 'VAULT_DISABLED',
		title: 'disabled',
		meaning: 'it is disabled',
		hint: 'Enable this version in the vault, or name another one: NAME/VERSION.',
	},
	{
		codes: ['KeyOperationForbidden'],
		code: 'VAULT_KEY_OPERATION_FORBIDDEN',
		title: 'not a signing key',
		meaning: 'the key is not allowed to sign',
		hint: 'Issue a new version of the certificate with "digitalSignature" among the key usages of its policy; the default policy has it.',
	},
	{
		codes: ['ForbiddenByConnection'],
		code: 'VAULT_FORBIDDEN_BY_CONNECTION',
		title: 'private access only',
		meaning: 'the vault takes no requests from public networks',
		hint: 'Use a runner inside the virtual network of its private endpoint.',
	},
	{
		codes: ['Throttled'],
		code: 'VAULT_THROTTLED',
		title: 'too many requests',
		meaning: 'the vault is busy with too many requests',
		hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
	},
];

/** Advice by the inner error's code, else the error's. */
export const VAULT_CODES: ReadonlyMap<string, Advise> = new Map<string, Advise>([
	['SecretNotFound', notFound],
	['CertificateNotFound', notFound],
	['KeyNotFound', notFound],
	['ForbiddenByRbac', forbiddenByRbac],
	['ForbiddenByPolicy', forbiddenByPolicy],
	['AccessDenied', forbiddenByPolicy],
	['ForbiddenByFirewall', forbiddenByFirewall],
	...WRITE_CODES,
	...FIXED_ADVICE.flatMap(({ codes, ...advice }) => codes.map((code) => [code, () => advice] as const)),
]);
