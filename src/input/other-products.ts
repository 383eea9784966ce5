// References of other products, and other addresses of a vault's objects, that people write in a line.
import type { Mistake } from './modifier-mistakes.js';

const NAME = 'Write the NAME of an object of the vault';
const IDENTIFIER = 'Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.';

function of(product: string): Mistake {
	return { problem: `this is a reference of ${product}.`, hint: `${NAME}.` };
}

const VARIABLE: Mistake = {
	problem: 'a variable is not expanded here.',
	hint: `${NAME}.`,
};

/** Where a reference may begin: with the line, or after "OUTPUT =". */
const START = '^(?:[^=]*=\\s*)?';

function begins(pattern: string): RegExp {
	return new RegExp(`${START}(?:${pattern})`, 'i');
}

/** What is tested of the text before the first "|", in this order. */
export const OTHER_PRODUCTS: readonly (readonly [RegExp, Mistake])[] = [
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
	[begins('\\$env:'), VARIABLE],
	[/\$[({A-Za-z_]|%[A-Za-z_]\w*%|\{\{/, VARIABLE],
	[
		begins('https?://(?:[a-z0-9-]+\\.)*portal\\.azure\\.'),
		{ problem: 'this is the address of a page of the portal.', hint: IDENTIFIER },
	],
	[
		begins('(?:https://management\\.[a-z0-9.-]+)?/?subscriptions/'),
		{ problem: 'this is the ID of an Azure resource.', hint: IDENTIFIER },
	],
	[begins('op://'), of('1Password')],
	[begins('vault:'), of('HashiCorp Vault')],
	[begins('(?:secret|[a-z0-9-]+/data)/'), of('HashiCorp Vault')],
	[begins('arn:|/aws/|(?:aws[a-z+-]*|ssm|secretsmanager):'), of('Amazon Web Services')],
	[begins('projects/[^/]*/|(?:gcp[a-z-]*|sm|gsm|google):'), of('Google Cloud')],
	[begins('(?:bws|bw|bitwarden):'), of('Bitwarden')],
	[begins('(?:doppler|infisical|akeyless|conjur|keeper|ksm):'), of('another secret store')],
	[
		begins('ref\\+|(?:akv|azkv|azurekv|azurekeyvault|azure-key-vault|keyvault|azure|kv)://'),
		{ problem: 'this is a reference of another tool.', hint: IDENTIFIER },
	],
	[begins('https://[^?]*\\?'), { problem: 'the identifier has a "?".', hint: 'Leave it out, and what follows it.' }],
	[
		begins('http://'),
		{ problem: 'the identifier begins with http, and vaults are reached by https only.', hint: IDENTIFIER },
	],
	[
		begins('(?!https:)[a-z][a-z0-9+.-]*://'),
		{ problem: 'the line begins with the scheme of another kind of address.', hint: IDENTIFIER },
	],
	[
		begins('[a-z0-9-]+\\.(?:vault|managedhsm)\\.[a-z]+\\.[a-z]+'),
		{ problem: 'the identifier does not begin with https://.', hint: IDENTIFIER },
	],
	[
		begins('/?(?:secrets|certificates|keys)/'),
		{ problem: 'the kind stands before the name.', hint: 'Write NAME alone: the input says which kind it is.' },
	],
];
