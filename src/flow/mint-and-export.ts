// What comes once all is decided: sign-in, tokens, export. Loaded then.
import type { Credential } from '../entra/methods.js';
import { annotateAll } from '../export/annotate.js';
import { exportAll, type Results } from '../export/export-all.js';
import { writeSummary } from '../export/summary.js';
import { makeTokenTable } from '../export/token-table.js';
import type { TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import type { RenderedToken } from '../render/render-token.js';
import type { TokenFinding } from '../render/token-findings.js';
import { toVariables } from '../render/variables.js';
import { mintByCertificate } from './mint-by-certificate.js';
import type { Minted } from './mint-each.js';
import { mintOwn } from './mint-own.js';

/** Who signs in, and which tokens are wanted. */
export interface MintOrder {
	readonly credential: Credential;
	readonly plan: TokenPlan;
	readonly summary: boolean;
}

/** Mints all tokens, and exports them. @throws ActionErrors if one is refused, or if they cannot be exported */
export async function mintAndExport(order: MintOrder, ports: Ports): Promise<void> {
	const minted = await mint(order, ports);
	await exportAll(makeResults(minted, order.plan), ports);
	logTokens(ports, minted);
	const findings = findingsOf(minted.tokens);
	const ofLevel = (level: TokenFinding['level']) => findings.filter((one) => one.level === level);
	annotateAll(ports.log, 'warning', [...ofLevel('warning'), ...minted.warnings]);
	annotateAll(ports.log, 'notice', ofLevel('notice'));
	if (order.summary) await writeSummary(makeTokenTable(minted), ports);
}

function mint({ credential, plan }: MintOrder, ports: Ports): Promise<Minted> {
	const { owner } = plan;
	return owner.kind === 'certificate'
		? mintByCertificate(ports, { credential, owner, plan })
		: mintOwn(ports, credential, plan);
}

// Lines of one scope share their token, and what is to be said of it.
function findingsOf(tokens: readonly RenderedToken[]): readonly TokenFinding[] {
	const isFirst = ({ line }: RenderedToken, index: number): boolean =>
		tokens.findIndex((other) => other.line.scope === line.scope) === index;
	return tokens.filter(isFirst).flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
}

function makeResults({ tokens }: Minted, { exportEnv }: TokenPlan): Results {
	const outputs = tokens.flatMap((one) => one.outputs);
	return {
		masks: tokens.flatMap(({ masks }) => masks),
		placed: undefined,
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
