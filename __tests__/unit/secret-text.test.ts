// A secret shows its text to nobody who does not ask for it by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, inspect } from 'node:util';
import { SecretBytes, SecretText } from '../../src/secret-text.js';

const TEXT = 'correct horse battery staple';
const secret = new SecretText(TEXT);

test('a secret gives its text on request', () => {
	assert.equal(secret.reveal(), TEXT);
});

const views: Readonly<Record<string, () => string>> = {
	'string concatenation': () => `${secret}`,
	'String()': () => String(secret),
	'JSON, nested': () => JSON.stringify({ list: [secret] }),
	inspection: () => inspect(secret),
	'inspection with everything hidden shown': () => inspect({ secret }, { showHidden: true, depth: 9, getters: true }),
	'inspection with custom views off': () => inspect(secret, { customInspect: false, showHidden: true }),
	'console formatting': () => format('%s %o %j', secret, secret, secret),
	'own properties': () => Object.getOwnPropertyNames(secret).join() + JSON.stringify(Object.values(secret)),
	'a copy of its properties': () => JSON.stringify({ ...secret }),
	'a structured clone': () => inspect(structuredClone(secret)),
	'an error that names it': () => new Error(`no ${secret}`).message,
};

for (const [name, view] of Object.entries(views)) {
	// Promise: L1
	test(`a secret does not show in ${name}`, () => {
		assert.doesNotMatch(view(), /horse/);
	});
}

test('a secret stands in text and JSON as a placeholder that says so', () => {
	assert.equal(`${secret}`, '[secret]');
	assert.equal(JSON.stringify({ secret }), '{"secret":"[secret]"}');
	assert.equal(inspect([secret]), '[ [secret] ]');
});

test('secret bytes are given on request, and stand as the same placeholder elsewhere', () => {
	const bytes = new SecretBytes(Buffer.from(TEXT));
	assert.equal(bytes.reveal().toString(), TEXT);
	assert.equal(`${bytes}`, '[secret]');
	assert.equal(JSON.stringify({ bytes }), '{"bytes":"[secret]"}');
	assert.equal(inspect([bytes]), '[ [secret] ]');
	assert.doesNotMatch(inspect(bytes, { customInspect: false, showHidden: true }), /horse|63 6f 72/);
});
