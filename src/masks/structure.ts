// Parts of a secret that are not secret: structure and common words. No mask for them may reach a runner, which would
// hide them everywhere.

/** A shorter text occurs by chance too often: inside longer values it is not masked. */
export const MIN_LINE_LENGTH = 4;

/** Lines of a text as a runner makes them: split at CR and LF, trimmed, without the empty ones. */
export function linesOf(text: string): readonly string[] {
	return text
		.split(/[\r\n]/)
		.map(trim)
		.filter((line) => line !== '');
}

/** The lines of a longer value that may be masked. */
export function secretLines(lines: readonly string[]): readonly string[] {
	return lines.filter((line, index) => line.length >= MIN_LINE_LENGTH && !isStructure(line, lines[index - 1]));
}

/**
 * Whether a line says nothing by itself: it is blank, punctuation, PEM armor, a tag or heading, a key without a value or
 * commonplace.
 * @param before the line before it
 */
export function isStructure(line: string, before = ''): boolean {
	if (line.startsWith('\ufeff')) return isStructure(line.slice(1), before);
	if (isPunctuation(line) || isArmor(line) || isTag(line)) return true;
	const bare = bareItem(line);
	return isCommonplace(bare) || isHeading(bare) || isEmptyKey(bare, before);
}

/** Whether a line begins or ends a block of PEM or the like. */
export function isArmor(line: string): boolean {
	return /^-{4,5} ?(?:BEGIN|END) [^-]+-{4,5}$/.test(line);
}

