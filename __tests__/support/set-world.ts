// Entra ID and a vault in memory, by the emulator's own code, for whole runs of the set action.
import type { HttpRequest, HttpResponse, Machine } from '../../src/ports.js';
import { setObjects } from '../../src/set/set-objects.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer, ReceivedRequest } from '../emulator/exchange.js';
import { serveInMemory } from '../emulator/in-memory.js';
import type { StoredSecret } from '../emulator/stored-objects.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { LateRequests } from './late-requests.js';
import { makeClock, makeInputs, makeMachine, makePorts } from './make-ports.js';
import { passRequestTime } from './request-time.js';
import type { FileFaults } from './runner-files.js';

export const VAULT_HOST = 'contoso.vault.azure.net';
export const DAY_MS = 24 * 60 * 60 * 1000;

const INPUTS: Readonly<Record<string, string>> = {
	'tenant-id': TENANT_ID,
	'client-id': CLIENT_ID,
	'client-secret': CLIENT_SECRET,
	keyvault: 'contoso',
};

/** What happens to a request instead of, or beside, its being served. */
export type Interference = (
	request: HttpRequest,
	serve: () => HttpResponse,
	context: { readonly index: number; readonly timeoutMs: number },
) => HttpResponse | Promise<HttpResponse>;

/** What a run may be given. */
export interface SetRunOptions {
	readonly variables?: Readonly<Record<string, string>>;
	/** Files of the workspace. */
	readonly files?: Readonly<Record<string, string | Buffer>>;
	readonly readFile?: (path: string, maxBytes: number) => Buffer;
	readonly runProgram?: Machine['runProgram'];
	readonly interfere?: Interference;
	readonly faults?: FileFaults;
	/** The n-th output, counted from 1, cannot be written. */
	readonly failAtOutput?: number;
	/** Nobody reads the log from the n-th time on that something is masked, counted from 1. */
	readonly unreadFrom?: number;
	readonly randomBytes?: (length: number) => Buffer;
}

/** The services, their common clock, and the runs against them. */
export class SetWorld {
	readonly time = makeClock(Date.UTC(2026, 5, 1));
	readonly directory = new Directory();
	readonly vault = new VaultStore();
	readonly #late = new LateRequests();
	/** The services' clock while a late request is served. */
	#serviceMs: number | undefined;
	#drawn = 0;

	constructor() {
		const nowMs = () => this.#serviceMs ?? this.time.clock.nowMs();
		this.directory.nowMs = nowMs;
		this.vault.nowMs = nowMs;
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET });
	}

	/** The newest version of a secret. */
	secret(name: string): StoredSecret | undefined {
		return this.vault.findSecret(name);
	}

	/** How many versions there are. */
	count(name: string, collection: 'secrets' | 'certificates' = 'secrets'): number {
		return this.vault.listVersions(collection, name).length;
	}

	/** Has a request arrive so much later, by the services' clock. */
	arriveLate(request: HttpRequest, afterMs: number): void {
		this.#late.add({ request, dueMs: this.time.clock.nowMs() + afterMs });
	}

	/** Has every late request arrive whose time has come. */
	settle(): void {
		for (const { dueMs, request } of this.#late.take(this.time.clock.nowMs())) {
			this.#serviceMs = dueMs;
			serveInMemory(request, (received) => this.#dispatch(received), dueMs);
		}
		this.#serviceMs = undefined;
	}

	/** Runs the action to its end. */
	async run(inputs: Readonly<Record<string, string>>, options: SetRunOptions = {}) {
		const { clock } = this.time;
		let index = 0;
		const machine = makeMachine(options.files, options.runProgram === undefined ? {} : { run: options.runProgram });
		const made = makePorts(
			{
				inputs: makeInputs({ ...INPUTS, ...inputs }, options.variables),
				clock,
				machine: options.readFile === undefined ? machine : { ...machine, readFile: options.readFile },
				randomBytes: options.randomBytes ?? ((length) => this.#draw(length)),
				transport: async (request, timeoutMs) => {
					const at = index++;
					const leftMs = passRequestTime(timeoutMs, this.time.advance);
					const serve = () => this.#serve(request);
					return options.interfere === undefined
						? serve()
						: options.interfere(request, serve, { index: at, timeoutMs: leftMs });
				},
			},
			options.faults,
		);
		if (options.failAtOutput !== undefined) made.files.failAt(options.failAtOutput);
		if (options.unreadFrom !== undefined) made.log.stopReadingAt(options.unreadFrom);
		const startMs = clock.nowMs();
		const succeeded = await setObjects(made.ports);
		const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
		return {
			...made,
			succeeded,
			tookMs: clock.nowMs() - startMs,
			steps: made.requests.map(describeRequest),
			outputs: Object.fromEntries(made.files.outputs),
			errors: annotations('error').map(({ text }) => text),
			warnings: annotations('warning').map(({ title, text }) => `${title}: ${text}`),
		};
	}

	// Different each time, and the same in every run of a test.
	#draw(length: number): Buffer {
		return Buffer.from(Array.from({ length }, () => (this.#drawn = (this.#drawn * 73 + 41) % 256)));
	}

	#serve(request: HttpRequest): HttpResponse {
		this.settle();
		return serveInMemory(request, (received) => this.#dispatch(received), this.time.clock.nowMs());
	}

	#dispatch(request: ReceivedRequest): Answer {
		switch (request.host) {
			case 'login.microsoftonline.com':
				return serveLogin({ directory: this.directory, deviceCodes: new DeviceCodes() }, request);
			case VAULT_HOST:
				return serveVault(this.directory, this.vault, request);
			default:
				throw new Error(`nothing is at ${request.host}`);
		}
	}
}

/** A run of the set action. */
export type SetRunResult = Awaited<ReturnType<SetWorld['run']>>;

/** A request in short, e.g. `PUT /secrets/db`. */
export function describeRequest({ method, url }: HttpRequest): string {
	const { host, pathname } = new URL(url);
	return host === VAULT_HOST ? `${method} ${pathname.replace(/[0-9a-f]{32}/g, 'VERSION')}` : 'sign in';
}
