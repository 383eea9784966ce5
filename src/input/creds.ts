// The `creds` input: the JSON that Azure/login takes, so that a workflow can move over unchanged.
import type { ActionError } from '../errors.js';
import { asObject, type JsonObject } from '../http/json.js';
import { invalidInput } from './scalars.js';

/** Members of `creds` that are used; others are skipped. */
export interface Creds {
	readonly tenantId: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/**
 * Returns the members of `creds`.
 * @throws ActionError if it is not such JSON; no text of it is repeated
 */
export function parseCreds(text: string): Creds {
	const members = parseMembers(text);
	const missing = ['tenantId', 'clientId', 'clientSecret'].filter((name) => textOf(members, name) === '');
	if (missing.length > 0) throw otherCreds(members, missing);
	return {
		tenantId: textOf(members, 'tenantId'),
		clientId: textOf(members, 'clientId'),
		clientSecret: textOf(members, 'clientSecret'),
	};
}

const EXPECTED = 'Expected the JSON {"clientId": "\u2026", "clientSecret": "\u2026", "tenantId": "\u2026"}.';

function parseMembers(text: string): JsonObject {
	const value = parseJson(text);
	// As a text within JSON, from a tool that has written it once more.
	const inner = typeof value === 'string' ? parseJson(value) : value;
	const members = asObject(inner);
	if (members !== undefined) return members;
	throw invalidInput('creds', ...whatElse(text, inner));
}

/** A problem, and what to do about it. */
type Explained = readonly [problem: string, hint: string];

function whatElse(text: string, value: unknown): Explained {
	if (value !== undefined) return ['the value is JSON, but not an object.', EXPECTED];
	if (/^<(?:\?xml|publishData)\b/i.test(text)) {
		return [
			'the value is a publish profile, which signs in to one web app only.',
			`Create a client secret instead. ${EXPECTED}`,
		];
	}
	if (/^-----BEGIN /.test(text))
		return ['the value is PEM.', 'Set client-certificate to it, with client-id and tenant-id.'];
	if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return ['the value is a token.', 'Set access-token to it.'];
	if (/^\{/.test(text))
		return ['the value is not whole JSON.', `Look for a missing quotation mark, comma or bracket. ${EXPECTED}`];
	return [
		'the value is not JSON.',
		`A client secret alone belongs in client-secret, with client-id and tenant-id. ${EXPECTED}`,
	];
}

function textOf(members: JsonObject, name: string): string {
	const value = members[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** Other JSON that people have, by members that it has. Names of members are not secret; nothing else is said of it. */
const OTHERS: readonly (readonly [members: readonly string[], Explained])[] = [
	[
		['appId', 'password', 'tenant'],
		[
			'the value is what "az ad sp create-for-rbac" prints, whose members have other names.',
			'Set client-id to appId, client-secret to password and tenant-id to tenant, and leave creds out.',
		],
	],
	[
		['clientId', 'clientCertificate'],
		[
			'the value holds a certificate, not a client secret.',
			'Set client-certificate, client-id and tenant-id, and leave creds out.',
		],
	],
	[
		['AZURE_CREDENTIALS'],
		['the value has the JSON inside another JSON object.', `Set it to what AZURE_CREDENTIALS holds. ${EXPECTED}`],
	],
	[
		['client_email', 'private_key'],
		['the value is the key of a service account of Google Cloud.', EXPECTED],
	],
	[
		['access_token'],
		[
			'the value is the answer of a token request.',
			'Set access-token to its member access_token, and leave creds out.',
		],
	],
];

function otherCreds(members: JsonObject, missing: readonly string[]): ActionError {
	const [, known] = OTHERS.find(([names]) => names.every((name) => name in members)) ?? [];
	if (known !== undefined) return invalidInput('creds', ...known);
	if (missing.length === 1 && missing[0] === 'clientSecret') {
		return invalidInput(
			'creds',
			'the value holds no clientSecret, as for a sign-in without one.',
			'Set client-id and tenant-id instead, give the job the permission "id-token: write" or set auth-method to managed-identity, and leave creds out.',
		);
	}
	if (missing.length === 3 && 'subscriptionId' in members) {
		return invalidInput('creds', 'the value names a subscription, but no identity that signs in.', EXPECTED);
	}
	return invalidInput('creds', `the value holds no ${missing.join(' and no ')}.`, EXPECTED);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Not thrown on: the parser's message quotes the text, and there is a secret in it.
		return undefined;
	}
}
