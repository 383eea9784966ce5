// Address of a vault object: parsed from what users type, checked before anything is sent.
import type { ActionError } from '../errors.js';
import { parseHttpsOrigin } from '../input/cloud-inputs.js';
import { type Line, type LinesInput, lineError } from '../input/line-grammar.js';
import type { Mistake } from '../input/modifier-mistakes.js';
import { invalidInput } from '../input/scalars.js';
import type { Cloud } from './cloud.js';
import {
	explainForeignHost,
	explainForeignText,
	type ForeignVault,
	findNameMistake,
	findVaultNameMistake,
	findVersionMistake,
} from './identifier-mistakes.js';

/** The collections of a vault. */
export type Collection = LinesInput;

/** The address of a vault object. */
export interface Identifier<C extends Collection = Collection> {
	/** https origin, e.g. `https://contoso.vault.azure.net`. */
	readonly vaultUrl: string;
	readonly collection: C;
	readonly name: string;
	/** 32 hex digits, lower case; undefined for the latest. */
	readonly version: string | undefined;
}

/** The address of a list: all objects of a kind in a vault. */
export interface CollectionAddress {
	readonly vaultUrl: string;
	readonly collection: Collection;
	readonly name?: undefined;
}

/** Subject of a request to a vault: one object, or all of a kind. */
export type VaultAddress = Identifier | CollectionAddress;

const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
const NAME_PATTERN = /^[0-9a-z*-]{1,127}$/i;

/** Whether this is a name that an object of a vault may have. */
export function isObjectName(text: string): boolean {
	return OBJECT_NAME.test(text);
}

/**
 * Returns the vault's https origin from its name or URL. Without a cloud only the form is checked, and undefined is returned.
 * @throws ActionError if it is neither, or not a vault of the cloud
 */
export function parseKeyvault(text: string, cloud: Cloud): string;
export function parseKeyvault(text: string, cloud: Cloud | undefined): string | undefined;
export function parseKeyvault(text: string, cloud: Cloud | undefined): string | undefined {
	const suffix = cloud?.vaultSuffix;
	if (isVaultName(text)) return suffix && `https://${text.toLowerCase()}.${suffix}`;
	const origin = parseHttpsOrigin(text);
	if (origin === undefined) {
		const { problem, hint } = (cloud && explainForeignText(text, cloud)) ??
			findVaultNameMistake(text) ?? {
				problem: 'the value is neither the name of a vault nor its https address.',
				hint: `Expected a name such as contoso-automation, or https://contoso-automation.${suffix ?? 'vault.azure.net'}.`,
			};
		throw invalidInput('keyvault', problem, hint);
	}
	if (cloud === undefined) return undefined;
	const foreign = explainVaultHost(origin, cloud);
	if (foreign !== undefined) throw invalidInput('keyvault', `the value ${foreign.problem}`, foreign.hint);
	return origin;
}

/** Returns why this https origin may not be sent a token; undefined if it may. */
function explainVaultHost(origin: string, cloud: Cloud): ForeignVault | undefined {
	const { hostname, port } = new URL(origin);
	if (port !== '' && !cloud.vaultSuffixIsGiven) {
		return {
			problem: 'has a port, which vaults of this cloud do not have.',
			hint: 'Nothing was sent there. Leave the port out; for a private vault set "vault-suffix".',
		};
	}
	if (cloud.vaultSuffixIsGiven && hostname === cloud.vaultSuffix) return undefined;
	const isSubdomain = hostname.endsWith(`.${cloud.vaultSuffix}`);
	const name = hostname.slice(0, -cloud.vaultSuffix.length - 1);
	if (isSubdomain && (cloud.vaultSuffixIsGiven || isVaultName(name))) return undefined;
	return explainForeignHost(hostname, cloud);
}

/** An {@link Identifier} whose vault may be left to the `keyvault` input, and whose name may be a pattern. */
export type Reference = Omit<Identifier, 'vaultUrl'> & {
	readonly vaultUrl: string | undefined;
	readonly isPattern: boolean;
};

/** Parts of a line that a reference is parsed from. */
export type ReferenceLine = Pick<Line, 'input' | 'number' | 'reference'>;

