// Starts the probe, a process of its own, and reads what became of its requests.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../emulator/emulator.js';
import type { ProbeOrder, ProbeResult } from './transport-probe.js';

const PROBE = fileURLToPath(new URL('transport-probe.js', import.meta.url));

// What watches the tests follows into the child: coverage, and the mutant that is on trial.
function inherited(): NodeJS.ProcessEnv {
	const watching = ['NODE_V8_COVERAGE', '__STRYKER_ACTIVE_MUTANT__'];
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => watching.includes(name)));
}

type Variables = Readonly<Record<string, string>>;

/** Sends requests with an emulator's CA trusted. */
export class Prober {
	readonly #emulator: Emulator;

	constructor(emulator: Emulator) {
		this.#emulator = emulator;
	}

	/** What became of each request; `variables` are all that the process has beside the CA. */
	async all(order: ProbeOrder, variables: Variables = {}): Promise<readonly ProbeResult[]> {
		// Without the variables of the machine, whose proxies and CAs are its own.
		const env = { NODE_EXTRA_CA_CERTS: this.#emulator.caFile, ...inherited(), ...variables };
		const child = spawn(process.execPath, [PROBE, JSON.stringify(order)], { env });
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk) => (stdout += chunk));
		child.stderr.on('data', (chunk) => (stderr += chunk));
		const exitCode = await new Promise((resolve) => child.on('close', resolve));
		assert.equal(exitCode, 0, stderr);
		return JSON.parse(stdout) as ProbeResult[];
	}

	/** What became of one request. */
	async one(request: ProbeOrder['requests'][number], variables?: Variables, timeoutMs = 5_000): Promise<ProbeResult> {
		const [result] = await this.all({ requests: [request], timeoutMs }, variables);
		assert.ok(result !== undefined);
		return result;
	}
}
