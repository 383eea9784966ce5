// A secret as outputs and masks.
import type { SecretBundle } from '../keyvault/bundles.js';
import type { Destination } from '../plan/destination.js';
import { type Masking, maskPfx, maskSecret } from './masks.js';
import type { Rendered } from './rendered.js';

/** One output: the value, byte for byte. */
export function renderSecret({ output, item }: Destination, secret: SecretBundle): Rendered {
	return {
		item,
		version: secret.version,
		life: secret.attributes,
		outputs: [{ name: output, value: secret.value }],
		files: [],
		storeEntries: [],
		...maskValue(secret),
		secrets: [{ name: output, value: secret.value }],
		notes: [],
	};
}

// A certificate named under `secrets` comes out as any secret, but its bytes are a private key's.
function maskValue({ value, contentType }: SecretBundle): Masking {
	return contentType === 'application/x-pkcs12' ? maskPfx(value.reveal()) : maskSecret(value.reveal());
}
