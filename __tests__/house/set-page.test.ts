// The page about the set action, and the lines that write on the page about lines: what they say is what comes of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest, withTables } from '../../scripts/readme-tables.js';
import { toPem } from '../../src/certificate/pem.js';
import { splitLines } from '../../src/input/line-grammar.js';
import { readSetLines, readSetOptions } from '../../src/input/set-inputs.js';
import type { SetInput } from '../../src/input/set-lines.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { chooseSetVault, planSetLines } from '../../src/plan/set-plan.js';
import { issue } from '../support/certificates.js';
import { fillInputs, type Inputs, readPage, referencesOf, type Step } from '../support/page.js';
import { SetWorld } from '../support/set-world.js';
import { readText } from '../support/source.js';

const GUID = '00000000-0000-4000-8000-000000000000';
const page = readPage('docs/set.md');
const manifest = readManifest(readText('set/action.yml'));
const jobs = [...page.jobs, ...readPage('README.md').jobs];

function isSet({ uses }: Step): boolean {
	return uses?.startsWith('OWNER/azure-key-vault-action/set@') ?? false;
}

/** The outputs of these inputs; if they are wrong, this throws. */
function outputsOf(given: Inputs): readonly string[] {
	const filled = fillInputs({ 'client-secret': 'secret', ...given }, GUID);
	const inputs = { input: (name: string) => filled.get(name) ?? '', variable: () => undefined };
	readSignInInputs(inputs);
	readSetOptions(inputs);
	chooseSetVault(inputs);
	return planSetLines(readSetLines(inputs), ({ output, modifiers }) => {
		const isShown = modifiers.kind === 'secrets' && modifiers.output;
		return [...(isShown ? [output] : []), `${output}-version`, `${output}-changed`];
	}).flat();
}

describe('the page about writing', () => {
	it('begins with a whole workflow, by line 20', () => {
		assert.ok(page.text.split('\n').indexOf('```yaml') < 20);
		assert.equal(page.jobs[0]?.filter(isSet).length, 1);
	});

	it('has the table of the manifest', () => {
		assert.equal(withTables(page.text, manifest), page.text);
	});

	it('keeps runs apart in each of its workflows, and cancels none', () => {
		assert.ok(page.workflows.length >= 2);
		for (const workflow of page.workflows) {
			assert.match(JSON.stringify(workflow), /"concurrency":\{"group":"[\w-]+","cancel-in-progress":false\}/);
		}
	});

	it('has examples that the action takes, whose outputs exist, with expressions in no script', () => {
		const steps = jobs.flat().filter(isSet);
		assert.ok(steps.length >= 6);
		for (const { with: inputs = {} } of steps) {
			assert.deepEqual(
				Object.keys(inputs).filter((name) => !(name in manifest.inputs)),
				[],
			);
			assert.ok(outputsOf(inputs).length > 0);
		}
		for (const { name, step, whole } of page.jobs.flatMap(referencesOf)) {
			assert.ok(step !== undefined, whole);
			if (isSet(step)) assert.ok(outputsOf(step.with ?? {}).includes(name), whole);
		}
		for (const { run } of page.jobs.flat()) assert.doesNotMatch(run ?? '', /\$\{\{/);
	});

	it('hands no value to a program as an argument', () => {
		for (const { run = '' } of page.jobs.flat()) {
			for (const line of run.split('\n'))
				assert.ok(!/(?:--arg|password|-pass)[ =]"?\$/i.test(line.replace(/^PGPASSWORD="[^"]+"/, '')), line);
		}
	});
});

const TLS = issue('www', { kind: 'ec' });
const ENVIRONMENT = {
	variables: {
		API_KEY: 'k3y-0f-today',
		TLS: `${toPem('PRIVATE KEY', TLS.pkcs8)}${toPem('CERTIFICATE', TLS.certificate)}`,
	},
	files: { 'motd.txt': 'Good morning', 'logo.png': Buffer.from('89504e47', 'hex') },
};

/** The rows of the tables whose head is this, as input, line and what is said of it. */
function rowsOf(said: 'Stored' | 'Message') {
	const text = readText('docs/grammar.md').replaceAll('\r\n', '\n');
	const pattern = new RegExp(`^\\| \`(\\w+)\` of \`set\` \\| ${said} \\|\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'gm');
	return [...text.matchAll(pattern)].flatMap(([, input = '', body = '']) =>
		body
			.trimEnd()
			.split('\n')
			.map((row) => {
				const [, line = '', rest = ''] = /^\| `(.*?)` \| (.*) \|$/.exec(row) ?? [];
				return { input: input as SetInput, line: line.replaceAll('\\|', '|'), said: rest.replaceAll('\\|', '|') };
			}),
	);
}

describe('lines that write, on the page about lines', () => {
	it('are there', () => {
		assert.ok(rowsOf('Stored').length >= 9 && rowsOf('Message').length >= 10);
	});

	for (const { input, line, said } of rowsOf('Stored')) {
		it(`store what the page says: ${line}`, async () => {
			const world = new SetWorld();
			const { succeeded, errors, outputs } = await world.run({ [input]: line }, ENVIRONMENT);
			assert.ok(succeeded, errors.join('\n'));
			const [, name = ''] = /^(\S+) </.exec(line) ?? [];
			const { tags = {}, ...stored } = world.vault.findSecret(name) ?? assert.fail(name);
			const expected = [...said.matchAll(/the tags? ((?:`[^`]+`(?: and )?)+)/g)].flatMap(([, list = '']) =>
				[...list.matchAll(/`([^`=]+)=([^`]+)`/g)].map(([, key, value]) => [key, value]),
			);
			assert.deepEqual(tags, Object.fromEntries(expected));
			if (input === 'certificates') {
				const { exportable, certificate } = world.vault.findCertificate(name) ?? assert.fail(name);
				assert.ok(certificate.der.equals(TLS.certificate));
				assert.equal(exportable, !said.includes('cannot be read again'));
				return;
			}
			const [, length] = /^(\d+) letters and digits/.exec(said) ?? [];
			if (length === undefined) assert.ok(said.startsWith(`\`${stored.value}\``), said);
			else assert.match(stored.value, new RegExp(`^[0-9A-Za-z]{${length}}$`));
			assert.equal(outputs[name] !== undefined, said.includes(`the output \`${name}\``));
			assert.equal(stored.contentType, /the type `([^`]+)`/.exec(said)?.[1]);
			assert.equal(stored.expires !== undefined, said.includes('in 90 days'));
		});
	}

	for (const { input, line, said } of rowsOf('Message')) {
		it(`are told what the page says: ${line}`, async () => {
			assert.ok(splitLines(input, line).length > 0);
			const { errors, requests } = await new SetWorld().run({ [input]: line }, ENVIRONMENT);
			assert.equal(`\`${errors.join('\n').replace(/ It is entry 2 of the line\.$/, '')}\``, said);
			assert.equal(requests.length, 0);
		});
	}
});
