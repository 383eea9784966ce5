// House rules about what may stand in src, and where.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { importsOf, readSource, type TextFile, withoutComments } from '../support/source.js';

const source = readSource();

/** Files that may reveal a secret: each has to send, mask, write or transform it. */
const REVEALING = [
	'src/certificate/key-pair.ts',
	'src/certificate/pem-key.ts',
	'src/entra/claims.ts',
	'src/entra/credentials/access-token.ts',
	'src/entra/credentials/client-certificate.ts',
	'src/entra/credentials/client-secret.ts',
	'src/entra/credentials/github-oidc.ts',
	'src/entra/managed-identity/azure-arc.ts',
	'src/entra/token-request.ts',
	'src/entry/real-machine.ts',
	'src/entry/real-ports.ts',
	'src/export/export-all.ts',
	'src/flow/make-results.ts',
	'src/flow/open-session.ts',
	'src/flow/step-frame.ts',
	'src/graph/application-keys.ts',
	'src/graph/application-passwords.ts',
	'src/http/transport.ts',
	'src/keyvault/ask-vault.ts',
	'src/keyvault/change-requests.ts',
	'src/keyvault/stored-version.ts',
	'src/render/certificate-outputs.ts',
	'src/render/render-all.ts',
	'src/render/render-certificate.ts',
	'src/render/render-secret.ts',
	'src/render/render-token.ts',
	'src/render/rendered.ts',
	'src/set/open-certificate.ts',
	'src/set/read-content.ts',
	'src/set/set-and-export.ts',
	'src/set/write-target.ts',
	'src/store/file-store.ts',
	'src/store/windows-store.ts',
];

function pathsWhere(holds: (file: TextFile) => boolean): readonly string[] {
	return source.filter(holds).map(({ path }) => path);
}

function code({ text }: TextFile): string {
	return withoutComments(text);
}

function mayTouchTheRunner({ path }: TextFile): boolean {
	return path.startsWith('src/entry/') || ['src/http/agents.ts', 'src/http/transport.ts'].includes(path);
}

test('the source is there to be looked at', () => {
	assert.ok(source.length > 40 && source.some(({ path }) => path === 'src/entra/credentials/client-secret.ts'));
});

test('no file is over 200 lines, lists of names aside', () => {
	assert.deepEqual(
		pathsWhere(
			({ path, text }) => !path.startsWith('src/plan/refused-variables/') && text.trimEnd().split('\n').length > 200,
		),
		[],
	);
});

test('each file begins with a sentence that says what it is', () => {
	assert.deepEqual(
		pathsWhere(({ text }) => !/^\/\/ [A-Z].*\w.*\n/.test(text)),
		[],
	);
});

test('no file is called utils or helpers or index: a name says what is inside', () => {
	assert.deepEqual(
		pathsWhere(({ path }) => /(?:^|[/-])(?:utils?|helpers?|index|common|misc)(?:\.ts$|\/)/.test(path)),
		[],
	);
});

