// House rules about what is committed in each action's dist: small, CommonJS with parts beside it, and only what runs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, readText } from '../support/source.js';

/** Limit of what every run loads, comments included. */
const MAX_BYTES = 400_000;

const PART = /^\d+\.index\.js$/;

for (const folder of ['dist', 'token/dist', 'rotate/dist', 'expiry/dist']) {
	const names = readdirSync(join(ROOT, folder)).filter((name) => name !== 'clean-up');
	const programs = names.filter((name) => name.endsWith('.js'));
	const texts = new Map(programs.map((name) => [name, readText(`${folder}/${name}`)]));
	const bundle = texts.get('index.js') ?? '';

	// A failure must not print the bundle.
	const lineWith = (pattern: RegExp): string | undefined =>
		[...texts.values()].flatMap((text) => text.split('\n')).find((line) => pattern.test(line));

	describe(folder, () => {
		it('holds the program with its parts, its kind and its licenses, and nothing else', () => {
			const others = names.filter((name) => !PART.test(name));
			assert.deepEqual(others.sort(), ['index.js', 'licenses.txt', 'package.json']);
		});

		it('is small in what every run loads', () => {
			assert.ok(Buffer.byteLength(bundle) <= MAX_BYTES, `${Buffer.byteLength(bundle)} bytes`);
		});

		it('has the parts that the program loads, and no others', () => {
			const loads = /__(?:nccwpck|webpack)_require__\.e\((?:\/\* import\(\) \*\/ )?(\d+)\)/g;
			const loaded = [...texts.values()].flatMap((text) => [...text.matchAll(loads)]);
			const wanted = new Set(loaded.map(([, id = '']) => `${id}.index.js`));
			assert.deepEqual([...wanted].sort(), programs.filter((name) => PART.test(name)).sort());
		});

		it('is CommonJS that Node can read, each part as well', () => {
			assert.equal(JSON.parse(readText(`${folder}/package.json`)).type, 'commonjs');
			for (const name of programs) {
				const { status, stderr } = spawnSync(process.execPath, ['--check', join(ROOT, folder, name)], {
					encoding: 'utf8',
				});
				assert.equal(status, 0, stderr);
			}
		});

		it('holds nothing of undici but what stands in for it', () => {
			for (const pattern of [/node_modules\/undici/, /class Dispatcher\b/]) assert.equal(lineWith(pattern), undefined);
			assert.notEqual(lineWith(/undici is not part of this bundle/), undefined);
		});

		// Promise: P8
		it('is the whole program: beside its parts it loads nothing but what Node has', () => {
			const loads = /\brequire\(["']([^"']+)["']\)/g;
			const loaded = [...texts.values()].flatMap((text) => [...text.matchAll(loads)].map(([, name = '']) => name));
			assert.ok(loaded.includes('node:https'));
			assert.deepEqual(
				loaded.filter((specifier) => !isBuiltin(specifier)),
				[],
			);
		});

		// Promise: P8
		it('has the licenses of the packages in the bundle, and no others', () => {
			const licences = readText(`${folder}/licenses.txt`);
			const packages = licences.split('\n').filter((line) => /^(?:@[a-z]+\/)?[a-z][a-z0-9.-]*$/.test(line));
			assert.deepEqual(packages, ['@actions/core', '@actions/exec', '@actions/http-client', '@actions/io', 'tunnel']);
			assert.match(licences, /Permission is hereby granted/);
		});
	});
}

describe('dist/clean-up', () => {
	it('is small, loads no network and holds nothing of others', () => {
		assert.deepEqual(readdirSync(join(ROOT, 'dist/clean-up')).sort(), ['index.js', 'package.json']);
		const program = readText('dist/clean-up/index.js');
		assert.ok(program.length < 150_000);
		const loaded = [...program.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
		assert.ok(loaded.includes('node:fs'));
		assert.deepEqual(
			loaded.filter((name) => !/^node:(?:fs|path|os|child_process|crypto)$/.test(name ?? '')),
			[],
		);
	});
});
