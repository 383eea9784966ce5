// A line that names an object goes before a pattern of the same kind that matches it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { response } from '../support/make-ports.js';
import { runAction } from './scripted-vault.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const VAULT = 'https://contoso.vault.azure.net';

function list(...names: readonly string[]) {
	return response(200, {
		value: names.map((name) => ({ id: `${VAULT}/secrets/${name}`, attributes: { enabled: true } })),
		nextLink: null,
	});
}

const answers = { '/secrets': list('team-a', 'Team-B', 'foo', 'foo-path', 'secrets') };

// [lines, names of the outputs]
const TAKEN: readonly (readonly [string, readonly string[]])[] = [
	['team-*\nteam-a | unmasked', ['Team-B', 'team-a']],
	['team-*\nteam-b', ['team-a', 'team-b']],
	['A = team-a\nteam-*', ['A', 'Team-B']],
	[`A = team-a/${VERSION}\nteam-*`, ['A', 'Team-B']],
	[`A = ${VAULT}/secrets/TEAM-A\nteam-*`, ['A', 'Team-B']],
	['X_* = team-*\nA = team-a', ['A', 'X_B']],
	['X_* = team-*\nY_* = *m-a', ['X_B', 'X_a', 'Y_tea']],
	['A = foo-path\nfoo* | file', ['A', 'foo', 'foo-path']],
	['A = secrets\nsec*', ['A']],
	['team-a\nteam-a', ['team-a']],
];

describe('a named line', () => {
	for (const [secrets, outputs] of TAKEN) {
		it(`takes its object from patterns: ${JSON.stringify(secrets)}`, async () => {
			const run = await runAction({ secrets }, { answers });
			assert.deepEqual(
				run.errors.map(({ text }) => text),
				[],
			);
			const names = [...run.files.outputs.keys()].filter((name) => name !== 'secrets' && name !== 'expiring');
			assert.deepEqual(names.sort(), [...outputs].sort());
		});
	}

	it('takes just its own object, whichever are named, in whatever case, order and version', async () => {
		const object = fc.record({
			isNamed: fc.boolean(),
			isUpper: fc.boolean(),
			isVersion: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(object, { minLength: 1, maxLength: 12 }),
				fc.boolean(),
				async (objects, isPatternFirst) => {
					const names = objects.map((_, index) => `app-${index}`);
					const named = objects.flatMap(({ isNamed, isUpper, isVersion }, index) => {
						const name = isUpper ? `APP-${index}` : `app-${index}`;
						return isNamed ? [`OWN_${index} = ${name}${isVersion ? `/${VERSION}` : ''}`] : [];
					});
					const lines = isPatternFirst ? ['app-*', ...named] : [...named, 'app-*'];
					const run = await runAction({ secrets: lines.join('\n') }, { answers: { '/secrets': list(...names) } });
					assert.deepEqual(run.errors, []);
					assert.deepEqual(
						[...run.files.outputs.keys()].sort(),
						[
							...objects.map(({ isNamed }, index) => (isNamed ? `OWN_${index}` : `app-${index}`)),
							'secrets',
							'expiring',
						].sort(),
					);
				},
			),
			{ numRuns: 60 },
		);
	});

	it('in another vault takes nothing', async () => {
		const secrets = 'team-*\nA = https://other.vault.azure.net/secrets/team-a';
		const run = await runAction({ secrets }, { answers });
		assert.ok(run.files.outputs.has('team-a') && run.files.outputs.has('A'));
	});

	it('is told in the log, and leaves a pattern that is not empty', async () => {
		const run = await runAction({ secrets: 'team-*\nteam-a\nteam-b' }, { answers });
		assert.equal(run.succeeded, true);
		assert.ok(run.log.lines.includes('  left to their own lines: team-a, Team-B'));
	});

	it('is the advice for what a pattern causes, which helps', async () => {
		for (const [secrets, advice] of [
			['foo* | file', 'OTHER_NAME = foo-path.'],
			['sec*', 'OTHER_NAME = secrets.'],
		] as const) {
			const run = await runAction({ secrets }, { answers });
			assert.match(
				run.errors[0]?.text ?? '',
				new RegExp(`Give it a line of its own, which takes precedence over the pattern: ${advice}`),
			);
			const again = await runAction({ secrets: `${secrets}\n${advice.slice(0, -1)}` }, { answers });
			assert.equal(again.succeeded, true);
		}
	});
});
