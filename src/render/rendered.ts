// Results that rendering gives to exporting.
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { describeLine } from '../input/line-grammar.js';
import type { Masking } from '../masks/masks.js';
import type { Destination } from '../plan/destination.js';
import { describeIdentifier, type Identifier } from '../plan/identifier.js';
import type { TakenNames } from '../plan/output-names.js';
import type { Annotation, RandomBytes } from '../ports.js';
import type { SecretBytes, SecretText } from '../secret-text.js';
import type { Life } from '../time.js';

/** Parts of the step that rendering needs in addition to fetched objects. */
export interface RenderContext {
	/** Takes the outputs of JSON leaves. */
	readonly takenNames: TakenNames;
	/** As `process.platform` names it: what a certificate's consumers can open depends on it. */
	readonly platform: string;
	readonly randomBytes: RandomBytes;
}

/** One output to be set. */
export interface RenderedOutput {
	readonly name: string;
	readonly value: string | SecretText;
}

/** The value as it will be written. */
export function textOf(value: RenderedOutput['value']): string {
	return typeof value === 'string' ? value : value.reveal();
}

/** A file that only this user may read; its path becomes an output. */
export interface RenderedFile {
	/** The output that gets the path. */
	readonly output: string;
	/** Name of the file in the step's folder. */
	readonly name: string;
	readonly bytes: SecretBytes;
}

/** A certificate for the user's store. */
export interface RenderedStoreEntry {
	/** SHA-1, 40 upper-case hex digits. */
	readonly thumbprint: string;
	readonly pfx: SecretBytes;
	/** Password of the PFX; empty if it has none. */
	readonly password: SecretText;
}

/** One reference's share of the results. */
export interface Rendered {
	readonly item: Identifier;
	/** 32 hex digits. */
	readonly version: string;
	readonly life: Life;
	readonly outputs: readonly RenderedOutput[];
	readonly files: readonly RenderedFile[];
	readonly storeEntries: readonly RenderedStoreEntry[];
	readonly masks: readonly SecretText[];
	readonly weakness: Masking['weakness'];
	/** Those of the outputs that belong into `secrets`, too. */
	readonly secrets: readonly RenderedOutput[];
	/** Further remarks that the log makes about it. */
	readonly remarks?: readonly string[];
	/** Further warnings for the user. */
	readonly notes: readonly Annotation[];
}

/** Names of the outputs, the paths of files among them. */
export function outputNamesOf({ outputs, files }: Pick<Rendered, 'outputs' | 'files'>): readonly string[] {
	return [...outputs.map(({ name }) => name), ...files.map(({ output }) => output)];
}

/** On Windows these are devices, whatever stands after the first dot (learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^_*(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * The file of an output, e.g. `NAME.pfx`. What is a device on Windows gets a leading `_`, and so does what would then be
 * the same.
 * @param extension with its dot; empty for none
 */
export function fileNameOf(output: string, extension = ''): string {
	return `${DEVICE.test(output) ? '_' : ''}${output}${extension}`;
}

/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
export function valueError(problem: string, hint: string): ActionError {
	return new ActionError({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}

/** The expected failures that `error` stands for; those of nothing by name are said of the line and its object. */
export function errorsOfLine({ line, item }: Pick<Destination, 'line' | 'item'>, error: unknown): ActionErrors {
	const subject = `${describeLine(line)} (${describeIdentifier(item)})`;
	return new ActionErrors(expectedErrors(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
