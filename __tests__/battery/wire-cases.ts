// Representative exchanges and all faults that a socket can carry, for the bundle and the emulator: what the battery in
// memory says that the transport makes of a fault, shown on the wire.
import type { FaultKind, FaultMatch } from '../emulator/faults.js';
import type { Service } from '../support/services.js';
import { expectedOf, type FaultName, type Verdict } from './expectations.js';

/** Faults as they happen on the wire. */
export const WIRE_FAULTS: Readonly<Partial<Record<FaultName, () => FaultKind>>> = {
	// Those that take 10 s come first, so that others run beside them.
	silence: () => ({ kind: 'silence' }),
	'body that takes 11 s': () => ({ kind: 'slow-body', pauseMs: 1_100 }),
	'body that takes 9 s': () => ({ kind: 'slow-body', pauseMs: 900 }),
	'reset before the answer': () => ({ kind: 'reset-before-answer' }),
	'reset during the answer': () => ({ kind: 'reset-during-answer' }),
	'body cut off': () => ({ kind: 'cut-body' }),
	'body of 10 MB': () => ({ kind: 'huge' }),
	...statuses(400, 401, 403, 404, 408, 410, 429, 500, 501, 503, 504, 204),
	'status 429, Retry-After in seconds': () => busy('1'),
	'status 429, Retry-After as a date': () => busy(new Date(Date.now() + 1_500).toUTCString()),
	'status 429, Retry-After of an hour': () => busy('3600'),
	'status 429, Retry-After of a date in an hour': () => busy(new Date(Date.now() + 3_600_000).toUTCString()),
	'status 429, Retry-After that is none': () => busy('soon'),
	'status 502, a page for people': () => ({ kind: 'status', status: 502, body: '<html>Bad gateway</html>' }),
	'status 200, empty': () => ({ kind: 'status', status: 200 }),
	'status 200, a page for people': () => ({ kind: 'html' }),
	'JSON that is cut': () => ({ kind: 'not-json' }),
	'JSON of another shape': () => ({ kind: 'status', status: 200, body: '{"error":"none","result":{"ok":true}}' }),
	'JSON that is null': () => ({ kind: 'status', status: 200, body: 'null' }),
	'another content type': () => ({ kind: 'content-type', contentType: 'text/html' }),
	'packed answer that unfolds to 64 MiB': () => ({ kind: 'gzip-bomb' }),
	...redirects(301, 302, 307, 308),
};

function statuses(...all: readonly number[]): Readonly<Record<string, () => FaultKind>> {
	return Object.fromEntries(all.map((status) => [`status ${status}`, () => ({ kind: 'status', status })]));
}

function redirects(...all: readonly number[]): Readonly<Record<string, () => FaultKind>> {
	const location = 'https://localhost:9/elsewhere';
	return Object.fromEntries(all.map((status) => [`status ${status}`, () => ({ kind: 'redirect', status, location })]));
}

function busy(retryAfter: string): FaultKind {
	return { kind: 'status', status: 429, headers: { 'retry-after': retryAfter } };
}

/** How a step of the bundle comes to an exchange. */
export interface WireExchange {
	readonly name: string;
	readonly service: Service;
	readonly step: 'secret' | 'federation' | 'imds' | 'mint' | 'mint-own' | 'rotate' | 'rotate-certificate';
	readonly match: FaultMatch;
}

/** One for each kind of service and of request. */
export const WIRE_EXCHANGES: readonly WireExchange[] = [
	{ name: 'secret', service: 'vault', step: 'secret', match: { path: /^\/secrets\/db$/ } },
	{ name: "certificate's private key", service: 'vault', step: 'secret', match: { path: /^\/secrets\/exo\// } },
	{ name: 'token by client secret', service: 'Entra ID', step: 'secret', match: { path: /\/oauth2\/v2\.0\/token$/ } },
	{ name: "GitHub's ID token", service: 'GitHub', step: 'federation', match: { path: /^\/idtoken\// } },
	{ name: 'token of IMDS', service: 'IMDS', step: 'imds', match: { path: /^\/metadata\// } },
	{ name: 'one of two tokens by federation', service: 'Entra ID', step: 'mint-own', match: { path: /\/token$/ } },
	{ name: 'signature', service: 'vault', step: 'mint', match: { path: /\/sign$/ } },
	{ name: 'new password of an application', service: 'Graph', step: 'rotate', match: { path: /\/addPassword$/ } },
	// Each that is survived takes the minute that Entra needs.
	{
		name: 'request for a new key',
		// The vault does not see a request that is answered here in its place, so a look finds nothing.
		service: 'vault',
		step: 'rotate-certificate',
		match: { path: /^\/certificates\/api-certificate\/create$/ },
	},
	{
		name: 'new key credential',
		service: 'Graph, adding a key',
		step: 'rotate-certificate',
		match: { path: /\/addKey$/ },
	},
];

/** A fault of one request of an exchange. */
export interface WireCase {
	readonly exchange: WireExchange;
	readonly fault: FaultName;
	readonly make: () => FaultKind;
	readonly expected: Verdict;
	/** With step debug logging? */
	readonly debug: boolean;
}

/** All cases, those that wait for long first. */
export const WIRE_CASES: readonly WireCase[] = Object.entries(WIRE_FAULTS).flatMap(([name, make], index) =>
	WIRE_EXCHANGES.map((exchange, place) => {
		const fault = name as FaultName;
		const debug = (index + place) % 2 === 0;
		return { exchange, fault, make, expected: expectedOf(exchange.service, fault).once, debug };
	}),
);
