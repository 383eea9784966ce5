// Variables that a step must not set for those after it. Loaded if the outputs are to be variables.
import { LANGUAGES } from './refused-variables/languages.js';
import { SERVICES } from './refused-variables/services.js';
import { SYSTEMS } from './refused-variables/systems.js';

/** Families whose every member is the runner's own or chooses what later steps run, and who says so. */
export const REFUSED_FAMILIES: readonly { readonly prefix: string; readonly readBy: string }[] = [
	{ prefix: 'GITHUB_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'RUNNER_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'ACTIONS_', readBy: 'the runner, its actions and its tools' },
	{ prefix: 'INPUT_', readBy: 'actions, whose inputs these are' },
	{ prefix: 'STATE_', readBy: 'post steps of actions, whose state these are' },
	{ prefix: 'BASH_FUNC_', readBy: 'Bash, which makes functions of them' },
	{ prefix: 'GIT_CONFIG_', readBy: 'Git, as settings' },
	{ prefix: 'NPM_CONFIG_', readBy: 'npm, as settings' },
];

/** Variables of one program or of programs of one kind. */
export interface RefusedGroup {
	/** Programs that read them. */
	readonly readBy: string;
	/** Change that they can make in a later step. */
	readonly effect: string;
	/** Document that describes them: a manual page, a chapter of a manual or a source file. */
	readonly source: string;
	/** Upper case, with white space between two. `A_{B,C}` stands for `A_B` and `A_C`. */
	readonly names: string;
}

/** Exact names, grouped by what reads them. */
export const REFUSED_GROUPS: readonly RefusedGroup[] = [...SYSTEMS, ...LANGUAGES, ...SERVICES];

let refused: ReadonlySet<string> | undefined;

/** Whether a variable of this name would change what later steps run, load, fetch or trust. Case does not count. */
export function isRefusedVariable(variable: string): boolean {
	const name = variable.toUpperCase();
	refused ??= new Set(REFUSED_GROUPS.flatMap(namesOf));
	return refused.has(name) || REFUSED_FAMILIES.some(({ prefix }) => name.startsWith(prefix));
}

/** The names of a group, one by one. */
export function namesOf({ names }: Pick<RefusedGroup, 'names'>): readonly string[] {
	return names.trim().split(/\s+/).flatMap(expandBraces);
}

function expandBraces(text: string): readonly string[] {
	const [, before = '', choices, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(text) ?? [];
	if (choices === undefined) return [text];
	return expandBraces(after).flatMap((rest) => choices.split(',').map((choice) => `${before}${choice}${rest}`));
}
