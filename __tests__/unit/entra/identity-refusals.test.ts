// Managed identities that are refused: each reason by itself, with the client ID and where it came from.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KNOWN_REFUSALS, refusedIdentityError } from '../../../src/entra/managed-identity/identity-error.js';
import type { HttpResponse } from '../../../src/ports.js';
import { type Answer, makeMachine, response } from '../../support/make-ports.js';
import { CLIENT_ID, type Given, makeJwt, run } from '../../support/sign-in-context.js';

const METHOD = { 'auth-method': 'managed-identity' };
const OWN: Given = { inputs: { ...METHOD, 'client-id': '' } };
const NAMED: Given = { inputs: METHOD };
const LEFT_OVER: Given = { ...OWN, variables: { AZURE_CLIENT_ID: CLIENT_ID } };

const APP_SERVICE = { IDENTITY_ENDPOINT: 'http://127.0.0.1:41/msi/token', IDENTITY_HEADER: 'h' };
const ARC = { IDENTITY_ENDPOINT: 'http://localhost:40342/metadata/identity/oauth2/token', IMDS_ENDPOINT: 'http://l' };

function on(variables: Readonly<Record<string, string>>, given: Given): Given {
	return { ...given, variables: { ...variables, ...given.variables } };
}

const SEVERAL =
	'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request';
const imds = (error_description: string) => response(400, { error: 'invalid_request', error_description });
const appService = response(400, {
	statusCode: 400,
	message: 'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
});

const rows: readonly (readonly [string, Given, Answer, RegExp])[] = [
	[
		'several',
		OWN,
		imds(SEVERAL),
		/the machine has several user-assigned identities \(HTTP 400, invalid_request\)\. Set client-id/,
	],
	['none', OWN, imds('Identity not found'), /has no identity of its own .*Turn on its system-assigned identity/],
	[
		'another than client-id',
		NAMED,
		imds('Identity not found'),
		new RegExp(
			`no identity with client ID ${CLIENT_ID} \\(input .client-id.\\) .*Assign that identity.*leave client-id out`,
		),
	],
	[
		'another than a left-over variable',
		LEFT_OVER,
		imds('Identity not found'),
		new RegExp(
			`client ID ${CLIENT_ID} \\(variable AZURE_CLIENT_ID\\) .*set AZURE_CLIENT_ID to "" in the env of the step`,
		),
	],
	['none of an app', on(APP_SERVICE, OWN), appService, /\(App Service or Container Apps\): .*\bno identity/],
	[
		'another one of an app',
		on(APP_SERVICE, LEFT_OVER),
		appService,
		/the app has no identity with client ID .* \(variable AZURE_CLIENT_ID\).*to use the app's own identity/,
	],
	[
		'an app that has started anew',
		on(APP_SERVICE, OWN),
		response(401, { statusCode: 401, message: 'no' }),
		/header.* \(HTTP 401\)\. .*restart/,
	],
	[
		'Arc with a client ID',
		on(ARC, NAMED),
		imds('Identity not found'),
		/\(Azure Arc\): .*one identity.*input `client-id`.*client-id out/,
	],
	[
		'Arc with a left-over client ID',
		on(ARC, LEFT_OVER),
		imds('Identity not found'),
		/one identity.*variable AZURE_CLIENT_ID.*AZURE_CLIENT_ID to ""/,
	],
	[
		'Arc that passes over the client ID',
		on(ARC, LEFT_OVER),
		response(200, { access_token: makeJwt({ appid: '99999999-9999-4999-8999-999999999991' }) }),
		/one identity.*AZURE_CLIENT_ID to ""/,
	],
	['Arc without an identity', on(ARC, OWN), imds('Identity not found'), /\(Azure Arc\): .*\bno identity/],
	[
		'a service that the tenant does not know',
		OWN,
		response(400, { error: 'invalid_resource', error_description: 'AADSTS500011: The resource principal named x' }),
		/AADSTS500011: .*tenant.* \(HTTP 400, invalid_resource\)\. /,
	],
	[
		'a number that nobody knows',
		OWN,
		response(400, { error: 'invalid_request', error_description: 'AADSTS1234567: x' }),
		/AADSTS1234567: refused .*error\?code=1234567/,
	],
	[
		'a container without a way to the endpoint',
		OWN,
		response(403, 'A socket operation was attempted to an unreachable network.'),
		/network \(HTTP 403\)/,
	],
	[
		'a network that does not lead there',
		OWN,
		response(403, { error_description: 'connecting to 169.254.169.254:80: connect: unreachable network' }),
		/network \(HTTP 403\)/,
	],
];

describe('a managed identity that is refused', () => {
	for (const [what, given, answer, expected] of rows) {
		it(`says so: ${what}`, async () => {
			await assert.rejects(run(given, [], [answer]), (error: Error) => {
				assert.match(error.message, /^Managed identity \(/);
				assert.match(error.message, expected);
				assert.doesNotMatch(error.message, /please specify|Delegated/);
				return true;
			});
		});
	}

	it('has an example above for every known reason', () => {
		const texts = rows.map(([, , answer]) => ('body' in answer ? answer.body : ''));
		for (const { pattern } of KNOWN_REFUSALS)
			assert.ok(
				texts.some((text) => pattern.test(text)),
				`${pattern}`,
			);
	});

	it('names the client ID alone if no input gave it', () => {
		const asked = { platform: 'IMDS', clientId: CLIENT_ID, clientIdSource: undefined, resource: 'r' } as const;
		const { message } = refusedIdentityError(imds('Identity not found') as HttpResponse, asked);
		assert.match(message, new RegExp(`no identity with client ID ${CLIENT_ID} \\(HTTP 400, .*leave client-id out`));
	});

	it('is the one that was asked for where Arc knows user-assigned ones', async () => {
		const answer = response(200, { access_token: makeJwt({ appid: CLIENT_ID.toUpperCase() }) });
		await run(on(ARC, NAMED), [], [answer]);
	});
});

/** The address that is asked for the token. */
async function askedAddress(given: Given): Promise<string> {
	const { local } = await run(given, [], [response(200, { access_token: 'x', expires_in: '3599' })]);
	const { origin, pathname } = new URL(local.requests[0]?.url ?? '');
	return `${origin}${pathname}`;
}

describe('Azure Arc without its variables', () => {
	const agents: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
		['linux', '/opt/azcmagent/bin/himds', {}],
		['win32', 'C:\\Program Files\\AzureConnectedMachineAgent\\himds.exe', {}],
		['win32', 'D:\\P\\AzureConnectedMachineAgent\\himds.exe', { ProgramFiles: 'D:\\P' }],
	];
	for (const [platform, path, variables] of agents) {
		it(`is found by its agent at ${path}`, async () => {
			const machine = makeMachine({ [path]: '' }, { platform });
			assert.equal(
				await askedAddress({ ...OWN, variables, machine }),
				'http://localhost:40342/metadata/identity/oauth2/token',
			);
		});
	}

	it('is not taken if there is no agent, or if IMDS is said to be elsewhere', async () => {
		const machine = makeMachine({ '/opt/azcmagent/bin/himds': '' });
		const elsewhere = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://10.0.0.4' };
		const path = '/metadata/identity/oauth2/token';
		assert.equal(await askedAddress(OWN), `http://169.254.169.254${path}`);
		assert.equal(await askedAddress({ ...OWN, variables: elsewhere, machine }), `http://10.0.0.4${path}`);
	});
});
