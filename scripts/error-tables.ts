// The tables of the page about errors, made from the tables that the actions themselves read.
import { AADSTS_ADVICE, adviceOf } from '../src/entra/aadsts-advice.js';
import { hintForFailure } from '../src/http/failure-hints.js';
import { CODE_MEANINGS, classifyFailure } from '../src/http/transport-error.js';
import { VAULT_CODES, vaultAdvice } from '../src/keyvault/vault-advice.js';
import { readVaultRefusal } from '../src/keyvault/vault-response-error.js';
import { replaceBetween } from './readme-tables.js';

/** The page with its tables as the source wants them. */
export function withErrorTables(page: string): string {
	let lines: readonly string[] = page.split(/\r?\n/);
	lines = replaceBetween(lines, 'aadsts', toTable(AADSTS_ROWS));
	lines = replaceBetween(lines, 'vault', toTable(vaultRows()));
	lines = replaceBetween(lines, 'network', toTable(networkRows()));
	return lines.join(page.includes('\r\n') ? '\r\n' : '\n');
}

/** A code, what it means, and what to do. */
type Row = readonly [code: string, meaning: string, advice: string];

const AADSTS_ROWS: readonly Row[] = [...AADSTS_ADVICE.keys()].map((code) => {
	const { meaning = '', advice = '' } = adviceOf(code) ?? {};
	const others = (['azure-cli', 'device-code'] as const).flatMap((method) => {
		const own = adviceOf(code, method)?.advice ?? advice;
		return own === advice ? [] : [`With \`${method}\`: ${own}`];
	});
	return [`AADSTS${code}`, meaning, [advice, ...others].join(' ')];
});

function vaultRows(): readonly Row[] {
	return [...VAULT_CODES.keys()].map((code) => {
		const refusal = readVaultRefusal({ status: 403, headers: {}, body: JSON.stringify({ error: { code } }) });
		const identifier = {
			vaultUrl: 'https://NAME.vault.azure.net',
			collection: 'secrets',
			name: 'x',
			version: undefined,
		} as const;
		const { meaning, hint } = vaultAdvice(refusal, { identifier });
		return [code, meaning, hint.replaceAll('--name name', '--name NAME')];
	});
}

function networkRows(): readonly Row[] {
	const place = { kind: 'network', name: 'The service', hostHint: 'Check the host name.' } as const;
	return [...CODE_MEANINGS].map(([code, meaning]) => {
		const error = classifyFailure(Object.assign(new Error(), { code }));
		return [code, meaning, hintForFailure(error, place)];
	});
}

// Codes of one meaning and one advice share a row.
function toTable(rows: readonly Row[]): readonly string[] {
	const merged = new Map<string, readonly string[]>();
	for (const [code, ...cells] of rows) {
		const text = cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ');
		merged.set(text, [...(merged.get(text) ?? []), `\`${code}\``]);
	}
	const lines = [...merged].map(([text, codes]) => `| ${codes.join(', ')} | ${text} |`);
	return ['| Code | Meaning | What to do |', '| --- | --- | --- |', ...lines];
}
