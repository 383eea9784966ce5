// Kinds that no code knows are bugs: they are not skipped.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { splitSetLine } from '../../../src/input/set-lines.js';
import { parseSetModifiers } from '../../../src/input/set-modifiers.js';
import { readContent } from '../../../src/set/read-content.js';
import { describeResult } from '../../../src/set/set-outcome.js';
import { describeState } from '../../../src/set/set-state.js';
import { makePorts } from '../../support/make-ports.js';

const line = splitSetLine({ input: 'secrets', number: 1, text: 'a < env A' });
const reading = { ports: makePorts().ports, certificatePassword: undefined };
const unknown = { kind: 'unheard of' };

for (const [what, act] of [
	['an input', () => parseSetModifiers({ ...line, input: unknown } as never)],
	['modifiers', () => readContent({ line, modifiers: unknown } as never, reading)],
	[
		'a source of a secret',
		() => readContent({ line, modifiers: { kind: 'secrets' }, source: unknown } as never, reading),
	],
	[
		'a source of a certificate',
		() => readContent({ line, modifiers: { kind: 'certificates' }, source: unknown } as never, reading),
	],
	[
		'an outcome',
		() => describeResult({ target: { object: { collection: 'secrets', name: 'a' } }, outcome: unknown } as never),
	],
	['a state', () => describeState(unknown as never, { current: undefined, isMade: false })],
] as const) {
	it(`${what} of an unknown kind is a bug`, () => {
		assert.throws(act, (error: unknown) => JSON.stringify(error).includes('unheard of'));
	});
}

it('a certificate is not made', () => {
	const source = { kind: 'generate', length: 16 };
	assert.throws(() => readContent({ line, modifiers: { kind: 'certificates' }, source } as never, reading), /is made/);
});
