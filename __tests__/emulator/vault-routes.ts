// The operations of a vault that are emulated, by method and path.
import type { CollectionName } from './stored-objects.js';
import type { Serve } from './vault-call.js';
import {
	cancelPending,
	createCertificate,
	deletePending,
	getCertificate,
	getPending,
	getPolicy,
	mergeCertificate,
	updateCertificate,
	updatePolicy,
} from './vault-certificates.js';
import { deleteObject, getDeleted, listDeleted, purgeObject, recoverObject } from './vault-deleted.js';
import { importCertificate } from './vault-import.js';
import { createKey, getKey } from './vault-keys.js';
import { listPage } from './vault-list.js';
import type { VaultOperation } from './vault-refusals.js';
import { getSecret, setSecret, updateSecret } from './vault-secrets.js';
import { signDigest, verifyDigest } from './vault-sign.js';

/** An operation, and the permission that it takes. */
export interface Route {
	readonly method: string;
	readonly path: RegExp;
	readonly collection: CollectionName;
	readonly operation: VaultOperation;
	readonly serve: Serve;
}

type Row = readonly [method: string, path: string, operation: VaultOperation, serve: Serve];

// Routes of every collection: {n} is a name, {v} a version.
const OF_ALL: readonly Row[] = [
	['GET', '/{c}', 'list', listPage],
	['GET', '/{c}/{n}/versions', 'list', listPage],
	['DELETE', '/{c}/{n}', 'delete', deleteObject],
	['GET', '/deleted{c}', 'list', listDeleted],
	['GET', '/deleted{c}/{n}', 'get', getDeleted],
	['POST', '/deleted{c}/{n}/recover', 'recover', recoverObject],
	['DELETE', '/deleted{c}/{n}', 'purge', purgeObject],
];

const OF_ONE: Readonly<Record<CollectionName, readonly Row[]>> = {
	secrets: [
		['GET', '/{c}/{n}(?:/{v})?', 'get', getSecret],
		['PUT', '/{c}/{n}(?:/{v})?', 'set', setSecret],
		['PATCH', '/{c}/{n}(?:/{v})?', 'update', updateSecret],
	],
	certificates: [
		['GET', '/{c}/{n}(?:/{v})?', 'get', getCertificate],
		['PATCH', '/{c}/{n}(?:/{v})?', 'update', updateCertificate],
		['POST', '/{c}/{n}/create', 'create', createCertificate],
		['POST', '/{c}/{n}/import', 'import', importCertificate],
		['GET', '/{c}/{n}/pending', 'get', getPending],
		['PATCH', '/{c}/{n}/pending', 'update', cancelPending],
		['DELETE', '/{c}/{n}/pending', 'delete', deletePending],
		['POST', '/{c}/{n}/pending/merge', 'create', mergeCertificate],
		['GET', '/{c}/{n}/policy', 'get', getPolicy],
		['PATCH', '/{c}/{n}/policy', 'update', updatePolicy],
	],
	keys: [
		['GET', '/{c}/{n}(?:/{v})?', 'get', getKey],
		['POST', '/{c}/{n}/create', 'create', createKey],
		['POST', '/{c}/{n}(?:/{v})?/sign', 'sign', signDigest],
		['POST', '/{c}/{n}(?:/{v})?/verify', 'verify', verifyDigest],
	],
};

const ROUTES: readonly Route[] = (['secrets', 'certificates', 'keys'] as const).flatMap((collection) =>
	[...OF_ALL, ...OF_ONE[collection]].map(([method, path, operation, serve]) => ({
		method,
		path: compile(path, collection),
		collection,
		operation,
		serve,
	})),
);

function compile(path: string, collection: CollectionName): RegExp {
	const named = path
		.replace('{c}', collection)
		.replace('{n}', '(?<name>[0-9a-z-]{1,127})')
		.replace('{v}', '(?<version>[0-9a-f]{32})');
	return new RegExp(`^${named}$`, 'i');
}

/** A route with what the path names; the name is empty for a list of all objects. */
export interface FoundRoute {
	readonly route: Route;
	readonly name: string;
	readonly version: string | undefined;
}

/** The route of a request; slashes may be doubled, and one may stand at the end. */
export function findRoute(method: string, path: string): FoundRoute | 'no path' | 'no method' {
	const plain = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
	const routes = ROUTES.filter((route) => route.path.test(plain));
	if (routes.length === 0) return 'no path';
	const route = routes.find((one) => one.method === method);
	if (route === undefined) return 'no method';
	const { name = '', version } = route.path.exec(plain)?.groups ?? {};
	return { route, name, version };
}
