// Measures the cost of a pattern in a large vault: how it is asked, how long the step takes, and how much memory.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bench, runStep } from './measure.js';
import { namesOf, type Service, startService, WANTED } from './service.js';
import type { VaultCase, VaultSample, VaultSamples } from './vault-figures.js';

/** Milliseconds before each answer: so many that the order of requests shows in the time, whatever the machine. */
const LATENCY_MS = 80;
const ROUNDS = 3;
const WANTED_COUNT = 500;

/** The large vault, and the one that it is compared with. */
export const VAULTS: readonly [large: VaultCase, small: VaultCase] = [
	{ secretCount: 10_000, wantedCount: WANTED_COUNT, latencyMs: LATENCY_MS },
	{ secretCount: 1_000, wantedCount: WANTED_COUNT, latencyMs: LATENCY_MS },
];

const RECORDER = fileURLToPath(new URL('../../../tools/bench/clients/record-memory.cjs', import.meta.url));

/**
 * Runs the action against each vault in turn, round after round.
 * @throws if it does not fetch what matches
 */
export async function measureVaults(bench: Bench): Promise<readonly VaultSamples[]> {
	const started = await Promise.all(
		VAULTS.map(async (measured) => ({
			measured,
			service: await startService(bench.node, { ...measured, roundTripMs: 0 }),
			samples: [] as VaultSample[],
		})),
	);
	try {
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const { measured, service, samples } of started) samples.push(await measureVault(bench, measured, service));
		}
		return started;
	} finally {
		for (const { service } of started) await service.close();
	}
}

async function measureVault(bench: Bench, measured: VaultCase, service: Service): Promise<VaultSample> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const memoryFile = join(folder, 'memory');
		const names = namesOf(measured).wanted;
		const variables = { NODE_OPTIONS: `--require "${RECORDER.replaceAll('\\', '/')}"`, BENCH_MEMORY_FILE: memoryFile };
		const tookMs = await runStep(bench, { client: 'action', service, secrets: WANTED, names, variables });
		const peakKib = Number(readFileSync(memoryFile, 'utf8'));
		return { tookMs, peakKib, ...(await service.count()), course: await service.course() };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
