// A stand-in for the user's files: in memory, and out of order as told.
import type { Machine, UserFiles } from '../../src/ports.js';
import type { PortEvent } from './port-event.js';

/**
 * Files by their paths, and the folders that hold them. `failAt(n)` has the n-th file or folder, counted from 1, fail to
 * be made.
 */
export function makeUserFiles(initial: Readonly<Record<string, Buffer | string>> = {}, events: PortEvent[] = []) {
	const files = new Map<string, Buffer>();
	const folders = new Set<string>();
	let made = 0;
	let failing = 0;
	const count = (): void => {
		made += 1;
		if (made === failing) throw new Error('ENOSPC: no space left on device');
	};
	const makeFolder = (path: string): void => {
		for (let one = path; one !== ''; one = parentOf(one)) folders.add(one);
	};
	const put = (path: string, content: Buffer | string): void => {
		makeFolder(parentOf(path));
		files.set(path, Buffer.from(content));
	};
	for (const [path, content] of Object.entries(initial)) put(path, content);
	const list = (folder: string): readonly string[] =>
		[...files.keys(), ...folders]
			.filter((path) => parentOf(path) === folder)
			.map((path) => path.slice(folder.length + 1));
	const exists = (path: string): boolean => files.has(path) || folders.has(path);
	const userFiles: UserFiles = {
		list,
		exists,
		makeFolder: (path) => {
			count();
			makeFolder(path);
		},
		create: (path, bytes) => {
			count();
			if (exists(path)) return false;
			if (!folders.has(parentOf(path))) throw new Error('ENOENT: no such folder');
			files.set(path, bytes.reveal());
			events.push({ kind: 'file', name: path, text: bytes.reveal().toString() });
			return true;
		},
		remove: (path) => {
			files.delete(path);
		},
		removeFolder: (path) => {
			if (list(path).length > 0) throw new Error('ENOTEMPTY: directory not empty');
			folders.delete(path);
		},
	};
	const readFile: Machine['readFile'] = (path, maxBytes) => {
		const content = files.get(path);
		if (content === undefined || content.length > maxBytes) throw new Error(`ENOENT: ${path}`);
		return content;
	};
	const failAt = (n: number): void => {
		made = 0;
		failing = n;
	};
	return { userFiles, files, folders, readFile, put, failAt };
}

function parentOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/'));
}
