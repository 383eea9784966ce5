// Entra ID, Microsoft Graph and any number of vaults in memory, by the emulator's own code, for whole runs of the expiry action.
import type { ExpiryEntry } from '../../src/expiry/expiry-row.js';
import { reportExpiry } from '../../src/expiry/report-expiry.js';
import type { HttpRequest, HttpResponse, Ports } from '../../src/ports.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer, ReceivedRequest } from '../emulator/exchange.js';
import { serveGraph } from '../emulator/graph-endpoint.js';
import { serveInMemory } from '../emulator/in-memory.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { makeClock, makeInputs, makePorts } from './make-ports.js';
import { passRequestTime } from './request-time.js';
import type { FileFaults } from './runner-files.js';

export const DAY_MS = 24 * 60 * 60 * 1000;
export const VAULT_HOST = 'contoso.vault.azure.net';

/** Inputs of a run that lists one vault and the tenant. */
export const INPUTS: Readonly<Record<string, string>> = {
	'tenant-id': TENANT_ID,
	'client-id': CLIENT_ID,
	'client-secret': CLIENT_SECRET,
	keyvaults: 'contoso',
	'tenant-apps': 'true',
};

/** What happens to a request instead of its being served. */
export type Interference = (
	request: HttpRequest,
	serve: (request?: HttpRequest) => HttpResponse,
	context: { readonly timeoutMs: number },
) => HttpResponse | Promise<HttpResponse>;

/** What a run may be given. */
export interface RunOptions {
	readonly interfere?: Interference;
	readonly variables?: Readonly<Record<string, string>>;
	readonly faults?: FileFaults;
	readonly ports?: Partial<Ports>;
	/** Requests take time, as on a network. */
	readonly takesTime?: boolean;
	/** The n-th output, counted from 1, cannot be written. */
	readonly failAtOutput?: number;
}

/** The services, their common clock, and the runs against them. */
export class ExpiryWorld {
	readonly time = makeClock(Date.UTC(2026, 5, 1, 12));
	readonly directory = new Directory();
	readonly #vaults = new Map<string, VaultStore>();

	constructor() {
		this.directory.nowMs = () => this.time.clock.nowMs();
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET, roles: ['Application.Read.All'] });
	}

	get catalog() {
		return this.directory.catalog;
	}

	/** The vault of a host; made when it is first asked for. */
	vault(host: string = VAULT_HOST): VaultStore {
		const known = this.#vaults.get(host);
		if (known !== undefined) return known;
		const made = new VaultStore();
		made.nowMs = () => this.time.clock.nowMs();
		this.#vaults.set(host, made);
		return made;
	}

	/** An instant so many days from now, in milliseconds and in seconds since 1970. */
	inDays(days: number): { readonly ms: number; readonly seconds: number } {
		const ms = this.time.clock.nowMs() + days * DAY_MS;
		return { ms, seconds: ms / 1000 };
	}

	/** Runs the action to its end. */
	async run(inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}) {
		const made = makePorts(
			{
				inputs: makeInputs({ ...INPUTS, ...inputs }, options.variables),
				clock: this.time.clock,
				transport: async (request, timeoutMs) => {
					const leftMs = options.takesTime === true ? passRequestTime(timeoutMs, this.time.advance) : timeoutMs;
					const serve = (one: HttpRequest = request) => this.#serve(one);
					return options.interfere === undefined ? serve() : options.interfere(request, serve, { timeoutMs: leftMs });
				},
				...options.ports,
			},
			options.faults,
		);
		if (options.failAtOutput !== undefined) made.files.failAt(options.failAtOutput);
		const succeeded = await reportExpiry(made.ports);
		const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
		const outputs = Object.fromEntries(made.files.outputs);
		return {
			...made,
			succeeded,
			outputs,
			errors: annotations('error'),
			warnings: annotations('warning'),
			expired: parseEntries(outputs['expired']),
			expiring: parseEntries(outputs['expiring']),
			report: parseEntries(readReport(made.folders.folders, outputs['report-path'])),
			/** Paths of what was asked of vaults and Graph, in order. */
			asked: made.requests.filter(({ method }) => method === 'GET').map(({ url }) => new URL(url).pathname),
		};
	}

	#serve(request: HttpRequest): HttpResponse {
		return serveInMemory(request, (received) => this.#dispatch(received), this.time.clock.nowMs());
	}

	#dispatch(request: ReceivedRequest): Answer {
		switch (request.host) {
			case 'login.microsoftonline.com':
				return serveLogin({ directory: this.directory, deviceCodes: new DeviceCodes() }, request);
			case 'graph.microsoft.com':
				return serveGraph(this.directory, request);
			default: {
				const vault = this.#vaults.get(request.host);
				if (vault === undefined) throw new Error(`nothing is at ${request.host}`);
				return serveVault(this.directory, vault, request);
			}
		}
	}
}

function parseEntries(text: string | undefined): readonly ExpiryEntry[] {
	return text === undefined ? [] : (JSON.parse(text) as readonly ExpiryEntry[]);
}

function readReport(folders: ReadonlyMap<string, ReadonlyMap<string, Buffer>>, path = ''): string | undefined {
	const [file = '', folder = ''] = path.split('/').reverse();
	return folders.get(folder)?.get(file)?.toString();
}
