// What leaves unmasked stays visible, whichever line a mask comes from.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { keepVisible, renderAll } from '../../../src/render/render-all.js';
import type { Rendered } from '../../../src/render/rendered.js';
import { secret } from '../../support/arbitrary-secrets.js';
import { makeDestination, makeItem, makeRendered, makeSecretBundle } from '../../support/make-rendered.js';
import { assertHidden, formsOfText, handedTo, handMasks, linesOf, print } from '../../support/print-masked.js';

/** Lines `OUTPUT = NAME | MODIFIER ...`, rendered. */
async function renderLines(
	values: Readonly<Record<string, string>>,
	lines: readonly string[],
): Promise<readonly Rendered[]> {
	const fetched = lines.map((line) => {
		const [head = '', ...modifiers] = line.split('|').map((part) => part.trim());
		const [output = '', name = ''] = head.split('=').map((part) => part.trim());
		return {
			kind: 'secret' as const,
			destination: makeDestination(output, makeItem(name), modifiers),
			secret: makeSecretBundle(values[name] ?? ''),
		};
	});
	const context = {
		takenNames: makeTakenNames({ exportEnv: false }),
		platform: 'linux',
		randomBytes: () => Buffer.alloc(0),
	};
	return renderAll(fetched, context);
}

function logOf(rendered: readonly Rendered[]) {
	return handMasks({ masks: rendered.flatMap(({ masks }) => masks), weakness: undefined });
}

const DB = JSON.stringify({ host: 'db.contoso.com', user: 'report-reader', password: 'hunter2hunter2', env: 'prod' });

describe('an unmasked value', () => {
	it('that is a leaf stays visible beside the picked password of the same secret', async () => {
		for (const order of [(all: string[]) => all, (all: string[]) => [...all].reverse()]) {
			const lines = order(['PW = db | json password', 'HOST = db | json host | unmasked']);
			const log = logOf(await renderLines({ db: DB }, lines));
			for (const text of ['db.contoso.com', 'report-reader', 'refs/heads/prod'])
				assert.equal(print(log, text), `⟦${text}⟧`);
			assertHidden(log, 'hunter2hunter2', 'password');
		}
	});

	it('stays visible in each of its forms, though another line masks all leaves', async () => {
		const host = "db's host & <port>.contoso.com/a b";
		const db = JSON.stringify({ host, password: 'hunter2hunter2', again: Buffer.from(host).toString('base64') });
		const log = logOf(await renderLines({ db }, ['DB = db | json', 'HOST = db | json host | unmasked']));
		assert.equal(print(log, host), `⟦${host}⟧`);
		for (const [form, lines] of formsOfText(host))
			for (const one of lines) assert.equal(print(log, one), `⟦${one}⟧`, form);
		assertHidden(log, db, 'the longer value that contains it');
		assertHidden(log, 'hunter2hunter2', 'password');
	});

	it('stays visible as a line of a longer secret, whose other lines and forms are hidden', async () => {
		const value = 'db.contoso.com\nhunter2hunter2';
		const log = logOf(await renderLines({ a: value, b: 'db.contoso.com' }, ['A = a', 'B = b | unmasked']));
		assert.equal(print(log, 'db.contoso.com'), '⟦db.contoso.com⟧');
		assertHidden(log, 'hunter2hunter2', 'the other line');
		assertHidden(log, Buffer.from(value).toString('base64'), 'base64');
		assertHidden(log, JSON.stringify(value).slice(1, -1), 'JSON');
	});

	it('stays visible in quotes, with white space around it, and as all leaves of JSON', async () => {
		const list = '[\n  "db.contoso.com"\n]';
		const values = { list, db: '{"host":"db.contoso.com"}', padded: ' db.contoso.com\n' };
		const log = logOf(await renderLines(values, ['L = list', 'P = padded', 'DB = db | json | unmasked']));
		for (const text of ['db.contoso.com', '{"host":"db.contoso.com"}']) assert.equal(print(log, text), `⟦${text}⟧`);
	});

	it('that another line exports masked has no mask, and no warning of one', async () => {
		for (const value of ['prod', 'ab', 'report-reader', 'first line\n{\nsecond line', 'a line of text\nand another']) {
			const rendered = await renderLines({ env: value }, ['A = env', 'B = env | unmasked']);
			assert.deepEqual(handedTo(logOf(rendered)), [], value);
			assert.ok(rendered.every(({ weakness }) => weakness === undefined));
		}
	});

	it('is not named among the leaves that are common words', async () => {
		const leavesOf = ([first]: readonly Rendered[]) =>
			first?.weakness?.kind === 'leaves' && first.weakness.leaves.map(({ path }) => path[0]);
		const db = '{"env":"prod","branch":"main","x":"hunter2"}';
		assert.deepEqual(leavesOf(await renderLines({ db }, ['A = db | json', 'B = db | json env | unmasked'])), [
			'branch',
		]);
		const both = ['A = db | json', 'B = db | json env | unmasked', 'C = db | json branch | unmasked'];
		assert.deepEqual((await renderLines({ db }, both))[0]?.weakness, undefined);
	});

	it('leaves every other warning and mask as it was', async () => {
		const values = { a: 'abc', b: '{\n}', c: 'visible value', empty: '' };
		const lines = ['A = a', 'B = b', 'E = empty | unmasked'];
		const before = await renderLines(values, lines.slice(0, 2));
		const after = await renderLines(values, [...lines, 'C = c | unmasked']);
		assert.deepEqual(
			after.slice(0, 2).map(({ weakness }) => weakness),
			before.map(({ weakness }) => weakness),
		);
		assert.deepEqual(handedTo(logOf(after)), handedTo(logOf(before)));
	});

	it('beside a weakness that is not known is a bug', () => {
		const rendered = makeRendered('a', 'hunter2', { weakness: { kind: 'unheard of' } as never });
		assert.throws(
			() => keepVisible([rendered], ['other']),
			(error) => (error as { kind: string }).kind === 'unheard of',
		);
	});

	// Promise: L12
	it('stays visible whatever its kind, and every other secret hidden', async () => {
		await fc.assert(
			fc.asyncProperty(secret, async (value) => {
				const text = Buffer.from(value).toString();
				fc.pre(!/hunter2|PRIVATE KEY/.test(text) && !'hunter2hunter2'.includes(text.trim()));
				const lines = ['A = a', 'B = a | base64 | unmasked', 'P = p', 'J = j | json'];
				const encoded = Buffer.from(text).toString('base64');
				const j = JSON.stringify({ text, password: 'hunter2hunter2' });
				const rendered = await renderLines({ a: encoded, p: 'hunter2hunter2', j }, [
					...lines,
					'T = a | base64 | file | unmasked',
				]);
				const log = logOf(rendered);
				for (const one of linesOf(text)) assert.equal(print(log, one), `⟦${one}⟧`);
				assertHidden(log, 'hunter2hunter2', 'password');
			}),
			{ numRuns: 200 },
		);
	});
});
