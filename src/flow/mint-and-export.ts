// What the token action does once everything is decided that can be: sign-in -> certificate -> an assertion that the vault
// signs -> tokens -> export. Loaded then.
import type { Credential } from '../entra/methods.js';
import { annotateAll } from '../export/annotate.js';
import { exportAll, type Results } from '../export/export-all.js';
import { writeSummary } from '../export/summary.js';
import { makeTokenTable } from '../export/token-table.js';
import { invalidInput } from '../input/scalars.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { withSigningRoles } from '../keyvault/needed-roles.js';
import { readSigningCertificate } from '../keyvault/signing-certificate.js';
import { describeIdentifier } from '../keyvault/vault-error.js';
import { vaultHost } from '../plan/identifier.js';
import type { TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import { formatInstant } from '../render/expiry.js';
import type { RenderedToken } from '../render/render-token.js';
import type { TokenFinding } from '../render/token-findings.js';
import { toVariables } from '../render/variables.js';
import { warnOfLife } from '../render/warnings.js';
import { mintEach } from './mint-each.js';
import { type OpenSession, openSession } from './open-session.js';
import type { VaultSignedClient } from './vault-signed-client.js';

/** A certificate that ends within so many days draws a warning: a new one must be uploaded before. */
const WARNING_DAYS = 30;

/** What was decided. */
export interface MintOrder {
	readonly credential: Credential;
	readonly plan: TokenPlan;
	readonly appId: string;
	readonly summary: boolean;
}

/** @throws ActionErrors with every failure; nothing is exported then */
export async function mintAndExport(order: MintOrder, ports: Ports): Promise<void> {
	const { credential, plan, appId, summary } = order;
	const open = await openSession(ports, { credential, cloud: plan.cloud, firstItem: plan.certificate });
	const client = await findClient(ports, order, open);
	const tokens = await mintEach(plan.tokens, client, { ports, open });
	await exportAll(makeResults(tokens, plan), ports);
	logTokens(ports, tokens, client);
	const { item, life, key } = client.certificate;
	const question = { nowMs: ports.clock.nowMs(), warningDays: WARNING_DAYS };
	const findings = findingsOf(tokens);
	const warnings = findings.filter(({ level }) => level === 'warning');
	annotateAll(ports.log, 'warning', [...warnings, ...warnOfLife(item, life, question)]);
	annotateAll(
		ports.log,
		'notice',
		findings.filter(({ level }) => level === 'notice'),
	);
	if (summary) await writeSummary(makeTokenTable(tokens, { appId, key }), ports);
}

async function findClient(
	{ inputs, clock }: Ports,
	{ plan, appId }: MintOrder,
	open: OpenSession,
): Promise<VaultSignedClient> {
	const { authorityHost, tenantId: signedIn } = open.target;
	const tenantId = plan.appTenantId ?? readSignInInputs(inputs).tenantId?.value ?? signedIn ?? open.identity.tenantId;
	if (tenantId === undefined) {
		throw invalidInput('app-tenant-id', 'is empty, and the sign-in names no tenant.', 'Set it, or tenant-id.');
	}
	const certificate = await readSigningCertificate(plan.certificate, open, clock.nowMs()).catch((error: unknown) => {
		throw withSigningRoles(error, plan.certificate);
	});
	return { appId, tenant: { authorityHost, tenantId }, certificate };
}

// Lines of one scope share their token, and what is to be said of it.
function findingsOf(tokens: readonly RenderedToken[]): readonly TokenFinding[] {
	const isFirst = ({ line }: RenderedToken, index: number): boolean =>
		tokens.findIndex((other) => other.line.scope === line.scope) === index;
	return tokens.filter(isFirst).flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
}

function makeResults(tokens: readonly RenderedToken[], { exportEnv }: TokenPlan): Results {
	const outputs = tokens.flatMap((one) => one.outputs);
	return {
		masks: tokens.flatMap(({ masks }) => masks),
		placed: undefined,
		outputs,
		variables: exportEnv ? toVariables(outputs, 'Leave export-env out, and use the output.') : [],
	};
}

function logTokens({ log }: Ports, tokens: readonly RenderedToken[], { appId, certificate }: VaultSignedClient): void {
	const { item, version, life } = certificate;
	const described = `${describeIdentifier({ ...item, version: undefined })} (version ${version}, expires ${formatInstant(life.expires)})`;
	log.info(`Minted for application ${appId}, masked and exported; ${described} signed in ${vaultHost(item.vaultUrl)}:`);
	for (const { line, expiresOn, roles, outputs } of tokens) {
		const allowed = roles.length === 0 ? 'no roles' : `roles ${roles.join(' ')}`;
		log.info(`  ${line.scope} (${allowed}, expires ${expiresOn}) \u2192 ${outputs.map(({ name }) => name).join(', ')}`);
	}
}
