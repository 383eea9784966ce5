// Entra ID, Microsoft Graph and a vault in memory, by the emulator's own code, for whole runs of the rotate action.
import type { HttpRequest, HttpResponse, Transport } from '../../src/ports.js';
import { rotate } from '../../src/rotate/rotate.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer, ReceivedRequest } from '../emulator/exchange.js';
import { serveGraph } from '../emulator/graph-endpoint.js';
import { serveInMemory } from '../emulator/in-memory.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { LateRequests } from './late-requests.js';
import { makeClock, makeInputs, makePorts } from './make-ports.js';
import { passRequestTime } from './request-time.js';
import type { FileFaults } from './runner-files.js';

export const APP_ID = '77777777-7777-4777-8777-777777777777';
export const VAULT_HOST = 'contoso.vault.azure.net';
export const DAY_MS = 24 * 60 * 60 * 1000;
export const MINUTE_MS = 60 * 1000;

export type Inputs = Readonly<Record<string, string>>;

const SIGN_IN: Inputs = { 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, 'client-secret': CLIENT_SECRET };

/** What happens to a request instead of, or beside, its being served. */
export type Interference = (
	request: HttpRequest,
	serve: () => HttpResponse,
	context: { readonly index: number; readonly timeoutMs: number },
) => HttpResponse | Promise<HttpResponse>;

/** What a run may be given. */
export interface RunOptions {
	readonly interfere?: Interference;
	readonly variables?: Readonly<Record<string, string>>;
	readonly faults?: FileFaults;
	/** The n-th output, counted from 1, cannot be written. */
	readonly failAtOutput?: number;
	/** How far the runner's clock is ahead of the services'. */
	readonly clockAheadMs?: number;
	readonly localTransport?: Transport;
	/** Nobody reads the log from the n-th time on that something is masked, counted from 1. */
	readonly unreadFrom?: number;
}

/** The services, their common clock, and the runs against them. */
export abstract class ServicesWorld {
	readonly time = makeClock(Date.UTC(2026, 5, 1));
	readonly directory = new Directory();
	readonly vault = new VaultStore();
	/** The inputs of each run beside those that sign in. */
	protected abstract readonly inputs: Inputs;
	#runs = 0;
	readonly #late = new LateRequests();
	/** The services' clock while a late request is served. */
	#serviceMs: number | undefined;

	/** @param roles of the identity that signs in */
	constructor(roles: readonly string[]) {
		const { clock } = this.time;
		this.directory.nowMs = () => this.#serviceMs ?? clock.nowMs();
		this.vault.nowMs = this.directory.nowMs;
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET, roles });
	}

	/** For people: what a request is about. */
	abstract describe(request: HttpRequest): string;

	/** Has a request arrive so much later, by the services' clock. */
	arriveLate(request: HttpRequest, afterMs: number): void {
		this.#late.add({ request, dueMs: this.time.clock.nowMs() + afterMs });
	}

	/** Has every late request arrive whose time has come. */
	settle(): void {
		for (const { dueMs, request } of this.#late.take(this.time.clock.nowMs())) {
			this.#serviceMs = dueMs;
			this.#answer(request, dueMs);
		}
		this.#serviceMs = undefined;
	}

	/** Runs the action to its end. */
	async run(inputs: Inputs = {}, options: RunOptions = {}) {
		const { clock } = this.time;
		let index = 0;
		this.#runs += 1;
		const sign = Buffer.from([0xaa, 0, 0, this.#runs]);
		const made = makePorts(
			{
				inputs: makeInputs({ ...SIGN_IN, ...this.inputs, ...inputs }, options.variables),
				...(options.localTransport !== undefined && { localTransport: options.localTransport }),
				clock: { ...clock, nowMs: () => clock.nowMs() + (options.clockAheadMs ?? 0) },
				randomBytes: (length) => Buffer.concat([sign, Buffer.alloc(length, 0x5a)]).subarray(0, length),
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
		const startMs = this.time.clock.nowMs();
		const succeeded = await rotate(made.ports);
		const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
		return {
			...made,
			succeeded,
			tookMs: this.time.clock.nowMs() - startMs,
			steps: made.requests.map((request) => this.describe(request)),
			outputs: Object.fromEntries(made.files.outputs),
			errors: annotations('error'),
			warnings: annotations('warning'),
		};
	}

	#serve(request: HttpRequest): HttpResponse {
		this.settle();
		return this.#answer(request, this.time.clock.nowMs());
	}

	#answer(request: HttpRequest, nowMs: number): HttpResponse {
		const answer = serveInMemory(request, (received) => this.#dispatch(received), nowMs);
		this.served(request);
		return answer;
	}

	/** Called once a request has been served. */
	protected served(_request: HttpRequest): void {}

	#dispatch(request: ReceivedRequest): Answer {
		switch (request.host) {
			case 'login.microsoftonline.com':
				return serveLogin({ directory: this.directory, deviceCodes: new DeviceCodes() }, request);
			case 'graph.microsoft.com':
				return serveGraph(this.directory, request);
			case VAULT_HOST:
				return serveVault(this.directory, this.vault, request);
			default:
				throw new Error(`nothing is at ${request.host}`);
		}
	}
}
