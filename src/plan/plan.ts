// Everything that is decided before the first request.
import { type ActionError, ActionErrors, attempt, checkAll, checkEach } from '../errors.js';
import type { PlanInputs } from '../input/fetch-inputs.js';
import { describeLine, type Line, lineError, parseLine, type RawLine } from '../input/line-grammar.js';
import { checkHead } from '../input/line-mistakes.js';
import { type Modifiers, parseModifiers } from '../input/modifiers.js';
import { invalidInput } from '../input/scalars.js';
import { type Cloud, chooseCloud, findCloud } from './cloud.js';
import { checkOutput, chooseOutput, type Destination, makeDestination, outputNames } from './destination.js';
import { identifierKey, parseKeyvault, parseReference, type Reference, type VaultAddress } from './identifier.js';
import { makeTakenNames, type RefusesVariable, type TakenNames } from './output-names.js';
import { checkFixedBeginning, checkRenaming, type PatternLine } from './pattern.js';
import type { NoStore, StoreSite } from './store-site.js';

/** Objects to ask vaults for, and what becomes of them. */
export interface Plan {
	readonly cloud: Cloud;
	/** Address that the first line needs; its vault names the tenant if none is given. */
	readonly first: VaultAddress;
	/** Outputs of lines that name an object: each output once, in the order of the lines. */
	readonly destinations: readonly Destination[];
	/** Lines whose matches are known once the vault has been listed, in their order. */
	readonly patterns: readonly PatternLine[];
	/** Holds the outputs of the destinations; those of matches and of JSON leaves come to them. */
	readonly takenNames: TakenNames;
	/** Whether the outputs are to be variables as well. */
	readonly exportEnv: boolean;
}

/** Limits of a plan in addition to the inputs. */
export interface PlanRules {
	/** Finds the user's certificate store, or why there is none; left out if nobody asks. */
	readonly findStore?: () => StoreSite | NoStore;
	/** Tells which variables must not be set; needed with `exportEnv`. */
	readonly refuses?: RefusesVariable | undefined;
}

/**
 * Returns the plan of a run.
 * @throws ActionErrors with every bad input, every bad line and every contradiction between lines
 */
export function makePlan(inputs: PlanInputs & PlanRules): Plan {
	const known = inputs.cloud && findCloud(inputs.cloud);
	const takenNames = makeTakenNames(inputs);
	const vault = attempt(() => readVault(inputs, known));
	const withoutVault: Line[] = [];
	// Lines are checked even if there is no such cloud or vault, so that one run reports everything; no plan is made then.
	const vaultUrl = inputs.keyvault === undefined ? undefined : orUnknown(vault);
	const { findStore, exportEnv } = inputs;
	const placing = { cloud: known, vaultUrl, takenNames, findStore, exportEnv, withoutVault };
	const places = attempt(() => placeLines(inputs.lines, placing));
	const checked = checkAll<{ inputs: undefined; cloud: Cloud; vault: unknown; places: readonly Place[] }>({
		inputs: () => throwAny(inputs.mistakes),
		// Without the inputs of the cloud, what is wrong with them is among the mistakes.
		cloud: () => chooseCloud(inputs.cloud ?? NO_CLOUD_INPUTS),
		vault: () => vault() ?? checkVaults(withoutVault, inputs.keyvaultAdvice),
		places,
	});
	return {
		cloud: checked.cloud,
		first: addressOf(checked.places),
		destinations: checked.places.filter((place) => place.kind !== 'pattern'),
		patterns: checked.places.filter((place) => place.kind === 'pattern'),
		takenNames,
		exportEnv: inputs.exportEnv,
	};
}

const NO_CLOUD_INPUTS = { cloud: undefined, authorityHost: undefined, vaultSuffix: undefined, oidcAudience: undefined };

type Place = Destination | PatternLine;

interface Placing {
	readonly cloud: Cloud | undefined;
	/** Undefined if none is set. */
	readonly vaultUrl: string | undefined;
	readonly takenNames: TakenNames;
	readonly findStore: PlanRules['findStore'];
	readonly exportEnv: boolean;
	/** Takes the lines that need a vault and have none. */
	readonly withoutVault: Line[];
}

