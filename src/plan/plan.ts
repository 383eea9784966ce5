// Everything that is decided before the first request.
import { checkAll, checkEach } from '../errors.js';
import type { PlanInputs } from '../input/fetch-inputs.js';
import { lineError, parseLine, type RawLine } from '../input/line-grammar.js';
import { type Cloud, chooseCloud, findCloud } from './cloud.js';
import { chooseOutput, type Destination, makeClaims } from './destination.js';
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
export function makePlan(inputs: PlanInputs): Plan {
	const known = findCloud(inputs.cloud);
	// Where there is no such cloud, or keyvault is no vault, the lines are still checked, so that one run reports all; the
	// plan is then not made.
	let vaultUrl = inputs.keyvault;
	const { cloud, destinations } = checkAll<Pick<Plan, 'cloud' | 'destinations'> & { vaultUrl: undefined }>({
		cloud: () => chooseCloud(inputs.cloud),
		vaultUrl: () => {
			if (inputs.keyvault !== undefined && known !== undefined) vaultUrl = parseKeyvault(inputs.keyvault, known);
			return undefined;
		},
		destinations: () => placeLines(inputs.lines, known, vaultUrl),
	});
	return {
		cloud,
		items: eachOnce(destinations.map(({ item }) => item)),
		destinations,
	};
}

function placeLines(
	lines: readonly RawLine[],
	cloud: Cloud | undefined,
	keyvaultUrl: string | undefined,
): readonly Destination[] {
	const claim = makeClaims();
	const placed = checkEach(lines, (raw) => {
		const line = parseLine(raw);
		const reference = parseReference(line, cloud);
		if (reference === undefined) return [];
		const vaultUrl = reference.vaultUrl ?? keyvaultUrl;
		if (vaultUrl === undefined) {
			throw lineError(line, 'is a name, and no vault is given.', 'Set "keyvault", or write the full identifier.');
		}
		const destination: Destination = { line, output: chooseOutput(line, reference), item: { ...reference, vaultUrl } };
		return claim(destination) ? [destination] : [];
	});
	return placed.flat();
}

// Of two spellings of a name, which the vault does not tell apart, the first is used.
function eachOnce(items: readonly Identifier[]): readonly Identifier[] {
	const byKey = new Map<string, Identifier>();
	for (const item of items) byKey.set(identifierKey(item), byKey.get(identifierKey(item)) ?? item);
	return [...byKey.values()];
}
