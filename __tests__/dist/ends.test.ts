// Ends that nobody planned: whatever becomes of the process, it does not pass for success, and says so.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { errorsOf, runAction } from '../support/run-action.js';
import { SCOPES } from '../support/run-token.js';

const VALUE = 'value-of-the-secret';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
	// Time for what goes wrong.
	emulator.latencyMs = 100;
});
afterEach(() => emulator.close());

/** Has Node run a script before the program. */
function before(script: string): { readonly env: Readonly<Record<string, string>> } {
	return { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` } };
}

/** Runs a statement while the program waits for its first answer. */
const during = (statement: string): string => `
	import net from 'node:net';
	const { connect } = net.Socket.prototype;
	net.Socket.prototype.connect = function (...args) {
		net.Socket.prototype.connect = connect;
		setTimeout(() => { ${statement} }, 10);
		return connect.apply(this, args);
	};`;

/** Scripts that go wrong, and the class of the error that is reported for each. */
const ENDS: Readonly<Record<string, readonly [script: string, name: string]>> = {
	'a promise that never settles': [
		// No connection is made, and no timer keeps the process alive.
		`import net from 'node:net';
		net.Socket.prototype.connect = function () { return this; };
		const { setTimeout } = globalThis;
		globalThis.setTimeout = (...args) => setTimeout(...args).unref();`,
		'unknown',
	],
	'a rejection that nobody handles': [during("Promise.reject(new RangeError('canary'))"), 'RangeError'],
	'an error that nobody catches': [during("throw new TypeError('canary')"), 'TypeError'],
	'what is thrown and is no error': [during("throw 'canary'"), 'unknown'],
	'an early exit that claims success': [during('process.exit(0)'), 'unknown'],
	'an early exit': [during('process.exit()'), 'unknown'],
};

const describeDefect = (name: string): string =>
	`The action has a bug (${name}). Report it, and name the version that you use.`;

// Promises: L3, R5
describe('the step fails, and says so, after', () => {
	for (const [what, [script, name]] of Object.entries(ENDS)) {
		it(what, async () => {
			const result = await runAction(emulator, { secrets: 'db' }, { ...before(script), debug: true });
			assert.equal(result.exitCode, 1);
			assert.deepEqual(errorsOf(result), [describeDefect(name)]);
			for (const text of ['canary', CLIENT_SECRET]) assert.ok(!result.log.join('\n').includes(text));
		});
	}
});

// Promises: L3, R5
describe('so do the other actions, after', () => {
	const OF_TOKEN = { action: 'token/action.yml', inputs: { certificate: 'exo', scopes: SCOPES } };
	const OF_ROTATE = { action: 'rotate/action.yml', inputs: { secret: 'db', 'app-id': CLIENT_ID } };
	for (const { action, inputs } of [OF_TOKEN, OF_ROTATE]) {
		for (const [what, [script, name]] of Object.entries(ENDS)) {
			it(`${what}, in ${action}`, async () => {
				const result = await runAction(emulator, inputs, { ...before(script), action, debug: true });
				assert.equal(result.exitCode, 1);
				assert.equal(errorsOf(result)[0], describeDefect(name));
			});
		}
	}
});

it('a step to which nothing of this happens succeeds', async () => {
	const result = await runAction(emulator, { secrets: 'db' }, before('void 0'));
	assert.equal(result.exitCode, 0);
	assert.equal(result.outputs['db'], VALUE);
});
