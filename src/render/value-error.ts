// Values that are not what the steps of their line expect.
import { ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import { describeLine } from '../input/line-grammar.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import type { Destination } from '../plan/destination.js';

/** The error for a value; whose it is said later. Neither sentence may hold a part of the value. */
export function valueError(problem: string, hint: string): ActionError {
	return new ActionError({ code: 'VAULT_VALUE_UNUSABLE', title: 'Unusable value', problem, hint });
}

/** The foreseen failures that `error` stands for; those of nothing by name are said of the line and its object. */
export function errorsOfLine({ line, item }: Pick<Destination, 'line' | 'item'>, error: unknown): ActionErrors {
	const subject = `${describeLine(line)} (${describeIdentifier(item)})`;
	return new ActionErrors(foreseenErrors(error).map((one) => (one.subject === undefined ? one.about(subject) : one)));
}
