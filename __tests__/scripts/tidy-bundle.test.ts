// What is left out of a bundle, and how it is indented: nothing that the program could notice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tidyBundle } from '../../scripts/tidy-bundle.js';

const program = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const tidied = (...lines: readonly string[]): string => program('"use strict";', ...lines);

describe('tidyBundle', () => {
	it('leaves out what the bundler remarks on exports and imports, and source maps that are not there, and calls modules shorter', () => {
		const bundled = program(
			'/******/ var modules = ({',
			'/* harmony export */ __nccwpck_require__.d(exports, {',
			'/* harmony export */   a: () => (/* binding */ readPem)',
			'/* harmony export */ });',
			'/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(6102);',
			'//# sourceMappingURL=pem.js.map',
			'/* unused harmony exports toPem, isPem */',
			'return (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .parseJson */ .dw)(text);',
		);
		const tidy = tidied(
			'var modules = ({',
			'__nccwpck_require__.d(exports, {',
			'  a: () => (readPem)',
			'});',
			'var _json_js_10 = __nccwpck_require__(6102);',
			'return (0,_json_js_10/* .parseJson */ .dw)(text);',
		);
		assert.equal(tidyBundle(bundled), tidy);
	});

	it('has modules of Node loaded without a detour', () => {
		const bundled = program(
			'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";',
			'module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");',
			'const fs = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");',
		);
		const tidy = tidied(
			'module.exports = process.getBuiltinModule("node:https");',
			'const fs = process.getBuiltinModule("fs");',
		);
		assert.equal(tidyBundle(bundled), tidy);
	});

	it('makes a CommonJS module of the program and of its parts', () => {
		const load = 'var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, failed);';
		const loaded =
			'var promise = Promise.resolve().then(() => require("./" + __nccwpck_require__.u(chunkId))).then(installChunk, failed);';
		assert.equal(tidyBundle(program(load)), tidied(loaded));
		const part = ['export const id = 77;', 'export const ids = [77];', 'export const modules = {', '};'];
		assert.equal(
			tidyBundle(program(...part)),
			tidied('exports.id = 77;', 'exports.ids = [77];', 'exports.modules = {', '};'),
		);
		for (const other of [
			'export { a };',
			'import "x";',
			'f(import.meta.url);',
			'void import("./x.js");',
			'void import (name);',
		])
			assert.throws(() => tidyBundle(program(other)), /a module is imported or exported/);
	});

	it('takes ASCII alone', () => {
		for (const text of ['a → b', '\u{1f511}', 'a\u0000b'])
			assert.throws(() => tidyBundle(program('one();', `two("${text}");`)), /^Error: not ASCII: two\(/);
	});

	it('leaves out where the bundle is, which it needs for files beside it, and has none', () => {
		const base =
			"if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = new URL('.', import.meta.url).pathname;";
		assert.equal(tidyBundle(program('use(1);', base, 'use(2);')), tidied('use(1);', 'use(2);'));
		assert.throws(() => tidyBundle(program(base, 'read(__nccwpck_require__.ab);')), /a file beside the bundle is used/);
	});

	it("indents the project's own code by tabs, and leaves that of packages alone", () => {
		const bundled = program(
			';// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js',
			'    const text = `first',
			'        second`;',
			';// CONCATENATED MODULE: ./build/src/plan/plan.js',
			'        return `a` + `b`;',
			'     * A comment with one ` in it.',
			'/***/ 471:',
			'    return 1;',
		);
		const tidy = tidied(
			';// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js',
			'    const text = `first',
			'        second`;',
			';// CONCATENATED MODULE: ./build/src/plan/plan.js',
			'\t\treturn `a` + `b`;',
			'\t * A comment with one ` in it.',
			'/***/ 471:',
			'\treturn 1;',
		);
		assert.equal(tidyBundle(bundled), tidy);
	});

	it('takes no text of several lines of our own, whose blanks belong to it', () => {
		assert.throws(
			() => tidyBundle('    const text = `first\n    second`;\n'),
			/a text of several lines: {5}const text/,
		);
	});
});
