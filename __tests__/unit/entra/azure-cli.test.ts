// The sign-in that az has made: which program is started, and what its output means.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../../src/entra/credential.js';
import type { ActionError } from '../../../src/errors.js';
import type { ProgramResult, ProgramStart } from '../../../src/ports.js';
import { makeMachine } from '../../support/make-ports.js';
import { choose, makeContext, makeJwt, run, TARGET, TENANT_ID } from '../../support/sign-in-context.js';

const inputs = { 'auth-method': 'azure-cli' };

async function runAz(
	result: ProgramResult | undefined,
	platform = 'linux',
	given: Readonly<Record<string, string>> = {},
) {
	const starts: ProgramStart[] = [];
	const machine = makeMachine(
		{},
		{
			platform,
			run: async (start) => {
				starts.push(start);
				return result;
			},
		},
	);
	const made = await run({ inputs: { ...inputs, ...given }, machine });
	return { ...made, starts };
}

const printed = (stdout: object): ProgramResult => ({ exitCode: 0, stdout: JSON.stringify(stdout), stderr: '' });
const failed = (stderr: string): ProgramResult => ({ exitCode: 1, stdout: '', stderr });
const TOKEN = printed({ accessToken: 'az-token', expires_on: 1_767_267_296, expiresOn: 'x' });

