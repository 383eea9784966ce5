// What holds of the plan for any text whatever, and for any list that is as it should be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ActionError, ActionErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import type { Line } from '../../../src/input/line-grammar.js';
import { makePlan, type Plan } from '../../../src/plan/plan.js';
import { makeInputs } from '../setup.js';

const CERTIFICATE_OUTPUTS = ['', '-thumbprint', '-subject', '-expires-on', '-version', '-cer'];

function outputsOf(input: Line['input'], output: string): readonly string[] {
	const suffixes = input === 'certificates' ? CERTIFICATE_OUTPUTS : [''];
	return suffixes.map((suffix) => `${output}${suffix}`.toLowerCase());
}

function plan(inputs: Readonly<Record<string, string>>): Plan {
	return makePlan(readPlanInputs(makeInputs(inputs)));
}

const pieces = fc.constantFrom(
	...[
		'\n',
		',',
		'=',
		'|',
		'#',
		' ',
		'/',
		':',
		'.',
		'-',
		'_',
		'*',
		'@',
		'?',
		'%2e',
		'\\',
		'a',
		'B',
		'1',
		'\u3002',
		'\u212a',
	],
	...['https://', 'contoso', '.vault.azure.net', '/secrets/', '/certificates/', '4387e9f3d6e14c459867679a90fd0f79'],
);
const spelled = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const hosts = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.constantFrom('contoso.vault.azure.net', 'a-b.vault.example', 'localhost:8443', 'a.localhost'),
	},
	fc.domain(),
	spelled,
);
const words = fc.oneof({ weight: 9, arbitrary: fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,3}$/) }, spelled);
const entries = fc.oneof(
	words,
	fc.tuple(words, words).map((pair) => pair.join(' = ')),
	fc.tuple(hosts, words).map(([host, name]) => `https://${host}/secrets/${name}`),
);
const texts = fc.oneof(
	{ weight: 9, arbitrary: fc.array(entries, { maxLength: 4 }).map((list) => list.join(', ')) },
	fc.string({ unit: 'binary' }),
);
const vaults = fc.oneof(
	fc.constantFrom('contoso', ''),
	hosts.map((host) => `https://${host}`),
	words,
);
const suffixes = fc.constantFrom('', 'localhost', 'vault.example');

test('for any text the plan is made, with hosts under the suffix and each output once, or ActionErrors are thrown', () => {
	const inputs = fc.record({
		keyvault: vaults,
		secrets: texts,
		certificates: texts,
		'vault-suffix': suffixes,
	});
	let made = 0;
	fc.assert(
		fc.property(inputs, (given) => {
			try {
				const { items, destinations } = plan(given);
				made += 1;
				for (const { vaultUrl } of items) {
					const { protocol, hostname, origin } = new URL(vaultUrl);
					assert.deepEqual([protocol, origin], ['https:', vaultUrl]);
					const suffix = given['vault-suffix'] || 'vault.azure.net';
					assert.ok(hostname.endsWith(`.${suffix}`) || (given['vault-suffix'] !== '' && hostname === suffix), hostname);
				}
				const outputs = destinations.flatMap(({ line, output }) => outputsOf(line.input, output));
				assert.equal(new Set(outputs).size, outputs.length);
				for (const output of outputs) assert.match(output, /^(?!secrets$|expiring$)[a-z_][a-z0-9_-]*$/);
			} catch (error) {
				assert.ok(error instanceof ActionError || error instanceof ActionErrors, `${error}`);
			}
		}),
		{ numRuns: 3_000 },
	);
	assert.ok(made > 100, `only ${made} of the texts were good ones`);
});

interface Wanted {
	readonly input: Line['input'];
	readonly vault: string | undefined;
	readonly name: string;
	readonly version: string | undefined;
	readonly output: string | undefined;
}

const word = (first: string, rest: string, maxLength: number) =>
	fc
		.tuple(fc.constantFrom(...first), fc.string({ unit: fc.constantFrom(...rest), maxLength }))
		.map((parts) => parts.join(''));

