// JSON from a server: nothing is believed about it but what was checked.

/** A JSON object whose members are yet to be checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The text as a JSON object; undefined if it is none (HTML, half a body, a list, ...). */
export function parseJsonObject(text: string): JsonObject | undefined {
	try {
		return asObject(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** The value as an object, not null and not a list. */
export function asObject(value: unknown): JsonObject | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The value as a string that `pattern` matches whole; undefined if it is not. */
export function asText(value: unknown, pattern: RegExp): string | undefined {
	return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
