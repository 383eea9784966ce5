// The repository's own workflows: what they may do, and what they trust.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { ROOT, readText } from '../support/source.js';

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

interface Job {
	readonly permissions?: Permissions;
	readonly needs?: string | readonly string[];
	readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
	readonly 'runs-on': string;
	readonly steps: readonly Step[];
}

interface Step {
	readonly uses?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly run?: string;
}

interface Workflow {
	readonly permissions?: Permissions;
	readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';

/** Write permissions by the job that may have them: nothing else has more than read access. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
	'codeql.yml analyze': ['security-events'],
	'release.yml release': ['attestations', 'contents', 'id-token'],
	'scorecard.yml analyze': ['id-token', 'security-events'],
};

const workflows = readdirSync(join(ROOT, FOLDER)).map(
	(name) => [name, parse(readText(`${FOLDER}/${name}`)) as Workflow] as const,
);
const jobs = workflows.flatMap(([name, workflow]) =>
	Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${name} ${id}`, workflow, job })),
);

describe('the workflows', () => {
	// Promise: P9
	it('have read access only, except for what a release and the results of scans need', () => {
		assert.ok(jobs.length >= 5);
		const written = jobs.map(({ name, workflow, job }) => {
			const permissions = job.permissions ?? workflow.permissions;
			assert.ok(permissions !== undefined, `${name} has what the repository's settings give`);
			const names = Object.entries(permissions).filter(([, access]) => access !== 'read');
			return [name, names.map(([permission]) => permission).sort()] as const;
		});
		assert.deepEqual(Object.fromEntries(written.filter(([, names]) => names.length > 0)), MAY_WRITE);
		for (const [name, { permissions }] of workflows)
			assert.ok(!Object.values(permissions ?? {}).includes('write'), `every job of ${name} may write`);
	});

	// Promise: P9
	it('pin every action by commit, and say which version that is', () => {
		for (const [name] of workflows) {
			const uses = [...readText(`${FOLDER}/${name}`).matchAll(/^\s*-? *uses: (.*)$/gm)].map(([, text = '']) => text);
			assert.ok(uses.length > 0, name);
			for (const text of uses) assert.match(text, /^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	// Promise: P9
	it('keep no credentials after checkout', () => {
		const checkouts = jobs.flatMap(({ job }) => job.steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		assert.ok(checkouts.length >= 5);
		for (const step of checkouts) assert.equal(step.with?.['persist-credentials'], false);
	});

	it('run what the README calls the tests, on every system, before anything is merged or released', () => {
		const [, command = ''] = /^(npm [\w:-]+) +# .*\bruns the tests$/m.exec(readText('README.md')) ?? [];
		assert.notEqual(command, '');
		for (const name of ['ci.yml', 'release.yml']) {
			const [workflow] = workflowsOf(name);
			const testing = Object.values(workflow?.jobs ?? {}).filter(({ steps }) => runs(steps, command));
			const systems = testing.flatMap((job) => job.strategy?.matrix['os'] ?? [job['runs-on']]);
			assert.deepEqual(systems.sort(), ['macos-latest', 'ubuntu-latest', 'windows-latest'], name);
		}
		assert.match(readText('.ci/run'), new RegExp(`^\\s*run \\S+ ${command}\\b`, 'm'));
	});

	it('release what was tested and is on main, and install nothing if they may write', () => {
		const [workflow] = workflowsOf('release.yml');
		const { test, check, release } = workflow?.jobs ?? {};
		assert.ok(test !== undefined && check !== undefined && release !== undefined);
		assert.deepEqual(release.needs, ['test', 'check']);
		assert.ok(runs(check.steps, 'git merge-base --is-ancestor "$GITHUB_SHA" origin/main'));
		assert.ok(runs(check.steps, 'npm run all'));
		for (const { run = '' } of release.steps) assert.doesNotMatch(run, /npm (?:ci|i|install|cit|exec)\b|npx /);
		assert.ok(release.steps.some(({ run = '' }) => run.includes('npm sbom --package-lock-only ')));
	});

	// Promise: P8
	it('build dist anew, and fail if it is not what is committed', () => {
		const text = readText(`${FOLDER}/check-dist.yml`);
		assert.match(
			text,
			/- run: npm run build\n[\s\S]*git diff --cached --exit-code --stat -- dist token\/dist rotate\/dist[^\n]*\n/,
		);
	});
});

function workflowsOf(name: string): readonly Workflow[] {
	return workflows.filter(([file]) => file === name).map(([, workflow]) => workflow);
}

/** Whether a step runs just this command. */
function runs(steps: readonly Step[], command: string): boolean {
	return steps.some(({ run = '' }) => run.trim() === command);
}
