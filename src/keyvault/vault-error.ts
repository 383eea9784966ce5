// Failures of Key Vault, in words that help.
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { describeForeignAnswer, describeForeignRefusal, hintForFailure, type Place } from '../http/failure-hints.js';
import { advisingWait } from '../http/send.js';
import { TransportError } from '../http/transport-error.js';
import type { LinePlace } from '../input/line-grammar.js';
import { describeIdentifier, type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';
import { NOT_FOUND_ADVICE, vaultAdvice } from './vault-advice.js';
import { type RefusedRequest, readVaultRefusal, type VaultAdvice } from './vault-response-error.js';

/** Whether a vault says that an object or a version is not there. */
export function isNotFound({ code }: Pick<ActionError, 'code'>): boolean {
	return code === 'VAULT_NOT_FOUND';
}

/** Whether a vault says that an object or a version is disabled. */
export function isDisabled({ code }: Pick<ActionError, 'code'>): boolean {
	return code === 'VAULT_DISABLED';
}

/** Whether a vault gave no answer. */
export function isUnreachable({ code }: ActionError): boolean {
	return code === 'VAULT_UNREACHABLE';
}

// Codes that `ignore-missing` covers.
function isAbsent({ code }: ActionError): boolean {
	return code === 'VAULT_NOT_FOUND' || code === 'VAULT_WITHOUT_TAG' || code === 'VAULT_NO_MATCH';
}

/** The error for an object that does not carry a tag. */
export function withoutTagError(identifier: Identifier, tagKey: string): ActionError {
	return new ActionError({
		code: 'VAULT_WITHOUT_TAG',
		title: `${vaultHost(identifier.vaultUrl)}: without the tag`,
		subject: describeIdentifier(identifier),
		problem: `it does not have the tag ${tagKey} with the value that the line asks for.`,
		hint: 'Compare both with the tags in the vault: case matters.',
	});
}

/** Name of the service. */
const KEY_VAULT = 'Key Vault';

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

/** A line, or a match of its pattern, that gives nothing. */
export interface FailedReference {
	readonly kind: 'failed';
	readonly line: LinePlace;
	readonly vaultUrl: string;
	/** The object or the pattern, for people. */
	readonly subject: string;
	readonly errors: readonly ActionError[];
	/** Whether the object, its version or its tags, or any match of the pattern, is not there, and nothing else is wrong. */
	readonly isMissing: boolean;
}

/** A failed reference, judged. */
export function failedReference(parts: Omit<FailedReference, 'kind' | 'isMissing'>): FailedReference {
	// An error with another subject is about a certificate's private key.
	const isMissing = parts.errors.every((error) => isAbsent(error) && error.subject === parts.subject);
	return { kind: 'failed', ...parts, isMissing };
}

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

// Nothing else is known about the answer.
function isUnexplained({ code }: VaultAdvice): boolean {
	return code === 'VAULT_REFUSED';
}

// A page of a captive portal or a proxy says more than its status.
function withForeignAnswer(advice: VaultAdvice, response: HttpResponse): VaultAdvice {
	const foreign = isUnexplained(advice) ? describeForeignRefusal(response, KEY_VAULT) : undefined;
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
		code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : 'VAULT_UNREACHABLE',
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

/** Refusals for lack of a permission, with all that signing needs; every other failure as it is. */
export function withSigningRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	return advising(
		error,
		`In all, minting tokens needs "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get" of certificates, "sign" of keys), and no other role.`,
	);
}

/** Refusals for lack of a permission, with all that a rotation needs of the vault; every other failure as it is. */
export function withRotationRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	return advising(
		error,
		`In all, a rotation needs "Key Vault Secrets Officer" at the scope \u2026/secrets/${name} (with access policies: "get" and "set" of secrets), and no other role.`,
	);
}

/** Refusals for lack of a permission, with all that an expiry report needs of a vault; every other failure as it is. */
export function withListingRoles(error: unknown): ActionErrors {
	return advising(
		error,
		'In all, the report needs "Key Vault Reader" on the vault (with access policies: "list" of secrets, certificates and keys, and "get" of certificates), and no other role: it reads no value.',
	);
}

/** Adds all that writing needs to refusals because a permission is missing; every other failure stays as it is. */
export function withSetRoles(
	error: unknown,
	{ collection, name }: Pick<Identifier, 'collection' | 'name'>,
): ActionErrors {
	const [role, permissions] =
		collection === 'certificates'
			? ['Key Vault Certificates Officer', '"get" and "import", "update" for disable-previous, "recover" for recover']
			: ['Key Vault Secrets Officer', '"list", "get" and "set", "recover" for recover'];
	return advising(
		error,
		`In all, writing needs "${role}" at the scope \u2026/${collection}/${name} (with access policies: ${permissions}), and no other role.`,
	);
}

/** As {@link withRotationRoles}, of the vault's side of a certificate's rotation. */
export function withCertificateRotationRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	return advising(
		error,
		`In all, the rotation of a certificate needs "Key Vault Certificates Officer" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get", "list", "create" and "update" of certificates, "sign" of keys), and no other role.`,
	);
}

function advising(error: unknown, advice: string): ActionErrors {
	return new ActionErrors(expectedErrors(error).map((one) => (isPermissionMissing(one) ? one.advising(advice) : one)));
}

function isPermissionMissing({ code }: ActionError): boolean {
	return code === 'VAULT_FORBIDDEN_BY_RBAC' || code === 'VAULT_FORBIDDEN_BY_POLICY';
}
