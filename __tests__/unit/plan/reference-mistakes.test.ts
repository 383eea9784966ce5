// References that no vault has, and what is said of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ActionError } from '../../../src/errors.js';
import { LINES_INPUTS, type LinesInput } from '../../../src/input/line-grammar.js';
import type { Cloud } from '../../../src/plan/cloud.js';
import { parseReference } from '../../../src/plan/identifier.js';

const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

const PUBLIC: Cloud = {
	authorityHost: 'https://login.microsoftonline.com',
	vaultSuffix: 'vault.azure.net',
	vaultSuffixIsGiven: false,
	vaultScope: 'https://vault.azure.net/.default',
	oidcAudience: 'api://AzureADTokenExchange',
	graphHost: 'https://graph.microsoft.com',
	graphScope: 'https://graph.microsoft.com/.default',
	portalHost: 'https://portal.azure.com',
};

function parse(reference: string, input: LinesInput = 'secrets') {
	return parseReference({ input, number: 3, reference }, PUBLIC);
}

/** References with one mistake, for which the same is said, and what that must hold beside its words. */
const MISTAKES: readonly { readonly facts: readonly string[]; readonly references: readonly string[] }[] = [
	{ facts: ['"_"', '"-"', '"."'], references: ['sql_password', 'team_*', 'two_long words'] },
	{ facts: ['"."', '"-"', '"_"'], references: ['app.db_key'] },
	{
		facts: ['":"'],
		references: ['1password:x', 'api:https://a-b.vault.azure.net/secrets/db', 'http://a-b.vault.azure.net/secrets/db'],
	},
	{
		facts: ['https://VAULT.vault.azure.net/secrets/NAME'],
		references: [
			'https://a-b.vault.azure.net/secrets/db\u2028',
			'https://',
			'https:/a-b.vault.azure.net/secrets/db',
			'https://x@a-b.vault.azure.net/secrets/db',
		],
	},
	{ facts: ['space'], references: ['two words'] },
	{ facts: ['U+00E4'], references: ['pässword'] },
	{ facts: ['128', '127'], references: ['a'.repeat(128), `*${'a'.repeat(127)}`] },
	{ facts: ['"?"', '"*"'], references: ['te?m-*', 'https://a-b.vault.azure.net/secrets/db?api-version=7.4'] },
	{ facts: ['pattern', '| tag'], references: ['!team-a'] },
	{
		facts: ['version', 'pattern'],
		references: [`team-*/${VERSION}`, 'team-*/', `https://a-b.vault.azure.net/secrets/*/${VERSION}`],
	},
	{
		facts: ['"/"', 'version', '32 hex', 'NAME/VERSION', 'keyvault'],
		references: ['db/*', 'contoso/db', `db/g${VERSION}`, `db/${VERSION}g`, 'db/..'],
	},
	{ facts: ['"/"', 'NAME'], references: ['/db'] },
	{ facts: ['NAME'], references: ['', 'https://a-b.vault.azure.net/secrets/'] },
	{ facts: ['"/"', 'NAME', 'version'], references: ['db/'] },
	// The vault of the last ones stands before the name already.
	{
		facts: ['"/"', 'version', '32 hex', 'portal'],
		references: [
			'db/1',
			'db/4387e9f3-d6e1-4c45-9867-679a90fd0f79',
			`db/${VERSION}0`,
			`db/${VERSION.slice(1)}`,
			...['current', 'v2', 'db', `${VERSION}0`, '20260101-prod'].map(
				(version) => `https://a-b.vault.azure.net/secrets/db/${version}`,
			),
		],
	},
	{ facts: ['"latest"', 'version', 'NAME'], references: ['db/latest'] },
	{ facts: ['version', 'NAME', 'NAME/VERSION'], references: [`db/${VERSION}/x`] },
	{
		facts: ['https://VAULT.vault.azure.net/secrets/NAME'],
		references: ['https://a-b.vault.azure.net', 'https://a-b.vault.azure.net/'],
	},
	{
		facts: ['/secrets/', 'https://VAULT.vault.azure.net/secrets/NAME'],
		references: ['https://a-b.vault.azure.net/db', 'https://a-b.vault.azure.net/secret/db'],
	},
	{ facts: ['input keys'], references: ['https://a-b.vault.azure.net/keys/k'] },
	{ facts: ['input certificates'], references: ['https://a-b.vault.azure.net/certificates/exo'] },
];

function refusalOf(reference: string): ActionError {
	try {
		parse(reference);
	} catch (error) {
		if (error instanceof ActionError) return error;
	}
	throw new Error(`${reference} is not refused`);
}

for (const { facts, references } of MISTAKES)
	for (const reference of references)
		test(`${JSON.stringify(reference)} is refused by its line and with ${facts.join(', ')}`, () => {
			const { code, subject, problem, hint } = refusalOf(reference);
			assert.deepEqual([code, subject], ['LINE_INVALID', 'secrets line 3']);
			for (const fact of facts) assert.ok(`${problem} ${hint}`.includes(fact), `${fact}: ${problem} ${hint}`);
		});

test('references of one mistake are told the same, and nothing that another mistake is told', () => {
	const told = MISTAKES.map(({ references }) => new Set(references.map((one) => refusalOf(one).message)));
	for (const [index, messages] of told.entries()) assert.equal(messages.size, 1, MISTAKES[index]?.references[0]);
	assert.equal(new Set(told.flatMap((messages) => [...messages])).size, MISTAKES.length);
});

for (const [input, other] of LINES_INPUTS.flatMap((one) =>
	LINES_INPUTS.filter((two) => two !== one).map((two) => [one, two] as const),
)) {
	test(`an identifier of ${other} under ${input} is told where it belongs, in any case`, () => {
		for (const spelled of [other, other.toUpperCase()]) {
			assert.throws(
				() => parse(`https://a-b.vault.azure.net/${spelled}/*`, input),
				({ code, subject, hint }: ActionError) =>
					code === 'LINE_INVALID' && subject === `${input} line 3` && hint?.includes(`input ${other}`) === true,
			);
		}
	});
}
