// Which password stays where the vault's version does not say which one it holds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredVersion } from '../../../src/plan/rotation-decision.js';
import { CURRENT, DAY, decide, OLDER, OTHER, PREVIOUS, password, storedVersion } from './rotation-facts.js';

describe('a version that does not say which password it holds', () => {
	const newest = { ...password(OLDER, 20 * DAY), hint: 'new' };
	const oldest = { ...password(PREVIOUS, 90 * DAY), hint: 'old' };
	const passwords = [newest, oldest, password(OTHER, DAY, 'of a person')];
	const SILENT: readonly (readonly [string, StoredVersion | undefined])[] = [
		['its tags got lost', storedVersion({ tags: {} })],
		['its tag is no key ID', storedVersion({ tags: { CredentialId: 'see the wiki' } })],
		['its password is of another application', storedVersion({ tags: { CredentialId: CURRENT } })],
		['there is no version', undefined],
	];
	for (const [name, stored] of SILENT) {
		it(`(${name}) leaves the newest password as the previous one`, () => {
			const decision = decide({ stored, passwords, options: { force: true } });
			assert.deepEqual(decision.kind === 'rotate' && [decision.previous, decision.outdated], [
				{ keyId: OLDER, by: 'age', stay: [OLDER] },
				[oldest],
			]);
		});
	}

	// Promise: R13
	it('leaves the only password that begins as its value does, though others are newer', () => {
		const decision = decide({ stored: storedVersion({ tags: {}, hint: 'old' }), passwords });
		assert.deepEqual(decision.kind === 'rotate' && [decision.previous, decision.outdated], [
			{ keyId: PREVIOUS, by: 'hint', stay: [PREVIOUS] },
			[newest],
		]);
	});

	it('leaves the newest if several begin as its value does, or Graph does not say how they begin', () => {
		for (const hint of ['old', undefined]) {
			const alike = passwords.map((one) => ({ ...one, hint }));
			const decision = decide({ stored: storedVersion({ tags: {}, hint: 'old' }), passwords: alike });
			assert.deepEqual(decision.kind === 'rotate' && decision.previous.stay, [OLDER]);
		}
	});

	it('leaves all that are as new as the newest, and all if nobody knows their age', () => {
		for (const age of [20 * DAY, undefined]) {
			const twins = [password(OLDER, age), password(PREVIOUS, age)];
			const decision = decide({ stored: undefined, passwords: twins });
			assert.deepEqual(decision.kind === 'rotate' && [decision.previous.stay, decision.outdated], [
				[OLDER, PREVIOUS],
				[],
			]);
		}
	});

	it('leaves the newest too if nothing is due', () => {
		const stored = storedVersion({ tags: { CredentialId: CURRENT } });
		assert.deepEqual(decide({ stored, passwords }), { kind: 'keep', atWorkId: undefined, outdated: [oldest] });
	});

	it('has nothing to leave if a person made its password', () => {
		const decision = decide({ stored: storedVersion({ tags: {} }), passwords: [password(OTHER, DAY, 'portal')] });
		assert.deepEqual(decision.kind === 'rotate' && decision.previous, { keyId: undefined, by: 'age', stay: [] });
	});

	it('is not one whose tag names a password of a person: that one is the previous', () => {
		const decision = decide({
			stored: storedVersion({ tags: { CredentialId: OTHER } }),
			passwords,
			options: { force: true },
		});
		assert.deepEqual(decision.kind === 'rotate' && decision.previous, { keyId: OTHER, by: 'tag', stay: [OTHER] });
	});
});
