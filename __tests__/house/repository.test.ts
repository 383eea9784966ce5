// House rules about every file of the repository: nothing of the machine that it was made on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT, readRepository, readText } from '../support/source.js';

const files = readRepository();

// Runners' own folders may be named in tests and documents: they are the same for everyone.
const forbidden: Readonly<Record<string, RegExp>> = {
	'a package registry':
		/\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b|\bnpm\.pkg\.github\.com|\bpkgs\.dev\.azure\.com|\bartifactory\b|\/_packaging\//i,
	'a home folder': /(?<![\w.~$}/-])\/(?:home\/(?!runner\b)|Users\/(?!runner\b)|root\/)\w/,
	'a home folder of Windows': /\b[A-Z]:\\{1,2}Users\\{1,2}(?!runneradmin\b)\w/i,
	'a folder of a working copy': /(?<![\w.~$}/-])\/(?:work|workspace|tmp\/bash_jobs)\/(?:main|shared)\b/,
	'a private key': /-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----\s*(?:\\n)?MII/,
};

function pathsWith(pattern: RegExp): readonly string[] {
	return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

test('the files are there to be looked at', () => {
	const paths = files.map(({ path }) => path);
	for (const path of ['action.yml', 'dist/index.js', 'package-lock.json', 'src/ports.ts'])
		assert.ok(paths.includes(path), path);
});

for (const [what, pattern] of Object.entries(forbidden)) {
	test(`no file names ${what}`, () => {
		assert.deepEqual(pathsWith(pattern), []);
	});
}

test('no file names the folder that it was made in', () => {
	const folder = ROOT.replace(/[\\/]$/, '');
	assert.deepEqual(
		files.filter(({ text }) => text.includes(folder)).map(({ path }) => path),
		[],
	);
});

test('a forbidden word is found if it stands', () => {
	const samples: Readonly<Record<string, string>> = {
		'a package registry': `https://registry.${'npmjs'}.org/c8`,
		'a home folder': `from '/${'home'}/someone/x'`,
		'a home folder of Windows': `C:\\${'Users'}\\someone`,
		'a folder of a working copy': `see /${'work'}/main/src`,
		'a private key': `-----BEGIN ${'PRIVATE'} KEY-----\nMIIE`,
	};
	for (const [what, pattern] of Object.entries(forbidden)) assert.match(samples[what] ?? '', pattern);
	assert.doesNotMatch('RUNNER_TEMP=/home/runner/work/_temp', forbidden['a home folder'] ?? /^/);
});

test('the lock file names no address, so that each machine uses the registry that it is set to', () => {
	const lock = readText('package-lock.json');
	assert.doesNotMatch(lock, /"resolved"/);
	assert.doesNotMatch(
		lock,
		/https?:\/\/(?!(?:www\.)?(?:github\.com|opencollective\.com|paypal\.me|patreon\.com|tidelift\.com|feross\.org|ko-fi\.com|buymeacoffee\.com))/,
	);
});

// Promise: P8
test('dependencies are pinned, and none that runs asks for an install script', () => {
	const { dependencies, devDependencies } = JSON.parse(readText('package.json'));
	for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
		assert.match(`${version}`, /^\d+\.\d+\.\d+$/, name);
	}
	assert.deepEqual(Object.keys(dependencies).sort(), ['@actions/core', '@actions/http-client']);
});

// Promise: P8
test('install scripts are off', () => {
	assert.match(readText('.npmrc'), /^ignore-scripts=true$/m);
});

test('keys are made in two places alone, which hand out none that Node 20 may hang on', () => {
	const making = files.filter(
		({ path, text }) => /\.ts$/.test(path) && /\bgenerateKeyPair(?:Sync)?\b[^;]*\bfrom 'node:crypto'/.test(text),
	);
	assert.deepEqual(
		making.map(({ path }) => path),
		['__tests__/emulator/certificate-authority.ts', '__tests__/emulator/key-pair.ts'],
	);
});
