// References that no vault has, and what is said of each.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ActionError } from '../../../src/errors.js';
import { LINES_INPUTS, type LinesInput } from '../../../src/input/line-grammar.js';
import type { Cloud } from '../../../src/plan/cloud.js';
import { parseReference } from '../../../src/plan/identifier.js';
import { type Mistake, testMistakes } from '../../support/mistakes.js';

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

const MISTAKES: readonly Mistake[] = [
	{ facts: ['"_"', '"-"', '"."'], texts: ['sql_password', 'team_*', 'two_long words'] },
	{ facts: ['"."', '"-"', '"_"'], texts: ['app.db_key'] },
	{
		facts: ['":"'],
		texts: ['1password:x', 'api:https://a-b.vault.azure.net/secrets/db', 'http://a-b.vault.azure.net/secrets/db'],
	},
	{
		facts: ['https://VAULT.vault.azure.net/secrets/NAME'],
		texts: [
			'https://a-b.vault.azure.net/secrets/db\u2028',
			'https://',
			'https:/a-b.vault.azure.net/secrets/db',
			'https://x@a-b.vault.azure.net/secrets/db',
		],
	},
	{ facts: ['space'], texts: ['two words'] },
	{ facts: ['U+00E4'], texts: ['pässword'] },
	{ facts: ['128', '127'], texts: ['a'.repeat(128), `*${'a'.repeat(127)}`] },
	{ facts: ['"?"', '"*"'], texts: ['te?m-*', 'https://a-b.vault.azure.net/secrets/db?api-version=7.4'] },
	{ facts: ['pattern', '| tag'], texts: ['!team-a'] },
	{
		facts: ['version', 'pattern'],
		texts: [`team-*/${VERSION}`, 'team-*/', `https://a-b.vault.azure.net/secrets/*/${VERSION}`],
	},
	{
		facts: ['"/"', 'version', '32 hex', 'NAME/VERSION', 'keyvault'],
		texts: ['db/*', 'contoso/db', `db/g${VERSION}`, `db/${VERSION}g`, 'db/..'],
	},
	{ facts: ['"/"', 'NAME'], texts: ['/db'] },
	{ facts: ['NAME'], texts: ['', 'https://a-b.vault.azure.net/secrets/'] },
	{ facts: ['"/"', 'NAME', 'version'], texts: ['db/'] },
	// The vault of the last ones stands before the name already.
	{
		facts: ['"/"', 'version', '32 hex', 'portal'],
		texts: [
			'db/1',
			'db/4387e9f3-d6e1-4c45-9867-679a90fd0f79',
			`db/${VERSION}0`,
			`db/${VERSION.slice(1)}`,
			...['current', 'v2', 'db', `${VERSION}0`, '20260101-prod'].map(
				(version) => `https://a-b.vault.azure.net/secrets/db/${version}`,
			),
		],
	},
	{ facts: ['"latest"', 'version', 'NAME'], texts: ['db/latest'] },
	{ facts: ['version', 'NAME', 'NAME/VERSION'], texts: [`db/${VERSION}/x`] },
	{
		facts: ['https://VAULT.vault.azure.net/secrets/NAME'],
		texts: ['https://a-b.vault.azure.net', 'https://a-b.vault.azure.net/'],
	},
	{
		facts: ['/secrets/', 'https://VAULT.vault.azure.net/secrets/NAME'],
		texts: ['https://a-b.vault.azure.net/db', 'https://a-b.vault.azure.net/secret/db'],
	},
	{ facts: ['input keys'], texts: ['https://a-b.vault.azure.net/keys/k'] },
	{ facts: ['input certificates'], texts: ['https://a-b.vault.azure.net/certificates/exo'] },
];

describe('a reference that no vault has', () => {
	testMistakes(MISTAKES, (text) => parse(text), { code: 'LINE_INVALID', subject: 'secrets line 3' });
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
