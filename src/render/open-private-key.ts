// The private key of a certificate, taken out of the secret that holds it, or why that cannot be done.
import type { CertificateIdentity } from '../certificate/identity.js';
import { openKeyPair } from '../certificate/key-pair.js';
import { isNoKey, isWithoutCertificate } from '../certificate/pfx-error.js';
import { ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import type { CertificateSteps } from '../input/modifiers.js';
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
		if (errors.some(isNoKey)) throw notExportable(cause);
		if (errors.some(isWithoutCertificate)) throw otherCertificate(cause);
		if (steps.file === undefined && !steps.pem && !steps.store) return undefined;
		throw new ActionErrors(errors.map(notConvertible));
	}
}

function notExportable(cause: unknown): ActionError {
	return new ActionError({
		code: 'CERTIFICATE_NOT_EXPORTABLE',
		title: 'Private key not exportable',
		problem: 'its private key is not exportable, so the vault returns only the certificate.',
		hint: 'Write "| public" to get the public part, or use the token action: the vault signs there, and no private key leaves it.',
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
		problem: `the vault's value cannot be opened: ${problem}`,
		hint: 'Without "| file", "| pem" and "| store" it is exported as it is.',
		cause,
	});
}

/**
 * The private key of a certificate and its issuers, from the value of the secret of the same version.
 * @param value base64 PFX without a password, or PEM
 * @param certificate the certificate, DER
 * @throws ActionError as `openKeyPair`
 */
export function openBackingSecret(value: string, certificate: Buffer): CertificateIdentity {
	return openKeyPair(value, { wanted: certificate });
}
