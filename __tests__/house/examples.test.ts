// The examples of all pages against the actions: their inputs are declared and accepted, their outputs exist.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readManifest } from '../../scripts/readme-tables.js';
import { readFetchOptions, readPlanInputs } from '../../src/input/fetch-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { outputNames, RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import { makePlan } from '../../src/plan/plan.js';
import { isRefusedVariable } from '../../src/plan/refused-variables.js';
import { fillInputs, type Inputs, type Page, readPage, referencesOf, type Step } from '../support/page.js';
import { ROOT, readText } from '../support/source.js';

const GUID = '00000000-0000-4000-8000-000000000000';
const REPOSITORY = 'OWNER/azure-key-vault-action';

/** A runner shows the inputs of a step before it begins: what is not a secret of the repository stands there in full. */
const SECRET_INPUTS = ['client-secret', 'client-certificate', 'client-certificate-password', 'access-token', 'creds'];

const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const pages: readonly (readonly [string, Page])[] = ['README.md', ...docs.map((name) => `docs/${name}`)].map((path) => [
	path,
	readPage(path),
]);

/** Each action, by what stands before the `@` of its `uses`, with the inputs that its manifest declares. */
const declared: ReadonlyMap<string, readonly string[]> = new Map(
	['', '/token', '/rotate', '/expiry', '/set']
		.map((folder) => [`${REPOSITORY}${folder}`, join(`.${folder}`, 'action.yml')] as const)
		.filter(([, manifest]) => existsSync(join(ROOT, manifest)))
		.map(([uses, manifest]) => [uses, Object.keys(readManifest(readText(manifest)).inputs)]),
);

function actionOf({ uses = '' }: Step): string {
	return uses.replace(/@.*$/, '');
}

function isFetch(step: Step): boolean {
	return actionOf(step) === REPOSITORY;
}

/** Tells which outputs the real plan makes of these inputs, or may make once the vault is known; if they are wrong, it throws. */
function planOutputs(given: Inputs): (name: string) => boolean {
	const filled = fillInputs({ 'tenant-id': GUID, 'client-id': GUID, ...proofOf(given), ...given }, GUID);
	const stepInputs = { input: (name: string) => filled.get(name) ?? '', variable: () => undefined };
	readSignInInputs(stepInputs);
	readFetchOptions(stepInputs);
	const { destinations, patterns } = makePlan({ ...readPlanInputs(stepInputs), refuses: isRefusedVariable });
	const fixed = [...RESERVED_OUTPUTS, ...destinations.flatMap(outputNames)];
	const leaves = destinations
		.filter(
			({ modifiers }) =>
				modifiers.kind === 'secrets' && modifiers.json !== undefined && modifiers.json.path === undefined,
		)
		.map(({ output }) => `${output}-*`);
	const matches = patterns.flatMap(({ line, pattern, modifiers }) =>
		outputNames({ output: line.output ?? pattern, modifiers }),
	);
	const expressions = [...fixed, ...leaves, ...matches].map(
		(name) => new RegExp(`^${name.replaceAll('*', '[\\w-]*')}$`, 'i'),
	);
	return (name) => expressions.some((expression) => expression.test(name));
}

function proofOf(given: Inputs): Inputs {
	const isGiven = ['auth-method', 'access-token', 'creds', 'client-certificate'].some((name) => name in given);
	return isGiven ? {} : { 'client-secret': 'secret' };
}

describe('examples of every page', () => {
	for (const [path, { jobs, inputs }] of pages) {
		const ofActions = jobs.flat().filter((step) => declared.has(actionOf(step)));

		it(`of ${path} use actions that exist, and inputs that these declare`, () => {
			for (const step of jobs.flat().filter(({ uses }) => uses?.startsWith(REPOSITORY))) {
				assert.ok(declared.has(actionOf(step)), step.uses);
				assert.match(`${step.uses}`, /@v1$/);
			}
			const all = [...ofActions, ...inputs.map((one): Step => ({ uses: `${REPOSITORY}@v1`, with: one }))];
			for (const step of all) {
				const known = declared.get(actionOf(step)) ?? [];
				assert.deepEqual(
					Object.keys(step.with ?? {}).filter((name) => !known.includes(name)),
					[],
				);
			}
		});

		it(`of ${path} give the action what it accepts, and use outputs that exist`, () => {
			for (const step of ofActions.filter(isFetch)) assert.doesNotThrow(() => planOutputs(step.with ?? {}));
			for (const { whole, name, step } of jobs.flatMap(referencesOf)) {
				assert.ok(step !== undefined, `${whole} names no step of its job`);
				if (isFetch(step)) assert.ok(planOutputs(step.with ?? {})(name), whole);
			}
		});

		// Promise: L14
		it(`of ${path} keep expressions out of scripts`, () => {
			for (const { run = '' } of jobs.flat()) assert.doesNotMatch(run, /\$\{\{/);
		});

		// Promise: L15
		it(`of ${path} take secrets from secrets, or from a step that masks them`, () => {
			const given = [...ofActions.map((step) => step.with ?? {}), ...inputs];
			const secrets = given.flatMap((one) => Object.entries(one).filter(([name]) => SECRET_INPUTS.includes(name)));
			for (const [name, text] of secrets)
				assert.match(`${text}`, /^\$\{\{ (?:secrets\.\w+|steps\.[\w-]+\.outputs\.[\w-]+) \}\}$/, name);
		});

		it(`links of ${path} lead somewhere`, () => {
			for (const link of linksOf(path)) assert.ok(leadsSomewhere(path, link), link);
		});
	}

	it('are many, and every page is within reach of the README', () => {
		assert.ok(pages.flatMap(([, { jobs }]) => jobs.flat()).filter(isFetch).length >= 20);
		const readme = linksOf('README.md');
		for (const name of docs)
			assert.ok(
				readme.some((link) => link.startsWith(`docs/${name}`)),
				name,
			);
	});
});

function linksOf(path: string): readonly string[] {
	return [...readText(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

function leadsSomewhere(path: string, link: string): boolean {
	if (/^https:\/\//.test(link)) return true;
	const [target = '', anchor] = link.split('#');
	const file = target === '' ? path : join(path, '..', target);
	if (!existsSync(join(ROOT, file))) return false;
	return anchor === undefined || anchorsOf(file).includes(anchor);
}

// As GitHub makes them of headings.
function anchorsOf(path: string): readonly string[] {
	return [...readText(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.trim()
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}
