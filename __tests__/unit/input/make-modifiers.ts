// Steps as a line without any has them, except for what a test is about.
import type { CertificateSteps, KeySteps, SecretSteps } from '../../../src/input/modifiers.js';

export function secretSteps(given: Partial<SecretSteps> = {}): SecretSteps {
	const none = { attributes: false, base64: undefined, json: undefined, file: false, unmasked: false };
	return { kind: 'secrets', tags: [], ...none, ...given };
}

export function certificateSteps(given: Partial<CertificateSteps> = {}): CertificateSteps {
	return { kind: 'certificates', tags: [], public: false, file: undefined, pem: false, store: false, ...given };
}

export function keySteps(given: Partial<KeySteps> = {}): KeySteps {
	return { kind: 'keys', tags: [], ...given };
}
