// Attributes of a secret, as outputs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListedObject } from '../../../src/keyvault/list-pages.js';
import { renderAttributes } from '../../../src/render/render-all.js';
import { makeDestination, makeItem, VERSION } from '../../support/make-rendered.js';

const VERSION_OF_SQL: ListedObject = {
	name: 'sql',
	version: VERSION,
	managed: false,
	enabled: true,
	created: 1,
	contentType: '',
	attributes: { notBefore: undefined, expires: Date.UTC(2027, 0, 2, 3, 4, 5) / 1000 },
	tags: new Map(),
};

describe('renderAttributes', () => {
	const render = (version: Partial<ListedObject> = {}) =>
		renderAttributes(makeDestination('SQL', makeItem('sql'), ['attributes']), { ...VERSION_OF_SQL, ...version });

	it('gives version, end and whether it is enabled', () => {
		assert.deepEqual(render().outputs, [
			{ name: 'SQL-version', value: VERSION },
			{ name: 'SQL-expires-on', value: '2027-01-02T03:04:05Z' },
			{ name: 'SQL-enabled', value: 'true' },
		]);
	});

	it('gives an empty end if there is none', () => {
		const { outputs } = render({ enabled: false, attributes: { notBefore: undefined, expires: undefined } });
		assert.deepEqual(
			outputs.map(({ value }) => value),
			[VERSION, '', 'false'],
		);
	});

	it('masks nothing, and gives nothing to the output of all secrets', () => {
		const { masks, secrets, weakness, life, item } = render();
		assert.deepEqual([masks, secrets, weakness], [[], [], undefined]);
		assert.equal(life, VERSION_OF_SQL.attributes);
		assert.equal(item.name, 'sql');
	});
});
