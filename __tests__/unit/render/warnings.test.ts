// What a user is told to mind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findExpiring, findWarnings } from '../../../src/render/warnings.js';
import { makeItem, makeRendered } from './make-rendered.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const QUESTION = { nowMs: NOW_MS, warningDays: 30 };
const DAY = 86_400;

function withLife(name: string, expiresInDays: number | undefined, notBeforeInDays?: number) {
	const inDays = (days: number | undefined) => (days === undefined ? undefined : NOW_MS / 1000 + days * DAY);
	return makeRendered(name, 'hunter2', {
		life: { notBefore: inDays(notBeforeInDays), expires: inDays(expiresInDays) },
	});
}

describe('findWarnings', () => {
	it('says nothing of what lasts and is well masked', () => {
		assert.deepEqual(findWarnings([withLife('a', undefined), withLife('b', 31)], QUESTION), []);
	});

	it('warns about what expires soon, has expired or is not valid yet', () => {
		const rendered = [withLife('a', 12), withLife('b', 1), withLife('c', 0.5), withLife('d', -1), withLife('e', 99, 2)];
		assert.deepEqual(findWarnings(rendered, QUESTION), [
			{
				title: 'Expires soon: secret a',
				text: 'secret a expires in 12 days, on 2026-01-13T00:00:00Z. Renew it before.',
			},
			{ title: 'Expires soon: secret b', text: 'secret b expires in a day, on 2026-01-02T00:00:00Z. Renew it before.' },
			{
				title: 'Expires soon: secret c',
				text: 'secret c expires in less than a day, on 2026-01-01T12:00:00Z. Renew it before.',
			},
			{ title: 'Expired: secret d', text: 'secret d expired on 2025-12-31T00:00:00Z. Renew it.' },
			{ title: 'Not valid yet: secret e', text: 'secret e is valid from 2026-01-03T00:00:00Z.' },
		]);
	});

	it('gives no warnings of expiry with 0 days, but still those of weak masks', () => {
		const rendered = [withLife('a', -1), makeRendered('b', 'ab', { weakness: 'short' })];
		assert.deepEqual(
			findWarnings(rendered, { ...QUESTION, warningDays: 0 }).map(({ title }) => title),
			['Short: secret b'],
		);
	});

	it('draws one warning for one item, however many outputs it has', () => {
		const one = withLife('a', 1);
		const titles = findWarnings([one, { ...one, outputs: [] }], QUESTION).map(({ title }) => title);
		assert.deepEqual(titles, ['Expires soon: secret a']);
	});

	it('draws one warning for one object, in whatever case two lines name it', () => {
		const rendered = [withLife('a', 1), withLife('A', 1)];
		assert.equal(findWarnings(rendered, QUESTION).length, 1);
	});

	it('says of a short secret that its mask damages the log, and of one without masks not to print it', () => {
		const rendered = [
			makeRendered('pin', '123', { weakness: 'short' }),
			makeRendered('braces', '{\n}', { weakness: 'none' }),
		];
		const [short, none, ...others] = findWarnings(rendered, QUESTION);
		assert.equal(short?.title, 'Short: secret pin');
		assert.match(short?.text ?? '', /fewer than 4 characters.*every other place of the log/);
		assert.equal(none?.title, 'Not masked: secret braces');
		assert.match(none?.text ?? '', /no line that can be masked.*Do not print it/);
		assert.deepEqual(others, []);
	});

	it('does not pass over a weakness that it does not know', () => {
		const rendered = [makeRendered('a', 'x', { weakness: 'unheard of' as never })];
		assert.throws(
			() => findWarnings(rendered, QUESTION),
			(error) => error === 'unheard of',
		);
	});

	it('holds no value', () => {
		const rendered = [
			makeRendered('pin', 'h2!', { weakness: 'short' }),
			makeRendered('x', 'h2!', { weakness: 'none' }),
			withLife('y', 1),
		];
		assert.doesNotMatch(JSON.stringify(findWarnings(rendered, QUESTION)), /h2!|hunter2/);
	});
});

describe('findExpiring', () => {
	it('names what has expired or will within the warning days', () => {
		const rendered = [withLife('a', 12), withLife('b', -1), withLife('c', 31), withLife('d', undefined, 1)];
		assert.deepEqual(findExpiring(rendered, QUESTION), ['a', 'b']);
	});

	it('names each once, whatever its case, version and collection', () => {
		const life = withLife('a', 1).life;
		const rendered = [
			makeRendered('exo', 'x', { life }),
			makeRendered('exo', 'x', { life, item: makeItem('exo', 'certificates') }),
			makeRendered('EXO', 'x', { life, item: makeItem('EXO', 'secrets', '0'.repeat(32)) }),
		];
		assert.equal(findExpiring(rendered, QUESTION).length, 1);
	});

	it('with 0 days names what has expired alone', () => {
		assert.deepEqual(findExpiring([withLife('a', 1), withLife('b', -1)], { ...QUESTION, warningDays: 0 }), ['b']);
	});
});
