"use strict";
exports.id = 334;
exports.ids = [334];
exports.modules = {

/***/ 7334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  managedIdentityMethod: () => (managedIdentityMethod)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __webpack_require__(3689);
// EXTERNAL MODULE: ./build/src/http/json.js
var json = __webpack_require__(6102);
// EXTERNAL MODULE: ./build/src/http/retry-policy.js + 1 modules
var retry_policy = __webpack_require__(8266);
// EXTERNAL MODULE: ./build/src/http/send.js
var send = __webpack_require__(2658);
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __webpack_require__(6088);
// EXTERNAL MODULE: ./build/src/entra/token-request.js
var token_request = __webpack_require__(9963);
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/local-endpoint.js
// What the identity endpoints of Azure's platforms have in common.






/** Is this an http(s) address on this machine, by loopback or link-local address, without credentials? */
function isOnMachine(url) {
	if (!URL.canParse(url))
		return false;
	const { protocol, hostname, username, password } = new URL(url);
	const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\])$/.test(hostname);
	return isLocal && /^https?:$/.test(protocol) && username === '' && password === '';
}
/** The rules that MSAL has for endpoints other than IMDS: three more attempts, a second apart. */
const LOCAL_RULES = {
	...retry_policy/* RETRY_RULES */.r9,
	attempts: 4,
	baseMs: 1_000,
	factor: 1,
	jitter: false,
	statuses: [404, 408, 429, 500, 502, 503, 504],
};
/** Sends without a proxy; an answer that does not come is an error that names the platform. */
async function sendLocal(request, context, { platform, rules }) {
	return (0,send/* send */.t)(request, { ...context, transport: context.localTransport }, { rules }).catch((error) => {
		if (!(error instanceof transport_error/* TransportError */.w))
			throw error;
		throw identityError(platform, `${error.message}.`, 'Is this runner a machine in Azure that has a managed identity?', error);
	});
}
/** @throws ActionError where the answer is no token */
function processIdentityResponse(response, nowMs, platform) {
	const answer = (0,json/* parseJsonObject */.dw)(response.body);
	if (response.status !== 200)
		throw refused(response.status, answer, platform);
	const token = (0,token_request/* asToken */.W1)(answer?.['access_token']);
	if (token === undefined)
		throw identityError(platform, 'the answer holds no usable token.', 'Is this the endpoint of Azure?');
	return { token, expiresOnSeconds: endOf(answer, nowMs) };
}
// Seconds since 1970, as a number or as digits; older platforms send a date, and then an hour is assumed.
function endOf(answer, nowMs) {
	const digits = (0,json/* asText */.e1)(String(answer?.['expires_on'] ?? ''), /^\d{1,12}$/);
	return digits === undefined ? Math.floor(nowMs / 1000) + 3600 : Number(digits);
}
function refused(status, answer, platform) {
	const code = (0,json/* asText */.e1)(answer?.['error'], /^[A-Za-z0-9_]{1,40}$/);
	const codes = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
	const hint = status === 400
		? 'The machine has no such identity: assign one, and set client-id to it where it is user-assigned.'
		: 'Assign a managed identity to the machine, wait some minutes, and run the job again.';
	return identityError(platform, `refused (${codes}).`, hint);
}
/** The error for what an identity endpoint did. */
function identityError(platform, problem, hint, cause) {
	return new errors/* ActionError */.lZ({
		code: 'MANAGED_IDENTITY_FAILED',
		title: 'No token from the managed identity',
		subject: `Managed identity (${platform})`,
		problem,
		hint,
		cause,
	});
}
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/app-service.js

