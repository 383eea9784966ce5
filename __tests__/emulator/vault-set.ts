// Key Vault's set operation: each PUT makes a new version of a secret.
// https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { secretBundle } from './vault-bundles.js';
import { badParameter, deletedButRecoverable, notFound } from './vault-refusals.js';
import type { VaultStore } from './vault-store.js';

/** What a vault takes: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const MAX_VALUE_BYTES = 25_600;
const MAX_TAGS = 15;
const MAX_TAG_LENGTH = 512;

/** The secret that is to be set. */
export interface SetTarget {
	readonly name: string;
	readonly version: string | undefined;
}

/** Answers `PUT /secrets/NAME`; whether the caller may set was asked before. */
export function setSecret(store: VaultStore, { host, headers, body }: ReceivedRequest, target: SetTarget): Answer {
	const { name, version } = target;
	if (version !== undefined) return notFound('secrets', `${name}/${version}`);
	if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
		return jsonAnswer(415, { error: { code: 'UnsupportedMediaType', message: 'The body must be JSON.' } });
	}
	const asked = parseBody(body);
	if (asked === undefined) return badParameter('Property has invalid value.');
	if (store.isDeletedSecret(name)) return deletedButRecoverable(name);
	const { value, contentType, tags, attributes } = asked;
	store.setSecret(name, value, {
		...(contentType !== undefined && { contentType }),
		...(tags !== undefined && { tags }),
		...(attributes?.enabled !== undefined && { enabled: attributes.enabled }),
		...(attributes?.nbf !== undefined && { notBefore: attributes.nbf }),
		...(attributes?.exp !== undefined && { expires: attributes.exp }),
	});
	const stored = store.findSecret(name);
	return stored === undefined ? notFound('secrets', name) : jsonAnswer(200, secretBundle(`https://${host}`, stored));
}

interface SetBody {
	readonly value: string;
	readonly contentType?: string;
	readonly tags?: Readonly<Record<string, string>>;
	readonly attributes?: { readonly enabled?: boolean; readonly nbf?: number; readonly exp?: number };
}

function parseBody(body: string): SetBody | undefined {
	try {
		const parsed = JSON.parse(body) as SetBody;
		const { value, contentType = '', tags = {}, attributes = {} } = parsed;
		const texts = Object.entries(tags).flat();
		const areTagsGood =
			Object.keys(tags).length <= MAX_TAGS &&
			texts.every((text) => typeof text === 'string' && text.length <= MAX_TAG_LENGTH);
		const areSeconds = [attributes.nbf, attributes.exp].every((one) => one === undefined || Number.isInteger(one));
		const isValueGood = typeof value === 'string' && Buffer.byteLength(value) <= MAX_VALUE_BYTES;
		return isValueGood && areTagsGood && areSeconds && contentType.length <= 255 ? parsed : undefined;
	} catch {
		return undefined;
	}
}
