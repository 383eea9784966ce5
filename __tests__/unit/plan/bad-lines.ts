// Bad lines that people write: marks of lists, quotes, comments, arrows and strange characters, and what is said of each after "secrets line 1: ".

/** [the line, what is said of it] */
export const BAD_LINES: readonly (readonly [string, string])[] = [
	['- sql-password', 'the line begins with the dash of a YAML list. Write NAME without the dash.'],
	['- "sql-password"', 'the line begins with the dash of a YAML list. Write NAME without the dash.'],
	['- SQL = sql-password', 'the line begins with the dash of a YAML list. Write NAME without the dash.'],
	['* sql-password', 'the line begins with a list mark. Write NAME alone.'],
	['\u2022 sql-password', 'the line begins with a list mark. Write NAME alone.'],
	['1. sql-password', 'the line begins with a list mark. Write NAME alone.'],
	['"sql-password"', 'the line has a quotation mark. Write it without quotes.'],
	["'sql-password'", 'the line has a quotation mark. Write it without quotes.'],
	['`sql-password`', 'the line has a quotation mark. Write it without quotes.'],
	['"sql-password', 'the line has a quotation mark. Write it without quotes.'],
	['SQL = "sql-password"', 'the line has a quotation mark. Write it without quotes.'],
	['"SQL" = sql-password', 'the line has a quotation mark. Write it without quotes.'],
	['"SQL = sql-password"', 'the line has a quotation mark. Write it without quotes.'],
	['\u201csql-password\u201d', 'the line has a typographic quotation mark. Write it without quotes.'],
	['\u2018sql-password\u2019', 'the line has a typographic quotation mark. Write it without quotes.'],
	['\u00absql\u00bb', 'the line has a typographic quotation mark. Write it without quotes.'],
	[
		'[sql-password]',
		'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.',
	],
	[
		'["sql-password"]',
		'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.',
	],
	[
		'{sql-password}',
		'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.',
	],
	[
		'{"name": "sql-password"}',
		'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.',
	],
	[
		'sql-password # for reports',
		'a comment follows the name. Move it to a line of its own, and begin that line with "#".',
	],
	[
		'sql-password #for reports',
		'a comment follows the name. Move it to a line of its own, and begin that line with "#".',
	],
	['sql-password#x', 'the name has "#" in it. Names in a vault have letters, digits and hyphens.'],
	[
		'sql-password // for reports',
		'a comment follows the name. Move it to a line of its own, and begin that line with "#".',
	],
	['sql-password -- so', 'a comment follows the name. Move it to a line of its own, and begin that line with "#".'],
	['// sql-password', 'the line looks like a comment of another language. Begin a comment with "#".'],
	['; sql-password', 'the line looks like a comment of another language. Begin a comment with "#".'],
	['-- sql', 'the line looks like a comment of another language. Begin a comment with "#".'],
	['rem sql', 'the line looks like a comment of another language. Begin a comment with "#".'],
	['/* sql */', 'the line looks like a comment of another language. Begin a comment with "#".'],
	['<!-- sql -->', 'the line looks like a comment of another language. Begin a comment with "#".'],
	[
		'sql password',
		'the line has a space inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	[
		'SQL = sql password',
		'the line has a space inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	[
		'sql\tpassword',
		'the line has a tab inside. Write one name per line, or separate names with commas. A new name is written OUTPUT = NAME.',
	],
	['sql\u00a0password', 'the line has the character U+00A0, a special kind of space. Write a plain space, or none.'],
	['SQL: sql-password', '":" stands where "=" belongs. Write OUTPUT = NAME, or NAME alone.'],
	['SQL : sql-password', '":" stands where "=" belongs. Write OUTPUT = NAME, or NAME alone.'],
	[
		'SQL:sql-password',
		'a ":" stands inside the name. Write OUTPUT = NAME. Set the vault with keyvault, or write the full identifier.',
	],
	['secrets:', '":" stands where "=" belongs. Write OUTPUT = NAME, or NAME alone.'],
	[
		'kv:secret',
		'a ":" stands inside the name. Write OUTPUT = NAME. Set the vault with keyvault, or write the full identifier.',
	],
	[
		'sql-password:latest',
		'a ":" stands inside the name. Write OUTPUT = NAME. Set the vault with keyvault, or write the full identifier.',
	],
	['SQL := sql-password', '":=" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['SQL += sql-password', '"+=" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['SQL == sql-password', '"==" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['SQL => sql-password', '"=>" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['sql-password => SQL', '"=>" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['sql-password -> SQL', '"->" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['SQL <- sql-password', '"<-" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['sql-password > SQL', '">" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['sql-password as SQL', '"as" stands where "=" belongs. Write OUTPUT = NAME. The name of the output comes first.'],
	['SQL\uff1dsql-password', 'the line has the character U+FF1D, which only looks like "=". Write "=" instead.'],
	['sql-password\uff5cjson', 'the line has the character U+FF5C, which only looks like "|". Write "|" instead.'],
	['a;b', '";" does not separate. Write one name per line, or separate names with commas.'],
	['a; b', '";" does not separate. Write one name per line, or separate names with commas.'],
	['a;', '";" does not separate. Write one name per line, or separate names with commas.'],
	['SQL = a;', '";" does not separate. Write one name per line, or separate names with commas.'],
	[
		'sql_password',
		'the name has an underscore ("_") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'app.settings.key',
		'the name has a dot (".") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'team_*',
		'the name has an underscore ("_") in it. Names in a vault have letters, digits and hyphens. Write "-" in place of "_" and ".".',
	],
	[
		'team-?',
		'the name has "?" in it. Names in a vault have letters, digits and hyphens. "*" stands for any characters.',
	],
	[
		'team-[a-z]',
		'the line has a bracket around it. Leave it out. Write one name per line, or separate names with commas.',
	],
	[
		'^team-.*$',
		'the name has "^" in it. Names in a vault have letters, digits and hyphens. "*" stands for any characters.',
	],
];
