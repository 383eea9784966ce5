// Where a vault object is: parsed from what users type, checked before anything is sent.

import type { ActionError } from '../errors.js';
import { parseHttpsOrigin } from '../input/cloud-inputs.js';
import { type Line, type LinesInput, lineError } from '../input/line-grammar.js';
import { invalidInput } from '../input/scalars.js';
import type { Cloud } from './cloud.js';
import { explainForeignHost, explainForeignText, type ForeignVault } from './foreign-vault.js';

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

/** What a vault can be asked about: one object, or all of a kind. */
export type VaultAddress = Identifier | CollectionAddress;

// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;
const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
const NAME_PATTERN = /^[0-9a-z*-]{1,127}$/i;
const VERSION = /^[0-9a-f]{32}$/i;

/** Is this a name that an object of a vault may have? */
export function isObjectName(text: string): boolean {
	return OBJECT_NAME.test(text);
}

/**
 * The vault's https origin from its name or URL.
 * @throws ActionError where it is neither, or not a vault of the cloud
 */
export function parseKeyvault(text: string, cloud: Cloud): string {
	if (VAULT_NAME.test(text)) return `https://${text.toLowerCase()}.${cloud.vaultSuffix}`;
	const origin = parseHttpsOrigin(text);
	if (origin === undefined) {
		const { problem, hint } = explainForeignText(text, cloud) ?? {
			problem: 'is neither the name of a vault nor its https address.',
			hint: `Expected a name such as contoso-automation, or https://contoso-automation.${cloud.vaultSuffix}.`,
		};
		throw invalidInput('keyvault', problem, hint);
	}
	const foreign = explainVaultHost(origin, cloud);
	if (foreign !== undefined) throw invalidInput('keyvault', foreign.problem, foreign.hint);
	return origin;
}

/** Why this https origin may not be sent a token; undefined where it may. */
export function explainVaultHost(origin: string, cloud: Cloud): ForeignVault | undefined {
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
	if (isSubdomain && (cloud.vaultSuffixIsGiven || VAULT_NAME.test(name))) return undefined;
	return explainForeignHost(hostname, cloud);
}

/** An {@link Identifier} whose vault may be left to the `keyvault` input, and whose name may be a pattern. */
export type Reference = Omit<Identifier, 'vaultUrl'> & {
	readonly vaultUrl: string | undefined;
	readonly isPattern: boolean;
};

/** What of a line a reference is parsed from. */
export type ReferenceLine = Pick<Line, 'input' | 'number' | 'reference'>;

/**
 * What a line refers to: `name`, `name/version`, a pattern or a full identifier. Undefined where that cannot be told,
 * since it is a full identifier, and which hosts are vaults is not known without a cloud.
 * @throws ActionError that names the line and says what was expected
 */
export function parseReference(line: ReferenceLine, cloud: Cloud): Reference;
export function parseReference(line: ReferenceLine, cloud: Cloud | undefined): Reference | undefined;
export function parseReference(line: ReferenceLine, cloud: Cloud | undefined): Reference | undefined {
	if (/^[a-z][a-z0-9+.-]*:/i.test(line.reference)) return cloud && parseFullIdentifier(line, cloud);
	return parsePath(line, { vaultUrl: undefined, segments: line.reference.split('/') });
}

function parseFullIdentifier(line: ReferenceLine, cloud: Cloud): Reference {
	const [, originText = '', path = ''] = /^(https:\/\/[^/]+)\/(.*)$/i.exec(line.reference) ?? [];
	const vaultUrl = parseHttpsOrigin(originText);
	if (vaultUrl === undefined) {
		throw lineError(line, 'is not an identifier.', `Expected https://VAULT.${cloud.vaultSuffix}/${line.input}/NAME.`);
	}
	const foreign = explainVaultHost(vaultUrl, cloud);
	if (foreign !== undefined) throw lineError(line, foreign.problem, foreign.hint);
	const [collection = '', ...segments] = path.replace(/\/$/, '').split('/');
	if (collection.toLowerCase() !== line.input) throw wrongCollection(line, collection.toLowerCase());
	return parsePath(line, { vaultUrl, segments });
}

function wrongCollection(line: ReferenceLine, collection: string): ActionError {
	switch (collection) {
		case 'secrets':
		case 'certificates':
		case 'keys':
			return lineError(line, `is the identifier of one of the vault's ${collection}.`, `Move it to "${collection}".`);
		default:
			return lineError(line, 'is not an identifier.', `Expected /${line.input}/NAME or /${line.input}/NAME/VERSION.`);
	}
}

interface Path {
	readonly vaultUrl: string | undefined;
	readonly segments: readonly string[];
}

function parsePath(line: ReferenceLine, { vaultUrl, segments }: Path): Reference {
	const [name = '', version, ...rest] = segments;
	const isPattern = name.includes('*') && NAME_PATTERN.test(name);
	if (isPattern && version !== undefined) {
		throw lineError(line, 'has a version after a pattern.', 'A pattern takes the latest version of each match.');
	}
	if (!isPattern && !OBJECT_NAME.test(name)) {
		const hint = /^[0-9a-z*-]*[_.][0-9a-z_.*-]*$/i.test(name)
			? ' What has "_" or "." elsewhere has "-" in a vault.'
			: '';
		throw lineError(line, 'is not a name that Key Vault allows.', `Expected letters, digits and hyphens.${hint}`);
	}
	if (version !== undefined && !VERSION.test(version)) {
		throw lineError(line, 'has a version that Key Vault does not make.', 'Expected 32 hex digits after the "/".');
	}
	if (rest.length > 0) throw lineError(line, 'has more after the version.', 'Expected NAME or NAME/VERSION.');
	return { vaultUrl, collection: line.input, name, version: version?.toLowerCase(), isPattern };
}

/** Equal for two identifiers of the same object: the vault compares names without regard to case. */
export function identifierKey({ vaultUrl, collection, name, version }: Identifier): string {
	return `${vaultUrl}/${collection}/${name.toLowerCase()}/${version ?? ''}`;
}

/** The vault's host, with its port where it is not the usual one. */
export function vaultHost(vaultUrl: string): string {
	return new URL(vaultUrl).host;
}
