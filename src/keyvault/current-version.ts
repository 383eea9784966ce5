// The current content of a vault under a name, as far as a new version is compared with it.
import { createHash } from 'node:crypto';
import { ActionError, expectedErrors } from '../errors.js';
import { asObject, asText, parseJsonObject } from '../http/json.js';
import { describeIdentifier, type Identifier, vaultHost } from '../plan/identifier.js';
import { SecretText } from '../secret-text.js';
import { askVault, getObjectRequest, type VaultAccess } from './ask-vault.js';
import { decodeAttributes, decodeContentType, decodeTags, type Tags, versionOf } from './bundles.js';
import type { CertificateForm } from './change-requests.js';
import { type ListedObject, listPages } from './list-pages.js';
import { isDisabled, isNotFound, unusableAnswerError } from './vault-error.js';

/** The newest version of an object. */
export interface CurrentVersion {
	/** 32 hex digits. */
	readonly version: string;
	readonly enabled: boolean;
	readonly tags: Tags;
}

/** The newest version of a secret. */
export interface CurrentSecret extends CurrentVersion {
	readonly contentType: string;
	/** In seconds since 1970; undefined if there is no end. */
	readonly expires: number | undefined;
	/** Undefined if it was not asked for, or the version is disabled. */
	readonly value: SecretText | undefined;
}

/** The newest version of a certificate. */
export interface CurrentCertificate extends CurrentVersion {
	/** SHA-1, 40 upper-case hex digits; undefined if it is not issued yet. */
	readonly thumbprint: string | undefined;
	readonly exportable: boolean;
	readonly form: CertificateForm;
}

/**
 * Returns the newest version of a secret; undefined if there is none. Its value is read last, and only if it is wanted.
 * @throws ActionError `SET_MANAGED` if the secret backs a certificate, or with advice if the vault refuses
 */
export async function readCurrentSecret(
	secret: Identifier,
	access: VaultAccess,
	{ withValue }: { readonly withValue: boolean },
): Promise<CurrentSecret | undefined> {
	const versions: ListedObject[] = [];
	for await (const page of listPages(secret, (request) => askVault(request, access))) versions.push(...page);
	if (versions.some(({ managed }) => managed)) throw managedError(secret);
	const [newest, ...others] = versions.sort((one, other) => other.created - one.created);
	if (newest === undefined) return undefined;
	const isOneOfSeveral = others[0]?.created === newest.created;
	if (!isOneOfSeveral && !(withValue && newest.enabled)) return describeListed(newest);
	return readSecret(secret, access, { withValue, newest: versions.find(({ enabled }) => !enabled) ?? newest });
}

function describeListed({ version, enabled, tags, contentType, attributes }: ListedObject): CurrentSecret {
	return { version, enabled, tags, contentType, expires: attributes.expires, value: undefined };
}

// A version that was disabled a moment ago answers as one that is, and which of two of one second is newer a list does not say.
async function readSecret(
	secret: Identifier,
	access: VaultAccess,
	{ withValue, newest }: { readonly withValue: boolean; readonly newest: ListedObject },
): Promise<CurrentSecret | undefined> {
	let body: string;
	try {
		body = await askVault({ identifier: secret, makeRequest: (token) => getObjectRequest(secret, token) }, access);
	} catch (error) {
		const errors = expectedErrors(error);
		if (errors.some(isNotFound)) return undefined;
		if (errors.some(isDisabled)) return { ...describeListed(newest), enabled: false };
		throw error;
	}
	const bundle = parseJsonObject(body);
	const version = versionOf(bundle?.['id'])?.toLowerCase();
	const value = bundle?.['value'];
	const attributes = decodeAttributes(bundle);
	if (version === undefined || typeof value !== 'string' || attributes === undefined)
		throw unusableAnswerError(secret, 'the answer is not a secret.', body);
	if (bundle?.['managed'] === true) throw managedError(secret);
	return {
		version,
		enabled: true,
		tags: decodeTags(bundle),
		contentType: decodeContentType(bundle),
		expires: attributes.expires,
		value: withValue ? new SecretText(value) : undefined,
	};
}

function managedError(secret: Identifier): ActionError {
	return new ActionError({
		code: 'SET_MANAGED',
		title: "The secret is a certificate's",
		subject: describeIdentifier(secret),
		problem: `it holds the private key of the certificate of this name in ${vaultHost(secret.vaultUrl)}, and only the certificate can be written.`,
		hint: 'Name another secret, or import the certificate with a line of certificates.',
	});
}

/**
 * Returns the newest version of a certificate; undefined if there is none.
 * @throws ActionError with advice if the vault refuses
 */
export async function readCurrentCertificate(
	certificate: Identifier,
	access: VaultAccess,
): Promise<CurrentCertificate | undefined> {
	let body: string;
	try {
		const makeRequest = (token: SecretText) => getObjectRequest(certificate, token);
		body = await askVault({ identifier: certificate, makeRequest }, access);
	} catch (error) {
		if (expectedErrors(error).every(isNotFound)) return undefined;
		throw error;
	}
	const bundle = parseJsonObject(body);
	const version = versionOf(bundle?.['id'])?.toLowerCase();
	const attributes = asObject(bundle?.['attributes']);
	if (version === undefined || attributes === undefined)
		throw unusableAnswerError(certificate, 'the answer is not a certificate.', body);
	const policy = asObject(bundle?.['policy']);
	const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
	const isPem = asObject(policy?.['secret_props'])?.['contentType'] === 'application/x-pem-file';
	return {
		version,
		enabled: attributes['enabled'] !== false,
		tags: decodeTags(bundle),
		thumbprint: cer && createHash('sha1').update(Buffer.from(cer, 'base64')).digest('hex').toUpperCase(),
		exportable: asObject(policy?.['key_props'])?.['exportable'] !== false,
		form: isPem ? 'application/x-pem-file' : 'application/x-pkcs12',
	};
}
