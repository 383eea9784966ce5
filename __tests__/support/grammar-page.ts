// docs/grammar.md as tests read it: what the vault of its examples holds, and what each example must come to.
import { parse } from 'yaml';
import { readText } from './source.js';

/** Of an output or a variable: its name, and its value if the page tells it. */
export interface Told {
	readonly name: string;
	readonly value: string | undefined;
}

/** Inputs, and what the page says of them. */
export interface GrammarExample {
	readonly inputs: Readonly<Record<string, string>>;
	readonly outputs: readonly Told[];
	readonly variables: readonly Told[];
	/** As the log shows them. */
	readonly errors: readonly string[];
	/** Parts of the errors that the vault's contents cause. */
	readonly lateErrors: readonly string[];
}

/** A secret of the page's vault. */
export interface PageSecret {
	readonly name: string;
	readonly value: string;
	readonly tags: Readonly<Record<string, string>>;
	readonly enabled: boolean;
	/** The version before, and what it holds. */
	readonly earlier: { readonly version: string; readonly value: string } | undefined;
}

/** The page. */
export interface GrammarPage {
	readonly secrets: readonly PageSecret[];
	readonly examples: readonly GrammarExample[];
	readonly pairs: readonly StepPair[];
}

/** Two steps, and whether the page lets them stand on one line. */
export interface StepPair {
	readonly input: 'secrets' | 'certificates';
	readonly modifiers: readonly [string, string];
	readonly goesTogether: boolean;
}

/** The vault that `keyvault` names on the page, and another one. */
export const PAGE_VAULT = 'contoso-automation';
export const OTHER_VAULT_URL = 'https://contoso-other.vault.azure.net';

/** The other objects, which the page names below the table. */
export const PAGE_CERTIFICATES = ['exo', 'graph-automation'];
export const PAGE_KEYS = ['signing', 'sealing'];
export const OTHER_SECRET = { name: 'api-key', value: '0ther-key' };

/** Reads the page. */
export function readGrammarPage(): GrammarPage {
	const text = readText('docs/grammar.md').replaceAll('\r\n', '\n');
	return {
		secrets: tables(text)
			.filter(({ head }) => head[0] === 'Secret')
			.flatMap(({ rows }) => rows.map(readSecret)),
		examples: [...tables(text).flatMap(readRows), ...readBlocks(text)],
		pairs: tables(text).flatMap(readPairs),
	};
}

interface Table {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

function tables(text: string): readonly Table[] {
	return [...text.matchAll(/^\|.*\n\| ---.*\n((?:\|.*\n)+)/gm)].map(([whole, body = '']) => ({
		head: cells(whole.split('\n')[0] ?? ''),
		rows: body.trimEnd().split('\n').map(cells),
	}));
}

function cells(row: string): readonly string[] {
	return row
		.replace(/^\||\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readSecret([name = '', value = '', beside = '']: readonly string[]): PageSecret {
	const tags = [...beside.matchAll(/`(\w+)=(\w+)`/g)].map(([, key = '', tag = '']) => [key, tag] as const);
	const [, version, before] = /an earlier version, `(\w+)`, holds `(.*?)`/.exec(beside) ?? [];
	return {
		name: plain(name),
		value: plain(value),
		tags: beside.includes('tag') ? Object.fromEntries(tags) : {},
		enabled: beside !== 'disabled',
		earlier: version === undefined || before === undefined ? undefined : { version, value: before },
	};
}

const LATE = 'Error, once the vault has answered';

function readRows({ head: [input = '', what = ''], rows }: Table): readonly GrammarExample[] {
	if (!['Outputs', 'Error', LATE].includes(what)) return [];
	return rows.map(([line = '', said = '']) => ({
		inputs: { keyvault: PAGE_VAULT, [plain(input)]: plain(line) },
		outputs: what === 'Outputs' ? toldOf(said) : [],
		variables: [],
		errors: what === 'Error' ? [plain(said)] : [],
		lateErrors: what === LATE ? [plain(said)] : [],
	}));
}

function readPairs({ head: [corner, ...names], rows }: Table): readonly StepPair[] {
	if (corner !== '') return [];
	const input = names.includes('`json`') ? 'secrets' : 'certificates';
	return rows.flatMap(([step = '', ...answers]) =>
		answers.flatMap((answer, index) => {
			const modifiers = [plain(step), plain(names[index] ?? '')] as const;
			return answer === '' ? [] : [{ input, modifiers, goesTogether: answer === 'yes' } as const];
		}),
	);
}

// A block of inputs, and the paragraphs right below it.
function readBlocks(text: string): readonly GrammarExample[] {
	const pattern = /^```yaml\n(.*?)^```\n\n((?:(?:Outputs|Variables|Error): [^\n]*\n\n?)+)/gms;
	return [...text.matchAll(pattern)].map(([, yaml = '', said = '']) => {
		const after = (word: string) => said.split('\n').filter((line) => line.startsWith(`${word}: `));
		const inputs = Object.entries(parse(yaml) as Record<string, unknown>).map(([name, value]) => [name, `${value}`]);
		return {
			inputs: Object.fromEntries(inputs) as Record<string, string>,
			outputs: after('Outputs').flatMap(toldOf),
			variables: after('Variables').flatMap(toldOf),
			errors: after('Error').map((line) => plain(line.replace('Error: ', ''))),
			lateErrors: [],
		};
	});
}

function toldOf(text: string): readonly Told[] {
	return [...text.matchAll(/`([^`]+)`(?: = `([^`]+)`)?/g)].map(([, name = '', value]) => ({ name, value }));
}

function plain(cell: string): string {
	return cell.replace(/^`|`$/g, '');
}
