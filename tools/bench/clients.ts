// Clients to measure: the committed action, and what a user would otherwise run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputVariables, readActionFile } from '../../__tests__/runner/action-file.js';

/** Everything that is measured, by name. */
export type ClientName =
	| 'bare'
	| 'action'
	| 'sdk-parallel'
	| 'sdk-own-authority'
	| 'sdk-in-sequence'
	| 'empty'
	| 'toolkit'
	| 'sdk-start';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** Names of the clients for people. */
export const LABELS: Readonly<Record<ClientName, string>> = {
	bare: 'bare script on node:https',
	action: 'this action',
	'sdk-parallel': 'Azure SDK, in parallel',
	'sdk-own-authority': 'Azure SDK, own authority',
	'sdk-in-sequence': 'Azure SDK, one by one',
	empty: 'an empty script',
	toolkit: "GitHub's toolkit as it comes, with undici",
	'sdk-start': 'Azure SDK',
};

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUNDLES = join(ROOT, '.cache/bench');
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

/** Bundles what is bundled in real life, and says how each client is started. */
export function prepareClients(node: string): Readonly<Record<ClientName, Command>> {
	const sdk = bundle(node, 'azure-sdk');
	const source = (name: string): string => join(ROOT, `tools/bench/clients/${name}.js`);
	return {
		bare: [source('bare')],
		action: [join(ROOT, 'dist/index.js')],
		'sdk-parallel': [sdk],
		'sdk-own-authority': [sdk, 'own-authority'],
		'sdk-in-sequence': [sdk, 'in-sequence'],
		empty: [source('empty')],
		toolkit: [bundle(node, 'toolkit')],
		'sdk-start': [sdk],
	};
}

// In the bench's own folder, so that the settings with which the action's bundle leaves parts of the toolkit out are not read.
function bundle(node: string, name: string): string {
	const folder = join(BUNDLES, name);
	const args = [ncc, 'build', `clients/${name}.js`, '-o', folder, '--target', 'es2022', '--no-cache'];
	const { status, stdout, stderr } = spawnSync(node, args, { cwd: join(ROOT, 'tools/bench'), encoding: 'utf8' });
	if (status !== 0) throw new Error(`ncc failed:\n${stdout}${stderr}`);
	return join(folder, 'index.js');
}

/** The variables that hand a step's inputs to the action; the other clients read some of them. */
export function stepVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
	return inputVariables(readActionFile(join(ROOT, 'action.yml')), inputs);
}

/** Versions of what is measured, by package. */
export function readVersions(): Readonly<Record<string, string>> {
	const read = (path: string): { version: string; dependencies?: Record<string, string> } =>
		JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
	return { 'this action': read('package.json').version, ...read('tools/package.json').dependencies };
}