/** Whether a line has nothing but punctuation and white space. */
export function isPunctuation(line: string): boolean {
	return /^[\p{White_Space}!-/:-@[-\x60{-~]*$/u.test(line);
}

// `<users>`, `</users>`, `<users/>`, `<user></user>`, `<?xml version="1.0"?>`; what has attributes may hold a secret.
function isTag(line: string): boolean {
	if (/^<(?:\?xml [^<>]*\?>|!\[CDATA\[)$/.test(line)) return true;
	const [, open, , close = open] = /^<[/!]?([\p{L}_][\w.:-]*)\s*(\/?>|><\/([\w.:-]+)>)$/u.exec(line) ?? [];
	return open !== undefined && open === close && areWords(open);
}

// The rest of an item of a list, of YAML or JSON.
function bareItem(line: string): string {
	const item = line.replace(/^(?:- )+/, '');
	return trim(/[,;]$/.test(item) ? item.slice(0, -1) : item);
}

// `[default]`, `[remote "origin"]`, `[[servers]]`; not `["hunter2"]`.
function isHeading(line: string): boolean {
	const [, name] = /^\[{1,2}([\p{L}_][^[\]]*)\]{1,2}$/u.exec(line) ?? [];
	return name !== undefined && areWords(name);
}

/** Stand-ins for a value: nothing, an empty text or collection, the beginning of one, or YAML's sign for a block. */
const NO_VALUE = /^(?:[:=]\s*(?:\{\}?|\[\]?|""?|''|~|[|>][+-]?)?|\{\}?|[[(])$/;

// `users:`, `- name:`, `PASSWORD=`, `"auth": {`, `preferences: {}`, `key: |-`, `server {`.
function isEmptyKey(line: string, before: string): boolean {
	const assignment = line.replace(/^(?:export |set |declare |local |\$env:|\$)/, '');
	const end = assignment.search(/[:={[(]|$/);
	const [key, rest] = [assignment.slice(0, end), assignment.slice(end)];
	return NO_VALUE.test(rest) && areWords(key) && !(rest === '=' && isBase64(line, before));
}

/** Longer words are no names that people give. */
const MAX_WORD_LENGTH = 40;

// Names: words with at most three digits at their end. `S3cr3t` is none.
function areWords(name: string): boolean {
	const words = name.split(/[\s._/:"'-]+/);
	const isWord = (word: string): boolean => word.length <= MAX_WORD_LENGTH && /^(?:\p{L}+\d{0,3}|\d{0,3})$/u.test(word);
	return words.some((word) => word !== '') && words.every(isWord);
}

// `KEY=` may be the end of base64: after a line of it, or where its letters are of both cases or digits.
function isBase64(line: string, before: string): boolean {
	if (line.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=$/.test(line)) return false;
	return /^[A-Za-z0-9+/]{20,}$/.test(before) || !/^(?:[a-z]+|[A-Z]+)=$/.test(line);
}

/**
 * The text as a runner trims it, as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
 * An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
 */
export function trim(line: string): string {
	let start = 0;
	let end = line.length;
	while (start < end && isBlank(line.charAt(start))) start += 1;
	while (end > start && isBlank(line.charAt(end - 1))) end -= 1;
	return line.slice(start, end);
}

function isBlank(char: string): boolean {
	// Most characters need no expression.
	return (char <= ' ' || char > '~') && /\p{White_Space}/u.test(char);
}

/** Shorter numbers are ports, sizes and years. */
const MIN_SECRET_DIGITS = 6;

/** No number of fewer digits than six is spelled longer: a sign, five digits, a point, "e" and the exponent's sign. */
const MAX_SHORT_NUMBER_LENGTH = 9;

/** Words in lower case. */
const WORDS: ReadonlySet<string> = new Set(
	[
		// Booleans and what stands for no value.
		'true false yes no on off enabled disabled enable disable null nil none undefined nan empty default unset n/a',
		// Environments, stages and branches.
		'dev devel develop development test tests testing tst qa uat int integration stage staging stg sandbox demo preview',
		'preprod pre-prod preproduction pre-production prod prd production live canary local ci release nightly latest stable',
		'main master trunk head origin feature hotfix primary secondary blue green beta alpha',
		// Accounts, roles and names that stand for others.
		'admin administrator root user users guest owner reader contributor operator service system anonymous public private',
		'app api web backend frontend client server worker database db cache queue storage sa',
		'password passwd secret token key changeme example sample name value hello world foo bar baz',
		// Hosts and addresses.
		'localhost localhost.localdomain 127.0.0.1 0.0.0.0 ::1 example.com host.docker.internal',
		// Protocols, drivers and products.
		'http https tcp udp tls ssl ssh sftp ftp ftps smtp imap ldap ldaps amqp amqps grpc file odbc jdbc',
		'sql mysql mariadb postgres postgresql pgsql mssql sqlserver sqlite oracle mongo mongodb redis kafka rabbitmq cosmos',
		'azure aws gcp google github gitlab microsoft kubernetes docker podman helm terraform ansible nginx apache iis',
		'azurecloud azureusgovernment azurechinacloud usgovernment usgov china global',
		// Formats, languages and systems.
		'json yaml yml xml toml csv text html plain utf8 utf-8 ascii base64 hex bearer basic digest oauth oauth2 oidc saml',
		'node nodejs npm python java dotnet .net go rust ruby php bash sh pwsh powershell cmd',
		'linux windows macos darwin ubuntu debian alpine ubuntu-latest windows-latest macos-latest x64 x86 amd64 arm64',
		// Levels, states and sizes.
		'trace debug verbose info information notice warn warning error fatal critical silent quiet',
		'ok success succeeded failure failed active inactive pending running stopped ready done completed cancelled skipped',
		'free standard premium shared small medium large low high normal auto manual always never required optional',
		'get put post patch delete read write list require prefer allow deny',
	].flatMap((words) => words.split(' ')),
);

/** Names of Azure regions, those of the sovereign clouds too (learn.microsoft.com/azure/reliability/regions-list). */
const REGIONS: ReadonlySet<string> = new Set(
	[
		'eastus eastus2 eastus3 southcentralus westus westus2 westus3 centralus northcentralus westcentralus',
		'canadacentral canadaeast brazilsouth brazilsoutheast mexicocentral chilecentral',
		'northeurope westeurope uksouth ukwest francecentral francesouth germanywestcentral germanynorth norwayeast norwaywest',
		'swedencentral swedensouth switzerlandnorth switzerlandwest polandcentral italynorth spaincentral austriaeast',
		'belgiumcentral denmarkeast finlandcentral greececentral eastasia southeastasia japaneast japanwest koreacentral',
		'koreasouth taiwannorth centralindia southindia westindia jioindiawest jioindiacentral indiasouthcentral',
		'australiaeast australiasoutheast australiacentral australiacentral2 newzealandnorth indonesiacentral malaysiawest',
		'southafricanorth southafricawest uaenorth uaecentral qatarcentral israelcentral saudiarabiaeast',
		'usgovvirginia usgovarizona usgovtexas usgoviowa usdodcentral usdodeast',
		'chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3',
	].flatMap((words) => words.split(' ')),
);

const LONGEST_WORD = Math.max(...[...WORDS, ...REGIONS].map(({ length }) => length));

/** Whether the text is a common word, or spells a boolean, null or a number of fewer than six digits. Quotes around it do not count. */
export function isCommonplace(text: string): boolean {
	// Two quotes, and the blank in a name such as "West Europe".
	if (text.length > LONGEST_WORD + 6) return false;
	const bare = unquote(text);
	const word = bare.toLowerCase();
	return isShortNumber(bare) || isRepeatedSign(bare) || WORDS.has(word) || REGIONS.has(word.replace(/ /g, ''));
}

/** Whether the text spells a boolean, null or a number of fewer than six digits. */
export function isBareLiteral(text: string): boolean {
	return isShortNumber(text) || (text.length <= 5 && /^(?:true|false|null)$/i.test(text));
}

function isShortNumber(text: string): boolean {
	if (text.length > MAX_SHORT_NUMBER_LENGTH || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return false;
	return text.replace(/\D/g, '').length < MIN_SECRET_DIGITS;
}

// Such as a line of hyphens.
function isRepeatedSign(text: string): boolean {
	return /^([!-/:-@[-\x60{-~])\1*$/.test(text);
}

// A runner hides what stands between the quotes of a quoted text as well.
function unquote(text: string): string {
	const quote = text.charAt(0);
	return text.length > 2 && /["'\x60]/.test(quote) && text.endsWith(quote) ? text.slice(1, -1) : text;
}