/**
 * Returns what a line refers to: `name`, `name/version`, a pattern or a full identifier. Without a cloud it is not known which
 * hosts are vaults; then everything else of a full identifier is checked, and undefined is returned.
 * @throws ActionError that names the line and says what is wrong with it
 */
export function parseReference(line: ReferenceLine, cloud: Cloud): Reference;
export function parseReference(line: ReferenceLine, cloud: Cloud | undefined): Reference | undefined;
export function parseReference(line: ReferenceLine, cloud: Cloud | undefined): Reference | undefined {
	if (/^https:/i.test(line.reference)) return parseFullIdentifier(line, cloud);
	return parsePath(line, { vaultUrl: undefined, segments: line.reference.split('/') });
}

function parseFullIdentifier(line: ReferenceLine, cloud: Cloud | undefined): Reference | undefined {
	const [, originText = line.reference, path = ''] = /^(https:\/\/[^/]*)\/(.*)$/i.exec(line.reference) ?? [];
	const vaultUrl = parseHttpsOrigin(originText);
	const expected = `Write https://VAULT.${cloud?.vaultSuffix ?? 'vault.azure.net'}/${line.input}/NAME.`;
	if (vaultUrl === undefined) throw lineError(line, 'the identifier has no address of a vault.', expected);
	const foreign = cloud && explainVaultHost(vaultUrl, cloud);
	if (foreign !== undefined) throw lineError(line, `the identifier ${foreign.problem}`, foreign.hint);
	const [collection = '', ...segments] = path.replace(/\/$/, '').split('/');
	if (collection === '') throw lineError(line, 'the identifier names a vault, and nothing in it.', expected);
	if (collection.toLowerCase() !== line.input) throw wrongCollection(line, collection.toLowerCase(), expected);
	const reference = parsePath(line, { vaultUrl, segments });
	return cloud && reference;
}

function wrongCollection(line: ReferenceLine, collection: string, expected: string): ActionError {
	switch (collection) {
		case 'secrets':
		case 'certificates':
		case 'keys':
			return lineError(
				line,
				`the identifier is one of the vault's ${collection}.`,
				`Move the line to the input ${collection}.`,
			);
		default:
			return lineError(line, `the identifier has no /${line.input}/ after the vault.`, expected);
	}
}

interface Path {
	readonly vaultUrl: string | undefined;
	readonly segments: readonly string[];
}

function parsePath(line: ReferenceLine, { vaultUrl, segments }: Path): Reference {
	const [name = '', version, ...rest] = segments;
	const isPattern = name.includes('*') && NAME_PATTERN.test(name);
	const refuse = ({ problem, hint }: Mistake) => lineError(line, problem, hint);
	if (!isPattern && !OBJECT_NAME.test(name)) throw refuse(findNameMistake(name, segments.length));
	if (version !== undefined) {
		const mistake = findVersionMistake({ version, rest, isPattern, hasVault: vaultUrl !== undefined });
		if (mistake !== undefined) throw refuse(mistake);
	}
	return { vaultUrl, collection: line.input, name, version: version?.toLowerCase(), isPattern };
}

/** Equal for two identifiers of the same object: the vault compares names without regard to case. */
export function identifierKey({ vaultUrl, collection, name, version }: Identifier): string {
	return `${vaultUrl}/${collection}/${name.toLowerCase()}/${version ?? ''}`;
}

/** The vault's host, with its port if it is not the usual one. */
export function vaultHost(vaultUrl: string): string {
	return new URL(vaultUrl).host;
}

/** For people: an object's name, with its version if one was asked for, or which list. */
export function describeIdentifier(address: VaultAddress): string {
	if (address.name === undefined) return `list of ${address.collection}`;
	const { name, version } = address;
	const object = `${kindOf(address.collection)} ${name}`;
	return version === undefined ? object : `${object}/${version}`;
}

/** For people: what one object of a collection is called. */
export function kindOf(collection: Collection): string {
	return { secrets: 'secret', certificates: 'certificate', keys: 'key' }[collection];
}

// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;

/** Whether a vault may have this name. */
function isVaultName(text: string): boolean {
	return VAULT_NAME.test(text);
}
