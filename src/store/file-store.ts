// The certificate store of .NET on Linux, a folder of PFX files: entries put into it for the rest of the job, whose they
// are, and what they hold.
import { createHash } from 'node:crypto';
import { isIncomplete } from '../certificate/pfx-error.js';
import { readPfx, selectKeyWithChain } from '../certificate/pfx-read.js';
import { type ActionError, checkEach } from '../errors.js';
import type { PreparedStore, TransactionPart } from '../export/export-all.js';
import { storeFolders } from '../plan/store-site.js';
import type { Machine, UserFiles } from '../ports.js';
import type { RenderedStoreEntry } from '../render/rendered.js';
import { SecretBytes } from '../secret-text.js';
import { logKept, type StoreOptions, type StorePorts, storeError, withoutKeyError } from './store-options.js';

/** State for the post step: the store's folder, and the topmost of its folders that the step has made. */
export const FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' } as const;

/** Says what will be written, and what the post step has to know of it. */
export function prepareFileStore(
	folder: string,
	{ entries, folder: privateFolder }: Pick<StoreOptions, 'entries' | 'folder'>,
	ports: StorePorts,
): PreparedStore {
	const owner = ports.privateFolders.pathOf(privateFolder, '');
	const [made] = storeFolders(folder)
		.filter((one) => !ports.userFiles.exists(one))
		.reverse();
	const state = { [FILE_STORE_STATE.folder]: folder, ...(made !== undefined && { [FILE_STORE_STATE.made]: made }) };
	let wanted: readonly RenderedStoreEntry[] = [];
	const part: TransactionPart = {
		target: folder,
		begin: () => {
			wanted = checkEach(entries, (entry) => (isWanted(folder, entry.thumbprint, ports) ? [entry] : [])).flat();
			return () => emptyFileStore({ folder, made, owner }, ports);
		},
		write: () => {
			// Removes what killed jobs left: their folders go before the next job of their runner, at the latest.
			clearEntries(folder, (other) => !ports.userFiles.exists(other), ports);
			for (const { thumbprint, pfx } of wanted) {
				ports.userFiles.makeFolder(folder);
				if (!addEntry(folder, { thumbprint, pfx, owner }, ports)) throw noNameError(thumbprint);
			}
		},
	};
	return { state: Object.entries(state).map(([name, value]) => ({ name, value })), parts: [part] };
}

function isWanted(folder: string, thumbprint: string, ports: StorePorts): boolean {
	const found = findOwnEntry(folder, thumbprint, ports);
	if (found === 'without key') throw withoutKeyError(thumbprint);
	if (found === 'whole') logKept(ports, thumbprint);
	return found === 'none';
}

/** A store of files, and what a step has put into it. */
export interface FilledFileStore {
	readonly folder: string;
	/** The topmost of the store's folders that the step has made. */
	readonly made: string | undefined;
	/** Path of the step's private folder. */
	readonly owner: string;
}

/** Removes what the step has put there, and the folders that it has made, as far as they are empty. */
export function emptyFileStore({ folder, made, owner }: FilledFileStore, files: EntryFiles): void {
	clearEntries(folder, (other) => other === owner, files);
	const folders = storeFolders(folder);
	for (const one of folders.slice(0, made === undefined ? 0 : folders.indexOf(made) + 1)) {
		if (files.userFiles.list(one).length > 0) return;
		files.userFiles.removeFolder(one);
	}
}

function noNameError(thumbprint: string): ActionError {
	return storeError(thumbprint, {
		code: 'STORE_FULL',
		problem: "the user's certificate store has ten entries of this name, none of which holds the certificate.",
		hint: 'Remove those that nobody needs, or write | file.',
	});
}

/** Ports that entries are read and written with. */
export interface EntryFiles {
	readonly userFiles: UserFiles;
	readonly machine: Pick<Machine, 'readFile'>;
}

