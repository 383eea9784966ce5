// The vault of docs/grammar.md in the emulator, and the page's examples gathered so that few steps run them all.
import type { Emulator } from '../emulator/emulator.js';
import {
	type GrammarExample,
	type GrammarPage,
	OTHER_SECRET,
	OTHER_VAULT_URL,
	PAGE_CERTIFICATES,
	PAGE_KEYS,
	PAGE_VAULT,
	type Told,
} from './grammar-page.js';

/** Fills both vaults of the emulator, and gives what turns the page's addresses and versions into those that it has. */
export function fillGrammarVault(emulator: Emulator, page: GrammarPage): (text: string) => string {
	const vault = emulator.vault();
	const replacements: [string, string][] = [
		[OTHER_VAULT_URL, emulator.otherVaultUrl],
		[`https://${PAGE_VAULT}.vault.azure.net`, emulator.vaultUrl],
	];
	for (const { name, value, tags, enabled, earlier } of page.secrets) {
		if (earlier !== undefined) replacements.push([earlier.version, vault.setSecret(name, earlier.value)]);
		vault.setSecret(name, value, { tags, enabled });
	}
	for (const name of PAGE_CERTIFICATES) vault.setCertificate(name);
	for (const name of PAGE_KEYS) vault.setKey(name);
	emulator.vault(emulator.otherVaultUrl).setSecret(OTHER_SECRET.name, OTHER_SECRET.value);
	return (text) => replacements.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/** Several examples that share no output, as the inputs of one step. */
export interface GatheredExamples {
	readonly inputs: Readonly<Record<string, string>>;
	readonly outputs: readonly Told[];
}

/**
 * The examples that make outputs, as few steps. Those that put something into the user's certificate store are left out:
 * whoever runs the tests has one, too.
 */
export function gatherExamples({ examples }: GrammarPage): readonly GatheredExamples[] {
	const gathered: GatheredExamples[] = [];
	for (const example of examples) {
		if (example.outputs.length === 0 || /\|\s*store/.test(example.inputs['certificates'] ?? '')) continue;
		const index = gathered.findIndex((one) => !sharesOutput(one, example) && !mixesPatterns(one, example));
		if (index === -1) gathered.push(join({ inputs: {}, outputs: [] }, example));
		else gathered[index] = join(gathered[index] as GatheredExamples, example);
	}
	return gathered;
}

function sharesOutput(one: Pick<GrammarExample, 'outputs'>, other: Pick<GrammarExample, 'outputs'>): boolean {
	const names = new Set(one.outputs.map(({ name }) => name.toLowerCase()));
	return other.outputs.some(({ name }) => names.has(name.toLowerCase()));
}

// A pattern leaves to lines of their own what they name.
function mixesPatterns(one: Pick<GrammarExample, 'inputs'>, other: Pick<GrammarExample, 'inputs'>): boolean {
	return Object.entries(other.inputs).some(([name, text]) => {
		const lines = name === 'keyvault' ? undefined : one.inputs[name];
		return lines !== undefined && lines.includes('*') !== text.includes('*');
	});
}

function join({ inputs, outputs }: GatheredExamples, example: GrammarExample): GatheredExamples {
	const { keyvault: _, ...lines } = example.inputs;
	const joined = Object.entries(lines).map(([name, text]) => [name, `${inputs[name] ?? ''}${text}\n`]);
	return { inputs: { ...inputs, ...Object.fromEntries(joined) }, outputs: [...outputs, ...example.outputs] };
}
