// All or nothing: first every mask, then every output and variable; where one cannot be written, none is left.
import { ActionError } from '../errors.js';
import type { RunnerFile, StepFiles, StepLog } from '../ports.js';
import type { RenderedOutput } from '../render/rendered.js';
import type { SecretText } from '../secret-text.js';

/** Everything that leaves the step. */
export interface Results {
	readonly masks: readonly SecretText[];
	readonly outputs: readonly RenderedOutput[];
	/** For the later steps' environment. */
	readonly variables: readonly RenderedOutput[];
}

/**
 * Masks everything and writes every output and variable.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
export function exportAll(
	{ masks, outputs, variables }: Results,
	ports: { readonly log: StepLog; readonly files: StepFiles },
): void {
	maskAll(masks, ports.log);
	const { files } = ports;
	const takeBacks: (() => void)[] = [];
	// Each file is measured before it is touched, so that one that cannot be leaves the others as they were.
	const writeAll = (
		file: RunnerFile,
		values: readonly RenderedOutput[],
		write: (one: RenderedOutput) => void,
	): void => {
		try {
			if (values.length > 0) takeBacks.push(files.mark(file));
			for (const value of values) write(value);
		} catch (error) {
			throw notWritten(file, error, takeBacks.map(attempt).every(Boolean));
		}
	};
	writeAll('GITHUB_OUTPUT', outputs, ({ name, value }) => files.setOutput(name, reveal(value)));
	writeAll('GITHUB_ENV', variables, ({ name, value }) => files.exportVariable(name, reveal(value)));
}

function attempt(action: () => void): boolean {
	try {
		action();
		return true;
	} catch {
		return false;
	}
}

function notWritten(file: RunnerFile, cause: unknown, isTakenBack: boolean): ActionError {
	const state = isTakenBack ? 'none of them is set' : 'some of them may be set';
	return new ActionError({
		code: 'OUTPUT_NOT_WRITTEN',
		title: 'Outputs could not be written',
		subject: file,
		problem: `writing the outputs failed, and ${state}.`,
		hint: "Look at the free space and the rights of the runner's work folder.",
		cause,
	});
}

function maskAll(masks: readonly SecretText[], log: StepLog): void {
	const seen = new Set<string>();
	for (const mask of masks) {
		if (!seen.has(mask.reveal())) log.mask(mask);
		seen.add(mask.reveal());
	}
}

function reveal(value: string | SecretText): string {
	return typeof value === 'string' ? value : value.reveal();
}
