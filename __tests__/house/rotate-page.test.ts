// The page about rotation against the rotate action: examples must work, codes be known, tables be those of its manifest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { GRAPH_CODES } from '../../src/graph/graph-advice.js';
import { readRotationInputs, readRotationOptions } from '../../src/input/rotate-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { makeRotation } from '../../src/plan/rotation-decision.js';
import type { StepInputs } from '../../src/ports.js';
import { fillInputs, type Inputs, readPage, referencesOf, rowsBelow, type Step } from '../support/page.js';
import { readText } from '../support/source.js';

const GUID = '00000000-0000-4000-8000-000000000000';
const page = readPage('docs/rotate.md');
const manifest = readManifest(readText('rotate/action.yml'));
const jobs = [...page.jobs, ...readPage('README.md').jobs];
const OUTPUTS = Object.keys(manifest.outputs ?? {});

function isRotate({ uses }: Step): boolean {
	return uses?.startsWith('OWNER/azure-key-vault-action/rotate@') ?? false;
}

/** Reads everything that the program reads; if it is wrong, this throws. */
function readAll(inputs: StepInputs): void {
	readSignInInputs(inputs);
	makeRotation(readRotationInputs(inputs));
	readRotationOptions(inputs);
}

describe('the page about rotation', () => {
	it('begins with a whole workflow, by line 20', () => {
		assert.ok(page.text.split('\n').indexOf('```yaml') < 20);
		assert.equal(page.jobs[0]?.filter(isRotate).length, 1);
	});

	it('has the tables of the manifest', () => {
		assert.equal(withTables(page.text, manifest), page.text);
	});

	it('has a workflow by schedule, for several applications, by what expires and by an event', () => {
		const triggers = page.workflows.map(({ on }) => Object.keys(on as object)[0]);
		assert.deepEqual(triggers, [...Array(5).fill('schedule'), 'repository_dispatch']);
	});

	it('keeps two runs for one application apart in each of them, and cancels none', () => {
		for (const workflow of page.workflows) {
			const text = JSON.stringify(workflow);
			assert.match(text, /"concurrency":\{"group":"rotate-[^"]+","cancel-in-progress":false\}/);
			if (text.includes('"matrix"')) assert.match(text, /"fail-fast":false/);
		}
	});
});

describe('examples that rotate', () => {
	const all = jobs
		.flat()
		.filter(isRotate)
		.map((step): Inputs => step.with ?? {});

	it('use inputs that rotate/action.yml declares, with values that the action accepts', () => {
		assert.ok(all.length >= 5);
		for (const inputs of all) {
			assert.deepEqual(
				Object.keys(inputs).filter((name) => !(name in manifest.inputs)),
				[],
			);
			const filled = new Map([...fillInputs(inputs, GUID)]);
			if (filled.has('app-object-id')) filled.set('app-object-id', GUID.replace(/.$/, '1'));
			assert.doesNotThrow(() => readAll({ input: (name) => filled.get(name) ?? '', variable: () => undefined }));
		}
	});

	it('use outputs that exist, and keep expressions out of scripts', () => {
		const references = page.jobs.flatMap(referencesOf);
		assert.ok(references.length >= 2);
		for (const { whole, name, step } of references) {
			assert.ok(step !== undefined, whole);
			if (isRotate(step)) assert.ok(OUTPUTS.includes(name), whole);
		}
		for (const { run } of page.jobs.flat()) assert.doesNotMatch(run ?? '', /\$\{\{/);
	});
});

describe('codes of the page about rotation', () => {
	it('of Microsoft Graph are those that the action has advice for', () => {
		const rows = rowsBelow(page, 'From Microsoft Graph:');
		const codes = rows.map(([code = '']) => code.replaceAll('`', ''));
		assert.deepEqual([...codes].sort(), [...GRAPH_CODES].sort());
	});
});
