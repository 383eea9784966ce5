// The tenant's lists in Microsoft Graph: app registrations and service principals, page by page.
// https://learn.microsoft.com/graph/api/application-list and …/serviceprincipal-list
import { createHash, randomUUID } from 'node:crypto';
import type { AppPassword } from './app-passwords.js';
import type { Directory, IssuedToken } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { formatInstant, GraphRefusal } from './graph-refusal.js';

/** A key credential as Graph shows it; what is left out is made up or null. */
export interface KeyOptions {
	readonly keyId?: string;
	readonly displayName?: string | null;
	readonly startMs?: number;
	readonly endMs?: number;
	/** The certificate, DER: gives the identifier unless that is given. */
	readonly der?: Buffer;
	readonly customKeyIdentifier?: string | null;
	readonly usage?: 'Verify' | 'Sign';
	/** Whether the list shows the certificate itself. */
	readonly showsKey?: boolean;
}

/** A password as Graph shows it; what is left out is made up or null. */
export interface NewPassword {
	readonly keyId?: string;
	readonly displayName?: string | null;
	readonly startMs?: number;
	readonly endMs?: number;
}

/** An app registration or a service principal. */
export interface ListedApplication {
	readonly objectId: string;
	readonly appId: string;
	readonly displayName: string | null;
	readonly servicePrincipalType?: string;
	readonly passwords: readonly NewPassword[];
	readonly keys: readonly KeyOptions[];
}

/** Everything that a tenant lists beside the applications that sign in to the emulator. */
export class GraphCatalog {
	readonly applications: ListedApplication[] = [];
	readonly servicePrincipals: ListedApplication[] = [];
	/** Requests that a minute has room for; 150 in the real service. */
	limitPerMinute = Number.POSITIVE_INFINITY;
	/** Whether a refusal says when to come back. */
	saysRetryAfter = true;
	/** The most that a page shows, whatever was asked for. */
	maxPageSize = 999;
	/** When each request that counts arrived. */
	readonly taken: number[] = [];

	addApplication(wanted: Partial<ListedApplication> = {}): ListedApplication {
		return addTo(this.applications, wanted);
	}

	addServicePrincipal(wanted: Partial<ListedApplication> = {}): ListedApplication {
		return addTo(this.servicePrincipals, { servicePrincipalType: 'Application', ...wanted });
	}
}

function addTo(list: ListedApplication[], wanted: Partial<ListedApplication>): ListedApplication {
	const [objectId, appId] = [randomUUID(), randomUUID()];
	const added = { objectId, appId, displayName: null, passwords: [], keys: [], ...wanted };
	list.push(added);
	return added;
}

/** Answers for one of the two lists; undefined if the path is neither. */
export function serveList(directory: Directory, caller: IssuedToken, request: ReceivedRequest): Answer | undefined {
	const [, name] = /^\/v1\.0\/(applications|servicePrincipals)$/.exec(request.path) ?? [];
	if (name === undefined) return undefined;
	const { catalog } = directory;
	checkPermission(caller);
	const select = request.query.get('$select')?.split(',');
	const refusal = takeRequest(directory, select);
	if (refusal !== undefined) return refusal;
	const all =
		name === 'applications'
			? [...ownApplications(directory, caller), ...catalog.applications]
			: catalog.servicePrincipals;
	const top = Number(request.query.get('$top') ?? 100);
	const start = Number(request.query.get('$skiptoken') ?? 0);
	if (!Number.isInteger(top) || top < 1 || top > 999) throw badRequest(`Invalid page size specified: '${top}'.`);
	if (!Number.isInteger(start)) throw badRequest('The provided skip token is not valid.');
	const end = start + Math.min(top, catalog.maxPageSize);
	const selected = select === undefined ? '' : `(${select.join(',')})`;
	const next = new URLSearchParams([...request.query].filter(([key]) => key !== '$skiptoken'));
	next.append('$skiptoken', `${end}`);
	return jsonAnswer(200, {
		'@odata.context': `https://${request.host}/v1.0/$metadata#${name}${selected}`,
		...(end < all.length && { '@odata.nextLink': `https://${request.host}${request.path}?${next}` }),
		value: all.slice(start, end).map((one) => describe(one, select, directory.nowMs())),
	});
}

