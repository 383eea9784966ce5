// Names of the outputs and variables that each line sets: no two lines may set the same.
import { ActionError, ActionErrors } from '../errors.js';
import { describeLine, type LinePlace, lineError } from '../input/line-grammar.js';

/** A line that takes names for its outputs. */
export interface NameTaker {
	readonly line: LinePlace;
	/** The same for two lines that would give the same values under the same names. */
	readonly essence: string;
	/** Names of the outputs. */
	readonly outputs: readonly string[];
	/** Name of the object, if a pattern chose it. */
	readonly match?: string | undefined;
	/** Advice about a clash, for lines that cannot name their outputs. */
	readonly clashHint?: string;
}

/** The names that a run's outputs have, taken by one line after the other. */
export interface TakenNames {
	/**
	 * False if an earlier line asks for the very same: nothing is left to do.
	 * @throws ActionError that names both lines if they would set the same output or, if there are any, variable
	 */
	take(taker: NameTaker): boolean;
}

/** Whether outputs become variables, and which variables they must not become. */
export interface TakenNamesOptions {
	readonly exportEnv: boolean;
	/** Needed with `exportEnv`. */
	readonly refuses?: RefusesVariable | undefined;
}

/** Expressions compare names without regard to case; of variables, `a-b` and `a_b` are one as well. */
export function makeTakenNames({ exportEnv, refuses }: TakenNamesOptions): TakenNames {
	if (exportEnv && refuses === undefined) throw new Error('no rule for variables');
	const takenBy = new Map<string, NameTaker>();
	return {
		take: (taker) => {
			const names = taker.outputs.flatMap((output) => namesOf(output, exportEnv));
			if (names.some(({ key }) => takenBy.get(key)?.essence === taker.essence)) return false;
			const refused = names.flatMap(({ variable }) =>
				variable !== undefined && refuses?.(variable) ? [variable] : [],
			);
			const problems = [
				...findClash(names, taker, takenBy),
				...(refused.length === 0 ? [] : [refusedVariables(refused, taker)]),
			];
			if (problems.length > 1) throw new ActionErrors(problems);
			for (const problem of problems) throw problem;
			for (const { key } of names) takenBy.set(key, taker);
			return true;
		},
	};
}

// The first is enough: an output that clashes clashes as a variable too.
function findClash(
	names: readonly TakenName[],
	taker: NameTaker,
	takenBy: ReadonlyMap<string, NameTaker>,
): readonly ActionError[] {
	const own = new Set<string>();
	for (const name of names) {
		const other = takenBy.get(name.key);
		if (other !== undefined) return [outputClash(name, other, taker)];
		if (own.has(name.key)) return [ownClash(name, taker)];
		own.add(name.key);
	}
	return [];
}

interface TakenName {
	readonly key: string;
	/** For people. */
	readonly what: string;
	/** For people: how two names can be one although they differ. */
	readonly sameness: string;
	/** Undefined for an output. */
	readonly variable?: string;
}

function namesOf(output: string, exportEnv: boolean): readonly TakenName[] {
	const asOutput: TakenName = {
		what: `the output "${output}"`,
		key: `output ${output.toLowerCase()}`,
		sameness: 'case does not matter',
	};
	if (!exportEnv) return [asOutput];
	const variable = variableNameOf(output);
	const what = `the variable ${variable}`;
	const sameness = 'case does not matter there, and - becomes _';
	return [asOutput, { what, key: what, sameness, variable }];
}

function refusedVariables(variables: readonly string[], { line, match }: NameTaker): ActionError {
	const [first, ...others] = [...new Set(variables)];
	const what =
		others.length === 0
			? `the variable ${first}, which changes`
			: `the variables ${[first, ...others].join(', ')}, which change`;
	const advice = match === undefined ? 'Write OTHER_NAME = NAME, or leave export-env out.' : adviseOwnLine(match);
	return lineError(line, `the line would set ${what} how later steps run.`, advice);
}

function outputClash({ what, sameness }: TakenName, first: NameTaker, second: NameTaker): ActionError {
	const match = second.match ?? first.match;
	return new ActionError({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs with one name',
		subject: describeLine(second.line),
		problem: `the line would set ${what}${describeMatch(second)}, which ${describeLine(first.line)} sets already${describeMatch(first)} (${sameness}).`,
		hint: match === undefined ? (second.clashHint ?? 'Write OTHER_NAME = NAME in one of them.') : adviseOwnLine(match),
	});
}

function describeMatch({ match }: NameTaker): string {
	return match === undefined ? '' : ` for its match ${match}`;
}

/** For what a pattern chose: a line that names an object goes before a pattern that matches it. */
export function adviseOwnLine(name: string): string {
	return `Give it a line of its own, which takes precedence over the pattern: OTHER_NAME = ${name}.`;
}

// Only the leaves of a JSON text can be so, since they are named by whoever wrote it.
function ownClash({ what, sameness }: TakenName, { line }: NameTaker): ActionError {
	return new ActionError({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs with one name',
		subject: describeLine(line),
		problem: `the line would set ${what} twice (${sameness}).`,
		hint: 'Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
	});
}

/** Whether a variable of this name must not be set for later steps. */
export type RefusesVariable = (variable: string) => boolean;

/** The variable of an output: upper case, with `_` for each hyphen. */
export function variableNameOf(output: string): string {
	return output.toUpperCase().replaceAll('-', '_');
}
