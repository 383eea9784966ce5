// Entra ID, Microsoft Graph and a vault in memory, by the emulator's own code, for whole runs of the rotate action.
import type { HttpRequest, HttpResponse, Transport } from '../../src/ports.js';
import { rotateSecret } from '../../src/rotate/rotate-secret.js';
import { AppPasswords } from '../emulator/app-passwords.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { type App, CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer, ReceivedRequest } from '../emulator/exchange.js';
import { serveGraph } from '../emulator/graph-endpoint.js';
import { serveInMemory } from '../emulator/in-memory.js';
import type { StoredSecret } from '../emulator/stored-objects.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { passRequestTime } from '../unit/request-time.js';
import type { FileFaults } from '../unit/runner-files.js';
import { makeClock, makeInputs, makePorts } from '../unit/setup.js';
import { LateRequests } from './late-requests.js';

export const APP_ID = '77777777-7777-4777-8777-777777777777';
export const SECRET = 'api-client-secret';
export const VAULT_HOST = 'contoso.vault.azure.net';
export const OWN_NAME = `azure-key-vault-action ${VAULT_HOST}/${SECRET}`;
export const DAY_MS = 24 * 60 * 60 * 1000;
export const MINUTE_MS = 60 * 1000;

const INPUTS: Readonly<Record<string, string>> = {
	'tenant-id': TENANT_ID,
	'client-id': CLIENT_ID,
	'client-secret': CLIENT_SECRET,
	keyvault: 'contoso',
	secret: SECRET,
	'app-id': APP_ID,
};

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
export class RotationWorld {
	readonly time = makeClock(Date.UTC(2026, 5, 1));
	readonly directory = new Directory();
	readonly vault = new VaultStore();
	readonly app: App;
	/** Key ID of a password that a person has made. */
	readonly foreignId: string;
	#runs = 0;
	readonly #late = new LateRequests();
	/** The services' clock while a late request is served. */
	#serviceMs: number | undefined;

	constructor() {
		const { clock } = this.time;
		const nowMs = () => this.#serviceMs ?? clock.nowMs();
		this.directory.nowMs = nowMs;
		this.vault.nowMs = nowMs;
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		const roles = ['Application.ReadWrite.OwnedBy'];
		this.directory.addApp(TENANT_ID, { clientId: CLIENT_ID, secret: CLIENT_SECRET, roles });
		const passwords = new AppPasswords(nowMs);
		const app = { clientId: APP_ID, secret: 'unused-in-rotation', owners: [CLIENT_ID], passwords };
		this.app = this.directory.addApp(TENANT_ID, app);
		this.foreignId = passwords.add({ displayName: 'made by hand', endMs: clock.nowMs() + 400 * DAY_MS }).keyId;
	}

	/** What a run of the action would have left so long ago: a password of it, in the vault or not. */
	addOwnPassword(ageDays: number, sign = 'abcdef01'): string {
		const startMs = this.time.clock.nowMs() - ageDays * DAY_MS;
		return this.app.passwords.add({ displayName: `${OWN_NAME} ${sign}`, startMs, endMs: startMs + 90 * DAY_MS }).keyId;
	}

	/** Has the vault hold a password of the application. */
	store(keyId: string, tags: Readonly<Record<string, string>>, withExpiry = true): void {
		const { secret, endMs } = this.password(keyId);
		this.vault.setSecret(SECRET, secret, { tags, ...(withExpiry && { expires: endMs / 1000 }) });
	}

	/** One rotation after the other: an own password before the previous, the previous, and the vault's, made so long ago. */
	makeHistory(currentAgeDays: number): {
		readonly oldest: string;
		readonly previous: string;
		readonly current: string;
	} {
		const [oldest, previous, current] = [currentAgeDays + 120, currentAgeDays + 60, currentAgeDays].map((age) =>
			this.addOwnPassword(age),
		) as [string, string, string];
		this.store(previous, { CredentialId: previous, PreviousCredentialId: oldest, ValidityPeriodDays: '90' });
		this.store(current, {
			CredentialId: current,
			PreviousCredentialId: previous,
			ValidityPeriodDays: '90',
			owner: 'team-a',
		});
		return { oldest, previous, current };
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

	password(keyId: string) {
		const found = this.app.passwords.all.find((one) => one.keyId === keyId);
		if (found === undefined) throw new Error(`no password ${keyId}`);
		return found;
	}

	/** The vault's current version. */
	get stored(): StoredSecret | undefined {
		return this.vault.findSecret(SECRET);
	}

	/** Whether the application signs in with what the vault holds, once all nodes have heard of it. */
	get storedWorks(): boolean {
		const nowMs = this.time.clock.nowMs();
		return this.app.passwords.all.some(({ secret, endMs }) => secret === this.stored?.value && endMs > nowMs);
	}

	/** Key IDs of this action's passwords. */
	get ownIds(): readonly string[] {
		return this.app.passwords.all
			.filter(({ displayName }) => displayName?.startsWith(`${OWN_NAME} `))
			.map(({ keyId }) => keyId);
	}

	/** Runs the action to its end. */
	async run(inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}) {
		const { clock } = this.time;
		let index = 0;
		this.#runs += 1;
		const sign = Buffer.from([0xaa, 0, 0, this.#runs]);
		const made = makePorts(
			{
				inputs: makeInputs({ ...INPUTS, ...inputs }, options.variables),
				...(options.localTransport !== undefined && { localTransport: options.localTransport }),
				clock: { ...clock, nowMs: () => clock.nowMs() + (options.clockAheadMs ?? 0) },
				randomBytes: () => sign,
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
		const succeeded = await rotateSecret(made.ports);
		const annotations = (level: string) => made.log.annotations.filter((one) => one.level === level);
		return {
			...made,
			succeeded,
			tookMs: this.time.clock.nowMs() - startMs,
			steps: made.requests.map(describeStep),
			outputs: Object.fromEntries(made.files.outputs),
			errors: annotations('error'),
			warnings: annotations('warning'),
		};
	}

	#serve(request: HttpRequest): HttpResponse {
		this.settle();
		return serveInMemory(request, (received) => this.#dispatch(received), this.time.clock.nowMs());
	}

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

/** The step of the rotation that a request belongs to. */
export function describeStep({ method, url, body }: HttpRequest): string {
	const { host, pathname } = new URL(url);
	if (host === 'login.microsoftonline.com') {
		const form = new URLSearchParams(body?.reveal());
		if (form.get('client_id') === APP_ID) return 'prove';
		return form.get('scope')?.includes('graph') ? 'sign in to Graph' : 'sign in to the vault';
	}
	if (host === VAULT_HOST) return method === 'PUT' ? 'store' : 'read the vault';
	return /\/(addPassword|removePassword)$/.exec(pathname)?.[1] ?? 'list';
}
