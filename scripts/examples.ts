// Writes the examples of README.md and docs/ to a folder, for linters: `node build/scripts/examples.js FOLDER`. YAML becomes
// workflows (.yml); the scripts within it and the blocks of Bash and PowerShell become files of their own (.sh, .ps1).
// They stay in the form in which users copy them, OWNER/…@v1.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scriptsOf } from './example-blocks.js';

/** Lines before the steps of a section, which are one job: a recipe refers to the step at the section's beginning. */
const JOB = ['name: Example', 'on: workflow_dispatch'];
const STEPS = ['permissions: {}', 'jobs:', '  example:', '    runs-on: ubuntu-latest', '    steps:'];

/** Every workflow that the page holds, and one for the steps of each of its sections. */
function workflowsOf(page: string): readonly string[] {
	return page.split(/^## /m).flatMap((section) => {
		const blocks = [...section.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(([, text = '']) => text);
		const workflows = blocks.filter((block) => /^on:/m.test(block)).map(complete);
		const steps = blocks.filter((block) => block.startsWith('- '));
		const lines = steps.flatMap((block) => block.trimEnd().split('\n')).map((line) => `      ${line}`);
		return lines.length === 0 ? workflows : [...workflows, `${[...JOB, ...STEPS, ...lines].join('\n')}\n`];
	});
}

// Adds a job to a workflow that shows only what starts it.
function complete(workflow: string): string {
	return /^jobs:/m.test(workflow) ? workflow : `${[workflow.trimEnd(), ...STEPS, "      - run: 'true'"].join('\n')}\n`;
}

function pages(): readonly string[] {
	const docs = existsSync('docs') ? readdirSync('docs', { recursive: true, encoding: 'utf8' }) : [];
	return ['README.md', ...docs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name))];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to write to');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let count = 0;
for (const page of pages()) {
	const text = readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
	for (const workflow of workflowsOf(text)) write(page, 'yml', workflow);
	for (const { shell, text: script } of scriptsOf(text)) write(page, shell === 'bash' ? 'sh' : 'ps1', script);
}
// A linter that is given nothing finds nothing.
if (count === 0) throw new Error('no page holds an example');

function write(page: string, extension: string, text: string): void {
	count += 1;
	const file = join(`${folder}`, `${basename(page, '.md')}-${count}.${extension}`);
	writeFileSync(file, text);
	console.log(file);
}
