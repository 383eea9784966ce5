// The page about what expires against the expiry action: examples must work, tables be those of its manifest and its entries.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { readExpiryInputs, readExpiryOptions } from '../../src/input/expiry-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { makeExpiryPlan } from '../../src/plan/expiry-plan.js';
import type { StepInputs } from '../../src/ports.js';
import { makeRow } from '../support/expiry-report.js';
import { fillInputs, type Inputs, readPage, referencesOf, rowsBelow, type Step } from '../support/page.js';
import { readText } from '../support/source.js';

const GUID = '00000000-0000-4000-8000-000000000000';
const page = readPage('docs/expiry.md');
const manifest = readManifest(readText('expiry/action.yml'));
const steps = [...page.jobs, ...readPage('README.md').jobs].flat().filter(isExpiry);

function isExpiry({ uses }: Step): boolean {
	return uses?.startsWith('OWNER/azure-key-vault-action/expiry@') ?? false;
}

/** Reads everything that the program reads; if it is wrong, this throws. */
function readAll(inputs: StepInputs): void {
	readSignInInputs(inputs);
	makeExpiryPlan(readExpiryInputs(inputs));
	readExpiryOptions(inputs);
}

describe('the page about what expires', () => {
	it('begins with a whole workflow, by line 20', () => {
		assert.ok(page.text.split('\n').indexOf('```yaml') < 20);
		assert.equal(page.jobs[0]?.filter(isExpiry).length, 1);
	});

	it('has the tables of the manifest', () => {
		assert.equal(withTables(page.text, manifest), page.text);
	});

	it('has workflows for an issue, a message, a rotation and a pull request', () => {
		const triggers = page.workflows.map(({ on }) => (typeof on === 'string' ? on : Object.keys(on as object)[0]));
		assert.deepEqual(triggers, ['schedule', 'schedule', 'schedule', 'pull_request']);
	});

	it('describes each member of an entry', () => {
		const rows = rowsBelow(page, 'Each entry has these members, all of them always. Texts that are absent are empty:');
		const members = rows.flatMap(([names = '']) => names.replaceAll('`', '').split(', '));
		assert.deepEqual(members, Object.keys(makeRow({}).entry));
	});

	it('gives the examples inputs that the action declares and accepts', () => {
		assert.ok(steps.length >= 5);
		for (const { with: inputs = {} as Inputs } of steps) {
			assert.deepEqual(
				Object.keys(inputs).filter((name) => !(name in manifest.inputs)),
				[],
			);
			const filled = fillInputs(inputs, GUID);
			assert.doesNotThrow(() => readAll({ input: (name) => filled.get(name) ?? '', variable: () => undefined }));
		}
	});

	it('uses outputs that exist', () => {
		const references = page.jobs.flatMap(referencesOf).filter(({ step }) => step !== undefined && isExpiry(step));
		assert.ok(references.length >= 8);
		for (const { whole, name } of references) assert.ok(name in (manifest.outputs ?? {}), whole);
	});

	it('looks with an identity that may read, and rotates with another', () => {
		const clients = page.workflows.flatMap(({ jobs }) =>
			Object.values(jobs).flatMap(({ steps: ofJob = [] }) =>
				ofJob.filter(({ uses = '' }) => uses.startsWith('OWNER/')).map((step) => [step.uses, step.with?.['client-id']]),
			),
		);
		const looking = clients.filter(([uses]) => uses?.includes('/expiry@')).map(([, client]) => client);
		const rotating = clients.filter(([uses]) => uses?.includes('/rotate@')).map(([, client]) => client);
		assert.equal(rotating.length, 1);
		for (const client of rotating) assert.ok(!looking.includes(client));
	});
});
