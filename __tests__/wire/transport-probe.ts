// A program that sends requests through the transport and prints what became of each: Node reads NODE_EXTRA_CA_CERTS
// only when it starts, so the transport's tests need a process of their own.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeHttpsTransport, makeLocalTransport } from '../../src/http/transport.js';
import { TransportError } from '../../src/http/transport-error.js';
import { SecretText } from '../../src/secret-text.js';

/** What the probe is told, as JSON on the command line. */
export interface ProbeOrder {
	readonly requests: readonly {
		readonly method?: 'GET' | 'POST';
		readonly url: string;
		readonly headers?: Readonly<Record<string, string>>;
		/** Sent as a header whose value is secret. */
		readonly authorization?: string;
		readonly body?: string;
	}[];
	readonly timeoutMs?: number;
	/** Through the transport for endpoints on the machine itself. */
	readonly local?: boolean;
	/** All at once instead of one after the other. */
	readonly together?: boolean;
	/** Connections to open before the first request, and the milliseconds that they get for it. */
	readonly ahead?: { readonly origin: string; readonly count: number; readonly waitMs: number };
}

/** What became of a request. */
export type ProbeResult =
	| { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
	| { readonly failure: string; readonly message: string };

const order = JSON.parse(process.argv[2] ?? '') as ProbeOrder;
const transport = makeHttpsTransport('probe');
const attempt = order.local === true ? makeLocalTransport('probe') : transport.send;

async function send({
	method = 'GET',
	url,
	headers,
	authorization,
	body,
}: ProbeOrder['requests'][number]): Promise<ProbeResult> {
	const request = {
		method,
		url,
		headers: { ...headers, ...(authorization !== undefined && { authorization: new SecretText(authorization) }) },
		...(body !== undefined && { body: new SecretText(body) }),
	};
	try {
		return await attempt(request, order.timeoutMs ?? 5_000);
	} catch (error) {
		if (error instanceof TransportError) return { failure: error.failure, message: error.message };
		throw error;
	}
}

if (order.ahead !== undefined) {
	transport.connectAhead(order.ahead.origin, order.ahead.count);
	await sleep(order.ahead.waitMs);
}
const results: ProbeResult[] = [];
if (order.together === true) results.push(...(await Promise.all(order.requests.map(send))));
else for (const request of order.requests) results.push(await send(request));
process.stdout.write(JSON.stringify(results));
