// What was rendered, as everything that leaves the step.
import type { Results } from '../export/export-all.js';
import { pathOutputs, placeFiles } from '../export/private-folder.js';
import type { Ports } from '../ports.js';
import type { Rendered, RenderedOutput } from '../render/rendered.js';
import { standingOutputs } from '../render/standing-outputs.js';
import { canBeVariable, toVariables } from '../render/variables.js';

/** What the results depend on beside what was rendered. */
export interface ResultOptions {
	/** Names of what is near its end. */
	readonly expiring: readonly string[];
	/** Are the outputs to be variables as well? */
	readonly exportEnv: boolean;
}

/** @throws ActionError that names the output whose value cannot be a variable, where variables are wanted */
export function makeResults(
	rendered: readonly Rendered[],
	{ expiring, exportEnv }: ResultOptions,
	{ randomBytes, privateFolders }: Pick<Ports, 'randomBytes' | 'privateFolders'>,
): Results {
	const placed = placeFiles(
		rendered.flatMap(({ files }) => files),
		randomBytes,
	);
	const outputs = rendered.flatMap((one) => one.outputs);
	const paths = pathOutputs(placed, privateFolders);
	const forVariables = [...rendered.flatMap(outputsForVariables), ...paths];
	return {
		masks: rendered.flatMap(({ masks }) => masks),
		placed,
		outputs: [...outputs, ...paths, ...standingOutputs(rendered, expiring)],
		variables: exportEnv
			? toVariables(forVariables, 'Write | file to have it in a file, or leave export-env out.')
			: [],
	};
}

// What is in a file need not be a variable, where it cannot be one: the variable with the path is what was wanted.
function outputsForVariables({ outputs, files }: Rendered): readonly RenderedOutput[] {
	const inFiles = files.map(({ output }) => output);
	return outputs.filter((output) => !inFiles.includes(`${output.name}-path`) || canBeVariable(output));
}
