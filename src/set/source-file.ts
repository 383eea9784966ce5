// The file that a line names, or why there is none. Its path is not repeated: it may be a misplaced secret.
import type { ActionError } from '../errors.js';
import { lineError } from '../input/line-grammar.js';
import type { SetLine } from '../input/set-lines.js';
import { FILE_TOO_LARGE, type Machine, type Ports } from '../ports.js';
import type { SecretText } from '../secret-text.js';

/** Ports and password that values are read with. */
export interface Reading {
	readonly ports: Pick<Ports, 'inputs' | 'machine' | 'randomBytes' | 'clock'>;
	/** Password of a PFX, or of an encrypted key in PEM. */
	readonly certificatePassword: SecretText | undefined;
}

/** The file that is read, and how large it may be. */
export interface SourceFile {
	readonly path: string;
	readonly maxBytes: number;
	/** For a file that is over it. */
	readonly limit: string;
}

/** Returns the file's bytes. @throws ActionError that names the line, if there is no such file, or if it is empty */
export function readSourceFile(line: SetLine, { path, maxBytes, limit }: SourceFile, machine: Machine): Buffer {
	let bytes: Buffer;
	try {
		bytes = machine.readFile(path, maxBytes);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		throw code === FILE_TOO_LARGE ? lineError(line, limit, 'Choose another file.') : unreadable(line, code, path);
	}
	if (bytes.length > 0) return bytes;
	throw lineError(line, 'the file is empty.', 'Have an earlier step write it, or remove the line.');
}

const PATH_HINT =
	'A path starts at the workspace, or is absolute. Check that an earlier step writes the file, and that upper and lower case match.';

function unreadable(line: SetLine, code: unknown, path: string): ActionError {
	switch (code) {
		case 'EISDIR':
			return lineError(line, 'the path leads to a folder.', 'Write the path of the file in it.');
		case 'EACCES':
		case 'EPERM':
			return lineError(line, "the runner's user may not read the file.", 'Give that user the right to read it.');
		case 'ENAMETOOLONG':
			return lineError(line, 'what follows file is too long for a path.', PATH_HINT);
		default:
			return /^~|\$[A-Za-z_{]|%[A-Za-z_]+%/.test(path)
				? lineError(line, 'the path holds what only a shell expands ("~" or a variable).', PATH_HINT)
				: lineError(line, 'no file has the path after file.', PATH_HINT);
	}
}
