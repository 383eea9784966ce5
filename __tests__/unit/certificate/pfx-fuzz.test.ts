// Hostile PFX files: whatever is done to one, the reader gives contents or an expected error. How much work a file may ask
// for is counted, not timed: see `pfx-kdf.test.ts`. One that never ended would be ended with this file, and named.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseClientCertificate } from '../../../src/certificate/key-pair.js';
import { readPfx, selectKeyWithChain } from '../../../src/certificate/pfx-read.js';
import { ActionError } from '../../../src/errors.js';
import { toBer, withoutMac } from '../../support/pfx-by-hand.js';
import { AES_PFX, type PfxFixture, RC2_PFX, THROW_AWAY, TRIPLE_DES_PFX, UNENCRYPTED_PFX } from './pfx-fixtures.js';

const FIXTURES = [RC2_PFX, TRIPLE_DES_PFX, AES_PFX, UNENCRYPTED_PFX];
/** Without a MAC and with indefinite lengths, since a MAC hides everything behind it from the fuzzer. */
const OPEN_FIXTURES = FIXTURES.flatMap(({ pfx, password }) => [
	{ password, pfx: withoutMac(pfx) },
	{ password, pfx: toBer(withoutMac(pfx)) },
]);

// Marsaglia's xorshift: the same mutants in each run.
function makeRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

/** Gives what became of it: the code of an expected error, or `read`. Anything else fails the test. */
function outcomeOf(act: () => unknown): string {
	try {
		act();
		return 'read';
	} catch (error) {
		assert.ok(error instanceof ActionError, `not a foreseen error: ${String(error)}`);
		assert.match(error.code, /^(?:PFX|PEM|CLIENT_CERTIFICATE)_/);
		return error.code;
	}
}

function open(pfx: Buffer, password: string): string {
	return outcomeOf(() => selectKeyWithChain(readPfx(pfx, password)));
}

function fuzz(
	fixtures: readonly PfxFixture[],
	rounds: number,
	mutate: (pfx: Buffer, random: (n: number) => number) => Buffer,
) {
	const random = makeRandom(20_261_123);
	const outcomes = new Map<string, number>();
	for (let round = 0; round < rounds; round++) {
		const fixture = fixtures[round % fixtures.length];
		assert.ok(fixture !== undefined);
		const outcome = open(mutate(Buffer.from(fixture.pfx), random), fixture.password);
		outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
	}
	return outcomes;
}

describe('a hostile PFX', () => {
	it('with a flipped bit is refused if it has a MAC', () => {
		const outcomes = fuzz(FIXTURES, 600, (pfx, random) => flip(pfx, random(pfx.length), random(8)));
		assert.ok((outcomes.get('PFX_UNREADABLE') ?? 0) > 10);
		assert.ok((outcomes.get('PFX_WRONG_PASSWORD') ?? 0) > 300);
	});

	it('with a flipped bit in its first bytes, if the structure is, is an expected error', () => {
		const outcomes = fuzz(OPEN_FIXTURES, 1200, (pfx, random) => flip(pfx, random(160), random(8)));
		assert.ok(outcomes.size >= 4, [...outcomes.keys()].join());
	});

	it('with a few other bytes anywhere is an expected error', () => {
		const outcomes = fuzz(OPEN_FIXTURES, 1200, (pfx, random) => {
			for (let count = random(4); count >= 0; count--) pfx[random(pfx.length)] = random(256);
			return pfx;
		});
		assert.ok(outcomes.size >= 4, [...outcomes.keys()].join());
	});

	it('with a hostile length, tag or count is an expected error', () => {
		const hostile = [
			'80',
			'84ffffffff',
			'8480000000',
			'88ffffffffffffffff',
			'0202ffff',
			'02047fffffff',
			'3080',
			'ff',
			'00',
		];
		const outcomes = fuzz(OPEN_FIXTURES, 1200, (pfx, random) => {
			Buffer.from(hostile[random(hostile.length)] ?? '', 'hex').copy(pfx, random(400));
			return pfx;
		});
		assert.ok(outcomes.size >= 3, [...outcomes.keys()].join());
	});

	it('cut off anywhere is said to be so', () => {
		for (const { pfx, password } of FIXTURES)
			for (let length = 0; length < pfx.length; length += 7)
				assert.equal(open(pfx.subarray(0, length), password), length < 4 ? 'PFX_UNREADABLE' : 'PFX_CUT_OFF');
	});

	it('nested half a million deep, or half a million elements long, is unreadable', () => {
		const elements = Buffer.alloc(1_000_000, Buffer.from('0500', 'hex'));
		for (const bytes of [Buffer.alloc(1_000_000, Buffer.from('3080', 'hex')), elements, Buffer.alloc(1_000_000, 0x24)])
			assert.equal(open(bytes, ''), 'PFX_UNREADABLE');
	});
});

describe('a hostile client certificate', () => {
	it('is an expected error, whether PEM, base64 or anything', () => {
		const random = makeRandom(7);
		const texts = [
			'-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n'.repeat(20_000),
			'-----BEGIN PRIVATE KEY-----'.repeat(20_000),
			`-----BEGIN ${'A'.repeat(100_000)}`,
			'-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----',
			THROW_AWAY.certificate.toString('base64').slice(0, -40),
		];
		for (const text of texts)
			assert.notEqual(
				outcomeOf(() => parseClientCertificate(text)),
				'read',
			);
		for (let round = 0; round < 300; round++) {
			const bytes = Buffer.from(Array.from({ length: random(300) }, () => random(256)));
			assert.notEqual(
				outcomeOf(() => parseClientCertificate(bytes)),
				'read',
			);
			assert.notEqual(
				outcomeOf(() => parseClientCertificate(bytes.toString('base64'))),
				'read',
			);
		}
	});
});

function flip(pfx: Buffer, offset: number, bit: number): Buffer {
	pfx[offset] = (pfx[offset] ?? 0) ^ (1 << bit);
	return pfx;
}
