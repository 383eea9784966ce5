// The Nodes that the tests of dist run: the one that runs the tests, and a second one if SECOND_NODE names it.
import { execFileSync } from 'node:child_process';

/** One Node. */
export interface NodeBinary {
	/** E.g. `24.21.0`. */
	readonly version: string;
	readonly path: string;
}

/** The Nodes that are there. */
export interface NodeBinaries {
	/** This process's own first. */
	readonly nodes: readonly NodeBinary[];
	/** Why Node 24, which runners have, is not among them; undefined if it is. */
	readonly note: string | undefined;
}

/** The machine, as far as it matters here. */
export interface Host {
	readonly own: NodeBinary;
	/** The path of another Node; undefined if there is none. */
	readonly second: string | undefined;
	/** Returns the version that a Node prints. Throws if it cannot be started. */
	readVersion(path: string): string;
}

const THIS_HOST: Host = {
	own: { version: process.versions.node, path: process.execPath },
	second: process.env['SECOND_NODE'] || undefined,
	readVersion: (path) => execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, ''),
};

/**
 * Finds them.
 * @throws if SECOND_NODE names no Node
 */
export function findNodes({ own, second, readVersion }: Host = THIS_HOST): NodeBinaries {
	const nodes = second === undefined ? [own] : [own, { version: readVersion(second), path: second }];
	const has24 = nodes.some(({ version }) => version.startsWith('24.'));
	return { nodes, note: has24 ? undefined : 'Neither this Node nor SECOND_NODE is Node 24.' };
}
