// Choice of the vaults to list, and whether to list the tenant: made before the first request.
import { type ActionError, checkEach, expectedErrors } from '../errors.js';
import type { ExpiryInputs } from '../input/expiry-inputs.js';
import { lineError, type RawLine } from '../input/line-grammar.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { parseKeyvault } from './identifier.js';

/** Vaults and tenant to list. */
export interface ExpiryPlan {
	/** `graphHost` is the one that was asked for. */
	readonly cloud: Cloud;
	/** https origins, each once, in the order of the lines. */
	readonly vaultUrls: readonly string[];
	readonly tenantApps: boolean;
}

/**
 * Returns the plan of a run.
 * @throws ActionErrors with every line that names no vault of the cloud
 */
export function makeExpiryPlan({ cloud: inputs, graphHost, vaults, tenantApps }: ExpiryInputs): ExpiryPlan {
	const chosen = chooseCloud(inputs);
	const cloud: Cloud = { ...chosen, graphHost: graphHost ?? chosen.graphHost };
	return { cloud, vaultUrls: parseVaults(vaults, cloud), tenantApps };
}

/**
 * Returns the vaults of the lines, each once.
 * @throws ActionErrors with every line that names no vault of the cloud
 */
export function parseVaults(lines: readonly RawLine<'keyvaults'>[], cloud: Cloud): readonly string[] {
	return [...new Set(checkEach(lines, (line) => parseVault(line, cloud)))];
}

const ONE_PER_LINE = 'Write one vault per line, or separate vaults with commas.';

// The grammar of one vault is that of `keyvault`; what is wrong is said of the line.
function parseVault(line: RawLine<'keyvaults'>, cloud: Cloud): string {
	const { text } = line;
	if (/^[-*+]\s/.test(text)) throw lineError(line, 'the line begins with the dash of a YAML list.', ONE_PER_LINE);
	if (/[;\s]/.test(text)) throw lineError(line, 'the line has a blank or a semicolon inside.', ONE_PER_LINE);
	if (text.includes('*'))
		throw lineError(line, 'the line is a pattern, and vaults cannot be searched for.', ONE_PER_LINE);
	try {
		return parseKeyvault(text, cloud);
	} catch (error) {
		const [{ problem, hint }] = expectedErrors(error) as readonly [ActionError];
		throw lineError(line, problem, hint);
	}
}
