// The lines of `scopes`: NAME = SCOPE, one a line.
import { describeLine, type LinePlace, lineError, type RawLine } from './line-grammar.js';

/** A token that is wanted. */
export interface ScopeLine extends LinePlace {
	/** Name of the output. */
	readonly output: string;
	/** Ends in `/.default`. */
	readonly scope: string;
}

const OUTPUT_NAME = /^[a-z_][a-z0-9_-]*$/i;

/**
 * A service as Entra knows it, by its application ID URI or its application ID.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 */
const RESOURCE = /^(?:(?:https|api):\/\/[\x21-\x7e]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const DEFAULT = '/.default';

/**
 * The parts of a line.
 * @throws ActionError that names the line and says what was expected
 */
export function parseScopeLine(line: RawLine<'scopes'>): ScopeLine {
	const { input, number, text } = line;
	const equals = text.indexOf('=');
	const output = text.slice(0, Math.max(equals, 0)).trim();
	const scope = text.slice(equals + 1).trim();
	if (output === '') throw lineError(line, 'has no name for its token.', EXPECTED_LINE);
	if (!OUTPUT_NAME.test(output)) {
		throw lineError(
			line,
			'has an output name that a workflow cannot use.',
			'Expected a letter or _, then letters, digits, - and _.',
		);
	}
	if (scope === '') throw lineError(line, 'has nothing after "=".', EXPECTED_LINE);
	if (!isScope(scope)) throw lineError(line, 'is not the scope of an application.', EXPECTED_SCOPE);
	return { input, number, output, scope };
}

function isScope(text: string): boolean {
	return text.endsWith(DEFAULT) && RESOURCE.test(text.slice(0, -DEFAULT.length));
}

const EXPECTED_LINE = 'Write NAME = SCOPE, e.g. GRAPH = https://graph.microsoft.com/.default.';

const EXPECTED_SCOPE =
	'Expected https://SERVICE/.default, api://APPLICATION/.default or the ID of an application before /.default: a token has every permission that was granted to the application, never one alone.';

/** For people: which token, and where it was asked for. */
export function describeToken(line: ScopeLine): string {
	return `Token ${line.output} (${describeLine(line)})`;
}
