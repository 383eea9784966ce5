// One leaf of JSON, by its path.
import type { JsonLeaf, JsonTree } from './json-leaves.js';
import { valueError } from './value-error.js';

/**
 * The leaf at a dotted path; keys may have dots themselves.
 * @throws ActionError of no subject where there is none, or more than one
 */
export function pickLeaf({ leaves, branches }: JsonTree, path: string): JsonLeaf {
	const [leaf, ...others] = leaves.filter((one) => one.path.join('.') === path);
	const isBranch = branches.some((branch) => branch.join('.') === path);
	if (leaf === undefined && isBranch) {
		throw valueError(
			'the value has an object or a list at the path after json.',
			'Write the path on to one leaf, or | json alone for all of them.',
		);
	}
	if (leaf === undefined) {
		throw valueError(
			'the value has nothing at the path after json.',
			'Keys are compared to the letter, and positions in lists count from 0.',
		);
	}
	if (isBranch || others.length > 0) {
		throw valueError(
			'the value has more than one thing at the path after json.',
			'A key occurs twice, or has dots: change the value.',
		);
	}
	return leaf;
}
