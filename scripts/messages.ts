// Every text that the actions can print, read from the syntax tree of `src`: the content of `__tests__/house/messages.txt`.
import {
	isArrowFunction,
	isFunctionDeclaration,
	isImportDeclaration,
	isMethodDeclaration,
	isTypeNode,
	isVariableDeclaration,
	type Node,
	SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type APIOptions } from 'typescript/unstable/sync';
import { nameOf, renderMessage } from './render-message.js';

/** Texts that belong together, and where they are said. */
interface Message {
	readonly room: string;
	/** Function or constant that says it. */
	readonly speaker: string;
	readonly lines: readonly string[];
}

/** State of the walk through a file, with the place that it has reached. */
interface Walk {
	readonly room: string;
	readonly speaker: string;
	readonly found: Message[];
}

/** Data with a page of its own: docs/export-env.md. */
const DATA = '/src/plan/refused-variables/';

/**
 * Returns the texts of a project's `src` by room and by the function or constant that says them. Values are placeholders
 * (`{name}`, `{describe()}`), and a bar separates alternatives (`{is|are}`). A single word that stands for a placeholder is
 * not listed.
 */
export function listMessages(root: string, options: APIOptions = {}): string {
	const folder = root.replaceAll('\\', '/').replace(/\/$/, '');
	const api = new API({ cwd: folder, ...options });
	try {
		const [project] = api.updateSnapshot({ openProject: `${folder}/tsconfig.json` }).getProjects();
		if (project === undefined) throw new Error(`There is no project in ${folder}.`);
		const found: Message[] = [];
		for (const name of project.program.getSourceFileNames()) {
			const [, path] = name.split(`${folder}/src/`);
			const file = project.program.getSourceFile(name);
			if (path !== undefined && file !== undefined && !name.includes(DATA))
				walk(file, { room: roomOf(path), speaker: '', found });
		}
		return write(found);
	} finally {
		api.close();
	}
}

function roomOf(path: string): string {
	const [room = '', file] = path.split('/');
	return file === undefined ? 'ground floor' : room;
}

function walk(node: Node, place: Walk): void {
	if (isImportDeclaration(node) || isTypeNode(node)) return;
	const here = { ...place, speaker: speakerOf(node) ?? place.speaker };
	const rendered = renderMessage(node);
	if (rendered === undefined) {
		node.forEachChild((child) => walk(child, here));
		return;
	}
	if (rendered.lines.length > 0) here.found.push({ ...here, lines: rendered.lines });
	for (const child of rendered.unread) walk(child, here);
}

// A function, or a constant of the file.
function speakerOf(node: Node): string | undefined {
	if (isFunctionDeclaration(node) || isMethodDeclaration(node)) return nameOf(node.name);
	if (!isVariableDeclaration(node)) return undefined;
	const isOfFile = node.parent.parent.parent.kind === SyntaxKind.SourceFile;
	const isFunction = node.initializer !== undefined && isArrowFunction(node.initializer);
	return isOfFile || isFunction ? nameOf(node.name) : undefined;
}

function write(messages: readonly Message[]): string {
	const rooms = [...new Set(messages.map(({ room }) => room))].sort();
	const sections = rooms.map((room) => {
		const speakers = new Map<string, Set<string>>();
		for (const { speaker, lines } of messages.filter((one) => one.room === room))
			speakers.set(speaker, (speakers.get(speaker) ?? new Set()).add(lines.map((line) => `\t${line}`).join('\n')));
		const texts = [...speakers]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([speaker, said]) => [speaker, ...said].join('\n'));
		return [`# ${room}`, ...texts].join('\n\n');
	});
	return `${sections.join('\n\n')}\n`;
}
