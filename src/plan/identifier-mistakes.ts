// Mistakes in the name of a vault or of an object, in a version, or in an address: a private link name, another
// cloud's vault, a page of the portal. Nothing of a text is repeated but single characters, since it may be a misplaced secret.
import { wrongCharacter } from '../input/line-mistakes.js';
import type { Mistake } from '../input/modifier-mistakes.js';
import { type Cloud, cloudOfVaultSuffix } from './cloud.js';

const MAX_NAME_LENGTH = 127;
const VERSION = /^[0-9a-f]{32}$/i;

/** Says why this is not a name that an object may have; `segments` counts the parts that a "/" separates. */
export function findNameMistake(name: string, segments: number): Mistake {
	if (name === '') {
		return { problem: segments > 1 ? 'no name stands before the "/".' : 'the name is missing.', hint: 'Write NAME.' };
	}
	if (name.startsWith('!')) {
		return { problem: 'a pattern cannot leave names out.', hint: 'Choose with | tag, or give each name its own line.' };
	}
	const mistake = wrongCharacter(name, { what: 'the name', wrong: /[^0-9A-Za-z*-]/u, hint: hintFor(name) });
	return (
		mistake ?? {
			problem: `the name has ${name.length} characters.`,
			hint: `Names in a vault have at most ${MAX_NAME_LENGTH}.`,
		}
	);
}

function hintFor(name: string): string {
	const allowed = 'Names in a vault have letters, digits and hyphens.';
	if (/[?^$]/.test(name)) return `${allowed} "*" stands for any characters.`;
	if (/^[0-9A-Za-z*-]*[_.]/.test(name)) return `${allowed} Write "-" in place of "_" and ".".`;
	return allowed;
}

/** Endings of a name. */
export interface AfterName {
	readonly version: string;
	readonly rest: readonly string[];
	readonly isPattern: boolean;
	/** Whether the vault stands before the name, as in a full identifier. */
	readonly hasVault: boolean;
}

/** Says what is wrong with what follows a name; undefined if nothing is. */
export function findVersionMistake({ version, rest, isPattern, hasVault }: AfterName): Mistake | undefined {
	if (isPattern) {
		return {
			problem: 'a version follows the pattern.',
			hint: 'Leave it out: a pattern takes the latest version of each match.',
		};
	}
	if (!VERSION.test(version)) return { problem: versionProblem(version), hint: versionHint(version, hasVault) };
	if (rest.length > 0) return { problem: 'something follows the version.', hint: 'Write NAME or NAME/VERSION.' };
	return undefined;
}

function versionProblem(version: string): string {
	if (version === '') return 'nothing follows the "/".';
	if (/^latest$/i.test(version)) return '"latest" is not a version.';
	return 'what follows the "/" is not a version, which has 32 hex digits.';
}

function versionHint(version: string, hasVault: boolean): string {
	if (version === '' || /^latest$/i.test(version)) return 'Write NAME alone to get the latest version.';
	if (hasVault || /^(?=.*\d)[0-9a-f-]+$/i.test(version))
		return 'Copy the version from the identifier that the portal shows.';
	return 'Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.';
}

/** A mistake in a text, and the text to write instead. */
export interface ForeignVault {
	/** A clause; about the host of an address, it begins with its verb. */
	readonly problem: string;
	/** One or more sentences. */
	readonly hint: string;
}

/** The zones of private endpoints, which only name servers use: https://learn.microsoft.com/azure/private-link/private-endpoint-dns */
const PRIVATE_LINK =
	/^([a-z0-9-]+)\.(?:privatelink\.)?(?:vaultcore\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)|privatelink\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn))$/;

const MANAGED_HSM = /^[a-z0-9.-]+\.managedhsm\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)$/;

const NOTHING_SENT = 'Nothing was sent there.';

