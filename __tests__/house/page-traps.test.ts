// Traps that the examples of the pages must never lead into: each of these has cost somebody a day.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { readManifest } from '../../scripts/readme-tables.js';
import { ROOT, readText } from '../support/source.js';

interface Job {
	readonly 'runs-on': string | readonly string[];
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}

interface Manifest {
	readonly name: string;
	readonly description: string;
	readonly branding: { readonly icon: string; readonly color: string };
}

const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
	path.endsWith('.md'),
);

const blocks = PAGES.flatMap((path) =>
	[...readText(path).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
		path,
		language,
		text,
	})),
);

const workflows = blocks
	.filter(({ language, text }) => language === 'yaml' && /^jobs:$/m.test(text))
	.map(({ path, text }) => ({ path, workflow: parse(text) as Workflow }));

const jobs = workflows.flatMap(({ path, workflow }) =>
	Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${path}: ${id}`, workflow, job })),
);

const scripts = jobs.flatMap(({ name, job }) => (job.steps ?? []).map(({ run = '' }) => ({ name, job, run })));

describe('the examples of the pages', () => {
	it('are found', () => {
		assert.ok(workflows.length >= 30, `${workflows.length} workflows`);
		assert.ok(scripts.filter(({ run }) => run.includes('Connect-')).length >= 10);
	});

	it('keep contents: read beside id-token: write, which takes away every permission it does not name', () => {
		for (const { name, workflow, job } of jobs) {
			const permissions = job.permissions ?? workflow.permissions ?? {};
			if (permissions['id-token'] === 'write') assert.equal(permissions['contents'], 'read', name);
		}
	});

	it('use actions at versions that run on Node 24', () => {
		for (const { path, text } of blocks) assert.doesNotMatch(text, /azure\/login@v[12]\b/i, path);
	});

	it('connect to Security & Compliance on Windows runners only', () => {
		const connecting = scripts.filter(({ run }) => run.includes('Connect-IPPSSession'));
		assert.ok(connecting.length >= 2);
		for (const { name, job } of connecting) assert.equal(job['runs-on'], 'windows-latest', name);
		for (const path of PAGES) assert.doesNotMatch(readText(path), /\$Global:IsWindows/, path);
	});

	it('load one of the modules that break each other in a process, never two', () => {
		for (const { name, run } of scripts) {
			const modules = [
				'ExchangeOnlineManagement',
				'Microsoft.Graph',
				'Az.Accounts',
				'MicrosoftTeams',
				'PnP.PowerShell',
			];
			assert.ok(modules.filter((module) => run.includes(module)).length <= 1, name);
		}
	});

	it('pin one version of each PowerShell module', () => {
		const pinned = new Map<string, Set<string>>();
		for (const { run } of scripts) {
			for (const [, module = '', version = ''] of run.matchAll(
				/Install-Module (\S+) -(?:Required|Minimum)Version (\S+)/g,
			))
				pinned.set(module, (pinned.get(module) ?? new Set()).add(version));
		}
		assert.deepEqual([...pinned].map(([module, versions]) => [module, [...versions]]).sort(), [
			['Az.Accounts', ['5.0.0']],
			['ExchangeOnlineManagement', ['3.10.1']],
			['Microsoft.Graph.Authentication', ['2.40.0']],
			['MicrosoftTeams', ['5.0.0']],
			['PnP.PowerShell', ['3.1.0']],
		]);
		const installs = scripts.flatMap(({ run }) => run.match(/Install-Module .*/g) ?? []);
		for (const line of installs) assert.match(line, /-(?:Required|Minimum)Version \d/);
	});

	it('make no certificate that renews itself behind the application', () => {
		for (const { path, text } of blocks) {
			if (!text.includes('az keyvault certificate create')) continue;
			assert.match(text, /actionType = "EmailContacts"/, path);
		}
	});

	it('take the beginning of a subject from GitHub, which knows whether it has numeric IDs', () => {
		for (const { path, text } of blocks) {
			if (!text.includes('federated-credential create') || text.includes('az identity')) continue;
			assert.match(text, /sub_claim_prefix/, path);
			assert.doesNotMatch(text, /"subject": "repo:/, path);
		}
	});

	it('name the repository for gh, which cannot know it outside a clone', () => {
		for (const { path, text } of blocks) {
			for (const [line] of text.matchAll(/^\s*(?:.*\| )?gh (?:variable|secret|issue|release|attestation) .*$/gm))
				assert.match(line, /--repo /, path);
		}
	});
});

/** Colors that the Marketplace takes: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#branding */
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark'];
const NO_ICONS = [
	'coffee',
	'columns',
	'divide-circle',
	'divide-square',
	'divide',
	'frown',
	'hexagon',
	'key',
	'meh',
].concat(['mouse-pointer', 'smile', 'tool', 'x-octagon']);

describe('the manifests', () => {
	const manifests = ['action.yml', 'token/action.yml', 'rotate/action.yml', 'expiry/action.yml', 'set/action.yml'].map(
		(path) => ({ path, ...(parse(readText(path)) as Manifest) }),
	);

	it('have names, descriptions and brandings that the Marketplace takes', () => {
		for (const { path, name, description, branding } of manifests) {
			assert.ok(name.length > 10 && name.length <= 70, `${path}: ${name.length}`);
			// Its form says: "Description must be less than 125 characters."
			assert.ok(description.length > 50 && description.length < 125, `${path}: ${description.length}`);
			assert.ok(COLORS.includes(branding.color) && !NO_ICONS.includes(branding.icon), path);
			assert.ok(Object.keys(readManifest(readText(path)).inputs).length > 0);
		}
		assert.equal(new Set(manifests.map(({ name }) => name.toLowerCase())).size, manifests.length);
	});

	it('are all in the form for bugs', () => {
		const form = readText('.github/ISSUE_TEMPLATE/bug.yml');
		for (const { path } of manifests)
			assert.ok(form.includes(`- azure-key-vault-action${path === 'action.yml' ? ' ' : `/${dirname(path)}`}`), path);
	});
});
