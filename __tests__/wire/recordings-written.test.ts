// The emulated vault answers what real vaults answered to whoever changed them.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Json, readRecording, recordingsFolder } from './recordings.js';
import { ReplayedVault } from './replayed-vault.js';

const FILES = recordingsFolder === undefined ? [] : readdirSync(join(recordingsFolder, 'write'));

/** Instants in seconds since 1970. */
const INSTANTS = ['created', 'updated', 'nbf', 'exp', 'deletedDate'];

/** How far a real vault's instants may be from the emulated one's: it takes its time. */
const TOLERANCE_SECONDS = 4;

/** Instants of the recorded answer in place of the emulated one's if they are near. */
function withNearInstants(replayed: Json, recorded: Json): Json {
	if (Array.isArray(replayed)) return replayed.map((item, index) => withNearInstants(item, recorded?.[index]));
	if (typeof replayed !== 'object' || replayed === null) return replayed;
	const members = Object.entries(replayed).map(([name, value]) => {
		const other = recorded?.[name];
		const isNear = INSTANTS.includes(name) && Math.abs(Number(value) - other) <= TOLERANCE_SECONDS;
		return [name, isNear ? other : withNearInstants(value, other)];
	});
	return Object.fromEntries(members);
}

describe('recorded changes', { skip: recordingsFolder === undefined && 'KEY_VAULT_RECORDINGS is not set' }, () => {
	for (const file of FILES) {
		it(`${file}: the same requests are answered alike`, () => {
			const exchanges = readRecording(`write/${file}`);
			const vault = new ReplayedVault(exchanges);
			for (const exchange of exchanges) {
				const { recorded, replayed } = vault.replay(exchange);
				const { method, url } = exchange.request;
				assert.deepEqual(withNearInstants(replayed, recorded), recorded, `${method} ${url}`);
			}
		});
	}

	it('are all replayed', () => assert.equal(FILES.length, 23));
});
