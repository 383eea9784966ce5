// The steps of the battery, and which of their requests are for what.
import { fetchObjects } from '../../src/flow/fetch.js';
import { mintTokens } from '../../src/flow/mint-tokens.js';
import type { HttpRequest } from '../../src/ports.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { type Services, VAULT_URL } from '../support/services.js';
import type { Exchange } from './exchange.js';

type Texts = Readonly<Record<string, string>>;

const TO_FETCH = { 'tenant-id': TENANT_ID, 'client-id': CLIENT_ID, keyvault: VAULT_URL, secrets: 'db' };
export const BY_SECRET = { 'client-secret': CLIENT_SECRET };

type Run = Exchange['run'];

/** A step of the root action that signs in with these inputs and variables. */
export const fetching =
	(inputs: Texts, variables: (services: Services) => Texts = () => ({})): Run =>
	(services, interfere) => {
		const given = { inputs: { ...TO_FETCH, ...inputs }, variables: variables(services) };
		return services.run({ flow: fetchObjects, ...given, ...(interfere && { interfere }) });
	};

/** Every step of a line, and every way in which a secret leaves the action. */
const EVERYTHING = {
	secrets: [
		'db',
		'config | json',
		'PICKED = config | json inner.password',
		'decoded | base64',
		'kube = cluster-access | file',
		'bytes | base64 | file',
		'PLAIN = user-name | unmasked',
		'db | attributes',
	].join('\n'),
	certificates: ['exo-pem = exo | pem | file', 'STORED = exo | store', 'PUBLIC = exo | public'].join('\n'),
	keys: 'signing',
	'export-env': 'true',
};

export const fetchingAll =
	(platform: string): Run =>
	(services, interfere) => {
		// Each platform gets one kind of file with a password, because a password is derived slowly.
		const certificates = `${EVERYTHING.certificates}\nexo | file${platform === 'win32' ? ' 3des' : ''}`;
		const inputs = { ...TO_FETCH, ...BY_SECRET, ...EVERYTHING, certificates };
		const given = { flow: fetchObjects, platform, inputs, variables: { HOME: '/home/runner' } };
		return services.run({ ...given, ...(interfere && { interfere }) });
	};

export const byMachine = (variables: (services: Services) => Texts): Run =>
	fetching({ 'tenant-id': '', 'client-id': '', 'auth-method': 'managed-identity' }, variables);

const SCOPES = 'EXO = https://outlook.office365.com/.default\nGRAPH = https://graph.microsoft.com/.default';
export const minting: Run = (services, interfere) => {
	const inputs = { ...TO_FETCH, ...BY_SECRET, secrets: '', certificate: 'exo', scopes: SCOPES };
	return services.run({ flow: mintTokens, inputs, ...(interfere && { interfere }) });
};

/** A step that mints two tokens without a certificate. */
export const mintingOwn =
	(inputs: Texts, variables: (services: Services) => Texts = () => ({})): Run =>
	(services, interfere) => {
		const own = { ...TO_FETCH, keyvault: '', secrets: '', scopes: SCOPES, ...inputs };
		const given = { inputs: own, variables: variables(services) };
		return services.run({ flow: mintTokens, ...given, ...(interfere && { interfere }) });
	};

/** A step whose certificate the vault has renewed, and whose new version Entra does not know. */
export const mintingRenewed: Run = (services, interfere) => {
	const inputs = { ...TO_FETCH, ...BY_SECRET, secrets: '', certificate: 'renewed', scopes: SCOPES };
	return services.run({ flow: mintTokens, inputs, ...(interfere && { interfere }) });
};

export const path =
	(method: HttpRequest['method'], pattern: RegExp) =>
	({ method: given, url }: HttpRequest): boolean =>
		given === method && pattern.test(new URL(url).pathname);

export const isNextPage = ({ url }: HttpRequest): boolean => new URL(url).searchParams.has('$skiptoken');

export const isTokenRequest = path('POST', /\/oauth2\/v2\.0\/token$/);

export const form = ({ body }: HttpRequest): URLSearchParams => new URLSearchParams(body?.reveal());

/** The token that the step signs in with. */
export const isSignIn = (request: HttpRequest): boolean =>
	isTokenRequest(request) && form(request).get('scope') === 'https://vault.azure.net/.default';

export const isLocal =
	(isSigned: boolean) =>
	({ url, headers }: HttpRequest): boolean =>
		url.startsWith('http:') && ('authorization' in headers || 'x-identity-header' in headers) === isSigned;
