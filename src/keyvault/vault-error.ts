// Refusals of a vault, in words that help.
import { ActionError } from '../errors.js';
import { TransportError } from '../http/transport-error.js';
import { type Collection, type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import { NOT_FOUND_ADVICE, type RefusedRequest, vaultAdvice } from './vault-advice.js';
import { readVaultRefusal } from './vault-refusal.js';

/** Code of the error for what is not in the vault. */
export const NOT_FOUND = 'VAULT_NOT_FOUND';

/** Code of the error for what is in the vault, but does not carry the tags that the line asks for. */
export const WITHOUT_TAG = 'VAULT_WITHOUT_TAG';

/** Code of the error for a pattern that matches nothing that can be used. */
export const NO_MATCH = 'VAULT_NO_MATCH';

/** Codes of the errors for what is missing, and which `ignore-missing` covers. */
export const MISSING: readonly string[] = [NOT_FOUND, WITHOUT_TAG, NO_MATCH];

/** Code of the error for a vault that gives no answer. */
export const UNREACHABLE = 'VAULT_UNREACHABLE';

/** The error for an answer of another status than 200. */
export function vaultRefusedError(
	response: HttpResponse,
	identifier: VaultAddress,
	request: Omit<RefusedRequest, 'identifier'> = {},
): ActionError {
	const refusal = readVaultRefusal(response);
	const advice = vaultAdvice(refusal, { ...request, identifier });
	const codes = [`HTTP ${refusal.status}`, refusal.code, refusal.akvCode]
		.filter((code) => code !== undefined)
		.join(', ');
	return new ActionError({
		code: advice.code,
		title: `${vaultHost(identifier.vaultUrl)}: ${advice.title}`,
		subject: describeIdentifier(identifier),
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
}

/** The error for an object or version of which a list says that there is none. */
export function unknownObjectError(identifier: Identifier): ActionError {
	const { code, title, meaning, hint } = NOT_FOUND_ADVICE;
	return new ActionError({
		code,
		title: `${vaultHost(identifier.vaultUrl)}: ${title}`,
		subject: describeIdentifier(identifier),
		problem: `${meaning} (the list of its versions has none).`,
		hint,
	});
}

/** The error for an object that does not carry a tag. */
export function withoutTagError(identifier: Identifier, tagKey: string): ActionError {
	return new ActionError({
		code: WITHOUT_TAG,
		title: `${vaultHost(identifier.vaultUrl)}: without the tag`,
		subject: describeIdentifier(identifier),
		problem: `it does not carry the tag ${tagKey} with the value that the line asks for.`,
		hint: 'Compare both with the tags in the vault, where case counts.',
	});
}

/** The error for an answer of status 200 that is not what was asked for. */
export function unusableAnswerError(identifier: VaultAddress, problem: string): ActionError {
	return new ActionError({
		code: 'VAULT_ANSWER_UNUSABLE',
		title: `${vaultHost(identifier.vaultUrl)}: unusable answer`,
		subject: describeIdentifier(identifier),
		problem,
		hint: 'This is not how Key Vault answers: look at a proxy in between.',
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableVaultError(error: unknown, identifier: VaultAddress): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : UNREACHABLE,
		title: `${vaultHost(identifier.vaultUrl)}: no answer`,
		subject: describeIdentifier(identifier),
		problem: `${error.message}.`,
		hint: UNREACHABLE_HINTS[error.failure],
		cause: error,
	});
}

const UNREACHABLE_HINTS: Readonly<Record<TransportError['failure'], string>> = {
	'host-not-found':
		'The vault\'s name is misspelt, the vault is in another cloud (set "cloud"), or it has a private endpoint whose DNS zone this runner does not use.',
	certificate: 'Where a proxy or a private vault has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
	proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
	'too-large': 'This is not how Key Vault answers: look at a proxy in between.',
	'time-out': "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
	connection: "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
};

/** For people: an object's name, with its version where one was asked for, or which list. */
export function describeIdentifier(address: VaultAddress): string {
	if (address.name === undefined) return `list of ${address.collection}`;
	const { name, version } = address;
	const object = `${kindOf(address.collection)} ${name}`;
	return version === undefined ? object : `${object}/${version}`;
}

/** For people: what one object of a collection is called. */
export function kindOf(collection: Collection): string {
	return { secrets: 'secret', certificates: 'certificate', keys: 'key' }[collection];
}
