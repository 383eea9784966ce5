// The lines with patterns: what each matches in its vault's list.
import { type ActionError, failuresOf } from '../errors.js';
import { describePattern, type PatternLine } from '../plan/pattern.js';
import { type FailedReference, isMissing } from './failed-reference.js';
import { type MatchedPattern, type Matching, PatternMatch } from './match-pattern.js';
import { describeIdentifier } from './vault-error.js';
import type { VaultReader } from './vault-reader.js';

/** What came of the lines with patterns. */
export interface Matched {
	readonly patterns: readonly MatchedPattern[];
	readonly failed: readonly FailedReference[];
	/** Was every list read to its end, and can every match be called what it is to be called? */
	readonly areNamesKnown: boolean;
}

/** Lists once for all patterns of a vault's secrets, certificates or keys. */
export async function matchPatterns(
	lines: readonly PatternLine[],
	reader: VaultReader,
	matching: Matching,
): Promise<Matched> {
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
