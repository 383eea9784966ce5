// The leaves of a JSON text, as they are spelled there: `JSON.parse` would make 1 of 1.0, and round long numbers.
import type { JsonLeaf } from '../masks/masks-of-json.js';
import { valueError } from './value-error.js';

/** An object or a list somewhere in a JSON text. */
export interface JsonBranch {
	readonly kind: 'object' | 'list';
	/** In the order of the text; a key may occur twice. */
	readonly entries: readonly JsonEntry[];
}

/** What stands in an object under a key, or in a list at a position. */
export interface JsonEntry {
	readonly key: string;
	readonly node: JsonNode;
}

export type JsonNode = JsonLeaf | JsonBranch;

/** What a JSON text holds, in its order. */
export interface JsonTree {
	readonly root: JsonBranch;
	readonly leaves: readonly JsonLeaf[];
}

/** Outputs are named after paths: what is nested deeper is no configuration. */
const MAX_DEPTH = 64;

/**
 * Reads an object or a list.
 * @throws ActionError of no subject if the text is neither, or is nested too deep
 */
export function readJson(text: string): JsonTree {
	if (!isJson(text) || !/^[\t\n\r ]*[{[]/.test(text)) {
		throw valueError('the value is not a JSON object or list.', 'Leave | json out to have it as it is.');
	}
	const reader = new TokenReader(text);
	return { root: reader.readBranch([]), leaves: reader.leaves };
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

class TokenReader {
	readonly leaves: JsonLeaf[] = [];
	readonly #rest: string[];

	constructor(text: string) {
		this.#rest = Array.from(text.matchAll(TOKENS), ([token]) => token).reverse();
	}

	readBranch(path: readonly string[]): JsonBranch {
		if (path.length === MAX_DEPTH) {
			throw valueError('the value is JSON that is nested too deep.', `Expected at most ${MAX_DEPTH} levels.`);
		}
		const isList = this.#next() === '[';
		const end = isList ? ']' : '}';
		const entries: JsonEntry[] = [];
		while (this.#rest.at(-1) !== end) {
			const key = isList ? `${entries.length}` : (JSON.parse(this.#next()) as string);
			entries.push({ key, node: this.#readNode([...path, key]) });
		}
		this.#next();
		return { kind: isList ? 'list' : 'object', entries };
	}

	#readNode(path: readonly string[]): JsonNode {
		const token = this.#rest.at(-1);
		if (token === '{' || token === '[') return this.readBranch(path);
		const leaf = { path, ...readLeaf(this.#next()) };
		this.leaves.push(leaf);
		return leaf;
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
