// Certificate files that other tools make: who is in them, how a tool is run, and what becomes of each file.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toPem } from '../../src/certificate/pem.js';
import type { KeyKind } from '../emulator/key-pair.js';
import { type Issued, issue } from '../support/certificates.js';
import type { Dotnet } from '../support/dotnet.js';
import { folder } from './judge-programs.js';

/** A key with its certificate, whoever made them. */
export type Owner = Pick<Issued, 'pkcs8' | 'certificate'>;

export const root = issue('Root', { kind: 'rsa' });
export const middle = issue('Middle', { issuer: root });
export const rsa = issue('Leaf', { kind: 'rsa', issuer: middle, isAuthority: false });
const others = new Map<KeyKind, Issued>();

/** A leaf with this kind of key under the same issuers. */
export function leafOf(kind: KeyKind): Issued {
	const leaf = others.get(kind) ?? issue(`Leaf ${kind}`, { kind, issuer: middle, isAuthority: false });
	others.set(kind, leaf);
	return leaf;
}

/** Expected answer of the reader about a file that it does not take. */
export interface Refused {
	readonly code: string;
	readonly problem: RegExp;
}

/** Expected content of a file. */
export interface ReadAs {
	readonly leaf: Owner;
	/** DER, nearest first. */
	readonly chain: readonly Buffer[];
}

/** A file of the corpus. */
export interface CorpusFile {
	readonly name: string;
	/** Undefined if none is given. */
	readonly password?: string;
	/** Why it is not made here, or false. */
	readonly skip: string | false;
	readonly make: (kit: Kit) => Promise<Buffer>;
	readonly expected: ReadAs | Refused;
	/** Whether OpenSSL opens it: `pkcs12` or `pkey` with these options; undefined if it cannot be asked. */
	readonly openssl?: readonly string[];
}

/** Tools that make files: programs in a folder of their own. */
export interface Kit {
	run(program: string, ...args: readonly string[]): Promise<Buffer>;
	/** Writes a file for the programs, and gives its name. */
	save(content: Buffer | string): Promise<string>;
	read(name: string): Promise<Buffer>;
	readonly dotnet: Dotnet | undefined;
}

const execute = promisify(execFile);

export function makeKit(dotnet: Dotnet | undefined): Kit {
	return {
		dotnet,
		run: async (program, ...args) => {
			const options = { cwd: folder, encoding: 'buffer', timeout: 60_000 } as const;
			return (await execute(program, [...args], options)).stdout;
		},
		save: async (content) => {
			const name = randomUUID();
			await writeFile(join(folder, name), content, { mode: 0o600 });
			return name;
		},
		read: (name) => readFile(join(folder, name)),
	};
}

/** Does so for all items, a few at a time. */
export async function forEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
	const left = [...items];
	const work = async (): Promise<void> => {
		for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
	};
	await Promise.all([work(), work(), work()]);
}

/** Key and certificates in PEM. */
export function pemOf(leaf: Owner, issuers: readonly Buffer[]): string {
	const certificates = [leaf.certificate, ...issuers].map((der) => toPem('CERTIFICATE', der));
	return toPem('PRIVATE KEY', leaf.pkcs8) + certificates.join('');
}

export const ISSUERS: readonly Buffer[] = [middle.certificate, root.certificate];

/** A leaf under both issuers. */
export function chained(leaf: Owner): ReadAs {
	return { leaf, chain: ISSUERS };
}
