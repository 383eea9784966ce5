// Parts that the stages of a certificate's rotation share: the vault, the application that proves itself, and until when each stage may last.
import { describeCertificate } from '../../certificate/describe.js';
import type { RefusalNote } from '../../entra/token-error.js';
import { mintToken } from '../../flow/mint-each.js';
import { type OpenSession, openSession } from '../../flow/open-session.js';
import { assertInVault, UNKNOWN_CERTIFICATE } from '../../flow/vault-signed-client.js';
import { type KeyAccess, makePossessionProof } from '../../graph/application-keys.js';
import type { RotationOptions } from '../../input/rotate-inputs.js';
import type { VaultAccess } from '../../keyvault/ask-vault.js';
import { signWithVaultKey } from '../../keyvault/sign.js';
import type { SigningCertificate } from '../../keyvault/signing-certificate.js';
import { withCertificateRotationRoles } from '../../keyvault/vault-error.js';
import type { WritePermissions } from '../../keyvault/vault-response-error.js';
import type { CertificateRotation } from '../../plan/rotation-decision.js';
import type { Ports } from '../../ports.js';
import type { SecretText } from '../../secret-text.js';
import { type RotationRequest, tenantUnknown } from '../rotation-run.js';

/**
 * From the beginning of the step, in milliseconds. Finishing an earlier run may need a proof of 90 seconds, between adding
 * and merging lies the wait of 60 seconds, and after merging another proof. The last part is also kept for undoing.
 */
const LIMITS_MS = { reading: 45_000, finishing: 145_000, adding: 180_000, merging: 260_000, all: 360_000 } as const;

/** A stage that has a time limit of its own. */
export type CertificateStage = keyof typeof LIMITS_MS;

/** A rotation of a certificate that has signed in to the vault. */
export interface CertificateRun {
	readonly ports: Ports;
	readonly rotation: CertificateRotation;
	readonly options: RotationOptions;
	readonly open: OpenSession;
	readonly tenantId: string;
	/** The instant at which a stage must have ended, in milliseconds since 1970. */
	deadlineOf(stage: CertificateStage): number;
}

/** Signs in to the vault. @throws ActionError with advice if the sign-in is refused or gets no answer */
export async function openCertificateRun(
	{ credential, rotation, options }: RotationRequest<CertificateRotation>,
	ports: Ports,
): Promise<CertificateRun> {
	const startMs = ports.clock.nowMs();
	const request = { credential, cloud: rotation.cloud, firstItem: rotation.certificate };
	const open = await openSession(ports, request, LIMITS_MS.all);
	const { tenantId } = open.signedIn;
	if (tenantId === undefined) throw tenantUnknown();
	return { ports, rotation, options, open, tenantId, deadlineOf: (stage) => startMs + LIMITS_MS[stage] };
}

/** For errors: what a rotation needs of the certificate, whichever request is refused. */
const WRITES: WritePermissions = { certificates: ['get', 'list', 'create', 'update'] };

/** The vault, until the end of a stage. */
export function vaultUntil({ open, deadlineOf }: CertificateRun, stage: CertificateStage): VaultAccess {
	return { session: open.session, writes: WRITES, context: { ...open.context, deadlineMs: deadlineOf(stage) } };
}

/** Has the vault sign by RS256 with the key of a version. @throws ActionErrors that name all the roles, if one is missing */
export function signWith(
	run: CertificateRun,
	{ key, publicKey }: SigningCertificate,
	stage: CertificateStage,
): (text: Buffer) => Promise<Buffer> {
	return (text) =>
		advisingRoles(run, signWithVaultKey(text, { key, publicKey, algorithm: 'RS256' }, vaultUntil(run, stage)));
}

/** Returns what the vault answers. @throws ActionErrors that name all the roles, if one is missing */
export function advisingRoles<T>({ rotation }: CertificateRun, asked: Promise<T>): Promise<T> {
	return asked.catch((error: unknown) => {
		throw withCertificateRotationRoles(error, rotation.certificate);
	});
}

/**
 * A token of the application for Microsoft Graph, masked: a version of the certificate speaks for it, whose key signs in
 * the vault. The application needs no permission to have one.
 * @throws ActionErrors with advice if the vault does not sign, or Entra refuses
 */
export async function signInAsApplication(
	run: CertificateRun,
	certificate: SigningCertificate,
	deadlineMs: number,
): Promise<SecretText> {
	const { ports, rotation, open, tenantId } = run;
	const { authorityHost } = open.target;
	const context = { ...open.context, deadlineMs };
	const client = { appId: rotation.appId, tenant: { authorityHost, tenantId }, certificate };
	const assertion = await advisingRoles(run, assertInVault(client, ports, { ...open, context }));
	const request = {
		clientId: rotation.appId,
		assertion,
		tokenName: 'Microsoft Graph',
		notes: notesOn(run, certificate),
	};
	const target = { ...open.target, tenantId, scope: rotation.cloud.graphScope };
	return (await mintToken(request, target, context)).token;
}

/**
 * Access to the application's own keys: a token, and a proof that serves all changes of a stage, also those that undo.
 * Both are masked.
 */
export async function openKeys(
	run: CertificateRun,
	{ certificate, token, stage }: { certificate: SigningCertificate; token: SecretText; stage: CertificateStage },
): Promise<KeyAccess> {
	const { ports, rotation, open } = run;
	const { appId, appObjectId: objectId, cloud } = rotation;
	const sign = signWith(run, certificate, stage);
	const proof = await makePossessionProof({ objectId, certificate: certificate.der }, ports.clock, sign);
	await open.context.mask(proof);
	const context = { ...open.context, deadlineMs: run.deadlineOf(stage) };
	return { app: { graphHost: cloud.graphHost, appId, objectId }, token, proof, context };
}

/** Returns what helps if Entra refuses the application. */
function notesOn({ rotation }: CertificateRun, { item, version, der }: SigningCertificate): readonly RefusalNote[] {
	const { appId } = rotation;
	const file = `${item.name}.pem`;
	return [
		{
			errorCodes: [UNKNOWN_CERTIFICATE],
			text: `Certificate ${item.name} (version ${version}, thumbprint ${describeCertificate(der).thumbprint}) is not one of application ${appId}. A person must upload it the first time: its public part is in the log of this step, so save it as ${file} and run "az ad app credential reset --id ${appId} --cert @${file} --append", or upload the file in the portal under App registrations \u2192 Certificates & secrets. Then run the job again.`,
			replacesAdvice: true,
		},
		{
			errorCodes: [700016, 70001, 700011, 7000112, 7000229, 90002, 900023],
			text: 'Here the application is that of app-id.',
		},
	];
}
