// Measures an expiry report over five vaults and a tenant, beside a bare script that lists the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../../__tests__/emulator/directory.js';
import { inputVariables, readActionFile } from '../../__tests__/runner/action-file.js';
import { runChild } from '../../__tests__/runner/child.js';
import { makeStepFolders } from '../../__tests__/runner/step-folders.js';
import { table } from '../../scripts/readme-tables.js';
import { NETWORKS, type Network } from './cases.js';
import { EXPIRY_SIZE, type ExpiryService, startExpiryService } from './expiry-service.js';
import { median } from './figures.js';
import { machineVariables } from './measure.js';
import { formatRatio } from './report.js';

const ROUNDS = 5;
const TIMEOUT_MS = 300_000;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RECORDER = join(ROOT, 'tools/bench/clients/record-memory.cjs');

const PROGRAMS = { bare: 'tools/bench/clients/bare-expiry.js', action: 'expiry/dist/index.js' } as const;

type ProgramName = keyof typeof PROGRAMS;

/** Time and memory that a run of a program took. */
interface Taken {
	readonly ms: number;
	/** The peak of the process. */
	readonly mib: number;
}

/** Results for a network. */
export interface ExpiryFigures {
	readonly network: Pick<Network, 'label'>;
	/** By program, round by round. */
	readonly taken: Readonly<Record<ProgramName, readonly Taken[]>>;
	/** Requests of one step of the action. */
	readonly requests: number;
}

/**
 * Runs both programs in turn, round after round, over each network.
 * @throws Error if one of them does not list everything
 */
export async function measureExpiry(node: string): Promise<readonly ExpiryFigures[]> {
	const figures: ExpiryFigures[] = [];
	for (const network of NETWORKS) figures.push(await measureNetwork(node, network));
	return figures;
}

async function measureNetwork(node: string, network: Network): Promise<ExpiryFigures> {
	const service = await startExpiryService(node, network);
	try {
		const taken: Record<ProgramName, Taken[]> = { bare: [], action: [] };
		let requests = 0;
		// The first round is not counted.
		for (let round = -1; round < ROUNDS; round += 1) {
			for (const name of ['bare', 'action'] as const) {
				const one = await runProgram(node, PROGRAMS[name], service);
				requests = await service.count();
				if (round >= 0) taken[name].push(one);
			}
		}
		return { network, taken, requests };
	} finally {
		await service.close();
	}
}

async function runProgram(node: string, program: string, { address }: ExpiryService): Promise<Taken> {
	const folders = makeStepFolders();
	const memoryFile = join(folders.workspace, 'memory');
	const inputs = inputVariables(readActionFile(join(ROOT, 'expiry/action.yml')), {
		'tenant-id': TENANT_ID,
		'client-id': CLIENT_ID,
		'client-secret': CLIENT_SECRET,
		'authority-host': address.authorityHost,
		'graph-host': address.graphHost,
		'vault-suffix': 'localhost',
		keyvaults: address.vaultUrls.join('\n'),
		'tenant-apps': 'true',
	});
	const env = {
		...machineVariables(),
		...folders.files,
		RUNNER_TEMP: folders.temp,
		...inputs,
		NODE_EXTRA_CA_CERTS: address.caFile,
		NODE_OPTIONS: `--require "${RECORDER.replaceAll('\\', '/')}"`,
		BENCH_MEMORY_FILE: memoryFile,
	};
	const order = { file: node, args: [join(ROOT, program)], cwd: folders.workspace, env, timeoutMs: TIMEOUT_MS };
	const startMs = performance.now();
	const { exitCode, stdout, stderr } = await runChild(order);
	const ms = performance.now() - startMs;
	const [, , path = ''] =
		/^report-path<<(\S+)\r?\n(.*)\r?\n\1/m.exec(readFileSync(folders.files.GITHUB_OUTPUT, 'utf8')) ?? [];
	if (exitCode !== 0 || path === '') throw new Error(`${program} ended with ${exitCode}:\n${stdout}${stderr}`);
	const entries = (JSON.parse(readFileSync(path, 'utf8')) as readonly unknown[]).length;
	const mib = Number(readFileSync(memoryFile, 'utf8')) / 1024;
	folders.dispose();
	const { vaults, secrets, certificates, keys, applications } = EXPIRY_SIZE;
	const least = vaults * (secrets + certificates + keys) + applications;
	if (entries < least) throw new Error(`${program} listed ${entries} instead of ${least} at least`);
	return { ms, mib };
}

/** The ratio of the action to the bare script, as the median of the rounds. */
export function expiryRatio({ taken }: Pick<ExpiryFigures, 'taken'>, what: keyof Taken): number {
	return median(taken.action.map((one, round) => one[what] / (taken.bare[round]?.[what] ?? Number.NaN)));
}

/** A table for the document. */
export function describeExpiry(all: readonly ExpiryFigures[]): readonly string[] {
	return table(
		['Network', 'Bare script on node:https', 'This action', 'Peak of its memory', 'Requests'],
		all.map((one) => {
			const peak = median(one.taken.action.map(({ mib }) => mib));
			return [
				one.network.label,
				'1.00',
				formatRatio(expiryRatio(one, 'ms')),
				`${Math.round(peak)} MiB`,
				`${one.requests}`,
			];
		}),
	);
}

/** For the console, with times. */
export function describeExpiryTimes(all: readonly ExpiryFigures[]): readonly string[] {
	return all.map(({ network, taken, requests }) => {
		const [bare, action] = [taken.bare, taken.action].map((runs) => {
			const [ms, mib] = [median(runs.map((one) => one.ms)), median(runs.map((one) => one.mib))];
			return `${ms.toFixed(0)} ms and ${mib.toFixed(0)} MiB`;
		});
		return `a report, ${network.label}: bare ${bare}, action ${action}, ${requests} requests`;
	});
}
