// Versions of a secret: the current one as a rotation needs it, of its value the first characters alone; and a new one.
// https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret (api-version 7.4)
import { ActionError, expectedErrors } from '../errors.js';
import { asObject, parseJsonObject } from '../http/json.js';
import type { Identifier } from '../plan/identifier.js';
import type { StoredVersion } from '../plan/rotation-decision.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { askVault, getObjectRequest, type VaultAccess } from './ask-vault.js';
import { decodeSecretBundle } from './bundles.js';
import { isNotFound, unusableAnswerError } from './vault-error.js';

/** As many as Graph gives of a password. */
const HINT_LENGTH = 3;

/**
 * The current version; undefined if the vault has no such secret.
 * @throws ActionError with advice if the vault refuses, gives no answer, or holds a certificate's key there
 */
export async function readStoredVersion(secret: Identifier, access: VaultAccess): Promise<StoredVersion | undefined> {
	let body: string;
	try {
		body = await askVault({ identifier: secret, makeRequest: (token) => getObjectRequest(secret, token) }, access);
	} catch (error) {
		if (expectedErrors(error).every(isNotFound)) return undefined;
		throw error;
	}
	return decodeStoredVersion(body, secret);
}

/** @throws ActionError if the body is not a secret, or one that belongs to a certificate */
export function decodeStoredVersion(body: string, secret: Identifier): StoredVersion {
	const bundle = decodeSecretBundle(body);
	const members = parseJsonObject(body);
	if (bundle === undefined) throw unusableAnswerError(secret, 'the answer is not a secret.', body);
	if (members?.['managed'] === true) throw managedError();
	const tags = Object.entries(asObject(members?.['tags']) ?? {});
	return {
		version: bundle.version,
		expires: bundle.attributes.expires,
		contentType: bundle.contentType,
		hint: bundle.value.reveal().slice(0, HINT_LENGTH),
		tags: Object.fromEntries(tags.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
	};
}

function managedError(): ActionError {
	return new ActionError({
		code: 'ROTATE_MANAGED',
		title: "The secret is a certificate's",
		subject: 'secret',
		problem: 'the input names a secret that holds the private key of a certificate, and the vault itself renews it.',
		hint: 'Name another secret for the client secret. It need not exist.',
	});
}

/** Content of the version that is to be stored. */
export interface NewVersion {
	readonly value: SecretText;
	/** In seconds since 1970; undefined for no end. */
	readonly expires: number | undefined;
	/** Empty for none. */
	readonly contentType: string;
	readonly tags: Readonly<Record<string, string>>;
}

/** The request that makes a new version. Sent twice, it makes two of the same content. */
export function setSecretRequest(secret: Identifier, version: NewVersion, token: SecretText): HttpRequest {
	const { value, expires, contentType, tags } = version;
	const { url, headers } = getObjectRequest({ ...secret, version: undefined }, token);
	const body = {
		value: value.reveal(),
		...(contentType !== '' && { contentType }),
		attributes: { enabled: true, ...(expires !== undefined && { exp: expires }) },
		tags,
	};
	return {
		method: 'PUT',
		url,
		headers: { ...headers, 'content-type': 'application/json' },
		body: new SecretText(JSON.stringify(body)),
	};
}
