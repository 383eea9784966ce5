// Failures as annotations.
import type { ActionError } from '../errors.js';
import type { Annotation } from '../ports.js';

/** A runner cuts an annotation at 4,096 characters; what happened and what to do come after the subjects. */
const MAX_SUBJECTS_LENGTH = 3_000;

/** What services, az among them, refuse or do not answer. */
const OF_SERVICES = /^(?:VAULT|ENTRA|ID_TOKEN|TOKEN_FILE|MANAGED_IDENTITY|AZURE_CLI)_/;

/** One annotation per cause: errors that differ only in what they are about share one that lists them. */
export function describeErrors(errors: readonly ActionError[]): readonly Annotation[] {
	const groups = new Map<string, ActionError[]>();
	for (const error of errors) {
		// What is wrong with a line is said of that line; objects or tokens that a service refuses for one reason are one matter.
		const subject = OF_SERVICES.test(error.code) ? '' : error.subject;
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
