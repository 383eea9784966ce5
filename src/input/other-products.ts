// References of other products, and other addresses of a vault's objects, that people write in a line.
import type { Mistake } from './modifier-mistakes.js';

const NAME = 'Write the NAME of an object of the vault';
const IDENTIFIER = 'Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.';

const VARIABLE: Mistake = {
	problem: 'a variable is not expanded here.',
	hint: `${NAME}.`,
};

/**
 * Tests of the text before the first "|", in this order. A pattern that is a text matches if a reference may
 * begin; a mistake that is a text names the product.
 */
const OTHER_PRODUCTS: readonly (readonly [pattern: RegExp | string, mistake: Mistake | string])[] = [
	[
		/@Microsoft\.KeyVault\s*\(/i,
		{ problem: 'App Service reads @Microsoft.KeyVault(\u2026), and this action does not.', hint: IDENTIFIER },
	],
	[
		/\$\{\{|\}\}/,
		{
			problem: 'an expression was not evaluated.',
			hint: 'GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
		},
	],
	['\\$env:', VARIABLE],
	[/\$[({A-Za-z_]|%[A-Za-z_]\w*%|\{\{/, VARIABLE],
	[
		'https?://(?:[a-z0-9-]+\\.)*portal\\.azure\\.',
		{ problem: 'this is the address of a page of the portal.', hint: IDENTIFIER },
	],
	[
		'(?:https://management\\.[a-z0-9.-]+)?/?subscriptions/',
		{ problem: 'this is the ID of an Azure resource.', hint: IDENTIFIER },
	],
	['op://', '1Password'],
	['vault:', 'HashiCorp Vault'],
	['(?:secret|[a-z0-9-]+/data)/', 'HashiCorp Vault'],
	['arn:|/aws/|(?:aws[a-z+-]*|ssm|secretsmanager):', 'Amazon Web Services'],
	['projects/[^/]*/|(?:gcp[a-z-]*|sm|gsm|google):', 'Google Cloud'],
	['(?:bws|bw|bitwarden):', 'Bitwarden'],
	['(?:doppler|infisical|akeyless|conjur|keeper|ksm):', 'another secret store'],
	[
		'ref\\+|(?:akv|azkv|azurekv|azurekeyvault|azure-key-vault|keyvault|azure|kv)://',
		{ problem: 'this is a reference of another tool.', hint: IDENTIFIER },
	],
	['https://[^?]*\\?', { problem: 'the identifier has a "?".', hint: 'Leave it out, and what follows it.' }],
	['http://', { problem: 'the identifier begins with http, and vaults are reached by https only.', hint: IDENTIFIER }],
	[
		'(?!https:)[a-z][a-z0-9+.-]*://',
		{ problem: 'the line begins with the scheme of another kind of address.', hint: IDENTIFIER },
	],
	[
		'[a-z0-9-]+\\.(?:vault|managedhsm)\\.[a-z]+\\.[a-z]+',
		{ problem: 'the identifier does not begin with https://.', hint: IDENTIFIER },
	],
	[
		'/?(?:secrets|certificates|keys)/',
		{ problem: 'the kind stands before the name.', hint: 'Write NAME alone: the input says which kind it is.' },
	],
];

/** Says which product, or which other address of a vault's object, a text is a reference of; undefined if of none. */
export function findOtherProduct(head: string): Mistake | undefined {
	const mistake = OTHER_PRODUCTS.find(([pattern]) => isFoundIn(head, pattern))?.[1];
	if (typeof mistake !== 'string') return mistake;
	return { problem: `this is a reference of ${mistake}.`, hint: `${NAME}.` };
}

// A reference may begin with the line, or after "OUTPUT =".
function isFoundIn(head: string, pattern: RegExp | string): boolean {
	return (typeof pattern === 'string' ? new RegExp(`^(?:[^=]*=\\s*)?(?:${pattern})`, 'i') : pattern).test(head);
}
