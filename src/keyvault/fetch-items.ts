// Everything that the plan names or matches, read from the vaults: each failure kept, results in the order of the lines.
import { foreseenErrors } from '../errors.js';
import { LINES_INPUTS, type LinePlace } from '../input/line-grammar.js';
import type { Destination } from '../plan/destination.js';
import { type Identifier, identifierKey } from '../plan/identifier.js';
import type { Plan } from '../plan/plan.js';
import type { VaultAccess } from './ask-vault.js';
import { type FailedReference, type MatchedPattern, matchPatterns } from './match-patterns.js';
import { type Fetched, readDestination } from './read-destination.js';
import { describeIdentifier } from './vault-error.js';
import { VaultReader } from './vault-reader.js';

/** What came of all lines, in their order. */
export interface FetchResult {
	readonly fetched: readonly Fetched[];
	readonly failed: readonly FailedReference[];
	/** The lines with patterns, and what they matched and passed over. */
	readonly patterns: readonly MatchedPattern[];
}

/** The part of a plan that tells what to read. */
export type FetchPlan = Pick<Plan, 'destinations' | 'patterns' | 'claims' | 'exportEnv'>;

/**
 * Reads each object, and lists what patterns choose from; reading begins while lists are still coming. Where a match's
 * name may be refused as a variable, no value is read before all names are known.
 */
export async function fetchItems(plan: FetchPlan, access: VaultAccess): Promise<FetchResult> {
	const reader = new VaultReader(access);
	const held: Destination[] = [];
	const readings: Promise<Fetched | FailedReference>[] = [];
	const start = (destination: Destination): void => {
		const reading = readOrFail(destination, reader);
		// A defect is thrown below, where all are waited for; until then it must not count as one that nobody handles.
		reading.catch(() => undefined);
		readings.push(reading);
	};
	const mustHold = plan.exportEnv && plan.patterns.length > 0;
	const take = mustHold ? (destination: Destination): number => held.push(destination) : start;
	reader.expect(plan.destinations.length);
	for (const destination of plan.destinations) take(destination);
	let known = plan.destinations.length;
	const takeMatch = (destination: Destination): void => {
		known += 1;
		reader.expect(known);
		take(destination);
	};
	const named = new Set(plan.destinations.map(({ item }) => objectKey(item)));
	const isNamed = (item: Identifier): boolean => named.has(objectKey(item));
	const matching = { claims: plan.claims, isNamed, take: takeMatch, nowMs: access.context.clock.nowMs() };
	const { patterns, failed, areNamesKnown } = await matchPatterns(plan.patterns, reader, matching);
	if (areNamesKnown) held.forEach(start);
	const read = await Promise.all(readings);
	return {
		fetched: read
			.filter((one) => 'kind' in one)
			.sort((one, other) => compareLines(one.destination.line, other.destination.line)),
		failed: [...read.filter((one) => 'errors' in one), ...failed].sort((one, other) =>
			compareLines(one.line, other.line),
		),
		patterns,
	};
}

// Whichever version a line names, the object is that line's.
function objectKey(item: Identifier): string {
	return identifierKey({ ...item, version: undefined });
}

async function readOrFail(destination: Destination, reader: VaultReader): Promise<Fetched | FailedReference> {
	const { line, item } = destination;
	return readDestination(destination, reader).catch((error: unknown) => {
		return { line, vaultUrl: item.vaultUrl, subject: describeIdentifier(item), errors: foreseenErrors(error) };
	});
}

function compareLines(one: LinePlace, other: LinePlace): number {
	const inputs: readonly string[] = LINES_INPUTS;
	return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
