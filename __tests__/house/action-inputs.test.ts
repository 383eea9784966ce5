// House rule: an action's manifest is the source for inputs and outputs, and says what the program does.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, it, test } from 'node:test';
import { parse } from 'yaml';
import { type CloudInputs, readCloudInputs } from '../../src/input/cloud-inputs.js';
import { readExpiryInputs, readExpiryOptions } from '../../src/input/expiry-inputs.js';
import { MISPLACED, readFetchOptions, readPlanInputs } from '../../src/input/fetch-inputs.js';
import { readRotationInputs, readRotationOptions } from '../../src/input/rotate-inputs.js';
import { readCertificatePassword, readSetKeyvault, readSetLines, readSetOptions } from '../../src/input/set-inputs.js';
import { readSignInInputs } from '../../src/input/sign-in-inputs.js';
import { readTokenInputs, readTokenSummary } from '../../src/input/token-inputs.js';
import { chooseCloud } from '../../src/plan/cloud.js';
import { RESERVED_OUTPUTS } from '../../src/plan/destination.js';
import type { StepInputs } from '../../src/ports.js';
import { makeInputs } from '../support/make-ports.js';
import { readSource, readText, withoutComments } from '../support/source.js';

interface Described {
	readonly description: string;
	readonly default?: unknown;
	readonly required?: boolean;
}

interface ActionFile {
	readonly inputs: Readonly<Record<string, Described>>;
	readonly outputs?: Readonly<Record<string, Described>>;
	readonly runs: { readonly using: string; readonly main: string };
}

/** An action, and how its program reads inputs. */
interface Action {
	readonly manifest: string;
	/** Everything that the program makes of inputs beside those that sign in. */
	readonly read: (inputs: StepInputs) => { readonly cloud: CloudInputs | undefined };
	/** Without these nothing can be read. */
	readonly needed: Readonly<Record<string, string>>;
	/** Inputs that have a default. */
	readonly defaults: readonly string[];
	/** Outputs that are always there. */
	readonly outputs: readonly string[];
}

const ACTIONS: readonly Action[] = [
	{
		manifest: 'action.yml',
		read: (inputs) => ({ ...readPlanInputs(inputs), ...readFetchOptions(inputs) }),
		needed: { secrets: 'db' },
		defaults: ['cloud', 'expiry-warning-days', 'export-env', 'ignore-missing', 'summary'],
		outputs: RESERVED_OUTPUTS,
	},
	{
		manifest: 'token/action.yml',
		read: (inputs) => ({ ...readTokenInputs(inputs), summary: readTokenSummary(inputs) }),
		needed: { certificate: 'exo', scopes: 'EXO = https://outlook.office365.com/.default' },
		defaults: ['cloud', 'export-env', 'summary'],
		outputs: [],
	},
	{
		manifest: 'rotate/action.yml',
		read: (inputs) => ({ ...readRotationInputs(inputs), options: readRotationOptions(inputs) }),
		needed: { keyvault: 'contoso', secret: 'api', 'app-id': '00000000-0000-4000-8000-000000000000' },
		defaults: ['cloud', 'dry-run', 'force', 'renew-before-days', 'summary'],
		outputs: ['rotated', 'version', 'expires-on', 'key-id', 'thumbprint'],
	},
	{
		manifest: 'expiry/action.yml',
		read: (inputs) => ({ ...readExpiryInputs(inputs), options: readExpiryOptions(inputs) }),
		needed: { keyvaults: 'contoso' },
		defaults: ['cloud', 'expiry-warning-days', 'summary', 'tenant-apps'],
		outputs: ['expired', 'expiring', 'count', 'report-path', 'markdown'],
	},
	{
		manifest: 'set/action.yml',
		read: (inputs) => ({
			cloud: readCloudInputs(inputs),
			keyvault: readSetKeyvault(inputs),
			options: readSetOptions(inputs),
			lines: readSetLines(inputs),
			password: readCertificatePassword(inputs),
		}),
		needed: { keyvault: 'contoso', secrets: 'db < env DB' },
		defaults: ['cloud', 'disable-previous', 'dry-run', 'recover', 'summary'],
		outputs: [],
	},
];

