// Leaves out of a bundle what nothing in it uses: the bundler keeps every declaration of a module that it takes, such as
// those of the toolkit that no program calls.
import { type AnyNode, type Class, type Comment, type Node, type Pattern, parse } from 'acorn';

/** A remark of the bundler, which stays though what follows is left out. */
const SECTION = /^ CONCATENATED MODULE: /;

/**
 * The same program without the functions, classes and constants that no other part of it names. Names are compared
 * wherever they stand, so that what might be meant is kept; so is what does something by being declared.
 */
export function shakeBundle(program: string): string {
	let text = program;
	for (let shaken = withoutUnused(text); shaken !== text; shaken = withoutUnused(text)) text = shaken;
	return text;
}

function withoutUnused(text: string): string {
	const comments: Comment[] = [];
	const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', onComment: comments });
	const nodes = [...walk(program)];
	const places = findNames(nodes);
	const simpleClasses = findSimpleClasses(nodes);
	// Neither those of a loop's head nor what is exported.
	const statements = nodes.flatMap((node): AnyNode[] =>
		node.type === 'Program' || node.type === 'BlockStatement' ? node.body : [],
	);
	const unused = statements.filter((node) => {
		const names = namesOfInert(node, simpleClasses);
		const isOwn = (at: number): boolean => at >= node.start && at < node.end;
		return names.length > 0 && names.every((name) => (places.get(name) ?? []).every(isOwn));
	});
	let rest = text;
	for (const { start, end } of outermost(unused).reverse()) {
		rest = rest.slice(0, startWithComments(text, comments, start)) + rest.slice(endOfLine(text, end));
	}
	return rest;
}

function* walk(node: AnyNode): Generator<AnyNode> {
	yield node;
	for (const value of Object.values(node)) {
		for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
	}
}

