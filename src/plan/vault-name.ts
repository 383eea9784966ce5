// The names that vaults have, and what is wrong with a text that is none. Nothing of it is repeated but single characters:
// it may be a misplaced secret.
import type { Mistake } from '../input/modifier-mistakes.js';

// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;

/** Whether a vault may have this name. */
export function isVaultName(text: string): boolean {
	return VAULT_NAME.test(text);
}

const ALLOWED = "A vault's name has 3 to 24 letters, digits and hyphens";
const COPY = `${ALLOWED}: copy it from the portal.`;

const MISTAKES: readonly (readonly [RegExp, Mistake])[] = [
	[
		/\$\{\{|\}\}/,
		{
			problem: 'is an expression that was not evaluated.',
			hint: 'GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
		},
	],
	[/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'is in quotes.', hint: 'Write it without quotes.' }],
	[
		/[,;\r\n]/,
		{ problem: 'holds more than one vault.', hint: 'Name one. For objects of another vault, write full identifiers.' },
	],
	[/\s/, { problem: 'has a blank inside.', hint: COPY }],
	[
		/^http:/i,
		{ problem: 'begins with http, and vaults are reached by https only.', hint: 'Write the name of the vault alone.' },
	],
	[/^(?=[\w-]*_)[\w-]+$/, { problem: 'has an underscore ("_") in it.', hint: COPY }],
	[/^[a-z0-9-]{0,2}$/i, { problem: 'is too short for the name of a vault.', hint: COPY }],
	[/^[a-z0-9-]{25,64}$/i, { problem: 'is too long for the name of a vault.', hint: COPY }],
	[/^[0-9-][a-z0-9-]*$/i, { problem: 'does not begin with a letter, as vault names do.', hint: COPY }],
	[/^[a-z0-9-]*-$/i, { problem: 'ends with a hyphen, which vault names never do.', hint: COPY }],
	[
		/^[a-z0-9-]*--[a-z0-9-]*$/i,
		{ problem: 'has two hyphens in a row.', hint: `${ALLOWED}, and no two hyphens in a row.` },
	],
];

/** Returns what is wrong with a text that is neither a vault's name nor an address; undefined if that cannot be told. */
export function findVaultNameMistake(text: string): Mistake | undefined {
	return MISTAKES.find(([pattern]) => pattern.test(text))?.[1];
}
