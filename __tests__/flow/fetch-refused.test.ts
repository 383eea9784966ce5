// The root action's story, if it ends before any vault has given a value.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { assertNothingExported, runAction } from './scripted-vault.js';

describe('fetchObjects with bad inputs', () => {
	// Promise: N1
	it('reports all of them together, before any request', async () => {
		const run = await runAction({
			'tenant-id': 'not a tenant',
			'client-id': '',
			cloud: 'mars',
			secrets: 'sql\nbad_name',
			'ignore-missing': 'perhaps',
			'expiry-warning-days': '-1',
		});
		assertNothingExported(run);
		assert.deepEqual(run.requests, []);
		const titles = run.errors.map(({ title }) => title);
		for (const name of ['tenant-id', 'cloud', 'ignore-missing', 'expiry-warning-days']) {
			assert.ok(titles.includes(`Input ${name}`), name);
		}
	});

	it('names each bad line by its number, and both lines of a clash', async () => {
		const run = await runAction({ secrets: 'sql\nmy_secret\nSQL = other\nx|jason', certificates: '# none\na.b' });
		assertNothingExported(run);
		assert.deepEqual(run.requests, []);
		const texts = run.errors.map(({ text }) => text).join('\n');
		for (const place of [
			'secrets line 2',
			'secrets line 3',
			'secrets line 1',
			'secrets line 4',
			'certificates line 2',
		]) {
			assert.match(texts, new RegExp(place));
		}
	});

	it('reports a missing credential and bad lines in one run', async () => {
		const run = await runAction({ 'client-secret': '', secrets: 'a/b' });
		assertNothingExported(run);
		const texts = run.errors.map(({ text }) => text).join('\n');
		assert.match(texts, /auth-method: no sign-in method was given/);
		assert.match(texts, /secrets line 1: what follows the "\/" is not a version/);
	});

	it('says that nothing is named', async () => {
		const run = await runAction({});
		assertNothingExported(run);
		assert.match(run.errors[0]?.text ?? '', /^secrets: nothing is named to fetch/);
	});

	// Promise: N2
	it('sends nothing to a vault outside the cloud', async () => {
		const run = await runAction({ keyvault: 'https://contoso.vault.azure.cn', secrets: 'sql' });
		assertNothingExported(run);
		assert.deepEqual(run.requests, []);
		assert.match(run.errors[0]?.text ?? '', /Nothing was sent there/);
	});

	it('refuses a store that the machine does not have, beside every other bad line, and no other', async () => {
		const without = await runAction({ certificates: 'exo | store\na.b' });
		assertNothingExported(without);
		assert.deepEqual(without.requests, []);
		assert.deepEqual(
			without.errors.map(({ text }) => text.split(',')[0]?.split('. ')[0]),
			['certificates line 1: the line has store', 'certificates line 2: the name has a dot (".") in it'],
		);
		const having = await runAction({ certificates: 'exo | store' }, { variables: { HOME: '/home/runner' } });
		assert.ok(having.urls.some((url) => url.includes('/certificates/exo')));
	});

	it('fails at once where outputs cannot be set, and still reports the inputs', async () => {
		const run = await runAction(
			{ secrets: 'sql', 'ignore-missing': 'perhaps' },
			{ faults: { problems: { GITHUB_OUTPUT: 'GITHUB_OUTPUT is not set.' } } },
		);
		assertNothingExported(run);
		assert.deepEqual(run.requests, []);
		assert.deepEqual(
			run.errors.map(({ text }) => text.split('.')[0]),
			['GITHUB_OUTPUT is not set', 'ignore-missing: the value is neither true nor false'],
		);
	});
});

describe('fetchObjects with a refused sign-in', () => {
	it('reports it once and asks no vault', async () => {
		const answers = { '/token': response(401, { error: 'invalid_client', error_codes: [7000215] }) };
		const run = await runAction({ secrets: 'a\nb\nc' }, { answers });
		assertNothingExported(run);
		assert.equal(run.requests.length, 1);
		assert.equal(run.errors.length, 1);
		assert.match(run.errors[0]?.text ?? '', /AADSTS7000215/);
	});

	it('reports a refused renewal once, and names who tried to sign in once', async () => {
		const answers = {
			'/token': (_request: unknown, index: number) =>
				index === 0
					? response(200, { access_token: 'token-0', expires_in: 3599 })
					: response(401, { error: 'invalid_client', error_codes: [7000222] }),
			'/secrets/a': response(401),
			'/secrets/b': response(401),
		};
		const run = await runAction({ secrets: 'a\nb' }, { answers });
		assertNothingExported(run);
		assert.equal(run.errors.length, 1);
		assert.match(run.errors[0]?.text ?? '', /AADSTS7000222/);
		assert.equal(run.errors[0]?.text.split('Sign-in of client').length, 2);
	});
});