function isNode(value: unknown): value is AnyNode {
	return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Where each name stands that may mean a declaration, its own place included. */
function findNames(nodes: readonly AnyNode[]): ReadonlyMap<string, readonly number[]> {
	const places = new Map<string, number[]>();
	const keys = new Set(nodes.map(keyOf));
	for (const node of nodes) {
		if (node.type !== 'Identifier' || keys.has(node)) continue;
		places.set(node.name, [...(places.get(node.name) ?? []), node.start]);
	}
	return places;
}

/** What is no more than the name of a property. */
function keyOf(node: AnyNode): Node | undefined {
	if (node.type === 'MemberExpression') return node.computed ? undefined : node.property;
	if (node.type === 'Property') return node.computed || node.shorthand ? undefined : node.key;
	if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition')
		return node.computed ? undefined : node.key;
	return undefined;
}

/** The names that a declaration gives, where declaring does nothing else; none where it does. */
function namesOfInert(node: AnyNode, simpleClasses: ReadonlySet<string>): readonly string[] {
	switch (node.type) {
		case 'FunctionDeclaration':
			return node.id === null ? [] : [node.id.name];
		case 'ClassDeclaration':
			return node.id !== null && isInertClass(node, simpleClasses) ? [node.id.name] : [];
		case 'VariableDeclaration': {
			const areInert = node.declarations.every(({ init }) => init != null && isInert(init, simpleClasses));
			const names = node.declarations.map(({ id }) => namesOf(id));
			return areInert && names.every((some) => some.length > 0) ? names.flat() : [];
		}
		default:
			return [];
	}
}

// None where the pattern is more than names.
function namesOf(pattern: Pattern): readonly string[] {
	if (pattern.type === 'Identifier') return [pattern.name];
	if (pattern.type !== 'ObjectPattern') return [];
	const names = pattern.properties.map((one) =>
		one.type === 'Property' && one.value.type === 'Identifier' ? one.value.name : undefined,
	);
	return names.every((name) => name !== undefined) ? names : [];
}

function isInert(node: AnyNode | null, simpleClasses: ReadonlySet<string>): boolean {
	const areInert = (all: readonly (AnyNode | null)[]): boolean => all.every((one) => isInert(one, simpleClasses));
	switch (node?.type) {
		case undefined:
		case 'Literal':
		case 'Identifier':
		case 'ThisExpression':
		case 'FunctionExpression':
		case 'ArrowFunctionExpression':
			return true;
		case 'MemberExpression':
			return !node.computed && isInert(node.object, simpleClasses);
		case 'ClassExpression':
			return isInertClass(node, simpleClasses);
		case 'TemplateLiteral':
			return areInert(node.expressions);
		case 'ArrayExpression':
			return areInert(node.elements);
		case 'ObjectExpression':
			return node.properties.every(
				(one) => one.type === 'Property' && !one.computed && isInert(one.value, simpleClasses),
			);
		case 'LogicalExpression':
			return areInert([node.left, node.right]);
		case 'NewExpression':
			return node.callee.type === 'Identifier' && simpleClasses.has(node.callee.name) && areInert(node.arguments);
		default:
			return false;
	}
}

function isInertClass({ superClass, body }: Class, simpleClasses: ReadonlySet<string>): boolean {
	if (superClass != null && superClass.type !== 'Identifier') return false;
	return body.body.every((member) => {
		if (member.type === 'StaticBlock' || member.computed) return false;
		return member.type === 'MethodDefinition' || !member.static || isInert(member.value ?? null, simpleClasses);
	});
}

/** Names of classes that are simple, whichever class of that name is meant. */
function findSimpleClasses(nodes: readonly AnyNode[]): ReadonlySet<string> {
	const classes = nodes.filter((node) => node.type === 'ClassDeclaration');
	const others = new Set(classes.filter((node) => !isSimpleClass(node)).map(({ id }) => id?.name));
	return new Set(classes.flatMap(({ id }) => (id === null || others.has(id.name) ? [] : [id.name])));
}

/** Does making one of these do nothing but give it properties? */
function isSimpleClass({ superClass, body }: Class): boolean {
	if (superClass != null) return false;
	return body.body.every((member) => {
		if (member.type === 'PropertyDefinition') return isInert(member.value ?? null, new Set());
		if (member.type !== 'MethodDefinition' || member.kind === 'set') return false;
		return member.kind !== 'constructor' || member.value.body.body.every(setsOwnProperty);
	});
}

function setsOwnProperty(node: AnyNode): boolean {
	if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return false;
	const { left, right } = node.expression;
	return left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && isInert(right, new Set());
}

// In the order of their beginnings.
function outermost(nodes: readonly AnyNode[]): AnyNode[] {
	let end = 0;
	return [...nodes]
		.sort((one, other) => one.start - other.start)
		.filter((node) => {
			const isOuter = node.start >= end;
			if (isOuter) end = node.end;
			return isOuter;
		});
}

/** Where the comments begin that belong to what begins here: those right above it, without an empty line between. */
function startWithComments(text: string, comments: readonly Comment[], start: number): number {
	const lineStart = startOfLine(text, start);
	const above = comments.filter(({ end }) => end <= lineStart).at(-1);
	if (above === undefined || SECTION.test(above.value)) return lineStart;
	const isRightAbove = /^\r?\n$/.test(text.slice(above.end, lineStart));
	return isRightAbove && isFirstOfLine(text, above.start) ? startWithComments(text, comments, above.start) : lineStart;
}

/** The beginning of the line where nothing but blanks comes before. */
function startOfLine(text: string, at: number): number {
	return isFirstOfLine(text, at) ? text.lastIndexOf('\n', at - 1) + 1 : at;
}

function isFirstOfLine(text: string, at: number): boolean {
	return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

function endOfLine(text: string, at: number): number {
	return /^\r?\n/.test(text.slice(at, at + 2)) ? text.indexOf('\n', at) + 1 : at;
}
