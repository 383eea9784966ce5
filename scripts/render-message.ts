// One message of the source as text: what is fixed stands there, and what is not is a placeholder.
import {
	isBinaryExpression,
	isCallExpression,
	isConditionalExpression,
	isIdentifier,
	isNoSubstitutionTemplateLiteral,
	isObjectLiteralExpression,
	isParenthesizedExpression,
	isPropertyAccessExpression,
	isPropertyAssignment,
	isShorthandPropertyAssignment,
	isStringLiteral,
	isTemplateExpression,
	type Node,
	type ObjectLiteralExpression,
	SyntaxKind,
	type TemplateExpression,
} from 'typescript/unstable/ast';

/** Members that make an object a message: of errors, annotations, and the tables of advice. */
const MESSAGE_MEMBERS = ['title', 'problem', 'text', 'meaning', 'hint', 'advice'];

/** Names of methods that print a line. */
const PRINTING_METHODS = ['info', 'debug', 'error', 'warning', 'notice'];

/** Lines of a message, and parts of its syntax that they do not show. */
interface RenderedMessage {
	readonly lines: readonly string[];
	readonly unread: readonly Node[];
}

/** Returns the message that a node is, or undefined if it is none. */
export function renderMessage(node: Node): RenderedMessage | undefined {
	if (isObjectLiteralExpression(node)) return renderObject(node);
	const unread: Node[] = [];
	if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
		const [line, ...others] = node.arguments;
		if (line === undefined || !PRINTING_METHODS.includes(node.expression.name.text) || !isText(line)) return undefined;
		const text = render(line, unread);
		return { lines: /\p{L}/u.test(text) ? [`(log) ${text}`] : [], unread: [...unread, ...others] };
	}
	if (!isText(node)) return undefined;
	const text = render(node, unread);
	return { lines: isProse(text) ? [text] : [], unread };
}

function isText(node: Node): boolean {
	return (
		isStringLiteral(node) ||
		isNoSubstitutionTemplateLiteral(node) ||
		isTemplateExpression(node) ||
		(isBinaryExpression(node) &&
			node.operatorToken.kind === SyntaxKind.PlusToken &&
			(isText(node.left) || isText(node.right)))
	);
}

// Two words, and neither the head of a PEM block nor a line of a program for PowerShell.
function isProse(text: string): boolean {
	const words = text.replace(/\{[^{}]*\}/g, 'x');
	return /\p{L}.*[ ]|[ ].*\p{L}/u.test(words) && /\p{Ll}/u.test(words.replaceAll('x', '')) && !/\$\w|\{$/.test(words);
}

function renderObject(node: ObjectLiteralExpression): RenderedMessage | undefined {
	const members = new Map<string, Node>();
	const unread: Node[] = [];
	for (const property of node.properties) {
		const isValue = isPropertyAssignment(property) || isShorthandPropertyAssignment(property);
		const name = isValue ? nameOf(property.name) : undefined;
		if (!isValue || name === undefined || !['code', 'subject', ...MESSAGE_MEMBERS].includes(name))
			unread.push(property);
		else members.set(name, isPropertyAssignment(property) ? property.initializer : property.name);
	}
	if (!MESSAGE_MEMBERS.some((name) => hasText(members.get(name)))) return undefined;
	const say = (name: string): readonly string[] => {
		const value = members.get(name);
		return value === undefined ? [] : [render(value, unread)];
	};
	const head = [...say('code'), ...say('title')].join(' \u00b7 ');
	const subject = say('subject').map((text) => `${text}:`);
	const meaning = say('meaning').map((text) => `${text} \u2192`);
	const body = [...subject, ...say('problem'), ...meaning, ...say('text'), ...say('hint'), ...say('advice')].join(' ');
	return { lines: [head, body].filter((line) => line !== ''), unread };
}

function hasText(node: Node | undefined): boolean {
	if (node === undefined) return false;
	if (isConditionalExpression(node)) return hasText(node.whenTrue) || hasText(node.whenFalse);
	return isText(node);
}

function render(node: Node, unread: Node[]): string {
	if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return onOneLine(node.text);
	if (isTemplateExpression(node)) return renderTemplate(node, unread);
	if (isParenthesizedExpression(node)) return render(node.expression, unread);
	if (isConditionalExpression(node)) {
		unread.push(node.condition);
		return `{${render(node.whenTrue, unread)}|${render(node.whenFalse, unread)}}`;
	}
	if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken)
		return render(node.left, unread) + render(node.right, unread);
	return placeholder(node, unread);
}

function renderTemplate(node: TemplateExpression, unread: Node[]): string {
	const rest = node.templateSpans.map(
		({ expression, literal }) => render(expression, unread) + onOneLine(literal.text),
	);
	return onOneLine(node.head.text) + rest.join('');
}

// A name stands for itself, a call for its function; what else it holds is looked at on its own.
function placeholder(node: Node, unread: Node[]): string {
	if (isIdentifier(node)) return `{${node.text}}`;
	if (isPropertyAccessExpression(node)) {
		unread.push(node.expression);
		return `{${node.name.text}}`;
	}
	if (isCallExpression(node)) {
		unread.push(node);
		const { expression } = node;
		const name = isPropertyAccessExpression(expression) ? expression.name : expression;
		return `{${isIdentifier(name) ? name.text : ''}()}`;
	}
	unread.push(node);
	return '{\u2026}';
}

function onOneLine(text: string): string {
	return text.replaceAll('\n', '\\n');
}

/** Returns the name that an identifier gives. */
export function nameOf(name: Node | undefined): string | undefined {
	return name !== undefined && isIdentifier(name) ? name.text : undefined;
}
