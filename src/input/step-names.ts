// The steps of each kind of line, and what may follow each.
import type { LinesInput } from './line-grammar.js';

/** What may follow a step's name: nothing, a text of the user's, or one of these words. */
export type ArgumentRule = 'none' | 'text' | readonly string[];

/** By the input of the line, in the order in which messages list them. */
export const STEPS: Readonly<Record<LinesInput, ReadonlyMap<string, ArgumentRule>>> = {
	secrets: new Map<string, ArgumentRule>([
		['tag', 'text'],
		['json', 'text'],
		['base64', 'none'],
		['file', 'none'],
		['unmasked', 'none'],
		['attributes', 'none'],
	]),
	certificates: new Map<string, ArgumentRule>([
		['tag', 'text'],
		['file', ['3des']],
		['pem', 'none'],
		['store', 'none'],
		['public', 'none'],
	]),
	keys: new Map<string, ArgumentRule>([['tag', 'text']]),
};
