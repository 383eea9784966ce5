// Programs that judge what is written, in a folder of their own; what is not on the machine is a reason to skip.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Where the programs run; it goes at the end of the tests. */
export const folder = mkdtempSync(join(tmpdir(), 'pfx-judges-'));
after(() => rmSync(folder, { recursive: true }));

/** Result of a program. */
export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a program to its end. */
export function run(program: string, ...args: readonly string[]): Ran {
	return spawnSync(program, args, { encoding: 'utf8', cwd: folder });
}

/** Runs a program that must succeed, and gives what it printed. */
export function succeed(program: string, ...args: readonly string[]): string {
	const { status, stdout, stderr } = run(program, ...args);
	assert.equal(status, 0, `${program} ${args.join(' ')}: ${stderr}${stdout}`);
	return stdout;
}

/** Writes a file for the programs, and gives its name. */
export function save(name: string, content: Buffer | string): string {
	writeFileSync(join(folder, name), content, { mode: 0o600 });
	return name;
}

function unless(isThere: boolean, what: string): string | false {
	return isThere ? false : `${what} is not here`;
}

/** Why a test is skipped, or false. */
export const noOpenSsl = unless(/^OpenSSL 3/.test(run('openssl', 'version').stdout ?? ''), 'OpenSSL 3');
export const noLegacy =
	noOpenSsl || unless(run('openssl', 'list', '-provider', 'legacy', '-providers').status === 0, 'its legacy provider');
export const noKeytool = unless(run('keytool', '-help').status === 0, "Java's keytool");
