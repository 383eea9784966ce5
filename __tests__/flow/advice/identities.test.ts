// Managed identities and az, refused: read as a person would, and followed.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProgramResult } from '../../../src/ports.js';
import { CLIENT_ID } from '../../emulator/directory.js';
import { USER_IDENTITY } from '../../emulator/identity-endpoints.js';
import { type AdviceStep, AdviceWorld } from './advice-world.js';

const OTHER = { clientId: '99999999-9999-4999-8999-999999999993', objectId: '99999999-9999-4999-8999-999999999994' };
const ARC = {
	IDENTITY_ENDPOINT: 'http://localhost:40342/metadata/identity/oauth2/token',
	IMDS_ENDPOINT: 'http://localhost:40342',
};
const arcFiles = ({ identities }: AdviceWorld) => ({ [identities.arcKeyPath]: identities.arcKey });

function machine(clientId: string, variables: AdviceStep['variables'] = {}): AdviceStep {
	return { inputs: { 'auth-method': 'managed-identity', 'client-id': clientId }, variables };
}

interface IdentityCase {
	readonly step: (world: AdviceWorld) => AdviceStep;
	readonly says: RegExp;
	readonly follow: (world: AdviceWorld) => AdviceStep;
}

const appService = ({ identities }: AdviceWorld) => ({
	IDENTITY_ENDPOINT: 'http://127.0.0.1:41000/msi/token',
	IDENTITY_HEADER: identities.header,
});

const CASES: Readonly<Record<string, IdentityCase>> = {
	'several identities': {
		step: ({ identities }) => {
			identities.system = undefined;
			identities.assigned = [USER_IDENTITY, OTHER];
			return machine('');
		},
		says: /\(IMDS\): the machine has several user-assigned identities .*Set client-id/,
		follow: () => machine(OTHER.clientId),
	},
	'no identity': {
		step: ({ identities }) => {
			identities.system = undefined;
			identities.assigned = [];
			return machine('');
		},
		says: /no identity of its own .*assign one and set client-id/,
		follow: ({ identities }) => {
			identities.assigned = [OTHER];
			return machine(OTHER.clientId);
		},
	},
	'an identity of a left-over variable': {
		step: () => machine('', { AZURE_CLIENT_ID: CLIENT_ID }),
		says: /client ID 2222\S+ \(variable AZURE_CLIENT_ID\).*set AZURE_CLIENT_ID to "" in the env of the step/,
		follow: () => machine('', { AZURE_CLIENT_ID: '' }),
	},
	'an identity that is not assigned': {
		step: () => machine(CLIENT_ID),
		says: /client ID 2222\S+ \(input `client-id`\).*leave client-id out/,
		follow: () => machine(''),
	},
	'an app without that identity': {
		step: (world) => machine('', { ...appService(world), AZURE_CLIENT_ID: CLIENT_ID }),
		says: /the app has no identity with client ID .*variable AZURE_CLIENT_ID/,
		follow: (world) => machine('', appService(world)),
	},
	'an app whose runner has an old header': {
		step: (world) => machine('', { ...appService(world), IDENTITY_HEADER: 'of before' }),
		says: /restart the runner there/,
		follow: (world) => machine('', appService(world)),
	},
	'Azure Arc with a client ID': {
		step: (world) => ({ ...machine(CLIENT_ID, ARC), files: arcFiles(world) }),
		says: /Azure Arc gives a machine one identity: leave client-id out/,
		follow: (world) => ({ ...machine('', ARC), files: arcFiles(world) }),
	},
	'Azure Arc with a left-over client ID': {
		step: (world) => ({ ...machine('', { ...ARC, AZURE_CLIENT_ID: CLIENT_ID }), files: arcFiles(world) }),
		says: /one identity: set AZURE_CLIENT_ID to "" in the env of the step/,
		follow: (world) => ({ ...machine('', { ...ARC, AZURE_CLIENT_ID: '' }), files: arcFiles(world) }),
	},
	'Azure Arc without rights to the key file': {
		step: () => machine('', ARC),
		says: /cannot be read\. Add the user of the runner to the group himds/,
		follow: (world) => ({ ...machine('', ARC), files: arcFiles(world) }),
	},
};

describe('a managed identity', () => {
	for (const [what, { step, says, follow }] of Object.entries(CASES)) {
		it(`is told what to do, which helps: ${what}`, async () => {
			const world = new AdviceWorld();
			const { succeeded, errors } = await world.run(step(world));
			assert.ok(!succeeded);
			assert.equal(errors.length, 1, JSON.stringify(errors));
			assert.match(
				errors[0]?.text ?? '',
				/^Managed identity \((?:IMDS|Azure Arc|App Service or Container Apps)\): the /,
			);
			assert.match(errors[0]?.text ?? '', says);
			const after = await world.run(follow(world));
			assert.ok(after.succeeded, JSON.stringify(after.errors));
		});
	}

	it('of a machine with Azure Arc is found although the runner lacks the variables', async () => {
		const world = new AdviceWorld();
		const files = { ...arcFiles(world), '/opt/azcmagent/bin/himds': '' };
		assert.ok((await world.run({ ...machine(''), files })).succeeded);
	});
});

const failed = (exitCode: number, stderr: string): ProgramResult => ({ exitCode, stdout: '', stderr });

describe('az', () => {
	const cases: Readonly<Record<string, readonly [ProgramResult | undefined, RegExp]>> = {
		'that is absent': [undefined, /az is not installed on this runner\. Install Azure CLI before this step/],
		'that Windows does not find': [failed(9009, ''), /az is not installed on this runner\. Install Azure CLI/],
		'that a shell does not find': [failed(127, ''), /az is not installed on this runner\. Install Azure CLI/],
		'that is signed out': [failed(1, "Please run 'az login'"), /az is not signed in\. Put a step with Azure\/login/],
		'whose session has ended': [
			failed(1, 'AADSTS700082: The refresh token has expired due to inactivity.'),
			/AADSTS700082\): the session has ended\. Put a step with Azure\/login before this one, in the same job/,
		],
		'whose ID token has expired': [failed(1, 'AADSTS700024: x'), /AADSTS700024.*right after Azure\/login/],
	};
	for (const [what, [result, says]] of Object.entries(cases)) {
		it(`${what} is told what to do, which helps`, async () => {
			const world = new AdviceWorld();
			world.az = result;
			const step: AdviceStep = { inputs: { 'auth-method': 'azure-cli' } };
			const { succeeded, errors, log } = await world.run(step);
			assert.ok(!succeeded);
			assert.match(errors[0]?.text ?? '', /^azure-cli: /);
			assert.match(errors[0]?.text ?? '', says);
			assert.match(log[0] ?? '', /^Signing in with azure-cli \(input `auth-method` is set\)/);
			world.az = { exitCode: 0, stdout: JSON.stringify({ accessToken: world.directory.issue() }), stderr: '' };
			assert.ok((await world.run(step)).succeeded);
		});
	}
});
