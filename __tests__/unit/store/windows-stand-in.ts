// A stand-in for Windows PowerShell: one user's store and marks, and what the three scripts do to them.
import type { ProgramResult, ProgramStart } from '../../../src/ports.js';
import { ADD, LOOK, REMOVE } from '../../../src/store/windows-store-scripts.js';

/** An entry of the store. */
export interface StoreEntry {
	readonly hasKey: boolean;
	readonly friendlyName: string;
}

export const OWN_NAME = 'azure-key-vault-action';

/** The store and the marks of a user; `isThere` says whether a folder is there. */
export function makeWindowsUser(isThere: (folder: string) => boolean) {
	const entries = new Map<string, StoreEntry>();
	const marks = new Map<string, Set<string>>();
	const imported: string[] = [];
	const marksOf = (thumbprint: string): Set<string> => marks.get(thumbprint) ?? new Set();
	const isOurs = (thumbprint: string): boolean => {
		const entry = entries.get(thumbprint);
		return entry?.hasKey === true && entry.friendlyName === OWN_NAME && marksOf(thumbprint).size > 0;
	};
	const describe = (thumbprint: string): string => {
		const entry = entries.get(thumbprint);
		if (entry === undefined) return 'none';
		if (isOurs(thumbprint)) return 'shared';
		return entry.hasKey ? 'whole' : 'without key';
	};
	const release = (thumbprint: string): void => {
		const wasOurs = isOurs(thumbprint);
		for (const owner of marksOf(thumbprint)) if (!isThere(owner)) marksOf(thumbprint).delete(owner);
		if (wasOurs && marksOf(thumbprint).size === 0) entries.delete(thumbprint);
		if (marksOf(thumbprint).size === 0) marks.delete(thumbprint);
	};
	const add = (thumbprint: string, owner: string): string => {
		for (const one of [...marks.keys()]) release(one);
		const was = describe(thumbprint);
		if (was !== 'none' && was !== 'shared') return was;
		marks.set(thumbprint, marksOf(thumbprint).add(owner));
		if (was === 'none') {
			entries.set(thumbprint, { hasKey: true, friendlyName: OWN_NAME });
			imported.push(thumbprint);
		}
		return was;
	};
	const remove = (thumbprint: string, owner: string): void => {
		const wasOurs = isOurs(thumbprint);
		if (!marksOf(thumbprint).delete(owner)) return;
		if (wasOurs && marksOf(thumbprint).size === 0) entries.delete(thumbprint);
		release(thumbprint);
	};
	const run = async ({ args, variables = {} }: ProgramStart): Promise<ProgramResult> => {
		const script = args.at(-1)?.replace("$ErrorActionPreference = 'Stop'; ", '');
		const { STORE_THUMBPRINTS: list = '', STORE_THUMBPRINT: one = '', STORE_OWNER: owner = '' } = variables;
		const say = (text: string): ProgramResult => ({ exitCode: 0, stdout: text, stderr: '' });
		if (script === LOOK)
			return say(
				list
					.split(' ')
					.map((each) => `${each} ${describe(each)}\r\n`)
					.join(''),
			);
		if (script === ADD) return say(`${one} ${add(one, owner)}\r\n`);
		if (script !== REMOVE) throw new Error(`unknown script ${script}`);
		for (const each of list.split(' ')) remove(each, owner);
		return say('');
	};
	return { entries, marks, imported, run };
}
