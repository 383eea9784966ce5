// Every whole workflow of the pages that can run on a bare machine is run under act; the others say why they are not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RUN_PAGE_WORKFLOWS } from './page-scenarios.js';
import { findPageWorkflows, obstacleOf } from './page-workflows.js';

/** Obstacles that keep a workflow of a page from running under act: other people's actions, programs, systems and services. */
const OBSTACLES = [
	...['PowerShell', 'windows-latest', 'macos-latest', 'a reusable workflow'],
	...['azure/login@v3', 'azure/cli@v2', 'Azure/get-keyvault-secrets@v1', 'cjlapao/get-azure-keyvault-secrets@v1'],
	...['az', 'psql', './report.sh', './deploy.sh', 'https://partner.contoso.com'],
];

describe('the whole workflows of the pages', () => {
	const found = findPageWorkflows();

	it('are run under act unless they need what a bare machine lacks', () => {
		const runnable = found.filter(({ obstacle }) => obstacle === undefined).map(({ title }) => title);
		assert.deepEqual(runnable, Object.keys(RUN_PAGE_WORKFLOWS));
	});

	it('need nothing else that nobody has thought of', () => {
		assert.ok(found.length >= 40, `${found.length}`);
		for (const { title, obstacle } of found)
			assert.ok(obstacle === undefined || OBSTACLES.includes(obstacle), `${title}: ${obstacle}`);
	});
});

describe('what keeps a workflow from running here', () => {
	const workflow = (...steps: readonly object[]) => ({ jobs: { one: { 'runs-on': 'ubuntu-latest', steps } } });

	it('is nothing if it has this repository, checkout and programs that are installed', () => {
		const steps = [
			{ uses: 'actions/checkout@v5' },
			{ uses: 'OWNER/azure-key-vault-action/token@v1' },
			{ run: '# A comment.\necho "$A"\nopenssl version\n' },
		];
		assert.equal(obstacleOf(workflow(...steps)), undefined);
	});

	it('is the first action, program, shell, host or system that is not there', () => {
		assert.equal(obstacleOf(workflow({ uses: 'azure/login@v3' }, { run: 'psql' })), 'azure/login@v3');
		assert.equal(obstacleOf(workflow({ run: 'echo a\npsql --help' })), 'psql');
		assert.equal(obstacleOf(workflow({ run: 'echo a', shell: 'pwsh' })), 'PowerShell');
		assert.equal(obstacleOf(workflow({ run: 'openssl s_client -connect db.contoso.com:443' })), 'db.contoso.com');
		assert.equal(obstacleOf({ jobs: { one: { 'runs-on': 'windows-latest', steps: [] } } }), 'windows-latest');
		assert.equal(obstacleOf({ jobs: { one: {} } }), 'a reusable workflow');
	});
});
