// A certificate as outputs, a file, an entry of the user's store, and masks.
import { describeCertificate } from '../certificate/describe.js';
import { openKeyPair } from '../certificate/key-pair.js';
import type { KeyWithChain } from '../certificate/key-with-chain.js';
import { isPem } from '../certificate/pem.js';
import { isNoKey, isWithoutCertificate } from '../certificate/pfx-error.js';
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import type { CertificateModifiers } from '../input/modifiers.js';
import type { CertificateBundle, SecretBundle } from '../keyvault/bundles.js';
import type { Masking } from '../masks/masks.js';
import { maskKey, maskPem, maskPfx } from '../masks/masks-of-values.js';
import type { DestinationOf } from '../plan/destination.js';
import { formatInstant } from '../time.js';
import { type CertificateContext, renderModifiers } from './certificate-outputs.js';
import type { Rendered, RenderedOutput } from './rendered.js';

/** A certificate's public part and the secret that holds its private key, if that was asked for. */
export interface CertificateParts {
	readonly certificate: CertificateBundle;
	readonly secret: SecretBundle | undefined;
}

/**
 * The PFX or PEM as the vault gives it, what is public of it, and what the modifiers of the line add.
 * @throws ActionErrors if the certificate cannot be read, comes without its private key, or cannot be converted
 */
export function renderCertificate(
	{ output, item, modifiers }: DestinationOf<'certificates'>,
	{ certificate, secret }: CertificateParts,
	context: CertificateContext,
): Rendered {
	const facts = describeCertificate(certificate.der);
	const rendered: Rendered = {
		item,
		version: certificate.version,
		life: certificate.attributes,
		outputs: [
			{ name: `${output}-thumbprint`, value: facts.thumbprint },
			{ name: `${output}-subject`, value: facts.subject },
			{ name: `${output}-expires-on`, value: formatInstant(certificate.attributes.expires) },
			{ name: `${output}-version`, value: certificate.version },
			{ name: `${output}-cer`, value: facts.pem },
		],
		files: [],
		storeEntries: [],
		masks: [],
		weakness: undefined,
		secrets: [],
		notes: [],
	};
	// Another line may have asked for the private key of the same certificate.
	if (modifiers.public || secret === undefined) return rendered;
	const keyWithChain = openPrivateKey({ certificate, secret }, modifiers);
	const whole: RenderedOutput = { name: output, value: secret.value };
	const { masks, weakness } = maskWhole(secret);
	if (keyWithChain === undefined) return { ...rendered, outputs: [whole, ...rendered.outputs], masks, weakness };
	const added = renderModifiers({ output, item, modifiers, keyWithChain, context });
	return {
		...rendered,
		...added,
		outputs: [whole, ...rendered.outputs, ...added.outputs],
		masks: [...masks, ...maskKey(keyWithChain.privateKey).masks, ...added.masks],
		weakness,
	};
}

function maskWhole({ value }: SecretBundle): Masking {
	const text = value.reveal();
	return isPem(text) ? maskPem(text) : maskPfx(text);
}

/** A certificate and the secret of the same version. */
export interface CertificateWithKey {
	readonly certificate: CertificateBundle;
	readonly secret: SecretBundle;
}

/**
 * The private key with its certificate and issuers; undefined if the secret cannot be opened and no modifier needs that.
 * @throws ActionErrors if the secret holds no private key or that of another certificate, and if a modifier needs what
 * cannot be opened
 */
function openPrivateKey(
	{ certificate, secret }: CertificateWithKey,
	modifiers: Pick<CertificateModifiers, 'file' | 'pem' | 'store'>,
): KeyWithChain | undefined {
	try {
		return openBackingSecret(secret.value.reveal(), certificate.der);
	} catch (cause) {
		const errors = expectedErrors(cause);
		if (errors.some(isNoKey)) throw notExportable(cause);
		if (errors.some(isWithoutCertificate)) throw otherCertificate(cause);
		if (modifiers.file === undefined && !modifiers.pem && !modifiers.store) return undefined;
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
export function openBackingSecret(value: string, certificate: Buffer): KeyWithChain {
	return openKeyPair(value, { wanted: certificate });
}
