// From any lists to rows: sorted, complete, nothing twice, and JSON that reads back the same.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ExpiryRow } from '../../../src/expiry/expiry-row.js';
import { KnownCredentials } from '../../../src/expiry/known-credentials.js';
import { makeRows } from '../../../src/expiry/make-rows.js';
import { formatEntries } from '../../../src/expiry/report-and-export.js';
import { listing, NOW_MS } from './any-listing.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const days = fc.option(fc.nat({ max: 100 }), { nil: undefined });
const options = fc.record({ nowMs: fc.constant(NOW_MS), warningDays: fc.nat({ max: 100 }), failureDays: days });

const endOf = ({ endMs }: ExpiryRow): number => endMs ?? Number.POSITIVE_INFINITY;

describe('the rows of any lists', () => {
	it('are all of them, each once', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const { rows } = makeRows(listed, asked);
				assert.equal(rows.length, listed.items.length + listed.credentials.length);
				assert.equal(new Set(rows).size, rows.length);
				const shown = rows.map(({ entry }) => `${entry.source} ${entry.name} ${entry.keyId} ${entry.kind}`).sort();
				const kinds = { secrets: 'secret', certificates: 'certificate', keys: 'key' };
				const expected = [
					...listed.items.map(({ name, collection }) => `vault ${name}  ${kinds[collection]}`),
					...listed.credentials.map(({ name, keyId, kind }) => `application ${name} ${keyId} ${kind}`),
				];
				assert.deepEqual(shown, expected.sort());
			}),
		);
	});

	it('are sorted: enabled before disabled, and each part by its end', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const { rows } = makeRows(listed, asked);
				for (const [index, row] of rows.slice(1).entries()) {
					const before = rows[index] ?? assert.fail();
					assert.ok(before.entry.enabled || !row.entry.enabled);
					if (before.entry.enabled === row.entry.enabled) assert.ok(endOf(before) <= endOf(row));
				}
			}),
		);
	});

	it('are in the same order whatever order the lists came in', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const reversed = {
					...listed,
					items: [...listed.items].reverse(),
					credentials: [...listed.credentials].reverse(),
				};
				const keysOf = (one: typeof listed) =>
					makeRows(one, asked).rows.map(({ entry: { note: _note, appId: _appId, ...rest } }) => JSON.stringify(rest));
				assert.deepEqual(keysOf(reversed), keysOf(listed));
			}),
		);
	});

	it('are shown both if nothing tells them apart', () => {
		const one = {
			vaultUrl: 'https://contoso.vault.azure.net',
			collection: 'keys' as const,
			name: 'a',
			enabled: true,
			endMs: NOW_MS,
			credentialId: '',
			previousCredentialId: '',
			thumbprint: '',
		};
		const listed = {
			items: [one, { ...one }],
			credentials: [],
			index: new KnownCredentials([]),
			uses: new Map(),
			scope: { hasTenant: true, hasVaults: true },
		};
		const { rows } = makeRows(listed, { nowMs: NOW_MS, warningDays: 1, failureDays: 0 });
		assert.deepEqual(
			rows.map(({ entry }) => entry.name),
			['a', 'a'],
		);
	});

	it('are judged by their instants: no row is expired and expiring, nor near and disabled', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				for (const { entry, endMs, severity } of makeRows(listed, asked).rows) {
					const left = endMs === undefined ? undefined : endMs - NOW_MS;
					const isNear = left !== undefined && left > 0 && asked.warningDays > 0 && left <= asked.warningDays * DAY_MS;
					const judged = left === undefined ? 'never' : left <= 0 ? 'expired' : isNear ? 'expiring' : 'later';
					assert.equal(severity, entry.enabled ? judged : 'disabled');
					assert.equal(entry.days, left === undefined ? null : Math.floor(left / DAY_MS));
					assert.equal(entry.expiresOn === '' ? undefined : Date.parse(entry.expiresOn), endMs);
				}
			}),
		);
	});

	it('fail the step if they end within the days for that and are enabled, unless an application has another valid one', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const { rows, failing } = makeRows(listed, asked);
				if (asked.failureDays === undefined) return assert.deepEqual(failing, []);
				const limitMs = NOW_MS + asked.failureDays * DAY_MS;
				const expected = rows.filter(({ entry, endMs }) => {
					if (endMs === undefined || endMs > limitMs || !entry.enabled) return false;
					return !entry.note.startsWith('It has expired, but the application has another');
				});
				assert.deepEqual(failing, expected);
			}),
		);
	});

	it('read back from the report as they are, in whatever parts it is written', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const { rows } = makeRows(listed, asked);
				const entries = rows.map(({ entry }) => entry);
				assert.deepEqual(JSON.parse([...formatEntries(rows)].join('')), entries);
			}),
		);
		const many = Array.from({ length: 1_201 }, (_, index) => ({ entry: { name: `${index}` } }) as ExpiryRow);
		const parts = [...formatEntries(many)];
		assert.equal(parts.length, 5);
		assert.deepEqual(
			JSON.parse(parts.join('')).map(({ name }: { name: string }) => Number(name)),
			[...many.keys()],
		);
	});

	it('have notes without a name that somebody else chose', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				for (const { entry } of makeRows(listed, asked).rows) assert.match(entry.note, /^[A-Za-z0-9 .,:()-]*$/);
			}),
		);
	});
});

describe('a note', () => {
	it('calls something missing only if the other side was listed to its end', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const notes = makeRows(listed, asked).rows.map(({ entry }) => entry.note);
				if (!listed.scope.hasVaults) assert.ok(notes.every((note) => !note.includes('No listed vault')));
				if (!listed.scope.hasTenant) assert.ok(notes.every((note) => !note.includes('does not know')));
			}),
		);
	});

	it('says on both sides that ends differ, if they do by more than an hour', () => {
		fc.assert(
			fc.property(listing, options, (listed, asked) => {
				const { rows } = makeRows(listed, asked);
				for (const [{ name, collection, vaultUrl, endMs }, { current }] of listed.uses) {
					if (current === undefined) continue;
					const row = rows.find(
						({ owner }) =>
							owner.kind === 'vault' &&
							owner.objectName === name &&
							owner.collection === collection &&
							owner.host === new URL(vaultUrl).host,
					);
					const isSame = listed.items.filter((one) => one.name === name && one.collection === collection).length > 1;
					if (isSame) continue;
					const far = Math.abs((endMs ?? 9e15) - (current.endMs ?? 9e15)) > 3_600_000;
					assert.equal(row?.entry.note.includes('The expiry dates differ') ?? false, far);
				}
			}),
		);
	});
});
