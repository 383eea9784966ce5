// The page about privileges, held against what the flows ask for: each row is run with its permissions and no others.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportExpiry } from '../../src/expiry/report-expiry.js';
import { fetchObjects } from '../../src/flow/fetch.js';
import { mintTokens } from '../../src/flow/mint-tokens.js';
import { rotate } from '../../src/rotate/rotate.js';
import { setObjects } from '../../src/set/set-objects.js';
import { readPage, rowsBelow } from '../support/page.js';
import { type Feature, ROTATE_INPUTS, runWith, TOKEN_INPUTS } from './permission-world.js';

const page = readPage('docs/privileges.md');

const codeIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

const roles = new Map(
	rowsBelow(page, '<!-- roles: begin -->').map(([role = '', permissions]) => [role, codeIn(permissions)]),
);

const features = rowsBelow(page, '<!-- features: begin -->').map(
	([name = '', written = '', permissions, least = '']) => ({
		name,
		feature: featureOf(written.replaceAll('\\|', '|')),
		permissions: codeIn(permissions),
		least: least.split(', '),
	}),
);

function featureOf(written: string): Feature {
	if (written.includes('(token.md)')) return { flow: mintTokens, inputs: TOKEN_INPUTS };
	if (written.includes('(rotate.md')) return { flow: rotate, inputs: rotateInputsOf(inputsOf(written)) };
	if (written.includes('(expiry.md)')) return { flow: reportExpiry, inputs: inputsOf(written) };
	if (written.includes('(set.md)')) return { flow: setObjects, inputs: inputsOf(written) };
	const [, input = '', lines = ''] = /^`(secrets|certificates|keys): (.+)`$/.exec(written) ?? [];
	return { flow: fetchObjects, inputs: { [input]: lines } };
}

function rotateInputsOf(inputs: Feature['inputs']): Feature['inputs'] {
	return { ...inputs, ...('certificate' in inputs ? ROTATE_INPUTS.certificate : ROTATE_INPUTS.secret) };
}

// Each stands as code, `NAME: VALUE`.
function inputsOf(written: string): Feature['inputs'] {
	const codes = codeIn(written).map((code) => /^([\w-]+): (.+)$/.exec(code) ?? []);
	return Object.fromEntries(codes.map(([, name = '', value = '']) => [name, value]));
}

const ofVault = (permissions: readonly string[]): readonly string[] => permissions.filter((one) => one.includes('/'));
const given = (names: readonly string[]): ReadonlySet<string> =>
	new Set(names.flatMap((name) => roles.get(name) ?? []));

it('the page has a row for every feature, and no role is named that it does not describe', () => {
	assert.equal(features.length, 22);
	assert.deepEqual(
		features.flatMap(({ least }) => least).filter((role) => !roles.has(role)),
		[],
	);
});

for (const { name, feature, permissions, least } of features) {
	describe(`for ${name}`, () => {
		// Promise: P1
		it('the permissions of the page are enough, and nothing more is asked for', async () => {
			const { succeeded, errors, asked } = await runWith(feature, permissions);
			assert.deepEqual([succeeded, errors], [true, []]);
			assert.deepEqual(asked, [...permissions].sort());
		});

		for (const left of permissions) {
			it(`${left} cannot be left out`, async () => {
				const { succeeded } = await runWith(
					feature,
					permissions.filter((one) => one !== left),
				);
				assert.equal(succeeded, false);
			});
		}

		it('the roles of the page give these permissions, and none of the roles can be left out', () => {
			const needed = ofVault(permissions);
			assert.ok(needed.every((permission) => given(least).has(permission)));
			for (const role of least) {
				const others = given(least.filter((other) => other !== role));
				assert.ok(!needed.every((permission) => others.has(permission)), role);
			}
		});

		it('following the advice of its errors, from no role at all, ends well after as many roles as the page names', async () => {
			const assigned = new Set<string>();
			for (;;) {
				const allowed = permissions.filter((one) => !one.includes('/') || given([...assigned]).has(one));
				const { succeeded, errors } = await runWith(feature, allowed);
				if (succeeded) break;
				const advised = errors.flatMap((error) => /Assign it "([^"]+)"/.exec(error)?.[1] ?? []);
				assert.ok(
					advised.some((role) => !assigned.has(role)),
					`after ${[...assigned]}: ${errors.join('\n')}`,
				);
				for (const role of advised) assigned.add(role);
			}
			assert.ok(assigned.size <= least.length, [...assigned].join(', '));
		});

		it('a vault that refuses causes an error that names a role of the page, and one that would do', async () => {
			for (const lacking of ofVault(permissions)) {
				const { errors } = await runWith(
					feature,
					permissions.filter((one) => one !== lacking),
				);
				const helps = least.filter((role) => roles.get(role)?.includes(lacking));
				assert.ok(
					helps.some((role) => errors.every((error) => error.includes(`"${role}"`))),
					`${lacking}: ${errors.join('\n')}`,
				);
			}
		});
	});
}

it('a rotation that was interrupted is finished also by who may not list versions', async () => {
	const tags = { PendingCredentialId: '12121212-1212-4212-8212-121212121212' };
	const feature = { flow: rotate, inputs: rotateInputsOf({ certificate: 'exo' }), tags };
	const own = ['certificates/create', 'certificates/get', 'certificates/update', 'keys/sign'];
	const { succeeded, asked } = await runWith(feature, own);
	assert.deepEqual([succeeded, asked], [true, [...own, 'certificates/list'].sort()]);
});

it('finding the tenant by the challenge of the vault needs no permission', async () => {
	const inputs = { secrets: 'sql-password', 'tenant-id': '' };
	assert.deepEqual(await runWith({ flow: fetchObjects, inputs }, ['secrets/get']), {
		succeeded: true,
		errors: [],
		asked: ['secrets/get'],
	});
});

const furtherSteps: readonly Feature['inputs'][] = [
	{ secrets: 'J = sql-password | unmasked' },
	{ secrets: 'sql-password', 'export-env': 'true', summary: 'false' },
	{ certificates: 'exo | pem' },
];
for (const inputs of furtherSteps) {
	it(`outputs, files and variables of a value ask for nothing: ${JSON.stringify(inputs)}`, async () => {
		const permissions = 'secrets' in inputs ? ['secrets/get'] : ['certificates/get', 'secrets/get'];
		const { succeeded, asked } = await runWith({ flow: fetchObjects, inputs }, permissions);
		assert.deepEqual([succeeded, asked], [true, permissions]);
	});
}
