// Secrets as people keep them, and worse.
import { createHash } from 'node:crypto';
import fc from 'fast-check';

const base64 = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64'));

const loneSurrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));

const oddLine = fc.constantFrom(
	'',
	' ',
	'\u00a0\u2003',
	'{',
	'}',
	'],',
	'()[]{}<>=;',
	'abc',
	'  abc  ',
	'abcd',
	'\tpass word ',
	'"password": "hunter2",',
	'100%25%0A%0D%',
	'::add-mask::abc',
	'::error title=x::hunter2',
	'\u2028between\u2029lines\u0085',
	'\ufeffafter a mark',
	"it's <b>&amp;</b> a=1&b=2&+c",
	'"quoted all over"',
	'C:\\path\\new',
	'-----BEGIN CERTIFICATE-----',
	'-----END PRIVATE KEY-----',
	'true',
	'8080',
	'users:',
	'"auth": {',
	'[default]',
	'PASSWORD=',
	"it's 'quoted' & ~ünïcödé/path 🗝 <tag>",
	'a\tb\x7fc\x1b[0m control characters',
);

/** One line, without CR and LF. */
export const line = fc
	.oneof(
		oddLine,
		base64,
		loneSurrogate,
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.string({ unit: 'binary', maxLength: 10 }),
		fc.string({ unit: fc.constantFrom(...'{}[]:,"\'%\\/+=- &'), maxLength: 12 }),
		fc.tuple(fc.string({ maxLength: 60 }), loneSurrogate).map(([text, half]) => text + half),
		fc.string({ minLength: 40, maxLength: 300 }),
	)
	.map((text) => text.replace(/[\r\n]/g, ''));

const newline = fc.constantFrom('\n', '\r\n', '\r', '\n\n');

const lines = fc
	.tuple(fc.array(line, { minLength: 1, maxLength: 6 }), newline, fc.constantFrom('', '\n', '\r\n'))
	.map(([all, between, end]) => all.join(between) + end);

const prettyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 2));

/** Bytes that occur nowhere else: their base64 fills up to nine lines, and the last one is long as well. */
export function makeBytes(purpose: string): fc.Arbitrary<Buffer> {
	return fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat()).map(([rows, seed]) =>
		createHash('shake256', { outputLength: rows * 48 + 36 })
			.update(`${purpose} ${seed}`)
			.digest(),
	);
}

/** PEM of these bytes, with this line break. */
export function pemOf(label: string, bytes: Uint8Array, newlineText = '\n'): string {
	const body =
		Buffer.from(bytes)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ''].join(newlineText);
}

const pem = fc
	.tuple(makeBytes('secret'), fc.constantFrom('\n', '\r\n'))
	.map(([bytes, between]) => pemOf('PRIVATE KEY', bytes, between));

/** Any secret. */
export const secret = fc.oneof(line, lines, lines, prettyJson, pem, base64);
