// Words and numbers that occur in every log.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isBareLiteral, isCommonplace } from '../../../src/masks/structure.js';
import { spellsLiteral } from '../../support/print-masked.js';

describe('isCommonplace', () => {
	it('knows booleans, null, short numbers, environments, hosts, accounts and Azure regions in any case', () => {
		for (const text of [
			'true',
			'Null',
			'8080',
			'-1.5',
			'test',
			'DEV',
			'prod',
			'main',
			'localhost',
			'Admin',
			'germanywestcentral',
			'North Europe',
			"'prod'",
			'`prod`',
			'=====',
		])
			assert.equal(isCommonplace(text), true, text);
	});

	it('knows no secret', () => {
		for (const text of [
			'hunter2',
			'123456',
			'prod-db',
			'test test',
			"'prod",
			'n o',
			'12,34',
			'eastus22',
			'x'.repeat(100_000),
			'',
		])
			assert.equal(isCommonplace(text), false, text);
	});
});

describe('isBareLiteral', () => {
	it('knows what spells a boolean, null or a number of fewer than six digits', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.double().map(String),
					fc.integer().map(String),
					fc.string(),
					fc.constantFrom('TRUE', 'null', 'False', '1e5', '.5', '5.', '+5', 'NaN', 'Infinity'),
				),
				(text) => {
					assert.equal(isBareLiteral(text), text !== '' && spellsLiteral(text), text);
				},
			),
		);
	});

	it('does not know words', () => {
		for (const text of ['prod', 'main', 'yes', '"true"', '']) assert.equal(isBareLiteral(text), false, text);
	});
});
