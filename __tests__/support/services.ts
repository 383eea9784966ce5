// Every service that the actions talk to, in memory, on one clock that only waiting moves; and steps run against them.
import type { HttpRequest, HttpResponse, Ports, ProgramResult, ProgramStart, Transport } from '../../src/ports.js';
import { DeviceCodes } from '../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer, ReceivedRequest } from '../emulator/exchange.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT, IdTokenIssuer } from '../emulator/id-token-issuer.js';
import { MachineIdentities } from '../emulator/identity-endpoints.js';
import { serveInMemory } from '../emulator/in-memory.js';
import { serveLogin } from '../emulator/token-endpoint.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import { issued } from './given-certificate.js';
import { makeClock, makeInputs, type makeLog, makeMachine, makePorts } from './make-ports.js';
import type { PortEvent } from './port-event.js';
import { passRequestTime } from './request-time.js';

export const VAULT_URL = 'https://contoso.vault.azure.net';
export const ISSUER_URL = 'https://pipelines.actions.githubusercontent.com';
const AUDIENCE = 'api://AzureADTokenExchange';
const IDENTITY_HOSTS = { imds: '169.254.169.254', 'app-service': '127.0.0.1:41000', arc: '127.0.0.1:40342' } as const;

/** Services that differ in their rules. */
export type Service =
	| 'GitHub'
	| 'Entra ID'
	| 'Entra ID, proof'
	| 'vault'
	| 'vault, writing'
	| 'vault, proof'
	| 'vault, passed over'
	| 'IMDS'
	| 'App Service, Azure Arc'
	| 'Graph'
	| 'Graph, removing'
	| 'Graph, listing'
	| 'Graph, adding a key'
	| 'Graph, removing a key';

/** What happens to a request instead of, or beside, its being served. */
export type Interfere = (
	request: HttpRequest,
	serve: () => HttpResponse,
	context: { readonly timeoutMs: number; readonly nowMs: () => number; readonly advance: (ms: number) => void },
) => HttpResponse;

/** A step to be run. */
export interface BatteryStep {
	/** Runs one of the flows. */
	readonly flow: (ports: Ports) => Promise<boolean>;
	readonly inputs: Readonly<Record<string, string>>;
	readonly variables?: Readonly<Record<string, string>>;
	/** `linux` where left out. */
	readonly platform?: string;
	readonly interfere?: Interfere;
	/** Nobody reads the log from the n-th time on that something is masked, counted from 1. */
	readonly unreadFrom?: number;
}

/** What a step has done, and the secrets that were made for it. */
export interface StepRecord extends Omit<ReturnType<typeof makeLog>, 'log'> {
	readonly events: readonly PortEvent[];
	readonly requests: readonly HttpRequest[];
	readonly succeeded: boolean;
	readonly tookMs: number;
	readonly outputs: ReadonlyMap<string, string>;
	readonly variables: ReadonlyMap<string, string>;
	readonly state: ReadonlyMap<string, string>;
	/** Paths of the files that are there at the end, those of the user's store among them. */
	readonly paths: readonly string[];
	readonly programs: readonly ProgramStart[];
	readonly summary: () => string;
	readonly tokens: readonly string[];
	readonly idTokens: readonly string[];
	readonly deviceCodes: readonly string[];
	/** What the step did or said that does not agree with the services; an honest service is taken for granted. */
	readonly untruths?: readonly string[];
	/** Client secrets of an application that is not the step's own. */
	readonly passwords: readonly string[];
}

/** Secret places of the services, by name. */
export type Canaries = Readonly<Record<string, string>>;

/** The services; runs leave no trace in them but tokens. */
export class Services {
	readonly directory = new Directory();
	readonly deviceCodes = new DeviceCodes();
	readonly idTokens = new IdTokenIssuer();
	readonly identities = new MachineIdentities(this.directory);
	readonly vault = new VaultStore();
	/** Every secret that is there from the start. */
	readonly canaries: Record<string, string> = { 'client secret': CLIENT_SECRET };
	readonly #files: Record<string, string> = {};
	#nowMs: () => number = Date.now;

