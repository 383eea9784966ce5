import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { credentialIdOf } from '../../../src/plan/rotation-decision.js';
import { CURRENT, DAY, decide, NOW, OLDER, OTHER, PREVIOUS, password, storedVersion } from './rotation-facts.js';

const MINUTE = 60;

function reasonOf(facts: Parameters<typeof decide>[0]): string {
	const decision = decide(facts);
	return decision.kind === 'rotate' ? decision.reason : decision.kind;
}

describe('when a client secret is due', () => {
	const cases: readonly (readonly [string, Parameters<typeof decide>[0], string])[] = [
		['it lives long enough', {}, 'keep'],
		[
			'it lives for a second more than renew-before-days',
			{ stored: storedVersion({ expires: NOW + 30 * DAY + 1 }) },
			'keep',
		],
		['it expires within renew-before-days', { stored: storedVersion({ expires: NOW + 30 * DAY }) }, 'expiring'],
		['it expires now', { stored: storedVersion({ expires: NOW }) }, 'expired'],
		['it has expired', { stored: storedVersion({ expires: NOW - DAY }), options: { renewBeforeDays: 0 } }, 'expired'],
		[
			'renew-before-days is 0, and it lives for a second',
			{ stored: storedVersion({ expires: NOW + 1 }), options: { renewBeforeDays: 0 } },
			'keep',
		],
		['it has no expiry', { stored: storedVersion({ expires: undefined }) }, 'no-expiry'],
		['it names no password', { stored: storedVersion({ tags: {} }) }, 'no-credential-id'],
		['it names what is no key ID', { stored: storedVersion({ tags: { CredentialId: 'x' } }) }, 'no-credential-id'],
		['there is none', { stored: undefined, passwords: [] }, 'missing'],
		['it is forced', { options: { force: true } }, 'forced'],
		['it is forced and due', { stored: storedVersion({ expires: NOW }), options: { force: true } }, 'expired'],
	];
	for (const [name, facts, expected] of cases) {
		it(`${name}: ${expected}`, () => assert.equal(reasonOf(facts), expected));
	}
});

describe('passwords of this action', () => {
	const own = [password(CURRENT, 30 * DAY), password(PREVIOUS, 90 * DAY)];

	it('that were made before the previous one go with a renewal; the current one becomes the previous', () => {
		const decision = decide({ options: { force: true } });
		assert.deepEqual(decision, {
			kind: 'rotate',
			reason: 'forced',
			previous: { keyId: CURRENT, by: 'tag', stay: [CURRENT] },
			outdated: [own[1]],
		});
	});

	it('that were left behind go, with a renewal or without', () => {
		const leftover = password(OLDER, 15 * MINUTE);
		const passwords = [leftover, ...own];
		assert.deepEqual(decide({ passwords }), { kind: 'keep', atWorkId: undefined, outdated: [leftover] });
		const renewal = decide({ passwords, options: { force: true } });
		assert.deepEqual(renewal.kind === 'rotate' && renewal.outdated, [leftover, own[1]]);
	});

	it('that are young and unknown to the vault are of another run: nothing is renewed, and they stay', () => {
		const young = password(OLDER, 15 * MINUTE - 1);
		const passwords = [young, ...own];
		assert.deepEqual(decide({ passwords, options: { force: true } }), {
			kind: 'busy',
			keyId: OLDER,
			freeFrom: NOW + 1,
		});
		assert.deepEqual(decide({ passwords }), { kind: 'keep', atWorkId: OLDER, outdated: [] });
		assert.equal(decide({ passwords: [young], stored: undefined }).kind, 'busy');
	});

	it('that were left behind stay while another run is in progress: nothing is changed', () => {
		const passwords = [password(OLDER, DAY), password(OTHER, MINUTE), ...own];
		assert.deepEqual(decide({ passwords }), { kind: 'keep', atWorkId: OTHER, outdated: [] });
		assert.equal(decide({ passwords, options: { force: true } }).kind, 'busy');
	});

	it('that begin in the future, by a clock that is ahead, are young', () => {
		assert.equal(decide({ passwords: [password(OLDER, -MINUTE)], options: { force: true } }).kind, 'busy');
	});

	it('that say of no beginning are not young', () => {
		const passwords = [password(OLDER, undefined), ...own];
		assert.equal(decide({ passwords, options: { force: true } }).kind, 'rotate');
	});

	it('that the vault names in either tag, in whatever case, are known however young', () => {
		const tags = { CredentialId: CURRENT.toUpperCase(), PreviousCredentialId: ` ${PREVIOUS.toUpperCase()} ` };
		const passwords = [password(CURRENT, MINUTE), password(PREVIOUS, 2 * MINUTE)];
		assert.equal(decide({ passwords, stored: storedVersion({ tags }), options: { force: true } }).kind, 'rotate');
	});
});

describe('passwords of others', () => {
	it('stay, though they are old, young, unnamed, or named in a tag', () => {
		const passwords = [
			password(OTHER, MINUTE, 'portal'),
			{ ...password(OLDER, 900 * DAY), displayName: undefined },
			password(PREVIOUS, DAY, 'mine'),
		];
		assert.deepEqual(decide({ passwords, options: { force: true } }), {
			kind: 'rotate',
			reason: 'forced',
			previous: { keyId: undefined, by: 'age', stay: [] },
			outdated: [],
		});
		assert.deepEqual(decide({ passwords }), { kind: 'keep', atWorkId: undefined, outdated: [] });
	});
});

describe('credentialIdOf', () => {
	it('finds a tag in whatever case, its own spelling first, and skips what is no key ID', () => {
		const of = (tags: Readonly<Record<string, string>>) => credentialIdOf(storedVersion({ tags }), 'CredentialId');
		assert.equal(of({ credentialid: CURRENT }), CURRENT);
		assert.equal(of({ CREDENTIALID: ` ${CURRENT.toUpperCase()} ` }), CURRENT);
		assert.equal(of({ credentialid: PREVIOUS, CredentialId: CURRENT }), CURRENT);
		assert.equal(of({ CredentialId: CURRENT, credentialid: PREVIOUS }), CURRENT);
		assert.equal(of({ CredentialId: '', credentialid: PREVIOUS }), PREVIOUS);
		assert.equal(of({ CredentialIds: CURRENT }), undefined);
	});

	it('reads no tag of what is not there', () => {
		assert.equal(credentialIdOf(undefined, 'CredentialId'), undefined);
		assert.equal(credentialIdOf(storedVersion(), 'CredentialId'), CURRENT);
	});
});
