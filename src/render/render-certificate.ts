// A certificate as outputs, a file, an entry of the user's store, and masks.
import { describeCertificate } from '../certificate/describe.js';
import { isPem } from '../certificate/pem.js';
import type { CertificateBundle, SecretBundle } from '../keyvault/bundles.js';
import type { Masking } from '../masks/masks.js';
import { maskKey, maskPem, maskPfx } from '../masks/masks-of-certificates.js';
import type { Destination } from '../plan/destination.js';
import { type CertificateContext, renderSteps } from './certificate-outputs.js';
import { formatInstant } from './expiry.js';
import { openPrivateKey } from './open-private-key.js';
import type { Rendered, RenderedOutput } from './rendered.js';

/** A certificate's public part and the secret that holds its private key, where that was asked for. */
export interface CertificateParts {
	readonly certificate: CertificateBundle;
	readonly secret: SecretBundle | undefined;
}

/**
 * The PFX or PEM as the vault gives it, what is public of it, and what the steps of the line add.
 * @throws ActionErrors where the certificate cannot be read, comes without its private key, or cannot be converted
 */
export function renderCertificate(
	{ output, item, steps }: Destination,
	{ certificate, secret }: CertificateParts,
	context: CertificateContext,
): Rendered {
	if (steps.kind !== 'certificates') throw new Error(steps.kind);
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
	if (steps.public || secret === undefined) return rendered;
	const identity = openPrivateKey({ certificate, secret }, steps);
	const whole: RenderedOutput = { name: output, value: secret.value };
	const { masks, weakness } = maskWhole(secret);
	if (identity === undefined) return { ...rendered, outputs: [whole, ...rendered.outputs], masks, weakness };
	const added = renderSteps({ output, item, steps, identity, context });
	return {
		...rendered,
		...added,
		outputs: [whole, ...rendered.outputs, ...added.outputs],
		masks: [...masks, ...maskKey(identity.privateKey).masks, ...added.masks],
		weakness,
	};
}

function maskWhole({ value }: SecretBundle): Masking {
	const text = value.reveal();
	return isPem(text) ? maskPem(text) : maskPfx(text);
}
