// Findings and decisions of a certificate's rotation, in words.
import type { RotationOptions } from '../../input/rotate-inputs.js';
import { nextCredentials } from '../../plan/certificate-tags.js';
import { vaultHost } from '../../plan/identifier.js';
import { type CertificateRotation, CREDENTIAL_ID, credentialIdOf } from '../../plan/rotation-decision.js';
import type { Annotation } from '../../ports.js';
import { formatInstant } from '../../time.js';
import type { CurrentVersion, FoundCertificate } from './find-certificate.js';

/** Lines for the log: what the vault holds. */
export function describeFound({ certificate }: CertificateRotation, { current }: FoundCertificate): readonly string[] {
	const { version, expires, thumbprint, renewsItself } = current;
	const keyId = credentialIdOf(current, CREDENTIAL_ID) ?? 'not known';
	return [
		`Found certificate ${certificate.name} in ${vaultHost(certificate.vaultUrl)}: version ${version}, expires ${formatInstant(expires)}, thumbprint ${thumbprint}, key credential ${keyId}.`,
		...(renewsItself
			? [
					'Its policy renews it by itself (AutoRenew): Entra would not know that version. A rotation sets the policy to EmailContacts.',
				]
			: []),
	];
}

/** A line for the log: whether the certificate is rotated, and what is done before. */
export function describeDecision(
	{ current, decision }: FoundCertificate,
	{ renewBeforeDays }: RotationOptions,
): string {
	const { pending, journal, due } = decision;
	const end = formatInstant(current.expires);
	const reason = {
		expiring: `Due, because it expires on ${end}, within ${renewBeforeDays} days.`,
		forced: 'Due, because force is true.',
		none: `Nothing is due: it is valid until ${end}, which is more than ${renewBeforeDays} days away.`,
	}[due ?? 'none'];
	if (pending.kind === 'at-work')
		return `${reason} Another run is in progress, or was interrupted: a request for a new version is pending.`;
	const isUnfinished = pending.kind === 'leftover' || journal !== undefined;
	return isUnfinished ? `${reason} An earlier run was interrupted: this run cleans up after it first.` : reason;
}

/** A line for the log: what would be done. */
export function describeDryRun({ appId }: CertificateRotation, { current, decision }: FoundCertificate): string {
	const { pending, journal, due } = decision;
	if (pending.kind === 'at-work') return 'Dry run: the run would stop here.';
	const first = [
		...(pending.kind === 'leftover' ? ['the request for a new version that is pending would be deleted'] : []),
		...(journal === undefined
			? []
			: [`the version would be proved, and what is noted on it (key credential ${journal}) cleaned up`]),
	];
	const earlier = first.length === 0 ? '' : ` First, ${first.join('; ')}.`;
	if (due === undefined) return `Dry run: nothing would be renewed.${earlier}`;
	const { outdatedId } = nextCredentials(current, '');
	const removal =
		outdatedId === undefined ? 'no key credential would be removed' : `key credential ${outdatedId} would be removed`;
	return `Dry run:${earlier === '' ? '' : `${earlier} Then`} the vault would make a new key, application ${appId} would get a certificate for it, and a minute later it would become the current version; then ${removal}.`;
}

/** A warning if the vault may renew the certificate before a rotation does. */
export function warnOfRenewal({ certificate, renewsItself }: CurrentVersion): readonly Annotation[] {
	if (!renewsItself) return [];
	const { name } = certificate.item;
	return [
		{
			title: `Certificate ${name}: the vault renews it by itself`,
			text: `The policy of certificate ${name} has the lifetime action AutoRenew. The vault may publish a version that Microsoft Entra ID does not know before a rotation is due. Run this action once with "force: true", which sets it to EmailContacts, or set it in the portal.`,
		},
	];
}
