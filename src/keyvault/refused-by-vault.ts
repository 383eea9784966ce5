// Refusals of a vault, in words that help. Loaded when there is one.
import { ActionError } from '../errors.js';
import { describeForeignRefusal, hintForFailure, type Place } from '../http/failure-hints.js';
import { advisingWait } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import { type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import type { RefusedRequest, VaultAdvice } from './refused-request.js';
import { NOT_FOUND_ADVICE, REFUSED, vaultAdvice } from './vault-advice.js';
import { describeIdentifier, KEY_VAULT, UNREACHABLE } from './vault-error.js';
import { readVaultRefusal } from './vault-refusal.js';

/** The error for an answer of another status than 200. */
export function vaultRefusedError(
	response: HttpResponse,
	identifier: VaultAddress,
	request: Omit<RefusedRequest, 'identifier'> = {},
): ActionError {
	const refusal = readVaultRefusal(response);
	const advice = withForeignAnswer(vaultAdvice(refusal, { ...request, identifier }), response);
	const codes = [`HTTP ${refusal.status}`, refusal.code, refusal.akvCode]
		.filter((code) => code !== undefined)
		.join(', ');
	const error = new ActionError({
		code: advice.code,
		title: `${vaultHost(identifier.vaultUrl)}: ${advice.title}`,
		subject: describeIdentifier(identifier),
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
	return advisingWait(error, response);
}

// A page of a captive portal or a proxy says more than its status.
function withForeignAnswer(advice: VaultAdvice, response: HttpResponse): VaultAdvice {
	const foreign = advice.code === REFUSED ? describeForeignRefusal(response, KEY_VAULT) : undefined;
	return foreign === undefined ? advice : { ...advice, meaning: foreign.problem, hint: foreign.hint };
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

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableVaultError(error: unknown, identifier: VaultAddress): ActionError {
	if (!(error instanceof TransportError)) throw error;
	return new ActionError({
		code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : UNREACHABLE,
		title: `${vaultHost(identifier.vaultUrl)}: no answer`,
		subject: describeIdentifier(identifier),
		problem: `${error.message}.`,
		hint: hintForFailure(error, PLACE),
		cause: error,
	});
}

const PLACE: Place = {
	kind: 'network',
	name: KEY_VAULT,
	hostHint:
		'The name of the vault is misspelled, the vault is in another cloud (set cloud), or it has a private endpoint whose DNS zone this runner does not use.',
	reachHint: 'For a vault with a private endpoint, use a runner inside its network.',
	otherNameHint:
		"Set keyvault to the vault's public name, NAME.vault.azure.net, and not to a privatelink name or an address: the public name leads to the private endpoint as well.",
};