/** Says what a host is that is not a vault of the cloud. */
export function explainForeignHost(hostname: string, cloud: Cloud): ForeignVault {
	const [, name] = PRIVATE_LINK.exec(hostname) ?? [];
	if (name !== undefined) {
		return {
			problem: `is the private link name ${hostname}, for which no vault has a certificate.`,
			hint: `${NOTHING_SENT} Write https://${name}.${cloud.vaultSuffix} instead: the public name leads to the private endpoint as well.`,
		};
	}
	if (MANAGED_HSM.test(hostname)) {
		return {
			problem: `is ${hostname}, a managed HSM, which this action does not support.`,
			hint: `${NOTHING_SENT} A managed HSM holds keys only, no secrets and no certificates: name a vault.`,
		};
	}
	if (hostname.endsWith(`.${cloud.vaultSuffix}`)) {
		return {
			problem: `is at ${hostname}, which cannot be the host of a vault.`,
			hint: `${NOTHING_SENT} A vault's name has 3 to 24 letters, digits and hyphens: compare it with the portal.`,
		};
	}
	const owner = cloudOfVaultSuffix(hostname);
	if (owner !== undefined && !cloud.vaultSuffixIsGiven) {
		return {
			problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}, but one of another cloud.`,
			hint: `${NOTHING_SENT} Set cloud to ${owner}, if the identity that signs in belongs to that cloud as well.`,
		};
	}
	return {
		problem: `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}.`,
		hint: `${NOTHING_SENT} For another cloud set "cloud", for a private one "vault-suffix".`,
	};
}

const ARM_VAULT = /\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([a-z][a-z0-9-]{1,22}[a-z0-9])(?:[/?#]|$)/i;

/** Says what a text is that is neither a vault's name nor an https origin; undefined if that cannot be told. */
export function explainForeignText(text: string, cloud: Cloud): ForeignVault | undefined {
	const [, kind, name = ''] = ARM_VAULT.exec(decodePercent(text)) ?? [];
	if (kind !== undefined && /^vaults$/i.test(kind)) {
		const what = text.startsWith('/') ? 'resource ID of a vault' : 'address of a page about a vault';
		return { problem: `the value is the ${what}, not its name.`, hint: `Set it to ${name.toLowerCase()}.` };
	}
	if (kind !== undefined) {
		return {
			problem: 'the value is a managed HSM, which this action does not support.',
			hint: 'A managed HSM holds keys only, no secrets and no certificates: name a vault.',
		};
	}
	const [, host = '', path = ''] =
		/^(?:https?:\/\/)?([a-z0-9][a-z0-9.-]*\.[a-z]{2,})(?::\d+)?(\/.*)?$/i.exec(text) ?? [];
	const hostname = host.toLowerCase();
	if (!hostname.endsWith(`.${cloud.vaultSuffix}`)) {
		if (!isOfAzure(hostname)) return undefined;
		const foreign = explainForeignHost(hostname, cloud);
		return { ...foreign, problem: `the value ${foreign.problem}` };
	}
	const what =
		path.length > 1 ? 'the value has more than the address of the vault' : 'the value is not an https address';
	return { problem: `${what}.`, hint: `Set it to https://${hostname}.` };
}

// Anything else may be a misplaced secret, which no message repeats.
function isOfAzure(hostname: string): boolean {
	return PRIVATE_LINK.test(hostname) || MANAGED_HSM.test(hostname) || cloudOfVaultSuffix(hostname) !== undefined;
}

function decodePercent(text: string): string {
	return text.replace(/%2f/gi, '/');
}

const ALLOWED = "A vault's name has 3 to 24 letters, digits and hyphens";
const COPY = `${ALLOWED}: copy it from the portal.`;

const MISTAKES: readonly (readonly [RegExp, Mistake])[] = [
	[
		/\$\{\{|\}\}/,
		{
			problem: 'the value is an expression that was not evaluated.',
			hint: 'GitHub evaluates expressions only in the workflow file, and only once. Write the name itself.',
		},
	],
	[/^[\x22\x27\x60]|[\x22\x27\x60]$/, { problem: 'the value is in quotes.', hint: 'Write it without quotes.' }],
	[
		/[,;\r\n]/,
		{
			problem: 'the value holds more than one vault.',
			hint: 'Name one. For objects of another vault, write full identifiers.',
		},
	],
	[/\s/, { problem: 'the value has a space inside.', hint: COPY }],
	[
		/^http:/i,
		{
			problem: 'the value begins with http, and vaults are reached by https only.',
			hint: 'Write the name of the vault alone.',
		},
	],
	[/^(?=[\w-]*_)[\w-]+$/, { problem: 'the value has an underscore ("_") in it.', hint: COPY }],
	[/^[a-z0-9-]{0,2}$/i, { problem: 'the value is too short for the name of a vault.', hint: COPY }],
	[/^[a-z0-9-]{25,64}$/i, { problem: 'the value is too long for the name of a vault.', hint: COPY }],
	[/^[0-9-][a-z0-9-]*$/i, { problem: 'the value does not begin with a letter, as vault names do.', hint: COPY }],
	[/^[a-z0-9-]*-$/i, { problem: 'the value ends with a hyphen, which vault names never do.', hint: COPY }],
	[
		/^[a-z0-9-]*--[a-z0-9-]*$/i,
		{ problem: 'the value has two hyphens in a row.', hint: `${ALLOWED}, and no two hyphens in a row.` },
	],
];

/** Returns what is wrong with a text that is neither a vault's name nor an address; undefined if that cannot be told. */
export function findVaultNameMistake(text: string): Mistake | undefined {
	return MISTAKES.find(([pattern]) => pattern.test(text))?.[1];
}