	constructor() {
		const nowMs = (): number => this.#nowMs();
		for (const service of [this.directory, this.deviceCodes, this.idTokens, this.vault]) service.nowMs = nowMs;
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		this.directory.issuers.set(GITHUB_ISSUER, this.idTokens);
		const federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: AUDIENCE }];
		const app = { clientId: CLIENT_ID, secret: CLIENT_SECRET, certificates: [issued.certificate], federated };
		this.directory.addApp(TENANT_ID, { ...app, publicClient: true });
		this.#files[this.identities.arcKeyPath] = this.identities.arcKey;
		this.canaries['request token'] = this.idTokens.requestToken;
		this.canaries['header of App Service'] = this.identities.header;
		this.canaries['key of Azure Arc'] = this.identities.arcKey;
	}

	/** A secret of the vault, whose value is a canary. */
	addSecret(name: string, value: string, options: Parameters<VaultStore['setSecret']>[2] = {}): void {
		this.canaries[`value of secret ${name}`] = value;
		this.vault.setSecret(name, value, options);
	}

	/** What the runner hands a job that has `id-token: write`. */
	get idTokenVariables(): Readonly<Record<string, string>> {
		return {
			ACTIONS_ID_TOKEN_REQUEST_URL: `${ISSUER_URL}/idtoken/1/job?api-version=2.0`,
			ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.idTokens.requestToken,
		};
	}

	get appServiceVariables(): Readonly<Record<string, string>> {
		const endpoint = `http://${IDENTITY_HOSTS['app-service']}/msi/token`;
		return { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: this.identities.header };
	}

	get arcVariables(): Readonly<Record<string, string>> {
		const origin = `http://${IDENTITY_HOSTS.arc}`;
		return { IDENTITY_ENDPOINT: `${origin}/metadata/identity/oauth2/token`, IMDS_ENDPOINT: origin };
	}

	/** Runs a step to its end. */
	async run({
		flow,
		inputs,
		variables = {},
		platform = 'linux',
		interfere,
		unreadFrom,
	}: BatteryStep): Promise<StepRecord> {
		const time = makeClock(Date.now());
		this.#nowMs = time.clock.nowMs;
		const requests: HttpRequest[] = [];
		const transport: Transport = async (request, timeoutMs) => {
			requests.push(request);
			const leftMs = passRequestTime(timeoutMs, time.advance);
			const serve = (): HttpResponse => serveInMemory(request, (received) => this.#serve(received), this.#nowMs());
			const context = { timeoutMs: leftMs, nowMs: time.clock.nowMs, advance: time.advance };
			return interfere === undefined ? serve() : interfere(request, serve, context);
		};
		const startMs = time.clock.nowMs();
		const knownTokens = this.directory.tokens.length;
		const knownIdTokens = this.idTokens.idTokens.length;
		const knownCodes = this.deviceCodes.codes.length;
		const programs: ProgramStart[] = [];
		const run = async (start: ProgramStart): Promise<ProgramResult> => {
			programs.push(start);
			return { exitCode: 0, stdout: lookUp(start), stderr: '' };
		};
		const { ports, log, files, events, folders, user } = makePorts({
			inputs: makeInputs(inputs, variables),
			transport,
			localTransport: transport,
			machine: makeMachine(this.#files, { platform, run }),
			clock: time.clock,
		});
		if (unreadFrom !== undefined) log.stopReadingAt(unreadFrom);
		const succeeded = await flow(ports);
		return {
			...log,
			...files,
			events,
			programs,
			paths: [...folders.folders, ...user.files].map(([path]) => path),
			requests,
			succeeded,
			tookMs: time.clock.nowMs() - startMs,
			tokens: this.directory.tokens.slice(knownTokens).map(({ token }) => token),
			idTokens: this.idTokens.idTokens.slice(knownIdTokens),
			deviceCodes: this.deviceCodes.codes.slice(knownCodes),
			passwords: [],
		};
	}

	#serve(request: ReceivedRequest): Answer {
		const { host } = request;
		switch (host) {
			case 'login.microsoftonline.com':
				return serveLogin({ directory: this.directory, deviceCodes: this.deviceCodes }, request);
			case new URL(VAULT_URL).host:
				return serveVault(this.directory, this.vault, request);
			case new URL(ISSUER_URL).host:
				return this.idTokens.serve(request);
			case IDENTITY_HOSTS.imds:
				return this.identities.serveImds(request);
			case IDENTITY_HOSTS['app-service']:
				return this.identities.serveAppService(request);
			case IDENTITY_HOSTS.arc:
				return this.identities.serveArc(request);
			default:
				throw new Error(`nothing is at ${host}, and nothing may be sent there`);
		}
	}
}

// Windows PowerShell, asked what the user's store has, or had before an import: nothing.
function lookUp({ variables = {} }: ProgramStart): string {
	const thumbprints = (variables['STORE_THUMBPRINTS'] ?? variables['STORE_THUMBPRINT'])?.split(' ') ?? [];
	return thumbprints.map((thumbprint) => `${thumbprint} none\r\n`).join('');
}
