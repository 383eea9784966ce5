// References that no vault has, and what is said of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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

// What is refused, and what the error says of it.
const refusals: readonly (readonly [string, string])[] = [
	[
		'sql_password',
		'the name has an underscore ("_") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'app.db_key',
		'the name has a dot (".") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'team_*',
		'the name has an underscore ("_") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'two_long words',
		'the name has an underscore ("_") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	['1password:x', 'the name has ":" in it. Names in a vault have letters, digits and hyphens.'],
	[
		'api:https://a-b.vault.azure.net/secrets/db',
		'the name has ":" in it. Names in a vault have letters, digits and hyphens.',
	],
	[
		'https://a-b.vault.azure.net/secrets/db\u2028',
		'the identifier has no address of a vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	['two words', 'the name has a space in it. Names in a vault have letters, digits and hyphens.'],
	['pässword', 'the name has U+00E4 in it. Names in a vault have letters, digits and hyphens.'],
	['a'.repeat(128), 'the name has 128 characters. Names in a vault have at most 127.'],
	[`*${'a'.repeat(127)}`, 'the name has 128 characters. Names in a vault have at most 127.'],
	[
		'te?m-*',
		'the name has "?" in it. Names in a vault have letters, digits and hyphens. "*" stands for any characters.',
	],
	['!team-a', 'a pattern cannot leave names out. Choose with | tag, or give each name its own line.'],
	[
		`team-*/${VERSION}`,
		'a version follows the pattern. Leave it out: a pattern takes the latest version of each match.',
	],
	['team-*/', 'a version follows the pattern. Leave it out: a pattern takes the latest version of each match.'],
	[
		`https://a-b.vault.azure.net/secrets/*/${VERSION}`,
		'a version follows the pattern. Leave it out: a pattern takes the latest version of each match.',
	],
	[
		'db/*',
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	['/db', 'no name stands before the "/". Write NAME.'],
	['', 'the name is missing. Write NAME.'],
	['db/', 'nothing follows the "/". Write NAME alone to get the latest version.'],
	[
		'db/1',
		'what follows the "/" is not a version, which has 32 hex digits. Copy the version from the identifier that the portal shows.',
	],
	['db/latest', '"latest" is not a version. Write NAME alone to get the latest version.'],
	[
		'contoso/db',
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	[
		'db/4387e9f3-d6e1-4c45-9867-679a90fd0f79',
		'what follows the "/" is not a version, which has 32 hex digits. Copy the version from the identifier that the portal shows.',
	],
	[
		`db/g${VERSION}`,
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	[
		`db/${VERSION}g`,
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	[
		`db/${VERSION}0`,
		'what follows the "/" is not a version, which has 32 hex digits. Copy the version from the identifier that the portal shows.',
	],
	[
		`db/${VERSION.slice(1)}`,
		'what follows the "/" is not a version, which has 32 hex digits. Copy the version from the identifier that the portal shows.',
	],
	[
		'db/..',
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	[`db/${VERSION}/x`, 'something follows the version. Write NAME or NAME/VERSION.'],
	[
		'http://a-b.vault.azure.net/secrets/db',
		'the name has ":" in it. Names in a vault have letters, digits and hyphens.',
	],
	['https://', 'the identifier has no address of a vault. Write https://VAULT.vault.azure.net/secrets/NAME.'],
	[
		'https:/a-b.vault.azure.net/secrets/db',
		'the identifier has no address of a vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://a-b.vault.azure.net',
		'the identifier names a vault, and nothing in it. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://x@a-b.vault.azure.net/secrets/db',
		'the identifier has no address of a vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://a-b.vault.azure.net/',
		'the identifier names a vault, and nothing in it. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://a-b.vault.azure.net/db',
		'the identifier has no /secrets/ after the vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://a-b.vault.azure.net/secret/db',
		'the identifier has no /secrets/ after the vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	['https://a-b.vault.azure.net/secrets/', 'the name is missing. Write NAME.'],
	[
		'https://a-b.vault.azure.net/secrets/db?api-version=7.4',
		'the name has "?" in it. Names in a vault have letters, digits and hyphens. "*" stands for any characters.',
	],
	// The vault stands before the name already.
	...['current', 'v2', 'db', `${VERSION}0`, '20260101-prod'].map(
		(version) =>
			[
				`https://a-b.vault.azure.net/secrets/db/${version}`,
				'what follows the "/" is not a version, which has 32 hex digits. Copy the version from the identifier that the portal shows.',
			] as const,
	),
	['https://a-b.vault.azure.net/keys/k', `the identifier is one of the vault's keys. Move the line to the input keys.`],
	[
		'https://a-b.vault.azure.net/certificates/exo',
		`the identifier is one of the vault's certificates. Move the line to the input certificates.`,
	],
];

for (const [text, problem] of refusals) {
	test(`${text.replace('\u2028', '\\u2028')} is refused: ${problem}`, () => {
		assert.throws(() => parse(text), { code: 'LINE_INVALID', message: `secrets line 3: ${problem}` });
	});
}

for (const [input, other] of LINES_INPUTS.flatMap((one) =>
	LINES_INPUTS.filter((two) => two !== one).map((two) => [one, two] as const),
)) {
	test(`an identifier of ${other} under ${input} is told where it belongs, in any case`, () => {
		for (const spelled of [other, other.toUpperCase()]) {
			assert.throws(() => parse(`https://a-b.vault.azure.net/${spelled}/*`, input), {
				message: `${input} line 3: the identifier is one of the vault's ${other}. Move the line to the input ${other}.`,
			});
		}
	});
}
