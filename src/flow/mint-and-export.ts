// The token action, once everything is decided: minting with a certificate, if one is named, and the export of
// all tokens. Loaded then, and without a certificate while the tokens are being minted.
import { exportAll, type Results } from '../export/export-all.js';
import { annotateAll } from '../export/step-log.js';
import { makeTokenTable, writeSummary } from '../export/summary.js';
import type { TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import type { RenderedToken, TokenFinding } from '../render/render-token.js';
import { toVariables } from './make-results.js';
import { type CertificateMinting, mintByCertificate } from './mint-by-certificate.js';
import type { Minted } from './mint-each.js';

/** The workflow's wishes for the tokens. */
export interface ExportOptions extends Pick<TokenPlan, 'exportEnv'> {
	readonly summary: boolean;
}

/** Mints with a certificate, and exports all tokens. @throws ActionErrors if one is refused or cannot be exported */
export async function mintAndExport(minting: CertificateMinting, options: ExportOptions, ports: Ports): Promise<void> {
	await exportTokens(await mintByCertificate(ports, minting), options, ports);
}

/** Exports all tokens. @throws ActionErrors if one of them cannot be exported; nothing is exported then */
export async function exportTokens(minted: Minted, { exportEnv, summary }: ExportOptions, ports: Ports): Promise<void> {
	await exportAll(makeResults(minted, exportEnv), ports);
	logTokens(ports, minted);
	const findings = findingsOf(minted.tokens);
	const ofLevel = (level: TokenFinding['level']) => findings.filter((one) => one.level === level);
	annotateAll(ports.log, 'warning', [...ofLevel('warning'), ...minted.warnings]);
	annotateAll(ports.log, 'notice', ofLevel('notice'));
	if (summary) await writeSummary(makeTokenTable(minted), ports);
}

// Lines of one scope share their token, and what is to be said of it.
function findingsOf(tokens: readonly RenderedToken[]): readonly TokenFinding[] {
	const isFirst = ({ line }: RenderedToken, index: number): boolean =>
		tokens.findIndex((other) => other.line.scope === line.scope) === index;
	return tokens.filter(isFirst).flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
}

function makeResults({ tokens }: Minted, exportEnv: boolean): Results {
	const outputs = tokens.flatMap((one) => one.outputs);
	return {
		masks: tokens.flatMap(({ masks }) => masks),
		privateFiles: undefined,
		outputs,
		variables: exportEnv ? toVariables(outputs, 'Leave export-env out, and use the output.') : [],
	};
}

function logTokens({ log }: Ports, { headline, tokens }: Minted): void {
	log.info(headline);
	for (const { line, expiresOn, roles, outputs } of tokens) {
		const allowed = roles.length === 0 ? 'no roles' : `roles ${roles.join(' ')}`;
		log.info(`  ${line.scope} (${allowed}, expires ${expiresOn}) \u2192 ${outputs.map(({ name }) => name).join(', ')}`);
	}
}
