// House rules about what is committed in each action's dist: small, an ES module, and only what runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readText } from './source.js';

for (const folder of ['dist', 'token/dist', 'rotate/dist']) {
	const bundle = readText(`${folder}/index.js`);

	// A failure must not print the bundle.
	const lineWith = (pattern: RegExp): string | undefined => bundle.split('\n').find((line) => pattern.test(line));

	describe(folder, () => {
		it('holds the bundle, its kind and its licences, and nothing else', () => {
			const names = readdirSync(join(ROOT, folder)).filter((name) => name !== 'clean-up');
			assert.deepEqual(names.sort(), ['index.js', 'licenses.txt', 'package.json']);
		});

		it('is an ES module that Node can read', () => {
			assert.equal(JSON.parse(readText(`${folder}/package.json`)).type, 'module');
			assert.notEqual(lineWith(/^import \{.*\} from "(?:node:)?module";$/), undefined);
			const { status, stderr } = spawnSync(process.execPath, ['--check', join(ROOT, folder, 'index.js')], {
				encoding: 'utf8',
			});
			assert.equal(status, 0, stderr);
		});

		it('holds nothing of undici', () => {
			for (const pattern of [/undici\//, /class Dispatcher\b/, /["']undici["']/])
				assert.equal(lineWith(pattern), undefined);
		});

		it('is the whole program: it loads nothing but what Node has', () => {
			const loads = /(?:^import\b.*\bfrom |createRequire\(import\.meta\.url\)\()["']([^"']+)["']/gm;
			const loaded = [...bundle.matchAll(loads)].map(([, specifier = '']) => specifier);
			assert.ok(loaded.includes('node:https'));
			assert.deepEqual(
				loaded.filter((specifier) => !isBuiltin(specifier)),
				[],
			);
		});

		it('has the licences of the packages in the bundle, and no others', () => {
			const licences = readText(`${folder}/licenses.txt`);
			const names = licences.split('\n').filter((line) => /^[@a-z][a-z0-9@/.-]*$/.test(line));
			assert.deepEqual(names, ['@actions/core', '@actions/http-client']);
			assert.match(licences, /Permission is hereby granted/);
		});
	});
}

describe('dist/clean-up', () => {
	it('is small, loads no network and holds nothing of others', () => {
		assert.deepEqual(readdirSync(join(ROOT, 'dist/clean-up')).sort(), ['index.js', 'package.json']);
		const program = readText('dist/clean-up/index.js');
		assert.ok(program.length < 100_000);
		const loaded = [...program.matchAll(/createRequire\(import\.meta\.url\)\(["']([^"']+)["']/g)].map(
			([, name]) => name,
		);
		assert.ok(loaded.includes('node:fs'));
		assert.deepEqual(
			loaded.filter((name) => !/^node:(?:fs|path|os|child_process|crypto)$/.test(name ?? '')),
			[],
		);
	});
});
