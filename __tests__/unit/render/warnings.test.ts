// What a user is told to mind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SkippedObject } from '../../../src/keyvault/match-patterns.js';
import type { Identifier } from '../../../src/plan/identifier.js';
import type { Annotation } from '../../../src/ports.js';
import type { Rendered } from '../../../src/render/rendered.js';
import * as warnings from '../../../src/render/warnings.js';
import { makeItem, makeRendered } from '../../support/make-rendered.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const OPTIONS = { nowMs: NOW_MS, warningDays: 30 };
const DAY = 86_400;

function findWarnings(rendered: readonly Rendered[], options = OPTIONS, skipped: readonly SkippedObject[] = []) {
	return warnings.findWarnings({ rendered, skipped }, options);
}

function findExpiring(rendered: readonly Rendered[], options = OPTIONS, skipped: readonly SkippedObject[] = []) {
	return warnings.findExpiring({ rendered, skipped }, options);
}

function passed(
	name: string,
	expiresInDays: number,
	reason: SkippedObject['reason'] = 'expired',
	item: Identifier = makeItem(name),
): SkippedObject {
	return { item, life: { notBefore: undefined, expires: NOW_MS / 1000 + expiresInDays * DAY }, reason };
}

function withLife(name: string, expiresInDays: number | undefined, notBeforeInDays?: number) {
	const inDays = (days: number | undefined) => (days === undefined ? undefined : NOW_MS / 1000 + days * DAY);
	return makeRendered(name, 'hunter2', {
		life: { notBefore: inDays(notBeforeInDays), expires: inDays(expiresInDays) },
	});
}

describe('findWarnings', () => {
	it('says nothing of what lasts and is well masked', () => {
		assert.deepEqual(findWarnings([withLife('a', undefined), withLife('b', 31)], OPTIONS), []);
	});

	it('warns about what expires soon, has expired or is not valid yet', () => {
		const rendered = [withLife('a', 12), withLife('b', 1), withLife('c', 0.5), withLife('d', -1), withLife('e', 99, 2)];
		assert.deepEqual(findWarnings(rendered, OPTIONS), [
			{
				title: 'Expires soon: secret a',
				text: 'secret a expires in 12 days, on 2026-01-13T00:00:00Z. Renew it before then.',
			},
			{
				title: 'Expires soon: secret b',
				text: 'secret b expires in a day, on 2026-01-02T00:00:00Z. Renew it before then.',
			},
			{
				title: 'Expires soon: secret c',
				text: 'secret c expires in less than a day, on 2026-01-01T12:00:00Z. Renew it before then.',
			},
			{ title: 'Expired: secret d', text: 'secret d expired on 2025-12-31T00:00:00Z. Renew it.' },
			{ title: 'Not valid yet: secret e', text: 'secret e is valid from 2026-01-03T00:00:00Z.' },
		]);
	});

	it('gives no warnings of expiry with 0 days, but still those of weak masks', () => {
		const rendered = [withLife('a', -1), makeRendered('b', 'ab', { weakness: { kind: 'short' } })];
		assert.deepEqual(
			findWarnings(rendered, { ...OPTIONS, warningDays: 0 }, [passed('c', -1)]).map(({ title }) => title),
			['Short: secret b'],
		);
	});

	it('draws one warning for one item, however many outputs it has', () => {
		const one = withLife('a', 1);
		const titles = findWarnings([one, { ...one, outputs: [] }], OPTIONS).map(({ title }) => title);
		assert.deepEqual(titles, ['Expires soon: secret a']);
	});

	it('draws one warning for one object, in whatever case two lines name it', () => {
		const rendered = [withLife('a', 1), withLife('A', 1)];
		assert.equal(findWarnings(rendered, OPTIONS).length, 1);
	});

	it('warns of what has expired and was skipped, once, and of nothing else that was', () => {
		const skipped = [
			passed('a', -1),
			passed('A', -1),
			passed('b', -1, 'disabled'),
			passed('c', -1, 'managed'),
			passed('d', 1, 'disabled'),
			passed('e', 1, 'not valid yet'),
			passed('f', -1),
			passed('k', -1, 'expired', makeItem('k', 'keys')),
		];
		assert.deepEqual(
			findWarnings([withLife('f', -1)], OPTIONS, skipped).map(({ text }) => text),
			[
				'secret f expired on 2025-12-31T00:00:00Z. Renew it.',
				'secret a expired on 2025-12-31T00:00:00Z, so a pattern skipped it. Renew it.',
				'secret b expired on 2025-12-31T00:00:00Z, so a pattern skipped it. Renew it.',
				'key k expired on 2025-12-31T00:00:00Z, so a pattern skipped it. Renew it.',
			],
		);
		assert.equal(findWarnings([], OPTIONS, skipped)[0]?.title, 'Expired: secret a');
	});

	it('adds what rendering found, once, and loses no weakness of an object that two lines render', () => {
		const note: Annotation = { title: 'Not an RSA key: certificate exo', text: 'It has an EC key.' };
		const rendered = [
			makeRendered('pin', '123', { weakness: { kind: 'short' } }),
			makeRendered('pin', '123', { weakness: undefined, notes: [note] }),
			makeRendered('pin', '123', { weakness: { kind: 'short' }, notes: [note] }),
		];
		assert.deepEqual(
			findWarnings(rendered, OPTIONS).map(({ title }) => title),
			['Short: secret pin', note.title],
		);
	});

	it('holds no value', () => {
		const rendered = [
			makeRendered('pin', 'h2!', { weakness: { kind: 'short' } }),
			makeRendered('x', 'h2!', { weakness: { kind: 'none' } }),
			withLife('y', 1),
		];
		assert.doesNotMatch(JSON.stringify(findWarnings(rendered, OPTIONS)), /h2!|hunter2/);
	});
});

describe('findExpiring', () => {
	it('names what has expired or will within the warning days', () => {
		const rendered = [withLife('a', 12), withLife('b', -1), withLife('c', 31), withLife('d', undefined, 1)];
		assert.deepEqual(findExpiring(rendered, OPTIONS), ['a', 'b']);
	});

	it('names each once, whatever its case, version and collection', () => {
		const life = withLife('a', 1).life;
		const rendered = [
			makeRendered('exo', 'x', { life }),
			makeRendered('exo', 'x', { life, item: makeItem('exo', 'certificates') }),
			makeRendered('EXO', 'x', { life, item: makeItem('EXO', 'secrets', '0'.repeat(32)) }),
		];
		assert.equal(findExpiring(rendered, OPTIONS).length, 1);
	});

	it('names what has expired and was skipped, enabled or not, unless it backs a certificate', () => {
		const skipped = [
			passed('b', -1),
			passed('A', -1),
			passed('c', -1, 'disabled'),
			passed('d', -1, 'managed'),
			passed('e', 1, 'disabled'),
		];
		assert.deepEqual(findExpiring([withLife('a', 1)], OPTIONS, skipped), ['A', 'b', 'c']);
	});

	it('names no keys', () => {
		const { life } = withLife('k', 1);
		const rendered = [makeRendered('k', 'x', { life, item: makeItem('k', 'keys') })];
		assert.deepEqual(findExpiring(rendered, OPTIONS, [passed('l', -1, 'expired', makeItem('l', 'keys'))]), []);
		assert.deepEqual(
			findWarnings(rendered).map(({ title }) => title),
			['Expires soon: key k'],
		);
	});

	it('with 0 days names what has expired alone', () => {
		assert.deepEqual(findExpiring([withLife('a', 1), withLife('b', -1)], { ...OPTIONS, warningDays: 0 }), ['b']);
	});
});
