// What a user should mind about the masks of what was fetched.
import { describeIdentifier } from '../keyvault/vault-error.js';
import type { CommonplaceLeaf, Weakness } from '../masks/masks.js';
import type { Annotation } from '../ports.js';
import type { Rendered } from './rendered.js';

const TEXTS: Readonly<Record<Exclude<Weakness['kind'], 'leaves'>, Annotation>> = {
	short: {
		title: 'Short',
		text: 'has fewer than 4 characters. It is masked, so the log shows *** wherever these characters occur, and job outputs that contain them are dropped. If it is not a secret, add "| unmasked" to its line.',
	},
	commonplace: {
		title: 'Common word',
		text: 'is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped. If it is not a secret, add "| unmasked" to its line.',
	},
	none: {
		title: 'Not masked',
		text: 'has no line that can be masked without damage to the log: each is blank, shorter than 4 characters, punctuation, a heading, a key without a value or a common word. Do not print it.',
	},
};

/** A warning if the masks damage the log, or hide nothing. */
export function warnOfMasks({ item, weakness }: Pick<Rendered, 'item' | 'weakness'>): readonly Annotation[] {
	const object = describeIdentifier(item);
	switch (weakness?.kind) {
		case undefined:
			return [];
		case 'leaves':
			return [warnOfLeaves(object, weakness.leaves)];
		case 'short':
		case 'commonplace':
		case 'none': {
			const { title, text } = TEXTS[weakness.kind];
			const subject = weakness.path === undefined ? object : `leaf ${describePath([weakness.path])} of ${object}`;
			return [{ title: `${title}: ${subject}`, text: `${subject} ${text}` }];
		}
		default:
			throw weakness satisfies never;
	}
}

const MAX_LISTED = 10;

function warnOfLeaves(object: string, leaves: readonly CommonplaceLeaf[]): Annotation {
	const listed = leaves.slice(0, MAX_LISTED).map(({ path }) => describePath(path));
	const rest = leaves.length > listed.length ? ` and ${leaves.length - listed.length} more` : '';
	return {
		title: `Common words: ${object}`,
		text: `${object} has leaves that are common words: ${listed.join(', ')}${rest}. They are masked, so the log shows *** wherever these words occur, and job outputs that contain them are dropped. Pick the leaves that you need with "| json PATH", and add "| unmasked" to the lines of those that are not secret.`,
	};
}

const MAX_PATH_LENGTH = 60;

// Keys are chosen by whoever wrote the value.
function describePath(path: readonly string[]): string {
	return path
		.join('.')
		.replace(/[^\p{L}\p{N} ._/:@-]/gu, '?')
		.slice(0, MAX_PATH_LENGTH);
}
