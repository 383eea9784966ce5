// Measuring: clients as whole processes, in turn, so that what disturbs the machine disturbs all of them.
import { readFileSync } from 'node:fs';
import { runChild } from '../../__tests__/runner/child.js';
import { makeStepFolders } from '../../__tests__/runner/step-folders.js';
import type { Case } from './cases.js';
import { type ClientName, type Command, stepVariables } from './clients.js';
import type { Sample, Samples } from './figures.js';
import { type Service, secretName, secretValue, startService } from './service.js';

const TIMEOUT_MS = 120_000;

/** The Node that runs everything, and how each client is started. */
export interface Bench {
	readonly node: string;
	readonly commands: Readonly<Record<ClientName, Command>>;
}

/**
 * Runs a case, after one round that is not counted and that only those run who take part in every round.
 * @throws if a client does not do what it is measured at
 */
export async function measureCase(bench: Bench, measured: Case): Promise<Samples> {
	const names = Array.from({ length: measured.secretCount }, (_, index) => secretName(index));
	const service = await startService(bench.node, { ...measured.network, secretCount: measured.secretCount });
	try {
		const clients = Object.entries(measured.rounds) as [ClientName, number][];
		const samples = new Map(clients.map(([client]) => [client, [] as Sample[]]));
		const most = Math.max(...clients.map(([, rounds]) => rounds));
		for (let round = -1; round < most; round += 1) {
			for (const [client, rounds] of clients) {
				if (rounds < (round < 0 ? most : round + 1)) continue;
				const sample = await runClient(bench, client, service, names);
				if (round >= 0) samples.get(client)?.push(sample);
			}
		}
		return samples;
	} finally {
		await service.close();
	}
}

async function runClient(
	bench: Bench,
	client: ClientName,
	service: Service,
	names: readonly string[],
): Promise<Sample> {
	// Without anything to fetch, the action refuses its inputs, and without a tenant it connects to nobody before.
	const refusal = { exitCode: 1, variables: { 'INPUT_TENANT-ID': '' } };
	const isRefused = names.length === 0 && client === 'action';
	const tookMs = await runStep(bench, {
		client,
		service,
		secrets: names.join(','),
		names,
		...(isRefused && refusal),
	});
	return { tookMs, ...(await service.count()) };
}

/** A client's run as a step. */
export interface StepOrder {
	readonly client: ClientName;
	readonly service: Service;
	/** The input of this name. */
	readonly secrets: string;
	/** Names of the secrets whose values must come out. */
	readonly names: readonly string[];
	readonly exitCode?: number;
	/** Beside what a runner sets. */
	readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Runs a client, and gives how long the whole process took.
 * @throws if it does not do what it is measured at
 */
export async function runStep(
	{ node, commands }: Bench,
	{ client, service, secrets, names, exitCode: wantedCode = 0, variables = {} }: StepOrder,
): Promise<number> {
	const folders = makeStepFolders();
	const { caFile, authorityHost, vaultUrl, tenantId, clientId, clientSecret } = service.address;
	const inputs = stepVariables({
		'tenant-id': tenantId,
		'client-id': clientId,
		'client-secret': clientSecret,
		'authority-host': authorityHost,
		'vault-suffix': 'localhost',
		keyvault: vaultUrl,
		secrets,
	});
	const env = { ...machineVariables(), ...folders.files, ...inputs, ...variables, NODE_EXTRA_CA_CERTS: caFile };
	const order = { file: node, args: commands[client], cwd: folders.workspace, env, timeoutMs: TIMEOUT_MS };
	const startMs = performance.now();
	const { exitCode, stdout, stderr } = await runChild(order);
	const tookMs = performance.now() - startMs;
	const outputs = new Set(readFileSync(folders.files.GITHUB_OUTPUT, 'utf8').split(/\r?\n/));
	folders.dispose();
	const isDone = names.every((name) => outputs.has(secretValue(name)));
	if (!isDone || exitCode !== wantedCode) throw new Error(`${client} ended with ${exitCode}:\n${stdout}${stderr}`);
	return tookMs;
}

// Nothing of this process's own environment may make a difference, such as a proxy.
export function machineVariables(): Record<string, string> {
	const names = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'];
	return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
