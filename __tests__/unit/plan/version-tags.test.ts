import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredVersion } from '../../../src/plan/rotation-decision.js';
import { checkRoomForTags, makeTags } from '../../../src/plan/version-tags.js';

function versionWith(tags: Readonly<Record<string, string>>): StoredVersion {
	return { version: 'v'.repeat(32), expires: undefined, contentType: '', tags, hint: '' };
}

const OWN = { CredentialId: 'a', PreviousCredentialId: 'b', ValidityPeriodDays: '1' };

describe('makeTags', () => {
	it('says which password the version holds, which one was before, and how long it lives', () => {
		assert.deepEqual(makeTags(undefined, { keyId: 'new', previousId: undefined, validDays: 90 }), {
			CredentialId: 'new',
			ValidityPeriodDays: '90',
		});
		assert.deepEqual(makeTags(versionWith(OWN), { keyId: 'new', previousId: 'a', validDays: 30 }), {
			CredentialId: 'new',
			PreviousCredentialId: 'a',
			ValidityPeriodDays: '30',
		});
	});

	it('hands on the tags of the version before, but names no previous one if there is none', () => {
		const before = versionWith({ owner: 'team-a', PreviousCredentialId: 'stale' });
		assert.deepEqual(makeTags(before, { keyId: 'new', previousId: undefined, validDays: 90 }), {
			owner: 'team-a',
			CredentialId: 'new',
			ValidityPeriodDays: '90',
		});
	});
});

describe('checkRoomForTags', () => {
	const others = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, '']));

	it('wants room for three beside those of others', () => {
		checkRoomForTags(undefined);
		checkRoomForTags(versionWith({ ...others(12), ...OWN }));
		assert.throws(() => checkRoomForTags(versionWith(others(13))), {
			code: 'ROTATE_TOO_MANY_TAGS',
			title: 'Too many tags',
			message:
				'secret: the secret has 13 tags of its own in the vault. A version holds 15, and CredentialId, PreviousCredentialId, ValidityPeriodDays are added. Remove tags of its current version.',
		});
	});
});
