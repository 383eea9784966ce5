// What is wrong with a name or a version that no vault has. Nothing of them is repeated but single characters.
import { wrongCharacter } from '../input/line-mistakes.js';
import type { Mistake } from '../input/modifier-mistakes.js';

const MAX_NAME_LENGTH = 127;
const VERSION = /^[0-9a-f]{32}$/i;

/** Says why this is not a name that an object may have; `segments` counts the parts that a "/" separates. */
export function findNameMistake(name: string, segments: number): Mistake {
	if (name === '') {
		return { problem: segments > 1 ? 'no name stands before the "/".' : 'the name is missing.', hint: 'Write NAME.' };
	}
	if (name.startsWith('!')) {
		return { problem: 'a pattern cannot leave names out.', hint: 'Choose with | tag, or give each name its own line.' };
	}
	const mistake = wrongCharacter(name, {
		what: 'the name',
		wrong: /[^0-9A-Za-z*-]/u,
		hint: hintFor(name),
	});
	return (
		mistake ?? {
			problem: `the name has ${name.length} characters.`,
			hint: `Names in a vault have at most ${MAX_NAME_LENGTH}.`,
		}
	);
}

function hintFor(name: string): string {
	const allowed = 'Names in a vault have letters, digits and hyphens.';
	if (/[?^$]/.test(name)) return `${allowed} "*" stands for any characters.`;
	if (/^[0-9A-Za-z*-]*[_.]/.test(name)) return `${allowed} Write "-" in place of "_" and ".".`;
	return allowed;
}

/** What follows a name. */
export interface AfterName {
	/** Undefined if there is no "/". */
	readonly version: string | undefined;
	readonly rest: readonly string[];
	readonly isPattern: boolean;
	/** Whether the vault stands before the name, as in a full identifier. */
	readonly hasVault: boolean;
}

/** Says what is wrong with what follows a name; undefined if nothing is. */
export function findVersionMistake({ version, rest, isPattern, hasVault }: AfterName): Mistake | undefined {
	if (version === undefined) return undefined;
	if (isPattern) {
		return {
			problem: 'a version follows the pattern.',
			hint: 'Leave it out: a pattern takes the latest version of each match.',
		};
	}
	if (!VERSION.test(version)) return { problem: versionProblem(version), hint: versionHint(version, hasVault) };
	if (rest.length > 0) return { problem: 'something follows the version.', hint: 'Write NAME or NAME/VERSION.' };
	return undefined;
}

function versionProblem(version: string): string {
	if (version === '') return 'nothing follows the "/".';
	if (/^latest$/i.test(version)) return '"latest" is not a version.';
	return 'what follows the "/" is not a version, which has 32 hex digits.';
}

function versionHint(version: string, hasVault: boolean): string {
	if (version === '' || /^latest$/i.test(version)) return 'Write NAME alone to get the latest version.';
	if (hasVault || /^(?=.*\d)[0-9a-f-]+$/i.test(version))
		return 'Copy the version from the identifier that the portal shows.';
	return 'Write NAME/VERSION. If the name of a vault stands before the "/", set keyvault instead, or write the full identifier.';
}
