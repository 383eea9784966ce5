// What can be said of a vault's object without a refusal: its name for people, codes, and errors that come without one.
import { ActionError } from '../errors.js';
import { describeForeignAnswer } from '../http/failure-hints.js';
import { type Collection, type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';

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

/** The error for an object that does not carry a tag. */
export function withoutTagError(identifier: Identifier, tagKey: string): ActionError {
	return new ActionError({
		code: WITHOUT_TAG,
		title: `${vaultHost(identifier.vaultUrl)}: without the tag`,
		subject: describeIdentifier(identifier),
		problem: `it does not have the tag ${tagKey} with the value that the line asks for.`,
		hint: 'Compare both with the tags in the vault: case matters.',
	});
}

/** What the service is called. */
export const KEY_VAULT = 'Key Vault';

/** The error for an answer of status 200 that is not what was asked for; a body that is no JSON says more than `problem`. */
export function unusableAnswerError(identifier: VaultAddress, problem: string, body = '{}'): ActionError {
	const foreign = describeForeignAnswer({ headers: {}, body }, KEY_VAULT);
	return new ActionError({
		code: 'VAULT_ANSWER_UNUSABLE',
		title: `${vaultHost(identifier.vaultUrl)}: unusable answer`,
		subject: describeIdentifier(identifier),
		problem: foreign === undefined ? problem : `${foreign.problem}.`,
		hint: foreign?.hint ?? `${KEY_VAULT} does not answer like this: check for a proxy on the way.`,
	});
}

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
