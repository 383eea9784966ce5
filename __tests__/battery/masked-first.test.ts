// Every step of the battery, with a log that is read in its own time: what is masked is sent, printed and written after the
// runner has been told, and by nobody who did not wait for that.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HttpRequest } from '../../src/ports.js';
import { makeServices } from '../support/make-services.js';
import type { PortEvent } from '../support/port-event.js';
import type { StepRecord } from '../support/services.js';
import { EXCHANGES } from './exchanges.js';

/** Least length of a text to look for: a shorter one occurs by chance. */
const MIN_LENGTH = 16;

function textOf({ headers, body }: HttpRequest): string {
	const values = Object.values(headers).map((value) => (typeof value === 'string' ? value : value.reveal()));
	const sent = body?.reveal() ?? '';
	return [...values, sent, ...new URLSearchParams(sent).values()].join('\n');
}

/** Each event with all that it carries: of a request, headers and body as well. */
function carriedBy({
	events,
	requests,
}: StepRecord): readonly { readonly kind: PortEvent['kind']; readonly text: string }[] {
	// The endpoints of the machine itself, which alone are http, are none of the events.
	const sent = requests.filter(({ url }) => url.startsWith('https:'));
	let index = 0;
	return events.map(({ kind, text, name = '' }) => {
		const request = kind === 'request' ? sent[index++] : undefined;
		return { kind, text: [name, text, ...(request === undefined ? [] : [textOf(request)])].join('\n') };
	});
}

/** Returns everything that carried a text before it was masked. */
function findTooEarly(record: StepRecord): readonly string[] {
	const carried = carriedBy(record);
	return record.events.flatMap(({ kind, text: mask }, maskedAt) => {
		if (kind !== 'mask' || mask.length < MIN_LENGTH) return [];
		// A text that is masked twice was masked by the first time.
		if (record.events.findIndex((event) => event.kind === 'mask' && event.text === mask) !== maskedAt) return [];
		return carried
			.slice(0, maskedAt)
			.filter((event) => event.kind !== 'mask' && event.text.includes(mask))
			.map((event) => event.kind);
	});
}

describe('each secret is masked before it is sent, printed or written', () => {
	const services = makeServices();
	for (const exchange of EXCHANGES) {
		// Promise: L5
		it(`in a step with the exchange "${exchange.name}"`, async () => {
			const record = await exchange.run(services);
			assert.equal(record.succeeded, exchange.failsAnyway !== true);
			assert.ok(record.events.some(({ kind }) => kind === 'mask'));
			assert.deepEqual(findTooEarly(record), []);
		});
	}

	it('finds an event that comes too early', async () => {
		const record = await (EXCHANGES[1] ?? assert.fail()).run(services);
		const masks = record.events.filter(({ kind }) => kind === 'mask');
		const others = record.events.filter(({ kind }) => kind !== 'mask');
		assert.notDeepEqual(findTooEarly({ ...record, events: [...others, ...masks] }), []);
	});
});
