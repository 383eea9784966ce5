// The golden file of all messages: words are checked there alone, and a new message shows up in it by itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { listMessages } from '../../scripts/messages.js';
import { ROOT, readSource, readText } from '../support/source.js';

const golden = readText('__tests__/house/messages.txt').replaceAll('\r\n', '\n');

/** Lists the messages of a program of one file. */
function messagesOf(path: string, text: string): string {
	const files = { '/program/tsconfig.json': '{ "include": ["src"] }', [`/program/src/${path}`]: text };
	return listMessages('/program', { fs: createVirtualFileSystem(files) });
}

describe('the golden file of messages', () => {
	it('has those of the source: after a change, run "npm run docs" and read what changed', () => {
		assert.equal(listMessages(ROOT), golden);
	});

	it('has the code of every error', () => {
		const codes = readSource().flatMap(({ text }) => text.match(/(?<=\bcode: ['`])[A-Z][A-Z\d_]+(?=['`])/g) ?? []);
		assert.ok(codes.length >= 60, `${codes.length}`);
		for (const code of codes) assert.match(golden, new RegExp(`^\\t\\{?(?:\\w+\\|)*${code}\\b`, 'm'), code);
	});
});

describe('the list of messages', () => {
	it('has an error as code, title and sentences, with values as placeholders', () => {
		const text = `function lost(item: Item, count: number) {
			return new ActionError({
				code: 'ITEM_LOST',
				title: 'Item lost',
				subject: \`secret \${item.name}\`,
				problem: \`\${count} \${count === 1 ? 'version is' : 'versions are'} lost.\`,
				hint: advise(item, 'Ask the owner.'),
			});
		}`;
		assert.equal(
			messagesOf('keyvault/lost.ts', text),
			'# keyvault\n\nlost\n\tITEM_LOST \u00b7 Item lost\n\tsecret {name}: {count} {version is|versions are} lost. {advise()}\n\tAsk the owner.\n',
		);
	});

	it('has log lines of a single word too, and every other text of two words', () => {
		const text = `const LINES = ['kind', 'two words'];
			const advise = (log: Log): string => { log.info('Done'); log.annotate('notice', { title: 'T', text: \`a\\nb\` }); return 'word'; };`;
		assert.equal(
			messagesOf('say.ts', text),
			'# ground floor\n\nLINES\n\ttwo words\n\nadvise\n\t(log) Done\n\tT\n\ta\\nb\n',
		);
	});

	it('has no types, imports, heads of PEM blocks or programs for PowerShell', () => {
		const text = `import a from 'a b'; type A = 'a b'; const B = ['RSA KEY', 'if ($a) { throw 1 }', \`\${a} \${a}\`];`;
		assert.equal(messagesOf('say.ts', text), '\n');
	});

	it('needs a project', () => {
		assert.throws(() => listMessages('/nowhere', { fs: createVirtualFileSystem({}) }));
	});
});
