// The root action's story, where something cannot be fetched or written: nothing is exported.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchObjects } from '../../src/flow/fetch.js';
import { TransportError } from '../../src/http/transport-error.js';
import { assertCodes } from '../support/error-codes.js';
import { makePorts, response } from '../support/make-ports.js';
import {
	assertNothingExported,
	CLIENT_SECRET,
	certificateAnswer,
	refusal,
	runAction,
	VAULT_URL,
	VERSION,
} from './scripted-vault.js';

describe('fetchObjects with references that fail', () => {
	// Promise: H4
	it('exports nothing, and groups what fails for one reason into one annotation', async () => {
		const run = await runAction(
			{ secrets: 'sql\ngone\nlost\noff' },
			{
				answers: {
					'/secrets/gone': refusal(404, 'SecretNotFound', 'r-1'),
					'/secrets/lost': refusal(404, 'SecretNotFound', 'r-2'),
					'/secrets/off': refusal(403, 'SecretDisabled', 'r-3'),
				},
			},
		);
		assertNothingExported(run);
		assert.equal(run.requests.length, 5);
		assert.deepEqual(
			run.errors.map(({ title, text }) => [title, text.split(':')[0]]),
			[
				['contoso.vault.azure.net: not found', 'secret gone (request ID r-1), secret lost (request ID r-2)'],
				['contoso.vault.azure.net: disabled', 'secret off'],
			],
		);
		assert.match(run.errors[1]?.text ?? '', /\(request ID r-3\)$/);
		assert.doesNotMatch(JSON.stringify(run.events), /not to be shown/);
		assert.deepEqual(run.log.lines.slice(2), [
			'Nothing is exported, because 3 could not be fetched:',
			'  secret gone in contoso.vault.azure.net',
			'  secret lost in contoso.vault.azure.net',
			'  secret off in contoso.vault.azure.net',
		]);
	});

	it('reports what cannot be used beside what cannot be fetched', async () => {
		const run = await runAction(
			{ secrets: 'gone\nHOST = sql | json host\nKEY = sql | base64' },
			{ answers: { '/secrets/gone': refusal(404, 'SecretNotFound', 'r-1') } },
		);
		assertNothingExported(run);
		assert.deepEqual(
			run.errors.map(({ text }) => text.split(':')[0]),
			['secret gone', 'secrets line 2 (secret sql)', 'secrets line 3 (secret sql)'],
		);
	});

	it('with ignore-missing warns about what is not there, and exports the rest', async () => {
		const run = await runAction(
			{ secrets: `sql\ngone\nold/${VERSION}`, certificates: 'exo', 'ignore-missing': 'true' },
			{
				answers: {
					'/secrets/gone': refusal(404, 'SecretNotFound', 'r-1'),
					'/secrets/old': refusal(404, 'SecretNotFound', 'r-2'),
					'/certificates/exo': refusal(404, 'CertificateNotFound', 'r-3'),
				},
			},
		);
		assert.equal(run.succeeded, true);
		assert.deepEqual([...run.files.outputs.keys()], ['sql', 'secrets', 'expiring']);
		assert.deepEqual(run.errors, []);
		const warned = run.warnings.map(({ text }) => text).join('\n');
		for (const name of ['secret gone', `secret old/${VERSION}`, 'certificate exo'])
			assert.ok(warned.includes(name), name);
	});

	it('with ignore-missing still fails for every other reason', async () => {
		const run = await runAction(
			{ secrets: 'gone\noff', 'ignore-missing': 'true' },
			{
				answers: {
					'/secrets/gone': refusal(404, 'SecretNotFound', 'r-1'),
					'/secrets/off': refusal(403, 'SecretDisabled', 'r-2'),
				},
			},
		);
		assertNothingExported(run);
		assertCodes(run.errors, ['VAULT_DISABLED']);
		assert.match(run.errors[0]?.text ?? '', /^secret off: /);
	});

	it("with ignore-missing still fails if a certificate's private key is missing", async () => {
		const run = await runAction(
			{ certificates: 'exo', 'ignore-missing': 'true' },
			{ answers: { '/secrets/exo': refusal(404, 'SecretNotFound', 'r-1') } },
		);
		assertNothingExported(run);
		assert.match(run.errors[0]?.text ?? '', /^private key of certificate exo:/);
	});

	for (const sid of [
		`https://evil.example/secrets/exo/${VERSION}`,
		`https://fabrikam.vault.azure.net/secrets/exo/${VERSION}`,
	]) {
		it(`sends nothing if a certificate's key is said to be at ${new URL(sid).host}`, async () => {
			const run = await runAction(
				{ certificates: 'exo' },
				{ answers: { '/certificates/exo': certificateAnswer('exo', { sid }) } },
			);
			assertNothingExported(run);
			assert.equal(run.urls.length, 2);
			assert.ok(run.urls.every((url) => !url.includes(new URL(sid).host)));
		});
	}

	it('does not ask a vault that does not exist once a reference', async () => {
		const gone = new TransportError('the host name does not exist', { failure: 'host-not-found' });
		const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
		const run = await runAction(
			{ secrets: names.join('\n') },
			{ answers: Object.fromEntries(names.map((name) => [`/secrets/${name}`, gone])) },
		);
		assertNothingExported(run);
		assert.equal(run.urls.filter((url) => url.startsWith(VAULT_URL)).length, 8);
		assert.equal(run.errors.length, 1);
		assert.match(run.errors[0]?.text ?? '', /secret s29: the host name does not exist\. .*misspelled/);
	});

	it('fails if a certificate cannot be read, and exports no other', async () => {
		const unreadable = response(200, {
			id: `${VAULT_URL}/certificates/exo/${VERSION}`,
			cer: 'MAA=',
			sid: `${VAULT_URL}/secrets/exo/${VERSION}`,
			attributes: {},
		});
		const run = await runAction(
			{ secrets: 'sql', certificates: 'exo' },
			{ answers: { '/certificates/exo': unreadable } },
		);
		assertNothingExported(run);
		assert.match(
			run.errors[0]?.text ?? '',
			/^certificate exo: the vault returned something that is not an X\.509 certificate/,
		);
	});
});

