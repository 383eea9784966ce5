// The leaves of a JSON text, as they are spelled there: `JSON.parse` would make 1 of 1.0, and round long numbers.
import { valueError } from './value-error.js';

/** A string, number, boolean or null somewhere in a JSON text. */
export interface JsonLeaf {
	/** Keys, and positions in lists counted from 0, from the top down. */
	readonly path: readonly string[];
	readonly kind: 'string' | 'number' | 'word';
	/** A string's content, a number as spelled, `true` or `false`; empty for null. */
	readonly text: string;
}

/** What a JSON text holds, in its order. */
export interface JsonTree {
	readonly leaves: readonly JsonLeaf[];
	/** Paths of the objects and lists; the first is the empty one of the whole. */
	readonly branches: readonly (readonly string[])[];
}

/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;

/**
 * The tree of an object or a list.
 * @throws ActionError of no subject where the text is neither, or is nested too deep
 */
export function readJson(text: string): JsonTree {
	if (!isJson(text) || !/^\s*[{[]/.test(text)) {
		throw valueError('the value is not a JSON object or list.', 'Leave | json out to have it as it is.');
	}
	const reader = new TokenReader(text);
	reader.readValue([]);
	return reader;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// The error quotes the text, and so must not be seen.
		return false;
	}
}

// Strings, brackets, and numbers or words. Since the text is JSON, nothing depends on its colons and commas.
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\],:"]+/g;

class TokenReader implements JsonTree {
	readonly leaves: JsonLeaf[] = [];
	readonly branches: (readonly string[])[] = [];
	readonly #rest: string[];

	constructor(text: string) {
		this.#rest = Array.from(text.matchAll(TOKENS), ([token]) => token).reverse();
	}

	readValue(path: readonly string[]): void {
		const token = this.#next();
		if (token === '{' || token === '[') this.#readBranch(path, token === '[');
		else this.leaves.push({ path, ...readLeaf(token) });
	}

	#readBranch(path: readonly string[], isList: boolean): void {
		if (path.length === MAX_DEPTH) {
			throw valueError('the value is JSON that is nested too deep.', `Expected at most ${MAX_DEPTH} levels.`);
		}
		this.branches.push(path);
		const end = isList ? ']' : '}';
		for (let position = 0; this.#rest.at(-1) !== end; position += 1) {
			const key = isList ? `${position}` : (JSON.parse(this.#next()) as string);
			this.readValue([...path, key]);
		}
		this.#next();
	}

	#next(): string {
		return this.#rest.pop() as string;
	}
}

function readLeaf(token: string): Omit<JsonLeaf, 'path'> {
	if (token.startsWith('"')) return { kind: 'string', text: JSON.parse(token) as string };
	if (/^[-\d]/.test(token)) return { kind: 'number', text: token };
	return { kind: 'word', text: token === 'null' ? '' : token };
}
