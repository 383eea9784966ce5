// Mistakes in the inputs of the token action are reported by the committed bundle before any request.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CLIENT_ID, TENANT_ID } from '../emulator/directory.js';
import { assertNothingExported, errorsOf } from '../support/run-action.js';
import { askedOf, EXO, runToken, startTokenWorld, type TokenWorld } from '../support/run-token.js';

type Inputs = Readonly<Record<string, string>>;

let world: TokenWorld;
before(async () => {
	world = await startTokenWorld();
});
after(() => world.emulator.close());

describe('inputs that are wrong', () => {
	const cases: readonly (readonly [string, Inputs, readonly RegExp[]])[] = [
		['a vault without a certificate', { certificate: '' }, [/^keyvault: .*`certificate`/]],
		['no vault', { keyvault: '' }, [/^keyvault: the input is empty\./]],
		[
			'an application of a certificate without one',
			{ certificate: '', keyvault: '', 'app-id': CLIENT_ID, 'app-tenant-id': TENANT_ID },
			[/^app-id: .*certificate/, /^app-tenant-id: .*certificate/],
		],
		[
			'no tenant and no vault that could name it',
			{ certificate: '', keyvault: '', 'tenant-id': '' },
			[/^tenant-id: .*AZURE_TENANT_ID/],
		],
		[
			'a person',
			{ certificate: '', keyvault: '', 'client-secret': '', 'auth-method': 'device-code' },
			[/^auth-method: .*device-code.*one token/],
		],
		[
			'a token of one service',
			{ certificate: '', keyvault: '', 'client-secret': '', 'access-token': 'opaque' },
			[/^access-token: .*one service/],
		],
		['a foreign vault', { keyvault: 'https://evil.example' }, [/^keyvault: the value is at evil\.example, which/]],
		[
			'a foreign certificate',
			{ certificate: 'https://evil.example/certificates/exo' },
			[/^certificate: the identifier is at evil\.example/],
		],
		['no scopes', { scopes: '# none' }, [/^scopes: the input names no token\./]],
		[
			'a variable that is refused',
			{ scopes: `Path = ${EXO}`, 'export-env': 'true' },
			[/^scopes line 1: the line would set the variable PATH/],
		],
		[
			'many at once',
			{
				'tenant-id': 'my tenant',
				'app-id': 'x',
				scopes: `EXO\nA = Mail.Read\nB = ${EXO}\nb-expires-on = ${EXO}`,
				summary: 'yes',
			},
			[/^tenant-id: /, /^app-id: the value is not an application/, /^summary: the value is neither/],
		],
		[
			'bad lines',
			{ certificate: 'my_exo', scopes: `EXO\nA = Mail.Read\nB = ${EXO}\nb-expires-on = ${EXO}` },
			[
				/^certificate: the name has /,
				/^scopes line 1: .*name/,
				/^scopes line 2: .*scope/,
				/^scopes line 4: .*"b-expires-on".*scopes line 3/,
			],
		],
	];
	for (const [what, inputs, expected] of cases) {
		it(`such as ${what} are errors before any request`, async () => {
			const result = await runToken(world.emulator, inputs);
			assertNothingExported(result);
			assert.deepEqual(askedOf(world.emulator), []);
			const errors = errorsOf(result);
			assert.equal(errors.length, expected.length, errors.join('\n'));
			for (const [index, pattern] of expected.entries()) assert.match(errors[index] ?? '', pattern);
		});
	}

	for (const file of ['GITHUB_OUTPUT', 'GITHUB_ENV'] as const) {
		it(`are those without ${file}, too`, async () => {
			const result = await runToken(world.emulator, { 'export-env': 'true' }, { without: [file] });
			assertNothingExported(result);
			assert.match(errorsOf(result)[0] ?? '', new RegExp(`^${file} is not set\\.`));
			assert.deepEqual(askedOf(world.emulator), []);
		});
	}
});
