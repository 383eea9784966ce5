// How long a request to the services in memory takes. It is part of the time that the request has, as on a network.
import { TransportError } from '../../src/http/transport-error.js';

const REQUEST_MS = 40;

/**
 * Lets the time of one request pass.
 * @returns the milliseconds that the request has left
 * @throws TransportError if that is none
 */
export function passRequestTime(timeoutMs: number, advance: (ms: number) => void): number {
	advance(Math.min(REQUEST_MS, timeoutMs));
	if (timeoutMs > REQUEST_MS) return timeoutMs - REQUEST_MS;
	throw new TransportError('no whole answer came', { failure: 'time-out' });
}
