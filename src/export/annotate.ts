// Annotations, as many as a runner shows.
import type { ActionError } from '../errors.js';
import type { Annotation, AnnotationLevel, StepLog } from '../ports.js';

/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;

/** Subjects named in one annotation; a runner cuts its text at 4,096 characters. */
const MAX_SUBJECTS = 20;

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
		const key = JSON.stringify([error.code, error.title, error.problem, error.hint]);
		groups.set(key, [...(groups.get(key) ?? []), error]);
	}
	return [...groups.values()].map(describeGroup);
}

function describeGroup(errors: readonly ActionError[]): Annotation {
	const [first] = errors as readonly [ActionError, ...ActionError[]];
	if (errors.length === 1) return { title: first.title, text: first.message };
	const subjects = errors.map(({ subject, requestId }) =>
		requestId === undefined ? `${subject}` : `${subject} (${requestId})`,
	);
	const more = subjects.length > MAX_SUBJECTS ? [`${subjects.length - MAX_SUBJECTS} more`] : [];
	const named = [...subjects.slice(0, MAX_SUBJECTS), ...more].join(', ');
	const hint = first.hint === undefined ? '' : ` ${first.hint}`;
	return { title: first.title, text: `${named}: ${first.problem}${hint}` };
}
