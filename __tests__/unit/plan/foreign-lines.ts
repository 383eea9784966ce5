// Bad lines that people write: references of other products, addresses, variables and names, and what is said of each after "secrets line 1: ".

/** [the line, what is said of it] */
export const FOREIGN_LINES: readonly (readonly [string, string])[] = [
	['!team-a', 'a pattern cannot leave names out. Choose with | tag, or give each name its own line.'],
	['te\u200bam', 'the line has the character U+200B, which cannot be seen. Remove it.'],
	['sql\u2013password', 'the line has the character U+2013, a special kind of dash. Write "-" instead.'],
	['sql\u2212password', 'the line has the character U+2212, a special kind of dash. Write "-" instead.'],
	[
		'\u0455ql-password',
		'the line has the character U+0455, which is not ASCII. Names have A-Z, a-z, 0-9 and hyphens. Letters of other alphabets can look the same.',
	],
	[
		'p\u00e4ss',
		'the line has the character U+00E4, which is not ASCII. Names have A-Z, a-z, 0-9 and hyphens. Letters of other alphabets can look the same.',
	],
	['\ufeffsql-password\u200b', 'the line has the character U+200B, which cannot be seen. Remove it.'],
	['\u202esql', 'the line has the character U+202E, which cannot be seen. Remove it.'],
	[
		'@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/sql/)',
		'App Service reads @Microsoft.KeyVault(\u2026), and this action does not. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'@Microsoft.KeyVault(VaultName=contoso;SecretName=sql)',
		'App Service reads @Microsoft.KeyVault(\u2026), and this action does not. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'SQL = @Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/sql)',
		'App Service reads @Microsoft.KeyVault(\u2026), and this action does not. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'\x24{{ secrets.SQL }}',
		'an expression was not evaluated. GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
	],
	[
		'\x24{{ vars.X }}',
		'an expression was not evaluated. GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
	],
	['$(SQL)', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	['\x24{SQL}', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	['$SQL', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	['%SQL%', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	[
		'{{ sql }}',
		'an expression was not evaluated. GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
	],
	['$env:SQL = sql', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	[
		'export SQL=sql',
		'the line begins with a word of a shell or a language. Write OUTPUT = NAME. Set export-env to have variables.',
	],
	[
		'export SQL',
		'the line begins with a word of a shell or a language. Write OUTPUT = NAME. Set export-env to have variables.',
	],
	[
		'set SQL=sql',
		'the line begins with a word of a shell or a language. Write OUTPUT = NAME. Set export-env to have variables.',
	],
	['vault://kv/sql', 'this is a reference of HashiCorp Vault. Write the NAME of an object of the vault.'],
	['op://vault/item/field', 'this is a reference of 1Password. Write the NAME of an object of the vault.'],
	['SQL = op://vault/item/field', 'this is a reference of 1Password. Write the NAME of an object of the vault.'],
	['kv/data/x', 'this is a reference of HashiCorp Vault. Write the NAME of an object of the vault.'],
	[
		'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf',
		'this is a reference of Amazon Web Services. Write the NAME of an object of the vault.',
	],
	[
		'projects/p/secrets/s/versions/latest',
		'this is a reference of Google Cloud. Write the NAME of an object of the vault.',
	],
	['SQL = projects/p/secrets/s', 'this is a reference of Google Cloud. Write the NAME of an object of the vault.'],
	[
		'kv1/secret',
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	[
		'contoso/secrets/sql',
		'what follows the "/" is not a version, which has 32 hex digits. Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.',
	],
	['secrets/sql', 'the kind stands before the name. Write NAME alone: the input says which kind it is.'],
	['/secrets/sql', 'the kind stands before the name. Write NAME alone: the input says which kind it is.'],
	[
		'https://contoso.vault.azure.net',
		'the identifier names a vault, and nothing in it. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://contoso.vault.azure.net/',
		'the identifier names a vault, and nothing in it. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://contoso.vault.azure.net/sql',
		'the identifier has no /secrets/ after the vault. Write https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'contoso.vault.azure.net/secrets/sql',
		'the identifier does not begin with https://. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'http://contoso.vault.azure.net/secrets/sql',
		'the identifier begins with http, and vaults are reached by https only. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'https://contoso.vault.azure.net/secrets/sql?api-version=7.4',
		'the identifier has a "?". Leave it out, and what follows it.',
	],
	[
		'https://portal.azure.com/#@contoso/asset/Microsoft_Azure_KeyVault/Secret/https://contoso.vault.azure.net/secrets/sql',
		'this is the address of a page of the portal. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'/subscriptions/0/resourceGroups/r/providers/Microsoft.KeyVault/vaults/contoso/secrets/sql',
		'this is the ID of an Azure resource. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'akv://contoso/sql',
		'this is a reference of another tool. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'azurekeyvault://contoso/sql',
		'this is a reference of another tool. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	[
		'ref+azurekeyvault://contoso/sql',
		'this is a reference of another tool. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	['bws://x', 'this is a reference of Bitwarden. Write the NAME of an object of the vault.'],
	[
		'env:SQL',
		'a ":" stands inside the name. Write OUTPUT = NAME. Set the vault with keyvault, or write the full identifier.',
	],
	[
		'file:///x',
		'the line begins with the scheme of another kind of address. Write NAME, or the identifier that the portal shows: https://VAULT.vault.azure.net/secrets/NAME.',
	],
	['sql-password \\', 'the line ends with "\\". Leave it out: each line stands for itself.'],
	[
		'a\\nb',
		'a line break is written as the characters "\\n". Use real line breaks. Write one name per line, or separate names with commas.',
	],
	['kv\\sql', 'the line has a "\\". Write NAME alone: the vault is set with keyvault.'],
	['sql-password/latest', '"latest" is not a version. Write NAME alone to get the latest version.'],
	['sql@v2', 'the name has "@" in it. Names in a vault have letters, digits and hyphens.'],
	['<secret-name>', 'the line still has a placeholder in "<" and ">". Write the name itself, without them.'],
	['sql-password()', 'the name has "(" in it. Names in a vault have letters, digits and hyphens.'],
	['a = b = c', 'the line has more than one "=". Write OUTPUT = NAME.'],
	[
		'A B = c',
		'the line has a space inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	[
		'1st = c',
		'the name of the output begins with a digit or a hyphen. Begin it with a letter or _, and go on with letters, digits, - and _.',
	],
	[
		'a.b = c',
		'the name of the output has a dot (".") in it. Begin it with a letter or _, and go on with letters, digits, - and _.',
	],
	['sql-password!', 'the name has "!" in it. Names in a vault have letters, digits and hyphens.'],
	['P@ssw0rd!', 'the name has "@" in it. Names in a vault have letters, digits and hyphens.'],
	['hunter2$x', 'a variable is not expanded here. Write the NAME of an object of the vault.'],
	['someone@contoso.com', 'the name has "@" in it. Names in a vault have letters, digits and hyphens.'],
	['a&b', 'the name has "&" in it. Names in a vault have letters, digits and hyphens.'],
	['sql+x', 'the name has "+" in it. Names in a vault have letters, digits and hyphens.'],
	['~sql', 'the name has "~" in it. Names in a vault have letters, digits and hyphens.'],
	[
		'sql-password...',
		'the name has a dot (".") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	['ssm:/x', 'this is a reference of Amazon Web Services. Write the NAME of an object of the vault.'],
	['sm://p/s', 'this is a reference of Google Cloud. Write the NAME of an object of the vault.'],
	['gcp-sm:x', 'this is a reference of Google Cloud. Write the NAME of an object of the vault.'],
	['%{SQL}', 'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.'],
	['=sql', 'nothing stands before "=". Write OUTPUT = NAME, or NAME alone.'],
	['SQL=', 'nothing stands after "=". Write OUTPUT = NAME.'],
	[
		'\u3000sql x',
		'the line has a space inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	['secretName: sql', '":" stands where "=" belongs. Write OUTPUT = NAME, or NAME alone.'],
	['name: sql', '":" stands where "=" belongs. Write OUTPUT = NAME, or NAME alone.'],
	['- name: sql', 'the line begins with the dash of a YAML list. Write NAME without the dash.'],
	[
		'\x24{{secrets.X}} = a',
		'an expression was not evaluated. GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
	],
	['sql-password |', 'nothing follows a "|". Expected tag, json, base64, file, unmasked, attributes.'],
	['sql|json[0]', 'the modifier json has "[" right after it. Write | json PATH.'],
	[
		'sql-password / 4387e9f3d6e14c459867679a90fd0f79',
		'the line has a space inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	['a\u2028b', 'the line has the character U+2028, which cannot be seen. Remove it.'],
	['a\u0000b', 'the line has the character U+0000, which cannot be seen. Remove it.'],
	['a\u001b[31mb', 'the line has the character U+001B, which cannot be seen. Remove it.'],
];
