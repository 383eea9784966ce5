// Every exchange between the actions and a service: the step that brings it about, and the requests that belong to it.
import { fetchSecrets } from '../../src/flow/fetch-secrets.js';
import { mintTokens } from '../../src/flow/mint-tokens.js';
import type { HttpRequest } from '../../src/ports.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { PEM } from '../unit/entra/given-certificate.js';
import type { Expected, Service } from './expectations.js';
import type { Befall } from './faults.js';
import * as own from './own-faults.js';
import { ROTATION_EXCHANGES } from './rotation-exchanges.js';
import { type Interfere, type Services, type StepRecord, VAULT_URL } from './services.js';

/** A fault that can befall one exchange alone. */
export interface OwnFault {
	readonly befall: Befall;
	readonly expected: Expected;
}

/** An exchange. */
export interface Exchange {
	readonly name: string;
	readonly service: Service;
	/** Runs a step that has the exchange. */
	readonly run: (services: Services, interfere?: Interfere) => Promise<StepRecord>;
	/** Does a request belong to it? */
	readonly isOf: (request: HttpRequest) => boolean;
	readonly ownFaults?: Readonly<Record<string, OwnFault>>;
	/** The step's limit, in milliseconds; two minutes where left out. */
	readonly limitMs?: number;
	/** Is what was exported right? Where left out, it must be what a step without the fault exports. */
	readonly isRight?: (record: StepRecord) => boolean;
}

type Texts = Readonly<Record<string, string>>;

const TO_FETCH = { 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, keyvault: VAULT_URL, secrets: 'db' };
const BY_SECRET = { 'client-secret': CLIENT_SECRET };

type Run = Exchange['run'];

/** A step of the root action that signs in with these inputs and variables. */
const fetching =
	(inputs: Texts, variables: (services: Services) => Texts = () => ({})): Run =>
	(services, interfere) => {
		const given = { inputs: { ...TO_FETCH, ...inputs }, variables: variables(services) };
		return services.run({ flow: fetchSecrets, ...given, ...(interfere && { interfere }) });
	};

const byMachine = (variables: (services: Services) => Texts): Run =>
	fetching({ 'tenant-id': '', 'client-id': '', 'auth-method': 'managed-identity' }, variables);

const SCOPES = 'EXO = https://outlook.office365.com/.default\nGRAPH = https://graph.microsoft.com/.default';
const minting: Run = (services, interfere) => {
	const inputs = { ...TO_FETCH, ...BY_SECRET, secrets: '', certificate: 'exo', scopes: SCOPES };
	return services.run({ flow: mintTokens, inputs, ...(interfere && { interfere }) });
};

const path =
	(method: HttpRequest['method'], pattern: RegExp) =>
	({ method: given, url }: HttpRequest): boolean =>
		given === method && pattern.test(new URL(url).pathname);

const isTokenRequest = path('POST', /\/oauth2\/v2\.0\/token$/);

const form = ({ body }: HttpRequest): URLSearchParams => new URLSearchParams(body?.reveal());

/** The token that the step signs in with. */
const isSignIn = (request: HttpRequest): boolean =>
	isTokenRequest(request) && form(request).get('scope') === 'https://vault.azure.net/.default';

const isLocal =
	(isSigned: boolean) =>
	({ url, headers }: HttpRequest): boolean =>
		url.startsWith('http:') && ('authorization' in headers || 'x-identity-header' in headers) === isSigned;

/** The device code's life, and the step's time after it. */
const DEVICE_CODE_LIMIT_MS = (900 + 120) * 1000;

/** All exchanges, in the order in which they are shown. */
export const EXCHANGES: readonly Exchange[] = [
	{
		name: "GitHub's ID token",
		service: 'GitHub',
		run: fetching({}, (services) => services.idTokenVariables),
		isOf: path('GET', /^\/idtoken\//),
	},
	{
		name: 'token by federation',
		service: 'Entra ID',
		run: fetching({}, (services) => services.idTokenVariables),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'token by client secret',
		service: 'Entra ID',
		run: fetching(BY_SECRET),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'token by certificate',
		service: 'Entra ID',
		run: fetching({ 'client-certificate': PEM }),
		isOf: isSignIn,
		ownFaults: own.OF_ENTRA,
	},
	{
		name: 'device code',
		service: 'Entra ID',
		run: fetching({ 'auth-method': 'device-code' }),
		isOf: path('POST', /\/oauth2\/v2\.0\/devicecode$/),
		ownFaults: own.OF_ENTRA,
		limitMs: DEVICE_CODE_LIMIT_MS,
	},
	{
		name: 'token by device code',
		service: 'Entra ID',
		run: fetching({ 'auth-method': 'device-code' }),
		isOf: isTokenRequest,
		ownFaults: own.OF_ENTRA,
		limitMs: DEVICE_CODE_LIMIT_MS,
	},
	{
		name: 'token of IMDS',
		service: 'IMDS',
		run: byMachine(() => ({})),
		isOf: isLocal(false),
	},
	{
		name: 'token of App Service',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.appServiceVariables),
		isOf: isLocal(true),
	},
	{
		name: 'challenge of Azure Arc',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.arcVariables),
		isOf: isLocal(false),
		ownFaults: own.OF_ARC,
	},
	{
		name: 'token of Azure Arc',
		service: 'App Service, Azure Arc',
		run: byMachine((services) => services.arcVariables),
		isOf: isLocal(true),
	},
	{
		name: "the vault's challenge",
		service: 'Entra ID',
		run: fetching({ ...BY_SECRET, 'tenant-id': '' }),
		isOf: ({ url, headers }) => url.startsWith(VAULT_URL) && !('authorization' in headers),
		ownFaults: own.OF_DISCOVERY,
	},
	{
		name: 'secret',
		service: 'vault',
		run: fetching(BY_SECRET),
		isOf: path('GET', /^\/secrets\/db$/),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'certificate',
		service: 'vault',
		run: fetching({ ...BY_SECRET, certificates: 'exo' }),
		isOf: path('GET', /^\/certificates\/exo$/),
		ownFaults: { ...own.OF_VAULT, ...own.elsewhere('sid', 'secrets', 'exo') },
	},
	{
		name: "certificate's private key",
		service: 'vault',
		run: fetching({ ...BY_SECRET, certificates: 'exo' }),
		isOf: path('GET', /^\/secrets\/exo\//),
		ownFaults: own.OF_VAULT,
	},
	{
		name: 'certificate that signs',
		service: 'vault',
		run: minting,
		isOf: path('GET', /^\/certificates\/exo$/),
		ownFaults: { ...own.OF_VAULT, ...own.elsewhere('kid', 'keys', 'exo') },
	},
	{
		name: 'signature',
		service: 'vault',
		run: minting,
		isOf: path('POST', /^\/keys\/exo\/[0-9a-f]{32}\/sign$/),
		ownFaults: { ...own.OF_VAULT, ...own.OF_SIGNATURES },
	},
	{
		name: 'token that is minted',
		service: 'Entra ID',
		run: minting,
		isOf: (request) => isTokenRequest(request) && form(request).get('scope')?.includes('outlook') === true,
		ownFaults: own.OF_ENTRA,
	},
	...ROTATION_EXCHANGES,
];
