// The README against the action: its examples must work, its codes must be known, its tables must be those of action.yml.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { AADSTS_ADVICE } from '../../src/entra/aadsts.js';
import { readFetchOptions, readPlanInputs } from '../../src/input/fetch-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { vaultAdvice } from '../../src/keyvault/vault-advice.js';
import { OUTPUT_SUFFIXES, RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import { makePlan } from '../../src/plan/plan.js';

interface Step {
	readonly id?: string;
	readonly uses?: string;
	readonly with?: Readonly<Record<string, string>>;
	readonly run?: string;
}
interface Workflow {
	readonly on: unknown;
	readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
type Inputs = Readonly<Record<string, string>>;

const readme = read('README.md');
const manifest = readManifest(read('action.yml'));
const GUID = '00000000-0000-4000-8000-000000000000';

function read(name: string): string {
	return readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
}

// The steps of each section are one job: a recipe refers to the step at the section's beginning.
const sections = readme.split(/^## /m);
const blocks = sections.map((section) =>
	[...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => parse(text, { strict: true }) as unknown),
);
const isWorkflow = (block: unknown): block is Workflow => block instanceof Object && 'on' in block;
const isSteps = (block: unknown): block is readonly Step[] => Array.isArray(block);
const workflows = blocks.flat().filter(isWorkflow);
const jobs: readonly (readonly Step[])[] = [
	...workflows.flatMap((workflow) => Object.values(workflow.jobs).map(({ steps }) => steps)),
	...blocks.map((ofSection) => ofSection.filter(isSteps).flat()),
];
const inputsOnly = blocks.flat().filter((block): block is Inputs => !isWorkflow(block) && !isSteps(block));

/** Names of the outputs that the real plan makes of these inputs; where they are wrong, the plan throws. */
function outputsOf(given: Inputs): readonly string[] {
	const inputs = { 'tenant-id': GUID, 'client-id': GUID, 'client-secret': 'secret', ...given };
	const filled = new Map(
		Object.entries(inputs).map(([name, text]) => [name, `${text}`.replace(/\$\{\{.*?\}\}/g, GUID)]),
	);
	const stepInputs = { input: (name: string) => filled.get(name) ?? '', variable: () => undefined };
	readSignInInputs(stepInputs);
	readFetchOptions(stepInputs);
	const plan = makePlan(readPlanInputs(stepInputs));
	const ofLines = plan.destinations.flatMap(({ output, item }) =>
		OUTPUT_SUFFIXES[item.collection].map((suffix) => `${output}${suffix}`),
	);
	return [...Object.keys(manifest.outputs), ...ofLines].map((name) => name.toLowerCase());
}

function usesOfAction(steps: readonly Step[]): readonly Step[] {
	return steps.filter(({ uses }) => uses?.startsWith('OWNER/azure-key-vault-action@'));
}

function rowsBelow(head: string): readonly string[] {
	const lines = readme.split('\n');
	const begin = lines.indexOf(head);
	assert.notEqual(begin, -1, `the README has no line ${head}`);
	const rows = lines.slice(begin + 4);
	return rows.slice(0, rows.indexOf(''));
}

describe('examples of the README', () => {
	it('begin with a whole workflow, by line 20', () => {
		assert.ok(workflows.length >= 1);
		assert.ok(readme.split('\n').indexOf('```yaml') < 20);
		assert.equal(usesOfAction(jobs[0] ?? []).length, 1);
	});

	it('use inputs that action.yml declares, with values that the action accepts', () => {
		const all = [...jobs.flatMap(usesOfAction).map((step) => step.with ?? {}), ...inputsOnly];
		assert.ok(all.length >= 3);
		for (const inputs of all) {
			const unknown = Object.keys(inputs).filter((name) => !(name in manifest.inputs));
			assert.deepEqual(unknown, []);
			assert.doesNotThrow(() => outputsOf(inputs));
		}
	});

	it('use outputs that exist', () => {
		const references = jobs.flatMap((steps) =>
			[...JSON.stringify(steps).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].map(([whole, id, name = '']) => {
				const step = usesOfAction(steps).find((one) => one.id === id);
				const isOurs = step !== undefined && outputsOf(step.with ?? {}).includes(name.toLowerCase());
				const isOfScript = steps.some((one) => one.id === id && one.run?.includes(`"${name}=$`));
				return { whole, exists: isOurs || isOfScript };
			}),
		);
		assert.ok(references.length >= 5);
		assert.deepEqual(
			references.filter(({ exists }) => !exists),
			[],
		);
	});

	it('keep expressions out of scripts', () => {
		const scripts = jobs.flat().flatMap(({ run }) => run ?? []);
		assert.ok(scripts.length >= 5);
		assert.deepEqual(
			scripts.filter((script) => script.includes('${{')),
			[],
		);
	});
});

describe('codes of the README', () => {
	it('of Entra ID are known to the action, which says the same of them', () => {
		const rows = rowsBelow('From Microsoft Entra ID, at the sign-in:');
		assert.ok(rows.length >= 5);
		for (const row of rows) {
			const [, number, meaning] = /^\| `AADSTS(\d+)` \| (.+?) \| .+ \|$/.exec(row) ?? [];
			assert.ok(meaning !== undefined, row);
			assert.equal(AADSTS_ADVICE.get(Number(number))?.meaning, meaning, row);
		}
		for (const [, number] of readme.matchAll(/AADSTS(\d+)/g)) assert.ok(AADSTS_ADVICE.has(Number(number)), number);
	});

	it('of Key Vault are known to the action', () => {
		const codes = rowsBelow('From the vault:').flatMap((row) =>
			[...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => code),
		);
		assert.ok(codes.length >= 8);
		assert.equal(adviceCode('SomethingElse'), 'VAULT_REFUSED');
		assert.deepEqual(
			codes.filter((code) => adviceCode(code) === 'VAULT_REFUSED'),
			[],
		);
	});
});

function adviceCode(code: string): string {
	const rest = { akvCode: undefined, appId: undefined, objectId: undefined, clientAddress: undefined };
	const refusal = { status: 400, code, action: undefined, requestId: undefined, ...rest };
	const identifier = {
		vaultUrl: 'https://v.vault.azure.net',
		collection: 'secrets',
		name: 'n',
		version: undefined,
	} as const;
	return vaultAdvice(refusal, { identifier }).code;
}

describe('tables of the README', () => {
	it('are those of action.yml', () => {
		assert.equal(withTables(readme, manifest), readme);
		for (const name of [...Object.keys(manifest.inputs), ...RESERVED_OUTPUTS])
			assert.ok(readme.includes(`| \`${name}\` |`), name);
	});

	it('are made from names, defaults and descriptions, with pipes escaped and lines joined', () => {
		const empty = '<!-- outputs: begin -->\nold\n<!-- outputs: end -->\n<!-- inputs: begin -->\n<!-- inputs: end -->\n';
		const small = {
			inputs: { a: { description: 'one\n|two', default: 'x' } },
			outputs: { b: { description: 'three' } },
		};
		const made = withTables(empty, small);
		assert.match(made, /^\| `a` \| `x` \| one \\\|two \|$/m);
		assert.match(made, /^\| `b` \| three \|$/m);
		assert.doesNotMatch(made, /old/);
		assert.equal(withTables(empty.replaceAll('\n', '\r\n'), small), made.replaceAll('\n', '\r\n'));
	});

	it('need their markers', () => {
		assert.throws(() => withTables('<!-- outputs: begin -->', manifest), /markers of the table of inputs/);
	});
});
