// The outputs of one reference, for people.
import type { Rendered } from './rendered.js';

/** Names of the outputs, the paths of files among them. */
export function outputNamesOf({ outputs, files }: Pick<Rendered, 'outputs' | 'files'>): readonly string[] {
	return [...outputs.map(({ name }) => name), ...files.map(({ output }) => output)];
}
