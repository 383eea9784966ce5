// What is known of a secret beside its value, as outputs.
import type { ListedObject } from '../keyvault/list-pages.js';
import type { Destination } from '../plan/destination.js';
import { formatInstant } from './expiry.js';
import type { Rendered } from './rendered.js';

/** Three outputs, none of them a secret: version, end (empty where there is none), and whether it is enabled. */
export function renderAttributes(
	{ output, item }: Destination,
	{ version, enabled, attributes }: ListedObject,
): Rendered {
	return {
		item,
		version,
		life: attributes,
		outputs: [
			{ name: `${output}-version`, value: version },
			{ name: `${output}-expires-on`, value: formatInstant(attributes.expires) },
			{ name: `${output}-enabled`, value: String(enabled) },
		],
		files: [],
		storeEntries: [],
		masks: [],
		weakness: undefined,
		secrets: [],
		notes: [],
	};
}
