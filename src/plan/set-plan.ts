// Plan of the set action, decided line by line before the first request.
import { ActionError, checkAll, checkEach } from '../errors.js';
import { readCloudInputs } from '../input/cloud-inputs.js';
import { describeLine, lineError, type RawLine } from '../input/line-grammar.js';
import { readSetKeyvault } from '../input/set-inputs.js';
import { aroundName } from '../input/set-line-mistakes.js';
import { parseSource, type SetInput, type SetLine, splitSetLine, type ValueSource } from '../input/set-lines.js';
import { checkSource, parseSetModifiers, type SetModifiers } from '../input/set-modifiers.js';
import type { StepInputs } from '../ports.js';
import { type Cloud, chooseCloud } from './cloud.js';
import { withoutLeadingDigit } from './destination.js';
import { isObjectName, parseKeyvault } from './identifier.js';
import { findNameMistake } from './identifier-mistakes.js';
import { makeTakenNames, type TakenNames } from './output-names.js';

/** The vault that is written to. */
export interface SetVault {
	readonly cloud: Cloud;
	/** An https origin. */
	readonly vaultUrl: string;
}

/** Returns the vault. @throws ActionErrors that name each input that cannot be used */
export function chooseSetVault(inputs: StepInputs): SetVault {
	let known: Cloud | undefined;
	return checkAll<SetVault>({
		cloud: () => {
			known = chooseCloud(readCloudInputs(inputs));
			return known;
		},
		// Without a cloud, only the form is checked.
		vaultUrl: () => parseKeyvault(readSetKeyvault(inputs), known) ?? '',
	});
}

/** A line that is sound in itself. */
export interface PlannedLine {
	readonly line: SetLine;
	readonly source: ValueSource;
	readonly modifiers: SetModifiers;
	/** Beginning of its outputs' names. */
	readonly output: string;
}

/**
 * Returns what `read` makes of each line, in their order.
 * @param read reads the value of a line; throws ActionErrors that name the line
 * @throws ActionErrors with every bad line, and every two lines that would write the same
 */
export function planSetLines<T>(lines: readonly RawLine<SetInput>[], read: (planned: PlannedLine) => T): readonly T[] {
	const takenBy = new Map<string, SetLine>();
	const takenNames = makeTakenNames({ exportEnv: false });
	return checkEach(lines, (raw) => {
		const line = splitSetLine(raw);
		const { source, modifiers } = checkAll<Pick<PlannedLine, 'source' | 'modifiers'> & { name: undefined }>({
			name: () => checkName(line, takenBy),
			source: () => parseSource(line),
			modifiers: () => parseSetModifiers(line),
		});
		checkSource(line, modifiers, source);
		const planned = { line, source, modifiers, output: withoutLeadingDigit(line.name) };
		return checkAll<{ content: T; outputs: undefined }>({
			content: () => read(planned),
			outputs: () => takeOutputs(planned, takenNames),
		}).content;
	});
}

function checkName(line: SetLine, takenBy: Map<string, SetLine>): undefined {
	const { name } = line;
	if (!isObjectName(name)) {
		const mistake = aroundName(name) ?? findNameMistake(name, name.split('/').length);
		throw lineError(line, mistake.problem, mistake.hint);
	}
	const key = name.toLowerCase();
	const other = takenBy.get(key);
	takenBy.set(key, other ?? line);
	if (other !== undefined) throw sameName(line, other);
}

// The private key of a certificate is kept in the secret of its name.
function sameName(line: SetLine, other: SetLine): ActionError {
	const isSecret = line.input === other.input;
	return new ActionError({
		code: 'OUTPUT_CLASH',
		title: 'Two lines for one object',
		subject: describeLine(line),
		problem: isSecret
			? `${describeLine(other)} writes the same object already (case does not count).`
			: `${describeLine(other)} writes a secret of this name, and a certificate keeps its private key in the secret of its own name.`,
		hint: isSecret ? 'Leave one of the two lines out.' : 'Choose another name for one of the two.',
	});
}

/** Only the output of a made value can clash: the other outputs end in -version or -changed, after names that differ. */
const CLASH_HINT = 'Leave | output out, or choose another name for one of the two.';

function takeOutputs({ line, modifiers, output }: PlannedLine, takenNames: TakenNames): undefined {
	const isShown = modifiers.kind === 'secrets' && modifiers.output;
	const outputs = [...(isShown ? [output] : []), `${output}-version`, `${output}-changed`];
	takenNames.take({ line, essence: describeLine(line) + line.name, outputs, clashHint: CLASH_HINT });
}
