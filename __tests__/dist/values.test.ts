// Values through the committed bundle: byte for byte, masked, and as variables.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { findNodes } from '../runner/node24.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';

/** Secrets as Key Vault can hold them; 25 KB is the most that it takes. */
const VALUES: Readonly<Record<string, string>> = {
	'cr-lf': 'first line\r\nsecond line\r\n\r\n',
	newlines: '\n\ntrailing newlines\n\n\n',
	heredoc: 'EOF\nghadelimiter_00000000-0000-0000-0000-000000000000\nPATH<<EOF\nNAME=value\nEOF',
	commands: '::add-mask::x\n::stop-commands::y1234567\n::error::z\n##[group]w\n%0A%0D%25',
	large: `${'ä😀'.repeat(4_000)}\n`.slice(0, 12_500),
	emoji: 'pässwörd-😀-漢字-\u2028-\ufeff',
	nul: 'before\0after the NUL',
	half: 'half a pair: \ud83d.',
	blanks: '  spaces around  ',
	percent: '100%25%0Aand more',
};
const CONFIG = `{
  "host": "db.contoso.example",
  "password": "p\\u0040ss \\"word\\"\\nsecond line",
  "Ports": [1433, 1.50, 12345678901234567890],
  "tls": true,
  "none": null,
  "empty": {},
  "__proto__": "polluted",
  "command": "::add-mask::of-a-leaf"
}
`;
const LEAVES = {
	'config-host': 'db.contoso.example',
	'config-password': 'p@ss "word"\nsecond line',
	'config-Ports-0': '1433',
	'config-Ports-1': '1.50',
	'config-Ports-2': '12345678901234567890',
	'config-tls': 'true',
	'config-none': '',
	'config-__proto__': 'polluted',
	'config-command': '::add-mask::of-a-leaf',
};

/** As a file holds it. */
const asUtf8 = (text: string): string => Buffer.from(text).toString();

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	const vault = emulator.vault();
	for (const [name, value] of Object.entries(VALUES)) {
		vault.setSecret(name, value);
		vault.setSecret(`encoded-${name}`, Buffer.from(value).toString('base64').replace(/.{76}/g, '$&\r\n'));
	}
	vault.setSecret('config', CONFIG);
	vault.setSecret('binary', Buffer.from([0xff, 0x00]).toString('base64'));
	vault.setSecret('user', 'not-so-secret-user');
});
after(() => emulator.close());

for (const { version, path: node } of findNodes().nodes) {
	describe(`the bundle on Node ${version}`, () => {
		// Promise: N9
		it('hands over every value byte for byte, as it is, decoded, and in "secrets"', async () => {
			const names = Object.keys(VALUES);
			const lines = names.flatMap((name) => [name, `D-${name} = encoded-${name} | base64`]);
			const result = await runAction(emulator, { secrets: lines.join('\n') }, { node, debug: true });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			const all = JSON.parse(result.outputs['secrets'] ?? '') as Record<string, string>;
			for (const [name, value] of Object.entries(VALUES)) {
				for (const output of [name, `D-${name}`]) {
					assert.equal(result.outputs[output], asUtf8(value), output);
					assert.equal(asUtf8(all[output] ?? ''), asUtf8(value), output);
				}
			}
			assertNoLeak(result, Object.values(VALUES).map(asUtf8));
		});

		// Promise: L9
		it('hands over the leaves of JSON, and hides them except for what is commonplace', async () => {
			const secrets = 'config | json\nPORT = config | json Ports.0\nUSER_NAME = user | unmasked';
			const result = await runAction(emulator, { secrets }, { node, debug: true });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			const { secrets: all = '', expiring, ...outputs } = result.outputs;
			const expected = { config: CONFIG, ...LEAVES, PORT: '1433', USER_NAME: 'not-so-secret-user' };
			assert.deepEqual(outputs, expected);
			assert.deepEqual(JSON.parse(all), JSON.parse(JSON.stringify(expected)));
			// A leaf that was picked is a secret of its own, whatever its length.
			for (const text of ['p@ss "word"', 'second line', 'db.contoso.example', '12345678901234567890', '1433']) {
				assert.equal(result.masker.mask(text), '***', text);
			}
			for (const text of ['1.50', 'true', 'null', '{', '},', 'not-so-secret-user']) {
				assert.equal(result.masker.mask(text), text);
			}
			assertNoLeak(result, ['p@ss "word"\nsecond line', 'db.contoso.example', 'of-a-leaf']);
		});

		// Promise: H7
		it('sets variables byte for byte, leaves among them, and nothing else', async () => {
			const { nul, ...others } = VALUES;
			const secrets = [...Object.keys(others), 'config | json'].join('\n');
			const result = await runAction(emulator, { secrets, 'export-env': 'true' }, { node });
			assert.equal(result.exitCode, 0, result.log.join('\n'));
			const expected = { ...others, config: CONFIG, ...LEAVES };
			const variables = Object.entries(expected).map(([name, value]) => [
				name.toUpperCase().replaceAll('-', '_'),
				asUtf8(value),
			]);
			assert.deepEqual(result.environment, Object.fromEntries(variables));
		});
	});
}

