// Faults that can befall one kind of exchange only: answers in the right form that lead astray, or say that they will pass.
import type { HttpResponse } from '../../src/ports.js';
import { response } from '../support/make-ports.js';
import type { OwnFault } from './exchange.js';
import { AGAIN, type Expected, FINAL, HARMLESS, TRIED_ON } from './expectations.js';
import { type Befall, ELSEWHERE } from './faults.js';

type OwnFaults = Readonly<Record<string, OwnFault>>;

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';

function entra(status: number, error: string, code: number): Befall {
	return () => response(status, { error, error_codes: [code], error_description: `AADSTS${code}: not to be shown` });
}

/** Refusals of the token endpoint. */
export const OF_ENTRA: OwnFaults = {
	'400 with AADSTS90033, which passes': { befall: entra(400, 'invalid_request', 90033), expected: AGAIN },
	'400 with AADSTS50196, which passes': { befall: entra(400, 'invalid_grant', 50196), expected: AGAIN },
	'400 with temporarily_unavailable': { befall: entra(400, 'temporarily_unavailable', 1), expected: AGAIN },
	'401 with AADSTS7000215': { befall: entra(401, 'invalid_client', 7000215), expected: FINAL },
	'400 with AADSTS53003': { befall: entra(400, 'access_denied', 53003), expected: FINAL },
};

// One more token is asked for, and that one is refused as well.
const RENEWED: Expected = { once: 'survived', forEver: 'refused', requests: 2 };

function challenge(authority: string): Befall {
	return () =>
		response(401, '', { 'www-authenticate': `Bearer authorization="${authority}", resource="${ELSEWHERE}"` });
}

/** Refusals of a vault. */
export const OF_VAULT: OwnFaults = {
	'401 that names another tenant': {
		befall: challenge(`https://login.microsoftonline.com/${OTHER_TENANT}`),
		expected: RENEWED,
	},
	'401 that names another authority': { befall: challenge(`${ELSEWHERE}/${OTHER_TENANT}`), expected: RENEWED },
};

/** A challenge of a vault, from which the tenant is taken and nothing else. */
export const OF_DISCOVERY: OwnFaults = {
	'another authority': {
		befall: ({ serve }) => withHeader(serve(), 'www-authenticate', 'https://login.microsoftonline.com', ELSEWHERE),
		expected: HARMLESS,
	},
	'another resource and scope': {
		befall: ({ serve }) => withHeader(serve(), 'www-authenticate', 'https://vault.azure.net', ELSEWHERE),
		expected: HARMLESS,
	},
	'no tenant': { befall: challenge('https://login.microsoftonline.com/'), expected: FINAL },
	'a tenant that is a path': { befall: challenge('https://login.microsoftonline.com/../../x'), expected: FINAL },
	'a tenant that nobody knows': { befall: challenge(`${ELSEWHERE}/${OTHER_TENANT}`), expected: FINAL },
};

function withHeader(answer: HttpResponse, name: string, from: string, to: string): HttpResponse {
	return { ...answer, headers: { ...answer.headers, [name]: (answer.headers[name] ?? '').replaceAll(from, to) } };
}

/** A challenge of the agent of Azure Arc, which names a file to be read and sent back. */
export const OF_ARC: OwnFaults = Object.fromEntries(
	['/etc/shadow.key', '/var/opt/azcmagent/tokens/../../../../etc/shadow.key', '/var/opt/azcmagent/tokens/a.pem'].map(
		(file) => [
			`challenge that names ${file}`,
			{ befall: () => response(401, '', { 'www-authenticate': `Basic realm=${file}` }), expected: FINAL },
		],
	),
);

const VAULT = 'https://contoso.vault.azure.net';

/** Origins that are not the vault's, though some look like it. */
const FOREIGN_ORIGINS = {
	'another host': ELSEWHERE,
	'another vault': 'https://other.vault.azure.net',
	'a host that begins alike': `${VAULT}.elsewhere.example`,
	'the vault as a user name': `${VAULT}@elsewhere.example`,
	'the vault with a password': `https://user:password@contoso.vault.azure.net`,
	'another port': `${VAULT}:8443`,
	'http instead of https': 'http://contoso.vault.azure.net',
};

function pointing(member: string, addresses: Readonly<Record<string, string>>): OwnFaults {
	return Object.fromEntries(
		Object.entries(addresses).map(([what, address]) => {
			const befall: Befall = ({ serve }) => withMember(serve(), member, address);
			return [`${member} that names ${what}`, { befall, expected: FINAL }];
		}),
	);
}

/** Addresses in an answer that are not the same vault's object of that collection and name. */
export function elsewhere(member: 'sid' | 'kid', collection: 'secrets' | 'keys', name: string): OwnFaults {
	const path = `/${collection}/${name}/${'0'.repeat(32)}`;
	const origins = Object.entries(FOREIGN_ORIGINS).map(([what, origin]) => [what, `${origin}${path}`]);
	return pointing(member, {
		...(Object.fromEntries(origins) as Record<string, string>),
		'another name': `${VAULT}/${collection}/other/${'0'.repeat(32)}`,
		'another collection': `${VAULT}/certificates/${name}/${'0'.repeat(32)}`,
		'a path that climbs': `${VAULT}/${collection}/${name}/../other/${'0'.repeat(32)}`,
	});
}

/** Pages that are said to go on elsewhere, or for ever. */
export const OF_LISTS: OwnFaults = {
	...OF_VAULT,
	...pointing(
		'nextLink',
		Object.fromEntries(
			Object.entries(FOREIGN_ORIGINS).map(([what, origin]) => [what, `${origin}/secrets?api-version=7.4&$skiptoken=a`]),
		),
	),
	'nextLink that is a path': { befall: ({ serve }) => withMember(serve(), 'nextLink', '/secrets'), expected: FINAL },
	'nextLink that is very long': {
		befall: ({ serve }) => withMember(serve(), 'nextLink', `${VAULT}/secrets?${'a'.repeat(100_000)}`),
		expected: FINAL,
	},
};

/** A list that begins anew at its end. */
export const ENDLESS: OwnFaults = {
	'nextLink that goes round': {
		befall: ({ serve, request }) => withMember(serve(), 'nextLink', request.url),
		expected: FINAL,
	},
};

function withMember(answer: HttpResponse, member: string, value: string): HttpResponse {
	return { ...answer, body: JSON.stringify({ ...(JSON.parse(answer.body) as object), [member]: value }) };
}

const proofRefused: Befall = () =>
	response(401, {
		error: { code: 'Authentication_MissingOrMalformed', message: 'Access Token missing or malformed.' },
	});

/** A proof that Graph does not accept: `passing` if a server of it may not have heard of its key yet. */
export const OF_PROOFS = {
	final: { '401 that refuses the proof': { befall: proofRefused, expected: FINAL } },
	passing: { '401 that refuses the proof': { befall: proofRefused, expected: TRIED_ON } },
} satisfies Readonly<Record<string, OwnFaults>>;

/** A signature that is not by the certificate's key. */
export const OF_SIGNATURES: OwnFaults = {
	'signature of another key': {
		befall: ({ serve }) => withMember(serve(), 'value', Buffer.alloc(256, 1).toString('base64url')),
		expected: FINAL,
	},
};
