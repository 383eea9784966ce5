// The services of every cloud in memory, with whatever stands in the way of a sign-in until somebody does as the advice says.
import { fetchObjects } from '../../../src/flow/fetch.js';
import { mintTokens } from '../../../src/flow/mint-tokens.js';
import type { Annotation, HttpRequest, HttpResponse, ProgramResult } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { DeviceCodes } from '../../emulator/device-code.js';
import { CLIENT_ID, CLIENT_SECRET, Directory, OBJECT_ID, TENANT_ID } from '../../emulator/directory.js';
import type { ReceivedRequest } from '../../emulator/exchange.js';
import { IdTokenIssuer } from '../../emulator/id-token-issuer.js';
import { MachineIdentities } from '../../emulator/identity-endpoints.js';
import { serveInMemory } from '../../emulator/in-memory.js';
import { serveLogin } from '../../emulator/token-endpoint.js';
import { serveVault } from '../../emulator/vault-endpoint.js';
import { VaultStore } from '../../emulator/vault-store.js';
import { issued } from '../../support/given-certificate.js';
import { makeClock, makeInputs, makeMachine, makePorts } from '../../support/make-ports.js';

type Texts = Readonly<Record<string, string>>;

/** A step of a workflow. */
export interface AdviceStep {
	/** The root action where left out. */
	readonly action?: 'fetch' | 'token';
	readonly inputs?: Texts;
	readonly variables?: Texts;
	readonly files?: Texts;
}

/** What a step came to: success, or the errors that a person reads. */
export interface AdviceResult {
	readonly succeeded: boolean;
	readonly errors: readonly Annotation[];
	readonly log: readonly string[];
}

/** A request, as far as what stands in the way depends on it. */
export interface SeenRequest {
	readonly host: string;
	readonly path: string;
	readonly form: URLSearchParams;
	readonly token: string | undefined;
}

/** What answers a request in place of the services; undefined to let it pass. */
export type Obstacle = (seen: SeenRequest, world: AdviceWorld) => HttpResponse | Error | undefined;

export const ISSUER_VARIABLES = {
	ACTIONS_ID_TOKEN_REQUEST_URL: 'https://issuer.example/idtoken/1/job?api-version=2.0',
};

/** A world in which one thing is wrong. */
export class AdviceWorld {
	readonly directory = new Directory();
	readonly idTokens = new IdTokenIssuer();
	readonly deviceCodes = new DeviceCodes();
	readonly vault = new VaultStore();
	/** Of the machine that the runner is on. */
	readonly identities = new MachineIdentities(this.directory);
	/** What an administrator, or whoever else the advice sends for, has done. */
	mended = false;
	/** What az comes to. */
	az: ProgramResult | undefined;

	constructor() {
		this.directory.addTenant(TENANT_ID, 'contoso.onmicrosoft.com');
		this.directory.addApp(TENANT_ID, { clientId: CLIENT_ID, objectId: OBJECT_ID, secret: CLIENT_SECRET });
		this.directory.issuers.set(this.idTokens.issuer, this.idTokens);
		this.app.certificates = [issued.certificate];
		this.app.publicClient = true;
		this.app.federated = [
			{
				issuer: this.idTokens.issuer,
				subject: `${this.idTokens.claims['sub']}`,
				audience: 'api://AzureADTokenExchange',
			},
		];
		this.vault.setSecret('db', 'value-of-the-secret');
		this.vault.setKey('a-key');
		const { certificate } = this.vault.setCertificate('exo');
		this.app.certificates = [...this.app.certificates, certificate.der];
	}

	get app() {
		return this.directory.app();
	}

	/** What the runner hands a job with `id-token: write`. */
	get oidc(): Texts {
		return { ...ISSUER_VARIABLES, ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.idTokens.requestToken };
	}

	/** Runs a step to its end, with an obstacle in its way. */
	async run({ action = 'fetch', inputs, variables, files }: AdviceStep, obstacle?: Obstacle): Promise<AdviceResult> {
		const { clock } = makeClock(Date.now());
		for (const service of [this.directory, this.idTokens, this.deviceCodes, this.vault]) service.nowMs = clock.nowMs;
		const usual =
			action === 'fetch'
				? { secrets: 'db' }
				: { certificate: 'exo', scopes: 'T = https://graph.microsoft.com/.default' };
		const { ports, log } = makePorts({
			inputs: makeInputs(
				{ 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, keyvault: 'contoso', ...usual, ...inputs },
				variables,
			),
			machine: makeMachine(files, { run: async () => this.az }),
			clock,
			localTransport: async (request) => this.#serveLocal(request, clock.nowMs()),
			transport: async (request) => {
				const answer = obstacle?.(look(request), this) ?? this.#serve(request, clock.nowMs());
				if (answer instanceof Error) throw answer;
				return answer;
			},
		});
		const succeeded = await (action === 'fetch' ? fetchObjects : mintTokens)(ports);
		return { succeeded, errors: log.annotations.filter(({ level }) => level === 'error'), log: log.lines };
	}

	// App Service is told by its path, the agent of Azure Arc by its port.
	#serveLocal(request: HttpRequest, nowMs: number): HttpResponse {
		const serve = (received: ReceivedRequest) => {
			if (received.path === '/msi/token') return this.identities.serveAppService(received);
			return received.host === 'localhost:40342'
				? this.identities.serveArc(received)
				: this.identities.serveImds(received);
		};
		return serveInMemory(request, serve, nowMs);
	}

	#serve(request: HttpRequest, nowMs: number): HttpResponse {
		return serveInMemory(
			request,
			(received) => {
				if (received.host === 'issuer.example') return this.idTokens.serve(received);
				if (received.host.startsWith('login.')) return serveLogin(this, received);
				return serveVault(this.directory, this.vault, received);
			},
			nowMs,
		);
	}
}

function look({ url, headers, body }: HttpRequest): SeenRequest {
	const { host, pathname: path } = new URL(url);
	const { authorization } = headers;
	const token = authorization instanceof SecretText ? authorization.reveal().replace(/^Bearer /, '') : undefined;
	return { host, path, form: new URLSearchParams(body?.reveal()), token };
}
