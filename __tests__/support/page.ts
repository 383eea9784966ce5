// A page of the documentation as the house tests read it: its text, and the YAML of its examples.
import { parse } from 'yaml';
import { readText } from './source.js';

/** A step of an example. */
export interface Step {
	readonly id?: string;
	readonly uses?: string;
	readonly with?: Readonly<Record<string, string>>;
	readonly run?: string;
}

/** A workflow that stands as a whole. */
export interface Workflow {
	readonly on: unknown;
	/** A job that calls a reusable workflow has no steps. */
	readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** The inputs of a step, by themselves or as `with`. */
export type Inputs = Readonly<Record<string, string>>;

/** A page and its examples. */
export interface Page {
	readonly text: string;
	readonly workflows: readonly Workflow[];
	/** The steps of each job: of the workflows, and of each section, which is one job. */
	readonly jobs: readonly (readonly Step[])[];
	/** Examples that are inputs alone. */
	readonly inputs: readonly Inputs[];
}

const isWorkflow = (block: unknown): block is Workflow => block instanceof Object && 'on' in block;
/** What starts a workflow, shown by itself. */
const isTrigger = (block: unknown): boolean => isWorkflow(block) && !('jobs' in block);
const isSteps = (block: unknown): block is readonly Step[] => Array.isArray(block);

/** Reads a page; an example that is no YAML is an error. */
export function readPage(path: string): Page {
	const text = readText(path).replaceAll('\r\n', '\n');
	// The steps of each section are one job: a recipe refers to the step at the section's beginning.
	const blocks = text
		.split(/^## /m)
		.map((section) =>
			[...section.matchAll(/^```yaml\n(.*?)^```$/gms)]
				.map(([, yaml = '']) => parse(yaml, { strict: true }) as unknown)
				.filter((block) => !isTrigger(block)),
		);
	const workflows = blocks.flat().filter(isWorkflow);
	return {
		text,
		workflows,
		jobs: [
			...workflows.flatMap((workflow) => Object.values(workflow.jobs).map(({ steps = [] }) => steps)),
			...blocks.map((ofSection) => ofSection.filter(isSteps).flat()),
		],
		inputs: blocks.flat().filter((block): block is Inputs => !isWorkflow(block) && !isSteps(block)),
	};
}

/** The cells of a table's rows, below the line that introduces it. */
export function rowsBelow({ text }: Page, head: string): readonly (readonly string[])[] {
	const lines = text.split('\n');
	const begin = lines.indexOf(head);
	if (begin === -1) throw new Error(`the page has no line ${head}`);
	const rows = lines.slice(begin + 4);
	return rows.slice(0, rows.indexOf('')).map((row) => row.slice(2, -2).split(' | '));
}

/** References of steps to outputs of other steps of their job, with the step that is named. */
export function referencesOf(
	steps: readonly Step[],
): readonly { whole: string; name: string; step: Step | undefined }[] {
	return [...JSON.stringify(steps).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].map(([whole, id, name = '']) => ({
		whole,
		name,
		step: steps.find((one) => one.id === id),
	}));
}

/** Inputs as a step gets them: each expression stands for `value`. */
export function fillInputs(inputs: Inputs, value: string): ReadonlyMap<string, string> {
	return new Map(Object.entries(inputs).map(([name, text]) => [name, `${text}`.replace(/\$\{\{.*?\}\}/g, value)]));
}
