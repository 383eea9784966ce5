// Makes what the bundler writes easier to read, without a change to what it does.

/** Remarks of the bundler that say nothing to a reader, and names of source maps that are not there. */
const REMARKS = [
	/^\/\/# sourceMappingURL=\S*\n/gm,
	/\/\* harmony (?:export|import) \*\/ /g,
	/^\/\*{6}\/ ?/gm,
	/\/\* binding \*\/ /g,
	/^\/\* unused harmony exports? .* \*\/\n/gm,
];

/** Where the bundler finds out where it is, for files beside it; none is used. */
const ASSET_BASE = /^(?:\/\*{6}\/ )?if \(typeof __nccwpck_require__ !== 'undefined'\) __nccwpck_require__\.ab = .*\n/m;

/** How the bundler has a module of Node loaded: through a `require` that is made anew for each of them, from a module that is loaded for it. */
const NODE_REQUIRE = '__WEBPACK_EXTERNAL_createRequire(import.meta.url)(';
const NODE_REQUIRE_IMPORT = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n';

/** How the bundler, which writes ES modules, has a part loaded and what it is given. */
const PART_IMPORT = 'import("./" + __nccwpck_require__.u(chunkId))';
const PART_REQUIRE = 'Promise.resolve().then(() => require("./" + __nccwpck_require__.u(chunkId)))';
const PART_EXPORT = /^export const (id|ids|modules) = /gm;

/** The name under which a module has another one; the number tells those apart whose files are called alike. */
const IMPORTED = /__WEBPACK_IMPORTED_MODULE_(\d+)__/g;

/** Where the code of a package begins, as the bundler remarks; it may be installed in a folder above. */
const PACKAGE = /^;?\/\/ CONCATENATED MODULE: \S*\/node_modules\//;

/** Where other code begins. */
const SECTION = /^(?:;?\/\/ CONCATENATED MODULE: |\/\*{3}\/ \d+:)/;

/**
 * The same program without the bundler's remarks, with shorter names for its modules and a shorter way to those of Node,
 * and the project's own code indented by tabs, as its source is: the compiler knows no other than four blanks.
 *
 * It becomes a CommonJS module, which Node reads and starts sooner than an ES module, its parts all the more.
 * @throws where it imports or exports what no part does, holds anything but ASCII, which may double the text in memory,
 * or where own code has a text of several lines, whose blanks are not the compiler's
 */
export function tidyBundle(program: string): string {
	const remarked = REMARKS.reduce((text, remark) => text.replace(remark, ''), program);
	const loaded = remarked.replace(NODE_REQUIRE_IMPORT, '').replaceAll(NODE_REQUIRE, 'process.getBuiltinModule(');
	const based = loaded.replace(ASSET_BASE, '');
	if (based.includes('__nccwpck_require__.ab')) throw new Error('a file beside the bundle is used');
	const common = based.replaceAll(PART_IMPORT, PART_REQUIRE).replace(PART_EXPORT, 'exports.$1 = ');
	if (/^(?:import|export)\b|\bimport(?:\.meta\b|\s*\((?!\)))/m.test(common))
		throw new Error('a module is imported or exported');
	const [foreign] = /[^\n]*[^\n\x20-\x7e\t][^\n]*/.exec(common) ?? [];
	if (foreign !== undefined) throw new Error(`not ASCII: ${foreign}`);
	const lines = `"use strict";\n${common}`.replace(IMPORTED, '_$1').split('\n');
	let isOwn = true;
	return lines
		.map((line) => {
			if (SECTION.test(line)) isOwn = !PACKAGE.test(line);
			if (!isOwn) return line;
			if (hasOpenText(line)) throw new Error(`a text of several lines: ${line}`);
			return line.replace(/^(?: {4})+/, (blanks) => '\t'.repeat(blanks.length / 4));
		})
		.join('\n');
}

function hasOpenText(line: string): boolean {
	const isComment = /^\s*(?:\/\/|\/?\*)/.test(line);
	return !isComment && line.replaceAll('\\`', '').split('`').length % 2 === 0;
}
