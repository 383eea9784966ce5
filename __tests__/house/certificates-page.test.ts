// The page on certificates names messages and commands that exist.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, readText } from '../support/source.js';

const page = readText('docs/certificates.md');
const source = readSource()
	.map(({ text }) => text)
	.join('\n');

/** The first cells of the table below this heading that are code. */
function codesOf(heading: string): readonly string[] {
	const [, section = ''] = page.split(`\n## ${heading}\n`);
	const [table = ''] = section.split('\n## ');
	return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code = '']) => code);
}

test('every message of the table of reasons stands in the source', () => {
	const messages = codesOf('Why a file is refused');
	assert.ok(messages.length > 25, String(messages.length));
	// An ellipsis there stands for the text that differs between files, as an expression does here; these begin with one text.
	const parts = messages.flatMap((message) =>
		message.split('\u2026').map((part) => part.replace(/^(?:found|holds a private key and) /, '').trim()),
	);
	const literals = source.replaceAll('$'.concat('{MAX_CERTIFICATES}'), '100').replace(/\$\{[^}]*\}/g, '');
	assert.deepEqual(
		parts.filter((part) => !literals.includes(part)),
		[],
	);
});

test('every command of the table is one that a message gives', () => {
	const commands = [...page.matchAll(/`(keytool [^`]+|az keyvault [^`]+)`/g)].map(([, command = '']) => command);
	assert.ok(commands.length >= 2);
	for (const command of commands) assert.ok(source.includes(command), command);
});
