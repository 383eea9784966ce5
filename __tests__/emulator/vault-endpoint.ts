// Key Vault's data plane, as far as reading and writing secrets, reading certificates and keys, and signing with keys need it.
import { randomUUID } from 'node:crypto';
import type { Directory, IssuedToken } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { vaultResourceOf } from './resources.js';
import type { CollectionName } from './stored-objects.js';
import { certificateBundle, keyBundle, secretBundle } from './vault-bundles.js';
import { listPage } from './vault-list.js';
import { badParameter, denied, disabled, notFound, unauthorized } from './vault-refusals.js';
import { setSecret } from './vault-set.js';
import { signDigest } from './vault-sign.js';
import type { VaultStore } from './vault-store.js';

const API_VERSIONS = ['7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '2025-07-01', '2026-04-01'];

/** Answers a request to a vault. */
export function serveVault(directory: Directory, store: VaultStore, request: ReceivedRequest): Answer {
	const answer = answerVault(directory, store, request);
	return {
		...answer,
		headers: {
			...answer.headers,
			'x-ms-request-id': randomUUID(),
			'x-ms-keyvault-region': 'westeurope',
			'x-ms-keyvault-service-version': '1.9.1652.1',
			'x-ms-keyvault-network-info': 'conn_type=Ipv4;addr=127.0.0.1;act_addr_fam=InterNetwork;',
		},
	};
}

function answerVault(directory: Directory, store: VaultStore, request: ReceivedRequest): Answer {
	// The order of the real service: who asks comes before what for.
	const caller = authenticate(directory, store, request);
	if ('status' in caller) return caller;
	const apiVersion = request.query.get('api-version');
	if (apiVersion === null) return badParameter('api-version must be specified');
	if (!API_VERSIONS.includes(apiVersion))
		return badParameter(`The specified version (${apiVersion}) is not supported.`);
	const target = parsePath(request.path);
	const method = target?.kind === 'sign' ? 'POST' : 'GET';
	const isSet = request.method === 'PUT' && target?.kind === 'object' && target.collection === 'secrets';
	if (request.method !== method && !isSet) {
		return jsonAnswer(405, {
			error: { code: 'MethodNotAllowed', message: `Method ${request.method} is not emulated.` },
		});
	}
	if (target === undefined) return badParameter('The request URI contains an invalid name or path.');
	const { collection, name } = target;
	const kind = store.denialOf(collection, name);
	if (kind !== undefined) {
		const [vaultName = ''] = request.host.split(/[.:]/);
		const operation = isSet ? 'set' : OPERATIONS[target.kind];
		return denied(kind, {
			vaultName,
			collection,
			name: operation === 'list' ? undefined : name,
			operation,
			token: caller,
		});
	}
	switch (target.kind) {
		case 'object':
			return isSet ? setSecret(store, request, target) : getObject(store, request, target);
		case 'list':
			return listPage(store, request, target);
		case 'sign':
			return signDigest(store, request, target);
		default:
			throw target satisfies never;
	}
}

function authenticate(
	directory: Directory,
	store: VaultStore,
	{ headers, host }: ReceivedRequest,
): IssuedToken | Answer {
	const resource = vaultResourceOf(host);
	const refuse = (message: string): Answer => unauthorized(message, store.tenantId, resource);
	const [, text] = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
	if (text === undefined) return refuse('AKV10000: Request is missing a Bearer or PoP token.');
	const token = directory.findToken(text);
	if (token === undefined) return refuse('AKV10001: Token validation failed: its signature is not known.');
	if (token.expiresOnMs <= directory.nowMs()) return refuse('AKV10001: Token validation failed: its lifetime is over.');
	if (token.audience !== resource) {
		return refuse(`AKV10022: Invalid audience. Expected ${resource}, found: ${token.audience}.`);
	}
	if (token.tenantId !== store.tenantId) {
		const [expected, found] = [store.tenantId, token.tenantId].map((id) => `https://sts.windows.net/${id}/`);
		return refuse(`AKV10032: Invalid issuer. Expected one of ${expected}, found ${found}.`);
	}
	return token;
}

/** What a path names. */
export type Target =
	| {
			readonly kind: 'object';
			readonly collection: CollectionName;
			readonly name: string;
			readonly version: string | undefined;
	  }
	/** Every object of a collection, or every version of one. */
	| { readonly kind: 'list'; readonly collection: CollectionName; readonly name: string | undefined }
	| { readonly kind: 'sign'; readonly collection: 'keys'; readonly name: string; readonly version: string | undefined };

const OPERATIONS = { object: 'get', list: 'list', sign: 'sign' } as const;

function parsePath(path: string): Target | undefined {
	const [, signName, signVersion] = /^\/keys\/([0-9a-z-]{1,127})\/(?:([0-9a-f]{32})\/)?sign$/i.exec(path) ?? [];
	if (signName !== undefined) return { kind: 'sign', collection: 'keys', name: signName, version: signVersion };
	const [, collectionText = '', name, last, rest] = path.replace(/\/$/, '').split('/');
	const collection = COLLECTIONS.find((one) => one === collectionText.toLowerCase());
	if (collection === undefined || rest !== undefined) return undefined;
	if (name === undefined) return { kind: 'list', collection, name };
	if (!/^[0-9a-z-]{1,127}$/i.test(name)) return undefined;
	if (last?.toLowerCase() === 'versions') return { kind: 'list', collection, name };
	if (last !== undefined && !/^[0-9a-f]{32}$/i.test(last)) return undefined;
	return { kind: 'object', collection, name, version: last };
}

const COLLECTIONS: readonly CollectionName[] = ['secrets', 'certificates', 'keys'];

function getObject(store: VaultStore, { host }: ReceivedRequest, target: Target & { kind: 'object' }): Answer {
	const { collection, name, version } = target;
	const origin = `https://${host}`;
	const missing = notFound(collection, version === undefined ? name : `${name}/${version}`);
	if (collection === 'secrets') {
		const secret = store.findSecret(name, version);
		if (secret === undefined) return missing;
		return secret.enabled ? jsonAnswer(200, secretBundle(origin, secret)) : disabled(collection);
	}
	if (collection === 'keys') {
		const key = store.findKey(name, version);
		if (key === undefined) return missing;
		return key.enabled ? jsonAnswer(200, keyBundle(origin, key)) : disabled(collection);
	}
	const certificate = store.findCertificate(name, version);
	if (certificate === undefined) return missing;
	// Other than secrets and keys, it is shown though it is disabled.
	return jsonAnswer(200, certificateBundle(origin, certificate, version !== undefined));
}
