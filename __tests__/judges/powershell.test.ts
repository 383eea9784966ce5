// The PowerShell of the pages by PowerShell itself: each block is parsed, and those that hand a certificate or a token to a
// module are run with stand-ins for it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BLOCKS, blockFolder, CONNECTING, noPowerShell, runBlock } from './powershell-blocks.js';

it('has blocks of all kinds to judge', () => {
	assert.ok(BLOCKS.length > 30, `${BLOCKS.length}`);
	assert.ok(CONNECTING.length > 15, `${CONNECTING.length}`);
	for (const form of [
		'-Certificate ',
		'-CertificateFilePath ',
		'-CertificateThumbprint ',
		'-CertificateBase64Encoded ',
	])
		assert.ok(
			CONNECTING.some(({ text }) => text.includes(form)),
			form,
		);
});

it('every block is parsed without an error', { skip: noPowerShell }, () => {
	const blocks = mkdtempSync(join(blockFolder, 'blocks '));
	for (const [index, { text }] of BLOCKS.entries()) writeFileSync(join(blocks, `${index}.ps1`), text);
	const parse = `
		foreach ($file in Get-ChildItem -LiteralPath $env:BLOCKS -Filter *.ps1) {
			$errors = $null
			[Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $errors) | Out-Null
			foreach ($one in $errors) { "$($file.BaseName): $($one.Message)" }
		}
		'parsed'`;
	// A block that is no PowerShell, put in by hand, is found.
	writeFileSync(join(blocks, 'broken.ps1'), 'if ($true) {');
	const env = { ...process.env, BLOCKS: blocks };
	const { stdout } = spawnSync('pwsh', ['-NoProfile', '-NonInteractive', '-Command', parse], { env, encoding: 'utf8' });
	const found = stdout.trim().split(/\r?\n/);
	assert.equal(found.pop(), 'parsed', stdout);
	assert.ok(found.length > 0 && found.every((line) => line.startsWith('broken: ')), describeErrors(found));
});

function describeErrors(found: readonly string[]): string {
	return found.map((line) => line.replace(/^\d+/, (index) => BLOCKS[Number(index)]?.name ?? index)).join('\n');
}

describe('a block hands over what the step gave:', { skip: noPowerShell }, () => {
	for (const { name, text } of CONNECTING) {
		const skip =
			process.platform !== 'linux' &&
			text.includes('-CertificateThumbprint ') &&
			'the store is filled by hand on Linux alone';
		it(name, { skip }, () => {
			const { error, seen } = runBlock(text);
			assert.equal(error, '');
			assert.match(seen, /^Connect-\w+ (?:certificate|token)\r?\n$/);
		});
	}

	it('another certificate or token, put in by hand, is found', () => {
		for (const { text } of [CONNECTING.find((one) => one.text.includes('-Certificate ')) ?? assert.fail()])
			assert.match(runBlock(text, { EXPECTED_THUMBPRINT: '0'.repeat(40) }).error, /Another certificate/);
		for (const { text } of [CONNECTING.find((one) => one.text.includes('-AccessToken ')) ?? assert.fail()])
			assert.match(runBlock(text, { EXPECTED_TOKEN: 'another' }).error, /Another token/);
	});
});