test('file names are in kebab case', () => {
	assert.deepEqual(
		pathsWhere(({ path }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(basename(path))),
		[],
	);
});

// Promise: L1
test('only the listed files reveal a secret, and each of them does', () => {
	const revealing = pathsWhere(
		(file) => file.path !== 'src/secret-text.ts' && /\.\s*reveal\b|\[['"]reveal/.test(code(file)),
	);
	assert.deepEqual([...revealing].sort(), REVEALING);
});

test('nobody takes the text out of a secret in another way', () => {
	assert.deepEqual(
		pathsWhere((file) => /\{[^}]*\breveal\b[^}]*\}\s*=/.test(code(file))),
		[],
	);
});

test('the toolkit is imported in entry and in the transport alone', () => {
	const importing = source.filter(({ text }) => importsOf(text).some((specifier) => specifier.startsWith('@actions/')));
	assert.ok(importing.length > 0);
	assert.deepEqual(
		importing.filter((file) => !mayTouchTheRunner(file)).map(({ path }) => path),
		[],
	);
});

// Promise: P8
test('nothing but the toolkit and Node is imported', () => {
	const packages = source.flatMap(({ text }) => importsOf(text)).filter((specifier) => !specifier.startsWith('.'));
	const others = packages.filter((specifier) => !/^(?:node:|@actions\/(?:core|http-client)$)/.test(specifier));
	assert.deepEqual(others, []);
});

/** The stories that an action of its own tells: each may load what follows its checks. */
const OWN_STORIES = ['src/expiry/', 'src/set/'];

test('parts are loaded late at fifteen seams at most, and one of each further story: a story reads best if it is all there', () => {
	const seamsOf = (files: readonly TextFile[]): ReadonlySet<string> =>
		new Set(files.flatMap((file) => code(file).match(/(?<=\bimport\(\s*'[^']*?)[^'/]+(?=')/g) ?? []));
	const isOwn = ({ path }: TextFile): boolean => OWN_STORIES.some((folder) => path.startsWith(folder));
	const seams = seamsOf(source.filter((file) => !isOwn(file)));
	assert.ok(seams.size > 0 && seams.size <= 15, `${seams.size} seams: ${[...seams].join(', ')}`);
	const own = seamsOf(source.filter(isOwn));
	assert.ok(own.size <= OWN_STORIES.length, [...own].join(', '));
});

test('the process and its environment are touched in entry and in the transport alone', () => {
	const touching = source.filter((file) => /\bprocess\s*[.[]|from 'node:process'/.test(code(file)));
	assert.ok(touching.length > 0);
	assert.deepEqual(
		touching.filter((file) => !mayTouchTheRunner(file)).map(({ path }) => path),
		[],
	);
});

test('time, waiting and chance are taken from ports: only entry and the transport have real ones', () => {
	const real = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b/;
	assert.deepEqual(
		pathsWhere((file) => !mayTouchTheRunner(file) && real.test(code(file))),
		[],
	);
});

test('instants are read and written in time.ts alone', () => {
	assert.deepEqual(
		pathsWhere((file) => /\bnew Date\b|\bDate\.(?:parse|UTC)\b|\.toISOString\b/.test(code(file))),
		['src/time.ts'],
	);
});

// Promise: L4
test('nothing is printed past the log, which the post step has of its own', () => {
	// Holding stdout back prints nothing, and neither does waiting for it with an empty text, or asking what it is.
	const silent = /\.(?:cork|uncork)\(\)|\.write\('',|\.on\('error',|\.isTTY\b/;
	const printing = new RegExp(`\\bconsole\\s*[.[]|\\bprocess\\.std(?:out|err)\\b(?!${silent.source})`);
	assert.deepEqual(
		pathsWhere((file) => printing.test(code(file))),
		['src/entry/clean-up.ts'],
	);
});

// Promises: H4, P1
test('files are written below RUNNER_TEMP and in the store of the user alone, and the job summary', () => {
	const writing =
		/\b(?:writeFile|appendFile|createWriteStream|write|mkdir|mkdtemp|copyFile|cp|rename|symlink|link)Sync\b|\bcreateWriteStream\b/;
	assert.deepEqual(
		pathsWhere((file) => writing.test(code(file))),
		// The real ports append the summary to the runner's own file for it.
		['src/entry/real-machine.ts', 'src/entry/real-ports.ts'],
	);
	// The code takes none of the other ways to the disk, so that the names above are all.
	assert.deepEqual(
		pathsWhere(({ text }) => /import (?:\* as )?\w+[^;]* from '(?:node:)?fs'|fs\/promises|import\('node:fs/.test(text)),
		[],
	);
});

test('comments are not taken for code, and code not for comments', () => {
	const text = "// console.log\nconst url = 'https://a.b'; // process.env\n/** x.reveal() */\nconst b = 1;";
	assert.equal(withoutComments(text).replace(/\s+/g, ' ').trim(), "const url = 'https://a.b'; const b = 1;");
});
