import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionErrors } from '../../../src/errors.js';
import { fetchObjects } from '../../../src/flow/fetch.js';
import { mintTokens } from '../../../src/flow/mint-tokens.js';
import { checkDebugSettings } from '../../../src/flow/step-frame.js';
import { rotate } from '../../../src/rotate/rotate.js';
import { makeInputs, makePorts } from '../../support/make-ports.js';

/** The settings that are refused. */
function refused(variables: Readonly<Record<string, string>>): readonly (string | undefined)[] {
	try {
		checkDebugSettings(makeInputs({}, variables).variable);
		return [];
	} catch (error) {
		assert.ok(error instanceof ActionErrors);
		return error.errors.map(({ subject }) => subject);
	}
}

describe('settings of Node that would disclose secrets', () => {
	for (const value of ['stream', 'https,tls', '*', ',', ' ', '0', 'false']) {
		it(`are refused: NODE_DEBUG=${JSON.stringify(value)}`, () => {
			assert.deepEqual(refused({ NODE_DEBUG: value }), ['NODE_DEBUG']);
		});
	}

	const OPTIONS: Readonly<Record<string, readonly string[]>> = {
		'--tls-keylog=/tmp/keys': ['--tls-keylog'],
		'--max-old-space-size=512 --tls_keylog /tmp/keys --trace-tls': ['--tls-keylog', '--trace-tls'],
		'"--trace-tls"': ['--trace-tls'],
		'--heapsnapshot-signal=SIGUSR2\t--heapsnapshot-near-heap-limit=1': [
			'--heapsnapshot-signal',
			'--heapsnapshot-near-heap-limit',
		],
		'--report-on-fatalerror --report_uncaught_exception --report-on-signal': [
			'--report-on-fatalerror',
			'--report-uncaught-exception',
			'--report-on-signal',
		],
	};
	for (const [text, options] of Object.entries(OPTIONS)) {
		it(`are refused: NODE_OPTIONS=${text}`, () => {
			assert.deepEqual(
				refused({ NODE_OPTIONS: text }),
				options.map((option) => `${option} in NODE_OPTIONS`),
			);
		});
	}

	it('are all named', () => {
		const variables = { NODE_DEBUG: 'tls', NODE_DEBUG_NATIVE: 'CRYPTO', NODE_OPTIONS: '--trace-tls' };
		assert.deepEqual(refused(variables), ['NODE_DEBUG', 'NODE_DEBUG_NATIVE', '--trace-tls in NODE_OPTIONS']);
	});

	for (const text of [
		'--max-old-space-size=4096 --trace-warnings',
		'--require=./--trace-tls.js',
		'--report-dir=/tmp',
	]) {
		it(`are not refused: NODE_OPTIONS=${text}`, () => assert.deepEqual(refused({ NODE_OPTIONS: text }), []));
	}

	it('are not refused: an empty NODE_DEBUG', () => assert.deepEqual(refused({ NODE_DEBUG: '' }), []));

	for (const [name, flow] of Object.entries({ fetchObjects, mintTokens, rotate })) {
		// Promise: L4
		it(`fail ${name} before it masks, connects or sends`, async () => {
			const { ports, events } = makePorts({ inputs: makeInputs({ 'client-secret': 'x' }, { NODE_DEBUG: 'stream' }) });
			assert.equal(await flow(ports), false);
			assert.deepEqual(
				events.map(({ kind, name }) => [kind, name]),
				[['error', 'Node would disclose secrets']],
			);
		});
	}
});
