// Azure CLI: the sign-in that a step before, such as Azure/login, has made.
// https://learn.microsoft.com/cli/azure/account#az-account-get-access-token
import type { ErrorCode } from '../../error-codes.js';
import { ActionError } from '../../errors.js';
import { parseJsonObject } from '../../http/json.js';
import type { Machine, ProgramResult, ProgramStart } from '../../ports.js';
import { adviceOf, lookUpHint } from '../aadsts-advice.js';
import { expiryOf } from '../claims.js';
import {
	type AccessToken,
	type Credential,
	type CredentialSource,
	describeWay,
	type SignInContext,
	type SignInTarget,
} from '../credential.js';
import { asToken } from '../token-request.js';

/** az needs a second or several to start. */
const TIMEOUT_MS = 60_000;

/** The credential of whoever `az` is signed in as; with the input `tenant-id`, in that tenant. Asked for by hand only. */
export function makeAzureCli(source: CredentialSource): Credential {
	const given = source.inputs.tenantId?.source === 'tenant-id' ? source.inputs.tenantId : undefined;
	return {
		...describeWay('azure-cli', source, { tenantId: given }),
		tenantId: given?.value,
		clientId: undefined,
		secrets: [],
		needsTenant: false,
		// az keeps its tokens: a second one would be the first.
		isRenewable: false,
		waitsForPerson: false,
		getToken: (target, context) => askAz(given?.value, target, context),
	};
}

async function askAz(
	tenantId: string | undefined,
	{ scope }: SignInTarget,
	{ machine, clock, log, deadlineMs }: SignInContext,
): Promise<AccessToken> {
	const resource = scope.replace(/\/\.default$/, '');
	const run = (inTenant: string | undefined): Promise<ProgramResult | undefined> => {
		const timeoutMs = Math.min(TIMEOUT_MS, deadlineMs - clock.nowMs());
		return machine.runProgram(azStart(machine, { resource, tenantId: inTenant, timeoutMs }));
	};
	let result = await run(tenantId);
	if (result !== undefined && takesNoTenant(result)) {
		log.info('az is signed in with a managed identity, which has one tenant: asking again without tenant-id.');
		result = await run(undefined);
	}
	if (result === undefined) throw notInstalled();
	if (result.exitCode !== 0) throw describeFailure(result);
	return processAzOutput(result.stdout, clock.nowMs());
}

interface AzRequest {
	readonly resource: string;
	readonly tenantId: string | undefined;
	readonly timeoutMs: number;
}

// On Windows az is a batch file, which only a shell can run: its command line is a constant, and what differs from run
// to run reaches it by variables that hold nothing but letters, digits, dots, colons, slashes, hyphens and underscores.
function azStart({ platform }: Machine, { resource, tenantId, timeoutMs }: AzRequest): ProgramStart {
	const args = ['account', 'get-access-token', '--output', 'json', '--resource'];
	if (platform !== 'win32') {
		return {
			file: 'az',
			args: [...args, resource, ...(tenantId === undefined ? [] : ['--tenant', tenantId])],
			timeoutMs,
		};
	}
	if (!/^[\w.:/-]+$/.test(resource)) {
		throw cliError(
			'AZURE_CLI_FAILED',
			'the scope has characters that cannot be passed to az on Windows.',
			'Sign in without az, for example with auth-method: github-oidc.',
		);
	}
	const tenantArg = tenantId === undefined ? '' : ' --tenant %AKV_TENANT%';
	return {
		file: 'cmd.exe',
		args: ['/d', '/s', '/c', `az.cmd ${args.join(' ')} %AKV_RESOURCE%${tenantArg}`],
		variables: { AKV_RESOURCE: resource, ...(tenantId !== undefined && { AKV_TENANT: tenantId }) },
		timeoutMs,
	};
}

// https://github.com/Azure/azure-cli/pull/31869
function takesNoTenant({ exitCode, stderr }: ProgramResult): boolean {
	return exitCode !== 0 && /\bTenant shouldn't be specified\b/i.test(stderr);
}

function processAzOutput(stdout: string, nowMs: number): AccessToken {
	const answer = parseJsonObject(stdout);
	const token = asToken(answer?.['accessToken']);
	if (token === undefined)
		throw cliError(
			'AZURE_CLI_FAILED',
			'az printed no token.',
			'Run "az account get-access-token" in an earlier step to see why.',
		);
	// Since version 2.54; the older expiresOn is local time without a zone.
	const expiresOn = answer?.['expires_on'];
	const end = typeof expiresOn === 'number' ? expiresOn : expiryOf(token);
	return { token, expiresOnSeconds: end ?? Math.floor(nowMs / 1000) };
}

// The output of az is not shown: known facts are taken out of it.
function describeFailure({ exitCode, stderr }: ProgramResult): ActionError {
	if (exitCode === undefined)
		return cliError('AZURE_CLI_TIMEOUT', `az gave no token within ${TIMEOUT_MS / 1000} s.`, 'Run the job again.');
	const [, number] = /\bAADSTS(\d{4,8})\b/.exec(stderr) ?? [];
	if (number !== undefined) {
		const known = adviceOf(Number(number), 'azure-cli');
		return cliError(
			number === '700024' ? 'AZURE_CLI_ASSERTION_EXPIRED' : 'AZURE_CLI_REFUSED',
			`az was refused (AADSTS${number})${known === undefined ? '' : `: ${known.meaning}`}.`,
			known?.advice ?? lookUpHint(Number(number)),
		);
	}
	if (isAbsent(exitCode, stderr)) return notInstalled();
	if (/\baz login\b/.test(stderr))
		return cliError('AZURE_CLI_SIGNED_OUT', 'az is not signed in.', 'Put a step with Azure/login before this one.');
	return cliError(
		'AZURE_CLI_FAILED',
		`az failed with exit code ${exitCode}.`,
		'Run "az account get-access-token" in an earlier step to see why.',
	);
}

// cmd.exe (9009) and POSIX shells (127) answer so for a program that is not there; cmd.exe says so in its own language.
function isAbsent(exitCode: number, stderr: string): boolean {
	return exitCode === 9009 || exitCode === 127 || /["']az\.cmd["']/.test(stderr);
}

function notInstalled(): ActionError {
	return cliError(
		'AZURE_CLI_ABSENT',
		'az is not installed on this runner.',
		'Install Azure CLI before this step, or sign in without it, for example with auth-method: github-oidc.',
	);
}

function cliError(code: ErrorCode, problem: string, hint: string): ActionError {
	return new ActionError({ code, title: 'No token from Azure CLI', subject: 'azure-cli', problem, hint });
}
