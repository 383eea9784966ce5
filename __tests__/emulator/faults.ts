// Faults between a client and a service, on demand.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer, ReceivedRequest } from './exchange.js';

/** Which requests a fault befalls: all of these must hold. */
export interface FaultMatch {
	readonly method?: string;
	/** Tried against the path without its query. */
	readonly path?: RegExp;
	/** Host and port as the client wrote them; for `hang-up-on-connect` those of the listener. */
	readonly host?: string;
}

/** An event that replaces the answer, or changes it. */
export type FaultKind =
	/** The connection is reset once the request is there. */
	| { readonly kind: 'reset-before-answer' }
	/** The service does what it was asked, at once or so much later, and the connection is reset without an answer. */
	| { readonly kind: 'lost-answer'; readonly commitAfterMs?: number }
	/** Headers and half the body, then the connection is destroyed. */
	| { readonly kind: 'reset-during-answer' }
	/** The body is shorter than its Content-Length, and the connection ends in good order. */
	| { readonly kind: 'cut-body' }
	/** Nothing is ever answered. */
	| { readonly kind: 'silence' }
	/** The body comes in ten pieces with a pause before each. */
	| { readonly kind: 'slow-body'; readonly pauseMs: number }
	| {
			readonly kind: 'status';
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body?: string;
	  }
	/** Status 200 with a page for people, as captive portals answer. */
	| { readonly kind: 'html' }
	/** Status 200, said to be JSON, which it is not. */
	| { readonly kind: 'not-json' }
	| { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
	/** A body of JSON of 10 MB. */
	| { readonly kind: 'huge' }
	/** A few kilobytes of gzip that unfold to 64 MiB. */
	| { readonly kind: 'gzip-bomb' }
	/** The service's own answer, said to be of another type. */
	| { readonly kind: 'content-type'; readonly contentType: string }
	/** The connection is closed before TLS begins. */
	| { readonly kind: 'hang-up-on-connect' };

/** A fault, which requests it befalls (left out: all), and how often (left out: for ever). */
export type Fault = FaultKind & { readonly match?: FaultMatch; readonly times?: number };

/** The faults of one emulator; the first that matches is used. */
export class Faults {
	readonly #faults: { readonly fault: Fault; left: number }[] = [];

	inject(fault: Fault): void {
		this.#faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
	}

	/** The fault for this request, counted as used. */
	takeForRequest({ method, host, path }: Pick<ReceivedRequest, 'method' | 'host' | 'path'>): Fault | undefined {
		return this.#take(
			({ kind, match }) =>
				kind !== 'hang-up-on-connect' &&
				(match?.method ?? method) === method &&
				(match?.host ?? host) === host &&
				(match?.path?.test(path) ?? true),
		);
	}

	/** Whether this connection is to be closed at once. */
	takeForConnection(host: string): boolean {
		return (
			this.#take(({ kind, match }) => kind === 'hang-up-on-connect' && (match?.host ?? host) === host) !== undefined
		);
	}

	#take(matches: (fault: Fault) => boolean): Fault | undefined {
		const found = this.#faults.find(({ fault, left }) => left > 0 && matches(fault));
		if (found === undefined) return undefined;
		found.left -= 1;
		return found.fault;
	}
}

const HUGE_BODY = JSON.stringify({ value: 'x'.repeat(10_000_000) });

/** The answer that takes the service's place; undefined if the fault befalls the service's own answer or gives none. */
export function answerOfFault(fault: Fault): Answer | undefined {
	switch (fault.kind) {
		case 'status':
			return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' };
		case 'html':
			return {
				status: 200,
				headers: { 'content-type': 'text/html' },
				body: '<html><body>Sign in to the guest network</body></html>',
			};
		case 'not-json':
			return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"value": "cut' };
		case 'redirect':
			return { status: fault.status ?? 302, headers: { location: fault.location }, body: '' };
		case 'huge':
			return { status: 200, headers: { 'content-type': 'application/json' }, body: HUGE_BODY };
		case 'gzip-bomb': {
			const body = gzipSync(Buffer.alloc(64 * 1024 * 1024));
			return { status: 200, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body };
		}
		default:
			return undefined;
	}
}

/** Sends an answer as the fault wants it; `socket` is the one below TLS. */
export async function deliver(
	answer: Answer,
	{ response, socket, fault }: { response: ServerResponse; socket: Socket; fault: Fault | undefined },
): Promise<void> {
	const body = Buffer.from(answer.body);
	const extra = fault?.kind === 'cut-body' ? 100 : 0;
	const type = fault?.kind === 'content-type' ? { 'content-type': fault.contentType } : {};
	response.writeHead(answer.status, { ...answer.headers, ...type, 'content-length': body.length + extra });
	switch (fault?.kind) {
		case 'reset-during-answer':
			response.write(body.subarray(0, Math.ceil(body.length / 2)), () => socket.destroy());
			return;
		case 'cut-body':
			response.write(body, () => response.socket?.end());
			return;
		case 'slow-body':
			for (let piece = 0; piece < 10 && !response.destroyed; piece++) {
				await sleep(fault.pauseMs);
				response.write(body.subarray((piece * body.length) / 10, ((piece + 1) * body.length) / 10));
			}
			response.end();
			return;
		default:
			response.end(body);
	}
}
