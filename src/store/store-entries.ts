// The entries of a certificate store that is a folder of PFX files: whose they are, and what they hold.
import { createHash } from 'node:crypto';
import { isIncomplete } from '../certificate/pfx-error.js';
import { readPfx, selectIdentity } from '../certificate/pfx-read.js';
import type { Machine, UserFiles } from '../ports.js';
import { SecretBytes } from '../secret-text.js';

/** What entries are read and written with. */
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

/** Of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
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

// What .NET cannot open either, it skips.
function judgeEntry(read: () => Buffer, thumbprint: string): 'whole' | 'without key' | 'none' {
	try {
		const contents = readPfx(read());
		const certificate = contents.certificates.find(({ der }) => thumbprintOf(der) === thumbprint);
		if (certificate === undefined) return 'none';
		selectIdentity(contents, certificate.der);
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
