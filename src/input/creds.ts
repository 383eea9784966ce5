// The `creds` input: the JSON that Azure/login takes, so that a workflow can move over unchanged.
import { asObject, type JsonObject } from '../http/json.js';
import type { StepInputs } from '../ports.js';
import { invalidInput, readText } from './scalars.js';

/** What of it is used; other members are passed over. */
export interface Creds {
	readonly tenantId: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/**
 * The members of `creds`; undefined where it was left out.
 * @throws ActionError where it is not such JSON; the text is no part of it
 */
export function readCreds(inputs: StepInputs): Creds | undefined {
	const text = readText(inputs, 'creds');
	if (text === undefined) return undefined;
	const members = parseJson(text);
	const member = (name: string): string => {
		const value = members?.[name];
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
		throw invalidInput(
			'creds',
			`holds no ${name}.`,
			'Expected the JSON {"clientId": "\u2026", "clientSecret": "\u2026", "tenantId": "\u2026"}.',
		);
	};
	return { tenantId: member('tenantId'), clientId: member('clientId'), clientSecret: member('clientSecret') };
}

function parseJson(text: string): JsonObject | undefined {
	try {
		return asObject(JSON.parse(text));
	} catch {
		// Not thrown on: the parser's message quotes the text, and there is a secret in it.
		return undefined;
	}
}
