// Faults that can befall one request of a rotation: those of the battery, before the service has done what it was asked, after
// that, or long before it does; and what befalls the requests after it.
import type { HttpRequest } from '../../src/ports.js';
import { response } from '../support/make-ports.js';
import type { Interference, ServicesWorld } from '../support/services-world.js';
import { EXPECTED, type FaultName } from './expectations.js';
import { ANSWER_FAULTS, type Befall, NETWORK_FAULTS } from './faults.js';

const BEFALLS: Readonly<Record<FaultName, Befall>> = { ...NETWORK_FAULTS, ...ANSWER_FAULTS };

/** Nothing can have been done. */
const BEFORE: readonly FaultName[] = [
	'connection refused',
	'status 409',
	'status 429',
	'status 429, Retry-After in seconds',
	'status 429, Retry-After of an hour',
];

/** It may have been done all the same. */
const BEFORE_OR_AFTER: readonly FaultName[] = [
	'reset before the answer',
	'silence',
	'body of 10 MB',
	'status 408',
	'status 500',
	'status 502, a page for people',
	'status 503',
	'status 504',
	'status 200, a page for people',
	'JSON that is cut',
	'JSON of another shape',
	'status 302',
];

/** When the service does what it was asked: not at all, at once, or so many milliseconds later. */
export type Commit = 'never' | 'at once' | number;

/** A fault, and whether requests are sent again after it. */
export interface RotationFault {
	readonly befall: Befall;
	readonly commit: Commit;
	readonly isPassing: boolean;
}

function makeFault(name: FaultName, commit: Commit): readonly [string, RotationFault] {
	const when = typeof commit === 'number' ? `, done ${commit / 1000} s later` : commit === 'never' ? '' : ', but done';
	return [`${name}${when}`, { befall: BEFALLS[name], commit, isPassing: EXPECTED[name].once === 'survived' }];
}

/** Faults by name. */
export const FAULTS: Readonly<Record<string, RotationFault>> = Object.fromEntries([
	...BEFORE.map((name) => makeFault(name, 'never')),
	...BEFORE_OR_AFTER.flatMap((name) => [makeFault(name, 'never'), makeFault(name, 'at once')]),
]);

/** A write whose answer is lost, by name: never done, done, or done late. */
export const LOST_ANSWERS: Readonly<Record<string, RotationFault>> = Object.fromEntries([
	makeFault('reset before the answer', 'never'),
	makeFault('reset before the answer', 'at once'),
	makeFault('reset before the answer', 3_000),
	makeFault('reset before the answer', 25_000),
	makeFault('silence', 120_000),
	makeFault('status 503', 25_000),
	makeFault('status 408', 8_000),
	makeFault('status 200, a page for people', 12_000),
]);

/** Function for the requests that follow; returns an answer instead of the service's, or undefined. */
type Aftermath = (request: HttpRequest, struck: { readonly step: string; readonly world: ServicesWorld }) => Answer;

type Answer = ReturnType<typeof response> | undefined;

const isLook = (step: string): boolean => ['list', 'read the vault'].includes(step) || step.startsWith('GET ');

function refusing(status: number, code = 'Refused'): Aftermath {
	return (request, { step, world }) =>
		world.describe(request) === step ? response(status, { error: { code, message: '' } }) : undefined;
}

/** Events that may follow a lost answer, by name. */
export const AFTERMATHS: Readonly<Record<string, Aftermath>> = {
	'and then all is well': () => undefined,
	'and then it is refused (403)': refusing(403),
	'and then it is refused (409)': refusing(409, 'Directory_ConcurrencyViolation'),
	'and then it is refused (429)': refusing(429),
	'and then it fails (500)': refusing(500),
	'and then nobody may look (403)': (request, { world }) =>
		isLook(world.describe(request)) ? response(403) : undefined,
	'and then no look is answered (503)': (request, { world }) =>
		isLook(world.describe(request)) ? response(503) : undefined,
	'and then all is slow': (_request, { world }) => {
		world.time.advance(9_000);
		return undefined;
	},
	'and then nothing works': () => response(503),
};

/** How long a fault lasts: for one request, or for all of this step from then on. */
export type Duration = 'once' | 'for ever';

/** Where a fault befalls a run. */
export interface FaultPlace {
	readonly world: ServicesWorld;
	/** Number of the request, counted from 0. */
	readonly index: number;
	readonly duration: Duration;
	readonly aftermath?: Aftermath;
}

/** Has the fault befall a run's request of this index. */
export function befall(fault: RotationFault, { world, index: at, duration, aftermath }: FaultPlace): Interference {
	let step: string | undefined;
	return (request, serve, { index, timeoutMs }) => {
		if (index === at) step = world.describe(request);
		if (step === undefined) return serve();
		const isHit = index === at || (duration === 'for ever' && world.describe(request) === step);
		if (!isHit) return aftermath?.(request, { step, world }) ?? serve();
		const { advance, clock } = world.time;
		if (fault.commit === 'at once') serve();
		if (typeof fault.commit === 'number') world.arriveLate(request, fault.commit);
		return fault.befall({ request, serve, timeoutMs, advance, nowMs: clock.nowMs });
	};
}

/** Ends the process at a request: what comes back is never heard of. `isServed`: the server has got it. */
export function kill(
	at: number,
	isServed: boolean,
): { readonly interfere: Interference; readonly killed: Promise<void> } {
	let die = (): void => undefined;
	const killed = new Promise<void>((resolve) => {
		die = resolve;
	});
	const interfere: Interference = (_request: HttpRequest, serve, { index }) => {
		if (index < at) return serve();
		if (isServed && index === at) serve();
		die();
		return new Promise<never>(() => undefined);
	};
	return { interfere, killed };
}