/** Inputs of which an action says something of its own: the rotation refuses them, the tokens take them with a certificate. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
	rotate: ['access-token', 'auth-method'],
	token: ['tenant-id', 'access-token', 'auth-method'],
	expiry: ['tenant-id', 'access-token', 'auth-method'],
};

const files = new Map(ACTIONS.map(({ manifest }) => [manifest, parse(readText(manifest)) as ActionFile]));

/** Inputs that the root action looks for to say what they are called here. */
const MISTAKEN: ReadonlySet<string> = new Set(Object.values(MISPLACED).flat());

// Returns what a program asks for if only the inputs are given that it cannot do without.
function askedFor(read: (inputs: StepInputs) => unknown, needed: Action['needed'] = {}) {
	const inputs = new Set<string>();
	const variables = new Set<string>();
	read({
		input: (name) => {
			inputs.add(name);
			return needed[name] ?? '';
		},
		variable: (name) => {
			variables.add(name);
			return undefined;
		},
	});
	return { inputs: [...inputs].sort(), variables: [...variables].sort() };
}

for (const { manifest, read, needed, defaults, outputs } of ACTIONS) {
	const file = files.get(manifest) ?? assert.fail(manifest);
	const readAll = (inputs: StepInputs) => {
		const { cloud, ...rest } = read(inputs);
		return {
			...rest,
			cloud: chooseCloud(cloud ?? assert.fail('the inputs of the cloud')),
			signIn: readSignInInputs(inputs),
		};
	};
	const asked = askedFor(readAll, needed);

	describe(manifest, () => {
		it('declares every input that the program reads, and no other', () => {
			const own = asked.inputs.filter((name) => name in file.inputs || !MISTAKEN.has(name));
			assert.deepEqual(own, Object.keys(file.inputs).sort());
		});

		it('names every variable that stands in for an input', () => {
			const described = Object.values(file.inputs).flatMap(
				({ description }) => description.match(/AZURE_[A-Z_]+/g) ?? [],
			);
			assert.deepEqual([...described].sort(), asked.variables);
		});

		it('has the defaults of the program', () => {
			const declared = Object.entries(file.inputs).flatMap(([name, one]) =>
				one.default === undefined ? [] : [[name, one.default] as const],
			);
			for (const [name, value] of declared) assert.equal(typeof value, 'string', `the default of ${name} is no text`);
			const given = Object.fromEntries(declared.map(([name, value]) => [name, `${value}`]));
			assert.deepEqual(readAll(makeInputs({ ...given, ...needed })), readAll(makeInputs(needed)));
			assert.deepEqual(Object.keys(given).sort(), defaults);
		});

		it('requires no input, since another one or a variable can stand in, and an error says more', () => {
			assert.deepEqual(
				Object.entries(file.inputs).filter(([, { required }]) => required),
				[],
			);
		});

		it('describes every input and output', () => {
			for (const [name, { description }] of Object.entries({ ...file.inputs, ...file.outputs })) {
				assert.match(description ?? '', /\.$/, name);
			}
		});

		it('has the outputs that are always there', () => {
			assert.deepEqual(Object.keys(file.outputs ?? {}).sort(), [...outputs].sort());
		});

		it('runs on Node 24, from a file that is there', () => {
			assert.equal(file.runs.using, 'node24');
			assert.ok(readText(join(dirname(manifest), file.runs.main)).length > 0);
		});
	});
}

test('no name that is mistaken for an input of the root action is one', () => {
	const declared = Object.keys(files.get('action.yml')?.inputs ?? {});
	assert.deepEqual(
		declared.filter((name) => MISTAKEN.has(name)),
		[],
	);
});

test('all actions sign in by the same inputs, and say the same of them', () => {
	const { inputs } = askedFor((given) => [readSignInInputs(given), readCloudInputs(given)]);
	assert.ok(inputs.length >= 10);
	for (const name of inputs) {
		const saying = [...files].filter(([manifest]) => !OWN_WORDS[dirname(manifest)]?.includes(name));
		const texts = saying.map(([, file]) => JSON.stringify(file.inputs[name]));
		assert.equal(new Set(texts).size, 1, name);
	}
});

test('only src/input reads inputs, so that these tests see them all', () => {
	const readers = readSource().filter(({ text }) =>
		/\binputs?\.(?:input|variable)\(|\bgetInput\b/.test(withoutComments(text)),
	);
	assert.deepEqual(
		readers
			.map(({ path }) => path)
			.filter((path) => !path.startsWith('src/input/') && path !== 'src/entry/real-ports.ts'),
		[],
	);
});
