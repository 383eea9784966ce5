// What a secret's value is when it leaves: as it is stored, or what the steps of its line make of it.
import type { SecretSteps } from '../input/steps.js';
import type { SecretBundle } from '../keyvault/bundles.js';
import { type Masking, maskSecret } from '../masks/masks.js';
import { goThroughSteps, type SecretValue } from './secret-steps.js';

/**
 * The value after the steps.
 * @throws ActionError of no subject where it is not what a step expects
 */
export async function readSecretValue(
	{ value, contentType }: SecretBundle,
	steps: Pick<SecretSteps, 'base64' | 'json' | 'file'>,
): Promise<SecretValue> {
	const stored = value.reveal();
	if (!steps.base64 && steps.json === undefined) {
		const masking = await maskStored(stored, contentType);
		return { bytes: Buffer.from(stored), text: stored, leaves: [], masking };
	}
	return goThroughSteps(stored, steps);
}

// What may hold a private key: PEM, and base64 of a PFX. A certificate named under `secrets` comes out as any secret.
async function maskStored(stored: string, contentType: string): Promise<Masking> {
	const isPfx = contentType === 'application/x-pkcs12';
	if (!isPfx && !/-----BEGIN |^\s*MI/.test(stored)) return maskSecret(stored);
	const { maskOpenPfx, maskValue } = await import('../masks/masks-of-certificates.js');
	return isPfx ? maskOpenPfx(stored) : maskValue(stored);
}