describe('fetchObjects with outputs that cannot be written', () => {
	it('takes back what was written, and says so', async () => {
		const run = await runAction({ secrets: 'a\nb' }, { failAtOutput: 3 });
		assertNothingExported(run);
		assert.equal(run.events.filter(({ kind }) => kind === 'take-back').length, 1);
		assert.match(run.errors[0]?.text ?? '', /nothing is exported/);
		assert.doesNotMatch(JSON.stringify(run.log.annotations), /ENOSPC|value of/);
	});
});

describe('fetchObjects in every failure', () => {
	// Promise: L1
	it('shows no secret in annotations, log or debug lines', async () => {
		const run = await runAction(
			{ secrets: 'sql\ngone' },
			{ answers: { '/secrets/gone': refusal(404, 'SecretNotFound', 'r-1') } },
		);
		const shown = run.events.filter(({ kind }) => kind !== 'mask');
		assert.doesNotMatch(JSON.stringify(shown), new RegExp(`${CLIENT_SECRET}|token-0|value of`));
	});

	it('lets a bug of the action through, so that it is reported as one', async () => {
		const defect = new TypeError('oops');
		await assert.rejects(
			runAction({ secrets: 'sql' }, { answers: { '/secrets/sql': defect } }),
			(error) => error === defect,
		);
	});

	// Promise: H1
	it('gives up once the step has taken 2 minutes', async () => {
		const made = makePorts({
			inputs: (await runAction({ secrets: 'sql' })).ports.inputs,
			transport: async (_request, timeoutMs) => {
				made.time.advance(timeoutMs);
				throw new TransportError(`no whole answer came within ${timeoutMs / 1000} s`, { failure: 'time-out' });
			},
		});
		const before = made.time.clock.nowMs();
		assert.equal(await fetchObjects(made.ports), false);
		assert.ok(made.time.clock.nowMs() - before <= 120_000);
		assert.equal(made.requests.length, 5);
		assert.match(made.log.annotations[0]?.text ?? '', /no whole answer came within 10 s/);
	});
});
