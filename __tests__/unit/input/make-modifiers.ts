// Modifiers as a line without any has them, except for what a test is about.
import type { CertificateModifiers, KeyModifiers, SecretModifiers } from '../../../src/input/modifiers.js';

export function secretModifiers(given: Partial<SecretModifiers> = {}): SecretModifiers {
	const none = { attributes: false, base64: undefined, json: undefined, file: false, unmasked: false };
	return { kind: 'secrets', tags: [], ...none, ...given };
}

export function certificateModifiers(given: Partial<CertificateModifiers> = {}): CertificateModifiers {
	return { kind: 'certificates', tags: [], public: false, file: undefined, pem: false, store: false, ...given };
}

export function keyModifiers(given: Partial<KeyModifiers> = {}): KeyModifiers {
	return { kind: 'keys', tags: [], ...given };
}
