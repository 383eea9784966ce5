// Refusals of a vault, in words that help.
import { ActionError } from '../errors.js';
import { TransportError } from '../http/transport-error.js';
import { type Identifier, vaultHost } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import { type RefusedRequest, vaultAdvice } from './vault-advice.js';
import { readVaultRefusal } from './vault-refusal.js';

/** Code of the error for what is not in the vault. */
export const NOT_FOUND = 'VAULT_NOT_FOUND';

/** Code of the error for a vault that gives no answer. */
export const UNREACHABLE = 'VAULT_UNREACHABLE';

/** The error for an answer of another status than 200. */
export function vaultRefusedError(
	response: HttpResponse,
	identifier: Identifier,
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

/** The error for an answer of status 200 that is not what was asked for. */
export function unusableAnswerError(identifier: Identifier, problem: string): ActionError {
	return new ActionError({
		code: 'VAULT_ANSWER_UNUSABLE',
		title: `${vaultHost(identifier.vaultUrl)}: unusable answer`,
		subject: describeIdentifier(identifier),
		problem,
		hint: 'This is not how Key Vault answers: look at a proxy in between.',
	});
}

/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
export function unreachableVaultError(error: unknown, identifier: Identifier): ActionError {
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

/** For people: an object's name, with its version where one was asked for. */
export function describeIdentifier({ collection, name, version }: Identifier): string {
	const kind = { secrets: 'secret', certificates: 'certificate', keys: 'key' }[collection];
	return version === undefined ? `${kind} ${name}` : `${kind} ${name}/${version}`;
}
