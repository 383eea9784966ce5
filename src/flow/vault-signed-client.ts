// An application that proves itself with a certificate whose key stays in the vault: one assertion, signed there once.
import { describeCertificate } from '../certificate/describe.js';
import { makeClientAssertion } from '../entra/client-assertion.js';
import type { RefusalNote } from '../entra/token-error.js';
import { authorityOf, type TenantAddress, tokenEndpoint } from '../entra/token-request.js';
import type { ActionError } from '../errors.js';
import { describeToken } from '../input/token-inputs.js';
import { signWithVaultKey } from '../keyvault/sign.js';
import type { SigningCertificate } from '../keyvault/signing-certificate.js';
import { withSigningRoles } from '../keyvault/vault-error.js';
import { vaultHost } from '../plan/identifier.js';
import type { Ports } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { type MintOutcome, mintEach, mintToken, type WantedTokens } from './mint-each.js';
import type { OpenSession } from './open-session.js';

/** Entra's number for a certificate that it does not know as one of the application. */
export const UNKNOWN_CERTIFICATE = 700027;

/** Whether the application was refused for a certificate that is not among its own. */
export function isUnknownCertificate({ aadsts }: ActionError): boolean {
	return aadsts === UNKNOWN_CERTIFICATE;
}

/** The application that proves itself, its tenant, and the certificate that it proves itself with. */
export interface VaultSignedClient {
	readonly appId: string;
	readonly tenant: TenantAddress;
	readonly certificate: SigningCertificate;
}

/** Ports and session that minting may use. */
export interface MintAccess {
	readonly ports: Ports;
	/** To the vault that signs. */
	readonly open: OpenSession;
}

/**
 * Mints a token for each line with one assertion.
 * @throws ActionError if the vault does not sign
 */
export async function mintForClient(
	client: VaultSignedClient,
	wanted: WantedTokens,
	{ ports, open }: MintAccess,
): Promise<MintOutcome> {
	const assertion = await assertInVault(client, ports, open).catch((error: unknown) => {
		throw withSigningRoles(error, client.certificate.item);
	});
	const notes = describeClient(client);
	return mintEach(wanted, (line) => {
		const request = { clientId: client.appId, assertion, tokenName: describeToken(line), notes };
		return mintToken(request, { ...open.target, ...client.tenant, scope: line.scope }, open.context);
	});
}

/**
 * An assertion for all token requests of the step, masked. Whether one may be sent twice is for the authority to say
 * (RFC 7523 section 3); Entra takes it as often as it lives, as Microsoft's own client library (MSAL) relies on.
 * @throws ActionError if the vault does not sign
 */
export async function assertInVault(
	{ appId: clientId, tenant, certificate }: VaultSignedClient,
	ports: Ports,
	access: OpenSession,
): Promise<SecretText> {
	const client = { clientId, audience: tokenEndpoint(authorityOf(tenant)), certificate: certificate.der };
	const assertion = await makeClientAssertion(client, ports, (text) => signWithVaultKey(text, certificate, access));
	await access.context.mask(assertion);
	return assertion;
}

/** Returns what helps if Entra refuses the application. */
function describeClient({ appId, certificate }: VaultSignedClient): readonly RefusalNote[] {
	const { item, version, der } = certificate;
	const file = `${item.name}.pem`;
	return [
		{
			errorCodes: [UNKNOWN_CERTIFICATE],
			text: `Certificate ${item.name} (version ${version}, thumbprint ${describeCertificate(der).thumbprint}) must be uploaded to application ${appId}. Its public part is in the log of this step: save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Each version that the vault makes when it renews the certificate must be uploaded too.`,
			replacesAdvice: true,
		},
		{
			errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
			text: 'The application is that of app-id (otherwise client-id), and the tenant that of app-tenant-id (otherwise tenant-id).',
		},
	];
}

/** The certificate's public part, to be saved and uploaded. */
export function logCertificate({ log }: Pick<Ports, 'log'>, { item, version, der }: SigningCertificate): void {
	log.info(`The public part of certificate ${item.name} (version ${version}) in ${vaultHost(item.vaultUrl)}:`);
	for (const line of describeCertificate(der).pem.trimEnd().split('\n')) log.info(line);
}
