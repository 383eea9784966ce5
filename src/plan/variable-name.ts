// Outputs as environment variables: what they are called.

/** Whether a variable of this name must not be set for later steps. */
export type RefusesVariable = (variable: string) => boolean;

/** The variable of an output: upper case, with `_` for each hyphen. */
export function variableNameOf(output: string): string {
	return output.toUpperCase().replaceAll('-', '_');
}
