// What holds of the plan for any text whatever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectedErrors } from '../../../src/errors.js';
import { readPlanInputs } from '../../../src/input/fetch-inputs.js';
import { outputNames } from '../../../src/plan/destination.js';
import { variableNameOf } from '../../../src/plan/output-names.js';
import { makePlan, type Plan } from '../../../src/plan/plan.js';
import { isRefusedVariable } from '../../../src/plan/refused-variables.js';
import { makeInputs } from '../../support/make-ports.js';

function plan(inputs: Readonly<Record<string, string>>): Plan {
	return makePlan({ ...readPlanInputs(makeInputs(inputs)), refuses: isRefusedVariable });
}

const SUBJECTS = /^(?:keyvault|vault-suffix|(?:secrets|certificates|keys)(?: line \d+)?)$/;

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
	...['| tag', '| json', '| file 3des', '| pem', '| attributes', '| public', '| unmasked | base64', '| store'],
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
	fc
		.tuple(words, fc.constantFrom('json a.0', 'tag a=b', 'file', 'attributes', 'pem', 'nonsense'))
		.map((pair) => pair.join(' | ')),
	words.map((word) => `${word}*`),
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

test('for any text the plan is made, with hosts under the suffix and each output and variable once, or an error names the line', () => {
	const inputs = fc.record({
		keyvault: vaults,
		secrets: texts,
		certificates: texts,
		keys: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, texts),
		'vault-suffix': suffixes,
		'export-env': fc.constantFrom('', 'true'),
	});
	let made = 0;
	fc.assert(
		fc.property(inputs, (given) => {
			try {
				const { destinations, patterns, exportEnv } = plan(given);
				made += 1;
				for (const vaultUrl of [...destinations.map(({ item }) => item), ...patterns].map((one) => one.vaultUrl)) {
					const { protocol, hostname, origin } = new URL(vaultUrl);
					assert.deepEqual([protocol, origin], ['https:', vaultUrl]);
					const suffix = given['vault-suffix'] || 'vault.azure.net';
					assert.ok(hostname.endsWith(`.${suffix}`) || (given['vault-suffix'] !== '' && hostname === suffix), hostname);
				}
				const outputs = destinations.flatMap(outputNames).map((name) => name.toLowerCase());
				for (const output of outputs) assert.match(output, /^(?!secrets$|expiring$)[a-z_][a-z0-9_-]*$/);
				const names = exportEnv ? outputs.map(variableNameOf) : outputs;
				assert.equal(new Set(names).size, outputs.length);
			} catch (error) {
				for (const { subject } of expectedErrors(error)) assert.match(`${subject}`, SUBJECTS);
			}
		}),
		{ numRuns: 3_000 },
	);
	assert.ok(made > 100, `only ${made} of the texts were good ones`);
});
