// The leaves of a JSON text, as they are spelled there: `JSON.parse` would make 1 of 1.0, and round long numbers.
import type { ActionError } from '../errors.js';
import { quote } from '../input/line-mistakes.js';
import type { JsonLeaf } from '../masks/masks-of-values.js';
import { valueError } from './rendered.js';

/** An object or a list somewhere in a JSON text. */
export interface JsonBranch {
	readonly kind: 'object' | 'list';
	/** In the order of the text; a key may occur twice. */
	readonly entries: readonly JsonEntry[];
}

/** Node that stands in an object under a key, or in a list at a position. */
export interface JsonEntry {
	readonly key: string;
	readonly node: JsonNode;
}

export type JsonNode = JsonLeaf | JsonBranch;

/** Nodes of a JSON text, in its order. */
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
		throw valueError('the value is not a JSON object or list.', 'Remove | json to get it as it is.');
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
			throw valueError('the value is JSON that is nested too deeply.', `Expected at most ${MAX_DEPTH} levels.`);
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

/**
 * Returns the leaf at a dotted path. Keys may have dots themselves.
 *
 * An error repeats the path, which stands in the workflow, and says what kind of thing the value has there. It names no
 * key of the value: keys can be as secret as what they hold, e.g. the names of users, and nothing masks them.
 * @throws ActionError of no subject if there is none, or more than one
 */
export function pickLeaf({ root }: JsonTree, path: string): JsonLeaf {
	const search = new Search(path);
	search.look(root, 0);
	const [found, ...others] = search.found;
	if (found === undefined) throw nothingThere(path, search.furthest);
	if (others.length > 0) {
		throw valueError(
			`the path ${quote(path)} leads to more than one value.`,
			'A key occurs twice, or has dots: change the value.',
		);
	}
	if (isBranch(found)) {
		throw valueError(
			`the path ${quote(path)} leads to ${describeNode(found)}, not to a leaf.`,
			'Add keys or positions to the path, with a "." before each, until it leads to one leaf.',
		);
	}
	return found;
}

/** Point to which a path leads: the node there, and where the rest of the path begins. */
interface Stop {
	readonly node: JsonNode | undefined;
	readonly offset: number;
}

// Each node is looked at once at most, since only one way leads to it.
class Search {
	readonly found: JsonNode[] = [];
	furthest: Stop = { node: undefined, offset: -1 };
	readonly #path: string;

	constructor(path: string) {
		this.#path = path;
	}

	look(node: JsonNode, offset: number): void {
		if (offset > this.furthest.offset) this.furthest = { node, offset };
		if (!isBranch(node)) return;
		for (const { key, node: below } of node.entries) {
			const end = offset + key.length;
			if (!this.#path.startsWith(key, offset)) continue;
			if (end === this.#path.length) this.found.push(below);
			else if (this.#path.charAt(end) === '.') this.look(below, end + 1);
		}
	}
}

function nothingThere(path: string, { node, offset }: Stop): ActionError {
	const before = offset === 0 ? 'the whole value' : quote(path.slice(0, offset - 1));
	const [part = ''] = path.slice(offset).split('.');
	const nowhere = `the path ${quote(path)} leads nowhere: ${before} is ${describeNode(node)}`;
	switch (node?.kind) {
		case 'object': {
			const lower = part.toLowerCase();
			const isNear = node.entries.some(({ key }) => key.toLowerCase() === lower);
			const near = isNear ? ', and one key there differs only in case' : '';
			return valueError(`${nowhere} without the key ${quote(part)}.`, `Keys must match exactly${near}.`);
		}
		case 'list':
			return valueError(`${nowhere}, which has no position ${quote(part)}.`, 'Positions in lists count from 0.');
		default:
			return valueError(`${nowhere}, and nothing is below it.`, `End the path there.`);
	}
}

function isBranch(node: JsonNode): node is JsonBranch {
	return node.kind === 'object' || node.kind === 'list';
}

function describeNode(node: JsonNode | undefined): string {
	switch (node?.kind) {
		case 'object':
			return node.entries.length === 0 ? 'an empty object' : 'an object';
		case 'list':
			return node.entries.length === 0 ? 'an empty list' : `a list of ${node.entries.length}`;
		case 'string':
			return 'a string';
		case 'number':
			return 'a number';
		default:
			return node?.text === '' ? 'null' : 'a boolean';
	}
}
