// Azure Arc: the challenge that names a file, and the files that are never read for it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeMachine, response, type Script } from '../../support/make-ports.js';
import { CLIENT_ID, type Given, run } from '../../support/sign-in-context.js';

const inputs = { 'auth-method': 'managed-identity' };
const SYSTEM = { inputs: { ...inputs, 'client-id': '' } };
const GIVEN = response(200, { access_token: 'mi-token', expires_in: '3599', expires_on: '1767229200', resource: 'x' });

function local(given: Given, script: Script) {
	return run(given, [], script);
}

describe('Azure Arc', () => {
	const variables = {
		IDENTITY_ENDPOINT: 'http://localhost:40342/metadata/identity/oauth2/token',
		IMDS_ENDPOINT: 'http://localhost:40342',
	};
	const KEY = '/var/opt/azcmagent/tokens/1.key';
	const challenge = (path: string) => response(401, '', { 'WWW-Authenticate': `Basic realm=${path}` });
	const machine = makeMachine({
		[KEY]: 'key of the agent',
		'/etc/shadow': 'root',
		'/var/opt/azcmagent/tokens/1.txt': 'x',
		'/var/opt/azcmagent/Tokens/1.key': 'of another folder: Linux tells capitals apart',
	});

	it('names a file, whose content proves that we may read it', async () => {
		const { local: asked, masks } = await local({ ...SYSTEM, variables, machine }, [challenge(KEY), GIVEN]);
		assert.equal(new URL(asked.requests[0]?.url ?? '').searchParams.get('api-version'), '2020-06-01');
		const authorization = asked.requests[1]?.headers['authorization'];
		assert.ok(typeof authorization === 'object');
		assert.equal(authorization.reveal(), 'Basic key of the agent');
		assert.deepEqual(masks, ['key of the agent', 'mi-token']);
	});

	it('may be asked for a user-assigned identity, and may answer at once', async () => {
		const { local: asked } = await local({ inputs, variables, machine }, [GIVEN]);
		assert.equal(new URL(asked.requests[0]?.url ?? '').searchParams.get('client_id'), CLIENT_ID);
		assert.equal(asked.requests.length, 1);
	});

	const foreign = [
		'/etc/shadow',
		'/var/opt/azcmagent/tokens/../../../../etc/shadow',
		'/var/opt/azcmagent/tokens/1.txt',
		'/var/opt/azcmagent/tokens/sub/1.key',
		'/var/opt/azcmagent/Tokens/1.key',
		'',
	];
	for (const path of foreign) {
		// Promise: P6
		it(`does not get the file ${path || '(none)'}`, async () => {
			await assert.rejects(local({ ...SYSTEM, variables, machine }, [challenge(path)]), {
				message: /challenge.*\bfile\b.*agent.*Nothing was read or sent/,
			});
		});
	}

	it('is an error if the challenge is missing or the file cannot be read', async () => {
		await assert.rejects(local({ ...SYSTEM, variables, machine }, [response(401)]), /\bfile\b.*agent/);
		await assert.rejects(local({ ...SYSTEM, variables, machine: makeMachine() }, [challenge(KEY)]), /group himds/);
		const windows = makeMachine({}, { platform: 'win32' });
		const path = 'C:\\ProgramData\\AzureConnectedMachineAgent\\Tokens\\1.key';
		await assert.rejects(
			local({ ...SYSTEM, variables, machine: windows }, [challenge(path)]),
			/Administrators or "Hybrid Agent Extension Applications"/,
		);
	});

	it('is sent the key without the line end of its file', async () => {
		const ended = makeMachine({ [KEY]: 'key\n' });
		const { local: asked } = await local({ ...SYSTEM, variables, machine: ended }, [challenge(KEY), GIVEN]);
		const authorization = asked.requests[1]?.headers['authorization'];
		assert.equal(typeof authorization === 'object' && authorization.reveal(), 'Basic key');
	});

	it('is sent nothing that could not stand in a header', async () => {
		for (const content of ['', '\n', 'a\r\nhost: evil.example', 'kéy']) {
			const odd = makeMachine({ [KEY]: content });
			await assert.rejects(local({ ...SYSTEM, variables, machine: odd }, [challenge(KEY)]), {
				message: /no key.*Nothing was sent/,
			});
		}
	});

	it('keeps its files elsewhere on Windows', async () => {
		const path = 'D:\\Data\\AzureConnectedMachineAgent\\Tokens\\1.key';
		const windows = makeMachine(
			{ [path]: 'key', 'C:\\ProgramData\\AzureConnectedMachineAgent\\Tokens\\1.key': 'key' },
			{ platform: 'win32' },
		);
		const data = { ...variables, ProgramData: 'D:\\Data' };
		await local({ ...SYSTEM, variables: data, machine: windows }, [challenge(path), GIVEN]);
		const usual = 'C:\\ProgramData\\AzureConnectedMachineAgent\\Tokens\\1.key';
		await local({ ...SYSTEM, variables, machine: windows }, [challenge(usual), GIVEN]);
		const inCapitals = makeMachine({ [usual.toUpperCase().replace(/KEY$/, 'key')]: 'key' }, { platform: 'win32' });
		const named = challenge(usual.toUpperCase().replace(/KEY$/, 'key'));
		await local({ ...SYSTEM, variables, machine: inCapitals }, [named, GIVEN]);
		await assert.rejects(local({ ...SYSTEM, variables, machine: windows }, [challenge(path)]), /agent/);
	});
});
