// What was rendered, as everything that leaves the step.
import type { Results } from '../export/export-all.js';
import { pathOutputs, placeFiles } from '../export/private-folder.js';
import type { Ports } from '../ports.js';
import type { Rendered } from '../render/rendered.js';
import { standingOutputs } from '../render/standing-outputs.js';
import { toVariables } from '../render/variables.js';

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
	const files = rendered.flatMap((one) => one.files);
	const placed = placeFiles(files, randomBytes);
	const outputs = [...rendered.flatMap((one) => one.outputs), ...pathOutputs(placed, privateFolders)];
	return {
		masks: rendered.flatMap(({ masks }) => masks),
		placed,
		outputs: [...outputs, ...standingOutputs(rendered, expiring)],
		variables: exportEnv ? toVariables(outputs, 'Write | file to have it in a file, or leave export-env out.') : [],
	};
}
