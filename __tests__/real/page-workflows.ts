// The whole workflows of the pages, and which of them can run here: with this repository's actions and programs that
// `.ci/run` installs, against the emulator.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, readText } from '../support/source.js';

/** A step of a whole workflow. */
export interface PageStep {
	readonly uses?: string;
	readonly shell?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly env?: Readonly<Record<string, string>>;
}

interface PageJob {
	readonly 'runs-on'?: string;
	readonly steps?: readonly PageStep[];
}

/** A workflow as YAML. */
export interface PageWorkflow {
	readonly name: string;
	readonly on: string | Readonly<Record<string, unknown>>;
	readonly jobs: Readonly<Record<string, PageJob>>;
}

/** A whole workflow of a page. */
export interface FoundWorkflow {
	/** Page and name. */
	readonly title: string;
	readonly workflow: PageWorkflow;
	/** Why it cannot run here; undefined if it can. */
	readonly obstacle: string | undefined;
}

const ACTION = /^OWNER\/azure-key-vault-action(?:\/[a-z]+)?@v1$/;

/** Programs for which there is a stand-in. */
const STAND_INS = ['gh'];

/** Words that may begin a line of a script: programs that `.ci/run` installs, and what a shell has. */
const PROGRAMS = ['[', 'cat', 'curl', 'echo', 'git', 'jq', 'node', 'openssl', 'printf', 'test', ...STAND_INS];
const KEYWORDS = ['if', 'then', 'elif', 'else', 'fi'];

/** Returns every whole workflow of every page, in the pages' order. */
export function findPageWorkflows(): readonly FoundWorkflow[] {
	const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
	return ['README.md', ...docs.map((name) => `docs/${name}`)].flatMap((path) => {
		const blocks = readText(path)
			.replaceAll('\r\n', '\n')
			.matchAll(/^```yaml\n(.*?)^```$/gms);
		return Array.from(blocks, ([, text = '']) => text)
			.filter((text) => /^on:/m.test(text) && /^jobs:$/m.test(text))
			.map((text) => parse(text) as PageWorkflow)
			.map((workflow) => ({ title: `${path}: ${workflow.name}`, workflow, obstacle: obstacleOf(workflow) }));
	});
}

/** Returns the first thing that keeps a workflow from running here. */
export function obstacleOf({ jobs }: Pick<PageWorkflow, 'jobs'>): string | undefined {
	return Object.values(jobs).flatMap(obstaclesOfJob)[0];
}

function obstaclesOfJob({ 'runs-on': system = '', steps }: PageJob): readonly string[] {
	if (steps === undefined) return ['a reusable workflow'];
	return [...(system === 'ubuntu-latest' ? [] : [system]), ...steps.flatMap(obstaclesOfStep)];
}

function obstaclesOfStep({ uses, shell, run = '' }: PageStep): readonly string[] {
	if (uses !== undefined) return ACTION.test(uses) || uses.startsWith('actions/checkout@') ? [] : [uses];
	if (shell === 'pwsh') return ['PowerShell'];
	const words = run
		// A quoted text is another program's, over however many lines.
		.replaceAll(/'[^']*'/g, "''")
		.split('\n')
		.map((line) => line.trim().replace(/^\w+=\$\(/, ''))
		.map((line) => line.split(/\s/).find((word) => !KEYWORDS.includes(word)) ?? '');
	const programs = words.filter((word) => word !== '' && !word.startsWith('#') && !PROGRAMS.includes(word));
	return [...programs, ...(run.match(/\bhttps:\/\/[\w.-]+|\b[\w.-]+\.contoso\.com\b/g) ?? [])];
}
