// Examples of the pages that need no real tenant, as jobs: what each fetches comes out as the page says.
import { createHash } from 'node:crypto';
import { parse, stringify } from 'yaml';
import type { Emulator } from '../emulator/emulator.js';
import type { Checks } from '../support/checks.js';
import { readGrammarPage, type Told } from '../support/grammar-page.js';
import { fillGrammarVault, gatherExamples } from '../support/grammar-vault.js';
import { readPage, type Step, type Workflow } from '../support/page.js';
import { readText } from '../support/source.js';
import { runWorkflow } from './act-job.js';
import { checker, showsAny } from './scenarios.js';

/** A job of one page, and what its steps with these IDs must set. */
interface Example {
	readonly name: string;
	readonly steps: readonly Step[];
	readonly told: ReadonlyMap<string, readonly Told[]>;
}

/** Runs the first workflow of the README, every example of the page about lines, and what replaces get-keyvault-secrets. */
export async function runExampleScenarios(checks: Checks, act: string, emulator: Emulator): Promise<void> {
	const page = readGrammarPage();
	const translate = fillGrammarVault(emulator, page);
	emulator.vault().setSecret('smtp-password', 'Sm0ke-signal!');
	const values = page.secrets.map(({ value }) => value);
	const gathered = gatherExamples(page).map((one, index) => ({ ...one, id: `lines-${index + 1}` }));
	const examples: readonly Example[] = [
		{
			name: 'README, first workflow',
			steps: firstJob(readPage('README.md').jobs),
			told: new Map([['vault', ['exo', 'exo-thumbprint', 'exo-cer'].map(nameOnly)]]),
		},
		{
			name: 'docs/migrate.md, after get-keyvault-secrets',
			steps: firstJob(readPage('docs/migrate.md').jobs.filter(([first]) => isOurs(first))),
			told: new Map([['vault', [told('sql-password', 'Pa55-phrase!'), told('smtp-password', 'Sm0ke-signal!')]]]),
		},
		{
			name: 'docs/grammar.md, all lines',
			steps: gathered.map(({ id, inputs }) => ({ id, uses: 'OWNER/azure-key-vault-action@v1', with: inputs })),
			told: new Map(gathered.map(({ id, outputs }) => [id, outputs])),
		},
	];
	for (const example of examples) {
		const text = translate(stringify(makeWorkflow(example)));
		const job = await runWorkflow({ act, emulator, workflow: { text }, variables: { KEYVAULT: emulator.vaultUrl } });
		const check = checker(checks, example.name, job);
		check('the job succeeds', job.exitCode === 0 && job.log.includes('Job succeeded'));
		for (const id of example.told.keys())
			check(`the outputs of ${id} are as told`, job.log.includes(`all told of ${id}`));
		check(
			'no value is in the log',
			!showsAny(
				job,
				values.filter((value) => value !== UNMASKED),
			),
		);
	}
}

/** The page exports it without a mask. */
const UNMASKED = 'report-reader';

function firstJob(jobs: readonly (readonly Step[])[]): readonly Step[] {
	const [first] = jobs;
	if (first === undefined) throw new Error('the page has no such job');
	return first.filter(isOurs);
}

function isOurs(step: Step | undefined): boolean {
	return step?.uses?.startsWith('OWNER/azure-key-vault-action@') ?? false;
}

function told(name: string, value: string): Told {
	return { name, value };
}

function nameOnly(name: string): Told {
	return { name, value: undefined };
}

// The job as it stands, except for who signs in where, and with a look at the outputs after each step.
function makeWorkflow({ steps, told: expected }: Example): object {
	const { jobs } = parse(readText('__tests__/real/workflow.yml')) as Workflow;
	const [checkout] = Object.values(jobs).flatMap(({ steps: ofJob }) => ofJob);
	const looked = steps.flatMap((step) => [
		{ ...step, uses: './', with: { ...withoutMethod(step), ...SIGN_IN } },
		lookAt(step.id ?? '', expected.get(step.id ?? '') ?? []),
	]);
	const job = { 'runs-on': 'ubuntu-latest', steps: [checkout, ...looked] };
	return { name: 'Example', on: 'workflow_dispatch', permissions: { contents: 'read' }, jobs: { example: job } };
}

/** An expression of a workflow. */
const expression = (name: string) => `\${{ ${name} }}`;

const SIGN_IN = {
	'tenant-id': expression('vars.TENANT_ID'),
	'client-id': expression('vars.CLIENT_ID'),
	'client-secret': expression('secrets.CLIENT_SECRET'),
	'authority-host': expression('vars.AUTHORITY_HOST'),
	'vault-suffix': 'localhost',
	keyvault: expression('vars.KEYVAULT'),
};

function withoutMethod({ with: inputs = {} }: Step): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'auth-method'));
}

// By their digests, since what stands in a workflow is shown.
const LOOK = `
const outputs = JSON.parse(process.env.OUTPUTS);
const digest = (text) => require('node:crypto').createHash('sha256').update(text).digest('hex');
const wrong = Object.entries(JSON.parse(process.env.TOLD)).filter(([name, told]) =>
	outputs[name] === undefined || (told !== null && digest(outputs[name]) !== told));
console.log(wrong.length === 0 ? 'all told of ' + process.env.ID : 'wrong: ' + wrong.map(([name]) => name));
process.exitCode = wrong.length === 0 ? 0 : 1;
`;

function lookAt(id: string, outputs: readonly Told[]): object {
	const digests = outputs.map(({ name, value }) => [
		name,
		value === undefined ? null : createHash('sha256').update(value).digest('hex'),
	]);
	const env = {
		ID: id,
		OUTPUTS: expression(`toJSON(steps.${id}.outputs)`),
		TOLD: JSON.stringify(Object.fromEntries(digests)),
		LOOK,
	};
	return { name: `Look at ${id}`, env, run: 'node --eval "$LOOK"' };
}
