// House rule: every package that is depended on is justified, and nothing is installed by a script.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readText } from '../support/source.js';

const page = readText('docs/dependencies.md');

for (const folder of ['', 'tools/']) {
	const manifest = JSON.parse(readText(`${folder}package.json`)) as Readonly<Record<string, Record<string, string>>>;
	const own = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
		Object.entries(manifest[kind] ?? {}),
	);

	describe(`${folder}package.json`, () => {
		it('names no package that docs/dependencies.md does not justify', () => {
			assert.ok(own.length > 0);
			assert.deepEqual(
				own.map(([name]) => name).filter((name) => !page.includes(`\`${name}\``)),
				[],
			);
		});

		it('wants one version of each', () => {
			assert.deepEqual(
				own.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
				[],
			);
		});

		it('has a lock file without a package that an install script belongs to, and without addresses', () => {
			const lock = readText(`${folder}package-lock.json`);
			assert.doesNotMatch(lock, /"hasInstallScript"|"resolved": "http/);
		});
	});
}

describe('what is installed for a run', () => {
	it('is as many packages as docs/dependencies.md says', () => {
		const { packages } = JSON.parse(readText('package-lock.json')) as {
			readonly packages: Readonly<Record<string, { readonly dev?: true; readonly optional?: true }>>;
		};
		const atRun = Object.entries(packages).filter(([path, { dev, optional }]) => path !== '' && !dev && !optional);
		assert.equal(atRun.length, 6);
		assert.match(page, /They install six packages/);
	});
});
