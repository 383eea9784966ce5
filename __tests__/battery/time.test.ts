// A step ends in its time, with all of its results or none, whatever faults befall it one after the other in any order.
import './record-errors.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeServices } from '../support/make-services.js';
import { EXCHANGES } from './exchanges.js';
import { ANSWER_FAULTS, type Befall, NETWORK_FAULTS } from './faults.js';

const services = makeServices();
const BEFALLS = Object.entries<Befall>({ ...NETWORK_FAULTS, ...ANSWER_FAULTS });

/** The limits of the steps, in milliseconds; a person may take as long as the device code lives. */
const LIMITS_MS: Readonly<Record<string, number>> = {
	"GitHub's ID token": 120_000,
	'token by device code': 900_000 + 120_000,
	'token of IMDS': 120_000,
	'token of Azure Arc': 120_000,
	"the vault's challenge": 120_000,
	"certificate's private key": 120_000,
	'next page of a list': 120_000,
	signature: 120_000,
	'new version of a secret': 240_000,
	'merge of a new version': 360_000,
	'deletion of a request that was left': 360_000,
};

/** For each request what befalls it, if anything; faults that end a step at once are rarer than those that pass. */
const slowFaults = ['body that takes 9 s', 'body that takes 11 s', 'silence', 'status 503', 'status 410', 'status 401'];
const sequences = fc.array(
	fc.oneof(
		{ weight: 2, arbitrary: fc.constant(undefined) },
		{ weight: 4, arbitrary: fc.constantFrom(...BEFALLS.filter(([name]) => slowFaults.includes(name))) },
		{ weight: 1, arbitrary: fc.constantFrom(...BEFALLS) },
	),
	{ minLength: 1, maxLength: 40 },
);

describe('after any sequence of faults', () => {
	for (const exchange of EXCHANGES) {
		const limitMs = LIMITS_MS[exchange.name];
		if (limitMs === undefined) continue;
		// Promises: H5, H12, R3
		it(`a step with the exchange "${exchange.name}" ends within ${limitMs / 1000} s, with all or nothing`, async () => {
			const usual = await exchange.run(services);
			await fc.assert(
				fc.asyncProperty(sequences, async (sequence) => {
					let index = 0;
					const record = await exchange.run(services, (request, serve, context) => {
						const [, befall] = sequence[index++] ?? [];
						return befall === undefined ? serve() : befall({ request, serve, ...context });
					});
					assert.ok(record.tookMs <= limitMs, `it took ${record.tookMs} ms`);
					assert.deepEqual([...record.outputs.keys()], record.succeeded ? [...usual.outputs.keys()] : []);
					assert.equal(
						record.annotations.some(({ level }) => level === 'error'),
						!record.succeeded,
					);
				}),
				{ numRuns: 60 },
			);
		});
	}

	it('covers every limit that is stated', () => {
		const names = EXCHANGES.map(({ name }) => name);
		assert.deepEqual(
			Object.keys(LIMITS_MS).filter((name) => !names.includes(name)),
			[],
		);
	});
});

describe('a step whose requests are all slow', () => {
	const slowest = NETWORK_FAULTS['body that takes 9 s'];
	for (const exchange of EXCHANGES) {
		// Promises: H1, R3
		it(`the exchange "${exchange.name}" keeps to the step's limit`, async () => {
			const record = await exchange.run(services, (request, serve, context) => slowest({ request, serve, ...context }));
			assert.ok(record.tookMs <= (exchange.limitMs ?? 120_000), `it took ${record.tookMs} ms`);
		});
	}
});
