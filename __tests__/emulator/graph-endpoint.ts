// Microsoft Graph, as far as the passwords and certificates of applications need it.
// https://learn.microsoft.com/graph/api/application-addpassword and …/application-removepassword
import { randomUUID } from 'node:crypto';
import type { AppPassword } from './app-passwords.js';
import type { App, Directory, IssuedToken } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { addKey, describeKey, removeKey } from './graph-keys.js';
import { checkConflict, checkIdentity, checkRoom } from './graph-limits.js';
import { serveList } from './graph-list.js';
import { formatInstant, GraphRefusal, readGraphBody } from './graph-refusal.js';
import { graphResourceOf } from './resources.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Answers a request to Graph. */
export function serveGraph(directory: Directory, request: ReceivedRequest): Answer {
	const requestId = randomUUID();
	const answer = answerOrRefuse(directory, request, requestId);
	return { ...answer, headers: { ...answer.headers, 'request-id': requestId, 'client-request-id': requestId } };
}

function answerOrRefuse(directory: Directory, request: ReceivedRequest, requestId: string): Answer {
	try {
		return answerGraph(directory, request);
	} catch (error) {
		if (error instanceof GraphRefusal) return error.toAnswer(requestId, directory.nowMs());
		throw error;
	}
}

function answerGraph(directory: Directory, request: ReceivedRequest): Answer {
	const caller = authenticate(directory, request);
	checkIdentity(directory, caller);
	const list = request.method === 'GET' ? serveList(directory, caller, request) : undefined;
	if (list !== undefined) return list;
	const [, clientId, objectId, operation] = PATH.exec(decodeURIComponent(request.path)) ?? [];
	if (clientId === undefined && objectId === undefined) {
		throw new GraphRefusal(400, 'BadRequest', `Resource not found for the segment '${request.path}'.`);
	}
	if (request.method !== (operation === undefined ? 'GET' : 'POST')) {
		throw new GraphRefusal(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
	}
	const app = findApp(directory, caller, clientId ?? objectId ?? '');
	checkPermission(caller, app, operation);
	if (operation !== undefined) checkConflict(app);
	switch (operation) {
		case undefined:
			return getApplication(app, request);
		case 'addPassword':
			return addPassword(directory, app, request);
		case 'addKey':
			return addKey(directory, app, request);
		case 'removeKey':
			return removeKey(directory, app, request);
		default:
			return removePassword(app, request);
	}
}

const PATH =
	/^\/v1\.0\/applications(?:\(appId='([0-9a-f-]{36})'\)|\/([0-9a-f-]{36}))(?:\/(addPassword|removePassword|addKey|removeKey))?$/i;

function authenticate(directory: Directory, { headers, host }: ReceivedRequest): IssuedToken {
	const [, text] = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
	const token = text === undefined ? undefined : directory.findToken(text);
	if (token === undefined) throw unauthorized('Access token is empty or invalid.');
	if (token.expiresOnMs <= directory.nowMs()) throw unauthorized('Lifetime validation failed, the token is expired.');
	if (token.audience !== graphResourceOf(host))
		throw unauthorized('Access token validation failure. Invalid audience.');
	return token;
}

function unauthorized(message: string): GraphRefusal {
	return new GraphRefusal(401, 'InvalidAuthenticationToken', message);
}

function findApp(directory: Directory, { tenantId }: IssuedToken, id: string): App {
	const all = [...(directory.findTenant(tenantId)?.apps.values() ?? [])];
	const apps = all.filter(({ knownFromMs }) => knownFromMs.graph <= directory.nowMs());
	// An application has an object ID of its own, which is not that of its service principal; here one stands for both.
	const app = apps.find(({ clientId, objectId }) => clientId === id.toLowerCase() || objectId === id.toLowerCase());
	if (app !== undefined) return app;
	const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
	throw new GraphRefusal(404, 'Request_ResourceNotFound', message);
}

function checkPermission(caller: IssuedToken, app: App, operation: string | undefined): void {
	const { roles, clientId, isDelegated } = caller;
	const writes = operation !== undefined;
	const rollsKey = operation === 'addKey' || operation === 'removeKey';
	// An application rolls its own keys without a permission, and nobody's on behalf of a person.
	if (rollsKey && !isDelegated && clientId === app.clientId) return;
	if (rollsKey && isDelegated) throw denied();
	if (roles.includes('Application.ReadWrite.All')) return;
	if (roles.includes('Application.ReadWrite.OwnedBy') && (!writes || app.owners.includes(caller.clientId))) return;
	if (roles.includes('Application.Read.All') && !writes) return;
	throw denied();
}

function denied(): GraphRefusal {
	const message = 'Insufficient privileges to complete the operation.';
	return new GraphRefusal(403, 'Authorization_RequestDenied', message);
}

function getApplication(app: App, { host, query }: ReceivedRequest): Answer {
	const selected = query.get('$select')?.split(',');
	const showsKeys = selected?.includes('keyCredentials') ?? false;
	const whole = {
		id: app.objectId,
		appId: app.clientId,
		displayName: 'emulated',
		passwordCredentials: app.passwords.list().map((password) => describePassword(password)),
		keyCredentials: app.keys.list().map((key) => describeKey(key, showsKeys)),
	};
	const members = Object.entries(whole).filter(([name]) => selected?.includes(name) ?? true);
	const context = `https://${host}/v1.0/$metadata#applications${selected === undefined ? '' : `(${selected.join(',')})`}/$entity`;
	return jsonAnswer(200, { '@odata.context': context, ...Object.fromEntries(members) });
}

function describePassword({ keyId, displayName, secret, startMs, endMs }: AppPassword, secretText?: string): object {
	return {
		customKeyIdentifier: null,
		displayName,
		endDateTime: formatInstant(endMs),
		hint: secret.slice(0, 3),
		keyId,
		secretText: secretText ?? null,
		startDateTime: formatInstant(startMs),
	};
}

function addPassword(directory: Directory, app: App, request: ReceivedRequest): Answer {
	const wanted = readGraphBody(request)['passwordCredential'] ?? {};
	const { displayName, startDateTime, endDateTime } = wanted as Readonly<Record<string, unknown>>;
	const startMs = instantOf(startDateTime) ?? directory.nowMs();
	const endMs = instantOf(endDateTime);
	if (endMs !== undefined && endMs <= startMs) throw badRequest('The end date must be after the start date.');
	checkPolicy(app, endMs === undefined ? 730 : (endMs - startMs) / DAY_MS);
	checkRoom(app);
	const added = app.passwords.add({
		startMs,
		...(endMs !== undefined && { endMs }),
		...(typeof displayName === 'string' && { displayName }),
	});
	const context = `https://${request.host}/v1.0/$metadata#microsoft.graph.passwordCredential`;
	return jsonAnswer(200, { '@odata.context': context, ...describePassword(added, added.secret) });
}

function instantOf(value: unknown): number | undefined {
	if (value === undefined || value === null) return undefined;
	const ms =
		typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(ms)) throw badRequest('Invalid value specified for a property of type Edm.DateTimeOffset.');
	return ms;
}

function checkPolicy({ passwordPolicy: { forbidden, maxDays } }: App, days: number): void {
	const policy = "as per assigned policy '55555555-5555-4555-8555-555555555550'.";
	if (forbidden === true) {
		const message = `Credential type not allowed ${policy}`;
		throw new GraphRefusal(400, 'CredentialTypeNotAllowedAsPerAppPolicy', message);
	}
	if (maxDays === undefined || days <= maxDays + 1 / DAY_MS) return;
	const message = `Credential lifetime exceeds the max value allowed ${policy}`;
	throw new GraphRefusal(400, 'CredentialInvalidLifetimeAsPerAppPolicy', message);
}

function removePassword(app: App, request: ReceivedRequest): Answer {
	const { keyId } = readGraphBody(request);
	if (typeof keyId !== 'string') throw badRequest('keyId is missing.');
	if (!app.passwords.remove(keyId)) throw badRequest(`No password credential found with keyId ${keyId}.`);
	return { status: 204, headers: {}, body: '' };
}

function badRequest(message: string): GraphRefusal {
	return new GraphRefusal(400, 'Request_BadRequest', message);
}
