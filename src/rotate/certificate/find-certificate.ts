// The state before a rotation: a pending request, the current version and its policy; and whether these allow one.
import { describeCertificate } from '../../certificate/describe.js';
import { ActionError } from '../../errors.js';
import type { PolicySettings } from '../../keyvault/certificate-policy.js';
import { readPending } from '../../keyvault/pending-certificate.js';
import type { SigningCertificate } from '../../keyvault/signing-certificate.js';
import { checkCanSign } from '../../keyvault/signing-certificate.js';
import { readStoredCertificate, type StoredCertificate } from '../../keyvault/stored-certificate.js';
import {
	type CertificateDecision,
	type CertificateVersion,
	decideCertificate,
} from '../../plan/certificate-decision.js';
import { vaultHost } from '../../plan/identifier.js';
import { formatInstant } from '../../time.js';
import { advisingRoles, type CertificateRun, type CertificateStage, vaultUntil } from './certificate-run.js';

/** The current version. */
export interface CurrentVersion extends CertificateVersion {
	readonly certificate: SigningCertificate;
	readonly policy: PolicySettings;
	/** Whether the vault makes the next version by itself. */
	readonly renewsItself: boolean;
	/** 40 upper-case hex digits. */
	readonly thumbprint: string;
}

/** The current state, and what is to be done about it. */
export interface FoundCertificate {
	readonly current: CurrentVersion;
	/** By the vault's clock, in seconds since 1970. */
	readonly nowSeconds: number;
	readonly decision: CertificateDecision;
}

/**
 * Reads what is pending first: what is completed afterwards shows in the version that is read next.
 * @throws ActionErrors if the vault refuses, or if the current version cannot be rotated
 */
export async function findCertificate(run: CertificateRun, stage: CertificateStage): Promise<FoundCertificate> {
	const { rotation, options, ports } = run;
	const { certificate: item } = rotation;
	const answer = await advisingRoles(run, readPending(item, vaultUntil(run, stage)));
	const stored = await advisingRoles(run, readStoredCertificate(item, vaultUntil(run, stage)));
	// The age of a request is told by the clock that it was made by.
	const nowSeconds = stored.dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
	checkRotatable(stored, nowSeconds);
	const current = describeVersion(stored);
	const pendingIssuer = answer?.isInProgress ? answer.issuer : undefined;
	const { updated: policyUpdated } = stored.policy;
	const decision = decideCertificate({ current, pendingIssuer, policyUpdated, nowSeconds, options });
	return { current, nowSeconds, decision };
}

/** Reads the current version alone. @throws ActionErrors if the vault refuses, or gives no answer */
export async function readCurrent(run: CertificateRun, stage: CertificateStage): Promise<CurrentVersion> {
	const stored = await advisingRoles(run, readStoredCertificate(run.rotation.certificate, vaultUntil(run, stage)));
	return describeVersion(stored);
}

function describeVersion({ certificate, tags, policy }: StoredCertificate): CurrentVersion {
	const { version, life, der } = certificate;
	const { thumbprint } = describeCertificate(der);
	const { settings, renewsItself } = policy;
	return { version, expires: life.expires, tags, certificate, policy: settings, renewsItself, thumbprint };
}

function checkRotatable({ certificate, enabled, keyUsage, policy }: StoredCertificate, nowSeconds: number): void {
	const { item, life, publicKey, version } = certificate;
	const keyType = publicKey.asymmetricKeyType;
	if (life.expires !== undefined && life.expires <= nowSeconds) throw endedError(certificate, life.expires);
	checkCanSign({ item, enabled, keyUsage, life, keyType, isNameAlone: true }, nowSeconds * 1000);
	if (/^(?:RSA(?:-HSM)?)?$/i.test(policy.keyType)) return;
	throw new ActionError({
		code: 'CERTIFICATE_CANNOT_SIGN',
		title: `${vaultHost(item.vaultUrl)}: not an RSA key`,
		subject: `certificate ${item.name}`,
		problem: `its policy asks for a key that is not RSA for the version after ${version}, and Microsoft Entra ID takes no other from an application.`,
		hint: 'Set the key type of its policy to RSA or RSA-HSM.',
	});
}

function endedError({ item, version }: SigningCertificate, expires: number): ActionError {
	const [vault = ''] = vaultHost(item.vaultUrl).split('.');
	return new ActionError({
		code: 'ROTATE_CERTIFICATE_EXPIRED',
		title: 'The certificate has expired',
		subject: `certificate ${item.name}`,
		problem: `version ${version} expired on ${formatInstant(expires)}. Its key cannot sign any more, so the application cannot prove that it may add the next one.`,
		hint: `Begin anew by hand: make a new version ("az keyvault certificate create --vault-name ${vault} --name ${item.name} --policy @policy.json"), upload its public part to the app registration (App registrations \u2192 Certificates & secrets), and run the job again when it is due. Schedule the job so that it runs before the certificate expires.`,
	});
}