function throwAny(mistakes: readonly ActionError[]): undefined {
	if (mistakes.length > 0) throw new ActionErrors(mistakes);
}

function readVault({ keyvault }: PlanInputs, cloud: Cloud | undefined): string | undefined {
	return keyvault === undefined ? undefined : parseKeyvault(keyvault, cloud);
}

/** Stands in for a vault that is not known, in lines that are checked all the same. */
const UNKNOWN_VAULT = 'unknown';

// A vault that is wrong or of an unknown cloud is one error, and not one for each line that needs it.
function orUnknown(vault: () => string | undefined): string {
	try {
		return vault() ?? UNKNOWN_VAULT;
	} catch {
		return UNKNOWN_VAULT;
	}
}

function checkVaults(lines: readonly Line[], advice: string | undefined): undefined {
	const [first, ...others] = lines;
	if (first === undefined) return;
	const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'line' : 'lines'}`;
	throw invalidInput(
		'keyvault',
		`no vault is set for ${describeLine(first)}${more}.`,
		advice ??
			'Set keyvault, or write full identifiers. A variable or secret that is not set arrives here as empty text.',
	);
}

function placeLines(lines: readonly RawLine[], placing: Placing): readonly Place[] {
	return checkEach(lines, (raw) => {
		const place = placeLine(parseLine(raw), placing);
		if (place === undefined) return [];
		return place.kind === 'pattern' || takeOutputs(place, placing.takenNames) ? [place] : [];
	}).flat();
}

function placeLine(line: Line, placing: Placing): Place | undefined {
	const { modifiers, parsed } = checkAll<{ modifiers: Modifiers; parsed: Reference | undefined }>({
		modifiers: () => readModifiers(line, placing.findStore),
		parsed: () => readHead(line, placing.cloud),
	});
	if (parsed === undefined) return undefined;
	const { isPattern, ...reference } = parsed;
	const vaultUrl = reference.vaultUrl ?? placing.vaultUrl ?? UNKNOWN_VAULT;
	if (reference.vaultUrl === undefined && placing.vaultUrl === undefined) placing.withoutVault.push(line);
	if (!isPattern)
		return makeDestination({ line, output: chooseOutput(line, reference) }, { ...reference, vaultUrl }, modifiers);
	checkRenaming(line, reference.name);
	if (placing.exportEnv) checkFixedBeginning(line, reference.name);
	return { kind: 'pattern', line, vaultUrl, collection: reference.collection, pattern: reference.name, modifiers };
}

function readModifiers(line: Line, findStore: PlanRules['findStore']): Modifiers {
	const modifiers = parseModifiers(line);
	if (modifiers.kind === 'certificates' && modifiers.store) {
		const site = findStore?.();
		if (site?.kind === 'none') throw lineError(line, site.problem, site.hint);
	}
	return modifiers;
}

// A spelling that is known from elsewhere says more than the character that gives it away.
function readHead(line: Line, cloud: Cloud | undefined): Reference | undefined {
	try {
		if (line.output !== undefined) checkOutput(line, line.output.replace('*', 'x'));
		return parseReference(line, cloud);
	} catch (error) {
		checkHead(line);
		throw error;
	}
}

// There is one: the inputs name something, and nothing stands before the first line that it could repeat.
function addressOf(places: readonly (Destination | PatternLine)[]): VaultAddress {
	const [first] = places as readonly [Destination | PatternLine, ...unknown[]];
	const isListed = first.kind === 'pattern' || (first.kind === 'secrets' && first.modifiers.attributes);
	if (!isListed) return first.item;
	const { vaultUrl, collection } = first.kind === 'pattern' ? first : first.item;
	return { vaultUrl, collection };
}

/**
 * TakenNames the outputs of a destination. False if an earlier line has it already.
 * @throws ActionError if another line sets one of them
 */
export function takeOutputs(destination: Destination, takenNames: TakenNames): boolean {
	const { line, output, item, modifiers } = destination;
	const essence = JSON.stringify([output, identifierKey(item), modifiers]);
	return takenNames.take({
		line,
		essence,
		outputs: outputNames(destination),
		match: destination.isMatch && item.name,
	});
}
