// The error answers of Key Vault: https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import { type Answer, jsonAnswer } from './exchange.js';
import type { NameState } from './shelf.js';
import type { CollectionName } from './stored-objects.js';

/** A request that a vault refuses. */
export class VaultRefusal extends Error {
	readonly answer: Answer;

	constructor(answer: Answer) {
		super(String(answer.body));
		this.answer = answer;
	}
}

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

/** 409: the name is that of an object that is deleted, on its way there, or on its way back. */
export function nameNotFree(collection: CollectionName, name: string, state: NameState): Answer {
	const kind = KINDS[collection];
	const subject = `${kind.code} ${name} is currently`;
	switch (state) {
		case 'being deleted':
			return conflict('ObjectIsBeingDeleted', `${subject} being deleted and cannot be re-created; retry later.`);
		case 'being recovered':
			return conflict('ObjectIsBeingRecovered', `${subject} being recovered and cannot be re-created; retry later.`);
		default: {
			const rest = `in a deleted but recoverable state, and its name cannot be reused; in this state, the ${kind.name} can only be recovered or purged.`;
			return conflict('ObjectIsDeletedButRecoverable', `${subject} ${rest}`);
		}
	}
}

/** 409: the name is that of an object of another kind, which this one would need. */
export function nameTaken(name: string): Answer {
	return conflict('NameInUse', `A secret, key or certificate with the name ${name} exists already.`);
}

function conflict(innerCode: string, message: string): Answer {
	return jsonAnswer(409, { error: { code: 'Conflict', message, innererror: { code: innerCode } } });
}

/** 409, though its code is that of a 403: a request for a certificate is in progress. */
export function pendingInProgress(): Answer {
	const message =
		"A new key vault certificate can not be created or imported while a pending key vault certificate's status is inProgress.";
	return jsonAnswer(409, { error: { code: 'Forbidden', message } });
}

/** 404: no request for a certificate is pending. */
export function pendingNotFound(message: string): Answer {
	return jsonAnswer(404, { error: { code: 'PendingCertificateNotFound', message } });
}

/** 404: no such object is deleted. */
export function deletedNotFound(collection: CollectionName, name: string): Answer {
	const { code } = KINDS[collection];
	return jsonAnswer(404, { error: { code: `${code}NotFound`, message: `Deleted ${code} not found: ${name}` } });
}

/** 403: an authority is at work, whose certificate the vault fetches itself. */
export function mergeForbidden(): Answer {
	return forbidden(undefined, 'Merge is forbidden on pending object created with issuer.');
}

/** 403: nothing is in progress that could be cancelled. */
export function cancelForbidden(): Answer {
	return forbidden(undefined, "Cancellation is forbidden: the pending certificate's status is not inProgress.");
}

/** 403: the secret or key belongs to a certificate. */
export function managedByCertificate(collection: CollectionName, operation: VaultOperation): Answer {
	const { name } = KINDS[collection];
	return forbidden(
		undefined,
		`Operation ${operation} is not allowed on a ${name} that is associated with a certificate.`,
	);
}

/** 403: a key signs within its life alone. No real answer is known: the codes are made after those that are. */
export function outsideLife(innerCode: 'KeyExpired' | 'KeyNotYetValid', operation: VaultOperation): Answer {
	const what = innerCode === 'KeyExpired' ? 'an expired key' : 'a key that is not yet valid';
	return forbidden(innerCode, `Operation ${operation} is not allowed on ${what}.`);
}

/** An operation on a vault, as its messages and permissions call it. */
export type VaultOperation =
	| 'get'
	| 'list'
	| 'sign'
	| 'verify'
	| 'set'
	| 'update'
	| 'delete'
	| 'recover'
	| 'purge'
	| 'create'
	| 'import';

const KINDS = {
	secrets: { name: 'secret', code: 'Secret' },
	certificates: { name: 'certificate', code: 'Certificate' },
	keys: { name: 'key', code: 'Key' },
} as const;

/** 403, with a reason. */
export function forbidden(innerCode: string | undefined, message: string): Answer {
	const innererror = innerCode === undefined ? {} : { innererror: { code: innerCode } };
	return jsonAnswer(403, { error: { code: 'Forbidden', message, ...innererror } });
}
