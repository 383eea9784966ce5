// Texts that mean something to a runner, a terminal, a browser or a reader's eye, and answers that hold them.
import type { HttpResponse } from '../../src/ports.js';
import { encodeJwt } from '../emulator/jwt.js';
import type { Service } from './services.js';

/** Hostile texts by what they are; the first passes wherever visible ASCII is taken. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
	'workflow commands':
		'::error title=hostile::hostile ##[add-mask]e ##[error]hostile%0A::error::hostile%0D%0A::set-output name=a::b',
	'line breaks and workflow commands': 'a\n::error::hostile\r\n##[group]hostile\r::add-mask::e\u2028::debug::x\u0085',
	'HTML and Markdown':
		'</td></table><script>hostile()</script>\n\n# x\n\n[x](https://elsewhere.example) `a` | **b** <img src=x onerror=x()>',
	'signs that colour, turn, hide or end a text':
		'\u001b[2J\u001b[31mx\u009b31m\b\u0007a\u202etxt.exe\u202c \u2066b\u2069 \u200f\u200b\u200d\u2060\ufeff\u00ad\0b',
	'very much': 'hostile '.repeat(1_000),
};

/** Headers that are looked at, in all. */
const HEADERS = ['date', 'location', 'request-id', 'retry-after', 'www-authenticate', 'x-ms-request-id'];

/** Members that hold a token, whose claims are texts as well. */
const TOKEN_MEMBERS = ['access_token', 'value'];

/** The answer once for each of its texts, with the hostile one in that one's place, or in all of a token's claims. */
export function* poison(answer: HttpResponse, text: string): Generator<readonly [place: string, HttpResponse]> {
	// No header of an answer that is taken matters to another; the status decides what those of a refusal do.
	const groups = answer.status < 400 ? [HEADERS] : HEADERS.map((name) => [name]);
	for (const names of groups) {
		const poisoned = Object.fromEntries(names.map((name) => [name, text]));
		yield [`header ${names.join(', ')}`, { ...answer, headers: { ...answer.headers, ...poisoned } }];
	}
	const body = parse(answer.body);
	if (body === undefined) return;
	for (const path of pathsOf(body)) {
		yield [path.join('.'), { ...answer, body: JSON.stringify(replaceAt(body, path, text)) }];
		if (TOKEN_MEMBERS.includes(path.at(-1) ?? '')) {
			yield [
				`claims of ${path.join('.')}`,
				{ ...answer, body: JSON.stringify(replaceAt(body, path, hostileToken(text))) },
			];
		}
	}
}

function hostileToken(text: string): string {
	const names = ['aud', 'iss', 'sub', 'oid', 'tid', 'appid', 'azp', 'scp', 'upn', 'name'];
	const claims = Object.fromEntries(names.map((name) => [name, text]));
	return `${encodeJwt({ alg: 'none', kid: text }, { ...claims, roles: [text, text], exp: 4_000_000_000 })}.c2lnbmF0dXJl`;
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
	if (typeof value === 'string') return [path];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]));
}

function replaceAt(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
	if (name === undefined) return text;
	const copy: Record<string, unknown> = { ...(value as object) };
	copy[name] = replaceAt(copy[name], rest, text);
	return Array.isArray(value) ? Object.values(copy) : copy;
}

const ENTRA = refusal(401, {
	error: 'invalid_client',
	error_description: 'AADSTS700213: No matching federated identity record found.',
	error_codes: [700213],
	correlation_id: '99999999-9999-4999-8999-999999999999',
});
const VAULT = refusal(403, {
	error: {
		code: 'Forbidden',
		message:
			"Caller: appid=11111111-1111-4111-8111-111111111111 Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'",
		innererror: { code: 'ForbiddenByRbac' },
	},
});
const GRAPH = refusal(403, {
	error: {
		code: 'Authorization_RequestDenied',
		message: 'Insufficient privileges to complete the operation.',
		innerError: { 'request-id': '99999999-9999-4999-8999-999999999999' },
	},
});

/** A refusal in the form of each service, whose texts a hostile one can take the place of. */
export const REFUSALS: Readonly<Record<Service, HttpResponse>> = {
	GitHub: refusal(403, { typeName: 'VssUnauthorizedException', message: 'Not authorised.' }),
	'Entra ID': ENTRA,
	'Entra ID, proof': ENTRA,
	vault: VAULT,
	'vault, writing': VAULT,
	'vault, proof': VAULT,
	'vault, passed over': VAULT,
	IMDS: refusal(400, { error: 'invalid_request', error_description: 'Identity not found' }),
	'App Service, Azure Arc': refusal(400, { error: 'invalid_request', error_description: 'Identity not found' }),
	Graph: GRAPH,
	'Graph, removing': GRAPH,
	'Graph, listing': GRAPH,
	'Graph, adding a key': GRAPH,
	'Graph, removing a key': GRAPH,
};

function refusal(status: number, body: object): HttpResponse {
	return { status, headers: {}, body: JSON.stringify(body) };
}
