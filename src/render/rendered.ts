// What rendering gives to exporting.
import type { Identifier } from '../plan/identifier.js';
import type { SecretText } from '../secret-text.js';
import type { Life } from './expiry.js';
import type { Masking } from './masks.js';

/** One output to be set. */
export interface RenderedOutput {
	readonly name: string;
	readonly value: string | SecretText;
}

/** One reference's share of the results. */
export interface Rendered {
	readonly item: Identifier;
	/** 32 hex digits. */
	readonly version: string;
	readonly life: Life;
	readonly outputs: readonly RenderedOutput[];
	readonly masks: readonly SecretText[];
	readonly weakness: Masking['weakness'];
	/** The value, where it belongs into the `secrets` output. */
	readonly secret: SecretText | undefined;
}
