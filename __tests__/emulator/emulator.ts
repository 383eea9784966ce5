// Microsoft Entra ID, two Key Vaults, Microsoft Graph and GitHub's issuer of ID tokens on loopback TLS, with a CA of their
// own, a host that none of them trusts, and the http endpoints of managed identities.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateAuthority } from './certificate-authority.js';
import { DeviceCodes } from './device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, OBJECT_ID, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import {
	type Answer,
	Journal,
	jsonAnswer,
	type ListenerName,
	type ReceivedRequest,
	type RecordedRequest,
} from './exchange.js';
import { serveExchangeOnline } from './exchange-online.js';
import { type Fault, Faults } from './faults.js';
import { serveGraph } from './graph-endpoint.js';
import { IdTokenIssuer } from './id-token-issuer.js';
import { MachineIdentities } from './identity-endpoints.js';
import { type Listener, type ListenerOrder, startListener } from './listener.js';
import { serveLogin } from './token-endpoint.js';
import { serveVault } from './vault-endpoint.js';
import { VaultStore } from './vault-store.js';

/** Properties of an emulator; all may be left out. */
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
	/** Outcomes of sign-ins by device code. */
	readonly deviceCodes = new DeviceCodes();
	/** GitHub's. Entra knows its key; which applications trust it is theirs to say. */
	readonly idTokens = new IdTokenIssuer();
	/** The identities of the machine that the http endpoints are on. */
	readonly identities = new MachineIdentities(this.entra);
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
		this.entra.issuers.set(this.idTokens.issuer, this.idTokens);
		this.caFile = join(mkdtempSync(join(tmpdir(), 'emulator-')), 'ca.pem');
		writeFileSync(this.caFile, this.ca);
	}

	/** Opens every listener. */
	async start(): Promise<void> {
		for (const order of this.#orders()) this.#listeners.set(order.name, await startListener(order));
	}

	#orders(): readonly ListenerOrder[] {
		const { login, vault } = certificateAuthority();
		const common = { journal: this.journal, faults: this.#faults, latencyMs: () => this.latencyMs };
		const order = (name: ListenerName, serve: (request: ReceivedRequest) => Answer) => ({ ...common, name, serve });
		const served = { directory: this.entra, deviceCodes: this.deviceCodes };
		const localLogin = { certificate: login, hostname: 'localhost' };
		const localVault = { certificate: vault, hostname: 'localhost' };
		const onMachine = { hostname: '127.0.0.1' };
		return [
			{ ...order('login', (request) => serveLogin(served, request)), ...localLogin },
			{ ...order('id-token', (request) => this.idTokens.serve(request)), ...localLogin },
			{ ...order('vault', (request) => this.#serveVault(this.vaultUrl, request)), ...localVault },
			{ ...order('other-vault', (request) => this.#serveVault(this.otherVaultUrl, request)), ...localVault },
			{ ...order('graph', (request) => serveGraph(this.entra, request)), ...localLogin },
			{ ...order('exchange-online', (request) => serveExchangeOnline(this.entra, request)), ...localLogin },
			{ ...order('foreign', () => jsonAnswer(200, {})), certificate: vault, hostname: '127.0.0.1' },
			{ ...order('imds', (request) => this.identities.serveImds(request)), ...onMachine },
			{ ...order('app-service', (request) => this.identities.serveAppService(request)), ...onMachine },
			{ ...order('azure-arc', (request) => this.identities.serveArc(request)), ...onMachine },
		];
	}

	/** The login host's origin. */
	get authorityHost(): string {
		return this.listener('login').origin;
	}

	/** Microsoft Graph's origin. */
	get graphHost(): string {
		return this.listener('graph').origin;
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

	/** Variables that the runner hands a job that has `id-token: write`. */
	get idTokenVariables(): Readonly<Record<string, string>> {
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${this.listener('id-token').origin}/idtoken/1/job?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.idTokens.requestToken,
		};
	}

	/** Variables that Azure hands a process of App Service, Functions or Container Apps. */
	get appServiceVariables(): Readonly<Record<string, string>> {
		return {
			IDENTITY_ENDPOINT: `${this.listener('app-service').origin}/msi/token`,
			IDENTITY_HEADER: this.identities.header,
		};
	}

	/** Variables that Azure Arc sets on its machines. */
	get arcVariables(): Readonly<Record<string, string>> {
		const { origin } = this.listener('azure-arc');
		return { IDENTITY_ENDPOINT: `${origin}/metadata/identity/oauth2/token`, IMDS_ENDPOINT: origin };
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
