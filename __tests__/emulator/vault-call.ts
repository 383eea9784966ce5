// A request to a vault, once it is known who asks and what for.
import type { Answer, ReceivedRequest } from './exchange.js';
import { jsonAnswer } from './exchange.js';
import type { CollectionName } from './stored-objects.js';
import { badParameter, VaultRefusal } from './vault-refusals.js';
import type { VaultStore } from './vault-store.js';

/** The input of an operation. */
export interface VaultCall {
	readonly store: VaultStore;
	readonly request: ReceivedRequest;
	/** The vault's origin, as the client wrote it. */
	readonly origin: string;
	readonly collection: CollectionName;
	/** Empty for a list of all objects. */
	readonly name: string;
	readonly version: string | undefined;
}

/** An operation of a vault. */
export type Serve = (call: VaultCall) => Answer;

/** JSON of which nothing is known. */
// biome-ignore lint/suspicious/noExplicitAny: each member that is used is checked.
type Json = any;

/** The body as an object of JSON. @throws VaultRefusal if it is none */
export function readBody({ request: { headers, body } }: VaultCall): Json {
	if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
		const error = { code: 'UnsupportedMediaType', message: 'The body must be JSON.' };
		throw new VaultRefusal(jsonAnswer(415, { error }));
	}
	const parsed = parse(body);
	if (typeof parsed === 'object' && parsed !== null) return parsed;
	throw new VaultRefusal(badParameter('Property has invalid value.'));
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

const MAX_TAGS = 15;
const MAX_TAG_LENGTH = 512;

/** Tags and attributes of a body, which every object can have. @throws VaultRefusal if the service does not take them */
export function readProperties({ tags, attributes = {} }: Json): {
	readonly tags?: Readonly<Record<string, string>>;
	readonly enabled?: boolean;
	readonly notBefore?: number;
	readonly expires?: number;
} {
	const { enabled, nbf: notBefore, exp: expires } = attributes;
	const texts = Object.entries(tags ?? {}).flat();
	const areTagsGood =
		texts.length <= 2 * MAX_TAGS && texts.every((text) => typeof text === 'string' && text.length <= MAX_TAG_LENGTH);
	const areSeconds = [notBefore, expires].every((one) => one === undefined || Number.isInteger(one));
	if (!areTagsGood || !areSeconds || !['boolean', 'undefined'].includes(typeof enabled)) {
		throw new VaultRefusal(badParameter('Property has invalid value.'));
	}
	return {
		...(tags !== undefined && { tags }),
		...(enabled !== undefined && { enabled }),
		...(notBefore !== undefined && { notBefore }),
		...(expires !== undefined && { expires }),
	};
}
