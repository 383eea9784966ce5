// The failure of a step whose log nobody reads: its masks do not reach the runner.
import { ActionError } from '../errors.js';

/** Code of the failure. What was waiting for the masks must not be tried again. */
export const MASKS_NOT_TAKEN = 'MASKS_NOT_TAKEN';

/** The error for masks that standard output did not take. */
export function masksNotTaken(): ActionError {
	return new ActionError({
		code: MASKS_NOT_TAKEN,
		title: 'The log is not read',
		subject: 'standard output',
		problem: 'the runner did not read the masks that hide the secrets, so nothing was exported.',
		hint: 'Run the job again.',
	});
}
