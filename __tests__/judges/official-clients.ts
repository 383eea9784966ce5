// Microsoft's own clients as judges of the emulator: those for JavaScript from tools/, msal of a Python.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { repositoryRoot } from '../runner/step-environment.js';

/** Names the Python that has msal; the clients for JavaScript must then be there as well. */
const VARIABLE = 'MSAL_JUDGE_PYTHON';

const CLIENTS = join(repositoryRoot, 'tools/official-clients');
const isNamed = (process.env[VARIABLE] ?? '') !== '';

/** Why tests with the clients for JavaScript are skipped, or false. */
export const noClients: string | false =
	!isNamed &&
	!existsSync(join(repositoryRoot, 'tools/node_modules/@azure/keyvault-keys')) &&
	'the official clients are not here: "npm --prefix tools ci" gets them';

/** Why tests with msal are skipped, or false. */
export const noMsal: string | false =
	findPython() === undefined &&
	`msal is not here: "pip install msal==1.39.0" into a Python, and set ${VARIABLE} to its path`;

function findPython(): string | undefined {
	if (isNamed) return process.env[VARIABLE];
	const own = join(repositoryRoot, '.cache/tools/bin/python');
	const hasMsal = (python: string): boolean =>
		spawnSync(python, ['-c', 'import msal'], { stdio: 'ignore' }).status === 0;
	return [own, 'python3'].find((python) => (python !== own || existsSync(own)) && hasMsal(python));
}

// biome-ignore lint/suspicious/noExplicitAny: tests compare its members with what they should be.
type Found = any;

/** Has the clients for JavaScript go through a scenario, and gives what they found. */
export function runClients(emulator: Emulator, scenario: string, more: object = {}): Promise<Found> {
	return find(emulator, process.execPath, [join(CLIENTS, 'run.js'), scenario, configure(emulator, more)]);
}

/** Has msal sign in, and gives what it found. */
export function runMsal(emulator: Emulator, more: object): Promise<Found> {
	return find(emulator, findPython() ?? 'python3', [join(CLIENTS, 'entra.py'), configure(emulator, more)]);
}

function configure({ authorityHost, vaultUrl, caFile }: Emulator, more: object): string {
	const app = { tenantId: TENANT_ID, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
	return JSON.stringify({ ...app, authorityHost, vaultUrl, caFile, ...more });
}

// Beside this process, which serves it.
function find({ caFile }: Emulator, program: string, args: readonly string[]): Promise<Found> {
	// Python's requests goes by the variable, whatever msal tells it.
	const trust = { NODE_EXTRA_CA_CERTS: caFile, REQUESTS_CA_BUNDLE: caFile };
	const env = { ...process.env, ...trust, PYTHONDONTWRITEBYTECODE: '1', NO_PROXY: '*' };
	const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
	const [stdout, stderr]: [string[], string[]] = [[], []];
	child.stdout.on('data', (chunk) => stdout.push(String(chunk)));
	child.stderr.on('data', (chunk) => stderr.push(String(chunk)));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve(JSON.parse(stdout.join('')));
			else reject(new Error(`the official client ended with ${code}: ${stderr.join('')}`));
		});
	});
}
