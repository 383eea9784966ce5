// Reading what patterns choose: what matches, what is skipped, and which names clash.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../../support/make-ports.js';
import { byTarget, failures, listed, page, placesOf, run, secret, vault } from '../../support/run-fetch-items.js';

const NOW_SECONDS = Date.UTC(2026, 0, 1) / 1000;

describe('fetchItems and patterns', () => {
	it('reads what matches, under its own name or the new one, in the order of the lines', async () => {
		const names = ['team-db', 'Team-API', '1st-key', 'other'].map((name) => listed(name));
		const { result } = await run({ secrets: 'X_* = team-*\nother\n1*' }, vault({ '/secrets': names }));
		assert.deepEqual(placesOf(result), [
			['X_db', 'team-db'],
			['X_API', 'Team-API'],
			['other', 'other'],
			['_1st-key', '1st-key'],
		]);
		assert.deepEqual(failures(result), []);
	});

	it('lists each collection of each vault once, however many patterns there are', async () => {
		const other = 'https://fabrikam.vault.azure.net';
		const lines = { secrets: `a-*\nB_* = b-*\n${other}/secrets/c-*`, certificates: 'd-* | public', keys: 'e-*\nf-*' };
		const { urls } = await run(lines, () => page([]));
		assert.deepEqual(
			urls.map((url) => url.replace('?api-version=7.4&maxresults=25', '')),
			['https://contoso.vault.azure.net/secrets', `${other}/secrets`].concat(
				['certificates', 'keys'].map((collection) => `https://contoso.vault.azure.net/${collection}`),
			),
		);
	});

	it('skips what cannot be used or backs a certificate, from the very instant on, and says why', async () => {
		const { result, targets } = await run(
			{ secrets: '*' },
			vault({
				'/secrets': [
					listed('good', { exp: NOW_SECONDS + 1, nbf: NOW_SECONDS }),
					listed('managed', { managed: true, enabled: false }),
					listed('off', { enabled: false, exp: 1 }),
					listed('expired', { exp: NOW_SECONDS }),
					listed('early', { nbf: NOW_SECONDS + 1 }),
				],
			}),
		);
		assert.deepEqual(targets, ['/secrets', '/secrets/good']);
		const [pattern] = result.patterns;
		assert.equal(pattern?.count, 1);
		assert.deepEqual(
			pattern?.skipped.map(({ item, reason }) => [item.name, reason]),
			[
				['managed', 'managed'],
				['off', 'disabled'],
				['expired', 'expired'],
				['early', 'not valid yet'],
			],
		);
		assert.deepEqual(pattern?.skipped[2]?.life, { notBefore: undefined, expires: NOW_SECONDS });
	});

	it('skips the same of certificates and keys, with keys that back certificates', async () => {
		const { result, targets } = await run(
			{ certificates: '* | public', keys: '*' },
			vault({
				'/certificates': [listed('c', {}, 'certificates'), listed('c-old', { exp: 1 }, 'certificates')],
				'/keys': [
					listed('k', {}, 'keys'),
					listed('c', { managed: true }, 'keys'),
					listed('k-off', { enabled: false }, 'keys'),
				],
			}),
		);
		assert.deepEqual([...targets].sort(), ['/certificates', '/certificates/c', '/keys', '/keys/k']);
		assert.deepEqual(
			result.patterns.map(({ skipped }) =>
				skipped.map(({ item, reason }) => `${item.collection} ${item.name} ${reason}`),
			),
			[['certificates c-old expired'], ['keys c managed', 'keys k-off disabled']],
		);
	});

	it('with attributes skips what backs a certificate alone, and reads no value', async () => {
		const versions = (name: string) => [listed(name, { version: 'a'.repeat(32), enabled: false })];
		const { result, targets } = await run(
			{ secrets: '* | attributes' },
			vault({
				'/secrets': [listed('off', { enabled: false }), listed('old', { exp: 1 }), listed('exo', { managed: true })],
				'/secrets/off/versions': versions('off'),
				'/secrets/old/versions': versions('old'),
			}),
		);
		assert.deepEqual(targets, ['/secrets', '/secrets/off/versions', '/secrets/old/versions']);
		assert.deepEqual(placesOf(result), [
			['off', 'off'],
			['old', 'old'],
		]);
		assert.equal(result.patterns[0]?.skipped.length, 1);
	});

	it('judges tags by the list: all must hold, and what is read is not judged again', async () => {
		const { result } = await run(
			{ secrets: '* | tag env=prod | tag team=x' },
			vault({
				'/secrets': [
					listed('both', { tags: { env: 'prod', team: 'x' } }),
					listed('one', { tags: { env: 'prod' } }),
					listed('none'),
					listed('off', { enabled: false, tags: { env: 'test' } }),
				],
			}),
		);
		assert.deepEqual(placesOf(result), [['both', 'both']]);
		assert.deepEqual(result.patterns[0]?.skipped, []);
	});

	it('with a pattern that matches nothing says the line, the pattern, and how many were skipped', async () => {
		const { result } = await run(
			{ secrets: 'x-*\noff-* | tag env=prod\n* | tag env=prod | tag a=b', keys: 'o*' },
			vault({
				'/secrets': [listed('off-1', { enabled: false, tags: { env: 'prod' } })],
				'/keys': [listed('o1', { exp: 1 }, 'keys'), listed('o2', { managed: true }, 'keys')],
			}),
		);
		assert.deepEqual(
			result.failed.map(({ errors: [error] }) => `${error?.subject} ${error?.problem}`),
			[
				'secrets line 1 (x-*) matches no secret in the vault.',
				'secrets line 2 (off-*) matches no secret with the tag env in the vault, apart from 1 that was skipped.',
				'secrets line 3 (*) matches no secret with the tag env and a in the vault.',
				'keys line 1 (o*) matches no key in the vault, apart from 2 that were skipped.',
			],
		);
		assert.equal(result.failed[0]?.errors[0]?.title, 'contoso.vault.azure.net: no match');
		assert.match(result.failed[0]?.errors[0]?.hint ?? '', /pattern/);
		assert.match(result.failed[1]?.errors[0]?.hint ?? '', /\blog\b/);
		assert.ok(result.failed.every(({ isMissing }) => isMissing));
	});

	it('with a list that is refused says which lines it was for, and still reads what is named', async () => {
		const forbidden = response(403, { error: { innererror: { code: 'ForbiddenByRbac' } } });
		const { result } = await run(
			{ secrets: 'sql\na-*\nb-*' },
			byTarget({ '/secrets': forbidden, '/secrets/sql': secret('sql') }),
		);
		assert.deepEqual(placesOf(result), [['sql', 'sql']]);
		assert.deepEqual(failures(result), [
			['secrets line 2 (a-*)', ['VAULT_FORBIDDEN_BY_RBAC']],
			['secrets line 3 (b-*)', ['VAULT_FORBIDDEN_BY_RBAC']],
		]);
		assert.deepEqual(
			result.failed.map(({ isMissing }) => isMissing),
			[false, false],
		);
		assert.match(result.failed[0]?.errors[0]?.hint ?? '', /"Key Vault Secrets User" on the whole vault/);
	});

	it('with a list that is refused half-way keeps what was wrong with the names before', async () => {
		const { result } = await run(
			{ secrets: 'A = sql\nA* = a*' },
			byTarget({
				'/secrets': page([listed('a')], '/secrets?$skiptoken=2'),
				'/secrets?$skiptoken=2': response(403, '{}'),
				'/secrets/sql': secret('sql'),
			}),
		);
		assert.deepEqual(failures(result), [['secrets line 2 (a*)', ['OUTPUT_CLASH', 'VAULT_REFUSED']]]);
	});

	it('gives one output if two patterns and a line would give the same', async () => {
		const { result, targets } = await run({ secrets: 'team-a\nteam-*\n*' }, vault({ '/secrets': [listed('team-a')] }));
		assert.deepEqual(placesOf(result), [['team-a', 'team-a']]);
		assert.deepEqual(targets, ['/secrets/team-a', '/secrets']);
		assert.deepEqual(
			result.patterns.map(({ count }) => count),
			[0, 0],
		);
		assert.deepEqual(
			result.patterns.map(({ left }) => left),
			[['team-a'], ['team-a']],
		);
	});

	// Promise: N9
	it('names both lines if a match would set what another line sets', async () => {
		const { result } = await run(
			{ secrets: 'DB = sql\nd*\n* | base64', certificates: 'secret*' },
			vault({ '/secrets': [listed('db')], '/certificates': [listed('secrets', {}, 'certificates')] }),
		);
		assert.deepEqual(
			result.failed.map(({ subject, errors }) => [subject, errors.map(({ message }) => message.split(' Give')[0])]),
			[
				[
					'secrets line 2 (d*)',
					[
						'secrets line 2: the line would set the output "db" for its match db, which secrets line 1 sets already (case does not matter).',
					],
				],
				[
					'secrets line 3 (*)',
					[
						'secrets line 3: the line would set the output "db" for its match db, which secrets line 1 sets already (case does not matter).',
					],
				],
				[
					'certificates line 1 (secret*)',
					['certificates line 1: the output "secrets" is always set, so no line can set it.'],
				],
			],
		);
		assert.deepEqual(
			result.failed.map(({ isMissing }) => isMissing),
			[false, false, false],
		);
	});
});
