// The endpoints of the Microsoft identity platform at a login host: tokens and device codes.
// Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import { randomUUID } from 'node:crypto';
import { checkAssertion } from './client-assertion.js';
import { DEVICE_CODE_GRANT, type DeviceCodes, PERSON_ID } from './device-code.js';
import type { App, Directory, Tenant } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { describeEndpoints } from './openid-configuration.js';
import { rolesFor, vaultResourceOf } from './resources.js';
import { invalidClient, required, TokenRefusal } from './token-refusal.js';

/** State of a login host. */
export interface Login {
	readonly directory: Directory;
	readonly deviceCodes: DeviceCodes;
}

const CONFIGURATION = 'v2.0/.well-known/openid-configuration';
const ENDPOINT = /^\/([^/]+)\/(oauth2\/v2\.0\/(?:token|devicecode)|v2\.0\/\.well-known\/openid-configuration)$/;

/** Answers a request to a login host. */
export function serveLogin(login: Login, request: ReceivedRequest): Answer {
	const [, tenantName, endpoint] = ENDPOINT.exec(request.path) ?? [];
	if (tenantName === undefined)
		return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
	try {
		checkMethod(request, endpoint === CONFIGURATION ? 'GET' : 'POST');
		const tenant = findTenant(login.directory, decodeURIComponent(tenantName));
		if (endpoint === CONFIGURATION) return describeEndpoints(request, tenant);
		const form = readForm(request);
		return endpoint === 'oauth2/v2.0/token'
			? grantToken(login, request, { tenant, form })
			: giveDeviceCode(login, request, { tenant, form });
	} catch (error) {
		if (error instanceof TokenRefusal) return error.toAnswer(request);
		throw error;
	}
}

/** A form, sent to a tenant. */
interface Submission {
	readonly tenant: Tenant;
	readonly form: URLSearchParams;
}

function grantToken(login: Login, request: ReceivedRequest, { tenant, form }: Submission): Answer {
	const grantType = checkGrantType(form);
	if (form.has('resource')) {
		const text = "The 'resource' request parameter is not supported.";
		throw new TokenRefusal({ error: 'invalid_request', code: 901002, text });
	}
	const app = findApp(login.directory, tenant, required(form, 'client_id'));
	const { tenantId } = tenant;
	const { clientId } = app;
	if (grantType === DEVICE_CODE_GRANT) {
		const audience = login.deviceCodes.redeem(app, form);
		const delegated = { tenantId, clientId, objectId: PERSON_ID, audience, scp: 'user_impersonation' };
		return tokenAnswer(login.directory, login.directory.issue(delegated), { scope: `${audience}/user_impersonation` });
	}
	const audience = checkScope(required(form, 'scope'), vaultResourceOf(request.host), login.directory);
	const tokenEndpoint = `https://${request.host}${request.path}`;
	const isAsserted = form.has('client_assertion');
	if (isAsserted) checkAssertion({ directory: login.directory, app, form, tokenEndpoint });
	else checkSecret(app, form);
	const { objectId, roles } = app;
	checkRole(app, audience, login.directory);
	const grant = { tenantId, clientId, objectId, audience, roles, isAsserted };
	return tokenAnswer(login.directory, login.directory.issue(grant));
}

