// Where the Nodes for the tests of dist come from.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { findNodes, type Host } from './node24.js';

const own = { version: '20.20.2', path: '/usr/bin/node' };
const host: Host = { own, second: undefined, readVersion: () => '24.1.2' };
const NOTE = 'Neither this Node nor SECOND_NODE is Node 24.';

describe('findNodes', () => {
	test('finds the one that runs the tests, and says that it is not the one that runners have', () => {
		assert.deepEqual(findNodes(host), { nodes: [own], note: NOTE });
	});

	test('finds the second one that is named', () => {
		const second = { version: '24.1.2', path: '/opt/node' };
		assert.deepEqual(findNodes({ ...host, second: '/opt/node' }), { nodes: [own, second], note: undefined });
		const older = { ...host, second: '/opt/node', readVersion: () => '22.0.0' };
		assert.equal(findNodes(older).note, NOTE);
	});

	test('needs no other if this process runs on Node 24', () => {
		const nodes = [{ version: '24.0.1', path: '/usr/bin/node' }];
		assert.deepEqual(findNodes({ ...host, own: { version: '24.0.1', path: '/usr/bin/node' } }), {
			nodes,
			note: undefined,
		});
	});

	test('fails if what is named is no Node, so that nobody believes it was run', () => {
		const second = '/there/is/no/node';
		assert.throws(() =>
			findNodes({ ...host, second, readVersion: (path) => execFileSync(path, { encoding: 'utf8' }) }),
		);
	});

	test('finds Nodes on this machine that are what they say', () => {
		const { nodes } = findNodes();
		assert.equal(nodes[0]?.path, process.execPath);
		for (const { version, path } of nodes)
			assert.equal(execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), `v${version}`);
	});
});