function checkPermission({ roles }: IssuedToken): void {
	const sufficient = [
		'Application.Read.All',
		'Application.ReadWrite.All',
		'Application.ReadWrite.OwnedBy',
		'Directory.Read.All',
	];
	if (roles.some((role) => sufficient.includes(role))) return;
	throw new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

// Requests that select keys count: https://learn.microsoft.com/graph/api/application-list
function takeRequest({ catalog, nowMs }: Directory, select: readonly string[] | undefined): Answer | undefined {
	if (select?.includes('keyCredentials') !== true) return undefined;
	const now = nowMs();
	const recent = catalog.taken.filter((ms) => ms > now - 60_000);
	if (recent.length < catalog.limitPerMinute) {
		catalog.taken.push(now);
		return undefined;
	}
	const [oldest = now] = recent;
	const seconds = Math.ceil((oldest + 60_000 - now) / 1000);
	const message = 'Too many requests. Please retry after the time that the Retry-After header states.';
	const headers = { ...(catalog.saysRetryAfter && { 'retry-after': `${seconds}` }) };
	return jsonAnswer(429, { error: { code: 'TooManyRequests', message, innerError: {} } }, headers);
}

// The applications that sign in here are in the tenant as well, with the passwords that others add to them.
function ownApplications(directory: Directory, { tenantId }: IssuedToken): readonly ListedApplication[] {
	return [...(directory.findTenant(tenantId)?.apps.values() ?? [])].map(({ objectId, clientId, passwords, keys }) => ({
		objectId,
		appId: clientId,
		displayName: 'emulated',
		passwords: passwords
			.list()
			.map(({ keyId, displayName, startMs, endMs }: AppPassword) => ({ keyId, displayName, startMs, endMs })),
		keys: keys
			.list()
			.map(({ keyId, displayName, der, startMs, endMs }) => ({ keyId, displayName, der, startMs, endMs })),
	}));
}

function describe(one: ListedApplication, select: readonly string[] | undefined, nowMs: number): object {
	const whole = {
		id: one.objectId,
		appId: one.appId,
		displayName: one.displayName,
		...(one.servicePrincipalType !== undefined && { servicePrincipalType: one.servicePrincipalType }),
		passwordCredentials: one.passwords.map((wanted) => describePassword(wanted, nowMs)),
		keyCredentials: one.keys.map((wanted) => describeKey(wanted, nowMs)),
	};
	return Object.fromEntries(Object.entries(whole).filter(([name]) => select?.includes(name) ?? true));
}

function describePassword({ keyId, displayName, startMs, endMs }: NewPassword, nowMs: number): object {
	return {
		customKeyIdentifier: null,
		displayName: displayName ?? null,
		endDateTime: formatInstant(endMs ?? nowMs),
		hint: 'abc',
		keyId: keyId ?? null,
		secretText: null,
		startDateTime: formatInstant(startMs ?? nowMs),
	};
}

function describeKey(wanted: KeyOptions, nowMs: number): object {
	const { keyId, displayName, startMs, endMs, der, usage = 'Verify', showsKey = false } = wanted;
	const thumbprint = der === undefined ? null : createHash('sha1').update(der).digest('base64');
	return {
		customKeyIdentifier: wanted.customKeyIdentifier === undefined ? thumbprint : wanted.customKeyIdentifier,
		displayName: displayName ?? null,
		endDateTime: formatInstant(endMs ?? nowMs),
		key: showsKey ? (der?.toString('base64') ?? null) : null,
		keyId: keyId ?? null,
		startDateTime: formatInstant(startMs ?? nowMs),
		type: usage === 'Sign' ? 'X509CertAndPassword' : 'AsymmetricX509Cert',
		usage,
	};
}

function badRequest(message: string): GraphRefusal {
	return new GraphRefusal(400, 'Request_BadRequest', message);
}
