// The pages about tokens against the token action: examples must work, codes be known, tables be those of its manifest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { AADSTS_ADVICE } from '../../src/entra/aadsts-advice.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { readTokenInputs, readTokenSummary } from '../../src/input/token-inputs.js';
import { makeTokenPlan, TOKEN_SUFFIXES } from '../../src/plan/token-plan.js';
import { fillInputs, type Inputs, readPage, referencesOf, rowsBelow, type Step } from '../support/page.js';
import { readText } from '../support/source.js';

const GUID = '00000000-0000-4000-8000-000000000000';
const page = readPage('docs/token.md');
const manifest = readManifest(readText('token/action.yml'));
const jobs = [...page.jobs, ...readPage('README.md').jobs];

function isMint({ uses }: Step): boolean {
	return uses?.startsWith('OWNER/azure-key-vault-action/token@') ?? false;
}

/** Names of the outputs that the real plan makes of these inputs; if they are wrong, the plan throws. */
function outputsOf(given: Inputs): readonly string[] {
	const filled = fillInputs({ 'tenant-id': GUID, 'client-id': GUID, ...given }, GUID);
	const stepInputs = { input: (name: string) => filled.get(name) ?? '', variable: () => undefined };
	readSignInInputs(stepInputs);
	readTokenSummary(stepInputs);
	const { tokens } = makeTokenPlan(readTokenInputs(stepInputs));
	return tokens.flatMap(({ output }) => TOKEN_SUFFIXES.map((suffix) => `${output}${suffix}`.toLowerCase()));
}

describe('the page about tokens', () => {
	it('begins with a whole workflow, by line 20', () => {
		assert.ok(page.text.split('\n').indexOf('```yaml') < 20);
		assert.equal(page.jobs[0]?.filter(isMint).length, 1);
	});

	it('has a whole workflow for each service that it names', () => {
		const scopes = page.workflows.flatMap(({ jobs: ofPage }) =>
			Object.values(ofPage).flatMap(({ steps = [] }) =>
				steps.filter(isMint).map((step) => step.with?.['scopes'] ?? ''),
			),
		);
		const services = ['outlook.office365', 'graph.microsoft', 'ps.compliance', 'sharepoint', 'management.azure'];
		for (const service of services)
			assert.ok(
				scopes.some((scope) => scope.includes(service)),
				service,
			);
	});

	it('draws who sends what to whom', () => {
		const [, drawing = ''] = /^```mermaid\n(.*?)^```$/ms.exec(page.text) ?? [];
		const lines = drawing
			.trim()
			.split('\n')
			.map((line) => line.trim());
		assert.equal(lines.shift(), 'sequenceDiagram');
		const known = /^(?:participant [A-Z] as .+|[REVA]-?->>[REVA]: [^:;#]+|Note over [REVA]: [^:;#]+)$/;
		assert.deepEqual(
			lines.filter((line) => !known.test(line)),
			[],
		);
		assert.ok(lines.length > 10);
	});

	it('has the table of token/action.yml, which is made without outputs', () => {
		assert.equal(withTables(page.text, manifest), page.text);
		for (const name of Object.keys(manifest.inputs)) assert.ok(page.text.includes(`| \`${name}\` |`), name);
	});
});

describe('examples that mint', () => {
	it('use inputs that token/action.yml declares, with values that the action accepts', () => {
		const all = jobs
			.flat()
			.filter(isMint)
			.map((step) => step.with ?? {});
		assert.ok(all.length >= 5);
		for (const inputs of all) {
			assert.deepEqual(
				Object.keys(inputs).filter((name) => !(name in manifest.inputs)),
				[],
			);
			assert.doesNotThrow(() => outputsOf(inputs));
		}
	});

	it('use outputs that exist', () => {
		const references = jobs.flatMap(referencesOf).filter(({ step }) => step !== undefined && isMint(step));
		assert.ok(references.length >= 5);
		for (const { whole, name, step } of references)
			assert.ok(outputsOf(step?.with ?? {}).includes(name.toLowerCase()), whole);
		assert.deepEqual(
			page.jobs.flatMap(referencesOf).filter(({ step }) => step === undefined),
			[],
		);
	});

	it('keep expressions out of scripts', () => {
		const scripts = page.jobs.flat().flatMap(({ run }) => run ?? []);
		assert.ok(scripts.length >= 6);
		assert.deepEqual(
			scripts.filter((script) => script.includes('${{')),
			[],
		);
	});
});

describe('codes of the page about tokens', () => {
	it('of Entra ID are known to the action, which says the same of them', () => {
		const rows = rowsBelow(page, 'From Microsoft Entra ID, for a token:');
		assert.ok(rows.length >= 5);
		for (const [code = '', meaning] of rows) {
			const number = Number(code.replace(/\D/g, ''));
			assert.equal(AADSTS_ADVICE.get(number)?.meaning, meaning, code);
		}
	});
});
