// Whether the job may ask GitHub for an ID token: a runner then sets two variables.
// https://docs.github.com/actions/reference/security/oidc
import type { StepInputs } from '../ports.js';

/** Where the runner gives ID tokens. */
export const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';

/** What it wants to see for one. */
export const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** Does the job have `id-token: write`? */
export function hasIdTokenPermission(variable: StepInputs['variable']): boolean {
	return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}
