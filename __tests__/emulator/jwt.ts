// JSON Web Tokens as a service reads and writes them (RFC 7515, RFC 7519): nothing here is the action's own code.
import { constants, type KeyObject, sign, verify } from 'node:crypto';

/** A token, taken apart; nothing is verified yet. */
export interface ReadJwt {
	readonly header: Readonly<Record<string, unknown>>;
	readonly claims: Readonly<Record<string, unknown>>;
	readonly signedText: string;
	readonly signature: Buffer;
}

/** Undefined if the text is no signed token in its compact form. */
export function readJwt(text: string): ReadJwt | undefined {
	const match = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text);
	const [header, claims] = [match?.[1], match?.[2]].map(parsePart);
	if (match === null || header === undefined || claims === undefined) return undefined;
	const [, first, second, third = ''] = match;
	return { header, claims, signedText: `${first}.${second}`, signature: Buffer.from(third, 'base64url') };
}

function parsePart(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
	try {
		const parsed: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
		return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
	} catch {
		return undefined;
	}
}

/** Header and claims, not signed yet. */
export function encodeJwt(header: object, claims: object): string {
	return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

/** A token signed with RS256, as GitHub and Entra sign theirs. */
export function signJwt(header: object, claims: object, key: KeyObject): string {
	const text = encodeJwt({ alg: 'RS256', typ: 'JWT', ...header }, claims);
	return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** Returns whether a key signed it by an algorithm of RFC 7518 §3.1 that Entra takes; PS256 with a salt of 32 bytes alone. */
export function isSignedBy({ header, signedText, signature }: ReadJwt, key: KeyObject): boolean {
	const data = Buffer.from(signedText);
	if (header['alg'] === 'RS256') {
		return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
	}
	if (header['alg'] !== 'PS256') return false;
	return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, signature);
}
