// The blocks of PowerShell on the pages, run with stand-ins for the modules that they call.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { scriptsOf } from '../../scripts/example-blocks.js';
import { repositoryRoot } from '../runner/step-environment.js';
import { issue } from '../support/certificates.js';
import { fileOf, outputsOf, pfxValueOf, renderDer } from '../support/vault-certificate.js';

/** Why blocks are not run, or false. */
export const noPowerShell: string | false =
	spawnSync('pwsh', ['--version'], { stdio: 'ignore' }).status !== 0 && 'PowerShell (pwsh) is not on the PATH';

/** Goes at the end of the tests. */
export const blockFolder = mkdtempSync(join(tmpdir(), 'powershell '));
after(() => rmSync(blockFolder, { recursive: true }));

/** A block of PowerShell of a page. */
interface Block {
	readonly name: string;
	readonly text: string;
}

/** Those of all pages. */
export const BLOCKS: readonly Block[] = [
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
export const CONNECTING = BLOCKS.filter(({ text }) =>
	/^\s*Connect-\w+ .*-(?:Certificate\w*|AccessTokens?) /m.test(text),
);

/** A certificate as a vault holds it. */
export interface HeldCertificate {
	readonly der: Buffer;
	/** Value of its secret. */
	readonly value: string;
}

const chained = { leaf: issue('exo', { kind: 'rsa' }), issuers: [] };
const HELD: HeldCertificate = { der: chained.leaf.certificate, value: pfxValueOf(chained) };
const TOKEN = 'header.payload.signature';

/** Returns the variables that the steps before a block give it, as the product renders them. */
function makeVariables(home: string, { der, value }: HeldCertificate): Readonly<Record<string, string>> {
	const rendered = renderDer(der, {
		value,
		modifiers: ['file'],
		context: { platform: process.platform },
	});
	const { EXO = '', 'EXO-password': password = '', 'EXO-thumbprint': thumbprint = '' } = outputsOf(rendered);
	const path = join(home, 'file of the step.pfx');
	writeFileSync(path, fileOf(rendered));
	// `az keyvault secret download` leaves this file, before a move to this action.
	writeFileSync(join(home, 'exo.pfx'), Buffer.from(EXO, 'base64'));
	return {
		...{ PFX: EXO, PFX_PATH: path, PFX_PASSWORD: password, THUMBPRINT: thumbprint },
		...{ TOKEN, GRAPH: TOKEN, TEAMS: TOKEN, APP_ID: 'app', TENANT_ID: 'tenant' },
		EXPECTED_THUMBPRINT: new X509Certificate(der).fingerprint.replaceAll(':', ''),
		EXPECTED_TOKEN: TOKEN,
		SEEN: join(home, 'seen.txt'),
	};
}

/** Has .NET on Linux find the certificate by its thumbprint. */
function fillStore(home: string, { der, value }: HeldCertificate): void {
	const store = join(home, '.dotnet/corefx/cryptography/x509stores/my');
	mkdirSync(store, { recursive: true, mode: 0o700 });
	const [entry = assert.fail()] = renderDer(der, { value, modifiers: ['store'] }).storeEntries;
	writeFileSync(join(store, `${entry.thumbprint}.pfx`), entry.pfx.reveal(), { mode: 0o600 });
}

/** Runs a block as a runner's `shell: pwsh` does, and gives its failure and what the stand-ins saw. */
export function runBlock(
	text: string,
	others: Readonly<Record<string, string>> = {},
	held: HeldCertificate = HELD,
): { readonly error: string; readonly seen: string } {
	const home = mkdtempSync(join(blockFolder, 'home '));
	const variables = makeVariables(home, held);
	if (process.platform === 'linux') fillStore(home, held);
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