/** .NET gives a certificate that finds its name taken one of these in its place. */
const SLOTS = ['', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9'];

/** Stands beside an entry that this action has made, and says for whom. .NET reads `*.pfx` alone. */
const MARK = '.azure-key-vault-action';

const ENTRY_NAME = /^[0-9A-F]{40}(?:\.[1-9])?\.pfx$/;

const MAX_BYTES = 1024 * 1024;

/** Writes an entry under the first name of the certificate that is free. False if none is. */
export function addEntry(
	folder: string,
	{ thumbprint, pfx, owner }: { readonly thumbprint: string; readonly pfx: SecretBytes; readonly owner: string },
	{ userFiles }: EntryFiles,
): boolean {
	const mark = new SecretBytes(Buffer.from(`${owner}\n${digestOf(pfx.reveal())}\n`));
	return SLOTS.some((slot) => {
		const path = `${folder}/${thumbprint}${slot}.pfx`;
		// The mark goes first, so that a step that is killed leaves no entry without one.
		if (userFiles.exists(path) || !userFiles.create(`${path}${MARK}`, mark)) return false;
		const isCreated = userFiles.create(path, pfx);
		// Another step may have taken the mark, of which it saw the beginning, for one that a killed step has left.
		if (isCreated && userFiles.exists(`${path}${MARK}`)) return true;
		if (isCreated) userFiles.remove(path);
		userFiles.remove(`${path}${MARK}`);
		return false;
	});
}

/**
 * Removes the entries whose owners are gone, also those that a killed step has begun to write. An entry that was
 * replaced since it was marked is somebody's own, and stays.
 */
export function clearEntries(folder: string, isGone: (owner: string) => boolean, files: EntryFiles): void {
	const { userFiles, machine } = files;
	for (const name of userFiles.list(folder)) {
		const entry = name.slice(0, -MARK.length);
		if (!name.endsWith(MARK) || !ENTRY_NAME.test(entry)) continue;
		const [owner = '', digest] = machine.readFile(`${folder}/${name}`, MAX_BYTES).toString().split('\n');
		// No entry is written before its mark has a digest: of one that has none there is nothing else to remove.
		if (digest !== undefined && !isGone(owner)) continue;
		const path = `${folder}/${entry}`;
		if (digest !== undefined && userFiles.exists(path)) {
			const bytes = machine.readFile(path, MAX_BYTES);
			if (isCutOff(bytes) || digestOf(bytes) === digest) userFiles.remove(path);
		}
		userFiles.remove(`${folder}/${name}`);
	}
}

// Less than its own length says, as writeFile leaves it if the step is killed (DER, X.690 section 8.1.3).
function isCutOff(bytes: Buffer): boolean {
	const [tag = SEQUENCE, first = LONG_LENGTH + 1] = bytes;
	const count = first - LONG_LENGTH;
	if (tag !== SEQUENCE || count < 1 || count > 4) return false;
	return bytes.length < 2 + count || bytes.length < 2 + count + bytes.readUIntBE(2, count);
}

/** Beginning of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;

/** Says how somebody's own entry holds this certificate: with its private key, without it, or not at all. */
export function findOwnEntry(
	folder: string,
	thumbprint: string,
	{ userFiles, machine }: EntryFiles,
): 'whole' | 'without key' | 'none' {
	const names = userFiles.list(folder);
	const own = names.filter(
		(name) => name.startsWith(thumbprint) && name.endsWith('.pfx') && !names.includes(name + MARK),
	);
	const found = own.map((name) => judgeEntry(() => machine.readFile(`${folder}/${name}`, MAX_BYTES), thumbprint));
	if (found.includes('whole')) return 'whole';
	return found.includes('without key') ? 'without key' : 'none';
}

// .NET skips an entry that it cannot open.
function judgeEntry(read: () => Buffer, thumbprint: string): 'whole' | 'without key' | 'none' {
	try {
		const contents = readPfx(read());
		const certificate = contents.certificates.find(({ der }) => thumbprintOf(der) === thumbprint);
		if (certificate === undefined) return 'none';
		selectKeyWithChain(contents, certificate.der);
		return 'whole';
	} catch (error) {
		return isIncomplete(error) ? 'without key' : 'none';
	}
}

function thumbprintOf(der: Buffer): string {
	return createHash('sha1').update(der).digest('hex').toUpperCase();
}

function digestOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
