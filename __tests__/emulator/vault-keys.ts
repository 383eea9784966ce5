// Keys, read and made: https://learn.microsoft.com/rest/api/keyvault/keys
import { type Answer, jsonAnswer } from './exchange.js';
import { type KeyKind, makeKeyPair } from './key-pair.js';
import { keyBundle } from './vault-bundles.js';
import { readBody, readProperties, type VaultCall } from './vault-call.js';
import { badParameter, disabled, managedByCertificate, nameNotFree, notFound } from './vault-refusals.js';

/** Answers `GET /keys/NAME[/VERSION]`. */
export function getKey({ store, origin, name, version }: VaultCall): Answer {
	const key = store.findKey(name, version);
	if (key === undefined) return notFound('keys', version === undefined ? name : `${name}/${version}`);
	return key.enabled ? jsonAnswer(200, keyBundle(origin, key)) : disabled('keys');
}

const KINDS: Readonly<Record<string, KeyKind>> = {
	...{ RSA: 'rsa', 'RSA 2048': 'rsa', 'RSA 3072': 'rsa-3072', 'RSA 4096': 'rsa-4096' },
	...{ EC: 'ec', 'EC P-256': 'ec', 'EC P-384': 'ec-384', 'EC P-521': 'ec-521', 'EC P-256K': 'ec-k256' },
};

const ALL_OPERATIONS = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];

/** Answers `POST /keys/NAME/create`: each makes a new version. */
export function createKey(call: VaultCall): Answer {
	const { store, origin, name } = call;
	const body = readBody(call);
	const properties = readProperties({ ...body, attributes: body.attributes ?? {} });
	const kind = KINDS[[body.kty, body.crv ?? body.key_size].filter((part) => part !== undefined).join(' ')];
	if (kind === undefined) return badParameter('Property kty has invalid value.');
	const state = store.keys.state(name);
	if (state !== 'in use' && state !== 'free') return nameNotFree('keys', name, state);
	if (store.findCertificate(name) !== undefined) return managedByCertificate('keys', 'create');
	const { publicKey, privateKey } = makeKeyPair(kind);
	const isEc = body.kty === 'EC';
	const asked: readonly string[] = body.key_ops ?? [];
	const possible = isEc ? ['sign', 'verify'] : ALL_OPERATIONS;
	store.setKey(name, {
		...properties,
		type: body.kty,
		publicKey,
		privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
		operations: asked.length > 0 ? possible.filter((one) => asked.includes(one)) : possible,
	});
	const stored = store.findKey(name);
	return stored === undefined ? notFound('keys', name) : jsonAnswer(200, keyBundle(origin, stored));
}
