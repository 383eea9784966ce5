// The outputs that are always there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standingOutputs } from '../../../src/flow/make-results.js';
import { SecretText } from '../../../src/secret-text.js';
import { makeItem, makeRendered } from '../../support/make-rendered.js';

function valuesOf(...args: Parameters<typeof standingOutputs>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		standingOutputs(...args).map(({ name, value }) => [name, value instanceof SecretText ? value.reveal() : value]),
	);
}

describe('standingOutputs', () => {
	it('has a JSON object of what secret lines gave, and of nothing else', () => {
		const rendered = [
			makeRendered('A', 'line 1\nline "2"'),
			makeRendered('exo', 'PFX', { secrets: [], masks: [], item: makeItem('exo', 'certificates') }),
			makeRendered('__proto__', 'odd'),
		];
		assert.equal(valuesOf(rendered, [])['secrets'], '{"A":"line 1\\nline \\"2\\"","__proto__":"odd"}');
	});

	it('has each value of a line that gives several, and no paths', () => {
		const secrets = [
			{ name: 'db', value: new SecretText('{"port":1}') },
			{ name: 'db-port', value: '1' },
		];
		const rendered = makeRendered('db', '', { outputs: [...secrets, { name: 'db-path', value: '/x' }], secrets });
		assert.equal(valuesOf([rendered], [])['secrets'], '{"db":"{\\"port\\":1}","db-port":"1"}');
	});

	it('is there if there is nothing', () => {
		assert.deepEqual(valuesOf([], []), { secrets: '{}', expiring: '[]' });
	});

	it('has a JSON array of what is near its end', () => {
		assert.equal(valuesOf([], ['exo', 'sql'])['expiring'], '["exo","sql"]');
	});

	it('keeps the values from being shown', () => {
		assert.doesNotMatch(JSON.stringify(standingOutputs([makeRendered('A', 'hunter2')], [])), /hunter2/);
	});
});
