// Microsoft Entra ID and two Key Vaults on loopback TLS, with a CA of their own and a host that none of them trusts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateAuthority } from './certificate-authority.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, OBJECT_ID, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import {
	type Answer,
	Journal,
	jsonAnswer,
	type ListenerName,
	type ReceivedRequest,
	type RecordedRequest,
} from './exchange.js';
import { type Fault, Faults } from './faults.js';
import { type Listener, startListener } from './listener.js';
import { serveLogin } from './token-endpoint.js';
import { serveVault } from './vault-endpoint.js';
import { VaultStore } from './vault-store.js';

/** What an emulator is to be like; all may be left out. */
export interface EmulatorOptions {
	/** Wait before each answer. */
	readonly latencyMs?: number;
}

/** Starts an emulator: one tenant, one application, two empty vaults. */
export async function startEmulator({ latencyMs = 0 }: EmulatorOptions = {}): Promise<Emulator> {
	const emulator = new Emulator(latencyMs);
	await emulator.start();
	return emulator;
}

/** A running emulator. */
export class Emulator {
	/** Tenants, applications and tokens. */
	readonly entra = new Directory();
	readonly journal = new Journal();
	/** The CA's certificate, PEM. */
	readonly ca = certificateAuthority().ca;
	/** A file that holds it, for NODE_EXTRA_CA_CERTS. */
	readonly caFile: string;
	/** Wait before each answer. */
	latencyMs: number;
	readonly #faults = new Faults();
	readonly #listeners = new Map<ListenerName, Listener>();
	readonly #stores = new Map<string, VaultStore>();

	constructor(latencyMs: number) {
		this.latencyMs = latencyMs;
		this.entra.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.entra.addApp(TENANT_ID, { clientId: CLIENT_ID, objectId: OBJECT_ID, secret: CLIENT_SECRET });
		this.caFile = join(mkdtempSync(join(tmpdir(), 'emulator-')), 'ca.pem');
		writeFileSync(this.caFile, this.ca);
	}

	/** Opens the four listeners. */
	async start(): Promise<void> {
		const { login, vault } = certificateAuthority();
		const common = { journal: this.journal, faults: this.#faults, latencyMs: () => this.latencyMs };
		const order = (name: ListenerName, serve: (request: ReceivedRequest) => Answer) => ({ ...common, name, serve });
		const localVault = { certificate: vault, hostname: 'localhost' };
		const orders = [
			{ ...order('login', (request) => serveLogin(this.entra, request)), certificate: login, hostname: 'localhost' },
			{ ...order('vault', (request) => this.#serveVault(this.vaultUrl, request)), ...localVault },
			{ ...order('other-vault', (request) => this.#serveVault(this.otherVaultUrl, request)), ...localVault },
			{ ...order('foreign', () => jsonAnswer(200, {})), certificate: vault, hostname: '127.0.0.1' },
		];
		for (const one of orders) this.#listeners.set(one.name, await startListener(one));
	}

	/** The login host's origin. */
	get authorityHost(): string {
		return this.listener('login').origin;
	}

	get vaultUrl(): string {
		return this.listener('vault').origin;
	}

	/** A second vault, with contents of its own. */
	get otherVaultUrl(): string {
		return this.listener('other-vault').origin;
	}

	/** A host that is not under the suffix `localhost`: takes anything, answers 200, and shows in the record what it got. */
	get foreignUrl(): string {
		return this.listener('foreign').origin;
	}

	/** The contents of a vault: one of the two above, or one with a public name that clients reach through a proxy. */
	vault(url: string = this.vaultUrl): VaultStore {
		const { host } = new URL(url);
		const store = this.#stores.get(host) ?? new VaultStore();
		this.#stores.set(host, store);
		return store;
	}

	/** Every request that arrived, in order. */
	get requests(): readonly RecordedRequest[] {
		return this.journal.requests;
	}

	/** Lets a fault befall the requests to come. */
	inject(fault: Fault): void {
		this.#faults.inject(fault);
	}

	listener(name: ListenerName): Listener {
		const listener = this.#listeners.get(name);
		if (listener === undefined) throw new Error('the emulator has not been started');
		return listener;
	}

	/** Ends every connection and removes the CA's file. */
	async close(): Promise<void> {
		await Promise.all([...this.#listeners.values()].map((listener) => listener.close()));
		rmSync(join(this.caFile, '..'), { recursive: true, force: true });
	}

	// A vault of a public name has its own contents once these were asked for; until then it is the listener's.
	#serveVault(listenerUrl: string, request: ReceivedRequest): Answer {
		const store = this.#stores.get(request.host.replace(/:443$/, '')) ?? this.vault(listenerUrl);
		return serveVault(this.entra, store, request);
	}
}
