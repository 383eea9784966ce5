// Everything that is decided before the first request.
import { checkAll, checkEach } from '../errors.js';
import type { PlanInputs } from '../input/fetch-inputs.js';
import { type Line, lineError, parseLine, type RawLine } from '../input/line-grammar.js';
import { parseSteps, type Steps } from '../input/steps.js';
import { type Claims, makeClaims } from './claims.js';
import { type Cloud, chooseCloud, findCloud } from './cloud.js';
import { chooseOutput, type Destination, outputNames } from './destination.js';
import { identifierKey, parseKeyvault, parseReference, type Reference, type VaultAddress } from './identifier.js';
import { checkRenaming, type PatternLine } from './pattern.js';

/** What will be asked of which vaults, and what becomes of it. */
export interface Plan {
	readonly cloud: Cloud;
	/** What the first line needs; its vault names the tenant where none is given. */
	readonly first: VaultAddress;
	/** Of lines that name an object: each output once, in the order of the lines. */
	readonly destinations: readonly Destination[];
	/** Lines whose matches are known once the vault has been listed, in their order. */
	readonly patterns: readonly PatternLine[];
	/** Holds the outputs of the destinations; those of matches and of JSON leaves come to them. */
	readonly claims: Claims;
	/** Are the outputs to be variables as well? */
	readonly exportEnv: boolean;
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
	const claims = makeClaims(inputs);
	const { cloud, places } = checkAll<{ cloud: Cloud; vaultUrl: undefined; places: readonly Place[] }>({
		cloud: () => chooseCloud(inputs.cloud),
		vaultUrl: () => {
			if (inputs.keyvault !== undefined && known !== undefined) vaultUrl = parseKeyvault(inputs.keyvault, known);
			return undefined;
		},
		places: () =>
			placeLines(inputs.lines, { cloud: known, keyvaultUrl: () => vaultUrl, claims, noStore: inputs.noStore }),
	});
	return {
		cloud,
		first: addressOf(places),
		destinations: places.filter((place) => 'item' in place),
		patterns: places.filter((place) => 'pattern' in place),
		claims,
		exportEnv: inputs.exportEnv,
	};
}

type Place = Destination | PatternLine;

interface Placing {
	readonly cloud: Cloud | undefined;
	readonly keyvaultUrl: () => string | undefined;
	readonly claims: Claims;
	readonly noStore: PlanInputs['noStore'];
}

function placeLines(lines: readonly RawLine[], placing: Placing): readonly Place[] {
	return checkEach(lines, (raw) => {
		const place = placeLine(parseLine(raw), placing);
		if (place === undefined) return [];
		return 'pattern' in place || claimOutputs(place, placing.claims) ? [place] : [];
	}).flat();
}

function placeLine(line: Line, { cloud, keyvaultUrl, noStore }: Placing): Place | undefined {
	const { steps, parsed } = checkAll<{ steps: Steps; parsed: Reference | undefined }>({
		steps: () => {
			const given = parseSteps(line);
			if (noStore !== undefined && given.kind === 'certificates' && given.store)
				throw lineError(line, noStore.problem, noStore.hint);
			return given;
		},
		parsed: () => parseReference(line, cloud),
	});
	if (parsed === undefined) return undefined;
	const { isPattern, ...reference } = parsed;
	const vaultUrl = reference.vaultUrl ?? keyvaultUrl();
	if (vaultUrl === undefined) {
		throw lineError(line, 'is a name, and no vault is given.', 'Set "keyvault", or write the full identifier.');
	}
	if (!isPattern) return { line, output: chooseOutput(line, reference), item: { ...reference, vaultUrl }, steps };
	checkRenaming(line, reference.name);
	return { line, vaultUrl, collection: reference.collection, pattern: reference.name, steps };
}

// There is one: the inputs name something, and nothing stands before the first line that it could repeat.
function addressOf(places: readonly (Destination | PatternLine)[]): VaultAddress {
	const [first] = places as readonly [Destination | PatternLine, ...unknown[]];
	if ('item' in first && !(first.steps.kind === 'secrets' && first.steps.attributes)) return first.item;
	const { vaultUrl, collection } = 'item' in first ? first.item : first;
	return { vaultUrl, collection };
}

/**
 * Claims the outputs of a destination. False where an earlier line has it already.
 * @throws ActionError where another line sets one of them
 */
export function claimOutputs(destination: Destination, claims: Claims): boolean {
	const { line, output, item, steps } = destination;
	const essence = JSON.stringify([output, identifierKey(item), steps]);
	return claims.claim({ line, essence, outputs: outputNames(destination) });
}
