// Outputs as variables for the later steps of the job.
import { ActionError, checkEach } from '../errors.js';
import { variableNameOf } from '../plan/output-names.js';
import type { RenderedOutput } from './rendered.js';

/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;

/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionErrors that name each output whose value cannot be a variable
 */
export function toVariables(outputs: readonly RenderedOutput[], hint: string): readonly RenderedOutput[] {
	return checkEach(outputs, ({ name: output, value }) => {
		const name = variableNameOf(output);
		const problem = findProblem(output, value);
		if (problem === undefined) return { name, value };
		throw new ActionError({
			code: 'VARIABLE_IMPOSSIBLE',
			title: 'Not possible as a variable',
			subject: `output ${output}`,
			problem,
			hint,
		});
	});
}

/** Whether the output can be a variable. */
export function canBeVariable({ name, value }: RenderedOutput): boolean {
	return findProblem(name, value) === undefined;
}

function findProblem(output: string, value: RenderedOutput['value']): string | undefined {
	const entry = `${variableNameOf(output)}=${typeof value === 'string' ? value : value.reveal()}`;
	if (entry.includes('\0')) return 'contains a NUL character, which a variable cannot hold.';
	// The NUL at the end counts.
	return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES
		? 'is larger than 128 KiB, which is too large for a variable.'
		: undefined;
}
