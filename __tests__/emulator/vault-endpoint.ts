// Key Vault's data plane: who asks, what for, and whether the vault lets them.
import { randomUUID } from 'node:crypto';
import type { Directory, IssuedToken } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { vaultResourceOf } from './resources.js';
import { denied } from './vault-denial.js';
import { badParameter, unauthorized, VaultRefusal } from './vault-refusals.js';
import { findRoute } from './vault-routes.js';
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
	const { path, method, host } = request;
	const found = findRoute(method, path);
	if (found === 'no path') return badParameter('The request URI contains an invalid name or path.');
	if (found === 'no method') {
		return jsonAnswer(405, { error: { code: 'MethodNotAllowed', message: `Method ${method} is not emulated.` } });
	}
	const { route, name, version } = found;
	const { collection, operation } = route;
	const kind = store.denialOf(collection, name === '' ? undefined : name);
	if (kind !== undefined) {
		const [vaultName = ''] = host.split(/[.:]/);
		const named = operation === 'list' ? undefined : name;
		return denied(kind, { vaultName, collection, name: named, operation, token: caller });
	}
	try {
		return route.serve({ store, request, origin: `https://${host}`, collection, name, version });
	} catch (error) {
		if (error instanceof VaultRefusal) return error.answer;
		throw error;
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
