// The compiled code as mutation testing names it: by declarations, which stay what they are if a file is renamed or merged.

/** A file of compiled code by its path below `build/src`, without its ending. */
export interface CodeFile {
	readonly name: string;
	readonly source: string;
}

/** A function, class or constant of the top level, with all that follows it up to the next one. */
export interface Declaration {
	/** Empty for what comes before the first one. */
	readonly name: string;
	readonly isExported: boolean;
	/** Its first line, counted from 1. */
	readonly line: number;
	/** On one line, as `flat` writes it. */
	readonly code: string;
}

const DECLARATION = /^(export )?(?:async )?(?:function\*?|const|let|class) (\w+)/;

/** Lists the declarations of a file that the TypeScript compiler wrote: those of the top level begin a line, all else is indented. */
export function listDeclarations(source: string): readonly Declaration[] {
	const lines = source.split('\n');
	const starts = [0, ...lines.flatMap((line, index) => (index > 0 && DECLARATION.test(line) ? [index] : []))];
	return starts.map((start, index) => {
		const [, exported, name = ''] = DECLARATION.exec(lines[start] ?? '') ?? [];
		const code = flat(lines.slice(start, starts[index + 1]).join('\n'));
		return { name, isExported: exported !== undefined, line: start + 1, code };
	});
}

/** Returns the files that export one of these names, each once. */
export function findExporting(names: readonly string[], files: readonly CodeFile[]): readonly CodeFile[] {
	return files.filter(({ source }) =>
		listDeclarations(source).some(({ name, isExported }) => isExported && names.includes(name)),
	);
}

/** Writes code on one line: how it is laid out is no part of what it says. */
export function flat(code: string): string {
	return code.replace(/\s+/g, ' ').trim();
}
