// Tokens of the identity that signs in, through the committed bundle: no certificate, no vault, one proof for all scopes.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import { SYSTEM_IDENTITY } from '../emulator/identity-endpoints.js';
import type { StepResult } from '../runner/run-step.js';
import { issued, PEM } from '../support/given-certificate.js';
import { assertNoLeak, assertNothingExported, errorsOf } from '../support/run-action.js';
import { askedOf, assertionsOf, EXO, GRAPH, runToken } from '../support/run-token.js';
import { AUDIENCE } from '../support/sign-in-as.js';

const FIVE = [
	['EXO', 'https://outlook.office365.com'],
	['GRAPH', 'https://graph.microsoft.com'],
	['TEAMS', '48ac35b8-9aa8-4d74-927d-1f4a14a0b239'],
	['SHAREPOINT', 'https://contoso.sharepoint.com'],
	['ARM', 'https://management.azure.com'],
] as const;
const scopesOf = (count: number) =>
	FIVE.slice(0, count)
		.map(([name, resource]) => `${name} = ${resource}/.default`)
		.join('\n');

const folder = mkdtempSync(join(tmpdir(), 'token-own-'));
after(() => rmSync(folder, { recursive: true }));

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator();
	Object.assign(emulator.entra.app(), {
		federated: [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: AUDIENCE }],
		certificates: [issued.certificate],
		roles: ['Exchange.ManageAsApp', 'Organization.Read.All', 'Sites.Selected'],
	});
});
afterEach(() => emulator.close());

type Texts = Readonly<Record<string, string>>;

async function mint(inputs: Texts, env: Texts = {}): Promise<StepResult> {
	const own = { keyvault: '', certificate: '', 'client-secret': '' };
	const result = await runToken(emulator, { ...own, ...inputs }, { env, debug: true });
	assertNoLeak(result, [CLIENT_SECRET, emulator.idTokens.requestToken, ...emulator.idTokens.idTokens]);
	return result;
}

/** The requests, in no order but that the ID token's comes first. */
function countsOf(): Texts {
	const counts = new Map<string, number>();
	for (const asked of askedOf(emulator)) counts.set(asked, (counts.get(asked) ?? 0) + 1);
	return Object.fromEntries([...counts].map(([asked, count]) => [asked, `${count}`]));
}

const TOKEN = `POST login /${TENANT_ID}/oauth2/v2.0/token`;

/** Puts a stand-in for az before every other program, which gives the token of the resource that it is asked for. */
function installAz(): Texts {
	const cases = FIVE.map(([, resource]) => `${resource}) T=${emulator.entra.issue({ audience: resource })} ;;`);
	const script = `#!/bin/sh\ncase "$6" in\n${cases.join('\n')}\n*) exit 9 ;;\nesac\necho "{\\"accessToken\\": \\"$T\\", \\"expires_on\\": 1999999999}"\n`;
	const bin = mkdtempSync(join(folder, 'bin-'));
	writeFileSync(join(bin, 'az'), script);
	chmodSync(join(bin, 'az'), 0o755);
	return { PATH: `${bin}:/usr/bin:/bin` };
}

function tokenFile(): Texts {
	const path = join(mkdtempSync(join(folder, 'file-')), 'token');
	writeFileSync(path, emulator.idTokens.issue(AUDIENCE));
	return { AZURE_FEDERATED_TOKEN_FILE: path };
}

interface Method {
	readonly inputs: Texts;
	readonly env: () => Texts;
	/** Returns the expected requests for so many scopes. */
	readonly asked: (count: number) => Texts;
	readonly clientId?: string;
}

const METHODS: Readonly<Record<string, Method>> = {
	'github-oidc': {
		inputs: {},
		env: () => emulator.idTokenVariables,
		asked: (count) => ({ 'GET id-token /idtoken/1/job': '1', [TOKEN]: `${count}` }),
	},
	'workload-identity': { inputs: {}, env: tokenFile, asked: (count) => ({ [TOKEN]: `${count}` }) },
	'client-secret': {
		inputs: { 'client-secret': CLIENT_SECRET },
		env: () => ({}),
		asked: (count) => ({ [TOKEN]: `${count}` }),
	},
	'client-certificate': {
		inputs: { 'client-certificate': PEM },
		env: () => ({}),
		asked: (count) => ({ [TOKEN]: `${count}` }),
	},
	'managed-identity': {
		inputs: { 'auth-method': 'managed-identity', 'tenant-id': '', 'client-id': '' },
		env: () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.listener('imds').origin }),
		asked: (count) => ({ 'GET imds /metadata/identity/oauth2/token': `${count}` }),
		clientId: SYSTEM_IDENTITY.clientId,
	},
	'azure-cli': {
		inputs: { 'auth-method': 'azure-cli', 'tenant-id': '' },
		env: installAz,
		asked: () => ({}),
	},
};