const wanted: fc.Arbitrary<Wanted> = fc.record({
	input: fc.constantFrom('secrets', 'certificates'),
	vault: fc.option(fc.constantFrom('https://contoso.vault.azure.net', 'https://other.vault.azure.net'), {
		nil: undefined,
	}),
	name: word('aB1-', 'aB1-', 4),
	version: fc.option(fc.constantFrom('0'.repeat(32), '4387e9f3d6e14c459867679a90fd0f79'), { nil: undefined }),
	output: fc.option(word('aB_', 'aB1_-', 3), { nil: undefined }),
});
const glue = fc.record({
	space: fc.constantFrom('', ' ', '\t '),
	end: fc.constantFrom(',', '\n', '\r\n', '\n# a, b = c\n', '\n\n'),
});

function print({ input, vault, name, version, output }: Wanted, space: string): string {
	const assignment = output === undefined ? '' : `${output}${space}=${space}`;
	return `${space}${assignment}${vault === undefined ? '' : `${vault}/${input}/`}${name}${version === undefined ? '' : `/${version}`}${space}`;
}

// The plan without what the way of writing decides: the lines' numbers, and the case of names of one object.
function essence({ cloud, items, destinations }: Plan) {
	return {
		cloud,
		items,
		destinations: destinations.map(({ line, output, item }) => ({ input: line.input, output, item })),
	};
}

function addressOf({ vault, input, name, version }: Wanted): string {
	return `${vault ?? 'https://contoso.vault.azure.net'}/${input}/${name.toLowerCase()}/${version ?? ''}`;
}

// Independent of the plan: do two different destinations share an output, case aside?
function clashes(list: readonly Wanted[]): boolean {
	const makers = list.flatMap((one) => {
		const output = one.output ?? (/^[1-]/.test(one.name) ? `_${one.name}` : one.name);
		return outputsOf(one.input, output).map((name) => [name, `${output} = ${addressOf(one)}`] as const);
	});
	const firstMaker = new Map([...makers].reverse());
	return makers.some(([name, maker]) => firstMaker.get(name) !== maker);
}

test('for any valid list: what is written is what is planned, and printing and re-parsing gives the same plan', () => {
	const lists = fc.array(fc.tuple(wanted, glue), { minLength: 1, maxLength: 8 });
	let clashing = 0;
	fc.assert(
		fc.property(lists, (list) => {
			const write = (input: Line['input']) =>
				list
					.filter(([one]) => one.input === input)
					.map(([one, { space, end }]) => print(one, space) + end)
					.join('');
			const inputs = { keyvault: 'contoso', secrets: write('secrets'), certificates: write('certificates') };
			const inOrder = [
				...list.filter(([{ input }]) => input === 'secrets'),
				...list.filter(([{ input }]) => input === 'certificates'),
			].map(([one]) => one);
			if (clashes(inOrder)) {
				clashing += 1;
				assert.throws(
					() => plan(inputs),
					(error) => error instanceof ActionErrors && error.errors.every(({ code }) => code === 'OUTPUT_CLASH'),
				);
				return;
			}
			const first = plan(inputs);
			assert.deepEqual(
				first.items
					.map(({ vaultUrl, collection, name, version }) =>
						addressOf({ vault: vaultUrl, input: collection, name, version, output: undefined }),
					)
					.sort(),
				[...new Set(inOrder.map(addressOf))].sort(),
			);
			const reprint = (input: Line['input']) =>
				first.destinations
					.filter(({ line }) => line.input === input)
					.map(({ output, item }) => print({ ...item, input, vault: item.vaultUrl, output }, ' '))
					.join('\n');
			const second = plan({ secrets: reprint('secrets'), certificates: reprint('certificates') });
			assert.deepEqual(essence(second), essence(first));
		}),
		{ numRuns: 1_000 },
	);
	assert.ok(clashing > 10 && clashing < 900, `${clashing} of 1000 lists clashed`);
});
