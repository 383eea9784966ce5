import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AppPassword, StoredVersion } from '../../../src/plan/rotation-decision.js';
import { findMissingPassword, findPasswordWarnings, namedIds } from '../../../src/rotate/rotation-text.js';

const NOW = Date.UTC(2026, 0, 1) / 1000;
const DAY = 86_400;
const ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';

function password(days: number | undefined, displayName: string | undefined = 'portal', keyId = ID): AppPassword {
	return {
		keyId,
		displayName,
		starts: NOW - DAY,
		expires: days === undefined ? undefined : NOW + days * DAY,
		hint: undefined,
	};
}

function warn(passwords: readonly AppPassword[], settled: readonly string[] = []) {
	return findPasswordWarnings({ appId: 'app-1', passwords, settled, nowMs: NOW * 1000, warningDays: 30 });
}

const STORED: StoredVersion = {
	version: 'v',
	expires: undefined,
	contentType: '',
	tags: { CredentialId: ID.toUpperCase() },
	hint: '',
};

describe('findPasswordWarnings', () => {
	it('names what expires within the days, with its end', () => {
		const [warning, ...others] = warn([
			password(30),
			password(31, 'later'),
			password(undefined, 'never'),
			password(-1, 'over'),
		]);
		assert.deepEqual(others, []);
		assert.equal(warning?.title, 'Expires soon: a password of the application');
		assert.match(
			warning?.text ?? '',
			/^Application app-1 has .* within 30 days .* does not hold: "portal" \(key ID f0b0b335-[^)]+\) on 2026-01-31T00:00:00Z\. Renew them/,
		);
	});

	it('says nothing of those that the vault names or that went', () => {
		assert.deepEqual(warn([password(1)], [ID]), []);
		assert.deepEqual(warn([]), []);
	});

	it('shows nothing of a name that could do harm, and not all of a long one', () => {
		const text = (name: string | undefined) => warn([{ ...password(1), displayName: name }])[0]?.text ?? '';
		assert.match(text('a\r\n::error::x%0A<b>`\u202e"'), /hold: "a\?::error::x\?0A\?b\?" \(key/);
		assert.match(text(undefined), /hold: \(key ID/);
		assert.match(text('x'.repeat(61)), /hold: "x{60}" /);
	});

	it('lists so many and counts the rest', () => {
		const [warning] = warn(Array.from({ length: 22 }, () => password(1)));
		assert.equal(warning?.title, 'Expires soon: 22 passwords of the application');
		assert.equal(warning?.text.match(/key ID/g)?.length, 20);
		assert.match(warning?.text ?? '', / and 2 more\. Renew them/);
		assert.doesNotMatch(warn(Array.from({ length: 20 }, () => password(1)))[0]?.text ?? '', /more/);
	});
});

describe('findMissingPassword', () => {
	it('warns if the application does not have what the vault names', () => {
		const [warning] = findMissingPassword(STORED, { appId: 'app-1', passwords: [] });
		assert.match(
			warning?.text ?? '',
			new RegExp(`the password ${ID}, which application app-1 does not have.*force: true`),
		);
	});

	it('says nothing if it has it, or if the vault names none', () => {
		assert.deepEqual(findMissingPassword(STORED, { appId: 'app-1', passwords: [password(1)] }), []);
		assert.deepEqual(findMissingPassword({ ...STORED, tags: {} }, { appId: 'app-1', passwords: [] }), []);
	});
});

describe('namedIds', () => {
	it('are those of both tags', () => {
		assert.deepEqual(namedIds(undefined), []);
		assert.deepEqual(namedIds(STORED), [ID]);
		assert.deepEqual(namedIds({ ...STORED, tags: { PreviousCredentialId: ID } }), [ID]);
	});
});