for (const [name, { inputs, env, asked, clientId = CLIENT_ID }] of Object.entries(METHODS)) {
	const skip = name === 'azure-cli' && process.platform === 'win32' && 'the stand-in for az is a shell script';
	describe(`tokens by ${name}`, { skip }, () => {
		for (const count of [1, 5]) {
			it(`for ${count} scope(s): each for its own service, by one proof, and no vault is asked`, async () => {
				const result = await mint({ ...inputs, scopes: scopesOf(count) }, env());
				assert.equal(result.exitCode, 0, result.log.join('\n'));
				assert.deepEqual(
					Object.keys(result.outputs),
					FIVE.slice(0, count).flatMap(([output]) => [output, `${output}-expires-on`]),
				);
				for (const [output, resource] of FIVE.slice(0, count)) {
					const token = emulator.entra.findToken(result.outputs[output] ?? '');
					assert.deepEqual([token?.audience, token?.clientId], [resource, clientId]);
					assert.equal(result.masker.mask(result.outputs[output] ?? ''), '***');
				}
				assert.deepEqual(countsOf(), asked(count));
				assert.ok(new Set(assertionsOf(emulator)).size <= 1);
				assert.ok(result.log.includes(`Minted for client ${clientId}, masked and exported:`));
				assert.ok(result.summary.includes(`<td>${name}</td>`), result.summary);
			});
		}
	});
}

describe('a step without a certificate', () => {
	it('exports nothing if one of five scopes is refused, and names it', async () => {
		const scopes = `${scopesOf(4)}\nX = api://nobody/.default`;
		const result = await mint({ scopes }, emulator.idTokenVariables);
		assertNothingExported(result);
		assert.equal(errorsOf(result).length, 1);
		assert.match(errorsOf(result)[0] ?? '', /^Token X \(scopes line 5\): Sign-in of client .*AADSTS500011/);
	});

	it('takes one more ID token for all scopes if the first is refused for a reason that can pass', async () => {
		const body = JSON.stringify({ error: 'invalid_client', error_codes: [700213] });
		emulator.inject({ kind: 'status', status: 401, body, match: { path: /oauth2/ }, times: 2 });
		const result = await mint({ scopes: scopesOf(2) }, emulator.idTokenVariables);
		assert.equal(result.exitCode, 0, result.log.join('\n'));
		assert.deepEqual(countsOf(), { 'GET id-token /idtoken/1/job': '2', [TOKEN]: '4' });
	});

	it('shows the roles of each token, of its own service alone', async () => {
		const result = await mint({ scopes: scopesOf(5) }, emulator.idTokenVariables);
		const log = result.log.join('\n');
		assert.match(log, /outlook\.office365\.com\/\.default \(roles Exchange\.ManageAsApp, expires/);
		assert.match(log, /graph\.microsoft\.com\/\.default \(roles Organization\.Read\.All Sites\.Selected, expires/);
		assert.match(log, /contoso\.sharepoint\.com\/\.default \(roles Sites\.Selected, expires/);
		assert.match(log, /management\.azure\.com\/\.default \(no roles, expires/);
		assert.match(log, /Access token: roles = Exchange\.ManageAsApp$/m);
		assert.deepEqual(result.annotations, []);
	});

	const apis: readonly (readonly [string, string])[] = [
		[EXO, 'Exchange.ManageAsApp of Office 365 Exchange Online'],
		['https://ps.compliance.protection.outlook.com/.default', 'Exchange.ManageAsApp of Office 365 Exchange Online'],
		[GRAPH, 'User.Read.All, of Microsoft Graph'],
		['https://contoso.sharepoint.com/.default', 'Sites.Selected, of Office 365 SharePoint Online'],
	];
	it('warns of a token without roles, API by API, with what grants the permission', async () => {
		emulator.entra.app().roles = [];
		const scopes = apis.map(([scope], index) => `T${index} = ${scope}`).join('\n');
		const { exitCode, annotations } = await mint({ scopes }, emulator.idTokenVariables);
		assert.equal(exitCode, 0);
		assert.equal(annotations.length, 4);
		for (const [index, [, permission]] of apis.entries()) {
			const { level, message } = annotations[index] ?? assert.fail();
			assert.equal(level, 'warning');
			assert.ok(message.includes(permission), message);
			for (const way of ['Portal: ', 'PowerShell: `New-MgServicePrincipalAppRoleAssignment', 'Bash: `az rest'])
				assert.ok(message.includes(way), message);
		}
	});

	it('warns of Exchange.ManageAsAppV2 alone, and says of other roles that one is missing', async () => {
		emulator.entra.app().roles = ['Exchange.ManageAsAppV2'];
		const second = await mint({ scopes: scopesOf(1) }, emulator.idTokenVariables);
		assert.match(second.annotations[0]?.message ?? '', /only role is Exchange\.ManageAsAppV2/);
		emulator.entra.app().roles = ['IMAP.AccessAsApp'];
		const imap = await mint({ scopes: scopesOf(1) }, emulator.idTokenVariables);
		assert.deepEqual(
			imap.annotations.map(({ level }) => level),
			['notice'],
		);
	});

	it('warns of a managed identity without roles, which has no app registration', async () => {
		const { inputs = {}, env = () => ({}) } = METHODS['managed-identity'] ?? {};
		const { annotations } = await mint({ ...inputs, scopes: scopesOf(1) }, env());
		assert.match(annotations[0]?.message ?? '', /Grant the managed identity the permission Exchange\.ManageAsApp/);
	});
});
