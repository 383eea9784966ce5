// When patterns have values read: while the list is still coming, but not before a name that may be refused is known.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../../support/make-ports.js';
import { byTarget, listed, page, run, secret, targetOf, vault } from '../../support/run-fetch-items.js';

describe('fetchItems and when it reads', () => {
	const pages = {
		'/secrets': page([listed('a')], '/secrets?$skiptoken=2'),
		'/secrets?$skiptoken=2': page([listed('b')]),
		'/secrets/a': secret('a'),
		'/secrets/b': secret('b'),
		'/secrets/sql': secret('sql'),
	};

	it('begins with what is named, and with matches while pages are still coming', async () => {
		const { targets } = await run({ secrets: 'sql\n*' }, byTarget(pages));
		assert.deepEqual(targets, ['/secrets/sql', '/secrets', '/secrets/a', '/secrets?$skiptoken=2', '/secrets/b']);
	});

	it('with variables reads no value before all names are known', async () => {
		const { targets, result } = await run({ secrets: 'sql\nNODE_* = *', 'export-env': 'true' }, byTarget(pages));
		assert.deepEqual(targets, ['/secrets', '/secrets?$skiptoken=2', '/secrets/sql', '/secrets/a', '/secrets/b']);
		assert.equal(result.fetched.length, 3);
	});

	it('with variables but without patterns begins at once', async () => {
		const { targets } = await run({ secrets: 'sql', 'export-env': 'true' }, byTarget(pages));
		assert.deepEqual(targets, ['/secrets/sql']);
	});

	it('with variables reads none if a name is refused, or a list could not be read', async () => {
		const refused = { ...pages, '/secrets?$skiptoken=2': page([listed('options'), listed('EXTRA-CA-CERTS')]) };
		const { targets, result } = await run({ secrets: 'sql\nNODE_* = *', 'export-env': 'true' }, byTarget(refused));
		assert.deepEqual(targets, ['/secrets', '/secrets?$skiptoken=2']);
		assert.deepEqual(result.fetched, []);
		assert.deepEqual(
			result.failed.flatMap(({ errors }) => errors.map(({ problem }) => problem)),
			[
				'the line would set the variable NODE_OPTIONS, which changes how later steps run.',
				'the line would set the variable NODE_EXTRA_CA_CERTS, which changes how later steps run.',
			],
		);
		const lost = { ...pages, '/secrets?$skiptoken=2': response(403, '{}') };
		assert.deepEqual(
			(await run({ secrets: 'sql\nNODE_* = *', 'export-env': 'true' }, byTarget(lost))).targets,
			targets,
		);
	});

	it('with variables names both lines if two matches differ in - and _ alone', async () => {
		const lines = { secrets: 'ABC_* = a-*\nABC-* = b-*', 'export-env': 'true' };
		const { result, targets } = await run(lines, vault({ '/secrets': [listed('a-x'), listed('b-x')] }));
		assert.deepEqual(targets, ['/secrets']);
		assert.match(
			result.failed[0]?.errors[0]?.message ?? '',
			/^secrets line 2: the line would set the variable ABC_X for its match b-x, which secrets line 1 sets already for its match a-x/,
		);
	});

	it('with variables still reads if a pattern merely matches nothing', async () => {
		const { targets } = await run({ secrets: 'sql\nxyz*', 'export-env': 'true' }, byTarget(pages));
		assert.deepEqual(targets, ['/secrets', '/secrets?$skiptoken=2', '/secrets/sql']);
	});
});

describe('fetchItems and a vault of 10,000 secrets', () => {
	it('reads the 500 that match while the list is still coming, the more at a time the more are known', async () => {
		const names = Array.from({ length: 10_000 }, (_, index) => (index % 20 === 7 ? `team-${index}` : `other-${index}`));
		const sent: string[] = [];
		let now = 0;
		let most = 0;
		let known = 0;
		const { result } = await run({ secrets: 'team-*' }, async (request) => {
			sent.push(targetOf(request));
			now += 1;
			most = Math.max(most, now);
			assert.ok(now <= Math.min(32, Math.max(8, known / 8)), `${now} of ${known} known`);
			for (let turn = 0; turn < 10; turn++) await Promise.resolve();
			now -= 1;
			const [, name] = targetOf(request).split('/secrets/');
			if (name !== undefined) return secret(name);
			const from = Number(new URL(request.url).searchParams.get('$skiptoken') ?? 0);
			known += names.slice(from, from + 25).filter((one) => one.startsWith('team-')).length;
			const next = from + 25 < names.length ? `/secrets?$skiptoken=${from + 25}` : null;
			return page(
				names.slice(from, from + 25).map((one) => listed(one)),
				next,
			);
		});
		assert.deepEqual(
			result.fetched.map((one) => one.kind === 'secret' && one.secret.value.reveal()),
			names.filter((name) => name.startsWith('team-')).map((name) => `value of ${name}`),
		);
		assert.equal(sent.length, 400 + 500);
		assert.ok(most > 1, `${most}`);
		const lastPage = sent.indexOf('/secrets?$skiptoken=9975');
		const readBefore = sent.slice(0, lastPage).filter((target) => target.startsWith('/secrets/'));
		assert.ok(readBefore.length > 400, `${readBefore.length}`);
	});
});
