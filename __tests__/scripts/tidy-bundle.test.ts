// What is left out of a bundle, and how it is indented: nothing that the program could notice.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tidyBundle } from '../../scripts/tidy-bundle.js';

const program = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

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
		const tidy = program(
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
		const tidy = program(
			'module.exports = process.getBuiltinModule("node:https");',
			'const fs = process.getBuiltinModule("fs");',
		);
		assert.equal(tidyBundle(bundled), tidy);
	});

	it('leaves out where the bundle is, which it needs for files beside it, and has none', () => {
		const base =
			"if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = new URL('.', import.meta.url).pathname;";
		assert.equal(tidyBundle(program('use(1);', base, 'use(2);')), program('use(1);', 'use(2);'));
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
		const tidy = program(
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
