// Claims of a token. Claims are shown to people and decide nothing: only the service can verify them.
import { asText, type JsonObject, parseJsonObject } from '../http/json.js';
import type { SecretText } from '../secret-text.js';
import { formatInstant } from '../time.js';

/** The claims of a JSON Web Token (RFC 7519); undefined if the token is none. The signature is not looked at. */
export function decodeClaims(token: SecretText): JsonObject | undefined {
	const [, payload, signature] = token.reveal().split('.');
	if (payload === undefined || signature === undefined) return undefined;
	return parseJsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
}

/** A claim as one line of visible text; undefined if it is missing or has another form. */
export function claimText(claims: JsonObject | undefined, name: string): string | undefined {
	const value = claims?.[name];
	// An audience may be a list (RFC 7519 section 4.1.3), as it is in the tokens of Kubernetes.
	const isList = name === 'aud' && Array.isArray(value) && value.every((one) => typeof one === 'string');
	return asText(isList ? value.join(' ') : value, /^[\x20-\x7e]{1,512}$/);
}

/** More than any subject that a repository, an environment and a template of claims make; an annotation holds 4,096. */
const MAX_SHOWN = 1_500;

/** For people: a claim, whatever is in it. What cannot be seen is escaped, and what is very long is cut. */
export function describeClaim(claims: JsonObject | undefined, name: string): string {
	const value = claims?.[name];
	const texts = name === 'aud' && Array.isArray(value) ? value : [value];
	if (texts.length === 0 || !texts.every((one) => typeof one === 'string' && one !== '')) return '(unreadable)';
	const text = texts.join(' ');
	// Marks and letters of every script are shown as they are: a federated credential must repeat them exactly.
	const escaped = text.replace(
		/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\p{Default_Ignorable_Code_Point}/gu,
		(one) => `\\u{${one.codePointAt(0)?.toString(16)}}`,
	);
	const shown = Array.from(escaped);
	if (shown.length <= MAX_SHOWN) return escaped;
	return `${shown.slice(0, MAX_SHOWN).join('')}\u2026 (cut, ${text.length} characters in all)`;
}

/** The roles that a token says it has, each as one line of visible text; undefined if it lists none. */
export function claimRoles(claims: JsonObject | undefined): readonly string[] | undefined {
	const roles = claims?.['roles'];
	return Array.isArray(roles) ? roles.map((role) => asText(role, /^[\x20-\x7e]{1,128}$/) ?? '?') : undefined;
}

/** When a token ends, as it says itself, in seconds since 1970; undefined if it does not say. */
export function expiryOf(token: SecretText): number | undefined {
	const exp = decodeClaims(token)?.['exp'];
	return typeof exp === 'number' && exp >= 0 && exp <= 8.64e12 ? Math.floor(exp) : undefined;
}

/** Lines for the debug log: who the token is for and of, and whether it is an application's or a person's. */
export function describeClaims(token: SecretText): readonly string[] {
	const claims = decodeClaims(token);
	if (claims === undefined) return ['The access token is opaque: it shows no claims.'];
	const shown = ['aud', 'appid', 'azp', 'oid', 'tid', 'scp'].map((name) => [name, claimText(claims, name)] as const);
	const exp = claims['exp'];
	const end = typeof exp === 'number' && Math.abs(exp) <= 8.64e12 ? formatInstant(exp) : undefined;
	return [
		...[...shown, ['roles', claimRoles(claims)?.join(' ')] as const, ['exp', end] as const]
			.filter(([, text]) => text !== undefined)
			.map(([name, text]) => `Access token: ${name} = ${text}`),
		claims['scp'] === undefined
			? 'Access token: for an application (it has no scp).'
			: 'Access token: delegated, for a person (it has scp).',
	];
}
