// The passwords of an application in Microsoft Graph: requests, and judgement of their answers.
// https://learn.microsoft.com/graph/api/application-addpassword and .../application-removepassword
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { GUID } from '../input/sign-in-inputs.js';
import type { AppPassword } from '../plan/rotation-decision.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { formatInstant, parseInstant } from '../time.js';

/** An application, and the Graph that it is in. */
export interface GraphApp {
	/** https origin. */
	readonly graphHost: string;
	/** Application (client) ID. */
	readonly appId: string;
}

/** Properties of a new password. */
export interface NewPassword {
	readonly displayName: string;
	/** In seconds since 1970. */
	readonly expires: number;
}

/** A password as it was made. */
export interface AddedPassword {
	/** A GUID, lower case. */
	readonly keyId: string;
	readonly secret: SecretText;
	/** In seconds since 1970. */
	readonly expires: number;
}

/** The request for an application's passwords. */
export function listPasswordsRequest(app: GraphApp, token: SecretText): HttpRequest {
	const url = `${addressOf(app)}?$select=id,appId,passwordCredentials`;
	return { method: 'GET', url, headers: authorize(token) };
}

/** The request that makes a password; Graph makes up its value, and lets it begin at once. */
export function addPasswordRequest(
	app: GraphApp,
	{ displayName, expires }: NewPassword,
	token: SecretText,
): HttpRequest {
	const endDateTime = formatInstant(expires);
	return post(`${addressOf(app)}/addPassword`, { passwordCredential: { displayName, endDateTime } }, token);
}

/** The request that removes a password. */
export function removePasswordRequest(app: GraphApp, keyId: string, token: SecretText): HttpRequest {
	return post(`${addressOf(app)}/removePassword`, { keyId }, token);
}

/** The passwords that the body lists; undefined if it is no such list. */
export function decodePasswordList(body: string): readonly AppPassword[] | undefined {
	const list = parseJsonObject(body)?.['passwordCredentials'];
	if (!Array.isArray(list)) return undefined;
	const passwords = list.map(decodePassword);
	return passwords.every((one) => one !== undefined) ? passwords : undefined;
}

function decodePassword(value: unknown): AppPassword | undefined {
	const password = asObject(value);
	const keyId = keyIdOf(password);
	if (keyId === undefined) return undefined;
	const displayName = password?.['displayName'];
	return {
		keyId,
		displayName: typeof displayName === 'string' ? displayName : undefined,
		starts: decodeInstant(password?.['startDateTime']),
		expires: decodeInstant(password?.['endDateTime']),
		hint: asText(password?.['hint'], /^[\x21-\x7e]{3}$/),
	};
}

/** The password that was made; undefined if the body is none with its value. */
export function decodeAddedPassword(body: string): AddedPassword | undefined {
	const password = parseJsonObject(body);
	const keyId = keyIdOf(password);
	const text = asText(password?.['secretText'], /^[\x21-\x7e]{8,1024}$/);
	const expires = decodeInstant(password?.['endDateTime']);
	if (keyId === undefined || text === undefined || expires === undefined) return undefined;
	return { keyId, secret: new SecretText(text), expires };
}

/** The key ID of a credential, lower case; undefined if it has none. */
export function keyIdOf(password: JsonObject | undefined): string | undefined {
	return asText(password?.['keyId'], GUID)?.toLowerCase();
}

// Edm.DateTimeOffset, always in UTC; parts of a second are of no account.
/** Returns seconds since 1970 for a date as Graph writes it; undefined for anything else. */
export function decodeInstant(value: unknown): number | undefined {
	const text = asText(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/);
	return text === undefined ? undefined : parseInstant(`${text.slice(0, 19)}Z`);
}

function addressOf({ graphHost, appId }: GraphApp): string {
	return `${graphHost}/v1.0/applications(appId='${appId}')`;
}

function post(url: string, body: object, token: SecretText): HttpRequest {
	return postToGraph(url, new SecretText(JSON.stringify(body)), token);
}

/** The request that sends JSON to Graph. */
export function postToGraph(url: string, body: SecretText, token: SecretText): HttpRequest {
	return { method: 'POST', url, headers: { ...authorize(token), 'content-type': 'application/json' }, body };
}

/** The header that shows a token to Graph. */
export function authorize(token: SecretText): HttpRequest['headers'] {
	return { authorization: new SecretText(`Bearer ${token.reveal()}`) };
}
