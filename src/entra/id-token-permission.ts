// Whether the job may ask GitHub for an ID token: a runner then sets two variables.
// https://docs.github.com/actions/reference/security/oidc
import type { StepInputs } from '../ports.js';

/** Where the runner gives ID tokens. */
export const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';

/** What it wants to see for one. */
export const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** What to do about a job that has none. A job with permissions of its own loses those that it does not name. */
export const PERMISSION_HINT =
	'Give the job the permission "id-token: write", and "contents: read" beside it if the job checks out the repository';

/** Does the job have `id-token: write`? */
export function hasIdTokenPermission(variable: StepInputs['variable']): boolean {
	return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}
