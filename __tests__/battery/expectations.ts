// Expected outcomes of each fault, by the rules for retries: data that is not derived from the code.

import type { Service } from '../support/services.js';
import type { ANSWER_FAULTS, NETWORK_FAULTS } from './faults.js';

/** The right results were exported; or nothing was, and an error says why. */
export type Verdict = 'survived' | 'refused';

/** Expected outcome of a fault. */
export interface Expected {
	/** Where it befalls one request. */
	readonly once: Verdict;
	/** Where it befalls every one from then on. */
	readonly forEver: Verdict;
	/**
	 * How often is asked if it befalls every request: as often as the rules allow, as without the fault, so often, or
	 * as often as there is time for.
	 */
	readonly requests: 'all' | 'usual' | 'any' | number;
}

/** It passes, and so the request is sent again. */
export const AGAIN: Expected = { once: 'survived', forEver: 'refused', requests: 'all' };
/** It is an answer, and so it counts. */
export const FINAL: Expected = { once: 'refused', forEver: 'refused', requests: 1 };
/** It changes nothing. */
export const HARMLESS: Expected = { once: 'survived', forEver: 'survived', requests: 'usual' };

/** How often is asked in all, if it is not five times. */
export const ALL_REQUESTS: Readonly<Partial<Record<Service, number>>> = { 'App Service, Azure Arc': 4 };

/** The name of a fault that can befall any exchange. */
export type FaultName = keyof typeof NETWORK_FAULTS | keyof typeof ANSWER_FAULTS;

/** Expected outcome of each fault, whichever service it is of. */
export const EXPECTED: Readonly<Record<FaultName, Expected>> = {
	'connection refused': AGAIN,
	'reset before the answer': AGAIN,
	'reset during the answer': AGAIN,
	'body cut off': AGAIN,
	'body that takes 9 s': HARMLESS,
	'body that takes 11 s': AGAIN,
	silence: AGAIN,
	'name not resolved for the moment': AGAIN,
	'host that does not exist': FINAL,
	'certificate of an unknown authority': FINAL,
	'proxy that refuses': FINAL,
	'proxy that fails': AGAIN,
	'body of 10 MB': FINAL,
	'status 400': FINAL,
	'status 401': FINAL,
	'status 403': FINAL,
	'status 404': FINAL,
	'status 408': AGAIN,
	'status 409': FINAL,
	'status 410': FINAL,
	'status 429': AGAIN,
	'status 429, Retry-After in seconds': AGAIN,
	'status 429, Retry-After as a date': AGAIN,
	'status 429, Retry-After of an hour': FINAL,
	'status 429, Retry-After of a date in an hour': FINAL,
	'status 429, Retry-After that is none': AGAIN,
	'status 500': AGAIN,
	'status 501': FINAL,
	'status 502, a page for people': AGAIN,
	'status 503': AGAIN,
	'status 504': AGAIN,
	'status 204': FINAL,
	'status 200, empty': FINAL,
	'status 200, a page for people': FINAL,
	'JSON that is cut': FINAL,
	'JSON of another shape': FINAL,
	'JSON that is a list': FINAL,
	'JSON that is null': FINAL,
	'JSON of other types': FINAL,
	'JSON whose members have other types': FINAL,
	'JSON in __proto__': FINAL,
	'another content type': HARMLESS,
	'packed answer that unfolds to 64 MiB': FINAL,
	'status 301': FINAL,
	'status 302': FINAL,
	'status 307': FINAL,
	'status 308': FINAL,
};

// One more token is asked for.
const RENEWED: Expected = { once: 'survived', forEver: 'refused', requests: 2 };
// The answer to a write got lost, and the vault itself says that it was done.
const DONE: Expected = { once: 'survived', forEver: 'survived', requests: 1 };
/** New credentials are known after a while: an attempt that fails proves nothing. */
export const TRIED_ON: Expected = { once: 'survived', forEver: 'refused', requests: 'any' };
/** Outcome if something outdated cannot be removed: a warning, or a line of the log. */
export const PASSED_OVER: Expected = { once: 'survived', forEver: 'survived', requests: 'any' };

/** Outcome after a failure: the run stays failed, even if its changes are undone. */
export const FAILED_ANYWAY: Expected = { once: 'refused', forEver: 'refused', requests: 'any' };

type Exceptions = Readonly<Partial<Record<FaultName, Expected>>>;

function all(expected: Expected, ...faults: readonly FaultName[]): Exceptions {
	return Object.fromEntries(faults.map((fault) => [fault, expected]));
}

/** Who sent the request does not know what came of it, though it may be sent again. */
const UNANSWERED: readonly FaultName[] = [
	'connection refused',
	'reset before the answer',
	'reset during the answer',
	'body cut off',
	'body that takes 11 s',
	'silence',
	'name not resolved for the moment',
	'proxy that fails',
	'status 408',
	'status 500',
	'status 502, a page for people',
	'status 503',
	'status 504',
];

/** Where a service has rules of its own. */
const EXCEPTIONS: Readonly<Partial<Record<Service, Exceptions>>> = {
	vault: { 'status 401': RENEWED },
	// Something else is changing the application.
	Graph: { 'status 409': AGAIN },
	// A page that is over the limit is asked for again in smaller pieces.
	'Graph, listing': { 'body of 10 MB': RENEWED },
	'vault, writing': {
		'status 401': RENEWED,
		'JSON that is cut': DONE,
		'JSON that is a list': DONE,
		'JSON of other types': DONE,
		'JSON whose members have other types': DONE,
		'JSON in __proto__': DONE,
	},
	// Nobody can look what came of it, so it is sent again only if it was refused for the moment.
	'Graph, adding a key': {
		...all(FINAL, ...UNANSWERED),
		'status 409': AGAIN,
	},
	// The answer is empty, and what Graph does not know is removed.
	'Graph, removing a key': {
		...all(HARMLESS, 'status 400', 'status 404', 'status 204', 'status 200, empty', 'JSON that is cut'),
		'status 409': AGAIN,
	},
	// It is starting (404), or being updated, which takes up to 70 s (410).
	IMDS: {
		'status 404': AGAIN,
		'status 410': { once: 'survived', forEver: 'refused', requests: 8 },
		'status 501': AGAIN,
	},
	'App Service, Azure Arc': { 'status 404': AGAIN },
};

/** Returns the expected outcome of a fault of a service. */
export function expectedOf(service: Service, fault: FaultName): Expected {
	const common = EXPECTED[fault];
	if (service === 'Graph, removing' || service === 'vault, passed over') return PASSED_OVER;
	if ((service === 'Entra ID, proof' || service === 'vault, proof') && common !== HARMLESS) return TRIED_ON;
	return EXCEPTIONS[service]?.[fault] ?? common;
}
