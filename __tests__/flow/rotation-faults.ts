// What can befall one request of a rotation: faults of the battery, before the service has done what it was asked, or after.
import type { HttpRequest } from '../../src/ports.js';
import { EXPECTED, type FaultName } from '../battery/expectations.js';
import { ANSWER_FAULTS, type Befall, NETWORK_FAULTS } from '../battery/faults.js';
import { describeStep, type Interference, type RotationWorld } from './rotation-world.js';

const BEFALLS: Readonly<Record<FaultName, Befall>> = { ...NETWORK_FAULTS, ...ANSWER_FAULTS };

/** Nothing can have been done. */
const BEFORE: readonly FaultName[] = [
	'connection refused',
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

/** A fault, and whether requests are sent again after it. */
export interface RotationFault {
	readonly befall: Befall;
	readonly isPassing: boolean;
}

function makeFault(name: FaultName, isDone: boolean): readonly [string, RotationFault] {
	const befall: Befall = (struck) => {
		if (isDone) struck.serve();
		return BEFALLS[name](struck);
	};
	return [isDone ? `${name}, but done` : name, { befall, isPassing: EXPECTED[name].once === 'survived' }];
}

/** Faults by name. */
export const FAULTS: Readonly<Record<string, RotationFault>> = Object.fromEntries([
	...BEFORE.map((name) => makeFault(name, false)),
	...BEFORE_OR_AFTER.flatMap((name) => [makeFault(name, false), makeFault(name, true)]),
]);

/** How long a fault lasts: for one request, or for all of this step from then on. */
export type Duration = 'once' | 'for ever';

/** Where a fault befalls a run. */
export interface FaultPlace {
	readonly world: RotationWorld;
	/** Of the request, counted from 0. */
	readonly index: number;
	readonly duration: Duration;
}

/** Has the fault befall a run's request of this index. */
export function befall({ befall: fault }: RotationFault, { world, index: at, duration }: FaultPlace): Interference {
	let step: string | undefined;
	return (request, serve, { index, timeoutMs }) => {
		if (index === at) step = describeStep(request);
		const isHit = index === at || (duration === 'for ever' && index > at && describeStep(request) === step);
		const { advance, clock } = world.time;
		return isHit ? fault({ request, serve, timeoutMs, advance, nowMs: clock.nowMs }) : serve();
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
