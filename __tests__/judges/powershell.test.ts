// The PowerShell of the pages by PowerShell itself: each block is parsed, and those that hand a certificate or a token to a
// module are run with stand-ins for it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { scriptsOf } from '../../scripts/example-blocks.js';
import { repositoryRoot } from '../runner/step-environment.js';
import { issue } from '../support/certificates.js';
import { fileOf, outputsOf, pfxValueOf, render, thumbprintOf } from '../support/vault-certificate.js';

const noPowerShell: string | false =
	spawnSync('pwsh', ['--version'], { stdio: 'ignore' }).status !== 0 && 'PowerShell (pwsh) is not on the PATH';

const folder = mkdtempSync(join(tmpdir(), 'powershell '));
after(() => rmSync(folder, { recursive: true }));

interface Block {
	readonly name: string;
	readonly text: string;
}

const BLOCKS: readonly Block[] = [
	'README.md',
	...readdirSync(join(repositoryRoot, 'docs')).map((name) => `docs/${name}`),
]
	.filter((page) => page.endsWith('.md'))
	.flatMap((page) =>
		scriptsOf(readFileSync(join(repositoryRoot, page), 'utf8'))
			.filter(({ shell }) => shell === 'powershell')
			.map(({ text }, index) => ({ name: `${page}, ${index + 1}`, text })),
	);

/** Those that hand a certificate or a token over. */
const CONNECTING = BLOCKS.filter(({ text }) => /^\s*Connect-\w+ .*-(?:Certificate\w*|AccessTokens?) /m.test(text));

const chained = { leaf: issue('exo', { kind: 'rsa' }), issuers: [] };
const TOKEN = 'header.payload.signature';

/** What the steps before a block give it, as the product renders it. */
function makeVariables(home: string): Readonly<Record<string, string>> {
	const rendered = render(chained, {
		value: pfxValueOf(chained),
		modifiers: ['file'],
		context: { platform: process.platform },
	});
	const { EXO = '', 'EXO-password': password = '', 'EXO-thumbprint': thumbprint = '' } = outputsOf(rendered);
	const path = join(home, 'file of the step.pfx');
	writeFileSync(path, fileOf(rendered));
	// What `az keyvault secret download` leaves, before a move to this action.
	writeFileSync(join(home, 'exo.pfx'), Buffer.from(EXO, 'base64'));
	return {
		...{ PFX: EXO, PFX_PATH: path, PFX_PASSWORD: password, THUMBPRINT: thumbprint },
		...{ TOKEN, GRAPH: TOKEN, TEAMS: TOKEN, APP_ID: 'app', TENANT_ID: 'tenant' },
		EXPECTED_THUMBPRINT: thumbprintOf(chained.leaf),
		EXPECTED_TOKEN: TOKEN,
		SEEN: join(home, 'seen.txt'),
	};
}

/** Has .NET on Linux find the certificate by its thumbprint. */
function fillStore(home: string): void {
	const store = join(home, '.dotnet/corefx/cryptography/x509stores/my');
	mkdirSync(store, { recursive: true, mode: 0o700 });
	const [entry = assert.fail()] = render(chained, { value: pfxValueOf(chained), modifiers: ['store'] }).storeEntries;
	writeFileSync(join(store, `${entry.thumbprint}.pfx`), entry.pfx.reveal(), { mode: 0o600 });
}

/** Runs a block as a runner's `shell: pwsh` does, and gives its failure and what the stand-ins saw. */
function runBlock(
	text: string,
	others: Readonly<Record<string, string>> = {},
): { readonly error: string; readonly seen: string } {
	const home = mkdtempSync(join(folder, 'home '));
	const variables = makeVariables(home);
	if (process.platform === 'linux') fillStore(home);
	const script = join(home, 'script.ps1');
	const standIns = join(repositoryRoot, '__tests__/judges/powershell-stand-ins.ps1');
	writeFileSync(script, `$ErrorActionPreference = 'stop'\n. '${standIns.replaceAll("'", "''")}'\n${text}`);
	const env = {
		...process.env,
		NO_COLOR: '1',
		...variables,
		...(process.platform === 'linux' && { HOME: home }),
		...others,
	};
	const options = { cwd: home, env, encoding: 'utf8', timeout: 120_000 } as const;
	const { status, stderr, stdout } = spawnSync('pwsh', ['-NoProfile', '-NonInteractive', '-File', script], options);
	const seen = readdirSync(home).includes('seen.txt') ? readFileSync(join(home, 'seen.txt'), 'utf8') : '';
	return { error: status === 0 ? '' : `${stderr}${stdout}` || `exit code ${status}`, seen };
}

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
	const blocks = mkdtempSync(join(folder, 'blocks '));
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
