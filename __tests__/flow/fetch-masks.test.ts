// The root action's story: what is hidden, and what a user is told to mind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { response } from '../support/make-ports.js';
import { CLIENT_SECRET, certificateAnswer, nameOf, PFX, refusal, runAction, secretAnswer } from './scripted-vault.js';

const NOW_SECONDS = Date.UTC(2026, 0, 1) / 1000;
const DAY = 86_400;

describe('fetchObjects warns', () => {
	it('about what expires soon, once an item, and lists it in "expiring"', async () => {
		const answers = {
			'/secrets/old': secretAnswer('old', { exp: NOW_SECONDS - 1 }),
			'/secrets/soon': secretAnswer('soon', { exp: NOW_SECONDS + 29 * DAY }),
			'/secrets/later': secretAnswer('later', { exp: NOW_SECONDS + 31 * DAY }),
			'/certificates/exo': certificateAnswer('exo', { exp: NOW_SECONDS + DAY }),
		};
		const run = await runAction({ secrets: 'old\nsoon\nlater', certificates: 'exo' }, { answers });
		assert.equal(run.succeeded, true);
		assert.equal(run.files.outputs.get('expiring'), '["old","soon","exo"]');
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Expired: secret old', 'Expires soon: secret soon', 'Expires soon: certificate exo'],
		);
	});

	it('once about what two lines name', async () => {
		const answers = { '/secrets/soon': secretAnswer('soon', { exp: NOW_SECONDS + DAY }) };
		const run = await runAction({ secrets: 'soon\nOTHER = soon' }, { answers });
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Expires soon: secret soon'],
		);
	});

	it('ten times at most, what is missing counted in, and counts the rest', async () => {
		const names = Array.from({ length: 11 }, (_, index) => `s${index}`);
		const expiring = names.map((name) => [`/secrets/${name}`, secretAnswer(name, { exp: NOW_SECONDS + DAY })]);
		const run = await runAction(
			{ secrets: ['gone', ...names].join('\n'), 'ignore-missing': 'true' },
			{ answers: { ...Object.fromEntries(expiring), '/secrets/gone': refusal(404, 'SecretNotFound', 'r-1') } },
		);
		assert.equal(run.succeeded, true);
		assert.equal(run.warnings.length, 10);
		assert.equal(run.warnings[9]?.title, '3 more');
	});

	it('as many days before as the input says', async () => {
		const answers = { '/secrets/soon': secretAnswer('soon', { exp: NOW_SECONDS + 29 * DAY }) };
		const strict = await runAction({ secrets: 'soon', 'expiry-warning-days': '7' }, { answers });
		assert.deepEqual(strict.warnings, []);
		assert.equal(strict.files.outputs.get('expiring'), '[]');
	});

	it('about a secret of fewer than 4 characters, which is masked all the same', async () => {
		const run = await runAction(
			{ secrets: 'pin' },
			{ answers: { '/secrets/pin': secretAnswer('pin', { value: '123' }) } },
		);
		assert.ok(run.log.masks.includes('123'));
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Short: secret pin'],
		);
	});

	it('about a secret that has no line to mask', async () => {
		const answers = { '/secrets/braces': secretAnswer('braces', { value: '{\n}' }) };
		const run = await runAction({ secrets: 'braces' }, { answers });
		assert.ok(!run.log.masks.some((mask) => mask === '{' || mask === '}'));
		assert.deepEqual(
			run.warnings.map(({ title }) => title),
			['Not masked: secret braces'],
		);
	});
});

describe('fetchObjects masks', () => {
	// Promise: L5
	it('everything before the first output, file or log line that could hold it', async () => {
		const pem = `-----BEGIN PRIVATE KEY-----\n${'K'.repeat(64)}\n-----END PRIVATE KEY-----\n`;
		const answers = {
			'/secrets/lines': secretAnswer('lines', { value: 'first line\nsecond line' }),
			'/secrets/exo': secretAnswer('exo', { value: PFX }),
			'/secrets/pem': secretAnswer('pem', { value: pem }),
		};
		const { events, succeeded } = await runAction({ secrets: 'sql\nlines', certificates: 'exo\npem' }, { answers });
		assert.equal(succeeded, true);
		const values = [CLIENT_SECRET, 'token-0', 'value of sql', 'first line', 'second line', PFX, 'K'.repeat(64)];
		for (const value of values) {
			const masked = events.findIndex(({ kind, text }) => kind === 'mask' && text.split('\n').includes(value));
			assert.notEqual(masked, -1, `${value} is masked`);
			const shown = events.findIndex(({ kind, text }) => kind !== 'mask' && text.includes(value));
			assert.ok(shown === -1 || masked < shown, `${value} is masked before it is shown`);
		}
		const kinds = events.map(({ kind }) => kind);
		assert.ok(kinds.lastIndexOf('mask') < kinds.indexOf('output'));
		assert.ok(kinds.lastIndexOf('output') < kinds.indexOf('summary'));
	});

	// Promise: L5
	it('the client secret before the first request, and the token before the second', async () => {
		const { events } = await runAction({ secrets: 'sql' });
		const at = (kind: string, text: RegExp) => events.findIndex((one) => one.kind === kind && text.test(one.text));
		assert.ok(at('mask', /^Q~client~secret$/) < at('request', /oauth2/));
		assert.ok(at('mask', /^token-0$/) > at('request', /oauth2/));
		assert.ok(at('mask', /^token-0$/) < at('request', /secrets/));
		assert.notEqual(at('mask', /^Q~client~secret$/), -1);
	});

	it('the second token too', async () => {
		const unauthorized = response(401);
		const answers = {
			'/secrets/sql': (request: Parameters<typeof nameOf>[0], index: number) =>
				index === 1 ? unauthorized : secretAnswer(nameOf(request)),
		};
		const run = await runAction({ secrets: 'sql' }, { answers });
		assert.equal(run.succeeded, true);
		assert.ok(run.log.masks.includes('token-2'));
	});
});
