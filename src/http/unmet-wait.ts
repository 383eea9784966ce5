// The advice for a service that asked to be left alone for longer than the step may take.
import type { ActionError } from '../errors.js';
import type { HttpResponse } from '../ports.js';

/** The error for this answer, with the wait that the service asked for if the step's time did not allow it. */
export function advisingWait(error: ActionError, { unmetWaitMs }: HttpResponse): ActionError {
	if (unmetWaitMs === undefined) return error;
	return error.advising(
		`The answer asks to wait ${describeWait(unmetWaitMs)} (Retry-After), longer than this step may take.`,
	);
}

function describeWait(waitMs: number): string {
	const seconds = Math.ceil(waitMs / 1000);
	return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
