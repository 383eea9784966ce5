// Tokens of an application that a certificate in the vault speaks for: its key signs there, and never leaves.
import type { Credential } from '../entra/credential.js';
import { type ActionError, expectedErrors } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { findEarlierVersion } from '../keyvault/list-pages.js';
import { readSigningCertificate } from '../keyvault/signing-certificate.js';
import { withSigningRoles } from '../keyvault/vault-error.js';
import { describeIdentifier, vaultHost } from '../plan/identifier.js';
import type { CertificateOwner, TokenPlan } from '../plan/token-plan.js';
import type { Annotation, Ports } from '../ports.js';
import type { RenderedToken } from '../render/render-token.js';
import { warnOfLife } from '../render/warnings.js';
import { formatInstant } from '../time.js';
import {
	failureOf,
	type Minted,
	type MintOutcome,
	type RefusedTokens,
	takeTokens,
	type WantedTokens,
} from './mint-each.js';
import { type OpenSession, openSession } from './open-session.js';
import {
	isUnknownCertificate,
	logCertificate,
	type MintAccess,
	mintForClient,
	type VaultSignedClient,
} from './vault-signed-client.js';

/** A certificate that ends within so many days draws a warning: a new one must be uploaded before. */
const WARNING_DAYS = 30;

/** The credential that signs in to the vault, and the application that the tokens are for. */
export interface CertificateMinting {
	readonly credential: Credential;
	readonly owner: CertificateOwner;
	readonly plan: Pick<TokenPlan, 'cloud' | 'tokens'>;
}

/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused, or with what went wrong in the vault
 */
export async function mintByCertificate(ports: Ports, minting: CertificateMinting): Promise<Minted> {
	const { credential, owner, plan } = minting;
	const appId = findAppId(ports, minting);
	const open = await openSession(ports, { credential, cloud: plan.cloud, firstItem: owner.certificate });
	const newest = await findClient(ports, { appId, owner }, open);
	const wanted = { lines: plan.tokens, graphHost: plan.cloud.graphHost };
	const outcome = await mintForClient(newest, wanted, { ports, open });
	if (!isUnknownVersion(outcome)) return describeMinted(ports, { client: newest, tokens: takeTokens(outcome) });
	logCertificate(ports, newest.certificate);
	// A version that the workflow names is meant.
	if (owner.certificate.version !== undefined) throw failureOf(outcome);
	const refused = { client: newest, outcome, wanted };
	return describeMinted(ports, await mintByEarlierVersion(refused, { ports, open }));
}

function findAppId({ inputs }: Ports, { credential, owner }: CertificateMinting): string {
	const appId = owner.appId ?? readSignInInputs(inputs).clientId?.value ?? credential.clientId;
	if (appId !== undefined) return appId;
	throw invalidInput(
		'app-id',
		'the input is empty, and so is client-id.',
		'Set it to the application that the tokens are for.',
	);
}

async function findClient(
	{ inputs, clock }: Ports,
	{ owner, appId }: Pick<CertificateMinting, 'owner'> & { readonly appId: string },
	open: OpenSession,
): Promise<VaultSignedClient> {
	const { authorityHost, tenantId: signedIn } = open.target;
	const tenantId = owner.appTenantId ?? readSignInInputs(inputs).tenantId?.value ?? signedIn ?? open.signedIn.tenantId;
	if (tenantId === undefined) {
		throw invalidInput(
			'app-tenant-id',
			'the input is empty, and the sign-in names no tenant.',
			'Set it, or tenant-id.',
		);
	}
	const certificate = await readSigningCertificate(owner.certificate, open, clock.nowMs()).catch((error: unknown) => {
		throw withSigningRoles(error, owner.certificate);
	});
	return { appId, tenant: { authorityHost, tenantId }, certificate };
}

function describeMinted(
	{ clock }: Ports,
	{ client, tokens, warning }: { readonly warning?: Annotation } & Omit<MintedByVersion, 'warning'>,
): Minted {
	const { item, version, life, key } = client.certificate;
	const signed = `${describeIdentifier({ ...item, version: undefined })} (version ${version}, expires ${formatInstant(life.expires)})`;
	return {
		tokens,
		clientId: client.appId,
		headline: `Minted for application ${client.appId}, masked and exported; ${signed} signed in ${vaultHost(item.vaultUrl)}:`,
		proof: `${describeIdentifier(key)} in ${vaultHost(key.vaultUrl)}`,
		warnings: [
			...(warning === undefined ? [] : [warning]),
			...warnOfLife(item, life, { nowMs: clock.nowMs(), warningDays: WARNING_DAYS }),
		],
	};
}

/** Tokens, and the client with the version that signed. */
export interface MintedByVersion {
	readonly client: VaultSignedClient;
	readonly tokens: readonly RenderedToken[];
	/** Names both versions. */
	readonly warning: Annotation;
}

/** The tokens that were refused, and the client that asked for them. */
export interface RefusedVersion {
	readonly client: VaultSignedClient;
	readonly outcome: RefusedTokens;
	readonly wanted: WantedTokens;
}

/** Whether tokens were refused since Entra does not know the version that signed. */
function isUnknownVersion(outcome: MintOutcome): outcome is RefusedTokens {
	return outcome.kind === 'refused' && outcome.refused.some(({ error }) => isUnknownCertificate(error));
}

/**
 * Mints all tokens with the newest version before the one that was refused. It is tried once.
 * @throws ActionErrors with each token that is refused again; with the first refusals if no earlier version can sign
 */
async function mintByEarlierVersion(
	{ client, outcome, wanted }: RefusedVersion,
	access: MintAccess,
): Promise<MintedByVersion> {
	const given = async <T>(attempt: Promise<T>): Promise<T> =>
		attempt.catch((error: unknown) => {
			const [{ message }] = expectedErrors(error) as readonly [ActionError];
			throw failureOf(outcome, `The version before it could not be tried. ${message}`);
		});
	const earlier = await given(findEarlierClient(client, access));
	if (earlier === undefined) throw failureOf(outcome, 'The vault has no earlier version that is enabled and valid.');
	const warning = warnOfVersion(client, earlier);
	access.ports.log.info(warning.text);
	const second = await given(mintForClient(earlier, wanted, access));
	if (second.kind === 'minted') return { client: earlier, tokens: second.tokens, warning };
	if (!isUnknownVersion(second)) throw failureOf(second);
	throw failureOf(outcome, `Its earlier version ${earlier.certificate.version} is not known either.`);
}

async function findEarlierClient(
	client: VaultSignedClient,
	{ ports, open }: MintAccess,
): Promise<VaultSignedClient | undefined> {
	const { item, version } = client.certificate;
	const nowMs = ports.clock.nowMs();
	const earlier = await findEarlierVersion(item, version, { access: open, nowMs });
	return earlier && { ...client, certificate: await readSigningCertificate(earlier, open, nowMs) };
}

function warnOfVersion(
	{ appId, certificate: { item, version } }: VaultSignedClient,
	{ certificate: earlier }: VaultSignedClient,
): Annotation {
	const file = `${item.name}.pem`;
	return {
		title: `Certificate ${item.name}: an earlier version signs`,
		text: `Microsoft Entra ID does not know version ${version} of certificate ${item.name} in ${vaultHost(item.vaultUrl)} (AADSTS700027), so version ${earlier.version}, which expires on ${formatInstant(earlier.life.expires)}, signs. Upload version ${version} to application ${appId} before that: its public part is in the log of this step, so save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append".`,
	};
}
