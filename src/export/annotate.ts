// Annotations, as many as a runner shows.
import type { Annotation, AnnotationLevel, StepLog } from '../ports.js';

/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;

/** Annotates; where there are more than a runner shows, the last one counts the rest and the log has them all. */
export function annotateAll(log: StepLog, level: AnnotationLevel, annotations: readonly Annotation[]): void {
	const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
	const rest = annotations.slice(shown.length);
	for (const annotation of shown) log.annotate(level, annotation);
	if (rest.length === 0) return;
	for (const { title, text } of rest) log.info(`${title}: ${text}`);
	log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}
