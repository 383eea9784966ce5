// Whether a certificate is rotated, what an earlier run has left, and the tags that say so.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CertificateFacts, decideCertificate } from '../../../src/plan/certificate-decision.js';
import {
	checkRoomForCredentials,
	isHeld,
	journalOf,
	namesJournal,
	nextCredentials,
	nextTags,
	withJournal,
} from '../../../src/plan/certificate-tags.js';
import { refusal } from '../../support/refusal.js';

const NOW = Date.UTC(2026, 10, 30) / 1000;
const DAY = 24 * 60 * 60;
const [NEW, CURRENT, PREVIOUS] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`) as [
	string,
	string,
	string,
];

function facts(
	change: Partial<CertificateFacts> = {},
	expires: number | undefined = NOW + 100 * DAY,
): CertificateFacts {
	return {
		current: { version: 'v1', expires, tags: {} },
		pendingIssuer: undefined,
		policyUpdated: NOW - 60 * DAY,
		nowSeconds: NOW,
		options: { renewBeforeDays: 30, force: false },
		...change,
	};
}

describe('decideCertificate', () => {
	it('renews what ends within so many days, or what is forced', () => {
		assert.equal(decideCertificate(facts()).due, undefined);
		assert.equal(decideCertificate(facts({}, NOW + 30 * DAY)).due, 'expiring');
		assert.equal(decideCertificate(facts({}, NOW + 30 * DAY + 1)).due, undefined);
		assert.equal(decideCertificate(facts({ options: { renewBeforeDays: 30, force: true } })).due, 'forced');
		const endless = { current: { version: 'v1', expires: undefined, tags: {} } };
		assert.equal(decideCertificate(facts(endless)).due, undefined);
	});

	it('is not due only because its tags name no key ID', () => {
		assert.deepEqual(decideCertificate(facts()), { pending: { kind: 'nothing' }, journal: undefined, due: undefined });
	});

	it('tells a run that is at work from one that was interrupted by the age of the policy', () => {
		const pendingAt = (policyUpdated: number) =>
			decideCertificate(facts({ pendingIssuer: 'Unknown', policyUpdated })).pending;
		assert.deepEqual(pendingAt(NOW - 899), { kind: 'at-work', freeFrom: NOW + 1 });
		assert.deepEqual(pendingAt(NOW + 60), { kind: 'at-work', freeFrom: NOW + 960 });
		assert.deepEqual(pendingAt(NOW - 900), { kind: 'leftover' });
	});

	it('keeps away from what another issuer is at work on', () => {
		const { pending } = decideCertificate(facts({ pendingIssuer: 'DigiCert', policyUpdated: 0 }));
		assert.deepEqual(pending, { kind: 'authority', issuer: 'DigiCert' });
	});

	it('sees what is noted, in whatever case', () => {
		const current = {
			version: 'v1',
			expires: NOW + 100 * DAY,
			tags: { pendingcredentialid: ` ${NEW.toUpperCase()} ` },
		};
		assert.equal(decideCertificate(facts({ current })).journal, NEW);
	});

	it('wants room for three tags, if it is due', () => {
		const tags = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`own-${index}`, 'x']));
		const current = { version: 'v1', expires: NOW + DAY, tags };
		assert.throws(() => decideCertificate(facts({ current })), refusal('ROTATE_TOO_MANY_TAGS', /13 tags of its own/));
		assert.equal(decideCertificate(facts({ current: { ...current, expires: NOW + 90 * DAY } })).due, undefined);
	});
});

describe('the tags of a rotation', () => {
	const before = { tags: { owner: 'team-a', CredentialId: CURRENT, previouscredentialid: PREVIOUS } };

	it('hand on those of the owner, and name the new key credential, the one before, and what is outdated', () => {
		const credentials = nextCredentials(before, NEW);
		assert.deepEqual(credentials, { keyId: NEW, previousId: CURRENT, outdatedId: PREVIOUS });
		assert.deepEqual(nextTags(before, credentials), {
			owner: 'team-a',
			CredentialId: NEW,
			PreviousCredentialId: CURRENT,
			PendingCredentialId: PREVIOUS,
		});
	});

	it('name the version itself, if nothing is outdated', () => {
		const credentials = nextCredentials({ tags: {} }, NEW);
		assert.deepEqual(credentials, { keyId: NEW, previousId: undefined, outdatedId: undefined });
		assert.deepEqual(nextTags({ tags: {} }, credentials), { CredentialId: NEW, PendingCredentialId: NEW });
	});

	it('name nothing as outdated that is still needed', () => {
		const odd = { tags: { CredentialId: CURRENT, PreviousCredentialId: CURRENT } };
		assert.equal(nextCredentials(odd, NEW).outdatedId, undefined);
		assert.equal(nextCredentials(before, PREVIOUS).outdatedId, undefined);
	});

	it('get a note and lose it, in whatever case, and the others stay', () => {
		const noted = withJournal(before, NEW);
		assert.deepEqual(noted, { ...before.tags, PendingCredentialId: NEW });
		assert.equal(journalOf({ tags: noted }), NEW);
		assert.deepEqual(withJournal({ tags: { ...before.tags, PENDINGCREDENTIALID: NEW } }, undefined), before.tags);
		assert.ok(namesJournal(['owner', 'pendingCredentialId']) && !namesJournal(['owner']));
	});

	it('say what a version holds', () => {
		assert.ok(isHeld(before, CURRENT) && isHeld(before, PREVIOUS) && !isHeld(before, NEW));
	});

	it('fit beside twelve of the owner', () => {
		const own = Array.from({ length: 12 }, (_, index) => [`own-${index}`, 'x']);
		const { owner: _owner, ...ours } = before.tags;
		checkRoomForCredentials({ tags: { ...Object.fromEntries(own), ...ours, PendingCredentialId: NEW } });
	});
});
