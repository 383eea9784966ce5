// The sign-in that az has made: which program is started, and what its output means.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProgramResult, ProgramStart } from '../../../src/ports.js';
import { makeMachine } from '../setup.js';
import { run, TENANT_ID } from './sign-in-context.js';

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

	it('leaves the tenant to az where none is given', async () => {
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

	it('does without the end of the token, which older versions do not print', async () => {
		const { token } = await runAz(printed({ accessToken: 'az-token' }));
		assert.equal(token.expiresOnSeconds, Date.UTC(2026, 0, 1) / 1000);
	});

	const failures: readonly [string, ProgramResult | undefined, RegExp][] = [
		['is absent', undefined, /^azure-cli: az is not installed on this runner\. /],
		[
			'is absent on Windows',
			failed("'az.cmd' is not recognized as an internal or external command,"),
			/^azure-cli: az is not installed/,
		],
		[
			'is not signed in',
			failed("Please run 'az login' to setup account."),
			/^azure-cli: az is not signed in\. Put a step with Azure\/login/,
		],
		[
			'has an expired assertion',
			failed('ERROR: AADSTS700024: Client assertion is not within its valid time range.'),
			/AADSTS700024.*right after Azure\/login/,
		],
		[
			'is refused',
			failed('AADSTS700016: Application with identifier …'),
			/^azure-cli: az was refused \(AADSTS700016\): the application is not known/,
		],
		[
			'is refused in a way that is not known',
			failed('AADSTS1234567: …'),
			/^azure-cli: az was refused \(AADSTS1234567\)\./,
		],
		['takes too long', { exitCode: undefined, stdout: '', stderr: '' }, /^azure-cli: az gave no token within 60 s\./],
		['fails', failed('Traceback: secret'), /^azure-cli: az failed with exit code 1\. /],
		['prints no token', printed({}), /^azure-cli: az printed no token\. /],
		['prints junk', { exitCode: 0, stdout: 'WARNING', stderr: '' }, /^azure-cli: az printed no token\. /],
	];
	for (const [name, result, expected] of failures) {
		it(`says what to do where az ${name}, and repeats nothing of what it printed`, async () => {
			await assert.rejects(runAz(result), (error: Error) => {
				assert.match(error.message, expected);
				assert.doesNotMatch(error.message, /Traceback|identifier …/);
				return true;
			});
		});
	}
});
