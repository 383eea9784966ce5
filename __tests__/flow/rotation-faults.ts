// What can befall one request of a rotation: every fault of the network and of the services, before or after the write.
import { TransportError } from '../../src/http/transport-error.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { response } from '../unit/setup.js';
import { describeStep, type Interference, type RotationWorld } from './rotation-world.js';

type Befall = (
	serve: () => HttpResponse,
	context: { readonly world: RotationWorld; readonly timeoutMs: number },
) => HttpResponse;

const connection = (message: string): TransportError => new TransportError(message, { failure: 'connection' });

function lost(error: () => TransportError): Befall {
	return (serve) => {
		serve();
		throw error();
	};
}

function silence(isServed: boolean): Befall {
	return (serve, { world, timeoutMs }) => {
		if (isServed) serve();
		world.time.advance(timeoutMs);
		throw new TransportError('no whole answer came', { failure: 'time-out' });
	};
}

function instead(status: number, body: string | object = '', headers: Readonly<Record<string, string>> = {}): Befall {
	return () => response(status, body, headers);
}

// The server has done it, and what stands before it answers in its place.
function after(befall: Befall): Befall {
	return (serve, context) => {
		serve();
		return befall(serve, context);
	};
}

const HTML = '<html><body>Sign in to the guest network</body></html>';

const INSTEAD: Readonly<Record<string, Befall>> = {
	'status 408': instead(408),
	'status 429': instead(429),
	'status 429 with Retry-After': instead(429, '', { 'retry-after': '3' }),
	'status 429 with a Retry-After beyond the end': instead(429, '', { 'retry-after': '600' }),
	'status 500': instead(500),
	'status 502': instead(502, HTML),
	'status 503': instead(503),
	'status 504': instead(504),
	'a page for people': instead(200, HTML),
	'JSON that is cut': instead(200, '{"value": "cut'),
	'JSON of another shape': instead(200, {}),
	'a redirect': instead(302, '', { location: 'https://evil.example/' }),
};

/** Faults by name. */
export const FAULTS: Readonly<Record<string, Befall>> = {
	'refused connection': () => {
		throw connection('the connection was refused (ECONNREFUSED)');
	},
	'reset before the answer, nothing done': () => {
		throw connection('the connection was cut off (ECONNRESET)');
	},
	'reset before the answer, but done': lost(() => connection('the connection was cut off (ECONNRESET)')),
	'reset during the answer, or a body that is cut': lost(() => connection('the connection was cut off')),
	'silence, nothing done': silence(false),
	'silence, but done': silence(true),
	'an answer that is too large': lost(() => new TransportError('over 4 MiB', { failure: 'too-large' })),
	...INSTEAD,
	...Object.fromEntries(
		Object.entries(INSTEAD)
			// Whoever says that there were too many requests has not done this one.
			.filter(([name]) => !name.startsWith('status 429'))
			.map(([name, befall]) => [`${name}, but done`, after(befall)]),
	),
};

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
export function befall(fault: Befall, { world, index: at, duration }: FaultPlace): Interference {
	let step: string | undefined;
	return (request, serve, { index, timeoutMs }) => {
		if (index === at) step = describeStep(request);
		const isHit = index === at || (duration === 'for ever' && index > at && describeStep(request) === step);
		return isHit ? fault(serve, { world, timeoutMs }) : serve();
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