describe('azure-cli', () => {
	it('starts az without a shell, for the resource and the tenant that are wanted', async () => {
		const { starts, token, masks } = await runAz(TOKEN);
		const args = [
			'account',
			'get-access-token',
			'--output',
			'json',
			'--resource',
			'https://vault.azure.net',
			'--tenant',
			TENANT_ID,
		];
		assert.deepEqual(starts, [{ file: 'az', args, timeoutMs: 60_000 }]);
		assert.equal(token.token.reveal(), 'az-token');
		assert.equal(token.expiresOnSeconds, 1_767_267_296);
		assert.deepEqual(masks, ['az-token']);
	});

	it('leaves the tenant to az if none is given', async () => {
		const { starts } = await runAz(TOKEN, 'linux', { 'tenant-id': '' });
		assert.ok(!starts[0]?.args.includes('--tenant'));
	});

	it('gives the shell of Windows a command line that is always the same', async () => {
		const { starts } = await runAz(TOKEN, 'win32');
		const command = 'az.cmd account get-access-token --output json --resource %AKV_RESOURCE% --tenant %AKV_TENANT%';
		assert.deepEqual(starts[0]?.args, ['/d', '/s', '/c', command]);
		assert.deepEqual(starts[0]?.variables, { AKV_RESOURCE: 'https://vault.azure.net', AKV_TENANT: TENANT_ID });
		const without = await runAz(TOKEN, 'win32', { 'tenant-id': '' });
		assert.deepEqual(without.starts[0]?.args.at(-1), command.replace(' --tenant %AKV_TENANT%', ''));
		assert.deepEqual(without.starts[0]?.variables, { AKV_RESOURCE: 'https://vault.azure.net' });
	});

	it('is not started on Windows with what a command line could take for more than a scope', async () => {
		const starts: ProgramStart[] = [];
		const runProgram = async (start: ProgramStart) => {
			starts.push(start);
			return TOKEN;
		};
		const machine = { ...makeMachine({}, { platform: 'win32' }), runProgram };
		const given = { inputs, machine };
		for (const resource of ['https://x/&calc', 'api://x%PATH%', 'https://x/"', 'https://x|y', 'https://x/^a']) {
			const { context } = makeContext([], given);
			const target = { ...TARGET, scope: `${resource}/.default` };
			await assert.rejects(signIn(await choose(given), target, context), {
				code: 'AZURE_CLI_FAILED',
				message: /Windows/,
			});
		}
		assert.deepEqual(starts, []);
	});

	it('does without the end of the token, which older versions do not print', async () => {
		const { token } = await runAz(printed({ accessToken: 'az-token' }));
		assert.equal(token.expiresOnSeconds, Date.UTC(2026, 0, 1) / 1000);
		const said = await runAz(printed({ accessToken: makeJwt({ exp: 1_767_267_296 }), expiresOn: 'x' }));
		assert.equal(said.token.expiresOnSeconds, 1_767_267_296);
	});

	it('is asked again without the tenant if it is signed in with a managed identity, which has no other', async () => {
		const starts: ProgramStart[] = [];
		const answers = [failed("ERROR: Tenant shouldn't be specified for managed identity account"), TOKEN];
		const runProgram = async (start: ProgramStart) => answers[starts.push(start) - 1];
		const { token, log } = await run({ inputs, machine: { ...makeMachine(), runProgram } });
		assert.equal(token.token.reveal(), 'az-token');
		assert.deepEqual(
			starts.map(({ args }) => args.includes('--tenant')),
			[true, false],
		);
		assert.match(log.lines[0] ?? '', /managed identity, .*tenant-id/);
		starts.length = 0;
		answers[1] = failed("Please run 'az login'");
		await assert.rejects(run({ inputs, machine: { ...makeMachine(), runProgram } }), { code: 'AZURE_CLI_SIGNED_OUT' });
		starts.length = 0;
		const gone = async (start: ProgramStart) => (starts.push(start) === 1 ? answers[0] : undefined);
		await assert.rejects(run({ inputs, machine: { ...makeMachine(), runProgram: gone } }), {
			code: 'AZURE_CLI_ABSENT',
		});
	});

	const failures: readonly (readonly [string, ProgramResult | undefined, ActionError['code'], ...string[]])[] = [
		['is absent', undefined, 'AZURE_CLI_ABSENT', 'github-oidc'],
		[
			'is absent on Windows',
			failed("'az.cmd' is not recognized as an internal or external command,"),
			'AZURE_CLI_ABSENT',
		],
		['is absent on Windows, as batch files see it', { exitCode: 9009, stdout: '', stderr: '' }, 'AZURE_CLI_ABSENT'],
		[
			'is absent on Windows in German',
			failed('Der Befehl "az.cmd" ist entweder falsch geschrieben oder\r\nkonnte nicht gefunden werden.'),
			'AZURE_CLI_ABSENT',
		],
		[
			'is a script whose interpreter is absent',
			{ exitCode: 127, stdout: '', stderr: '/usr/bin/env: python3: No such file or directory' },
			...(['AZURE_CLI_ABSENT', 'Azure CLI before this step'] as const),
		],
		[
			'has an odd command group',
			failed("'foo' is not in the 'az' command group."),
			...(['AZURE_CLI_FAILED', 'exit code 1', '"az account get-access-token"'] as const),
		],
		...[700082, 70043, 50173, 500133].map(
			(number) =>
				[
					`has a session that has ended (${number})`,
					failed(
						`AADSTS${number}: The refresh token has expired. Interactive authentication is needed. Please run:\naz login`,
					),
					'AZURE_CLI_REFUSED',
					`(AADSTS${number})`,
					'session',
					'Azure/login before',
				] as const,
		),
		[
			'is blocked by a policy',
			failed('AADSTS53003: Access has been blocked by Conditional Access policies.'),
			...(['AZURE_CLI_REFUSED', '(AADSTS53003)', 'Conditional Access', 'github-oidc'] as const),
		],
		[
			'is not signed in',
			failed("Please run 'az login' to setup account."),
			...(['AZURE_CLI_SIGNED_OUT', 'Azure/login before'] as const),
		],
		[
			'has an expired assertion',
			failed('ERROR: AADSTS700024: Client assertion is not within its valid time range.'),
			...(['AZURE_CLI_ASSERTION_EXPIRED', '(AADSTS700024)', 'right after Azure/login'] as const),
		],
		[
			'is refused',
			failed('AADSTS700016: Application with identifier …'),
			...(['AZURE_CLI_REFUSED', '(AADSTS700016)', 'application'] as const),
		],
		[
			'is refused in a way that is not known',
			failed('AADSTS1234567: …'),
			...(['AZURE_CLI_REFUSED', '(AADSTS1234567). See https://login.microsoftonline.com/error?code=1234567.'] as const),
		],
		['takes too long', { exitCode: undefined, stdout: '', stderr: '' }, 'AZURE_CLI_TIMEOUT', '60 s'],
		['fails', failed('Traceback: secret'), 'AZURE_CLI_FAILED', 'exit code 1'],
		['prints no token', printed({}), 'AZURE_CLI_FAILED', 'no token'],
		['prints junk', { exitCode: 0, stdout: 'WARNING', stderr: '' }, 'AZURE_CLI_FAILED', 'no token'],
	];
	for (const [name, result, code, ...facts] of failures) {
		it(`says what to do if az ${name}, and repeats nothing of what it printed`, async () => {
			await assert.rejects(runAz(result), (error: ActionError) => {
				assert.deepEqual([error.code, error.subject], [code, 'azure-cli']);
				for (const fact of facts) assert.ok(error.message.includes(fact), `${fact}: ${error.message}`);
				assert.doesNotMatch(error.message, /Traceback|identifier …/);
				return true;
			});
		});
	}
});
