// Annotations, as many as a runner shows.
import type { ActionError } from '../errors.js';
import type { Annotation, AnnotationLevel, StepLog } from '../ports.js';

/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;

/** A runner cuts an annotation at 4,096 characters; what happened and what to do come after the subjects. */
const MAX_SUBJECTS_LENGTH = 3_000;

/** Annotates; where there are more than a runner shows, the last one counts the rest and the log has them all. */
export function annotateAll(log: StepLog, level: AnnotationLevel, annotations: readonly Annotation[]): void {
	const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
	const rest = annotations.slice(shown.length);
	for (const annotation of shown) log.annotate(level, annotation);
	if (rest.length === 0) return;
	for (const { title, text } of rest) log.info(`${title}: ${text}`);
	log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}

/** One annotation a cause: errors that differ only in what they are about share one that lists them. */
export function describeErrors(errors: readonly ActionError[]): readonly Annotation[] {
	const groups = new Map<string, ActionError[]>();
	for (const error of errors) {
		// What is wrong with a line is said of that line; objects or tokens that a service refuses for one reason are one matter.
		const subject = /^(?:VAULT|ENTRA)_/.test(error.code) ? '' : error.subject;
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
