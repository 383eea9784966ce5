// Results of the bundle at its limits: files that cannot be written, ends that are near, many of a kind.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

const VALUE = 'value-of-the-secret';
const SECRET = { path: /^\/secrets\// };
const DAY_SECONDS = 86_400;

const folder = mkdtempSync(join(tmpdir(), 'outcomes-'));
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
});
afterEach(() => emulator.close());

const requests = () => emulator.requests.map(({ method }) => method);

describe('a file of the runner', () => {
	it('that is not there for outputs is an error before any request', async () => {
		const env = { GITHUB_OUTPUT: join(folder, 'not-there', 'output') };
		const result = await runAction(emulator, { secrets: 'db' }, { env });
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /^GITHUB_OUTPUT does not name a file that can be written to\./);
		assert.deepEqual(emulator.requests, []);
	});

	// Promise: L6
	it('that is a folder gets no output, and no value is printed instead', async () => {
		const result = await runAction(emulator, { secrets: 'db' }, { env: { GITHUB_OUTPUT: folder }, debug: true });
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /^GITHUB_OUTPUT/);
		assert.deepEqual(readdirSync(folder), []);
		assert.deepEqual(emulator.requests, []);
		assertNoLeak(result, [VALUE]);
	});

	it('that is not there for the summary takes nothing from the outputs', async () => {
		const env = { GITHUB_STEP_SUMMARY: join(folder, 'not-there', 'summary') };
		const result = await runAction(emulator, { secrets: 'db' }, { env });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['db'], VALUE);
		assert.deepEqual(result.annotations, []);
	});
});

describe('a vault that asks for patience', () => {
	const hourLater = { kind: 'status', status: 429, headers: { 'retry-after': '3600' }, match: SECRET } as const;

	it('beyond the end of the step is asked once', async () => {
		emulator.inject(hourLater);
		const result = await runAction(emulator, { secrets: 'db' });
		assertNothingExported(result);
		assert.deepEqual(requests(), ['POST', 'GET']);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /^secret db: the vault is busy .*\(HTTP 429\)/);
	});

	it('is not said to have been asked more often than it was', async () => {
		emulator.inject(hourLater);
		const result = await runAction(emulator, { secrets: 'db' });
		assert.doesNotMatch(errorsOf(result)[0] ?? '', /attempts/);
	});
});

it('a token that the vault refuses for good is renewed once, also for several secrets', async () => {
	emulator.vault().setSecret('api', 'value of another');
	emulator.inject({ kind: 'status', status: 401, match: SECRET });
	const result = await runAction(emulator, { secrets: 'db, api' });
	assertNothingExported(result);
	assert.deepEqual(requests().sort(), ['GET', 'GET', 'GET', 'GET', 'POST', 'POST']);
	assert.equal(errorsOf(result).length, 1);
	assert.match(errorsOf(result)[0] ?? '', /^secret db.*, secret api.*nor a second one/);
});

describe('warnings', () => {
	const VALUES = { lasting: 'lasting value', over: 'value that is over', near: 'value near its end' };
	const secrets = 'lasting, over, near, early, short, brackets';

	beforeEach(() => {
		const vault = emulator.vault();
		const now = Math.floor(Date.now() / 1000);
		vault.setSecret('lasting', VALUES.lasting, { expires: now + 31 * DAY_SECONDS });
		vault.setSecret('over', VALUES.over, { expires: now - 60 });
		vault.setSecret('near', VALUES.near, { expires: now + 3_600 });
		vault.setSecret('early', 'value from tomorrow', { notBefore: now + DAY_SECONDS });
		vault.setSecret('short', 'abc');
		vault.setSecret('brackets', '{\n}\n');
	});

	it('say what has ended, what will and what is badly hidden, with debug logging on as well', async () => {
		const result = await runAction(emulator, { secrets }, { debug: true });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(result.outputs['expiring'], '["over","near"]');
		assert.equal(result.outputs['brackets'], '{\n}\n');
		assert.deepEqual(
			result.annotations.map(({ level, title }) => `${level} ${title}`),
			[
				'warning Expired: secret over',
				'warning Expires soon: secret near',
				'warning Not valid yet: secret early',
				'warning Short: secret short',
				'warning Not masked: secret brackets',
			],
		);
		assert.equal(result.masker.mask('{'), '{');
		assertNoLeak(result, Object.values(VALUES));
	});

	it('of ends are left out on request, and a longer warning names more', async () => {
		const none = await runAction(emulator, { secrets: 'over, near', 'expiry-warning-days': '0' });
		assert.deepEqual(none.annotations, []);
		assert.equal(none.outputs['expiring'], '["over"]');
		const more = await runAction(emulator, { secrets: 'lasting', 'expiry-warning-days': '60' });
		assert.equal(more.outputs['expiring'], '["lasting"]');
		assert.match(more.annotations[0]?.message ?? '', /^secret lasting expires in 30 days, on .*Z\./);
	});
});

describe('many of a kind', () => {
	it('of errors are nine and one that counts the rest, and the log has all', async () => {
		const lines = Array.from({ length: 13 }, (_, index) => `bad_name_${index}`);
		const result = await runAction(emulator, { secrets: lines.join('\n') });
		assertNothingExported(result);
		assert.deepEqual(emulator.requests, []);
		const errors = errorsOf(result);
		assert.equal(errors.length, 10);
		assert.match(errors[8] ?? '', /^secrets line 9: the name has /);
		assert.match(errors[9] ?? '', /^4 more are in the log/);
		assert.deepEqual(new Set(result.annotations.slice(0, 9).map(({ title }) => title)), new Set(['Input secrets']));
		for (const number of lines.keys()) {
			assert.equal(result.log.filter((line) => line.includes(`secrets line ${number + 1}:`)).length, 1);
		}
	});

	it('of secrets are asked for at most eight at a time, over connections that are used again', async () => {
		const names = Array.from({ length: 40 }, (_, index) => `secret-${index}`);
		for (const name of names) emulator.vault().setSecret(name, `value of ${name}`);
		emulator.latencyMs = 50;
		const result = await runAction(emulator, { secrets: names.join(',') });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		for (const name of names) assert.equal(result.outputs[name], `value of ${name}`);
		assert.equal(emulator.requests.length, 41);
		const { mostAtOnce } = emulator.journal;
		// How many come before the first is answered is the machine's affair; one after the other would be 1.
		assert.ok(mostAtOnce > 2 && mostAtOnce <= 8, `${mostAtOnce} at a time`);
		assert.ok(emulator.journal.connectionCount('vault') <= 8);
	});

	it('of 200 secrets are asked for at most 25 at a time', async () => {
		const names = Array.from({ length: 200 }, (_, index) => `secret-${index}`);
		for (const name of names) emulator.vault().setSecret(name, `value of ${name}`);
		emulator.latencyMs = 50;
		const result = await runAction(emulator, { secrets: names.join(',') });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.equal(emulator.requests.length, 201);
		const { mostAtOnce } = emulator.journal;
		assert.ok(mostAtOnce > 8 && mostAtOnce <= 25, `${mostAtOnce} at a time`);
		assert.ok(emulator.journal.connectionCount('vault') <= 25);
	});
});
