// What is left out of a bundle: what nobody names, and nothing that does something by being there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shakeBundle } from '../../scripts/shake-bundle.js';

const program = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Both programs end with a use of `kept`. */
function assertShaken(lines: readonly string[], left: readonly string[] = []): void {
	const end = ['const kept = 1;', 'use(kept);'];
	assert.equal(shakeBundle(program(...lines, ...end)), program(...left, ...end));
}

function assertKept(...lines: readonly string[]): void {
	assertShaken(lines, lines);
}

describe('shakeBundle', () => {
	it('leaves out a function, a class and a constant that nobody names', () => {
		assertShaken(['function a() { return a(); }', 'async function b() {}', 'class C { d = 1; static e = 2; }']);
		assertShaken(['const f = () => use(1);', 'const g = [1, { h: `i` }], j = /k/;', 'let l = function () {};']);
	});

	it('leaves out what is named by what is left out alone', () => {
		assertShaken(['const a = 1;', 'function b() { return a; }', 'const c = { d: b };']);
	});

	it('leaves out what is inside of functions, and loops alone', () => {
		const lines = (...inner: readonly string[]) => ['use(() => {', ...inner, '\tfor (let i = 0; ; ) use(0);', '});'];
		assertShaken(lines('\tfunction a() {}', '\tconst b = 1;'), lines());
	});

	it('keeps what is named anywhere, be it by another of that name, and what is exported', () => {
		assertKept('const a = 1;', 'use(() => { const a = 2; use(a); });');
		assertKept('const a = 1;', 'use({ a });');
		assertKept('const a = 1;', 'use(b[a]);');
		assertKept('const a = 1;', 'export { a as b };');
		assertKept('export const a = 1;', 'export function b() {}');
	});

	it('takes the name of a property for none', () => {
		assertShaken(['const a = 1;', 'use({ a: 2 }, b.a, class { a() {} });'], ['use({ a: 2 }, b.a, class { a() {} });']);
	});

	it('keeps what does something by being declared', () => {
		assertKept('const a = use(1);');
		assertKept('const b = [use(1)];');
		assertKept('const c = new Map();');
		assertKept('class D extends use(1) {}');
		assertKept('class E { static f = use(1); }');
		assertKept('class G { static { use(1); } }');
		assertKept('class H { [use(1)]() {} }');
		assertKept(`const i = \`\${use(1)}\`;`);
		assertKept('const j = kept || use(1);');
		assertKept('let k;');
	});

	it('leaves out an object of a class that only gives it properties', () => {
		assertShaken(['class A { constructor() { this.b = 1; } c() { use(1); } }', 'const d = new A();']);
		const classes = [
			'constructor() { use(this); }',
			'constructor() { this.b = 1; } set b(c) { use(c); }',
			'b = use(1);',
		];
		for (const body of classes) assertKept(`class A { ${body} }`, 'const d = new A();');
		assertKept('class B extends A {}', 'const d = new B();');
		assertKept('class C {}', 'use(() => { class C { b = use(1); } use(C); });', 'const d = new C();');
	});

	it('leaves out what is taken from an object where nobody names any of it', () => {
		assertShaken(['const { a, b: c } = d.e;']);
		assertKept('const { a, b } = d.e;', 'use(b);');
		assertKept('const { a, b = use(1) } = d.e;');
		assertKept('const { a, ...b } = d.e;', 'use(b);');
		assertKept('const { a } = d[use(1)];');
	});

	it("leaves out a compiler's helper that nobody calls", () => {
		assertShaken(['var a = (undefined && undefined.b) || function (c) { return c; };']);
	});

	it('takes the comments right above with it, but no remark of the bundler and no heading', () => {
		const lines = [
			';// CONCATENATED MODULE: ./a.js',
			'// A heading.',
			'',
			'/**',
			' * One.',
			' */',
			'// Two.',
			'const a = 1;',
		];
		assertShaken(lines, lines.slice(0, 3));
		assertShaken([';// CONCATENATED MODULE: ./a.js', 'const a = 1;'], [';// CONCATENATED MODULE: ./a.js']);
		assertShaken(['use(1); // of this line', 'const a = 1;'], ['use(1); // of this line']);
	});

	it('changes nothing where all is used', () => {
		assertKept();
	});
});
