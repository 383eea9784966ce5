// Everything that is decided before the first request.
import { checkAll, checkEach } from '../errors.js';
import type { FetchInputs } from '../input/fetch-inputs.js';
import { lineError } from '../input/line-grammar.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { checkClashes, chooseOutput, type Destination, isSame } from './destination.js';
import { type Identifier, identifierKey, parseKeyvault, parseReference } from './identifier.js';

/** What will be asked of which vaults, and what becomes of it. */
export interface Plan {
	readonly cloud: Cloud;
	/** Each object once, in the order of the lines. */
	readonly items: readonly Identifier[];
	/** Each output once, in the order of the lines. */
	readonly destinations: readonly Destination[];
}

/**
 * The plan of a run.
 * @throws ActionErrors with every bad line and every contradiction between lines
 */
export function makePlan(inputs: FetchInputs): Plan {
	const cloud = chooseCloud(inputs.signIn);
	const { vaultUrl, references } = checkAll({
		vaultUrl: () => (inputs.keyvault === undefined ? undefined : parseKeyvault(inputs.keyvault, cloud)),
		references: () => checkEach(inputs.lines, (line) => ({ line, reference: parseReference(line, cloud) })),
	});
	const destinations = checkEach(references, ({ line, reference }): Destination => {
		const itemVaultUrl = reference.vaultUrl ?? vaultUrl;
		if (itemVaultUrl === undefined) {
			throw lineError(line, 'is a name, and no vault is given.', 'Set "keyvault", or write the full identifier.');
		}
		return { line, output: chooseOutput(line, reference), item: { ...reference, vaultUrl: itemVaultUrl } };
	});
	checkClashes(destinations);
	return {
		cloud,
		items: [...new Map(destinations.map(({ item }) => [identifierKey(item), item])).values()],
		destinations: destinations.filter((one, index) => destinations.findIndex((other) => isSame(one, other)) === index),
	};
}
