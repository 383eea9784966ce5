// Measuring: clients as whole processes, in turn, so that what disturbs the machine disturbs all of them.
import { readFileSync } from 'node:fs';
import { runChild } from '../__tests__/runner/child.js';
import { makeStepFolders } from '../__tests__/runner/step-folders.js';
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
 * @throws where a client does not do what it is measured at
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
				const sample = await runClient(bench, { client, service, names });
				if (round >= 0) samples.get(client)?.push(sample);
			}
		}
		return samples;
	} finally {
		await service.close();
	}
}

interface Run {
	readonly client: ClientName;
	readonly service: Service;
	readonly names: readonly string[];
}

async function runClient({ node, commands }: Bench, { client, service, names }: Run): Promise<Sample> {
	const folders = makeStepFolders();
	const { caFile, authorityHost, vaultUrl, tenantId, clientId, clientSecret } = service.address;
	const inputs = {
		'tenant-id': tenantId,
		'client-id': clientId,
		'client-secret': clientSecret,
		'authority-host': authorityHost,
		'vault-suffix': 'localhost',
		keyvault: vaultUrl,
		secrets: names.join(','),
	};
	const env = { ...machineVariables(), ...folders.files, ...stepVariables(inputs), NODE_EXTRA_CA_CERTS: caFile };
	const order = { file: node, args: commands[client], cwd: folders.workspace, env, timeoutMs: TIMEOUT_MS };
	const startMs = performance.now();
	const { exitCode, stdout, stderr } = await runChild(order);
	const tookMs = performance.now() - startMs;
	const outputs = readFileSync(folders.files.GITHUB_OUTPUT, 'utf8');
	folders.dispose();
	const isDone = names.every((name) => outputs.includes(`\n${secretValue(name)}\n`));
	// Without anything to fetch, the action refuses its inputs.
	const isEnded = exitCode === 0 || (names.length === 0 && client === 'action' && exitCode === 1);
	if (!isDone || !isEnded) throw new Error(`${client} ended with ${exitCode}:\n${stdout}${stderr}`);
	return { tookMs, ...(await service.count()) };
}

// Nothing of this process's own environment may make a difference, such as a proxy.
function machineVariables(): Record<string, string> {
	const names = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'];
	return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
