// A secret that is JSON as outputs and masks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskSecret } from '../../../src/masks/masks.js';
import { makeTakenNames } from '../../../src/plan/output-names.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';
import { renderSecret } from '../../../src/render/render-secret.js';
import { makeDestination, makeSecretBundle } from '../../support/make-rendered.js';
import { BINARY, ITEM, masksOf, refusal, render, textsOf } from '../../support/secret-rendering.js';

describe('| json', () => {
	const config =
		'{"host": "db.contoso.com", "Pass Word": "hunter2", "port": 1433, "tls": true, "none": null, "at": [{"no": 1.50}], "empty": {}}';

	it('gives the whole and each leaf, as outputs and in "secrets"', async () => {
		const rendered = await render(config, ['json']);
		assert.deepEqual(textsOf(rendered.outputs), {
			DB: config,
			'DB-host': 'db.contoso.com',
			'DB-Pass_Word': 'hunter2',
			'DB-port': '1433',
			'DB-tls': 'true',
			'DB-none': '',
			'DB-at-0-no': '1.50',
		});
		assert.deepEqual(rendered.secrets, rendered.outputs);
	});

	it('makes "_" of each character of a key that an output may not have', async () => {
		const rendered = await render('{"a.b c": {"ü😀": "x"}, "": "y"}', ['json']);
		assert.deepEqual(Object.keys(textsOf(rendered.outputs)).slice(1), ['DB-a_b_c-__', 'DB-']);
	});

	// Promise: L9
	it('gives one leaf alone with a path, and masks it alone', async () => {
		const rendered = await render(config, ['json Pass Word']);
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'hunter2' });
		assert.deepEqual(textsOf(rendered.secrets), { DB: 'hunter2' });
		assert.deepEqual(masksOf(rendered), masksOf(maskSecret('hunter2')));
		const encoded = await render(Buffer.from(config).toString('base64'), ['base64', 'json Pass Word']);
		assert.deepEqual(masksOf(encoded), masksOf(maskSecret('hunter2')));
	});

	it('masks the whole and each leaf without a path, except for what the log would suffer for', async () => {
		const texts = masksOf(await render(config, ['json']));
		for (const text of [config, 'db.contoso.com', 'hunter2']) assert.ok(texts.includes(text), text);
		for (const text of ['1433', 'true', '1.50', '']) assert.ok(!texts.includes(text), text);
	});

	it('reads what base64 has decoded', async () => {
		const rendered = await render(Buffer.from('{"user": "somebody"}').toString('base64'), ['base64', 'json user']);
		assert.deepEqual(textsOf(rendered.outputs), { DB: 'somebody' });
		assert.ok(masksOf(rendered).includes('somebody'));
	});

	it('says of a leaf that was picked how weak its mask is, and of all leaves which are common words', async () => {
		const text =
			'{"pin": "abc", "port": 1433, "flag": "true", "none": null, "empty": "", "long": "hunter2", "env": "prod"}';
		for (const [path, kind] of [
			['pin', 'short'],
			['port', 'commonplace'],
			['flag', 'commonplace'],
			['env', 'commonplace'],
		] as const)
			assert.deepEqual((await render(text, [`json ${path}`])).weakness, { kind, path });
		for (const path of ['none', 'empty', 'long'])
			assert.equal((await render(text, [`json ${path}`])).weakness, undefined);
		const { weakness } = await render(text, ['json']);
		assert.deepEqual(weakness?.kind === 'leaves' && weakness.leaves.map(({ path }) => path), [['env']]);
	});

	it('refuses what is no object or list, by its line and name', async () => {
		for (const value of ['hunter2', '"hunter2"', '"{hunter2"', '7', '{"a": hunter2}']) {
			assert.equal(
				await refusal(value, ['json']),
				'secrets line 1 (secret db-config): the value is not a JSON object or list. Remove | json to get it as it is.',
			);
		}
		assert.match(await refusal(BINARY.toString('base64'), ['base64', 'json']), /line 1 .*not UTF-8/);
	});

	it('refuses a path to nothing', async () => {
		assert.match(
			await refusal('{"a": "hunter2"}', ['json b']),
			/^secrets line 1 \(secret db-config\): the path "b" leads nowhere: the whole value is an object without the key "b"\. Keys must match exactly\.$/,
		);
	});

	it('refuses a leaf whose output another line sets, by both lines', async () => {
		const takenNames = makeTakenNames({ exportEnv: false });
		const other = { input: 'secrets', number: 7 };
		takenNames.take({ line: other, essence: 'another', outputs: ['db-HOST'] });
		assert.match(
			await refusal(config, ['json'], { takenNames }),
			/^secrets line 1: the line would set the output "DB-host", which secrets line 7 sets already/,
		);
	});

	it('refuses a leaf of one line that a leaf of another is called as', async () => {
		const takenNames = makeTakenNames({ exportEnv: false });
		await render('{"a-b": "hunter2"}', ['json'], { takenNames });
		const longer = { ...makeDestination('DB-a', ITEM, ['json']), line: { input: 'secrets', number: 2 } };
		await assert.rejects(
			renderSecret(longer, makeSecretBundle('{"b": "hunter2"}'), { takenNames }),
			/secrets line 2: the line would set the output "DB-a-b", which secrets line 1 sets already/,
		);
	});

	it('refuses two leaves of one name, also of one that differs in case alone', async () => {
		for (const text of ['{"a": 1, "a": 2}', '{"a b": 1, "A.b": 2}', '{"a": {"b": 1}, "a-b": 2}']) {
			assert.match(
				await refusal(text, ['json']),
				/^secrets line 1: the line would set the output .* twice \(case does not matter\)\./,
			);
		}
	});

	it('refuses a leaf whose variable would change later steps', async () => {
		const takenNames = makeTakenNames({ exportEnv: true, refuses: isRefusedVariable });
		const destination = makeDestination('node', ITEM, ['json']);
		const secret = makeSecretBundle('{"options": "--require ./hunter.js"}');
		await assert.rejects(
			renderSecret(destination, secret, { takenNames }),
			/secrets line 1: the line would set the variable NODE_OPTIONS, which changes how later steps run/,
		);
	});

	it('takes no output for a leaf that was picked', async () => {
		const takenNames = makeTakenNames({ exportEnv: false });
		await render(config, ['json port'], { takenNames });
		assert.equal(takenNames.take({ line: { input: 'secrets', number: 2 }, essence: 'x', outputs: ['DB-port'] }), true);
	});
});
