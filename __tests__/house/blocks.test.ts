// Every fenced block of every page: of a language that is checked, and right in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { blocksOf, readYaml, scriptsOf } from '../../scripts/example-blocks.js';
import { ROOT, readText } from '../support/source.js';

const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const PAGES = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...DOCS.map((name) => `docs/${name}`)];

/** Languages of a block: checked here, by the test of its page, or by nobody because it is plain text. */
const LANGUAGES = ['bash', 'js', 'mermaid', 'powershell', 'text', 'yaml'];

/** Options that only GNU's tools have, or that OpenSSL 1.1 and LibreSSL lack: people copy commands on macOS too. */
const NOT_PORTABLE =
	/base64 (?:-w|--wrap)|-noenc\b|sed (?:-\w+ )*-i(?![\w.]*\.)|date (?:-d|--date)\b|grep -\w*P|readlink -f|stat -c/;

/** Commands that set something up, which an administrator without Bash must be able to do as well. */
const SET_UP = /\baz (?:ad app create|ad app owner|rest --method POST|role assignment create)\b/;

const blocks = PAGES.flatMap((path) => blocksOf(readText(path)).map((block) => ({ path, ...block })));
const scripts = PAGES.flatMap((path) => scriptsOf(readText(path)).map((script) => ({ path, ...script })));
const hasBash = process.platform !== 'win32' && spawnSync('bash', ['-c', 'true']).status === 0;

describe('the blocks of the pages', () => {
	it('are in languages that are checked', () => {
		assert.ok(blocks.length >= 100, `${blocks.length}`);
		for (const { path, language } of blocks) assert.ok(LANGUAGES.includes(language), `${path}: ${language}`);
	});

	it('have no fence without a language', () => {
		for (const path of PAGES) {
			const fences = readText(path).match(/^```.*$/gm) ?? [];
			assert.equal(fences.length, 2 * blocksOf(readText(path)).length, path);
		}
	});

	it('are YAML if they say so', () => {
		for (const { path, text } of blocks.filter(({ language }) => language === 'yaml'))
			assert.doesNotThrow(() => readYaml(text), path);
		assert.throws(() => readYaml('a: [1'));
	});

	it('are Bash if they say so, and if a step runs them', { skip: !hasBash && 'there is no Bash' }, () => {
		const parse = (text: string) => spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
		const bash = scripts.filter(({ shell }) => shell === 'bash');
		assert.ok(bash.length >= 40, `${bash.length}`);
		for (const { path, text } of bash) {
			const { status, stderr } = parse(text);
			assert.equal(status, 0, `${path}: ${stderr}\n${text}`);
		}
		assert.notEqual(parse('if true; then').status, 0);
	});

	it('use no option that only GNU has', () => {
		for (const { path, text } of scripts) assert.doesNotMatch(text, NOT_PORTABLE, path);
		assert.match('base64 --wrap=0 app.pfx', NOT_PORTABLE);
		assert.match('sed -i s/a/b/ file', NOT_PORTABLE);
		assert.doesNotMatch('sed -i.bak -E s/a/b/ file', NOT_PORTABLE);
	});

	it('set up in PowerShell what they set up in Bash', () => {
		const setUp = PAGES.filter((path) =>
			blocks.some((one) => one.path === path && one.language === 'bash' && SET_UP.test(one.text)),
		);
		assert.ok(setUp.length >= 4, `${setUp}`);
		for (const path of setUp)
			assert.ok(
				blocks.some((one) => one.path === path && one.language === 'powershell'),
				path,
			);
	});
});