describe('a value that a step is not fit for', () => {
	for (const [secrets, expected] of [
		['heredoc | json', /^secrets line 1 \(secret heredoc\): the value is not a JSON object or list\./],
		[
			'DB_USER = user\nconfig | json password.x',
			/^secrets line 2 \(secret config\): the path "password\.x" leads nowhere/,
		],
		[
			'config | json Ports',
			/^secrets line 1 \(secret config\): the path "Ports" leads to a list of \d+, not to a leaf/,
		],
		['emoji | base64', /^secrets line 1 \(secret emoji\): the value is not base64/],
		['binary | base64', /^secrets line 1 \(secret binary\): the decoded value is not UTF-8.*\| base64 \| file/],
		[
			'config | json\nconfig-host = user',
			/^secrets line 1: the line would set the output "config-host", which secrets line 2/,
		],
	] as const) {
		it(`fails the step by its line, without a word of it: ${JSON.stringify(secrets)}`, async () => {
			const result = await runAction(emulator, { secrets, 'export-env': 'true' }, { debug: true });
			assertNothingExported(result);
			assert.deepEqual(result.environment, {});
			assert.equal(errorsOf(result).length, 1);
			assert.match(errorsOf(result)[0] ?? '', expected);
			assertNoLeak(result, [...Object.values(VALUES).map(asUtf8), 'p@ss', 'db.contoso.example']);
		});
	}
});

describe('export-env', () => {
	it('refuses a NUL, and points to | file', async () => {
		const result = await runAction(emulator, { secrets: 'nul', 'export-env': 'true' });
		assertNothingExported(result);
		assert.deepEqual(result.environment, {});
		assert.match(errorsOf(result)[0] ?? '', /^output nul: the value contains a NUL.*\| file/);
	});

	it('takes the path in place of a value with a NUL', async () => {
		const result = await runAction(emulator, { secrets: 'nul | file', 'export-env': 'true' });
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.deepEqual(Object.keys(result.environment), ['NUL_PATH']);
		assert.equal(result.outputs['nul'], VALUES['nul']);
	});

	// Promise: N10
	it('refuses a name that would change later steps before anything is fetched, and a leaf before anything is written', async () => {
		const requests = emulator.requests.length;
		const early = await runAction(emulator, { secrets: 'LD_PRELOAD = user', 'export-env': 'true' });
		assertNothingExported(early);
		assert.equal(emulator.requests.length, requests);
		const late = await runAction(emulator, { secrets: 'GH = config | json', 'export-env': 'true' });
		assertNothingExported(late);
		assert.match(errorsOf(late)[0] ?? '', /^secrets line 1: the line would set the variable GH_HOST, which/);
	});

	it('that cannot be carried out is an error before any request', async () => {
		const requests = emulator.requests.length;
		const result = await runAction(
			emulator,
			{ secrets: 'DB_USER = user', 'export-env': 'true' },
			{ without: ['GITHUB_ENV'] },
		);
		assertNothingExported(result);
		assert.equal(emulator.requests.length, requests);
		assert.match(errorsOf(result)[0] ?? '', /^GITHUB_ENV is not set\./);
	});
});
