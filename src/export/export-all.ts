// All or nothing: first every mask, then every output; where one cannot be written, none is left.
import { ActionError } from '../errors.js';
import type { StepFiles, StepLog } from '../ports.js';
import type { Rendered, RenderedOutput } from '../render/rendered.js';
import { SecretText } from '../secret-text.js';

/**
 * Masks everything and writes every output.
 * @throws ActionError where an output could not be written; what was written before it has been taken back
 */
export function exportAll(
	rendered: readonly Rendered[],
	expiring: readonly string[],
	ports: { readonly log: StepLog; readonly files: StepFiles },
): void {
	maskAll(
		rendered.flatMap(({ masks }) => masks),
		ports.log,
	);
	const outputs = [...rendered.flatMap((one) => one.outputs), ...standingOutputs(rendered, expiring)];
	let takeBack = (): void => undefined;
	try {
		takeBack = ports.files.markOutputs();
		for (const { name, value } of outputs) ports.files.setOutput(name, reveal(value));
	} catch (error) {
		throw notWritten(error, attempt(takeBack));
	}
}

function attempt(action: () => void): boolean {
	try {
		action();
		return true;
	} catch {
		return false;
	}
}

function notWritten(cause: unknown, isTakenBack: boolean): ActionError {
	const state = isTakenBack ? 'none of them is set' : 'some of them may be set';
	return new ActionError({
		code: 'OUTPUT_NOT_WRITTEN',
		title: 'Outputs could not be written',
		subject: 'GITHUB_OUTPUT',
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

function standingOutputs(rendered: readonly Rendered[], expiring: readonly string[]): readonly RenderedOutput[] {
	const secrets = rendered.flatMap(({ secret, outputs }) =>
		secret === undefined ? [] : outputs.map(({ name, value }) => [name, reveal(value)] as const),
	);
	return [
		{ name: 'secrets', value: new SecretText(JSON.stringify(Object.fromEntries(secrets))) },
		{ name: 'expiring', value: JSON.stringify(expiring) },
	];
}

function reveal(value: string | SecretText): string {
	return typeof value === 'string' ? value : value.reveal();
}
