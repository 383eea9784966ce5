// Runs a workflow under act, as a runner would: the action from a repository, in a job with other steps.
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import type { Emulator } from '../emulator/emulator.js';
import { runChild } from '../runner/child.js';
import { findNodes } from '../runner/node24.js';
import { ROOT } from './real-parts.js';
import { type FilledVault, MULTI_LINE_VALUE, PLAIN_VALUE, sha256Of } from './vault-contents.js';

const JOB_TIMEOUT_MS = 120_000;

/** The repository that a workflow runs in, as GitHub names it. */
export const REPOSITORY = 'contoso/reports';

/** Parts that the job runs against. */
export interface JobOrder {
	/** Path of act. */
	readonly act: string;
	readonly emulator: Emulator;
	readonly vault: FilledVault;
	/** One more line of `secrets`. */
	readonly oneMore?: string;
}

/** How a job ended. */
export interface JobResult {
	/** Null if it was killed. */
	readonly exitCode: number | null;
	/** Without colors. */
	readonly log: string;
}

/** Runs the job that fetches to its end. */
export function runJob({ act, emulator, vault, oneMore = '' }: JobOrder): Promise<JobResult> {
	const variables = {
		KEYVAULT: vault.url,
		ONE_MORE: oneMore,
		PLAIN_SHA256: sha256Of(PLAIN_VALUE),
		MULTI_LINE_SHA256: sha256Of(MULTI_LINE_VALUE),
		PFX_THUMBPRINT: vault.pfxThumbprint,
		PEM_THUMBPRINT: vault.pemThumbprint,
	};
	return runWorkflow({ act, emulator, workflow: 'workflow.yml', variables });
}

/** A workflow, and what it is told beside who signs in. */
export interface WorkflowOrder extends Pick<JobOrder, 'act' | 'emulator'> {
	/** Name of its file in this folder, or its text. */
	readonly workflow: string | { readonly text: string };
	readonly variables: Readonly<Record<string, string>>;
	/** Variables of the machine, for stand-ins of programs. */
	readonly machine?: Readonly<Record<string, string>>;
	/** Secrets of the repository beside the client secret. */
	readonly secrets?: Readonly<Record<string, string>>;
	/** Event that starts it; by hand if left out. */
	readonly event?: { readonly name: string; readonly payload: object };
}

/** Runs a workflow to its end. */
export async function runWorkflow(order: WorkflowOrder): Promise<JobResult> {
	const { act, emulator, workflow, variables, event, secrets = {}, machine = {} } = order;
	// macOS hands out its temporary folder by way of a link.
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'act-')));
	try {
		const repository = makeRepository(folder, workflow);
		const env = { ...makeEnvironment(folder, emulator), ...machine };
		await commitAll(repository, env);
		const eventFile = join(folder, 'event.json');
		writeFileSync(eventFile, JSON.stringify(event?.payload ?? {}));
		const all = { TENANT_ID, CLIENT_ID, AUTHORITY_HOST: emulator.authorityHost, ...variables };
		const args = [
			...[event?.name ?? 'workflow_dispatch', '--eventpath', eventFile, '--workflows', '.github/workflows/real.yml'],
			// On this machine itself: no containers.
			...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--rm'],
			...['--env', `GITHUB_REPOSITORY=${REPOSITORY}`],
			...Object.entries({ CLIENT_SECRET, ...secrets }).flatMap(([name, value]) => ['--secret', `${name}=${value}`]),
			...Object.entries(all).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
		];
		const child = await runChild({ file: act, args, cwd: repository, env, timeoutMs: JOB_TIMEOUT_MS });
		const log = `${child.stdout}${child.stderr}`.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
		return { exitCode: child.exitCode, log };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Where an action's manifest and bundle are. */
const ACTIONS = ['.', 'token', 'rotate', 'expiry', 'set'].filter((action) => existsSync(join(ROOT, action, 'dist')));

// Makes a repository that uses an action: it holds manifests and bundles, nothing else of this one.
function makeRepository(folder: string, workflow: WorkflowOrder['workflow']): string {
	const repository = join(folder, 'repository');
	const workflows = join(repository, '.github', 'workflows');
	mkdirSync(workflows, { recursive: true });
	for (const action of ACTIONS) {
		cpSync(join(ROOT, action, 'action.yml'), join(repository, action, 'action.yml'));
		cpSync(join(ROOT, action, 'dist'), join(repository, action, 'dist'), { recursive: true });
	}
	const file = join(workflows, 'real.yml');
	if (typeof workflow === 'string') cpSync(join(ROOT, '__tests__', 'real', workflow), file);
	else writeFileSync(file, workflow.text);
	return repository;
}

// act wants a repository that has a commit.
async function commitAll(repository: string, env: Readonly<Record<string, string>>): Promise<void> {
	const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
	const commands = [
		['init', '--quiet'],
		['add', '--all'],
		[...author, 'commit', '--quiet', '--message', 'test'],
	];
	for (const args of commands) {
		const { exitCode, stderr } = await runChild({ file: 'git', args, cwd: repository, env, timeoutMs: 10_000 });
		if (exitCode !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
	}
}

// Nothing of the developer's own variables or settings, since act would pass them on to the action.
function makeEnvironment(folder: string, emulator: Emulator): Readonly<Record<string, string>> {
	const node24 = findNodes().nodes.find(({ version }) => version.startsWith('24.'))?.path ?? process.execPath;
	return {
		PATH: [join(ROOT, '__tests__', 'real', 'stand-ins'), dirname(node24), process.env['PATH'] ?? ''].join(delimiter),
		HOME: folder,
		XDG_CACHE_HOME: join(folder, 'cache'),
		LANG: 'C.UTF-8',
		NODE_EXTRA_CA_CERTS: emulator.caFile,
	};
}
