// A page of a tenant's app registrations or enterprise applications, decoded: what each signs in with, and until when.
// https://learn.microsoft.com/graph/api/application-list and …/serviceprincipal-list
import { createHash } from 'node:crypto';
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { GUID } from '../input/sign-in-inputs.js';
import { decodeInstant } from './application-passwords.js';

/** The two lists of a tenant. An enterprise application is what Graph calls a service principal. */
export type ApplicationKind = 'app-registration' | 'enterprise-application';

/** An application of the tenant. IDs are GUIDs, lower case. */
export interface TenantApplication {
	readonly kind: ApplicationKind;
	readonly appId: string;
	readonly objectId: string;
	/** As somebody wrote it: hostile until it is escaped. */
	readonly displayName: string;
}

/** A credential with which an application proves itself, or signs. */
export interface ApplicationCredential {
	readonly application: TenantApplication;
	readonly kind: 'password' | 'key-credential';
	/** A GUID, lower case; empty if it has none. */
	readonly keyId: string;
	/** As somebody wrote it: hostile until it is escaped. */
	readonly name: string;
	/** Milliseconds since 1970; undefined if there is no limit. */
	readonly startMs: number | undefined;
	readonly endMs: number | undefined;
	/** SHA-1 of its certificate, 40 upper-case hex digits; empty if it has none. */
	readonly thumbprint: string;
	/** Whether the application signs SAML tokens with it, rather than signing in: its key is in Entra ID. */
	readonly isSamlSigning: boolean;
}

/** A page, and where the next one is; undefined if it is the last. */
export interface ApplicationPage {
	/** Object IDs of all that the page shows, those without credentials among them. */
	readonly objectIds: readonly string[];
	readonly credentials: readonly ApplicationCredential[];
	readonly nextLink: string | undefined;
}

/** Returns the body as a page of such a list; undefined if it is none. */
export function decodeApplicationPage(body: string, kind: ApplicationKind): ApplicationPage | undefined {
	const page = parseJsonObject(body);
	const items = page?.['value'];
	const link = page?.['@odata.nextLink'] ?? undefined;
	const nextLink = asText(link, /^https:\/\/[\x21-\x7e]{1,16384}$/);
	if (!Array.isArray(items) || nextLink !== link) return undefined;
	const objectIds: string[] = [];
	const credentials: ApplicationCredential[] = [];
	for (const item of items) {
		const object = asObject(item);
		const application = decodeApplication(object, kind);
		if (application === undefined) return undefined;
		objectIds.push(application.objectId);
		// Azure renews what managed identities sign in with.
		if (object?.['servicePrincipalType'] !== 'ManagedIdentity')
			credentials.push(...decodeCredentials(object, application));
	}
	return { objectIds, credentials, nextLink };
}

function decodeApplication(object: JsonObject | undefined, kind: ApplicationKind): TenantApplication | undefined {
	const objectId = guidOf(object?.['id']);
	const appId = guidOf(object?.['appId']);
	if (objectId === '' || appId === '') return undefined;
	return { kind, appId, objectId, displayName: textOf(object?.['displayName']) };
}

function decodeCredentials(
	object: JsonObject | undefined,
	application: TenantApplication,
): readonly ApplicationCredential[] {
	const keys = objectsOf(object?.['keyCredentials']);
	const samlKeys = keys.filter(({ usage }) => usage === 'Sign');
	const samlKeyIds = samlKeys.map(({ keyId }) => guidOf(keyId));
	const samlIds = samlKeys.map(pairIdOf);
	const passwords = objectsOf(object?.['passwordCredentials'])
		// The password of a SAML signing key.
		.filter(({ keyId }) => !samlKeyIds.includes(guidOf(keyId)));
	// A SAML signing certificate is a pair: the first key that signs stands for the pair and for further copies.
	const single = keys.filter(
		(key) => !samlIds.includes(pairIdOf(key)) || samlKeys[samlIds.indexOf(pairIdOf(key))] === key,
	);
	return [
		...passwords.map((one) => describeCredential(one, application, 'password')),
		...single.map((one) => describeCredential(one, application, 'key-credential')),
	];
}

// Both halves carry the same identifier; without one, the same name and end.
function pairIdOf(key: JsonObject): string {
	const thumbprint = thumbprintOf(key);
	return thumbprint === ''
		? JSON.stringify([key['customKeyIdentifier'], key['displayName'], key['endDateTime']])
		: thumbprint;
}

function describeCredential(
	object: JsonObject,
	application: TenantApplication,
	kind: ApplicationCredential['kind'],
): ApplicationCredential {
	const isKey = kind === 'key-credential';
	return {
		application,
		kind,
		keyId: guidOf(object['keyId']),
		name: textOf(object['displayName']),
		startMs: toMs(decodeInstant(object['startDateTime'])),
		endMs: toMs(decodeInstant(object['endDateTime'])),
		thumbprint: isKey ? thumbprintOf(object) : '',
		isSamlSigning: isKey && object['usage'] === 'Sign',
	};
}

/**
 * The thumbprint of a key credential. The identifier is it unless somebody chose another: 20 bytes in base64, or 40 hex
 * digits, as they are or in base64 once more. The certificate itself, if it is shown, knows it for certain.
 */
function thumbprintOf(key: JsonObject): string {
	const der = asText(key['key'], /^[A-Za-z0-9+/]{100,}={0,2}$/);
	if (der !== undefined) return createHash('sha1').update(Buffer.from(der, 'base64')).digest('hex').toUpperCase();
	const text = textOf(key['customKeyIdentifier']);
	if (HEX_SHA1.test(text)) return text.toUpperCase();
	if (!/^[\w+/-]{27,56}={0,2}$/.test(text)) return '';
	const bytes = Buffer.from(text, 'base64');
	if (bytes.length === 20) return bytes.toString('hex').toUpperCase();
	const inner = bytes.toString('latin1');
	return HEX_SHA1.test(inner) ? inner.toUpperCase() : '';
}

const HEX_SHA1 = /^[0-9a-f]{40}$/i;

function objectsOf(value: unknown): readonly JsonObject[] {
	const items: readonly unknown[] = Array.isArray(value) ? value : [];
	return items.map(asObject).filter((one) => one !== undefined);
}

function guidOf(value: unknown): string {
	return asText(value, GUID)?.toLowerCase() ?? '';
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function toMs(seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : seconds * 1000;
}