const PLATFORM = 'App Service or Container Apps';
/** A token of the app's identity; the header keeps other processes' forged requests out. */
async function getAppServiceToken({ url, header }, { clientId, resource }, context) {
	const address = new URL(url);
	address.searchParams.set('api-version', '2019-08-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined)
		address.searchParams.set('client_id', clientId);
	const request = { method: 'GET', url: address.href, headers: { 'x-identity-header': header } };
	const response = await sendLocal(request, context, { platform: PLATFORM, rules: LOCAL_RULES });
	return processIdentityResponse(response, context.clock.nowMs(), PLATFORM);
}
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/azure-arc.js
// Azure Arc: machines outside Azure, whose agent proves itself to callers who may read a file.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication




const azure_arc_PLATFORM = 'Azure Arc';
/** The agent's files are smaller. */
const MAX_KEY_BYTES = 4096;
/** A token of the machine's identity: asked for, challenged, asked for again with the file that the challenge names. */
async function getArcToken({ url }, { clientId, resource }, context) {
	const address = new URL(url);
	address.searchParams.set('api-version', '2020-06-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined)
		address.searchParams.set('client_id', clientId);
	const request = { method: 'GET', url: address.href, headers: { metadata: 'true' } };
	const options = { platform: azure_arc_PLATFORM, rules: LOCAL_RULES };
	const challenge = await sendLocal(request, context, options);
	if (challenge.status !== 401)
		return processIdentityResponse(challenge, context.clock.nowMs(), azure_arc_PLATFORM);
	const [, path = ''] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate']?.trim() ?? '') ?? [];
	const authorization = new secret_text/* SecretText */.o(`Basic ${readKey(path, context).reveal()}`);
	const response = await sendLocal({ ...request, headers: { ...request.headers, authorization } }, context, options);
	return processIdentityResponse(response, context.clock.nowMs(), azure_arc_PLATFORM);
}
// Whoever answers at that address names a file, which is then read and sent back: only the agent's own are.
function readKey(path, { machine, variable, mask }) {
	const isWindows = machine.platform === 'win32';
	const { normalize, dirname, extname, join } = isWindows ? external_node_path_.win32 : external_node_path_.posix;
	const folder = isWindows
		? join(variable('ProgramData') ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
		: '/var/opt/azcmagent/tokens';
	// Windows does not tell capitals apart.
	const fold = (text) => (isWindows ? text.toLowerCase() : text);
	if (path !== normalize(path) || fold(dirname(path)) !== fold(folder) || extname(path) !== '.key') {
		throw identityError(azure_arc_PLATFORM, 'the challenge names a file that is not of the agent.', 'Nothing was read or sent.');
	}
	const text = (0,json/* asText */.e1)(readText(path, machine).trim(), /^[\x20-\x7e]+$/);
	if (text === undefined)
		throw identityError(azure_arc_PLATFORM, "the agent's file holds no key.", 'Nothing was sent.');
	const key = new secret_text/* SecretText */.o(text);
	mask(key);
	return key;
}
function readText(path, machine) {
	try {
		return machine.readFile(path, MAX_KEY_BYTES).toString('utf8');
	}
	catch (error) {
		const hint = 'Add the user of the runner to the group himds.';
		throw identityError(azure_arc_PLATFORM, "the agent's file cannot be read.", hint, error);
	}
}
;// CONCATENATED MODULE: ./build/src/entra/managed-identity/imds.js
// The Instance Metadata Service of virtual machines, scale sets and AKS nodes.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#retry-guidance


const imds_PLATFORM = 'IMDS';
/** Waits of 2, 4, 8, 16 s, as documented; 404 means that the service is starting. */
const IMDS_RULES = {
	...retry_policy/* RETRY_RULES */.r9,
	baseMs: 2_000,
	jitter: false,
	statuses: [404, 408, 429, 500, 501, 502, 503, 504, 505],
};
/** 410 means that the service is being updated, which takes up to 70 s: seven waits, the one after the first 410 included. */
const UPDATING_RULES = {
	...IMDS_RULES,
	attempts: 7,
	baseMs: 10_000,
	factor: 1,
	statuses: [...IMDS_RULES.statuses, 410],
};
/** A token of the machine's identity. */
async function getImdsToken({ url }, { clientId, resource }, context) {
	const query = new URLSearchParams({ 'api-version': '2018-02-01', resource });
	if (clientId !== undefined)
		query.set('client_id', clientId);
	const request = {
		method: 'GET',
		url: `${url}/metadata/identity/oauth2/token?${query}`,
		headers: { metadata: 'true' },
	};
	const first = await sendLocal(request, context, { platform: imds_PLATFORM, rules: IMDS_RULES });
	const response = first.status === 410 ? await waitForUpdate(request, first, context) : first;
	return processIdentityResponse(response, context.clock.nowMs(), imds_PLATFORM);
}
async function waitForUpdate(request, first, context) {
	const { clock, deadlineMs } = context;
	const question = {
		outcome: first,
		attempt: 1,
		nowMs: clock.nowMs(),
		deadlineMs,
		randomFraction: 0,
		transient: false,
	};
	const delayMs = (0,retry_policy/* retryDelayMs */.qO)({ ...question, rules: UPDATING_RULES });
	if (delayMs === undefined)
		return first;
	await clock.sleep(delayMs);
	return sendLocal(request, context, { platform: imds_PLATFORM, rules: UPDATING_RULES });
}
;// CONCATENATED MODULE: ./build/src/entra/credentials/managed-identity.js
// Managed identity: the machine's own identity, for self-hosted runners in Azure.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token






/** Asked for by hand only: elsewhere the endpoint does not answer, and finding that out takes long. */
const managedIdentityMethod = {
	needsTenant: false,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason, variable }) => ({
		kind: 'managed-identity',
		reason,
		tenantId: inputs.tenantId?.value,
		clientId: inputs.clientId?.value,
		endpoint: chooseEndpoint(variable),
	}),
	secretsOf: ({ endpoint }) => (endpoint.kind === 'app-service' ? [endpoint.header] : []),
	getToken: ({ clientId, endpoint }, { scope }, context) => {
		// These endpoints speak version 1 of the protocol, which names a resource.
		const request = { clientId, resource: scope.replace(/\/\.default$/, '') };
		switch (endpoint.kind) {
			case 'app-service':
				return getAppServiceToken(endpoint, request, context);
			case 'azure-arc':
				return getArcToken(endpoint, request, context);
			case 'imds':
				return getImdsToken(endpoint, request, context);
		}
	},
};
function chooseEndpoint(variable) {
	const url = variable('IDENTITY_ENDPOINT');
	const header = variable('IDENTITY_HEADER');
	if (url !== undefined && header !== undefined) {
		return { kind: 'app-service', url: checked('IDENTITY_ENDPOINT', url), header: new secret_text/* SecretText */.o(header) };
	}
	if (url !== undefined && variable('IMDS_ENDPOINT') !== undefined) {
		return { kind: 'azure-arc', url: checked('IDENTITY_ENDPOINT', url) };
	}
	const base = variable('AZURE_POD_IDENTITY_AUTHORITY_HOST');
	if (base === undefined)
		return { kind: 'imds', url: 'http://169.254.169.254' };
	// The one endpoint that may be anywhere: nothing secret is sent to it.
	if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(base) || !URL.canParse(base))
		throw notAnEndpoint('AZURE_POD_IDENTITY_AUTHORITY_HOST');
	return { kind: 'imds', url: new URL(base).origin };
}
// The header and, for Arc, a key are sent there: a variable must not choose another machine for that.
function checked(name, url) {
	if (isOnMachine(url))
		return url;
	throw notAnEndpoint(name);
}
function notAnEndpoint(name) {
	return new errors/* ActionError */.lZ({
		code: 'IDENTITY_ENDPOINT_INVALID',
		title: 'No managed identity here',
		subject: name,
		problem: 'is not the address of an identity endpoint on this machine.',
		hint: 'The platform sets this variable; nothing was sent.',
	});
}

/***/ })

};
