// Output of Node itself: settings that make it print secrets are refused, and its complaints reach the log.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { findNodes } from '../runner/node24.js';
import { runStep } from '../runner/run-step.js';
import { assertNothingExported, errorsOf, runAction, signInInputs } from '../support/run-action.js';
import { SCOPES } from '../support/run-token.js';

const VALUE = 'value-of-the-secret';
const folder = mkdtempSync(join(tmpdir(), 'node-settings-'));

let emulator: Emulator;
before(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
});
after(async () => {
	await emulator.close();
	rmSync(folder, { recursive: true });
});

const ACTIONS = {
	'action.yml': { secrets: 'db' },
	'token/action.yml': { certificate: 'exo', scopes: SCOPES },
	'rotate/action.yml': { secret: 'db', 'app-id': CLIENT_ID },
};
const { nodes, note } = findNodes();

for (const { path: node, version } of nodes) {
	describe(`Node ${version} is asked to print or store what passes through it:`, () => {
		const SETTINGS = [
			{ NODE_DEBUG: 'stream' },
			{ NODE_DEBUG: 'https,http,tls,net' },
			{ NODE_DEBUG_NATIVE: 'CRYPTO' },
			{ NODE_OPTIONS: '--trace-tls' },
			{ NODE_OPTIONS: `--tls-keylog=${join(folder, 'keys')}` },
		];
		for (const env of SETTINGS) {
			for (const [action, own] of Object.entries(ACTIONS)) {
				// Promise: L4
				it(`nothing is sent, and the reason is in the log: ${JSON.stringify(env)}, ${action}`, async () => {
					const requests = emulator.requests.length;
					const result = await runStep({
						node,
						action,
						inputs: { ...signInInputs(emulator), ...own },
						env: { NODE_EXTRA_CA_CERTS: emulator.caFile, ...env },
					});
					assertNothingExported(result);
					assert.equal(emulator.requests.length, requests);
					const [[name = '', value = ''] = []] = Object.entries(env);
					const subject = name === 'NODE_OPTIONS' ? `${value.replace(/=.*/, '')} in ${name}` : name;
					assert.match(errorsOf(result).join('\n'), new RegExp(`^${subject}: Node prints or stores .* Remove it`));
					assert.ok(!`${result.stderr}${result.log.join('\n')}`.includes(CLIENT_SECRET));
					result.dispose();
				});
			}
		}
	});
}

const node24 = nodes.find(({ version }) => version.startsWith('24.'));

// Promise: L4
describe('NODE_EXTRA_CA_CERTS that Node ignores is named in the log, and not on stderr:', {
	skip: note ?? false,
}, () => {
	const FILES: Readonly<Record<string, readonly [path: string, problem: RegExp]>> = {
		'no such file': [join(folder, 'none.pem'), /does not exist/],
		'no such folder': ['/nowhere/ca::error::x.pem', /does not exist/],
		'a folder': [folder, /is not a file/],
		'an empty file': [save('empty.pem', ''), /holds no certificate in PEM/],
		'a file of another kind': [save('key.pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n'), /holds no certificate in PEM/],
		'a damaged certificate': [
			save('damaged.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
			/holds a certificate that is damaged/,
		],
	};
	for (const [what, [path, problem]] of Object.entries(FILES)) {
		it(what, async () => {
			const env = { NODE_EXTRA_CA_CERTS: path };
			const result = await runAction(emulator, { secrets: 'db' }, { env, ...(node24 && { node: node24.path }) });
			const [warning] = result.annotations.filter(({ level }) => level === 'warning');
			assert.ok(warning?.message.startsWith(`NODE_EXTRA_CA_CERTS: ${path} `), warning?.message);
			assert.match(warning?.message ?? '', problem);
			assert.equal(result.exitCode, 1, 'the services have a private CA');
		});
	}

	it('nothing is said of a file that is sound', async () => {
		const result = await runAction(emulator, { secrets: 'db' }, node24 && { node: node24.path });
		assert.equal(result.exitCode, 0);
		assert.deepEqual(result.annotations, []);
	});
});

function save(name: string, content: string): string {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
}
