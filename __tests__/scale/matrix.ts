// A matrix of jobs that all fetch from one vault, each by the action's own flow, in simulated time.
import { fetchObjects } from '../../src/flow/fetch.js';
import type { Clock, HttpRequest, HttpResponse, StepLog } from '../../src/ports.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import { jsonAnswer } from '../emulator/exchange.js';
import { serveInMemory } from '../emulator/in-memory.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { makeClock, makeInputs, makePorts } from '../support/make-ports.js';
import { makeRandom } from './random.js';
import { SimulatedTime } from './simulated-time.js';
import { VaultLimit } from './vault-limit.js';

/** How long each request takes, refused or not. */
export const REQUEST_MS = 40;
/** Number of secrets that each job fetches. */
export const SECRETS_PER_JOB = 20;

const VAULT_HOST = 'contoso.vault.azure.net';
const START_MS = Date.UTC(2026, 0, 1);
const NAMES = Array.from({ length: SECRETS_PER_JOB }, (_, index) => `secret-${index + 1}`);

// A log that keeps nothing: the output of so many jobs would be too much to keep.
const SILENT: StepLog = { info: () => {}, debug: () => {}, annotate: () => {}, mask: async () => {} };

/** A matrix. */
export interface MatrixOrder {
	readonly jobs: number;
	/** The jobs begin evenly over so long; 0: all at once. */
	readonly spreadMs: number;
	/** Chance is drawn from here: the same seed gives the same course. */
	readonly seed: number;
}

export interface JobResult {
	/** Whether everything was fetched and every output is right. */
	readonly isDone: boolean;
	/** From the job's own begin. */
	readonly tookMs: number;
	/** Requests that were sent again. */
	readonly retries: number;
}

export interface MatrixResult {
	readonly jobs: readonly JobResult[];
	/** Answers of status 429. */
	readonly refused: number;
}

/** Runs all jobs of a matrix to their end. */
export async function runMatrix({ jobs, spreadMs, seed }: MatrixOrder): Promise<MatrixResult> {
	await loadAll();
	const time = new SimulatedTime(START_MS);
	const services = new Services(time);
	const work = Array.from({ length: jobs }, async (_, index) => {
		await time.sleep(Math.floor((spreadMs * index) / jobs));
		return runJob(services, time, makeRandom(seed * 1_000_003 + index));
	});
	return { jobs: await time.passUntilDone(work), refused: services.limit.refused };
}

// Parts of the action are loaded when they are needed, which takes real time: a job that ends well and one whose vault has
// never room need all that there is to be loaded.
async function loadAll(): Promise<void> {
	for (const isFull of [false, true]) {
		const { clock } = makeClock(START_MS);
		const services = new Services(clock);
		if (isFull) services.limit.refusalAt = () => jsonAnswer(429, {});
		const { isDone } = await runJob(services, clock, () => 0.5);
		if (isDone === isFull) throw new Error('a job by itself does not end as it must');
	}
}

class Services {
	readonly limit = new VaultLimit();
	readonly #directory = new Directory();
	readonly #deviceCodes = new DeviceCodes();
	readonly #vault = new VaultStore();
	readonly #time: Clock;

	constructor(time: Clock) {
		this.#time = time;
		this.#directory.nowMs = () => time.nowMs();
		this.#vault.nowMs = () => time.nowMs();
		this.#directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.#directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET });
		for (const name of NAMES) this.#vault.setSecret(name, secretValue(name));
	}

	serve(request: HttpRequest): HttpResponse {
		const nowMs = this.#time.nowMs();
		return serveInMemory(
			request,
			(received) => {
				if (received.host !== VAULT_HOST) {
					return serveLogin({ directory: this.#directory, deviceCodes: this.#deviceCodes }, received);
				}
				return this.limit.refusalAt(nowMs) ?? serveVault(this.#directory, this.#vault, received);
			},
			nowMs,
		);
	}
}

async function runJob(services: Services, time: Clock, randomFraction: () => number): Promise<JobResult> {
	const startMs = time.nowMs();
	const { ports, requests, files } = makePorts({
		inputs: makeInputs({
			'tenant-id': TENANT_ID,
			'client-id': CLIENT_ID,
			'client-secret': CLIENT_SECRET,
			keyvault: 'contoso',
			secrets: NAMES.join('\n'),
		}),
		transport: async (request) => {
			await time.sleep(REQUEST_MS);
			return services.serve(request);
		},
		clock: time,
		randomFraction,
		log: SILENT,
	});
	const succeeded = await fetchObjects(ports);
	return {
		isDone: succeeded && NAMES.every((name) => files.outputs.get(name) === secretValue(name)),
		tookMs: time.nowMs() - startMs,
		// One for the token and one for each secret are no retries.
		retries: requests.length - 1 - NAMES.length,
	};
}

function secretValue(name: string): string {
	return `the value of ${name}`;
}
