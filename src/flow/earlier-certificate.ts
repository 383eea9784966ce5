// A certificate that the vault has renewed, and whose new version nobody has uploaded yet: the version before it signs.
import { type ActionError, foreseenErrors } from '../errors.js';
import type { ScopeLine } from '../input/scope-lines.js';
import { findEarlierVersion } from '../keyvault/earlier-version.js';
import { readSigningCertificate } from '../keyvault/signing-certificate.js';
import { vaultHost } from '../plan/identifier.js';
import type { Annotation } from '../ports.js';
import { formatInstant } from '../render/expiry.js';
import type { RenderedToken } from '../render/render-token.js';
import { failureOf, type MintOutcome, type RefusedTokens } from './mint-each.js';
import { isUnknownCertificate, type MintAccess, mintForClient, type VaultSignedClient } from './vault-signed-client.js';

/** Tokens, and the client with the version that signed. */
export interface MintedByVersion {
	readonly client: VaultSignedClient;
	readonly tokens: readonly RenderedToken[];
	/** Names both versions. */
	readonly warning: Annotation;
}

/** What was refused, and by whom it was asked for. */
export interface RefusedVersion {
	readonly client: VaultSignedClient;
	readonly outcome: RefusedTokens;
	readonly lines: readonly ScopeLine[];
}

/** Whether tokens were refused since Entra does not know the version that signed. */
export function isUnknownVersion(outcome: MintOutcome): outcome is RefusedTokens {
	return outcome.kind === 'refused' && outcome.refused.some(({ error }) => isUnknownCertificate(error));
}

/**
 * Mints all tokens with the newest version before the one that was refused. It is tried once.
 * @throws ActionErrors with each token that is refused again; with the first refusals if no earlier version can sign
 */
export async function mintByEarlierVersion(
	{ client, outcome, lines }: RefusedVersion,
	access: MintAccess,
): Promise<MintedByVersion> {
	const given = async <T>(attempt: Promise<T>): Promise<T> =>
		attempt.catch((error: unknown) => {
			const [{ message }] = foreseenErrors(error) as readonly [ActionError];
			throw failureOf(outcome, `The version before it could not be tried. ${message}`);
		});
	const earlier = await given(findEarlierClient(client, access));
	if (earlier === undefined) throw failureOf(outcome, 'The vault has no earlier version that is enabled and valid.');
	const warning = warnOfVersion(client, earlier);
	access.ports.log.info(warning.text);
	const second = await given(mintForClient(earlier, lines, access));
	if (second.kind === 'minted') return { client: earlier, tokens: second.tokens, warning };
	if (!isUnknownVersion(second)) throw failureOf(second);
	throw failureOf(outcome, `Its earlier version ${earlier.certificate.version} is not known, either.`);
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
