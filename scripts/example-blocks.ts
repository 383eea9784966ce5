// The examples of a page as programs would get them: its fenced blocks, and the scripts in its YAML.
import { parseAllDocuments } from 'yaml';

/** A fenced block: the first word after the fence, and the lines within it. */
export interface Block {
	readonly language: string;
	readonly text: string;
}

/** A script that a shell runs. */
export interface Script {
	readonly shell: 'bash' | 'powershell';
	readonly text: string;
}

/** Returns the fenced blocks of a page, in their order. */
export function blocksOf(page: string): readonly Block[] {
	return [...page.replaceAll('\r\n', '\n').matchAll(/^```(\S+)[^\n]*\n(.*?)^```$/gms)].map(
		([, language = '', text = '']) => ({ language, text }),
	);
}

/**
 * Returns the scripts of a page: its Bash and PowerShell blocks, and each `run` of its YAML.
 * @throws Error if a YAML block is not YAML
 */
export function scriptsOf(page: string): readonly Script[] {
	return blocksOf(page).flatMap(({ language, text }): readonly Script[] => {
		if (language === 'bash' || language === 'powershell') return [{ shell: language, text }];
		return language === 'yaml' ? readYaml(text).flatMap(runsOf) : [];
	});
}

/**
 * Returns the documents of a YAML block.
 * @throws Error if it is not YAML
 */
export function readYaml(text: string): readonly unknown[] {
	return parseAllDocuments(text, { strict: true }).map((document) => {
		const [error] = document.errors;
		if (error !== undefined) throw error;
		return document.toJS();
	});
}

// GitHub's default shell is Bash here, since no example has a Windows runner and no `shell`.
function runsOf(node: unknown): readonly Script[] {
	if (Array.isArray(node)) return node.flatMap(runsOf);
	if (!(node instanceof Object)) return [];
	const { run, shell } = node as { readonly run?: unknown; readonly shell?: unknown };
	const own: readonly Script[] =
		typeof run === 'string' ? [{ shell: shell === 'pwsh' ? 'powershell' : 'bash', text: `${run.trimEnd()}\n` }] : [];
	return [...own, ...Object.values(node).flatMap(runsOf)];
}
