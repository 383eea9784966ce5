// Measures a token step without a certificate: one ID token and two tokens, beside a bare script that does the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputVariables, readActionFile } from '../../__tests__/runner/action-file.js';
import { runChild } from '../../__tests__/runner/child.js';
import { makeStepFolders } from '../../__tests__/runner/step-folders.js';
import { table } from '../../scripts/readme-tables.js';
import { NETWORKS, type Network } from './cases.js';
import { median } from './figures.js';
import { machineVariables } from './measure.js';
import { formatRatio } from './report.js';
import { type Service, startService } from './service.js';

const ROUNDS = 25;
const TIMEOUT_MS = 60_000;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const SCOPES = ['EXO = https://outlook.office365.com/.default', 'GRAPH = https://graph.microsoft.com/.default'];

const PROGRAMS = { bare: 'tools/bench/clients/bare-tokens.js', action: 'token/dist/index.js' } as const;

type ProgramName = keyof typeof PROGRAMS;

/** Results for a network. */
export interface TokenFigures {
	readonly network: Pick<Network, 'label'>;
	/** Milliseconds by program, round by round. */
	readonly tookMs: Readonly<Record<ProgramName, readonly number[]>>;
	/** Requests of one step of the action. */
	readonly requests: number;
}

/**
 * Runs both programs in turn, round after round, over each network.
 * @throws Error if one of them does not export both tokens
 */
export async function measureTokens(node: string): Promise<readonly TokenFigures[]> {
	const figures: TokenFigures[] = [];
	for (const network of NETWORKS) figures.push(await measureNetwork(node, network));
	return figures;
}

async function measureNetwork(node: string, network: Network): Promise<TokenFigures> {
	const service = await startService(node, { ...network, secretCount: 0 });
	try {
		const tookMs: Record<ProgramName, number[]> = { bare: [], action: [] };
		let requests = 0;
		// The first round is not counted.
		for (let round = -1; round < ROUNDS; round += 1) {
			for (const name of ['bare', 'action'] as const) {
				const took = await runProgram(node, PROGRAMS[name], service);
				({ requests } = await service.count());
				if (round >= 0) tookMs[name].push(took);
			}
		}
		return { network, tookMs, requests };
	} finally {
		await service.close();
	}
}

async function runProgram(node: string, program: string, { address }: Service): Promise<number> {
	const folders = makeStepFolders();
	const inputs = inputVariables(readActionFile(join(ROOT, 'token/action.yml')), {
		'tenant-id': address.tenantId,
		'client-id': address.clientId,
		'authority-host': address.authorityHost,
		scopes: SCOPES.join('\n'),
	});
	const variables = { ...address.idTokenVariables, NODE_EXTRA_CA_CERTS: address.caFile };
	const env = { ...machineVariables(), ...folders.files, ...inputs, ...variables };
	const order = { file: node, args: [join(ROOT, program)], cwd: folders.workspace, env, timeoutMs: TIMEOUT_MS };
	const startMs = performance.now();
	const { exitCode, stdout, stderr } = await runChild(order);
	const tookMs = performance.now() - startMs;
	const outputs = readFileSync(folders.files.GITHUB_OUTPUT, 'utf8');
	folders.dispose();
	const isDone = ['EXO', 'GRAPH'].every((name) => new RegExp(`^${name}<<`, 'm').test(outputs));
	if (exitCode !== 0 || !isDone) throw new Error(`${program} ended with ${exitCode}:\n${stdout}${stderr}`);
	return tookMs;
}

/** The ratio of the action to the bare script, as the median of the rounds. */
export function ratioOf({ tookMs }: Pick<TokenFigures, 'tookMs'>): number {
	return median(tookMs.action.map((took, round) => took / (tookMs.bare[round] ?? Number.NaN)));
}

/** A table for the document. */
export function describeTokens(all: readonly TokenFigures[]): readonly string[] {
	return table(
		['Network', 'Bare script on node:https', 'This action', 'Requests'],
		all.map((one) => [one.network.label, '1.00', formatRatio(ratioOf(one)), `${one.requests}`]),
	);
}

/** For the console, with times. */
export function describeTimes(all: readonly TokenFigures[]): readonly string[] {
	return all.map((one) => {
		const [bare, action] = [one.tookMs.bare, one.tookMs.action].map((times) => median(times).toFixed(0));
		return `two tokens, ${one.network.label}: bare ${bare} ms, action ${action} ms, ratio ${formatRatio(ratioOf(one))}`;
	});
}
