// The commands of docs/migrate.md that change many workflows at once, run on one that has every form of a step.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { blocksOf } from '../../scripts/example-blocks.js';
import { readText } from '../support/source.js';

const blocks = blocksOf(readText('docs/migrate.md').replaceAll('\r\n', '\n'));
const bash = blocks.find(({ text }) => text.startsWith('sed -i.bak'))?.text ?? '';
const powershell = blocks.find(({ text }) => text.includes("-replace '(?im)"))?.text ?? '';
const hasBash = process.platform !== 'win32' && spawnSync('bash', ['-c', 'true']).status === 0;

const LINES = ['        with:', '          keyvault: c', '          secrets: a'];
const BEFORE = [
	...['      - uses: Azure/get-keyvault-secrets@v1', ...LINES],
	...['      - uses: azure/get-keyvault-secrets@b5c723b9ac7870c022b8c35befe620b7009b336f # v1.2', ...LINES],
	...['      - name: Fetch', '        uses: "Azure/get-keyvault-secrets@v1"', '        id: vault', ...LINES],
	...["      - uses: 'Azure/get-keyvault-secrets@v1' # v1.2", '        with: # a', ...LINES.slice(1)],
	...['      - uses: azure/cli@v2', ...LINES, ''],
];
const OWN = ['        with:', '          auth-method: azure-cli', ...LINES.slice(1)];
const AFTER = [
	...['      - uses: OWNER/azure-key-vault-action@v1', ...OWN],
	...['      - uses: OWNER/azure-key-vault-action@v1', ...OWN],
	...['      - name: Fetch', '        uses: "OWNER/azure-key-vault-action@v1"', '        id: vault', ...OWN],
	...["      - uses: 'OWNER/azure-key-vault-action@v1'", '        with: # a', ...OWN.slice(1)],
	...['      - uses: azure/cli@v2', ...LINES, ''],
];

describe('the commands that move all workflows at once', () => {
	it('change every step of the action before, and no other, in Bash', { skip: !hasBash && 'there is no Bash' }, () => {
		const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
		const workflows = join(folder, '.github', 'workflows');
		try {
			mkdirSync(workflows, { recursive: true });
			for (const name of ['a.yml', 'b.yaml']) writeFileSync(join(workflows, name), BEFORE.join('\n'));
			const { status, stderr } = spawnSync('bash', ['-e', '-c', bash.replace('git diff --stat', '')], { cwd: folder });
			assert.equal(status, 0, `${stderr}`);
			assert.deepEqual(readdirSync(workflows), ['a.yml', 'b.yaml']);
			for (const name of ['a.yml', 'b.yaml'])
				assert.equal(readFileSync(join(workflows, name), 'utf8'), AFTER.join('\n'));
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('change the same in PowerShell, whatever the line breaks', () => {
		const [, pattern = '', replacement = ''] = /-replace '\(\?im\)([^']+)', '([^']+)'/.exec(powershell) ?? [];
		for (const lineBreak of ['\n', '\r\n']) {
			const changed = BEFORE.join(lineBreak).replace(new RegExp(pattern, 'gim'), replacement);
			assert.equal(changed, AFTER.join(lineBreak));
		}
	});
});
