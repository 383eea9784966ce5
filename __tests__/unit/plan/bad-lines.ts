// Bad lines that people write, who know other files, shells and products: those of one mistake together.

/** Lines with one mistake, for which the same is said. */
export interface BadLines {
	/** What the message must hold beside its words: characters, names, products, and how the line is written. */
	readonly facts: readonly string[];
	readonly lines: readonly string[];
}

export const BAD_LINES: readonly BadLines[] = [
	{ facts: ['YAML', 'NAME'], lines: ['- sql-password', '- "sql-password"', '- SQL = sql-password', '- name: sql'] },
	{ facts: ['NAME'], lines: ['* sql-password', '\u2022 sql-password', '1. sql-password'] },
	{
		facts: ['quotation'],
		lines: [
			'"sql-password"',
			"'sql-password'",
			'`sql-password`',
			'"sql-password',
			'SQL = "sql-password"',
			'"SQL" = sql-password',
			'"SQL = sql-password"',
		],
	},
	{
		facts: ['typographic', 'quotation'],
		lines: ['\u201csql-password\u201d', '\u2018sql-password\u2019', '\u00absql\u00bb'],
	},
	{
		facts: ['bracket'],
		lines: ['[sql-password]', '["sql-password"]', '{sql-password}', '{"name": "sql-password"}', 'team-[a-z]', '%{SQL}'],
	},
	{
		facts: ['comment', '"#"'],
		lines: [
			'sql-password # for reports',
			'sql-password #for reports',
			'sql-password // for reports',
			'sql-password -- so',
		],
	},
	{ facts: ['"#"'], lines: ['sql-password#x'] },
	{
		facts: ['comment', '"#"'],
		lines: ['// sql-password', '; sql-password', '-- sql', 'rem sql', '/* sql */', '<!-- sql -->'],
	},
	{
		facts: ['space', 'OUTPUT = NAME'],
		lines: [
			'sql password',
			'SQL = sql password',
			'A B = c',
			'\u3000sql x',
			'sql-password / 4387e9f3d6e14c459867679a90fd0f79',
		],
	},
	{ facts: ['tab', 'OUTPUT = NAME'], lines: ['sql\tpassword'] },
	{ facts: ['U+00A0', 'space'], lines: ['sql\u00a0password'] },
	{
		facts: ['":"', '"="', 'OUTPUT = NAME'],
		lines: ['SQL: sql-password', 'SQL : sql-password', 'secrets:', 'secretName: sql', 'name: sql'],
	},
	{
		facts: ['":"', 'OUTPUT = NAME', 'keyvault'],
		lines: ['SQL:sql-password', 'kv:secret', 'sql-password:latest', 'env:SQL'],
	},
	{ facts: ['":="', '"="', 'OUTPUT = NAME', 'output'], lines: ['SQL := sql-password'] },
	{ facts: ['"+="', '"="', 'OUTPUT = NAME', 'output'], lines: ['SQL += sql-password'] },
	{ facts: ['"=="', '"="', 'OUTPUT = NAME', 'output'], lines: ['SQL == sql-password'] },
	{ facts: ['"=>"', '"="', 'OUTPUT = NAME', 'output'], lines: ['SQL => sql-password', 'sql-password => SQL'] },
	{ facts: ['"->"', '"="', 'OUTPUT = NAME', 'output'], lines: ['sql-password -> SQL'] },
	{ facts: ['"<-"', '"="', 'OUTPUT = NAME', 'output'], lines: ['SQL <- sql-password'] },
	{ facts: ['">"', '"="', 'OUTPUT = NAME', 'output'], lines: ['sql-password > SQL'] },
	{ facts: ['"as"', '"="', 'OUTPUT = NAME', 'output'], lines: ['sql-password as SQL'] },
	{ facts: ['U+FF1D', '"="'], lines: ['SQL\uff1dsql-password'] },
	{ facts: ['U+FF5C', '"|"'], lines: ['sql-password\uff5cjson'] },
	{ facts: ['";"'], lines: ['a;b', 'a; b', 'a;', 'SQL = a;'] },
	{ facts: ['"_"', '"-"', '"."'], lines: ['sql_password', 'team_*'] },
	{ facts: ['"."', '"-"', '"_"'], lines: ['app.settings.key', 'sql-password...'] },
	{ facts: ['"?"', '"*"'], lines: ['team-?'] },
	{ facts: ['"^"', '"*"'], lines: ['^team-.*$'] },
	{ facts: ['| tag'], lines: ['!team-a'] },
	{ facts: ['U+200B'], lines: ['te\u200bam', '\ufeffsql-password\u200b'] },
	{ facts: ['U+2013', '"-"'], lines: ['sql\u2013password'] },
	{ facts: ['U+2212', '"-"'], lines: ['sql\u2212password'] },
	{ facts: ['U+0455', 'A-Z, a-z, 0-9'], lines: ['\u0455ql-password'] },
	{ facts: ['U+00E4', 'A-Z, a-z, 0-9'], lines: ['p\u00e4ss'] },
	{ facts: ['U+202E'], lines: ['\u202esql'] },
	{
		facts: ['App Service', '@Microsoft.KeyVault', 'NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: [
			'@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/sql/)',
			'@Microsoft.KeyVault(VaultName=contoso;SecretName=sql)',
			'SQL = @Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/sql)',
		],
	},
	{ facts: ['GitHub'], lines: ['\x24{{ secrets.SQL }}', '\x24{{ vars.X }}', '{{ sql }}', '\x24{{secrets.X}} = a'] },
	{ facts: ['NAME'], lines: ['$(SQL)', '\x24{SQL}', '$SQL', '%SQL%', '$env:SQL = sql', 'hunter2$x'] },
	{ facts: ['OUTPUT = NAME', 'export-env'], lines: ['export SQL=sql', 'export SQL', 'set SQL=sql'] },
	{ facts: ['HashiCorp Vault', 'NAME'], lines: ['vault://kv/sql', 'kv/data/x'] },
	{ facts: ['1Password', 'NAME'], lines: ['op://vault/item/field', 'SQL = op://vault/item/field'] },
	{
		facts: ['Amazon Web Services', 'NAME'],
		lines: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf', 'ssm:/x'],
	},
	{
		facts: ['Google Cloud', 'NAME'],
		lines: ['projects/p/secrets/s/versions/latest', 'SQL = projects/p/secrets/s', 'sm://p/s', 'gcp-sm:x'],
	},
	{ facts: ['"/"', '32 hex', 'NAME/VERSION', 'keyvault'], lines: ['kv1/secret', 'contoso/secrets/sql'] },
	{ facts: ['NAME'], lines: ['secrets/sql', '/secrets/sql'] },
	{
		facts: ['https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['https://contoso.vault.azure.net', 'https://contoso.vault.azure.net/'],
	},
	{
		facts: ['/secrets/', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['https://contoso.vault.azure.net/sql'],
	},
	{
		facts: ['https', 'NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['contoso.vault.azure.net/secrets/sql'],
	},
	{
		facts: ['http', 'https', 'NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['http://contoso.vault.azure.net/secrets/sql'],
	},
	{ facts: ['"?"'], lines: ['https://contoso.vault.azure.net/secrets/sql?api-version=7.4'] },
	{
		facts: ['portal', 'NAME', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: [
			'https://portal.azure.com/#@contoso/asset/Microsoft_Azure_KeyVault/Secret/https://contoso.vault.azure.net/secrets/sql',
		],
	},
	{
		facts: ['Azure resource', 'NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['/subscriptions/0/resourceGroups/r/providers/Microsoft.KeyVault/vaults/contoso/secrets/sql'],
	},
	{
		facts: ['NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'],
		lines: ['akv://contoso/sql', 'azurekeyvault://contoso/sql', 'ref+azurekeyvault://contoso/sql'],
	},
	{ facts: ['Bitwarden', 'NAME'], lines: ['bws://x'] },
	{ facts: ['NAME', 'portal', 'https://VAULT.vault.azure.net/secrets/NAME'], lines: ['file:///x'] },
	{ facts: ['"\\"'], lines: ['sql-password \\'] },
	{ facts: ['"\\n"'], lines: ['a\\nb'] },
	{ facts: ['"\\"', 'NAME', 'keyvault'], lines: ['kv\\sql'] },
	{ facts: ['"latest"', 'NAME'], lines: ['sql-password/latest'] },
	{ facts: ['"@"'], lines: ['sql@v2', 'P@ssw0rd!', 'someone@contoso.com'] },
	{ facts: ['placeholder', '"<"', '">"'], lines: ['<secret-name>'] },
	{ facts: ['"("'], lines: ['sql-password()'] },
	{ facts: ['"="', 'OUTPUT = NAME'], lines: ['a = b = c'] },
	{ facts: ['output'], lines: ['1st = c'] },
	{ facts: ['output', '"."'], lines: ['a.b = c'] },
	{ facts: ['"!"'], lines: ['sql-password!'] },
	{ facts: ['"&"'], lines: ['a&b'] },
	{ facts: ['"+"'], lines: ['sql+x'] },
	{ facts: ['"~"'], lines: ['~sql'] },
	{ facts: ['"="', 'OUTPUT = NAME'], lines: ['=sql'] },
	{ facts: ['"="', 'OUTPUT = NAME'], lines: ['SQL='] },
	{ facts: ['"|"', 'tag, json, base64, file, unmasked, attributes'], lines: ['sql-password |'] },
	{ facts: ['json', '"["', '| json PATH'], lines: ['sql|json[0]'] },
	{ facts: ['U+2028'], lines: ['a\u2028b'] },
	{ facts: ['U+0000'], lines: ['a\u0000b'] },
	{ facts: ['U+001B'], lines: ['a\u001b[31mb'] },
];
