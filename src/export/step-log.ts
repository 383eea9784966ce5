// Output of a step: annotations, failures as annotations, lines that a runner takes for no command, and masks.
import { ActionError, isOfService } from '../errors.js';
import type { MatchedPattern } from '../keyvault/match-patterns.js';
import type { FailedReference } from '../keyvault/vault-error.js';
import { describeIdentifier, vaultHost } from '../plan/identifier.js';
import { describePattern } from '../plan/pattern.js';
import type { Annotation, AnnotationLevel, StepLog } from '../ports.js';
import { outputNamesOf, type Rendered } from '../render/rendered.js';
import { formatInstant } from '../time.js';

/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;

/** Annotates; if there are more than a runner shows, the last one counts the rest and the log has them all. */
export function annotateAll(log: StepLog, level: AnnotationLevel, annotations: readonly Annotation[]): void {
	const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
	const rest = annotations.slice(shown.length);
	for (const annotation of shown) log.annotate(level, annotation);
	if (rest.length === 0) return;
	for (const { title, text } of rest) log.info(`${title}: ${text}`);
	log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}

/** A runner cuts an annotation at 4,096 characters; what happened and what to do come after the subjects. */
const MAX_SUBJECTS_LENGTH = 3_000;

/** One annotation per cause: errors that differ only in what they are about share one that lists them. */
export function describeErrors(errors: readonly ActionError[]): readonly Annotation[] {
	const groups = new Map<string, ActionError[]>();
	for (const error of errors) {
		// A line's mistake is said of that line; objects or tokens that a service refuses for one reason are one matter.
		const subject = isOfService(error) ? '' : error.subject;
		const key = JSON.stringify([error.code, error.title, error.problem, error.hint, subject]);
		groups.set(key, [...(groups.get(key) ?? []), error]);
	}
	return [...groups.values()].map(describeGroup);
}

function describeGroup(errors: readonly ActionError[]): Annotation {
	const [first] = errors as readonly [ActionError, ...ActionError[]];
	if (errors.length === 1) return { title: first.title, text: first.message };
	const hint = first.hint === undefined ? '' : ` ${first.hint}`;
	return { title: first.title, text: `${listSubjects(errors)}: ${first.problem}${hint}` };
}

// Each once, as many as fit; the log of the step has them all.
function listSubjects(errors: readonly ActionError[]): string {
	const described = errors.map(({ subject, requestId }) =>
		requestId === undefined ? `${subject}` : `${subject} (${requestId})`,
	);
	const subjects = [...new Set(described)];
	let text = '';
	for (const [index, subject] of subjects.entries()) {
		const next = index === 0 ? subject : `${text}, ${subject}`;
		if (next.length > MAX_SUBJECTS_LENGTH) return `${text} and ${subjects.length - index} more`;
		text = next;
	}
	return text;
}

/**
 * The text as one line that stays one and means nothing: a runner obeys `::name::` at the start of a line and, in an
 * older form, `##[name]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs). Control characters, and
 * those that hide in a text or turn its direction, become question marks.
 */
export function toLogLine(text: string): string {
	// As almost every line is: the expressions below take a while to get ready.
	if (/^(?!\s*::)[\x20-\x7e\u2192]*$/.test(text) && !text.includes('##[')) return text;
	return text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
		.replaceAll('##[', '## [')
		.replace(/^(\p{White_Space}*:):/u, '$1 :');
}

/**
 * Returns the text as a mask that a runner takes for one. It looks for the second `::` of a command as people see text,
 * so a combining mark after the colons is one character with them and there is no command: the line would be printed as
 * it is (ActionCommand.TryParseV2, String.IndexOf). A line break in between parts them, and a runner drops it again.
 */
export function toMaskText(text: string): string {
	return /^[\x00-\x7f]/.test(text) ? text : `\n${text}`;
}

/** The error for masks that standard output did not take. */
export function masksNotTaken(): ActionError {
	return new ActionError({
		code: 'MASKS_NOT_TAKEN',
		title: 'The log is not read',
		subject: 'standard output',
		problem: 'the runner did not read the masks that hide the secrets, so nothing was exported.',
		hint: 'Run the job again.',
	});
}

/** Whether nobody read the masks: what was waiting for them must not be tried again. */
export function areMasksNotTaken({ code }: ActionError): boolean {
	return code === 'MASKS_NOT_TAKEN';
}

/** Names what could not be fetched. */
export function logFailed(log: StepLog, failed: readonly FailedReference[]): void {
	const subjects = new Set(failed.map(({ subject, vaultUrl }) => `${subject} in ${vaultHost(vaultUrl)}`));
	log.info(`Nothing is exported, because ${subjects.size} could not be fetched:`);
	for (const subject of subjects) log.info(`  ${subject}`);
}

// Secrets that back certificates are not the user's choice, and there may be many: they are counted.
/** Says what each pattern matched. */
export function logPatterns(log: StepLog, patterns: readonly MatchedPattern[]): void {
	for (const { line, count, left, skipped } of patterns) {
		log.info(`${describePattern(line)} in ${vaultHost(line.vaultUrl)}: ${count} matched.`);
		if (left.length > 0) log.info(`  left to their own lines: ${left.join(', ')}`);
		const named = skipped.filter(({ reason }) => reason !== 'managed');
		if (named.length > 0)
			log.info(`  skipped: ${named.map(({ item, reason }) => `${item.name} (${reason})`).join(', ')}`);
		const managed = skipped.length - named.length;
		if (managed > 0) log.info(`  skipped because they back certificates: ${managed}`);
	}
}

/** Says what was exported, and where it went. */
export function logRendered(log: StepLog, rendered: readonly Rendered[]): void {
	log.info(`Fetched, masked and exported:`);
	for (const one of rendered) {
		const { item, version, life } = one;
		const end = life.expires === undefined ? 'no expiry' : `expires ${formatInstant(life.expires)}`;
		const places = [...outputNamesOf(one), ...one.storeEntries.map(() => 'CurrentUser\\My')].join(', ');
		log.info(`  ${describeIdentifier(item)} (version ${version}, ${end}) \u2192 ${places}`);
		for (const remark of one.remarks ?? []) log.info(`    ${remark}`);
	}
}
