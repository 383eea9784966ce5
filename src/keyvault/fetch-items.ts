// Everything that the plan names or matches, read from the vaults: each failure kept, results in the order of the lines.
import { type ActionError, failuresOf, foreseenErrors } from '../errors.js';
import { LINES_INPUTS, type LinePlace } from '../input/line-grammar.js';
import type { Destination } from '../plan/destination.js';
import { describePattern, type PatternLine } from '../plan/pattern.js';
import type { Plan } from '../plan/plan.js';
import type { VaultAccess } from './ask-vault.js';
import { type MatchedPattern, type Matching, PatternMatch } from './match-pattern.js';
import { type Fetched, readDestination } from './read-destination.js';
import { describeIdentifier, MISSING } from './vault-error.js';
import { VaultReader } from './vault-reader.js';

/** A line, or a match of its pattern, that gives nothing. */
export interface FailedReference {
	readonly line: LinePlace;
	readonly vaultUrl: string;
	/** The object or the pattern, for people. */
	readonly subject: string;
	readonly errors: readonly ActionError[];
}

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
	for (const destination of plan.destinations) take(destination);
	const { patterns, failed, areNamesKnown } = await matchPatterns(plan.patterns, reader, {
		claims: plan.claims,
		take,
		nowMs: access.context.clock.nowMs(),
	});
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

/** Is it only that the object, its version or its tags, or any match of the pattern, is not there? */
export function isMissing({ subject, errors }: FailedReference): boolean {
	// What is said of something else is said of a certificate's private key.
	return errors.every((error) => MISSING.includes(error.code) && error.subject === subject);
}

async function readOrFail(destination: Destination, reader: VaultReader): Promise<Fetched | FailedReference> {
	const { line, item } = destination;
	return readDestination(destination, reader).catch((error: unknown) => {
		return { line, vaultUrl: item.vaultUrl, subject: describeIdentifier(item), errors: foreseenErrors(error) };
	});
}

interface Matched extends Pick<FetchResult, 'patterns' | 'failed'> {
	/** Was every list read to its end, and can every match be called what it is to be called? */
	readonly areNamesKnown: boolean;
}

// One list for all patterns of a vault's secrets, certificates or keys.
async function matchPatterns(lines: readonly PatternLine[], reader: VaultReader, matching: Matching): Promise<Matched> {
	const patterns = lines.map((line) => new PatternMatch(line));
	const lists = new Map<string, PatternMatch[]>();
	for (const pattern of patterns) {
		const key = `${pattern.line.vaultUrl}/${pattern.line.collection}`;
		lists.set(key, [...(lists.get(key) ?? []), pattern]);
	}
	const failed = (await Promise.all([...lists.values()].map((group) => matchList(group, reader, matching)))).flat();
	return { patterns, failed, areNamesKnown: failed.every(isMissing) };
}

async function matchList(
	patterns: readonly PatternMatch[],
	reader: VaultReader,
	matching: Matching,
): Promise<readonly FailedReference[]> {
	const [{ line: address }] = patterns as readonly [PatternMatch, ...PatternMatch[]];
	let errorsOf = (pattern: PatternMatch): readonly ActionError[] => pattern.errors();
	try {
		for await (const page of reader.list(address)) {
			for (const listed of page) for (const pattern of patterns) pattern.consider(listed, matching);
		}
	} catch (error) {
		const ofList = (subject: string) => failuresOf(subject, error, describeIdentifier(address)).errors;
		errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList(describePattern(line))];
	}
	return patterns
		.map((pattern) => {
			const { line, vaultUrl } = pattern.line;
			return { line, vaultUrl, subject: describePattern(pattern.line), errors: errorsOf(pattern) };
		})
		.filter(({ errors }) => errors.length > 0);
}

function compareLines(one: LinePlace, other: LinePlace): number {
	const inputs: readonly string[] = LINES_INPUTS;
	return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}
