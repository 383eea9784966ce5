// The token endpoint of the Microsoft identity platform, as far as a client secret needs it.
// Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import { randomUUID } from 'node:crypto';
import { type App, type Directory, type Tenant, vaultResourceOf } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

/** Answers a request to a login host. */
export function serveLogin(directory: Directory, request: ReceivedRequest): Answer {
	const [, tenantName] = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(request.path) ?? [];
	if (tenantName === undefined)
		return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
	try {
		return grantToken(directory, request, decodeURIComponent(tenantName));
	} catch (error) {
		if (error instanceof TokenRefusal) return error.toAnswer(request);
		throw error;
	}
}

function grantToken(directory: Directory, request: ReceivedRequest, tenantName: string): Answer {
	if (request.method !== 'POST') {
		throw new TokenRefusal(
			400,
			'invalid_request',
			900561,
			`The endpoint only accepts POST requests. Received a ${request.method} request.`,
		);
	}
	const tenant = findTenant(directory, tenantName);
	const form = readForm(request);
	checkGrantType(form);
	if (form.has('resource')) {
		throw new TokenRefusal(400, 'invalid_request', 901002, "The 'resource' request parameter is not supported.");
	}
	const app = findApp(tenant, required(form, 'client_id'));
	const audience = checkScope(required(form, 'scope'), vaultResourceOf(request.host));
	checkSecret(app, form);
	const token = directory.issue({
		tenantId: tenant.tenantId,
		clientId: app.clientId,
		objectId: app.objectId,
		audience,
	});
	const life = directory.tokenLifeSeconds;
	const answer = { token_type: 'Bearer', expires_in: life, ext_expires_in: life, access_token: token };
	return jsonAnswer(200, answer, { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': randomUUID() });
}

function findTenant(directory: Directory, name: string): Tenant {
	if (!/^[0-9a-z.-]+$/i.test(name)) {
		const text = `Specified tenant identifier '${name}' is neither a valid DNS name, nor a valid external domain.`;
		throw new TokenRefusal(400, 'invalid_request', 900023, text);
	}
	const tenant = directory.findTenant(name);
	if (tenant !== undefined) return tenant;
	const text = `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`;
	throw new TokenRefusal(400, 'invalid_request', 90002, text);
}

function readForm({ headers, body }: ReceivedRequest): URLSearchParams {
	// The body of another type is not looked into, so its first missing parameter is what is complained of.
	const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i.test(headers['content-type'] ?? '');
	const form = new URLSearchParams(isForm ? body : '');
	for (const name of form.keys()) {
		if (form.getAll(name).length > 1) {
			const text = `The request is not properly formatted. The parameter '${name}' is duplicated.`;
			throw new TokenRefusal(400, 'invalid_request', 9000411, text);
		}
	}
	return form;
}

function required(form: URLSearchParams, name: string): string {
	const value = form.get(name);
	if (value !== null && value !== '') return value;
	const text = `The request body must contain the following parameter: '${name}'.`;
	throw new TokenRefusal(400, 'invalid_request', 900144, text);
}

function checkGrantType(form: URLSearchParams): void {
	const grantType = required(form, 'grant_type');
	if (grantType === 'client_credentials') return;
	const text = `The app requested an unsupported grant type '${grantType}'.`;
	throw new TokenRefusal(400, 'unsupported_grant_type', 70003, text);
}

function findApp({ tenantId, apps }: Tenant, clientId: string): App {
	const app = apps.get(clientId.toLowerCase());
	if (app === undefined) {
		const text = `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`;
		throw new TokenRefusal(400, 'unauthorized_client', 700016, text);
	}
	if (!app.disabled) return app;
	throw new TokenRefusal(400, 'unauthorized_client', 7000112, `Application '${clientId}' is disabled.`);
}

function checkScope(scope: string, resource: string): string {
	if (scope === `${resource}/.default`) return resource;
	const text = `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`;
	throw new TokenRefusal(400, 'invalid_scope', 70011, text);
}

function checkSecret(app: App, form: URLSearchParams): void {
	const secret = form.get('client_secret');
	if (secret === null || secret === '') {
		const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
		throw new TokenRefusal(401, 'invalid_client', 7000218, text);
	}
	if (secret !== app.secret) {
		const text = `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`;
		throw new TokenRefusal(401, 'invalid_client', 7000215, text);
	}
	if (app.secretExpired) {
		const text = `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret.`;
		throw new TokenRefusal(401, 'invalid_client', 7000222, text);
	}
}

/** A request that Entra refuses, with its OAuth error and its own number. */
class TokenRefusal extends Error {
	readonly #status: number;
	readonly #error: string;
	readonly #code: number;

	constructor(status: number, error: string, code: number, text: string) {
		super(text);
		this.#status = status;
		this.#error = error;
		this.#code = code;
	}

	toAnswer({ headers, host }: ReceivedRequest): Answer {
		const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
		const traceId = randomUUID();
		const correlationId = headers['client-request-id'] ?? randomUUID();
		const lines = [
			`AADSTS${this.#code}: ${this.message} Trace ID: ${traceId}`,
			`Correlation ID: ${correlationId}`,
			`Timestamp: ${timestamp}`,
		];
		const body = {
			error: this.#error,
			error_description: lines.join('\r\n'),
			error_codes: [this.#code],
			timestamp,
			trace_id: traceId,
			correlation_id: correlationId,
			error_uri: `https://${host}/error?code=${this.#code}`,
		};
		return jsonAnswer(this.#status, body, { 'cache-control': 'no-store, no-cache', 'x-ms-request-id': traceId });
	}
}
