// The private key of a certificate, taken out of the secret that holds it, or why that cannot be done.
import { openBackingSecret } from '../certificate/backing-secret.js';
import type { CertificateIdentity } from '../certificate/identity.js';
import { ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import type { CertificateSteps } from '../input/steps.js';
import type { CertificateBundle, SecretBundle } from '../keyvault/bundles.js';

/** A certificate and the secret of the same version. */
export interface CertificateWithKey {
	readonly certificate: CertificateBundle;
	readonly secret: SecretBundle;
}

/**
 * The private key with its certificate and issuers; undefined where the secret cannot be opened and no step needs that.
 * @throws ActionErrors where the secret holds no private key or that of another certificate, and where a step needs what
 * cannot be opened
 */
export function openPrivateKey(
	{ certificate, secret }: CertificateWithKey,
	steps: Pick<CertificateSteps, 'file' | 'pem' | 'store'>,
): CertificateIdentity | undefined {
	try {
		return openBackingSecret(secret.value.reveal(), certificate.der);
	} catch (cause) {
		const errors = foreseenErrors(cause);
		const isCausedBy = (reason: string): boolean => errors.some(({ code }) => code.endsWith(reason));
		if (isCausedBy('_NO_KEY')) throw notExportable(cause);
		if (isCausedBy('_NO_CERTIFICATE')) throw otherCertificate(cause);
		if (steps.file === undefined && !steps.pem && !steps.store) return undefined;
		throw new ActionErrors(errors.map(notConvertible));
	}
}

function notExportable(cause: unknown): ActionError {
	return new ActionError({
		code: 'CERTIFICATE_NOT_EXPORTABLE',
		title: 'Private key not exportable',
		problem: 'the vault gives the certificate without its private key, which is not exportable.',
		hint: 'Write | public for what is public of it, or use the token action, which has the vault sign and needs no private key.',
		cause,
	});
}

function otherCertificate(cause: unknown): ActionError {
	return new ActionError({
		code: 'CERTIFICATE_MISMATCH',
		title: 'Private key of another certificate',
		problem: 'the secret of the same version does not hold this certificate with its private key.',
		hint: 'Look at the certificate in the vault, and import or renew it.',
		cause,
	});
}

function notConvertible({ code, problem, cause }: ActionError): ActionError {
	return new ActionError({
		code,
		title: 'Certificate not convertible',
		problem: `what the vault holds cannot be opened: ${problem}`,
		hint: 'Without file, pem and store it is exported as it is.',
		cause,
	});
}
