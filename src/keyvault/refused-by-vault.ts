// Refusals of a vault, in words that help. Loaded when there is one.
import { ActionError } from '../errors.js';
import { TransportError } from '../http/transport-error.js';
import { type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import { NOT_FOUND_ADVICE, type RefusedRequest, vaultAdvice } from './vault-advice.js';
import { describeIdentifier, UNREACHABLE } from './vault-error.js';
import { readVaultRefusal } from './vault-refusal.js';

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
