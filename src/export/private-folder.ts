// The step's folder for files that only this user may read: a fresh one each time, whose name the post step is told.
import type { PrivateFolders, RandomBytes } from '../ports.js';
import type { RenderedFile, RenderedOutput } from '../render/rendered.js';

/** Name of the state that keeps the folder's name for the post step. */
export const FOLDER_STATE = 'folder';

const PREFIX = 'key-vault-';

/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;

/** Files, and the folder that they go to. */
export interface PrivateFiles {
	/** Its name. */
	readonly folder: string;
	readonly files: readonly RenderedFile[];
}

/** Gives files a fresh folder, which is yet to be made. */
export function makePrivateFiles(files: readonly RenderedFile[], randomBytes: RandomBytes): PrivateFiles {
	return { folder: freshFolder(randomBytes), files };
}

/** A name for a folder that nobody can foresee. */
export function freshFolder(randomBytes: RandomBytes): string {
	return `${PREFIX}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}

/** Could {@link makePrivateFiles} have given this name? Others must not be removed. */
export function isFolderName(name: string): boolean {
	return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}

/** The path of each file, as an output. */
export function pathOutputs(
	privateFiles: PrivateFiles,
	{ pathOf }: Pick<PrivateFolders, 'pathOf'>,
): readonly RenderedOutput[] {
	return privateFiles.files.map(({ output, name }) => ({ name: output, value: pathOf(privateFiles.folder, name) }));
}
