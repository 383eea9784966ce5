// The lines with patterns: what each matches in its vault's list.
import { ActionError, expectedErrors, failuresOf } from '../errors.js';
import type { Modifiers } from '../input/modifiers.js';
import type { Destination } from '../plan/destination.js';
import { describeIdentifier, type Identifier, kindOf, vaultHost } from '../plan/identifier.js';
import type { TakenNames } from '../plan/output-names.js';
import { describePattern, matchesPattern, type PatternLine, placeMatch } from '../plan/pattern.js';
import { takeOutputs } from '../plan/plan.js';
import { type Attributes, findMissingTag } from './bundles.js';
import type { ListedObject } from './list-pages.js';
import { type FailedReference, failedReference } from './vault-error.js';
import type { VaultReader } from './vault-reader.js';

/** Results of the lines with patterns. */
export interface Matched {
	readonly patterns: readonly MatchedPattern[];
	readonly failed: readonly FailedReference[];
	/** Whether every list was read to its end and every match can have its name. */
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
	return { patterns, failed, areNamesKnown: failed.every(({ isMissing }) => isMissing) };
}

async function matchList(
	patterns: readonly PatternMatch[],
	reader: VaultReader,
	matching: Matching,
): Promise<readonly FailedReference[]> {
	const [{ line: address }] = patterns as readonly [PatternMatch, ...PatternMatch[]];
	let errorsOf = (pattern: PatternMatch): readonly ActionError[] => pattern.errors();
	try {
		const withValues = patterns.some(({ line }) => wantsValues(line.modifiers));
		for await (const page of reader.list(address, { withValues })) {
			for (const listed of page) for (const pattern of patterns) pattern.consider(listed, matching);
		}
	} catch (error) {
		const ofList = (subject: string) => failuresOf(subject, error, describeIdentifier(address)).errors;
		errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList(describePattern(line))];
	}
	return patterns
		.map((pattern) => {
			const { line, vaultUrl } = pattern.line;
			return failedReference({ line, vaultUrl, subject: describePattern(pattern.line), errors: errorsOf(pattern) });
		})
		.filter(({ errors }) => errors.length > 0);
}

function wantsValues(modifiers: Modifiers): boolean {
	if (modifiers.kind === 'keys') return false;
	return modifiers.kind === 'secrets' ? !modifiers.attributes : !modifiers.public;
}

/** Reason why a pattern skips an object. */
export type SkipReason = 'managed' | 'disabled' | 'expired' | 'not valid yet';

/** An object that a pattern matches and skips. */
export interface SkippedObject {
	readonly item: Identifier;
	readonly life: Attributes;
	readonly reason: SkipReason;
}

/** Result of a pattern. */
export interface MatchedPattern {
	readonly line: PatternLine;
	/** Matches that were neither skipped nor left to other lines. */
	readonly count: number;
	/** Names of the matches that lines of their own name. */
	readonly left: readonly string[];
	readonly skipped: readonly SkippedObject[];
}

/** Facts that matching needs in addition to the list. */
export interface Matching {
	readonly takenNames: TakenNames;
	/** Whether a line names the object. */
	readonly isNamed: (item: Identifier) => boolean;
	/** Takes each match that no line has named before. */
	readonly take: (destination: Destination) => void;
	readonly nowMs: number;
}

/** One line with a pattern, and what became of the objects that it was shown. */
export class PatternMatch implements MatchedPattern {
	readonly line: PatternLine;
	readonly skipped: SkippedObject[] = [];
	readonly left: string[] = [];
	/** Names that cannot be used, and clashes with other lines. */
	readonly nameErrors: ActionError[] = [];
	count = 0;

	constructor(line: PatternLine) {
		this.line = line;
	}

	/** Looks at one object of the list. */
	consider(listed: ListedObject, { takenNames, isNamed, take, nowMs }: Matching): void {
		const { pattern, modifiers, vaultUrl, collection } = this.line;
		if (!matchesPattern(pattern, listed.name) || findMissingTag(modifiers.tags, listed.tags) !== undefined) return;
		const item = { vaultUrl, collection, name: listed.name, version: undefined };
		if (isNamed(item)) {
			this.left.push(listed.name);
			return;
		}
		const reason = findSkipReason(listed, modifiers, nowMs);
		if (reason !== undefined) {
			this.skipped.push({ item, life: listed.attributes, reason });
			return;
		}
		this.count += 1;
		try {
			const destination = placeMatch(this.line, listed.name);
			if (takeOutputs(destination, takenNames)) take(destination);
		} catch (error) {
			this.nameErrors.push(...expectedErrors(error));
		}
	}

	/** Returns the errors that are known once the list has come to its end. */
	errors(): readonly ActionError[] {
		return this.count + this.left.length === 0 ? [this.#noMatch()] : this.nameErrors;
	}

	#noMatch(): ActionError {
		const { vaultUrl, collection, modifiers } = this.line;
		const tagged =
			modifiers.tags.length === 0 ? '' : ` with the tag ${modifiers.tags.map(({ key }) => key).join(' and ')}`;
		const { length } = this.skipped;
		const passed = length === 0 ? '' : `, apart from ${length} that ${length === 1 ? 'was' : 'were'} skipped`;
		return new ActionError({
			code: 'VAULT_NO_MATCH',
			title: `${vaultHost(vaultUrl)}: no match`,
			subject: describePattern(this.line),
			problem: `matches no ${kindOf(collection)}${tagged} in the vault${passed}.`,
			hint:
				length === 0
					? 'Compare the pattern with the names in the vault.'
					: 'The log says why: a pattern skips objects that are disabled, expired or not valid yet, or that back certificates.',
		});
	}
}

// With `attributes` these are what the line asks about: only what backs a certificate is none of its own.
function findSkipReason(
	{ managed, enabled, attributes: { notBefore, expires } }: ListedObject,
	modifiers: Modifiers,
	nowMs: number,
): SkipReason | undefined {
	const nowSeconds = nowMs / 1000;
	if (managed) return 'managed';
	if (modifiers.kind === 'secrets' && modifiers.attributes) return undefined;
	if (!enabled) return 'disabled';
	if (expires !== undefined && expires <= nowSeconds) return 'expired';
	if (notBefore !== undefined && notBefore > nowSeconds) return 'not valid yet';
	return undefined;
}