function tokenAnswer({ tokenLifeSeconds: life }: Directory, token: string, more: object = {}): Answer {
	const answer = { token_type: 'Bearer', ...more, expires_in: life, ext_expires_in: life, access_token: token };
	return jsonAnswer(200, answer, { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': randomUUID() });
}

function giveDeviceCode(login: Login, request: ReceivedRequest, { tenant, form }: Submission): Answer {
	const app = findApp(login.directory, tenant, required(form, 'client_id'));
	const resource = vaultResourceOf(request.host);
	const asked = required(form, 'scope')
		.split(' ')
		.filter((one) => !['openid', 'profile', 'offline_access'].includes(one));
	if (asked.length !== 1 || asked[0] !== `${resource}/user_impersonation`) throw invalidScope(asked.join(' '));
	return login.deviceCodes.start(app, resource, request);
}

function checkMethod({ method }: ReceivedRequest, expected: 'GET' | 'POST'): void {
	if (method === expected) return;
	const text = `The endpoint only accepts ${expected} requests. Received a ${method} request.`;
	throw new TokenRefusal({ error: 'invalid_request', code: 900561, text });
}

function findTenant(directory: Directory, name: string): Tenant {
	if (!/^[0-9a-z.-]+$/i.test(name)) {
		const text = `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`;
		throw new TokenRefusal({ error: 'invalid_request', code: 900023, text });
	}
	const tenant = directory.findTenant(name);
	if (tenant !== undefined) return tenant;
	const text = `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
	throw new TokenRefusal({ error: 'invalid_request', code: 90002, text });
}

function readForm({ headers, body }: ReceivedRequest): URLSearchParams {
	// The body of another type is not looked into, so its first missing parameter is what is complained of.
	const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i.test(headers['content-type'] ?? '');
	const form = new URLSearchParams(isForm ? body : '');
	for (const name of form.keys()) {
		if (form.getAll(name).length > 1) {
			const text = `The request is not properly formatted. The parameter '${name}' is duplicated.`;
			throw new TokenRefusal({ error: 'invalid_request', code: 9000411, text });
		}
	}
	return form;
}

function checkGrantType(form: URLSearchParams): string {
	const grantType = required(form, 'grant_type');
	if (grantType === 'client_credentials' || grantType === DEVICE_CODE_GRANT) return grantType;
	const text = `The app requested an unsupported grant type '${grantType}'.`;
	throw new TokenRefusal({ error: 'unsupported_grant_type', code: 70003, text });
}

function findApp(directory: Directory, { tenantId, apps }: Tenant, clientId: string): App {
	const app = apps.get(clientId.toLowerCase());
	if (app === undefined || app.knownFromMs.signIn > directory.nowMs()) {
		const text = `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`;
		throw new TokenRefusal({ error: 'unauthorized_client', code: 700016, text });
	}
	if (!app.disabled) return app;
	throw new TokenRefusal({
		error: 'unauthorized_client',
		code: 7000112,
		text: `Application '${clientId}' is disabled.`,
	});
}

function checkScope(scope: string, vaultResource: string, { services }: Directory): string {
	const [, resource] = /^(\S+)\/\.default$/.exec(scope) ?? [];
	// To an application whose URI is that of the vaults, one with a slash at its end is malformed.
	if (resource === undefined || resource === `${vaultResource}/`) throw invalidScope(scope);
	if (resource === vaultResource || services.has(resource)) return resource;
	const text = `The resource principal named ${resource} was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`;
	throw new TokenRefusal({ error: 'invalid_resource', code: 500011, text });
}

function checkRole({ clientId, roles }: App, audience: string, { services }: Directory): void {
	if (services.get(audience)?.needsRole !== true || rolesFor(audience, roles).length > 0) return;
	const text = `Application '${clientId}'(emulator) is not assigned to a role for the application '${audience}'(emulator).`;
	throw new TokenRefusal({ error: 'invalid_grant', code: 501051, text });
}

function invalidScope(scope: string): TokenRefusal {
	const text = `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`;
	return new TokenRefusal({ error: 'invalid_scope', code: 70011, text });
}

function checkSecret(app: App, form: URLSearchParams): void {
	const secret = form.get('client_secret');
	if (secret === null || secret === '') {
		const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
		throw invalidClient(7000218, text);
	}
	// A node that is asked knows the passwords that it has heard of by now.
	const verdict = secret === app.secret ? (app.secretExpired ? 'expired' : 'valid') : app.passwords.judge(secret);
	if (verdict === 'unknown') {
		const text = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`;
		throw invalidClient(7000215, text);
	}
	if (verdict === 'expired') {
		const text = `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret.`;
		throw invalidClient(7000222, text);
	}
}
