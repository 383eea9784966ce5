// Reading what lines name: how many requests, how many at a time, and what becomes of each failure.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../../support/make-ports.js';
import {
	byTarget,
	certificate,
	failures,
	key,
	listed,
	page,
	placesOf,
	run,
	secret,
	targetOf,
	VAULT_URL,
	VERSION,
} from '../../support/run-fetch-items.js';

const NOT_FOUND = response(404, { error: { code: 'SecretNotFound', message: '' } });

describe('fetchItems', () => {
	it('sends one request a secret, and gives results in the order of the lines', async () => {
		const names = ['one', 'two', 'three'];
		const { result, urls } = await run(
			{ secrets: names.join('\n') },
			// The later it was asked for, the sooner it comes.
			async (request, _timeoutMs, index) => {
				for (let turn = 0; turn < 20 - 5 * index; turn++) await Promise.resolve();
				return secret(targetOf(request).split('/')[2] ?? '');
			},
		);
		assert.deepEqual(
			urls,
			names.map((name) => `${VAULT_URL}/secrets/${name}?api-version=7.4`),
		);
		assert.deepEqual(
			result.fetched.map((one) => one.kind === 'secret' && [one.destination.output, one.secret.value.reveal()]),
			names.map((name) => [name, `value of ${name}`]),
		);
		assert.deepEqual([result.failed, result.patterns], [[], []]);
	});

	it('sends two requests a certificate, the second for the key of the same version', async () => {
		const { result, urls } = await run({ certificates: 'exo' }, [certificate('exo'), secret('exo', 'PFX')]);
		assert.deepEqual(urls, [
			`${VAULT_URL}/certificates/exo?api-version=7.4`,
			`${VAULT_URL}/secrets/exo/${VERSION}?api-version=7.4`,
		]);
		const [found] = result.fetched;
		assert.ok(found?.kind === 'certificate');
		assert.equal(found.secret?.value.reveal(), 'PFX');
		assert.deepEqual(found.certificate.der, Buffer.from('3000', 'hex'));
	});

	it('sends one request a key, and one for the public part of a certificate', async () => {
		const { result, targets } = await run(
			{ certificates: 'exo | public', keys: 'sign' },
			byTarget({ '/certificates/exo': certificate('exo'), '/keys/sign': key('sign') }),
		);
		assert.deepEqual(targets, ['/certificates/exo', '/keys/sign']);
		const [exo, sign] = result.fetched;
		assert.ok(exo?.kind === 'certificate' && exo.secret === undefined);
		assert.ok(sign?.kind === 'key' && sign.key.version === VERSION);
	});

	it('asks for each object once, in whatever case and however often it is named or matched', async () => {
		const { result, targets } = await run(
			{
				secrets: 'sql\nA = SQL\nB = sql | json\ns*',
				certificates: 'exo\nPUBLIC = exo | public\nAGAIN = EXO',
				keys: 'k\nK2 = K',
			},
			byTarget({
				'/secrets/sql': secret('sql'),
				'/secrets': page([listed('sql')]),
				'/certificates/exo': certificate('exo'),
				[`/secrets/exo/${VERSION}`]: secret('exo'),
				'/keys/k': key('k'),
			}),
		);
		assert.deepEqual(failures(result), []);
		assert.deepEqual([...targets].sort(), [
			'/certificates/exo',
			'/keys/k',
			'/secrets',
			`/secrets/exo/${VERSION}`,
			'/secrets/sql',
		]);
		assert.deepEqual(
			result.fetched.map(({ destination }) => destination.output),
			['sql', 'A', 'B', 'exo', 'PUBLIC', 'AGAIN', 'k', 'K2'],
		);
	});

	it('has at most 8 requests on their way, and 8 if there are enough', async () => {
		let now = 0;
		let most = 0;
		const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
		const { result } = await run({ secrets: names.join(), certificates: 'a,b,c' }, async (request) => {
			now += 1;
			most = Math.max(most, now);
			for (let turn = 0; turn < 10; turn++) await Promise.resolve();
			now -= 1;
			const [, collection, name = ''] = targetOf(request).split('/');
			return collection === 'secrets' ? secret(name) : certificate(name);
		});
		assert.equal(most, 8);
		assert.equal(result.fetched.length, 33);
	});

	for (const [count, expected] of [
		[64, 8],
		[72, 9],
		[200, 25],
		[400, 32],
	] as const) {
		it(`has ${expected} requests on their way for ${count} references, from the first on`, async () => {
			const courses: number[] = [];
			let now = 0;
			const names = Array.from({ length: count }, (_, index) => `s${index}`);
			await run({ secrets: names.join() }, async (request) => {
				courses.push(++now);
				for (let turn = 0; turn < 10; turn++) await Promise.resolve();
				now -= 1;
				return secret(targetOf(request).split('/').at(-1) ?? '');
			});
			assert.deepEqual(
				courses.slice(0, expected),
				[...Array(expected).keys()].map((index) => index + 1),
			);
			assert.equal(Math.max(...courses), expected);
		});
	}

	it('keeps each failure beside what was fetched', async () => {
		const answers = [secret('a'), NOT_FOUND, response(403, { error: { innererror: { code: 'SecretDisabled' } } })];
		const { result } = await run({ secrets: 'a\nb\nc' }, answers);
		assert.deepEqual(placesOf(result), [['a', 'a']]);
		assert.deepEqual(failures(result), [
			['secret b', ['VAULT_NOT_FOUND']],
			['secret c', ['VAULT_DISABLED']],
		]);
		assert.deepEqual(
			result.failed.map(({ isMissing }) => isMissing),
			[true, false],
		);
	});

	it('says each failure of the object as its own line names it', async () => {
		const { result, requests } = await run({ secrets: 'gone\nB = GONE' }, [NOT_FOUND]);
		assert.equal(requests.length, 1);
		assert.deepEqual(failures(result), [
			['secret gone', ['VAULT_NOT_FOUND']],
			['secret GONE', ['VAULT_NOT_FOUND']],
		]);
		assert.deepEqual(
			result.failed.map(({ errors }) => errors[0]?.subject),
			['secret gone', 'secret GONE'],
		);
		assert.deepEqual(
			result.failed.map(({ isMissing }) => isMissing),
			[true, true],
		);
	});

	it('fails if an answer of status 200 is not the object', async () => {
		const { result } = await run({ secrets: 'a', certificates: 'b', keys: 'c' }, [
			response(200, '<html>'),
			response(200, '{}'),
			secret('c'),
		]);
		assert.deepEqual(
			result.failed.map(({ errors }) => [errors[0]?.code, errors[0]?.problem]),
			[
				['VAULT_ANSWER_UNUSABLE', 'the answer is a web page.'],
				['VAULT_ANSWER_UNUSABLE', 'the answer is not a certificate.'],
				['VAULT_ANSWER_UNUSABLE', 'the answer is not a key.'],
			],
		);
	});

	it('does not hide a bug of the action among the failures, also while a list is still coming', async () => {
		const defect = new TypeError('oops');
		await assert.rejects(run({ secrets: 'a' }, [defect]), (error) => error === defect);
		const unhandled: unknown[] = [];
		const note = (reason: unknown): number => unhandled.push(reason);
		process.on('unhandledRejection', note);
		await assert.rejects(
			run({ secrets: 'a\nx-*' }, async (request) => {
				if (targetOf(request) === '/secrets/a') throw defect;
				for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
				return page([]);
			}),
			(error) => error === defect,
		);
		process.off('unhandledRejection', note);
		assert.deepEqual(unhandled, []);
	});
});
