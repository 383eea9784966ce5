"use strict";
var __webpack_modules__ = ({

/***/ 1421:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:crypto");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:https");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 5819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $: () => (refuseAnswer),
  p: () => (askAuthority)
});
var _http_send_js_0 = __nccwpck_require__(2658);
var _refusal_js_1 = __nccwpck_require__(6538);
// A request to the authority, and the advice for what goes wrong with it: loaded then alone, since it is long and most
// runs never need it.


/** @throws ActionError with advice where there is no answer */
async function askAuthority(request, attempt, context) {
	return (0,_http_send_js_0/* .send */ .t)(request, context, { isTransient: _refusal_js_1/* .isTransientRefusal */ .H }).catch(async (error) => {
		const { unreachableAuthorityError } = await __nccwpck_require__.e(/* import() */ 226).then(__nccwpck_require__.bind(__nccwpck_require__, 4845));
		throw unreachableAuthorityError(error, attempt);
	});
}
/** @throws ActionError with advice, always: the answer is not what was asked for */
async function refuseAnswer(response, attempt) {
	const { refusedSignInError, unusableAnswerError } = await __nccwpck_require__.e(/* import() */ 226).then(__nccwpck_require__.bind(__nccwpck_require__, 4845));
	if (response.status === 200)
		throw unusableAnswerError(attempt);
	throw refusedSignInError(response.status, (0,_refusal_js_1/* .readRefusal */ .n)(response), attempt);
}

/***/ }),

/***/ 481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Q1: () => (claimText),
  Yq: () => (decodeClaims),
  Zs: () => (describeClaims)
});
var _http_json_js_0 = __nccwpck_require__(6102);
// What a token says of itself. Claims are shown to people and decide nothing: only the service can verify them.

/** The claims of a JSON Web Token (RFC 7519); undefined where the token is none. The signature is not looked at. */
function decodeClaims(token) {
	const [, payload, signature] = token.reveal().split('.');
	if (payload === undefined || signature === undefined)
		return undefined;
	return (0,_http_json_js_0/* .parseJsonObject */ .dw)(Buffer.from(payload, 'base64url').toString('utf8'));
}
/** A claim as one line of visible text; undefined where it is missing or has another form. */
function claimText(claims, name) {
	const value = claims?.[name];
	// An audience may be a list (RFC 7519 section 4.1.3), as it is in the tokens of Kubernetes.
	const isList = name === 'aud' && Array.isArray(value) && value.every((one) => typeof one === 'string');
	return (0,_http_json_js_0/* .asText */ .e1)(isList ? value.join(' ') : value, /^[\x20-\x7e]{1,512}$/);
}
/** The roles that a token says it has, each as one line of visible text; undefined where it lists none. */
function claimRoles(claims) {
	const roles = claims?.['roles'];
	return Array.isArray(roles) ? roles.map((role) => (0,_http_json_js_0/* .asText */ .e1)(role, /^[\x20-\x7e]{1,128}$/) ?? '?') : undefined;
}
/** Lines for the debug log: who the token is for and of, and whether it is an application's or a person's. */
function describeClaims(token) {
	const claims = decodeClaims(token);
	if (claims === undefined)
		return ['The access token is opaque: it shows no claims.'];
	const shown = ['aud', 'appid', 'azp', 'oid', 'tid', 'scp'].map((name) => [name, claimText(claims, name)]);
	const exp = claims['exp'];
	const end = typeof exp === 'number' && Math.abs(exp) <= 8.64e12 ? new Date(exp * 1000).toISOString() : undefined;
	return [
		...[...shown, ['roles', claimRoles(claims)?.join(' ')], ['exp', end]]
			.filter(([, text]) => text !== undefined)
			.map(([name, text]) => `Access token: ${name} = ${text}`),
		claims['scp'] === undefined
			? 'Access token: of an application (it has no scp).'
			: 'Access token: delegated, of a person (it has scp).',
	];
}

/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  r: () => (exchangeToken)
});
var _ask_authority_js_0 = __nccwpck_require__(5819);
var _token_request_js_1 = __nccwpck_require__(9963);


/** @throws ActionError with advice where the token is refused or there is no answer */
async function exchangeToken({ clientId, fields, notes = [], token }, target, context) {
	const attempt = { authority: (0,_token_request_js_1/* .authorityOf */ .vO)(target), clientId, notes, token };
	const request = (own) => (0,_token_request_js_1/* .tokenRequest */ .jE)(attempt.authority, { client_id: clientId, scope: target.scope, ...own });
	const source = typeof fields === 'function' ? async () => request(await fields()) : request(fields);
	const response = await (0,_ask_authority_js_0/* .askAuthority */ .p)(source, attempt, context);
	return (0,_token_request_js_1/* .processTokenResponse */ ._i)(response, context.clock.nowMs(), attempt);
}

/***/ }),

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Go: () => (hasIdTokenPermission),
  bG: () => (TOKEN_VARIABLE),
  tF: () => (URL_VARIABLE)
});
/** Where the runner gives ID tokens. */
const URL_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_URL';
/** What it wants to see for one. */
const TOKEN_VARIABLE = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
/** Does the job have `id-token: write`? */
function hasIdTokenPermission(variable) {
	return variable(URL_VARIABLE) !== undefined && variable(TOKEN_VARIABLE) !== undefined;
}

/***/ }),

/***/ 6538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  H: () => (isTransientRefusal),
  n: () => (readRefusal)
});
var _http_json_js_0 = __nccwpck_require__(6102);
// An error answer of the token endpoint, reduced to what may be shown.

/** Reads an error answer; what is missing or malformed is undefined. */
function readRefusal(response) {
	const answer = (0,_http_json_js_0/* .parseJsonObject */ .dw)(response.body);
	const codes = answer?.['error_codes'];
	const listed = Array.isArray(codes) ? codes[0] : undefined;
	const written = /^AADSTS(\d{4,8})\b/.exec((0,_http_json_js_0/* .asText */ .e1)(answer?.['error_description'], /^AADSTS/) ?? '');
	return {
		error: (0,_http_json_js_0/* .asText */ .e1)(answer?.['error'], /^[a-z_]{1,40}$/),
		errorCode: typeof listed === 'number' ? listed : written === null ? undefined : Number(written[1]),
		correlationId: (0,_http_json_js_0/* .asText */ .e1)(answer?.['correlation_id'], /^[0-9a-f-]{36}$/i),
	};
}
/** AADSTS codes that pass by themselves (protocol description of the v2 endpoint's error codes). */
const TRANSIENT_AADSTS = [50033, 90024, 90033, 50196];
/** Does this refusal pass by itself, whatever its status? */
function isTransientRefusal(response) {
	if (response.status < 400)
		return false;
	const { error, errorCode } = readRefusal(response);
	return error === 'temporarily_unavailable' || (errorCode !== undefined && TRANSIENT_AADSTS.includes(errorCode));
}

/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  I_: () => (requiredClientId),
  LO: () => (missing),
  mw: () => (required)
});
var _input_scalars_js_0 = __nccwpck_require__(5995);
var _input_sign_in_inputs_js_1 = __nccwpck_require__(9499);


/** The value, where it is given. @throws ActionError that names input and variable where it is not */
function required(value, { input, variable }) {
	if (value !== undefined)
		return value;
	throw missing(input, `Set it, or the variable ${variable}.`);
}
/** The client ID. @throws ActionError where it is not given */
function requiredClientId({ clientId }) {
	return required(clientId, _input_sign_in_inputs_js_1/* .CLIENT_ID */ .U6).value;
}
/** The error for an input that is empty. */
function missing(input, hint) {
	return (0,_input_scalars_js_0/* .invalidInput */ .aY)(input, 'is empty.', `${hint} A secret that does not exist, or that a fork may not see, arrives here as an empty text.`);
}

/***/ }),

/***/ 9963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  MB: () => (formRequest),
  W1: () => (asToken),
  _i: () => (processTokenResponse),
  jE: () => (tokenRequest),
  lN: () => (tokenEndpoint),
  vO: () => (authorityOf)
});
var _http_json_js_2 = __nccwpck_require__(6102);
var _secret_text_js_0 = __nccwpck_require__(3689);
var _ask_authority_js_1 = __nccwpck_require__(5819);
// The token endpoint of the Microsoft identity platform, version 2: request and judgement of its answer.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow



/** The address of a tenant at its login host, without a slash at its end. */
function authorityOf({ authorityHost, tenantId }) {
	// Whoever asks an authority needs a tenant, and was given one (`needsTenant`).
	return `${authorityHost}/${encodeURIComponent(String(tenantId))}`;
}
/** The address at which an authority gives tokens; it is the audience of a client assertion, too. */
function tokenEndpoint(authority) {
	return `${authority}/oauth2/v2.0/token`;
}
/** The request for a token. */
function tokenRequest(authority, fields) {
	return formRequest(tokenEndpoint(authority), fields);
}
/** A form, sent to an endpoint of the authority. */
function formRequest(url, fields) {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		form.set(name, value instanceof _secret_text_js_0/* .SecretText */ .o ? value.reveal() : value);
	}
	return {
		method: 'POST',
		url,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new _secret_text_js_0/* .SecretText */ .o(form.toString()),
	};
}
/**
 * The token that the endpoint gave.
 * @throws ActionError with advice where it refused, or gave what is no token
 */
async function processTokenResponse(response, nowMs, attempt) {
	const token = response.status === 200 ? decodeToken((0,_http_json_js_2/* .parseJsonObject */ .dw)(response.body), nowMs) : undefined;
	return token ?? (0,_ask_authority_js_1/* .refuseAnswer */ .$)(response, attempt);
}
/** The token of an answer; undefined where it holds none. */
function decodeToken(answer, nowMs) {
	const token = asToken(answer?.['access_token']);
	const lifeSeconds = asSeconds(answer?.['expires_in']);
	if (token === undefined || lifeSeconds === undefined)
		return undefined;
	return { token, expiresOnSeconds: Math.floor(nowMs / 1000) + lifeSeconds };
}
/** A token, which becomes a header's value: anything but visible ASCII is refused. */
function asToken(value) {
	const text = (0,_http_json_js_2/* .asText */ .e1)(value, /^[\x21-\x7e]+$/);
	return text === undefined ? undefined : new _secret_text_js_0/* .SecretText */ .o(text);
}
// A number here, a string of digits in the answers of managed identity endpoints.
function asSeconds(value) {
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
		return Math.floor(value);
	const digits = (0,_http_json_js_2/* .asText */ .e1)(value, /^\d{1,9}$/);
	return digits === undefined ? undefined : Number(digits);
}

/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  G9: () => (settle),
  K7: () => (checkAll),
  Qi: () => (checkEach),
  jq: () => (foreseenErrors),
  lZ: () => (ActionError),
  o9: () => (ActionErrors)
});
// Failures that were foreseen: each says what failed, what to do about it, and which request it was.
/** A foreseen failure. Everything else that is thrown is a defect of the action. */
class ActionError extends Error {
	code;
	title;
	subject;
	problem;
	hint;
	requestId;
	constructor(parts) {
		super(describe(parts), 'cause' in parts ? { cause: parts.cause } : undefined);
		this.name = 'ActionError';
		this.code = parts.code;
		this.title = parts.title;
		this.subject = parts.subject;
		this.problem = parts.problem;
		this.hint = parts.hint;
		this.requestId = parts.requestId;
	}
	/** The same failure, said of something else. */
	about(subject) {
		return new ActionError({ ...partsOf(this), subject });
	}
	/** The same failure, with one more sentence of advice. */
	advising(more) {
		return new ActionError({ ...partsOf(this), hint: this.hint === undefined ? more : `${this.hint} ${more}` });
	}
}
/** Several foreseen failures, found in one go. */
class ActionErrors extends Error {
	errors;
	constructor(errors) {
		super(errors.map((error) => error.message).join('\n'));
		this.name = 'ActionErrors';
		this.errors = errors;
	}
}
/**
 * Runs every check to its end, so that one run reports every problem, and gives their results under the same names.
 * @throws ActionErrors with all that the checks threw
 */
function checkAll(checks) {
	const results = checkEach(Object.entries(checks), ([name, check]) => [name, check()]);
	return Object.fromEntries(results);
}
/**
 * As `items.map(check)`, but each item is checked even where one before it failed.
 * @throws ActionErrors with all that `check` threw
 */
function checkEach(items, check) {
	const results = [];
	const errors = [];
	for (const item of items) {
		try {
			results.push(check(item));
		}
		catch (error) {
			errors.push(...foreseenErrors(error));
		}
	}
	if (errors.length > 0)
		throw new ActionErrors(errors);
	return results;
}
/**
 * Waits for a promise and hands over what came of it as a check, for {@link checkAll} or {@link checkEach}: a result that it
 * gives, or a failure that it throws.
 */
async function settle(promise) {
	return promise.then((result) => () => result, (error) => () => {
		throw error;
	});
}
/** The foreseen failures that `error` stands for. Throws `error` itself where it was not foreseen. */
function foreseenErrors(error) {
	if (error instanceof ActionError)
		return [error];
	if (error instanceof ActionErrors)
		return error.errors;
	throw error;
}
function describe(parts) {
	const subject = parts.subject === undefined ? '' : `${parts.subject}: `;
	const hint = parts.hint === undefined ? '' : ` ${parts.hint}`;
	const requestId = parts.requestId === undefined ? '' : ` (${parts.requestId})`;
	return `${subject}${parts.problem}${hint}${requestId}`;
}
function partsOf(error) {
	const { code, title, subject, problem, hint, requestId, cause } = error;
	return {
		code,
		title,
		problem,
		...(subject !== undefined && { subject }),
		...(hint !== undefined && { hint }),
		...(requestId !== undefined && { requestId }),
		...(cause !== undefined && { cause }),
	};
}

/***/ }),

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  EY: () => (folderState),
  G_: () => (folderPart),
  OB: () => (isFolderName),
  R5: () => (FOLDER_STATE)
});
/** What its name is saved under for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Could {@link placeFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
	return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
/** What the post step has to know of it. */
function folderState(placed) {
	return placed === undefined ? [] : [{ name: FOLDER_STATE, value: placed.folder }];
}
/** The folder with its files. */
function folderPart(placed, folders) {
	if (placed === undefined)
		return [];
	const { folder, files } = placed;
	// Where it cannot be made there may be something of its name, and that is somebody else's.
	let isMade = false;
	return [
		{
			target: 'RUNNER_TEMP',
			begin: () => () => {
				if (isMade)
					folders.remove(folder);
			},
			write: () => {
				folders.make(folder);
				isMade = true;
				for (const { name, bytes } of files)
					folders.write(folder, name, bytes);
			},
		},
	];
}

/***/ }),

/***/ 6102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  dw: () => (parseJsonObject),
  e1: () => (asText),
  eB: () => (asObject)
});
// JSON from a server: nothing is believed about it but what was checked.
/** The text as a JSON object; undefined where it is none (HTML, half a body, a list, ...). */
function parseJsonObject(text) {
	try {
		return asObject(JSON.parse(text));
	}
	catch {
		return undefined;
	}
}
/** The value as an object, not null and not a list. */
function asObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The value as a string that `pattern` matches whole; undefined where it is not. */
function asText(value, pattern) {
	return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/***/ }),

/***/ 8266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  FR: () => (ATTEMPT_TIMEOUT_MS),
  r9: () => (RETRY_RULES),
  yd: () => (VAULT_RETRY_RULES),
  qO: () => (retryDelayMs)
});

;// CONCATENATED MODULE: ./build/src/http/retry-after.js
// The Retry-After header (RFC 9110 section 10.2.3): seconds, or a date.
/** Milliseconds to wait from `nowMs`, never negative; undefined where there is no usable header. */
function parseRetryAfter(header, nowMs) {
	const text = header?.trim() ?? '';
	if (/^\d+$/.test(text))
		return Number(text) * 1000;
	// IMF-fixdate and the two obsolete forms all begin with the day's name; Date.parse alone would take "5.5" for a date.
	if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text))
		return undefined;
	// The C form has no zone and means Greenwich.
	const dateMs = Date.parse(/GMT$/i.test(text) ? text : `${text} GMT`);
	return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __nccwpck_require__(6088);
;// CONCATENATED MODULE: ./build/src/http/retry-policy.js


/** The rules for every request but those to a machine's own endpoints. */
const RETRY_RULES = {
	attempts: 5,
	baseMs: 1_000,
	factor: 2,
	capMs: 16_000,
	jitter: true,
	statuses: [408, 429, 500, 502, 503, 504],
	// A host that does not exist, a certificate that is not trusted, a proxy's refusal and an endless body stay so.
	failures: ['connection', 'time-out'],
};
/**
 * The rules for vaults: those count over 10 s, and a vault that has had enough refuses everything until its window moves
 * on. By jitter alone, most requests would be sent for the last time before that.
 * https://learn.microsoft.com/azure/key-vault/general/service-limits
 */
const VAULT_RETRY_RULES = { ...RETRY_RULES, windowMs: 10_000 };
/** One connection attempt or response, body included, lasts at most so many milliseconds. */
const ATTEMPT_TIMEOUT_MS = 10_000;
/**
 * Milliseconds to wait before the next attempt, or undefined where there is to be none.
 *
 * Exponential back-off with full jitter; a `Retry-After` is obeyed instead, and where it leads beyond the deadline
 * waiting for it would be in vain. The last wait for a service that counts over a window begins where the window ends in
 * which it refused at first: by then there is room again.
 */
function retryDelayMs(question) {
	const { outcome, attempt, nowMs, deadlineMs, rules } = question;
	if (attempt >= rules.attempts || !mayPass(question))
		return undefined;
	const askedMs = outcome instanceof transport_error/* TransportError */.w ? undefined : parseRetryAfter(outcome.headers['retry-after'], nowMs);
	const delayMs = askedMs ?? backOffMs(question);
	return nowMs + delayMs < deadlineMs ? delayMs : undefined;
}
function backOffMs(question) {
	const { attempt, randomFraction, rules } = question;
	const leastMs = restOfWindowMs(question);
	const ceilingMs = Math.min(rules.capMs, leastMs + rules.baseMs * rules.factor ** (attempt - 1));
	return Math.floor(rules.jitter ? leastMs + (ceilingMs - leastMs) * randomFraction : ceilingMs);
}
function restOfWindowMs({ outcome, attempt, nowMs, firstMs = nowMs, rules }) {
	const isRefused = !(outcome instanceof transport_error/* TransportError */.w) && outcome.status === 429;
	if (!isRefused || attempt < rules.attempts - 1 || rules.windowMs === undefined)
		return 0;
	return Math.max(0, firstMs + rules.windowMs - nowMs);
}
function mayPass({ outcome, transient, rules }) {
	if (outcome instanceof transport_error/* TransportError */.w)
		return rules.failures.includes(outcome.failure);
	return transient || rules.statuses.includes(outcome.status);
}

/***/ }),

/***/ 2658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  t: () => (send)
});
var _retry_policy_js_0 = __nccwpck_require__(8266);
var _transport_error_js_1 = __nccwpck_require__(6088);


/**
 * The last response, whatever its status, after as many attempts as {@link RETRY_RULES} allows.
 * @throws TransportError where the last attempt brought no response
 */
async function send(source, context, { isTransient = () => false, rules = _retry_policy_js_0/* .RETRY_RULES */ .r9 } = {}) {
	let firstMs;
	for (let attempt = 1;; attempt += 1) {
		const request = typeof source === 'function' ? await source() : source;
		const outcome = await attemptOnce(request, context);
		const nowMs = context.clock.nowMs();
		firstMs ??= nowMs;
		const delayMs = (0,_retry_policy_js_0/* .retryDelayMs */ .qO)({
			outcome,
			attempt,
			nowMs,
			firstMs,
			deadlineMs: context.deadlineMs,
			randomFraction: context.randomFraction(),
			rules,
			transient: !(outcome instanceof _transport_error_js_1/* .TransportError */ .w) && isTransient(outcome),
		});
		context.log.debug(() => [describeAttempt(request, outcome, delayMs)]);
		if (delayMs !== undefined)
			await context.clock.sleep(delayMs);
		else if (outcome instanceof _transport_error_js_1/* .TransportError */ .w)
			throw outcome;
		else
			return outcome;
	}
}
async function attemptOnce(request, { transport, clock, deadlineMs }) {
	const remainingMs = deadlineMs - clock.nowMs();
	if (remainingMs <= 0)
		return new _transport_error_js_1/* .TransportError */ .w("the step's time is used up", { failure: 'time-out' });
	try {
		return await transport(request, Math.min(_retry_policy_js_0/* .ATTEMPT_TIMEOUT_MS */ .FR, remainingMs));
	}
	catch (error) {
		if (error instanceof _transport_error_js_1/* .TransportError */ .w)
			return error;
		throw error;
	}
}
// Path, but no query: names may be shown, and nothing else of a request ever is.
function describeAttempt(request, outcome, delayMs) {
	const { host, pathname } = new URL(request.url);
	const result = outcome instanceof _transport_error_js_1/* .TransportError */ .w ? outcome.message : `${outcome.status}`;
	const next = delayMs === undefined ? '' : `, trying again in ${delayMs} ms`;
	return `${request.method} ${host}${pathname}: ${result}${next}`;
}

/***/ }),

/***/ 6088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  X: () => (classifyFailure),
  w: () => (TransportError)
});
// Why no whole response came.
/** No whole response came. The message is ours and holds nothing of the request's or the response's content. */
class TransportError extends Error {
	failure;
	constructor(message, options) {
		super(message, { cause: options.cause });
		this.name = 'TransportError';
		this.failure = options.failure;
	}
}
// Codes of Node's TLS layer (https://nodejs.org/api/tls.html#x509-certificate-error-codes): trying again changes nothing.
const CERTIFICATE_CODES = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_)/;
/** Says what a socket, TLS or DNS error means, by its code. */
function classifyFailure(error) {
	const { failure, message } = classify(codeOf(error));
	return new TransportError(message, { failure, cause: error });
}
function classify(code) {
	if (code === 'ENOTFOUND')
		return { failure: 'host-not-found', message: 'the host name does not exist' };
	if (CERTIFICATE_CODES.test(code)) {
		return { failure: 'certificate', message: `its TLS certificate was not accepted (${code})` };
	}
	return { failure: 'connection', message: describeCode(code) };
}
const CODE_MEANINGS = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut off',
	EPIPE: 'the connection was cut off',
	ETIMEDOUT: 'the connection timed out',
	EHOSTUNREACH: 'the host cannot be reached from here',
	ENETUNREACH: 'the network cannot be reached from here',
	EAI_AGAIN: 'the host name could not be resolved for the moment',
};
function describeCode(code) {
	const meaning = CODE_MEANINGS[code];
	if (meaning !== undefined)
		return `${meaning} (${code})`;
	return /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `the connection failed (${code})` : 'the connection failed';
}
function codeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/***/ }),

/***/ 1821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  EC: () => (DNS_NAME),
  bm: () => (readCloudInputs),
  dt: () => (parseHttpsOrigin)
});
var _errors_js_0 = __nccwpck_require__(7406);
var _scalars_js_1 = __nccwpck_require__(5995);
// The inputs that say which cloud, public or private.


/** A DNS name of one or more labels (RFC 1123 section 2.1). */
const DNS_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readCloudInputs(inputs) {
	return (0,_errors_js_0/* .checkAll */ .K7)({
		cloud: () => (0,_scalars_js_1/* .readText */ .yR)(inputs, 'cloud'),
		authorityHost: () => readAuthorityHost(inputs),
		vaultSuffix: () => readVaultSuffix(inputs),
		oidcAudience: () => (0,_scalars_js_1/* .readText */ .yR)(inputs, 'oidc-audience'),
	});
}
function readAuthorityHost(inputs) {
	const text = (0,_scalars_js_1/* .readText */ .yR)(inputs, 'authority-host');
	if (text === undefined)
		return undefined;
	const origin = parseHttpsOrigin(text);
	if (origin === undefined) {
		throw (0,_scalars_js_1/* .invalidInput */ .aY)('authority-host', 'is not an https origin.', 'Expected https://HOST, without a path.');
	}
	return origin;
}
function readVaultSuffix(inputs) {
	const text = (0,_scalars_js_1/* .readText */ .yR)(inputs, 'vault-suffix');
	if (text === undefined)
		return undefined;
	const suffix = text.replace(/^\./, '').toLowerCase();
	// A name whose last label is a number would be read as an IPv4 address (WHATWG URL section 3.5).
	if (!DNS_NAME.test(suffix) || !URL.canParse(`https://vault.${suffix}`)) {
		throw (0,_scalars_js_1/* .invalidInput */ .aY)('vault-suffix', 'is not a DNS suffix.', 'Expected a name such as vault.azure.net.');
	}
	return suffix;
}
/** `https://HOST[:PORT]` in its normal form; undefined where the text is anything else or holds more. */
function parseHttpsOrigin(text) {
	if (!/^https:\/\/[^/?#@\\\s]+\/?$/i.test(text) || !URL.canParse(text))
		return undefined;
	return new URL(text).origin;
}

/***/ }),

/***/ 5995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Vf: () => (readBoolean),
  aY: () => (invalidInput),
  bf: () => (readWholeNumber),
  yR: () => (readText)
});
var _errors_js_0 = __nccwpck_require__(7406);
// Inputs of one value: text, true or false, a whole number.

/** The input without the white space around it; undefined where nothing else is there. */
function readText(inputs, name) {
	const text = inputs.input(name).trim();
	return text === '' ? undefined : text;
}
/** `true` or `false` in any of the three spellings of YAML 1.2's core schema. */
function readBoolean(inputs, name, fallback) {
	const text = readText(inputs, name);
	if (text === undefined)
		return fallback;
	if (/^(?:true|True|TRUE)$/.test(text))
		return true;
	if (/^(?:false|False|FALSE)$/.test(text))
		return false;
	throw invalidInput(name, 'is neither true nor false.');
}
/** A whole number that is not negative. */
function readWholeNumber(inputs, name, fallback) {
	const text = readText(inputs, name);
	if (text === undefined)
		return fallback;
	// Nine digits: more than any use needs, and exact in every arithmetic that follows.
	if (!/^\d{1,9}$/.test(text))
		throw invalidInput(name, 'is not a whole number from 0 to 999999999.');
	return Number(text);
}
/** The error for an input that is not what it should be. The input's text is not part of it: it may be a misplaced secret. */
function invalidInput(name, problem, hint) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'INPUT_INVALID',
		title: `Input ${name}`,
		subject: name,
		problem,
		...(hint !== undefined && { hint }),
	});
}

/***/ }),

/***/ 9499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  so: () => (CLIENT_CERTIFICATE),
  _r: () => (CLIENT_CERTIFICATE_PASSWORD),
  U6: () => (CLIENT_ID),
  p$: () => (CLIENT_SECRET),
  Sm: () => (GUID),
  Wp: () => (readSignInInputs)
});

// UNUSED EXPORTS: TENANT_ID, checkClientId, checkTenant, checked

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __nccwpck_require__(3689);
// EXTERNAL MODULE: ./build/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(1821);
// EXTERNAL MODULE: ./build/src/http/json.js
var json = __nccwpck_require__(6102);
// EXTERNAL MODULE: ./build/src/input/scalars.js
var scalars = __nccwpck_require__(5995);
;// CONCATENATED MODULE: ./build/src/input/creds.js
// The `creds` input: the JSON that Azure/login takes, so that a workflow can move over unchanged.


/**
 * The members of `creds`; undefined where it was left out.
 * @throws ActionError where it is not such JSON; the text is no part of it
 */
function readCreds(inputs) {
	const text = (0,scalars/* readText */.yR)(inputs, 'creds');
	if (text === undefined)
		return undefined;
	const members = parseJson(text);
	const member = (name) => {
		const value = members?.[name];
		if (typeof value === 'string' && value.trim() !== '')
			return value.trim();
		throw (0,scalars/* invalidInput */.aY)('creds', `holds no ${name}.`, 'Expected the JSON {"clientId": "\u2026", "clientSecret": "\u2026", "tenantId": "\u2026"}.');
	};
	return { tenantId: member('tenantId'), clientId: member('clientId'), clientSecret: member('clientSecret') };
}
function parseJson(text) {
	try {
		return (0,json/* asObject */.eB)(JSON.parse(text));
	}
	catch {
		// Not thrown on: the parser's message quotes the text, and there is a secret in it.
		return undefined;
	}
}
;// CONCATENATED MODULE: ./build/src/input/sign-in-inputs.js
// The inputs that say who signs in, and the AZURE_* variables that stand in for empty ones.





/** Eight, four, four, four and twelve hex digits. */
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readSignInInputs(inputs) {
	const { creds } = (0,errors/* checkAll */.K7)({ creds: () => readCreds(inputs) });
	return (0,errors/* checkAll */.K7)({
		authMethod: () => (0,scalars/* readText */.yR)(inputs, 'auth-method'),
		tenantId: () => checked(choose(inputs, TENANT_ID, creds?.tenantId), checkTenant),
		clientId: () => checked(choose(inputs, CLIENT_ID, creds?.clientId), checkClientId),
		clientSecret: () => secret(choose(inputs, CLIENT_SECRET, creds?.clientSecret)),
		clientSecretInputs: () => ['client-secret', 'creds'].filter((name) => (0,scalars/* readText */.yR)(inputs, name) !== undefined),
		clientCertificate: () => secretText(inputs, CLIENT_CERTIFICATE),
		clientCertificatePassword: () => certificatePassword(inputs),
		accessToken: () => secretText(inputs, 'access-token'),
	});
}
const TENANT_ID = { input: 'tenant-id', variable: 'AZURE_TENANT_ID' };
const CLIENT_ID = { input: 'client-id', variable: 'AZURE_CLIENT_ID' };
const CLIENT_SECRET = { input: 'client-secret', variable: 'AZURE_CLIENT_SECRET' };
const CLIENT_CERTIFICATE = 'client-certificate';
const CLIENT_CERTIFICATE_PASSWORD = 'client-certificate-password';
// The input, else what `creds` says, else the variable. Where input and `creds` both speak, they must agree.
function choose(inputs, { input, variable }, inCreds) {
	const given = (0,scalars/* readText */.yR)(inputs, input);
	// The case of IDs and domains does not count; that of a secret does.
	const fold = (text) => (input === CLIENT_SECRET.input ? text : text.toLowerCase());
	if (given !== undefined && inCreds !== undefined && fold(given) !== fold(inCreds)) {
		throw (0,scalars/* invalidInput */.aY)(input, 'differs from what creds says.', 'Leave one of the two out.');
	}
	if (inCreds !== undefined)
		return { value: inCreds, source: 'creds' };
	if (given !== undefined)
		return { value: given, source: input };
	const value = inputs.variable(variable)?.trim() ?? '';
	return value === '' ? undefined : { value, source: variable };
}
function secretText(inputs, name) {
	const text = (0,scalars/* readText */.yR)(inputs, name);
	return text === undefined ? undefined : new secret_text/* SecretText */.o(text);
}
// Another way to sign in is not what a step with this password is meant to take.
function certificatePassword(inputs) {
	const password = secretText(inputs, CLIENT_CERTIFICATE_PASSWORD);
	if (password === undefined || (0,scalars/* readText */.yR)(inputs, CLIENT_CERTIFICATE) !== undefined)
		return password;
	throw (0,scalars/* invalidInput */.aY)(CLIENT_CERTIFICATE_PASSWORD, `is given without ${CLIENT_CERTIFICATE}.`, 'Set both or none. A secret that does not exist, or that a fork may not see, arrives here as an empty text.');
}
/** The value, once `check` has let it pass. */
function checked(given, check) {
	if (given !== undefined)
		check(given);
	return given;
}
function secret(given) {
	return given && { value: new secret_text/* SecretText */.o(given.value), source: given.source };
}
/**
 * The value becomes a path segment of the token request, so this is a guard as well as a courtesy.
 * @throws ActionError that names the source where it is no tenant
 */
function checkTenant({ value, source }) {
	if (GUID.test(value) || (cloud_inputs/* DNS_NAME */.EC.test(value) && value.includes('.')))
		return;
	throw (0,scalars/* invalidInput */.aY)(source, 'is neither a directory (tenant) ID nor a domain name.', 'Expected a GUID, or a verified domain such as contoso.onmicrosoft.com.');
}
/** @throws ActionError that names the source where the value is no application ID */
function checkClientId({ value, source }) {
	if (GUID.test(value))
		return;
	throw (0,scalars/* invalidInput */.aY)(source, 'is not an application (client) ID.', 'Expected the GUID that the app registration shows as "Application (client) ID", not its name.');
}

/***/ }),

/***/ 1078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  H: () => (tenantOfChallenge)
});
/** The tenant (GUID or domain) that the vault trusts; undefined where the challenge names none. */
function tenantOfChallenge(response) {
	return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}
/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;

/***/ }),

/***/ 1996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Dr: () => (UNREACHABLE),
  W3: () => (unusableAnswerError),
  fY: () => (describeIdentifier),
  p2: () => (NOT_FOUND)
});
var _errors_js_0 = __nccwpck_require__(7406);
var _plan_identifier_js_1 = __nccwpck_require__(6597);
// What can be said of a vault's object without a refusal: its name for people, codes, and errors that come without one.


/** Code of the error for what is not in the vault. */
const NOT_FOUND = 'VAULT_NOT_FOUND';
/** Code of the error for a vault that gives no answer. */
const UNREACHABLE = 'VAULT_UNREACHABLE';
/** The error for an answer of status 200 that is not what was asked for. */
function unusableAnswerError(identifier, problem) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'VAULT_ANSWER_UNUSABLE',
		title: `${(0,_plan_identifier_js_1/* .vaultHost */ .Df)(identifier.vaultUrl)}: unusable answer`,
		subject: describeIdentifier(identifier),
		problem,
		hint: 'This is not how Key Vault answers: look at a proxy in between.',
	});
}
/** For people: an object's name, with its version where one was asked for, or which list. */
function describeIdentifier(address) {
	if (address.name === undefined)
		return `list of ${address.collection}`;
	const { name, version } = address;
	const object = `${kindOf(address.collection)} ${name}`;
	return version === undefined ? object : `${object}/${version}`;
}
/** For people: what one object of a collection is called. */
function kindOf(collection) {
	return { secrets: 'secret', certificates: 'certificate', keys: 'key' }[collection];
}

/***/ }),

/***/ 8319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  MW: () => (listUrl),
  iq: () => (getRequest),
  rr: () => (getObjectRequest)
});
var _secret_text_js_0 = __nccwpck_require__(3689);

/** Answered by every cloud and emulator; there is no default. */
const API_VERSION = '7.4';
/** The most that a vault gives at once. */
const PAGE_SIZE = 25;
/** The request that reads one object; without a token, the vault answers with its challenge. */
function getObjectRequest({ vaultUrl, collection, name, version }, token) {
	const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
	return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}
/** Where the list of all objects begins or, of one object, that of its versions. */
function listUrl({ vaultUrl, collection, name }) {
	const path = name === undefined ? collection : `${collection}/${name}/versions`;
	return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}
/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
function getRequest(url, token) {
	const headers = token === undefined ? {} : { authorization: new _secret_text_js_0/* .SecretText */ .o(`Bearer ${token.reveal()}`) };
	return { method: 'GET', url, headers };
}

/***/ }),

/***/ 6597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V2: () => (isObjectName),
  $t: () => (parseKeyvault),
  Df: () => (vaultHost)
});

// UNUSED EXPORTS: identifierKey, parseReference, vaultHostProblem

// EXTERNAL MODULE: ./build/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(1821);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/input/line-grammar.js
// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| STEP [ARGUMENT]] ..., one a line or separated by commas.

// EXTERNAL MODULE: ./build/src/input/scalars.js
var scalars = __nccwpck_require__(5995);
;// CONCATENATED MODULE: ./build/src/plan/identifier.js
// Where a vault object is: parsed from what users type, checked before anything is sent.



// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;
const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
/** Is this a name that an object of a vault may have? */
function isObjectName(text) {
	return OBJECT_NAME.test(text);
}
/**
 * The vault's https origin from its name or URL.
 * @throws ActionError where it is neither, or not a vault of the cloud
 */
function parseKeyvault(text, cloud) {
	if (VAULT_NAME.test(text))
		return `https://${text.toLowerCase()}.${cloud.vaultSuffix}`;
	const origin = (0,cloud_inputs/* parseHttpsOrigin */.dt)(text);
	if (origin === undefined) {
		throw (0,scalars/* invalidInput */.aY)('keyvault', 'is neither the name of a vault nor its https address.', `Expected a name such as contoso-automation, or https://contoso-automation.${cloud.vaultSuffix}.`);
	}
	const problem = vaultHostProblem(origin, cloud);
	if (problem !== undefined)
		throw (0,scalars/* invalidInput */.aY)('keyvault', problem, NOTHING_SENT);
	return origin;
}
/** Why this https origin may not be sent a token; undefined where it may. */
function vaultHostProblem(origin, cloud) {
	const { hostname, port } = new URL(origin);
	if (port !== '' && !cloud.vaultSuffixIsGiven)
		return 'has a port, which vaults of this cloud do not have.';
	if (cloud.vaultSuffixIsGiven && hostname === cloud.vaultSuffix)
		return undefined;
	const isSubdomain = hostname.endsWith(`.${cloud.vaultSuffix}`);
	const name = hostname.slice(0, -cloud.vaultSuffix.length - 1);
	if (isSubdomain && (cloud.vaultSuffixIsGiven || VAULT_NAME.test(name)))
		return undefined;
	return `is at ${hostname}, which is not a vault under ${cloud.vaultSuffix}.`;
}
const NOTHING_SENT = 'Nothing was sent there. For another cloud set "cloud", for a private one "vault-suffix".';
/** The vault's host, with its port where it is not the usual one. */
function vaultHost(vaultUrl) {
	return new URL(vaultUrl).host;
}

/***/ }),

/***/ 4323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $l: () => (maskSecret),
  gC: () => (maskText),
  gf: () => (formsOfWhole),
  mO: () => (toMasking),
  nV: () => (MIN_MASK_LENGTH),
  sD: () => (maskLines),
  wV: () => (encodedForms)
});
var _secret_text_js_0 = __nccwpck_require__(3689);
// What the runner must hide for a value, beyond what it hides by itself.
//
// A runner that is handed a text hides the text, each of its lines trimmed, and of each of these the base64, JSON,
// URL, XML and shell-escaped forms (actions/runner, src/Runner.Common/HostContext.cs). It has no minimum length, so a
// line such as "{" would garble every later log line and must never reach it. What it does not hide by itself are
// base64url, base64 with a newline added by `echo`, and base64 that a tool has wrapped.

/** A shorter text occurs by chance too often: inside longer values it is not masked. */
const MIN_MASK_LENGTH = 4;
/** Masks for a secret's value. */
function maskSecret(value) {
	return toMasking(maskText(toWellFormed(value)));
}
/** Each text once. */
function toMasking({ texts, weakness }) {
	return { masks: [...new Set(texts)].map((text) => new _secret_text_js_0/* .SecretText */ .o(text)), weakness };
}
/** As it is written: half a surrogate pair becomes U+FFFD. */
function toWellFormed(text) {
	return Buffer.from(text).toString();
}
/** A value of one line, or of several. */
function maskText(text, isSecretLine = isMaskable) {
	return /[\r\n]/.test(text) ? maskLines(text, isSecretLine) : maskLine(text);
}
/** A value of one line is masked whole, however it looks; a blank one the runner would refuse with a warning. */
function maskLine(text) {
	const length = trim(text).length;
	if (length === 0)
		return { texts: [], weakness: text === '' ? undefined : 'none' };
	const weakness = length < MIN_MASK_LENGTH ? 'short' : undefined;
	return { texts: [text, jsonForm(text), ...encodedForms(Buffer.from(text))], weakness };
}
/** Each line that may be masked, and the whole where a runner can be given it. */
function maskLines(text, isSecretLine = isMaskable) {
	const lines = text
		.split(/[\r\n]/)
		.map(trim)
		.filter((line) => line !== '');
	const maskable = lines.filter(isSecretLine);
	if (maskable.length === 0)
		return { texts: lines.length === 0 ? [] : formsOfWhole(text), weakness: 'none' };
	if (maskable.length < lines.length)
		return { texts: [...maskable, ...formsOfWhole(text)], weakness: undefined };
	return { texts: [text, jsonForm(text), ...encodedForms(Buffer.from(text))], weakness: undefined };
}
/** May the runner be given this line of a longer value? */
function isMaskable(line) {
	const isPunctuation = /^[\p{White_Space}!-/:-@[-\x60{-~]*$/u.test(line);
	const isArmour = /^-----(?:BEGIN|END) [^-]+-----$/.test(line);
	return line.length >= MIN_MASK_LENGTH && !isPunctuation && !isArmour;
}
/**
 * The runner trims as .NET does: by Unicode's White_Space, which, unlike JavaScript's trim, leaves U+FEFF alone.
 * An expression that is bound to the end alone would take the square of the time that a long run of blanks takes to read.
 * Beyond both ends of the line there is no character, and so none that is blank.
 */
function trim(line) {
	let start = 0;
	let end = line.length;
	while (isBlank(line.charAt(start)))
		start += 1;
	while (isBlank(line.charAt(end - 1)))
		end -= 1;
	return line.slice(start, end);
}
function isBlank(char) {
	return /\p{White_Space}/u.test(char);
}
/** The forms that the runner would derive by itself, had it been given the whole. */
function formsOfWhole(text) {
	const bytes = Buffer.from(text);
	// What is left of base64("user:" + text): the runner's own "shift" forms.
	const shifted = [bytes.subarray(1), bytes.subarray(2)].filter((tail) => tail.length >= MIN_MASK_LENGTH);
	const forms = [
		jsonForm(text),
		escapeAsNewtonsoft(jsonForm(text)),
		...encodedForms(bytes),
		...shifted.map((tail) => tail.toString('base64')),
		encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
	];
	// The runner hides the trimmed form as well, and that must not be too short either.
	return forms.filter((form) => trim(form).length >= MIN_MASK_LENGTH);
}
// .NET's common JSON library, which the runner uses itself, escapes these three as well.
function escapeAsNewtonsoft(json) {
	return json.replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
// As JSON.stringify writes it, which differs from the runner's own form in a few characters, such as U+2028.
function jsonForm(text) {
	return JSON.stringify(text).slice(1, -1);
}
/** The forms of bytes that the runner does not derive by itself, and base64. */
function encodedForms(bytes) {
	const base64 = bytes.toString('base64');
	const withNewline = Buffer.concat([bytes, Buffer.from('\n')]).toString('base64');
	const forms = [bytes.toString('base64url'), base64, withNewline];
	return [...forms, ...[base64, withNewline].flatMap((form) => [...wrap(form, 64), ...wrap(form, 76)])];
}
// The lines of a text wrapped at so many columns.
function wrap(text, columns) {
	const count = Math.ceil(text.length / columns);
	return Array.from({ length: count }, (_, index) => text.slice(index * columns, (index + 1) * columns));
}

/***/ }),

/***/ 3689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  o: () => (SecretText),
  y: () => (SecretBytes)
});
// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.
const PLACEHOLDER = '[secret]';
/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
class SecretText {
	#text;
	constructor(text) {
		this.#text = text;
	}
	/** The text itself, for the one place that has to send, mask or write it. */
	reveal() {
		return this.#text;
	}
	toString() {
		return PLACEHOLDER;
	}
	toJSON() {
		return PLACEHOLDER;
	}
	/** What `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')]() {
		return PLACEHOLDER;
	}
}
/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
class SecretBytes {
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	/** The bytes themselves, for the one place that has to write them. */
	reveal() {
		return this.#bytes;
	}
	toString() {
		return PLACEHOLDER;
	}
	toJSON() {
		return PLACEHOLDER;
	}
	/** What `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')]() {
		return PLACEHOLDER;
	}
}

/***/ })

});
/************************************************************************/
// The module cache
var __webpack_module_cache__ = {};

// The require function
function __nccwpck_require__(moduleId) {
	// Check if module is in cache
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== undefined) {
		return cachedModule.exports;
	}
	// Create a new module (and put it into the cache)
	var module = __webpack_module_cache__[moduleId] = {
		// no module.id needed
		// no module.loaded needed
		exports: {}
	};

	// Execute the module function
	var threw = true;
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
		threw = false;
	} finally {
		if(threw) delete __webpack_module_cache__[moduleId];
	}

	// Return the exports of the module
	return module.exports;
}

// expose the modules object (__webpack_modules__)
__nccwpck_require__.m = __webpack_modules__;

/************************************************************************/
/* webpack/runtime/asset-relocator-loader */

/* webpack/runtime/create fake namespace object */
(() => {
	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
	var leafPrototypes;
	// create a fake namespace object
	// mode & 1: value is a module id, require it
	// mode & 2: merge all properties of value into the ns
	// mode & 4: return value when already ns object
	// mode & 16: return value when it's Promise-like
	// mode & 8|1: behave like require
	__nccwpck_require__.t = function(value, mode) {
		if(mode & 1) value = this(value);
		if(mode & 8) return value;
		if(typeof value === 'object' && value) {
			if((mode & 4) && value.__esModule) return value;
			if((mode & 16) && typeof value.then === 'function') return value;
		}
		var ns = Object.create(null);
		__nccwpck_require__.r(ns);
		var def = {};
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
		}
		def['default'] = () => (value);
		__nccwpck_require__.d(ns, def);
		return ns;
	};
})();

/* webpack/runtime/define property getters */
(() => {
	// define getter functions for harmony exports
	__nccwpck_require__.d = (exports, definition) => {
		for(var key in definition) {
			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
			}
		}
	};
})();

/* webpack/runtime/ensure chunk */
(() => {
	__nccwpck_require__.f = {};
	// This file contains only the entry chunk.
	// The chunk loading function for additional chunks
	__nccwpck_require__.e = (chunkId) => {
		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
			__nccwpck_require__.f[key](chunkId, promises);
			return promises;
		}, []));
	};
})();

/* webpack/runtime/get javascript chunk filename */
(() => {
	// This function allow to reference async chunks
	__nccwpck_require__.u = (chunkId) => {
		// return url for filenames based on template
		return "" + chunkId + ".index.js";
	};
})();

/* webpack/runtime/hasOwnProperty shorthand */
(() => {
	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
})();

/* webpack/runtime/make namespace object */
(() => {
	// define __esModule on exports
	__nccwpck_require__.r = (exports) => {
		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
		}
		Object.defineProperty(exports, '__esModule', { value: true });
	};
})();

/* webpack/runtime/import chunk loading */
(() => {
	// no baseURI
	
	// object to store loaded and loading chunks
	// undefined = chunk not loaded, null = chunk preloaded/prefetched
	// [resolve, Promise] = chunk loading, 0 = chunk loaded
	var installedChunks = {
		792: 0
	};
	
	var installChunk = (data) => {
		var {ids, modules, runtime} = data;
		// add "modules" to the modules object,
		// then flag all "ids" as loaded and fire callback
		var moduleId, chunkId, i = 0;
		for(moduleId in modules) {
			if(__nccwpck_require__.o(modules, moduleId)) {
				__nccwpck_require__.m[moduleId] = modules[moduleId];
			}
		}
		if(runtime) runtime(__nccwpck_require__);
		for(;i < ids.length; i++) {
			chunkId = ids[i];
			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				installedChunks[chunkId][0]();
			}
			installedChunks[ids[i]] = 0;
		}
	
	}
	
	__nccwpck_require__.f.j = (chunkId, promises) => {
			// import() chunk loading for javascript
			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
			if(installedChunkData !== 0) { // 0 means "already installed".
	
				// a Promise means "currently loading".
				if(installedChunkData) {
					promises.push(installedChunkData[1]);
				} else {
					if(true) { // all chunks have JS
						// setup Promise in chunk cache
						var promise = Promise.resolve().then(() => require("./" + __nccwpck_require__.u(chunkId))).then(installChunk, (e) => {
							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
							throw e;
						});
						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
						promises.push(installedChunkData[1] = promise);
					}
				}
			}
	};
	
	// no prefetching
	
	// no preloaded
	
	// no external install chunk
	
	// no on chunks loaded
})();

/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/http/refusals.js
/** Does this status say that nothing was done? A time-out (408) and a failure (5xx) do not. */
function isRefusal(status) {
	return status >= 400 && status < 500 && status !== 408;
}
/** Watches the attempts that are made with the context. */
function watchAttempts(context) {
	let attempts = 0;
	let refusals = 0;
	return {
		context: {
			...context,
			transport: async (request, timeoutMs) => {
				attempts += 1;
				const response = await context.transport(request, timeoutMs);
				if (isRefusal(response.status))
					refusals += 1;
				return response;
			},
		},
		onlyRefusals: () => attempts === refusals,
	};
}
// EXTERNAL MODULE: ./build/src/http/retry-policy.js + 1 modules
var retry_policy = __nccwpck_require__(8266);
// EXTERNAL MODULE: ./build/src/http/send.js
var send = __nccwpck_require__(2658);
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __nccwpck_require__(6088);
// EXTERNAL MODULE: ./build/src/http/json.js
var json = __nccwpck_require__(6102);
// EXTERNAL MODULE: ./build/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __nccwpck_require__(9499);
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __nccwpck_require__(3689);
;// CONCATENATED MODULE: ./build/src/graph/application-passwords.js
// The passwords of an application in Microsoft Graph: requests, and judgement of their answers.
// https://learn.microsoft.com/graph/api/application-addpassword and .../application-removepassword



/** The request for an application's passwords. */
function listPasswordsRequest(app, token) {
	const url = `${addressOf(app)}?$select=id,appId,passwordCredentials`;
	return { method: 'GET', url, headers: authorize(token) };
}
/** The request that makes a password; Graph makes up its value, and lets it begin at once. */
function addPasswordRequest(app, { displayName, expires }, token) {
	const endDateTime = new Date(expires * 1000).toISOString().replace('.000Z', 'Z');
	return post(`${addressOf(app)}/addPassword`, { passwordCredential: { displayName, endDateTime } }, token);
}
/** The request that removes a password. */
function removePasswordRequest(app, keyId, token) {
	return post(`${addressOf(app)}/removePassword`, { keyId }, token);
}
/** The passwords that the body lists; undefined where it is no such list. */
function decodePasswordList(body) {
	const list = (0,json/* parseJsonObject */.dw)(body)?.['passwordCredentials'];
	if (!Array.isArray(list))
		return undefined;
	const passwords = list.map(decodePassword);
	return passwords.every((one) => one !== undefined) ? passwords : undefined;
}
function decodePassword(value) {
	const password = (0,json/* asObject */.eB)(value);
	const keyId = keyIdOf(password);
	if (keyId === undefined)
		return undefined;
	const displayName = password?.['displayName'];
	return {
		keyId,
		displayName: typeof displayName === 'string' ? displayName : undefined,
		starts: asInstant(password?.['startDateTime']),
		expires: asInstant(password?.['endDateTime']),
	};
}
/** The password that was made; undefined where the body is none with its value. */
function decodeAddedPassword(body) {
	const password = (0,json/* parseJsonObject */.dw)(body);
	const keyId = keyIdOf(password);
	const text = (0,json/* asText */.e1)(password?.['secretText'], /^[\x21-\x7e]{8,1024}$/);
	const expires = asInstant(password?.['endDateTime']);
	if (keyId === undefined || text === undefined || expires === undefined)
		return undefined;
	return { keyId, secret: new secret_text/* SecretText */.o(text), expires };
}
function keyIdOf(password) {
	return (0,json/* asText */.e1)(password?.['keyId'], sign_in_inputs/* GUID */.Sm)?.toLowerCase();
}
// Edm.DateTimeOffset, always in UTC; parts of a second are of no account.
function asInstant(value) {
	const text = (0,json/* asText */.e1)(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?Z$/);
	const ms = text === undefined ? Number.NaN : Date.parse(`${text.slice(0, 19)}Z`);
	return Number.isNaN(ms) ? undefined : ms / 1000;
}
function addressOf({ graphHost, appId }) {
	return `${graphHost}/v1.0/applications(appId='${appId}')`;
}
function post(url, body, token) {
	const headers = { ...authorize(token), 'content-type': 'application/json' };
	return { method: 'POST', url, headers, body: new secret_text/* SecretText */.o(JSON.stringify(body)) };
}
function authorize(token) {
	return { authorization: new secret_text/* SecretText */.o(`Bearer ${token.reveal()}`) };
}
;// CONCATENATED MODULE: ./build/src/graph/graph-refusal.js
// An error answer of Microsoft Graph, reduced to what may be shown: https://learn.microsoft.com/graph/errors

/** Reads an error answer; what is missing or malformed is undefined. */
function readGraphRefusal(response) {
	const error = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error']);
	const inner = (0,json/* asObject */.eB)(error?.['innerError']);
	const [, policyId] = /\bassigned policy '([0-9a-f-]{36})'/i.exec(messageOf(response)) ?? [];
	return {
		status: response.status,
		code: (0,json/* asText */.e1)(error?.['code'], /^[A-Za-z_.]{1,80}$/),
		policyId,
		requestId: (0,json/* asText */.e1)(inner?.['request-id'] ?? response.headers['request-id'], /^[0-9a-z-]{1,64}$/i),
	};
}
/** Does the answer say that the application has no such password? */
function saysNoSuchPassword(response) {
	if (response.status === 404)
		return true;
	return response.status === 400 && /\bNo password credential found\b/i.test(messageOf(response));
}
function messageOf(response) {
	const message = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error'])?.['message'];
	return typeof message === 'string' ? message : '';
}
;// CONCATENATED MODULE: ./build/src/graph/graph-error.js
// Refusals of Microsoft Graph, in words that help.



/** The error for an answer that is not what was asked for. */
function graphRefusedError(response, app) {
	const refusal = readGraphRefusal(response);
	const advice = graphAdvice(refusal);
	const codes = [`HTTP ${refusal.status}`, refusal.code].filter((code) => code !== undefined).join(', ');
	return new src_errors/* ActionError */.lZ({
		code: advice.code,
		title: `Microsoft Graph: ${advice.title}`,
		subject: describeApp(app),
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
}
/** The advice for a refusal. */
function graphAdvice(refusal) {
	const known = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
	return known?.(refusal) ?? byStatus(refusal.status);
}
const denied = () => ({
	code: 'GRAPH_FORBIDDEN',
	title: 'no permission',
	meaning: 'the identity may not change the passwords of this application',
	hint: 'Give it the application permission Application.ReadWrite.OwnedBy of Microsoft Graph, with admin consent, and make its service principal an owner of this app registration. A new permission needs some minutes.',
});
const notFound = () => ({
	code: 'GRAPH_NOT_FOUND',
	title: 'no such application',
	meaning: 'the tenant has no such app registration',
	hint: 'Compare app-id with the "Application (client) ID" of the app registration, and tenant-id with its tenant: an enterprise application of another tenant has its passwords there.',
});
const typeForbidden = ({ policyId }) => ({
	code: 'GRAPH_PASSWORDS_FORBIDDEN',
	title: 'client secrets are forbidden',
	meaning: `${describePolicy(policyId)} forbids client secrets`,
	hint: 'Except this application from the policy, or do without a client secret: with a federated credential or a certificate.',
});
const lifeForbidden = ({ policyId }) => ({
	code: 'GRAPH_LIFE_FORBIDDEN',
	title: 'the life is too long',
	meaning: `${describePolicy(policyId)} allows no client secret to live for valid-days`,
	hint: 'Set valid-days to what the policy allows, and renew-before-days to less.',
});
const BY_CODE = new Map([
	['Authorization_RequestDenied', denied],
	['Request_ResourceNotFound', notFound],
	['CredentialTypeNotAllowedAsPerAppPolicy', typeForbidden],
	['CredentialInvalidLifetimeAsPerAppPolicy', lifeForbidden],
]);
function byStatus(status) {
	if (status === 403)
		return denied();
	if (status === 404)
		return notFound();
	if (status === 401) {
		return {
			code: 'GRAPH_UNAUTHORIZED',
			title: 'token not accepted',
			meaning: 'it does not accept the token',
			hint: 'Compare "cloud", "graph-host" and "tenant-id" with those of the application.',
		};
	}
	if (status === 429) {
		return {
			code: 'GRAPH_THROTTLED',
			title: 'too many requests',
			meaning: 'it is busy with too many requests',
			hint: 'Run the job again later; renew fewer applications at a time (max-parallel).',
		};
	}
	if (status === 408 || status >= 500) {
		return {
			code: 'GRAPH_UNAVAILABLE',
			title: 'failing',
			meaning: 'it is busy or failing',
			hint: 'Run the job again later.',
		};
	}
	return {
		code: 'GRAPH_REFUSED',
		title: 'request refused',
		meaning: status < 400 ? 'the answer is a redirect, which is never followed' : 'it refused the request',
		hint: 'Look at graph-host, and at a proxy in between.',
	};
}
function describePolicy(policyId) {
	return policyId === undefined ? "the tenant's policy" : `the tenant's policy ${policyId}`;
}
/** The error for an answer of a good status that is not what was asked for. */
function unusableGraphError(app, problem) {
	return new src_errors/* ActionError */.lZ({
		code: 'GRAPH_ANSWER_UNUSABLE',
		title: 'Microsoft Graph: unusable answer',
		subject: describeApp(app),
		problem,
		hint: 'This is not how Microsoft Graph answers: look at graph-host, and at a proxy in between.',
	});
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableGraphError(error, app) {
	if (!(error instanceof transport_error/* TransportError */.w))
		throw error;
	return new src_errors/* ActionError */.lZ({
		code: 'GRAPH_UNREACHABLE',
		title: 'Microsoft Graph: no answer',
		subject: describeApp(app),
		problem: `${error.message}.`,
		hint: UNREACHABLE_HINTS[error.failure],
		cause: error,
	});
}
const UNREACHABLE_HINTS = {
	'host-not-found': 'Look at "graph-host" and "cloud", and at the name resolution of the runner.',
	certificate: 'Where a proxy has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
	proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
	'too-large': 'This is not how Microsoft Graph answers: look at "graph-host".',
	'time-out': 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
	connection: 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
};
/** For people: the application, and where it was asked for. */
function describeApp({ graphHost, appId }) {
	return `application ${appId} at ${new URL(graphHost).host}`;
}
;// CONCATENATED MODULE: ./build/src/graph/ask-graph.js







/** @throws ActionError with advice where Graph refuses or gives no answer */
async function listPasswords({ app, token, context }) {
	const response = await answered((0,send/* send */.t)(listPasswordsRequest(app, token), context), app);
	if (response.status !== 200)
		throw graphRefusedError(response, app);
	const passwords = decodePasswordList(response.body);
	if (passwords === undefined)
		throw unusableGraphError(app, 'the answer is not the list of its passwords.');
	const dateMs = Date.parse(response.headers['date'] ?? '');
	return { passwords, dateSeconds: Number.isNaN(dateMs) ? undefined : Math.floor(dateMs / 1000) };
}
/** @throws ActionError with advice where Graph refuses or gives no answer */
async function removePassword(keyId, { app, token, context }) {
	const watched = watchAttempts(context);
	const response = await answered((0,send/* send */.t)(removePasswordRequest(app, keyId, token), watched.context), app);
	if (response.status >= 200 && response.status < 300)
		return 'removed';
	if (!saysNoSuchPassword(response))
		throw graphRefusedError(response, app);
	// Where an attempt before got no word, it was that one.
	return watched.onlyRefusals() ? 'unknown' : 'removed';
}
/** Asks for a password once: whoever asks again must first look what became of this one. */
async function tryToAddPassword(wish, { app, token, context }) {
	const once = { rules: { ...retry_policy/* RETRY_RULES */.r9, attempts: 1 } };
	const outcome = await (0,send/* send */.t)(addPasswordRequest(app, wish, token), context, once).catch((error) => {
		if (error instanceof transport_error/* TransportError */.w)
			return error;
		throw error;
	});
	if (outcome instanceof transport_error/* TransportError */.w) {
		return { kind: 'failed', outcome, error: unreachableGraphError(outcome, app), mayHaveAdded: true };
	}
	const { status, body } = outcome;
	if (status < 200 || status >= 300) {
		return { kind: 'failed', outcome, error: graphRefusedError(outcome, app), mayHaveAdded: !isRefusal(status) };
	}
	const added = decodeAddedPassword(body);
	if (added !== undefined)
		return { kind: 'added', added };
	const error = unusableGraphError(app, 'the answer holds no new password.');
	return { kind: 'failed', outcome, error, mayHaveAdded: true };
}
function answered(response, app) {
	return response.catch((error) => {
		throw unreachableGraphError(error, app);
	});
}
// EXTERNAL MODULE: ./build/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(1821);
// EXTERNAL MODULE: ./build/src/input/scalars.js
var scalars = __nccwpck_require__(5995);
;// CONCATENATED MODULE: ./build/src/input/rotate-inputs.js
// The inputs of the rotate action.




/** A hundred years: far beyond any use, and still a date that every service can write. */
const MAX_DAYS = 36_500;
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is missing or not what it should be
 */
function readRotationInputs(inputs) {
	return (0,src_errors/* checkAll */.K7)({
		cloud: () => (0,cloud_inputs/* readCloudInputs */.bm)(inputs),
		graphHost: () => readGraphHost(inputs),
		keyvault: () => readRequired(inputs, 'keyvault', 'Name the vault that the client secret is kept in.'),
		secret: () => readRequired(inputs, 'secret', 'Name the secret of the vault that the client secret is kept in.'),
		appId: () => readAppId(inputs),
	});
}
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readRotationOptions(inputs) {
	const options = (0,src_errors/* checkAll */.K7)({
		validDays: () => (0,scalars/* readWholeNumber */.bf)(inputs, 'valid-days', 90),
		renewBeforeDays: () => (0,scalars/* readWholeNumber */.bf)(inputs, 'renew-before-days', 30),
		force: () => (0,scalars/* readBoolean */.Vf)(inputs, 'force', false),
		dryRun: () => (0,scalars/* readBoolean */.Vf)(inputs, 'dry-run', false),
		summary: () => (0,scalars/* readBoolean */.Vf)(inputs, 'summary', true),
	});
	if (options.validDays > MAX_DAYS)
		throw (0,scalars/* invalidInput */.aY)('valid-days', `is more than ${MAX_DAYS}.`);
	if (options.validDays <= options.renewBeforeDays) {
		throw (0,scalars/* invalidInput */.aY)('valid-days', 'is not more than renew-before-days.', 'A new secret would be due at once: let it live longer, or renew it later.');
	}
	return options;
}
function readRequired(inputs, name, hint) {
	const text = (0,scalars/* readText */.yR)(inputs, name);
	if (text !== undefined)
		return text;
	throw (0,scalars/* invalidInput */.aY)(name, 'is empty.', `${hint} A variable that is not set arrives here as an empty text.`);
}
function readAppId(inputs) {
	const text = readRequired(inputs, 'app-id', 'Name the app registration whose client secret is renewed.');
	if (sign_in_inputs/* GUID */.Sm.test(text))
		return text.toLowerCase();
	throw (0,scalars/* invalidInput */.aY)('app-id', 'is not an application (client) ID.', 'Expected the GUID that the app registration shows as "Application (client) ID", not its object ID or name.');
}
function readGraphHost(inputs) {
	const text = (0,scalars/* readText */.yR)(inputs, 'graph-host');
	if (text === undefined)
		return undefined;
	const origin = (0,cloud_inputs/* parseHttpsOrigin */.dt)(text);
	if (origin !== undefined)
		return origin;
	throw (0,scalars/* invalidInput */.aY)('graph-host', 'is not an https origin.', 'Expected https://HOST, without a path.');
}
;// CONCATENATED MODULE: ./build/src/keyvault/needed-roles.js
// All the permissions that an action needs: whoever is told of one at a time meets the next refusal.

/** Refusals for want of a permission, with all that a rotation needs of the vault; every other failure as it is. */
function withRotationRoles(error, { name }) {
	return advising(error, `In all, a rotation needs "Key Vault Secrets Officer" at the scope \u2026/secrets/${name} (with access policies: "get" and "set" of secrets), and no other role.`);
}
function advising(error, advice) {
	return new src_errors/* ActionErrors */.o9((0,src_errors/* foreseenErrors */.jq)(error).map((one) => /^VAULT_FORBIDDEN_BY_(?:RBAC|POLICY)$/.test(one.code) ? one.advising(advice) : one));
}
// EXTERNAL MODULE: ./build/src/keyvault/challenge.js
var challenge = __nccwpck_require__(1078);
;// CONCATENATED MODULE: ./build/src/keyvault/ask-vault.js
// One question to a vault: asked with the session's token, and once more with a newer one where that is refused.



/**
 * The body of the vault's answer of status 200.
 * @throws ActionError with advice where the vault refuses or gives no answer
 */
async function askVault(question, { session, context }) {
	const { identifier, operation = 'get', makeRequest } = question;
	const ask = (token) => (0,send/* send */.t)(makeRequest(token), context, { rules: retry_policy/* VAULT_RETRY_RULES */.yd }).catch(async (error) => {
		const { unreachableVaultError } = await __nccwpck_require__.e(/* import() */ 780).then(__nccwpck_require__.bind(__nccwpck_require__, 1780));
		throw unreachableVaultError(error, identifier);
	});
	const token = session.token();
	let response = await ask(token);
	if (response.status === 401) {
		const newer = await session.renewed(token);
		if (newer !== undefined)
			response = await ask(newer);
	}
	if (response.status === 200)
		return response.body;
	const tenants = { signedIn: session.tenantId, challenged: (0,challenge/* tenantOfChallenge */.H)(response) };
	const { vaultRefusedError } = await __nccwpck_require__.e(/* import() */ 780).then(__nccwpck_require__.bind(__nccwpck_require__, 1780));
	throw vaultRefusedError(response, identifier, { operation, ...tenants });
}
;// CONCATENATED MODULE: ./build/src/keyvault/bundles.js
// Key Vault's answers, decoded: https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
// and .../certificates/get-certificate/get-certificate (api-version 7.4).


/** The body as a secret; undefined where it is none. */
function decodeSecretBundle(body) {
	const bundle = (0,json/* parseJsonObject */.dw)(body);
	const version = versionOf(bundle?.['id']);
	const value = bundle?.['value'];
	const attributes = decodeAttributes(bundle);
	if (typeof value !== 'string' || version === undefined || attributes === undefined)
		return undefined;
	return {
		value: new secret_text/* SecretText */.o(value),
		version,
		contentType: (0,json/* asText */.e1)(bundle?.['contentType'], /^[\x20-\x7e]{0,255}$/) ?? '',
		attributes,
		tags: decodeTags(bundle),
	};
}
/** The last segment of `https://VAULT/COLLECTION/NAME/VERSION`; undefined where it is no such address. */
function versionOf(id) {
	const [, version] = /^https:\/\/[^/]+\/[a-z]+\/[^/]+\/([0-9a-f]{32})$/i.exec((0,json/* asText */.e1)(id, /^https:/) ?? '') ?? [];
	return version;
}
/** The life that a bundle states; undefined where it has no attributes. */
function decodeAttributes(bundle) {
	const attributes = (0,json/* asObject */.eB)(bundle?.['attributes']);
	if (attributes === undefined)
		return undefined;
	return { notBefore: bundles_asInstant(attributes['nbf']), expires: bundles_asInstant(attributes['exp']) };
}
/** The tags that a bundle shows; what is no text is none. */
function decodeTags(bundle) {
	const tags = Object.entries((0,json/* asObject */.eB)(bundle?.['tags']) ?? {});
	return new Map(tags.filter((tag) => typeof tag[1] === 'string'));
}
// Beyond 8.64e12 seconds a JavaScript Date has no value.
function bundles_asInstant(value) {
	return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e12 ? value : undefined;
}
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __nccwpck_require__(1996);
// EXTERNAL MODULE: ./build/src/keyvault/vault-request.js
var vault_request = __nccwpck_require__(8319);
;// CONCATENATED MODULE: ./build/src/keyvault/stored-version.js
// A secret's current version as a rotation needs it: everything but its value, which is not looked at.






/**
 * The current version; undefined where the vault has no such secret.
 * @throws ActionError with advice where the vault refuses, gives no answer, or holds a certificate's key there
 */
async function readStoredVersion(secret, access) {
	let body;
	try {
		body = await askVault({ identifier: secret, makeRequest: (token) => (0,vault_request/* getObjectRequest */.rr)(secret, token) }, access);
	}
	catch (error) {
		if ((0,src_errors/* foreseenErrors */.jq)(error).every(({ code }) => code === vault_error/* NOT_FOUND */.p2))
			return undefined;
		throw error;
	}
	return decodeStoredVersion(body, secret);
}
/** @throws ActionError where the body is no secret, or one that belongs to a certificate */
function decodeStoredVersion(body, secret) {
	const bundle = decodeSecretBundle(body);
	const members = (0,json/* parseJsonObject */.dw)(body);
	if (bundle === undefined)
		throw (0,vault_error/* unusableAnswerError */.W3)(secret, 'the answer is not a secret.');
	if (members?.['managed'] === true)
		throw managedError();
	const tags = Object.entries((0,json/* asObject */.eB)(members?.['tags']) ?? {});
	return {
		version: bundle.version,
		expires: bundle.attributes.expires,
		contentType: bundle.contentType,
		tags: Object.fromEntries(tags.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
	};
}
function managedError() {
	return new src_errors/* ActionError */.lZ({
		code: 'ROTATE_MANAGED',
		title: "The secret is a certificate's",
		subject: 'secret',
		problem: 'names a secret that holds the private key of a certificate, and the vault itself renews it.',
		hint: 'Name another secret for the client secret. It need not exist.',
	});
}
;// CONCATENATED MODULE: ./build/src/plan/cloud.js
// The clouds: authority, vault suffix and scope belong together, so one table holds them.

// Sources: learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates and
// learn.microsoft.com/graph/deployments
const CLOUDS = new Map([
	[
		'public',
		{
			authorityHost: 'https://login.microsoftonline.com',
			vaultSuffix: 'vault.azure.net',
			oidcAudience: 'api://AzureADTokenExchange',
			graphHost: 'https://graph.microsoft.com',
		},
	],
	[
		'us-government',
		{
			authorityHost: 'https://login.microsoftonline.us',
			vaultSuffix: 'vault.usgovcloudapi.net',
			oidcAudience: 'api://AzureADTokenExchangeUSGov',
			graphHost: 'https://graph.microsoft.us',
		},
	],
	[
		'china',
		{
			authorityHost: 'https://login.partner.microsoftonline.cn',
			vaultSuffix: 'vault.azure.cn',
			oidcAudience: 'api://AzureADTokenExchangeChina',
			graphHost: 'https://microsoftgraph.chinacloudapi.cn',
		},
	],
]);
/**
 * The cloud that the inputs name. The scope is always that of the named cloud: a private authority or suffix changes
 * where requests go, not what for.
 * @throws ActionError where there is no such cloud
 */
function chooseCloud(inputs) {
	const cloud = findCloud(inputs);
	if (cloud !== undefined)
		return cloud;
	throw (0,scalars/* invalidInput */.aY)('cloud', 'is not the name of a cloud.', `Expected one of ${[...CLOUDS.keys()].join(', ')}.`);
}
/** As {@link chooseCloud}; undefined where there is no such cloud. */
function findCloud(inputs) {
	const row = CLOUDS.get(inputs.cloud ?? 'public');
	if (row === undefined)
		return undefined;
	return {
		authorityHost: inputs.authorityHost ?? row.authorityHost,
		vaultSuffix: inputs.vaultSuffix ?? row.vaultSuffix,
		vaultSuffixIsGiven: inputs.vaultSuffix !== undefined,
		vaultScope: `https://${row.vaultSuffix}/.default`,
		oidcAudience: inputs.oidcAudience ?? row.oidcAudience,
		graphHost: row.graphHost,
		graphScope: `${row.graphHost}/.default`,
	};
}
// EXTERNAL MODULE: ./build/src/plan/identifier.js + 1 modules
var identifier = __nccwpck_require__(6597);
;// CONCATENATED MODULE: ./build/src/plan/rotation.js
// What a rotation is about, decided before the first request.




/**
 * The rotation that the inputs ask for.
 * @throws ActionErrors that name each input that cannot be used
 */
function makeRotation({ cloud: inputs, graphHost, keyvault, secret, appId }) {
	const chosen = chooseCloud(inputs);
	const cloud = { ...chosen, graphHost: graphHost ?? chosen.graphHost };
	const { vaultUrl, name } = (0,src_errors/* checkAll */.K7)({
		vaultUrl: () => (0,identifier/* parseKeyvault */.$t)(keyvault, cloud),
		name: () => checkName(secret),
	});
	return { cloud, secret: { vaultUrl, collection: 'secrets', name, version: undefined }, appId };
}
function checkName(name) {
	if ((0,identifier/* isObjectName */.V2)(name))
		return name;
	throw (0,scalars/* invalidInput */.aY)('secret', 'is not a name that Key Vault allows.', 'Expected letters, digits and hyphens: the name alone, without a version or the address of the vault.');
}
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/src/plan/own-password.js
// How the passwords that this action made are told from all others: by a display name that says whose they are.


const MARK = 'azure-key-vault-action';
/** What this action allows itself: Microsoft documents no limit of a display name, but the portal's list is narrow. */
const MAX_NAME_LENGTH = 120;
/** Of the run's own sign, in characters: by it a run knows the password again whose answer it never saw. */
const SIGN_LENGTH = 8;
const MAX_ADDRESS_LENGTH = MAX_NAME_LENGTH - MARK.length - SIGN_LENGTH - 2;
/**
 * The display name of a password for this secret, e.g. `azure-key-vault-action contoso.vault.azure.net/api-secret 0f3a9c1e`.
 * @param sign four random bytes, the same for every password that one run makes
 */
function ownPasswordName(secret, sign) {
	return `${MARK} ${describeAddress(secret)} ${sign.toString('hex')}`;
}
/** Was a password of this display name made by this action, in whatever run, for this secret? */
function isOwnPassword(displayName, secret) {
	const [, address] = /^azure-key-vault-action (\S+) [0-9a-f]{8}$/.exec(displayName ?? '') ?? [];
	return address?.toLowerCase() === describeAddress(secret).toLowerCase();
}
// The vault compares names without regard to case, and so must a digest of them.
function describeAddress({ vaultUrl, name }) {
	const address = `${(0,identifier/* vaultHost */.Df)(vaultUrl)}/${name}`;
	if (address.length <= MAX_ADDRESS_LENGTH)
		return address;
	const digest = (0,external_node_crypto_.createHash)('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);
	return `${address.slice(0, MAX_ADDRESS_LENGTH - digest.length - 1)}~${digest}`;
}
;// CONCATENATED MODULE: ./build/src/plan/rotation-decision.js


/** Tags of a version: the password's key ID, that of the one before, and its life in days. */
const CREDENTIAL_ID = 'CredentialId';
const PREVIOUS_CREDENTIAL_ID = 'PreviousCredentialId';
const VALIDITY_PERIOD_DAYS = 'ValidityPeriodDays';
/** A run lasts 4 minutes at most, so that a password that is older than this has been left behind. */
const AT_WORK_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** What is to be done about this secret. */
function decideRotation(facts) {
	const { secret, stored, passwords, nowSeconds } = facts;
	const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret));
	const currentId = credentialIdOf(stored, CREDENTIAL_ID);
	const named = [currentId, credentialIdOf(stored, PREVIOUS_CREDENTIAL_ID)];
	const unnamed = own.filter(({ keyId }) => !named.includes(keyId));
	const atWork = unnamed.find(({ starts }) => startOf(starts) > nowSeconds - AT_WORK_SECONDS);
	const reason = dueReason(facts);
	if (reason === undefined) {
		return { kind: 'keep', atWorkId: atWork?.keyId, outdated: atWork === undefined ? unnamed : [] };
	}
	if (atWork !== undefined) {
		return { kind: 'busy', keyId: atWork.keyId, freeFrom: startOf(atWork.starts) + AT_WORK_SECONDS };
	}
	const outdated = own.filter(({ keyId }) => keyId !== currentId);
	return { kind: 'rotate', reason, previousId: currentId, outdated };
}
// What says of no time at which it began cannot have begun just now.
function startOf(starts) {
	return starts ?? Number.NEGATIVE_INFINITY;
}
/** Why a new secret is due; undefined where none is. */
function dueReason({ stored, nowSeconds, options }) {
	if (stored === undefined)
		return 'missing';
	if (credentialIdOf(stored, CREDENTIAL_ID) === undefined)
		return 'no-credential-id';
	if (stored.expires === undefined)
		return 'no-expiry';
	if (stored.expires <= nowSeconds)
		return 'expired';
	if (stored.expires - nowSeconds <= options.renewBeforeDays * DAY_SECONDS)
		return 'expiring';
	return options.force ? 'forced' : undefined;
}
/** The key ID that a tag of the version holds, lower case; undefined where it holds none. */
function credentialIdOf(stored, tag) {
	const text = stored?.tags[tag]?.trim() ?? '';
	return sign_in_inputs/* GUID */.Sm.test(text) ? text.toLowerCase() : undefined;
}
;// CONCATENATED MODULE: ./build/src/plan/version-tags.js
// The tags of a new version: those that the secret has, and those that say which password it holds.


/** https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-tags */
const MAX_TAGS = 15;
const OWN_TAGS = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID, VALIDITY_PERIOD_DAYS];
/** The tags of a version that follows `stored`: a new version inherits none, so its own are handed on. */
function makeTags(stored, { keyId, previousId, validDays }) {
	return {
		...othersOf(stored),
		[CREDENTIAL_ID]: keyId,
		...(previousId !== undefined && { [PREVIOUS_CREDENTIAL_ID]: previousId }),
		[VALIDITY_PERIOD_DAYS]: `${validDays}`,
	};
}
/** @throws ActionError where the secret has so many tags that those of the rotation find no room */
function checkRoomForTags(stored) {
	const others = Object.keys(othersOf(stored)).length;
	if (others + OWN_TAGS.length <= MAX_TAGS)
		return;
	throw new src_errors/* ActionError */.lZ({
		code: 'ROTATE_TOO_MANY_TAGS',
		title: 'Too many tags',
		subject: 'secret',
		problem: `has ${others} tags of its own in the vault. A version holds ${MAX_TAGS}, and ${OWN_TAGS.join(', ')} are added.`,
		hint: 'Remove tags of its current version.',
	});
}
function othersOf(stored) {
	return Object.fromEntries(Object.entries(stored?.tags ?? {}).filter(([name]) => !OWN_TAGS.includes(name)));
}
;// CONCATENATED MODULE: ./build/src/render/expiry.js
// How near an object's end is.
const expiry_DAY_SECONDS = 24 * 60 * 60;
/** Judges a life; `warningDays` is how soon an end counts as near. */
function judgeExpiry({ notBefore, expires }, nowMs, warningDays) {
	const nowSeconds = nowMs / 1000;
	if (expires !== undefined) {
		const left = expires - nowSeconds;
		if (left <= 0)
			return { kind: 'expired' };
		if (left <= warningDays * expiry_DAY_SECONDS)
			return { kind: 'expiring', days: Math.floor(left / expiry_DAY_SECONDS) };
	}
	return notBefore !== undefined && notBefore > nowSeconds ? { kind: 'not-yet-valid' } : { kind: 'lasting' };
}
/** `YYYY-MM-DDTHH:MM:SSZ` for an instant in seconds since 1970; empty where there is none. */
function formatInstant(seconds) {
	return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
;// CONCATENATED MODULE: ./build/src/render/rotation-text.js




/** Lines for the log: what the vault and the application hold. */
function describeFound({ secret, appId }, { stored, passwords }) {
	const own = passwords.filter(({ displayName }) => isOwnPassword(displayName, secret)).length;
	const where = `secret ${secret.name} in ${(0,identifier/* vaultHost */.Df)(secret.vaultUrl)}`;
	const named = credentialIdOf(stored, CREDENTIAL_ID) ?? 'unknown';
	return [
		stored === undefined
			? `Found no ${where}.`
			: `Found ${where}: version ${stored.version}, ${describeEnd(stored)}, password ${named}.`,
		`Found application ${appId}: ${count(passwords.length)}, ${own} of them made by this action for this secret.`,
	];
}
function count(passwords) {
	return passwords === 1 ? '1 password' : `${passwords} passwords`;
}
function describeEnd({ expires }) {
	return expires === undefined ? 'no expiry' : `expires ${formatInstant(expires)}`;
}
/** A line for the log: whether the client secret is renewed, and why. */
function describeDecision({ stored, decision }, { renewBeforeDays }) {
	const end = formatInstant(stored?.expires);
	switch (decision.kind) {
		case 'keep': {
			const { atWorkId } = decision;
			const restraint = atWorkId === undefined
				? ''
				: ` Nothing is removed either: another run is at work, or was interrupted: ${describeYoung(atWorkId)}`;
			return `Nothing is due: it lives until ${end}, which is more than ${renewBeforeDays} days.${restraint}`;
		}
		case 'busy':
			return `Another run is at work, or was interrupted: ${describeYoung(decision.keyId)}`;
		case 'rotate':
			return `Due, since ${describeReason(decision.reason, end, renewBeforeDays)}.`;
	}
}
function describeYoung(keyId) {
	return `the vault does not name password ${keyId}, which is less than 15 minutes old.`;
}
function describeReason(reason, end, renewBeforeDays) {
	switch (reason) {
		case 'missing':
			return 'the vault has no such secret';
		case 'no-credential-id':
			return `the tag ${CREDENTIAL_ID} of the current version names no password`;
		case 'no-expiry':
			return 'the current version has no expiry';
		case 'expired':
			return `it expired on ${end}`;
		case 'expiring':
			return `it expires on ${end}, within ${renewBeforeDays} days`;
		case 'forced':
			return 'force is true';
	}
}
/** A line for the log: what would be done. */
function describeDryRun({ appId }, { decision }) {
	if (decision.kind === 'busy')
		return 'Dry run: the run would stop here.';
	const ids = decision.outdated.map(({ keyId }) => keyId);
	const removal = ids.length === 0 ? 'no password would be removed' : `these would be removed: ${ids.join(', ')}`;
	if (decision.kind === 'keep')
		return `Dry run: nothing would be renewed, and ${removal}.`;
	return `Dry run: application ${appId} would get a new password, which would be proved and stored as a new version; then ${removal}.`;
}
// EXTERNAL MODULE: ./build/src/entra/id-token-permission.js
var id_token_permission = __nccwpck_require__(3477);
// EXTERNAL MODULE: ./build/src/entra/exchange-token.js
var exchange_token = __nccwpck_require__(6489);
// EXTERNAL MODULE: ./build/src/entra/required.js
var required = __nccwpck_require__(3181);
;// CONCATENATED MODULE: ./build/src/entra/credentials/client-secret.js
// Client secret: the application proves itself with a password (RFC 6749 section 2.3.1, sent in the body).




/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
const clientSecretMethod = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason }) => ({
		kind: 'client-secret',
		reason,
		tenantId: inputs.tenantId?.value,
		...(0,src_errors/* checkAll */.K7)({
			clientId: () => (0,required/* requiredClientId */.I_)(inputs),
			clientSecret: () => (0,required/* required */.mw)(inputs.clientSecret, sign_in_inputs/* CLIENT_SECRET */.p$).value,
		}),
	}),
	secretsOf: ({ clientSecret }) => [clientSecret],
	getToken: ({ clientId, clientSecret }, target, context) => {
		const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
		const looksLikeId = sign_in_inputs/* GUID */.Sm.test(clientSecret.reveal());
		return (0,exchange_token/* exchangeToken */.r)({ clientId, fields, ...(looksLikeId && { notes: LOOKS_LIKE_ID }) }, target, context);
	},
};
const LOOKS_LIKE_ID = [
	{ errorCodes: [7000215], text: 'The client secret that was given is a GUID, as secret IDs are.' },
];
;// CONCATENATED MODULE: ./build/src/entra/methods.js

/**
 * The table: a way to sign in that is not in it does not exist. The one that is no more than the exchange which the others
 * share is there from the start, and so is that exchange.
 */
const METHODS = {
	'client-secret': async () => clientSecretMethod,
	'client-certificate': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(233), __nccwpck_require__.e(815)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6815))).clientCertificateMethod,
	'github-oidc': async () => (await __nccwpck_require__.e(/* import() */ 828).then(__nccwpck_require__.bind(__nccwpck_require__, 828))).githubOidcMethod,
	'workload-identity': async () => (await __nccwpck_require__.e(/* import() */ 409).then(__nccwpck_require__.bind(__nccwpck_require__, 3409))).workloadIdentityMethod,
	'managed-identity': async () => (await __nccwpck_require__.e(/* import() */ 334).then(__nccwpck_require__.bind(__nccwpck_require__, 7334))).managedIdentityMethod,
	'azure-cli': async () => (await __nccwpck_require__.e(/* import() */ 431).then(__nccwpck_require__.bind(__nccwpck_require__, 3431))).azureCliMethod,
	'device-code': async () => (await __nccwpck_require__.e(/* import() */ 507).then(__nccwpck_require__.bind(__nccwpck_require__, 4507))).deviceCodeMethod,
	'access-token': async () => (await __nccwpck_require__.e(/* import() */ 845).then(__nccwpck_require__.bind(__nccwpck_require__, 3845))).accessTokenMethod,
};
/** The method of a credential. */
function methodOf(credential) {
	return METHODS[credential.kind]();
}
;// CONCATENATED MODULE: ./build/src/entra/choose-credential.js




/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
async function chooseCredential(source) {
	const { method, reason } = chooseMethod(source);
	return (await METHODS[method]()).makeCredential({ ...source, reason });
}
function chooseMethod({ inputs, variable }) {
	const asked = inputs.authMethod === undefined ? undefined : parseMethod(inputs.authMethod);
	const [given, ...others] = givenInputs(inputs);
	if (given !== undefined && others.length > 0)
		throw tooMany([given, ...others].map(({ input }) => input));
	if (asked !== undefined && given !== undefined && given.method !== asked)
		throw tooMany(['auth-method', given.input]);
	if (asked !== undefined)
		return { method: asked, reason: 'auth-method names it' };
	if (given !== undefined)
		return { method: given.method, reason: `${given.input} is given` };
	// A variable that another step has set is no wish of this one's, so it comes after every input.
	if (inputs.clientSecret !== undefined)
		return { method: 'client-secret', reason: `${inputs.clientSecret.source} is set` };
	if ((0,id_token_permission/* hasIdTokenPermission */.Go)(variable))
		return { method: 'github-oidc', reason: 'the job has id-token: write' };
	if (variable('AZURE_FEDERATED_TOKEN_FILE') !== undefined) {
		return { method: 'workload-identity', reason: 'AZURE_FEDERATED_TOKEN_FILE is set' };
	}
	throw (0,scalars/* invalidInput */.aY)('auth-method', 'cannot be derived, since nothing says how to sign in.', 'Give the job "permissions: id-token: write", or set client-secret, client-certificate, creds, access-token or auth-method. A secret that does not exist, or that a fork may not see, arrives here as an empty text.');
}
function givenInputs(inputs) {
	const given = [
		inputs.accessToken && { input: 'access-token', method: 'access-token' },
		...inputs.clientSecretInputs.map((input) => ({ input, method: 'client-secret' })),
		inputs.clientCertificate && { input: sign_in_inputs/* CLIENT_CERTIFICATE */.so, method: 'client-certificate' },
	];
	return given.filter((one) => one !== undefined);
}
function parseMethod(text) {
	const names = Object.keys(METHODS);
	const found = names.find((name) => name === text);
	if (found !== undefined)
		return found;
	throw (0,scalars/* invalidInput */.aY)('auth-method', 'is not the name of a way to sign in.', `Expected one of ${names.join(', ')}.`);
}
function tooMany(names) {
	return (0,scalars/* invalidInput */.aY)(names.join(' and '), 'say different ways to sign in.', 'Leave all but one out.');
}
// EXTERNAL MODULE: ./build/src/entra/claims.js
var entra_claims = __nccwpck_require__(481);
;// CONCATENATED MODULE: ./build/src/entra/sign-in.js
// From a credential to an access token, whatever the way to sign in.

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
async function signIn({ credential, method }, target, context) {
	const accessToken = await method.getToken(credential, target, context);
	context.mask(accessToken.token);
	context.log.debug(() => (0,entra_claims/* describeClaims */.Zs)(accessToken.token));
	return accessToken;
}
/** Who signed in. */
function identityOf({ token }, credential, target) {
	const claims = (0,entra_claims/* decodeClaims */.Yq)(token);
	return {
		tenantId: (0,entra_claims/* claimText */.Q1)(claims, 'tid') ?? target.tenantId,
		clientId: (0,entra_claims/* claimText */.Q1)(claims, 'appid') ?? (0,entra_claims/* claimText */.Q1)(claims, 'azp') ?? credential.clientId,
	};
}
;// CONCATENATED MODULE: ./build/src/keyvault/vault-session.js
/** A session that asks for a second token when the first is refused. */
function makeVaultSession({ tenantId, token: first, renew }) {
	let current = first;
	let renewal;
	return {
		tenantId,
		token: () => current,
		renewed: async (refused) => {
			if (refused !== first || renew === undefined)
				return undefined;
			renewal ??= renew();
			current = await renewal;
			return current;
		},
	};
}
// EXTERNAL MODULE: ./build/src/render/masks.js
var masks = __nccwpck_require__(4323);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = process.getBuiltinModule("node:net");
;// CONCATENATED MODULE: ./build/src/http/ready-agent.js
// Connections that are opened before there is a request for them.


/** An agent that takes connections opened ahead before it opens others. */
class ReadyAgent extends external_node_https_.Agent {
	#ready = new Map();
	/**
	 * Opens so many connections to an https origin; the next requests to it use them. One that fails is forgotten: the
	 * request that would have used it opens another and meets the failure itself. None keeps the process alive.
	 */
	openAhead(origin, count) {
		const { hostname, port } = new URL(origin);
		const host = hostname.replace(/^\[|\]$/g, '');
		const options = {
			...this.options,
			host,
			port: port === '' ? 443 : Number(port),
			servername: (0,external_node_net_namespaceObject.isIP)(host) === 0 ? host : '',
		};
		const connect = () => {
			const socket = super.createConnection(options);
			return socket.unref().on('error', () => undefined);
		};
		const waiting = this.#ready.get(ready_agent_addressOf(options)) ?? [];
		this.#ready.set(ready_agent_addressOf(options), [...waiting, ...Array.from({ length: count }, connect)]);
	}
	createConnection(...args) {
		const [options] = args;
		const waiting = this.#ready.get(ready_agent_addressOf(options)) ?? [];
		for (let socket = waiting.shift(); socket !== undefined; socket = waiting.shift()) {
			if (!socket.destroyed)
				return socket.ref();
		}
		return super.createConnection(...args);
	}
}
function ready_agent_addressOf({ host, port }) {
	return `${host}:${port}`;
}
;// CONCATENATED MODULE: ./build/src/http/transport.js
// One attempt at one request: whether there is a proxy is the toolkit's to say, limits and redirects are ours.






/** Connections kept open to one host, and so requests at a time. */
const MAX_SOCKETS = 8;
/** A body over this many bytes is an error. Key Vault's largest answers, pages of 25 items, stay far below. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/**
 * Sends over https only, through `HTTPS_PROXY` where `NO_PROXY` does not except the host, and never follows a redirect.
 *
 * Nothing is connected ahead through a proxy: there each connection is one more that somebody else keeps count of.
 */
function makeHttpsTransport(userAgent) {
	const settings = { keepAlive: true, maxSockets: MAX_SOCKETS };
	const direct = new ReadyAgent(settings);
	let tunnel;
	// Few runners have a proxy.
	const makeTunnel = async (proxy) => {
		const { TunnelAgent } = await __nccwpck_require__.e(/* import() */ 582).then(__nccwpck_require__.bind(__nccwpck_require__, 1582));
		return new TunnelAgent(proxy, settings);
	};
	const chooseAgent = (url) => {
		if (url.protocol !== 'https:')
			throw new transport_error/* TransportError */.w('only https is used', { failure: 'connection' });
		const proxy = findProxy(url);
		if (proxy === undefined)
			return direct;
		tunnel ??= makeTunnel(proxy);
		return tunnel;
	};
	return {
		send: makeTransport({ userAgent, chooseAgent }),
		connectAhead: (origin, count) => {
			try {
				if (chooseAgent(new URL(origin)) === direct)
					direct.openAhead(origin, Math.min(count, MAX_SOCKETS));
			}
			catch {
				// What keeps a connection from being opened keeps the request from being sent, which says why.
			}
		},
	};
}
/** Sends to endpoints on the machine itself: http is allowed, a proxy is never used, no connection is kept. */
function makeLocalTransport(userAgent) {
	return makeTransport({ userAgent, chooseAgent: () => false });
}
function findProxy(url) {
	try {
		const proxy = getProxyUrl(url);
		return proxy?.hostname === '' ? undefined : proxy;
	}
	catch (cause) {
		throw new transport_error/* TransportError */.w('the proxy variable holds no valid address', { failure: 'proxy', cause });
	}
}
function makeTransport(settings) {
	return async (request, timeoutMs) => {
		const url = new URL(request.url);
		const chosen = settings.chooseAgent(url);
		// What is there already is not waited for: the order of requests is that of the calls.
		const agent = chosen instanceof Promise ? await chosen : chosen;
		const exchange = openExchange(request, { url, agent, userAgent: settings.userAgent });
		let timer;
		const timeUp = new Promise((resolve) => {
			timer = setTimeout(() => resolve(timeOut(timeoutMs)), timeoutMs);
		});
		const answer = readAnswer(exchange, request.body?.reveal()).catch((error) => error instanceof transport_error/* TransportError */.w ? error : (0,transport_error/* classifyFailure */.X)(error));
		const outcome = await Promise.race([answer, timeUp]);
		clearTimeout(timer);
		if (!(outcome instanceof transport_error/* TransportError */.w))
			return outcome;
		// By itself this would not do: an exchange that still waits for its connection does not say that it has ended.
		exchange.destroy();
		throw outcome;
	};
}
function timeOut(timeoutMs) {
	const message = `no whole answer came within ${Math.round(timeoutMs / 100) / 10} s`;
	return new transport_error/* TransportError */.w(message, { failure: 'time-out' });
}
function openExchange(request, { url, agent, userAgent }) {
	const [httpModule, defaultPort] = url.protocol === 'https:' ? [external_node_https_, 443] : [external_node_http_, 80];
	return httpModule.request({
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? defaultPort : Number(url.port),
		path: url.pathname + url.search,
		method: request.method,
		headers: { 'user-agent': userAgent, accept: 'application/json', ...revealAll(request.headers) },
		agent,
	});
}
function readAnswer(exchange, body) {
	return new Promise((resolve, reject) => {
		exchange.on('error', reject);
		exchange.on('response', (message) => {
			const chunks = [];
			let size = 0;
			message.on('data', (chunk) => {
				chunks.push(chunk);
				size += chunk.length;
				if (size > MAX_BODY_BYTES)
					reject(tooLarge());
			});
			message.on('error', reject);
			message.on('end', () => resolve(describeResponse(message, Buffer.concat(chunks))));
		});
		exchange.end(body);
	});
}
function tooLarge() {
	return new transport_error/* TransportError */.w(`the answer is over ${MAX_BODY_BYTES / 1024 / 1024} MiB`, { failure: 'too-large' });
}
function describeResponse(message, body) {
	const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
	return { status: Number(message.statusCode), headers, body: body.toString('utf8') };
}
function revealAll(headers) {
	const revealed = Object.entries(headers).map(([name, value]) => [
		name,
		value instanceof secret_text/* SecretText */.o ? value.reveal() : value,
	]);
	return Object.fromEntries(revealed);
}
;// CONCATENATED MODULE: ./build/src/flow/connect-ahead.js
// Connections that are opened before there is a request for them, since connecting needs no secret: to the authority while
// the inputs are being checked, to the vaults while the token is being fetched. What would come one after the other comes
// together.




/** Opens the connection that the token will be asked for over. */
function connectToAuthority({ inputs, connectAhead }) {
	const authorityHost = findAuthorityHost(inputs);
	if (authorityHost !== undefined)
		connectAhead(authorityHost, 1);
}
/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
function connectToVaults({ connectAhead }, items) {
	const counts = new Map();
	for (const { vaultUrl } of items.slice(0, MAX_SOCKETS))
		counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
	for (const [vaultUrl, count] of counts)
		connectAhead(vaultUrl, count);
}
// Where the inputs name none, the plan says why.
function findAuthorityHost(inputs) {
	try {
		return findCloud((0,cloud_inputs/* readCloudInputs */.bm)(inputs))?.authorityHost;
	}
	catch (error) {
		(0,src_errors/* foreseenErrors */.jq)(error);
		return undefined;
	}
}
;// CONCATENATED MODULE: ./build/src/flow/open-session.js
// Signing in to a vault: decided before the first request, carried out once, renewed at most once.








/** Of the very short, such as a password of one letter, which hides that letter everywhere. */
const SHORT_SECRET = {
	title: 'Short: a secret of the sign-in',
	text: 'A secret that the step signs in with has fewer than 4 characters. It is masked, and so is every other place of the log where they occur.',
};
/** The whole step lasts at most this long, a person's approval aside. */
const STEP_TIMEOUT_MS = 120_000;
/**
 * How the step will prove who it is; its secrets are masked from here on.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
async function decideCredential(ports) {
	const { inputs, machine, clock, log } = ports;
	const credential = await chooseCredential({
		inputs: (0,sign_in_inputs/* readSignInInputs */.Wp)(inputs),
		variable: inputs.variable,
		machine,
		nowMs: clock.nowMs(),
	});
	const method = await methodOf(credential);
	if (method.needsTenant && credential.tenantId !== undefined)
		connectToAuthority(ports);
	await ports.nextTurn();
	const maskings = await Promise.all(method.secretsOf(credential).map(maskSignInSecret));
	log.mask(maskings.flatMap(({ masks }) => masks));
	if (maskings.some(({ weakness }) => weakness === 'short'))
		log.annotate('warning', SHORT_SECRET);
	await ports.nextTurn();
	return credential;
}
/** What signing in needs of the step. */
function makeSignInContext(ports, timeoutMs) {
	return {
		...ports,
		variable: ports.inputs.variable,
		mask: (text) => maskText(ports, text),
		deadlineMs: ports.clock.nowMs() + timeoutMs,
	};
}
/** @throws ActionError with advice where the sign-in is refused or gets no answer */
async function openSession(ports, { credential, cloud, firstItem, items = [firstItem], load }, timeoutMs = STEP_TIMEOUT_MS) {
	const { clock, log } = ports;
	const method = await methodOf(credential);
	const context = makeSignInContext(ports, timeoutMs);
	const isTenantMissing = method.needsTenant && credential.tenantId === undefined;
	const tenantId = isTenantMissing ? await askForTenant(firstItem, context) : credential.tenantId;
	const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
	const target = { authorityHost, tenantId, scope, oidcAudience };
	// Begun first, so that its request goes out first where no proof has to be fetched or made for it.
	const signingIn = signIn({ credential, method }, target, context);
	// A person takes longer than a vault keeps an idle connection; a challenge has left one open.
	if (!method.waitsForPerson)
		connectToVaults(ports, items.slice(isTenantMissing ? 1 : 0));
	// In the first turn the handshake ends, where it was waited for, in the second the request is on its way.
	void ports.nextTurn().then(ports.nextTurn).then(load);
	const accessToken = await signingIn;
	const identity = identityOf(accessToken, credential, target);
	log.info(`Signed in by ${credential.kind}, since ${credential.reason}: ${describe(identity)}.`);
	const renew = async () => (await signIn({ credential, method }, target, context)).token;
	return {
		session: makeVaultSession({
			tenantId: identity.tenantId,
			token: accessToken.token,
			renew: method.isRenewable ? renew : undefined,
		}),
		context: method.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + timeoutMs } : context,
		target,
		identity,
	};
}
async function askForTenant(firstItem, context) {
	const { discoverTenant } = await __nccwpck_require__.e(/* import() */ 77).then(__nccwpck_require__.bind(__nccwpck_require__, 9077));
	return discoverTenant(firstItem, context);
}
function describe({ tenantId, clientId }) {
	return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}
async function maskSignInSecret(secret) {
	if (secret instanceof secret_text/* SecretText */.o)
		return (0,masks/* maskSecret */.$l)(secret.reveal());
	const certificates = await __nccwpck_require__.e(/* import() */ 894).then(__nccwpck_require__.bind(__nccwpck_require__, 3894));
	const text = secret.text.reveal();
	return secret.kind === 'pem' ? certificates.maskPem(text) : certificates.maskPfx(text);
}
function maskText({ log }, text) {
	log.mask((0,masks/* maskSecret */.$l)(text.reveal()).masks);
}
;// CONCATENATED MODULE: ./build/src/flow/rotation-run.js
// What the steps of a rotation share: the two services, each with a token of the same identity, and until when each step may last.




/**
 * From the beginning of the step, in milliseconds. Between adding and storing lies the proof, 90 seconds; the last part is
 * kept for taking back what was added.
 */
const LIMITS_MS = { reading: 75_000, adding: 100_000, storing: 215_000, all: 240_000 };
/**
 * Signs in to the vault and to Microsoft Graph.
 * @throws ActionError with advice where the sign-in is refused or gets no answer
 */
async function openRun(ports, { credential, rotation, options }) {
	const startMs = ports.clock.nowMs();
	const deadlineOf = (step) => startMs + LIMITS_MS[step];
	const { cloud, secret: firstItem, appId } = rotation;
	const opened = await openSession(ports, { credential, cloud, firstItem }, LIMITS_MS.all);
	const { session, context, identity } = opened;
	const tenantId = identity.tenantId;
	if (tenantId === undefined)
		throw tenantUnknown();
	const target = { ...opened.target, scope: cloud.graphScope };
	const method = await methodOf(credential);
	const { token } = await signIn({ credential, method }, target, { ...context, deadlineMs: deadlineOf('reading') });
	return {
		ports,
		rotation,
		options,
		context,
		vault: { session, context },
		graph: { app: { graphHost: cloud.graphHost, appId }, token, context },
		proofTarget: { ...target, tenantId },
		deadlineOf,
	};
}
/** The same access, until the end of a step. */
function within(access, run, step) {
	return { ...access, context: { ...access.context, deadlineMs: run.deadlineOf(step) } };
}
// A managed identity needs no tenant to sign in, but the application that is to prove itself does.
function tenantUnknown() {
	return new src_errors/* ActionError */.lZ({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: 'is empty, and the token that the identity got names no tenant.',
		hint: 'Set tenant-id to the tenant of the application.',
	});
}
;// CONCATENATED MODULE: ./build/src/flow/remove-password.js
// Passwords of the application that go: one that was made a moment ago, and those that are outdated.



/** Graph knows a new password after some seconds; until then it says that there is none. */
const FRESH_DELAYS_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Removes a password that was made a moment ago; `unknown` where Graph has not come to know it in all the time.
 * @throws ActionError with advice where Graph refuses or gives no answer
 */
async function removeFreshPassword(run, keyId) {
	const { clock } = run.ports;
	const graph = within(run.graph, run, 'all');
	for (const delayMs of FRESH_DELAYS_MS) {
		if ((await removePassword(keyId, graph)) === 'removed')
			return 'removed';
		if (clock.nowMs() + delayMs >= run.deadlineOf('all'))
			return 'unknown';
		await clock.sleep(delayMs);
	}
	return removePassword(keyId, graph);
}
/** Removes outdated passwords, one after the other; after one that could not be, the others are left as well. */
async function removeOutdated(run, outdated) {
	const { log } = run.ports;
	const ids = outdated.map(({ keyId }) => keyId);
	for (const [index, keyId] of ids.entries()) {
		try {
			// One that is not there any more is as good as removed.
			await removePassword(keyId, within(run.graph, run, 'all'));
			log.info(`Removed from the application: outdated password ${keyId}.`);
		}
		catch (error) {
			for (const one of (0,src_errors/* foreseenErrors */.jq)(error))
				log.info(`Password ${keyId} could not be removed: ${one.message}`);
			return { removed: ids.slice(0, index), left: ids.slice(index) };
		}
	}
	return { removed: ids, left: [] };
}
;// CONCATENATED MODULE: ./build/src/flow/rotation-state.js
// In which state a failed rotation has left the application and the vault, in exact words, and what is left to do.



/** Nothing was written. */
function describeUnchanged() {
	return 'Nothing was changed in the application and the vault.';
}
/** The password is gone again. */
function describeTakenBack(keyId) {
	return `The password that was added (key ID ${keyId}) is removed again, and this run has stored nothing in the vault: there is nothing to clean up.`;
}
/** The password could not be removed; the vault does not hold it. */
function describeLeft(run, keyId) {
	return `This run has stored nothing in the vault. Removing the password that was added (key ID ${keyId}) failed, so it may be left in the application; nobody has its value. ${describeLater(run, keyId)}`;
}
/** Nobody knows whether the vault holds the password, so it stays. */
function describeUnknown({ rotation }, keyId) {
	return `Whether the vault holds the new client secret is not known, so its password (key ID ${keyId}) stays in the application, and the one before as well. Look at the tag ${CREDENTIAL_ID} of the newest version of ${rotation.secret.name}: where it is that key ID, the rotation is complete. Where it is not, a run in 15 minutes or later removes the password and makes another.`;
}
/** A request for a password got no word, and what it may have made is not to be seen. */
function describeLost(run, displayName) {
	return `This run has stored nothing in the vault. Should the application have a password named "${displayName}", it is of this run and nobody has its value. ${describeLater(run)}`;
}
/** The step failed after the rotation was over. */
function describeComplete({ rotation }, done) {
	if (!done.isRotated)
		return 'Nothing was renewed.';
	return `The rotation itself is complete: version ${done.version} of ${rotation.secret.name} holds the new client secret (key ID ${done.keyId}).`;
}
/** The error for an application that another run is at work on. */
function busyError({ rotation }, busy) {
	return new src_errors/* ActionError */.lZ({
		code: 'ROTATE_BUSY',
		title: 'Another run is at work',
		subject: `application ${rotation.appId}`,
		problem: `it has a password that this action made less than 15 minutes ago for secret ${rotation.secret.name} and that the vault does not name (key ID ${busy.keyId}): another run is at work, or was interrupted.`,
		hint: `${describeUnchanged()} Run the job again at ${formatInstant(Math.ceil(busy.freeFrom))} or later, which removes what an interrupted run has left. So that runs do not meet, give their workflow a "concurrency" group.`,
	});
}
/** How to remove passwords by hand. */
function describeByHand({ rotation }, keyId = 'KEY_ID') {
	return `az ad app credential delete --id ${rotation.appId} --key-id ${keyId}`;
}
function describeLater(run, keyId) {
	return `A run in 15 minutes or later removes it; by hand: ${describeByHand(run, keyId)}`;
}
/** The errors, each with one more piece of advice. @throws the error itself where it was not foreseen */
function advisingAll(error, advice) {
	return new src_errors/* ActionErrors */.o9((0,src_errors/* foreseenErrors */.jq)(error).map((one) => one.advising(advice)));
}
;// CONCATENATED MODULE: ./build/src/flow/add-password.js
// A new password of the application: one and no more, though an answer may be lost on its way.






/**
 * Adds a password. After an attempt that got no word, what it made is looked for and removed, since nobody has its value.
 * @throws ActionError with advice, and with the state in which the application was left
 */
async function addPassword(run, wish) {
	const { clock, randomFraction } = run.ports;
	let isUnsure = false;
	for (let attempt = 1;; attempt += 1) {
		const result = await tryToAddPassword(wish, within(run.graph, run, 'adding'));
		if (result.kind === 'added')
			return { added: result.added, isUnsure };
		if (result.mayHaveAdded) {
			isUnsure = true;
			await removeStrays(run, wish.displayName).catch((error) => {
				(0,src_errors/* foreseenErrors */.jq)(error);
				throw result.error.advising(describeLost(run, wish.displayName));
			});
		}
		const delayMs = (0,retry_policy/* retryDelayMs */.qO)({
			outcome: result.outcome,
			attempt,
			nowMs: clock.nowMs(),
			deadlineMs: run.deadlineOf('adding'),
			randomFraction: randomFraction(),
			rules: retry_policy/* RETRY_RULES */.r9,
			transient: false,
		});
		if (delayMs === undefined)
			throw withState(result.error, run, isUnsure ? wish.displayName : undefined);
		await clock.sleep(delayMs);
	}
}
function withState(error, run, lostName) {
	return error.advising(lostName === undefined ? describeUnchanged() : describeLost(run, lostName));
}
/**
 * Removes every password that this run has made but the one to be kept, and gives their key IDs. A run signs the names
 * of its passwords, so that they are not taken for those of another.
 * @throws ActionError with advice where Graph refuses or gives no answer
 */
async function removeStrays(run, name, keptId) {
	const { passwords } = await listPasswords(within(run.graph, run, 'all'));
	const strays = passwords.filter(({ displayName, keyId }) => displayName === name && keyId !== keptId);
	for (const { keyId } of strays) {
		await removeFreshPassword(run, keyId);
		run.ports.log.info(`Removed from the application: password ${keyId}, whose value got lost.`);
	}
	return strays.map(({ keyId }) => keyId);
}
;// CONCATENATED MODULE: ./build/src/flow/prove-password.js
// The proof that a new client secret works: two sign-ins in a row, since the nodes of Entra ID hear of it one by one.



/** No service level is published; four to eighteen seconds were seen. */
const PROOF_TIMEOUT_MS = 90_000;
const SUCCESSES_IN_A_ROW = 2;
/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;
/** After a failure: 1 s, 2 s, 4 s, then 8 s. */
const MAX_DELAY_MS = 8_000;
/**
 * Refusals that may pass: a wrong (7000215) or expired (7000222) client secret, as nodes say that have not heard of it,
 * and those that Entra itself calls transient.
 */
const PASSING = /^ENTRA_AADSTS(?:7000215|7000222|50033|90024|90033|50196)$/;
/**
 * Returns once the application has signed in twice in a row with the new client secret.
 * @throws ActionError where it is refused for good, or has not come to be known in time
 */
async function provePassword(run, { secret }) {
	const { clock } = run.ports;
	const deadlineMs = clock.nowMs() + PROOF_TIMEOUT_MS;
	const credential = {
		kind: 'client-secret',
		reason: 'it is new',
		tenantId: run.proofTarget.tenantId,
		clientId: run.rotation.appId,
		clientSecret: secret,
	};
	let successes = 0;
	let failures = 0;
	let last;
	while (successes < SUCCESSES_IN_A_ROW) {
		if (successes + failures > 0) {
			const delayMs = successes > 0 ? AGAIN_DELAY_MS : Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
			if (clock.nowMs() + delayMs >= deadlineMs)
				throw notProved(run, last);
			await clock.sleep(delayMs);
		}
		try {
			await signIn({ credential, method: clientSecretMethod }, run.proofTarget, { ...run.context, deadlineMs });
			successes += 1;
		}
		catch (error) {
			last = passingError(error);
			successes = 0;
			failures += 1;
		}
	}
}
/** The failure, where it may pass. @throws the error where it will not */
function passingError(error) {
	const [first] = (0,src_errors/* foreseenErrors */.jq)(error);
	if (first.code.startsWith('ENTRA_AADSTS') && !PASSING.test(first.code))
		throw error;
	return first;
}
function notProved({ rotation }, last) {
	const reason = last === undefined ? '' : ` The last refusal: ${last.problem}`;
	return new src_errors/* ActionError */.lZ({
		code: 'ROTATE_NOT_PROVED',
		title: 'The new client secret could not be proved',
		subject: `application ${rotation.appId}`,
		problem: `its new client secret gave no two tokens in a row within ${PROOF_TIMEOUT_MS / 1000} s.${reason}`,
		hint: 'Microsoft Entra ID takes some time to know a new client secret, and took too long: run the job again.',
		...(last?.requestId !== undefined && { requestId: last.requestId }),
	});
}
;// CONCATENATED MODULE: ./build/src/keyvault/set-secret.js


/** The request that makes a new version. Sent twice, it makes two of the same content. */
function setSecretRequest(secret, version, token) {
	const { value, expires, contentType, tags } = version;
	const { url, headers } = (0,vault_request/* getObjectRequest */.rr)({ ...secret, version: undefined }, token);
	const body = {
		value: value.reveal(),
		...(contentType !== '' && { contentType }),
		attributes: { enabled: true, exp: expires },
		tags,
	};
	return {
		method: 'PUT',
		url,
		headers: { ...headers, 'content-type': 'application/json' },
		body: new secret_text/* SecretText */.o(JSON.stringify(body)),
	};
}
;// CONCATENATED MODULE: ./build/src/flow/store-password.js
// The new client secret as the vault's new version, and what is known where that fails.








/** A write that got no word may still be on its way: who asks too early gets a wrong answer. */
const ON_ITS_WAY_MS = 5_000;
/** Stores the new client secret. After a write that got no word, the vault is asked what it holds. */
async function storePassword(run, order) {
	const watched = watchAttempts({ ...run.context, deadlineMs: run.deadlineOf('storing') });
	try {
		await checkUnchanged(run, order.before);
		const body = await askVault(makeQuestion(run, order), { ...run.vault, context: watched.context });
		return { kind: 'stored', version: decodeStoredVersion(body, run.rotation.secret).version };
	}
	catch (error) {
		if (watched.onlyRefusals())
			return { kind: 'failed', error, isHeld: 'no' };
		return askWhatIsHeld(run, order.added.keyId, error);
	}
}
// The last moment at which another run, or a person, can be noticed.
async function checkUnchanged(run, before) {
	const now = await readStoredVersion(run.rotation.secret, within(run.vault, run, 'storing'));
	if (now?.version === before?.version)
		return;
	throw new src_errors/* ActionError */.lZ({
		code: 'ROTATE_OVERTAKEN',
		title: 'Another one was faster',
		subject: `secret ${run.rotation.secret.name}`,
		problem: 'it was changed in the vault while this run was at work.',
		hint: 'Where two runs renew one client secret at the same time, give their workflow a "concurrency" group.',
	});
}
function makeQuestion({ rotation, options }, { added, before, previousId }) {
	const { keyId, secret: value, expires } = added;
	const { secret: identifier } = rotation;
	const tags = makeTags(before, { keyId, previousId, validDays: options.validDays });
	const version = { value, expires, contentType: before?.contentType ?? '', tags };
	return { identifier, operation: 'set', makeRequest: (token) => setSecretRequest(identifier, version, token) };
}
async function askWhatIsHeld(run, keyId, error) {
	(0,src_errors/* foreseenErrors */.jq)(error);
	await run.ports.clock.sleep(ON_ITS_WAY_MS);
	try {
		const now = await readStoredVersion(run.rotation.secret, within(run.vault, run, 'all'));
		if (now === undefined || credentialIdOf(now, CREDENTIAL_ID) !== keyId)
			return { kind: 'failed', error, isHeld: 'no' };
		return { kind: 'stored', version: now.version };
	}
	catch (unread) {
		(0,src_errors/* foreseenErrors */.jq)(unread);
		return { kind: 'failed', error, isHeld: 'unknown' };
	}
}
;// CONCATENATED MODULE: ./build/src/flow/renew-secret.js
// The heart of a rotation: add, prove, store; and take back what was added where one of these fails.








const renew_secret_DAY_SECONDS = 24 * 60 * 60;
/**
 * Renews the client secret.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
async function renewSecret(run, { before, decision }) {
	const { ports, rotation, options, context } = run;
	const { log, clock } = ports;
	const displayName = ownPasswordName(rotation.secret, ports.randomBytes(4));
	const expires = Math.floor(clock.nowMs() / 1000) + options.validDays * renew_secret_DAY_SECONDS;
	const { added, isUnsure } = await addPassword(run, { displayName, expires });
	context.mask(added.secret);
	const { keyId } = added;
	log.info(`Added to application ${rotation.appId}: password ${keyId}, until ${formatInstant(added.expires)}.`);
	const result = await proveAndStore(run, added, { before, decision });
	if (result.kind === 'failed') {
		const { error, isHeld } = result;
		throw advisingAll(error, await undo(run, { keyId, displayName, isUnsure, isHeld }));
	}
	log.info(`Stored: version ${result.version} of secret ${rotation.secret.name}.`);
	const removals = await removeOutdated(run, decision.outdated);
	const strays = isUnsure ? await removeStrays(run, displayName, keyId).catch(foreseenNothing) : [];
	const removed = [...removals.removed, ...strays];
	return { keyId, version: result.version, expires: added.expires, removals: { ...removals, removed } };
}
// Whatever it is that did not show up, a later run removes it.
function foreseenNothing(error) {
	(0,src_errors/* foreseenErrors */.jq)(error);
	return [];
}
async function proveAndStore(run, added, order) {
	const startMs = run.ports.clock.nowMs();
	try {
		await provePassword(run, added);
	}
	catch (error) {
		return { kind: 'failed', error, isHeld: 'no' };
	}
	const seconds = Math.round((run.ports.clock.nowMs() - startMs) / 1000);
	run.ports.log.info(`Proved: the application signed in with it twice in a row, after ${seconds} s.`);
	const { before, decision } = order;
	return storePassword(run, { added, before, previousId: decision.previousId });
}
/** Takes back what was added, and says how things are then. */
async function undo(run, { keyId, displayName, isUnsure, isHeld }) {
	if (isHeld === 'unknown')
		return describeUnknown(run, keyId);
	try {
		const removal = await removeFreshPassword(run, keyId);
		if (isUnsure)
			await removeStrays(run, displayName);
		if (removal === 'removed')
			return describeTakenBack(keyId);
	}
	catch (error) {
		for (const one of (0,src_errors/* foreseenErrors */.jq)(error))
			run.ports.log.info(`Could not be taken back: ${one.message}`);
	}
	return describeLeft(run, keyId);
}
;// CONCATENATED MODULE: ./build/src/export/annotate.js
/** A runner shows this many annotations of a level for a step, and drops the rest without a word. */
const MAX_ANNOTATIONS = 10;
/** Annotates; where there are more than a runner shows, the last one counts the rest and the log has them all. */
function annotateAll(log, level, annotations) {
	const shown = annotations.length > MAX_ANNOTATIONS ? annotations.slice(0, MAX_ANNOTATIONS - 1) : annotations;
	const rest = annotations.slice(shown.length);
	for (const annotation of shown)
		log.annotate(level, annotation);
	if (rest.length === 0)
		return;
	for (const { title, text } of rest)
		log.info(`${title}: ${text}`);
	log.annotate(level, { title: `${rest.length} more`, text: `${rest.length} more are in the log of this step.` });
}
;// CONCATENATED MODULE: ./build/src/export/part.js
// Things that are written one after the other: all of them, or none.

/**
 * Writes the parts in their order.
 * @throws ActionError where one could not be written, its own where it has one; those before it have been taken back
 */
async function writeParts(parts) {
	const takeBacks = [];
	for (const part of parts) {
		try {
			takeBacks.unshift(part.begin());
			await part.write();
		}
		catch (error) {
			const isTakenBack = await takeBackAll(takeBacks);
			throw isTakenBack && isForeseen(error) ? error : notWritten(part.target, error, isTakenBack);
		}
	}
}
function isForeseen(error) {
	return error instanceof src_errors/* ActionError */.lZ || error instanceof src_errors/* ActionErrors */.o9;
}
async function takeBackAll(takeBacks) {
	let isTakenBack = true;
	for (const takeBack of takeBacks) {
		try {
			await takeBack(isTakenBack);
		}
		catch {
			isTakenBack = false;
		}
	}
	return isTakenBack;
}
function notWritten(target, cause, isTakenBack) {
	return new src_errors/* ActionError */.lZ({
		code: 'OUTPUT_NOT_WRITTEN',
		title: 'Results could not be written',
		subject: target,
		problem: isTakenBack
			? 'writing there failed, and nothing is exported.'
			: 'writing there failed, and so did taking back what was written before: some of it may be left.',
		hint: "Look at the free space and the rights of the runner's work folder.",
		cause,
	});
}
// EXTERNAL MODULE: ./build/src/export/private-folder.js
var private_folder = __nccwpck_require__(3620);
;// CONCATENATED MODULE: ./build/src/export/export-all.js


/**
 * Masks everything, then writes every file, certificate, output and variable. What the post step has to remove is saved for it before
 * it is there, so that a step that is killed leaves nothing either.
 * @throws ActionError where one could not be written; what was written before it has been taken back
 */
async function exportAll(results, ports) {
	const { masks, placed, outputs, variables } = results;
	const { log, files, privateFolders } = ports;
	maskAll(masks, log);
	const store = results.store === undefined ? NO_STORE : await prepareStore(results.store, ports);
	await writeParts([
		...valuesPart('GITHUB_STATE', [...(0,private_folder/* folderState */.EY)(placed), ...store.state], files),
		...(0,private_folder/* folderPart */.G_)(placed, privateFolders),
		...store.parts,
		...valuesPart('GITHUB_OUTPUT', outputs, files),
		...valuesPart('GITHUB_ENV', variables, files),
	]);
}
const NO_STORE = { state: [], parts: [] };
// Few lines ask for it.
async function prepareStore(order, ports) {
	const userStore = await Promise.all(/* import() */[__nccwpck_require__.e(233), __nccwpck_require__.e(911)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5911));
	return userStore.prepareStore(order, ports);
}
const SETTERS = { GITHUB_STATE: 'saveState', GITHUB_OUTPUT: 'setOutput', GITHUB_ENV: 'exportVariable' };
function valuesPart(file, values, files) {
	if (values.length === 0)
		return [];
	return [
		{
			target: file,
			begin: () => {
				const cutBack = files.mark(file);
				return (isRestTakenBack) => {
					// What is left is the post step's to remove, and it must know of it.
					if (file !== 'GITHUB_STATE' || isRestTakenBack)
						cutBack();
				};
			},
			write: () => {
				for (const { name, value } of values)
					files[SETTERS[file]](name, reveal(value));
			},
		},
	];
}
function maskAll(masks, log) {
	log.mask([...new Map(masks.map((mask) => [mask.reveal(), mask])).values()]);
}
function reveal(value) {
	return typeof value === 'string' ? value : value.reveal();
}
;// CONCATENATED MODULE: ./build/src/export/rotation-table.js
const COLUMNS = ['Application', 'Secret', 'Vault', 'Renewed', 'Version', 'Expires', 'Key ID', 'Removed passwords'];
/** One row, no values. */
function makeRotationTable(row) {
	const { appId, secret, vault, renewed, version, expires, keyId, removed } = row;
	return {
		heading: 'Client secret',
		columns: COLUMNS,
		rows: [[appId, secret, vault, renewed, version, expires, keyId, removed.join(', ')]],
	};
}
;// CONCATENATED MODULE: ./build/src/export/summary.js
/** A runner refuses a summary of more than 1 MiB; other steps write into their own. */
const MAX_SUMMARY_LENGTH = 1_000_000;
/** The table as HTML: inside it nothing is read as Markdown, and every text is escaped. */
function describeTable({ heading, columns, rows }) {
	const head = describeRow('th', columns);
	let table = '';
	let shown = 0;
	for (const row of rows) {
		const next = describeRow('td', row);
		if (table.length + next.length > MAX_SUMMARY_LENGTH)
			break;
		table += next;
		shown += 1;
	}
	const rest = rows.length - shown;
	const note = rest === 0 ? '' : `<p>${rest} more are not shown.</p>\n`;
	return `<h3>${escapeHtml(heading)}</h3>\n<table>\n${head}${table}</table>\n${note}`;
}
/** Writes the table. A summary is a courtesy: a runner without a usable file for it is no reason to fail. */
async function writeSummary(table, { files, log }) {
	try {
		await files.writeSummary(describeTable(table));
	}
	catch {
		log.debug(() => ['The job summary could not be written.']);
	}
}
function describeRow(cell, texts) {
	return `<tr>${texts.map((text) => `<${cell}>${escapeHtml(text)}</${cell}>`).join('')}</tr>\n`;
}
function escapeHtml(text) {
	return text.replace(/[&<>"'\r\n]/g, (char) => `&#${char.charCodeAt(0)};`);
}
;// CONCATENATED MODULE: ./build/src/render/password-warnings.js
// What a user should mind about the application's other passwords: ends that are near, and one that is missing.


/** One warning that lists the passwords that end soon and are not those of the vault. */
function findPasswordWarnings(question) {
	const { appId, passwords, settled, nowMs, warningDays } = question;
	const ending = passwords.filter(({ keyId, expires }) => {
		const expiry = judgeExpiry({ notBefore: undefined, expires }, nowMs, warningDays);
		return expiry.kind === 'expiring' && !settled.includes(keyId);
	});
	if (ending.length === 0)
		return [];
	const listed = ending.slice(0, MAX_LISTED).map(describePassword);
	const rest = ending.length > listed.length ? ` and ${ending.length - listed.length} more` : '';
	return [
		{
			title: `Expires soon: ${ending.length === 1 ? 'a password' : `${ending.length} passwords`} of the application`,
			text: `Application ${appId} has passwords that expire within ${warningDays} days and that this secret of the vault does not hold: ${listed.join('; ')}${rest}. Whoever uses them needs others.`,
		},
	];
}
/** A warning where the vault names a password that the application does not have. */
function findMissingPassword(stored, { passwords, appId }) {
	const keyId = credentialIdOf(stored, CREDENTIAL_ID);
	if (keyId === undefined || passwords.some((one) => one.keyId === keyId))
		return [];
	return [
		{
			title: 'The stored client secret may not work',
			text: `The vault's current version names the password ${keyId}, which application ${appId} does not have. Compare app-id; where it is right, renew the client secret with "force: true".`,
		},
	];
}
/** Key IDs that a version names. */
function namedIds(stored) {
	const ids = [CREDENTIAL_ID, PREVIOUS_CREDENTIAL_ID].map((tag) => credentialIdOf(stored, tag));
	return ids.filter((id) => id !== undefined);
}
const MAX_LISTED = 20;
const password_warnings_MAX_NAME_LENGTH = 60;
// Whoever made the password chose its name: of it only what can do no harm in a log is shown.
function describePassword({ keyId, displayName = '', expires }) {
	const name = displayName.replace(/[^\w .,:/()-]+/g, '?').slice(0, password_warnings_MAX_NAME_LENGTH);
	return `${name === '' ? '' : `"${name}" `}(key ID ${keyId}) on ${formatInstant(expires)}`;
}
;// CONCATENATED MODULE: ./build/src/flow/rotation-outcome.js
// What a rotation came to, as it leaves the step: outputs, warnings and the table of the summary.









/** Nothing was renewed: what was there is there. */
function keptOutcome({ stored }, removals) {
	return {
		isRotated: false,
		version: stored?.version ?? '',
		expires: formatInstant(stored?.expires),
		keyId: credentialIdOf(stored, CREDENTIAL_ID) ?? '',
		removals,
	};
}
/** The client secret was renewed. */
function renewedOutcome({ version, expires, keyId, removals }) {
	return { isRotated: true, version, expires: formatInstant(expires), keyId, removals };
}
/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors where the outputs could not be written, which changes nothing about what was done
 */
async function exportOutcome(run, found, outcome) {
	const { ports, options } = run;
	const { isRotated, version, expires, keyId } = outcome;
	const outputs = [
		{ name: 'rotated', value: `${isRotated}` },
		{ name: 'version', value: version },
		{ name: 'expires-on', value: expires },
		{ name: 'key-id', value: keyId },
	];
	try {
		await exportAll({ masks: [], placed: undefined, store: undefined, outputs, variables: [] }, ports);
	}
	catch (error) {
		throw advisingAll(error, describeComplete(run, outcome));
	}
	annotateAll(ports.log, 'warning', findWarnings(run, found, outcome));
	if (options.summary)
		await writeSummary(makeRotationTable(makeRow(run, outcome)), ports);
}
function findWarnings(run, { stored, passwords, decision }, outcome) {
	const { rotation, options, ports } = run;
	const { isRotated, keyId, removals } = outcome;
	const outdated = decision.kind === 'busy' ? [] : decision.outdated;
	const question = {
		appId: rotation.appId,
		passwords,
		settled: [...namedIds(stored), keyId, ...outdated.map((one) => one.keyId)],
		nowMs: ports.clock.nowMs(),
		warningDays: options.renewBeforeDays,
	};
	return [
		...(isRotated || stored === undefined ? [] : findMissingPassword(stored, question)),
		...findPasswordWarnings(question),
		...warnOfLeft(run, removals.left),
	];
}
function warnOfLeft(run, left) {
	if (left.length === 0)
		return [];
	return [
		{
			title: 'Outdated passwords are left',
			text: `Application ${run.rotation.appId} still has outdated passwords of this action, which could not be removed: ${left.join(', ')}. They work until they expire. The next run removes them; by hand: ${describeByHand(run)}`,
		},
	];
}
function makeRow({ rotation, options }, outcome) {
	const { isRotated, version, expires, keyId, removals } = outcome;
	return {
		appId: rotation.appId,
		secret: rotation.secret.name,
		vault: (0,identifier/* vaultHost */.Df)(rotation.secret.vaultUrl),
		renewed: isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due',
		version,
		expires,
		keyId,
		removed: removals.removed,
	};
}
;// CONCATENATED MODULE: ./build/src/flow/step-frame.js
// What every flow has around its story: the runner's files looked at first, failures told as annotations.


/** Runs a story. True where it came to its end; where it failed, the annotations say why. */
async function runStory(ports, story) {
	try {
		await story();
		return true;
	}
	catch (error) {
		const errors = (0,src_errors/* foreseenErrors */.jq)(error);
		const { describeErrors } = await __nccwpck_require__.e(/* import() */ 547).then(__nccwpck_require__.bind(__nccwpck_require__, 5547));
		annotateAll(ports.log, 'error', describeErrors(errors));
		return false;
	}
}
/**
 * Looks whether the places that the runner gives a step can be written: without its files, the toolkit would print values
 * instead.
 * @throws ActionErrors that name each that cannot
 */
function checkRunner({ files, privateFolders }, needed) {
	(0,src_errors/* checkEach */.Qi)(needed, (place) => {
		const problem = place === 'RUNNER_TEMP' ? privateFolders.problem() : files.problemOf(place);
		if (problem === undefined)
			return;
		throw new src_errors/* ActionError */.lZ({
			code: 'RUNNER_FILE_UNUSABLE',
			title: 'Results cannot be written',
			problem,
			hint: 'A runner sets this variable for every step: run the action as a step of a job.',
		});
	});
}
;// CONCATENATED MODULE: ./build/src/flow/rotate-secret.js

















/** Runs the rotate action. True where the step succeeded; where it did not, the annotations say why. */
function rotateSecret(ports) {
	return runStory(ports, async () => {
		const order = await decide(ports);
		const { run, found } = await look(ports, order);
		const outcome = order.options.dryRun ? tryOut(run, found) : await rotate(run, found);
		await exportOutcome(run, found, outcome);
	});
}
// Everything that can be known before the first request, and every mistake in it.
async function decide(ports) {
	const credential = await (0,src_errors/* settle */.G9)(decideCredential(ports));
	return (0,src_errors/* checkAll */.K7)({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: () => checkMethod(credential()),
		rotation: () => makeRotation(readRotationInputs(ports.inputs)),
		options: () => readRotationOptions(ports.inputs),
	});
}
function checkMethod(credential) {
	if (credential.kind !== 'access-token' && credential.kind !== 'device-code')
		return credential;
	throw (0,scalars/* invalidInput */.aY)(credential.kind === 'access-token' ? 'access-token' : 'auth-method', `cannot be ${credential.kind === 'access-token' ? 'used' : 'device-code'} here: a rotation needs two tokens, for the vault and for Microsoft Graph, of an application.`, 'Sign in with github-oidc or in another way that needs no person and no token of yours.');
}
async function look(ports, order) {
	try {
		const run = await openRun(ports, order);
		const found = await find(run);
		for (const line of describeFound(order.rotation, found))
			ports.log.info(line);
		ports.log.info(describeDecision(found, order.options));
		return { run, found };
	}
	catch (error) {
		throw advisingAll(error, describeUnchanged());
	}
}
async function find(run) {
	const { rotation, options, ports } = run;
	const stored = await readStoredVersion(rotation.secret, within(run.vault, run, 'reading')).catch((error) => {
		throw withRotationRoles(error, rotation.secret);
	});
	const { passwords, dateSeconds } = await listPasswords(within(run.graph, run, 'reading'));
	// The age of a password is told by the clock that it was made by.
	const nowSeconds = dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
	const decision = decideRotation({ ...rotation, stored, passwords, nowSeconds, options });
	if (decision.kind === 'rotate')
		checkRoomForTags(stored);
	return { stored, passwords, decision };
}
function tryOut({ rotation, ports }, found) {
	ports.log.info(describeDryRun(rotation, found));
	return keptOutcome(found, { removed: [], left: [] });
}
async function rotate(run, found) {
	const { stored, decision } = found;
	switch (decision.kind) {
		case 'busy':
			throw busyError(run, decision);
		case 'keep':
			return keptOutcome(found, await removeOutdated(run, decision.outdated));
		case 'rotate':
			return renewedOutcome(await renewSecret(run, { before: stored, decision }));
	}
}
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = process.getBuiltinModule("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = process.getBuiltinModule("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = process.getBuiltinModule("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = process.getBuiltinModule("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js



;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js


const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
;// CONCATENATED MODULE: ./build/src/export/log-line.js
// A line of the log, which a runner must not take for a command of its own.
/**
 * The text as one line that stays one and means nothing: a runner obeys `::name::` at the start of a line and, in an
 * older form, `##[name]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs). Control characters, and
 * those that hide in a text or turn its direction, become question marks.
 */
function toLogLine(text) {
	// As almost every line is: the expressions below take a while to get ready.
	if (/^(?!\s*::)[\x20-\x7e\u2192]*$/.test(text) && !text.includes('##['))
		return text;
	return text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
		.replaceAll('##[', '## [')
		.replace(/^(\p{White_Space}*:):/u, '$1 :');
}
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/src/entry/private-folders.js
// Folders of the runner's temporary folder that only this user may read.


/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
const privateFolders = {
	problem: () => {
		if (!process.env['RUNNER_TEMP'])
			return 'RUNNER_TEMP is not set.';
		return isWritableFolder(temporaryFolder()) ? undefined : 'RUNNER_TEMP names no folder that can be written.';
	},
	pathOf: (folder, file) => (0,external_node_path_.join)(pathOf(folder), file),
	// Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
	make: (folder) => (0,external_node_fs_namespaceObject.mkdirSync)(pathOf(folder), { mode: OWN_FOLDER }),
	write: (folder, file, bytes) => (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_.join)(pathOf(folder), file), bytes.reveal(), { flag: 'wx', mode: OWN_FILE }),
	// On Windows a scanner may still have a file open.
	remove: (folder) => (0,external_node_fs_namespaceObject.rmSync)(pathOf(folder), { recursive: true, force: true, maxRetries: 3 }),
};
function temporaryFolder() {
	const path = process.env['RUNNER_TEMP'];
	if (!path)
		throw new Error('RUNNER_TEMP is not set');
	return (0,external_node_path_.resolve)(path);
}
function pathOf(folder) {
	return (0,external_node_path_.join)(temporaryFolder(), folder);
}
function isWritableFolder(path) {
	try {
		(0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK);
		return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory();
	}
	catch {
		return false;
	}
}
;// CONCATENATED MODULE: ./build/src/entry/real-machine.js
// The machine that the step runs on: its files and its programs.


/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Where programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
const SAFE_FOLDER = process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/';
/** The real machine. */
const realMachine = {
	platform: process.platform,
	readFile: (path, maxBytes) => {
		const file = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_.resolve)(process.env['GITHUB_WORKSPACE'] ?? '.', path), 'r');
		try {
			// One byte more than allowed tells whether there is more, whatever the file says of its size.
			const buffer = Buffer.alloc(maxBytes + 1);
			let length = 0;
			for (let read = -1; read !== 0 && length < buffer.length; length += read) {
				read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, null);
			}
			if (length > maxBytes)
				throw new Error('the file is too large');
			return buffer.subarray(0, length);
		}
		finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
	},
	runProgram: async ({ file, args, variables, timeoutMs }) => {
		// Few runs start a program, and Node's module for it takes its time.
		const { execFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1421, 19));
		const env = { ...ownVariables(variables), ...variables };
		const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
		return new Promise((done) => {
			execFile(file, [...args], options, (error, stdout, stderr) => {
				if (error === null)
					done({ exitCode: 0, stdout, stderr });
				else if (error.code === 'ENOENT')
					done(undefined);
				else
					done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
			});
		});
	},
};
// Windows takes names that differ in case for one, and a child gets the first of them: those that are replaced must go.
function ownVariables(replaced = {}) {
	if (process.platform !== 'win32')
		return process.env;
	const names = new Set(Object.keys(replaced).map((name) => name.toUpperCase()));
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.has(name.toUpperCase())));
}
;// CONCATENATED MODULE: ./build/src/entry/user-files.js
// Files of this user beyond the runner's folders.

const user_files_OWN_FOLDER = 0o700;
const user_files_OWN_FILE = 0o600;
/** The real files. */
const userFiles = {
	list: (folder) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [],
	exists: (path) => (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined,
	makeFolder: (path) => {
		(0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: user_files_OWN_FOLDER });
	},
	create: (path, bytes) => {
		const file = unless('EEXIST', () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx', user_files_OWN_FILE));
		if (file === undefined)
			return false;
		try {
			(0,external_node_fs_namespaceObject.writeFileSync)(file, bytes.reveal());
		}
		catch (error) {
			(0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
			throw error;
		}
		finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
		return true;
	},
	remove: (path) => (0,external_node_fs_namespaceObject.rmSync)(path, { force: true }),
	removeFolder: (path) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.rmdirSync)(path)),
};
function unless(code, act) {
	try {
		return act();
	}
	catch (error) {
		if (error instanceof Error && 'code' in error && error.code === code)
			return undefined;
		throw error;
	}
}
;// CONCATENATED MODULE: ./build/src/entry/real-ports.js
// The ports as a runner gives them.








const USER_AGENT = 'azure-key-vault-action';
/** The real ports. */
function makeRealPorts() {
	const { send, connectAhead } = makeHttpsTransport(USER_AGENT);
	return {
		inputs: {
			input: (name) => getInput(name, { trimWhitespace: false }),
			variable: (name) => process.env[name] || undefined,
		},
		log,
		files,
		privateFolders: privateFolders,
		userFiles: userFiles,
		transport: send,
		connectAhead,
		nextTurn: () => new Promise((go) => setImmediate(go)),
		localTransport: makeLocalTransport(USER_AGENT),
		machine: realMachine,
		clock: { nowMs: () => Date.now(), sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) },
		randomFraction: () => Math.random(),
		randomBytes: (length) => (0,external_node_crypto_.randomBytes)(length),
	};
}
const annotate = { error: core_error, warning: warning, notice: notice };
const log = {
	info: (line) => info(toLogLine(line)),
	debug: (lines) => {
		if (isDebug())
			for (const line of lines())
				core_debug(line);
	},
	annotate: (level, { title, text }) => annotate[level](text, { title }),
	mask: (texts) => {
		// A value has dozens of masks: they go out together.
		process.stdout.cork();
		try {
			for (const text of texts)
				core_setSecret(text.reveal());
		}
		finally {
			process.stdout.uncork();
		}
	},
};
const files = {
	problemOf: (file) => {
		const path = process.env[file];
		if (path === undefined || path === '')
			return `${file} is not set.`;
		return isWritableFile(path) ? undefined : `${file} names no file that can be written.`;
	},
	setOutput: (name, value) => setOutput(name, value),
	exportVariable: (name, value) => exportVariable(name, value),
	saveState: (name, value) => saveState(name, value),
	mark: (file) => {
		const path = process.env[file] ?? '';
		const { size } = (0,external_node_fs_namespaceObject.statSync)(path);
		return () => (0,external_node_fs_namespaceObject.truncateSync)(path, size);
	},
	writeSummary: async (html) => {
		(0,external_node_fs_namespaceObject.appendFileSync)(process.env['GITHUB_STEP_SUMMARY'] ?? '', html);
	},
};
function isWritableFile(path) {
	try {
		(0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK);
		return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
	}
	catch {
		return false;
	}
}
;// CONCATENATED MODULE: ./build/src/entry/run.js
// Around every flow: failed until proved otherwise, and never a stack trace.


/**
 * Runs a flow to its end. The exit code is 1 from the start and 0 only once the flow has said that it succeeded, so
 * that neither a promise that never settles nor an early exit can pass for success, and a defect stays one.
 */
function runFlow(flow) {
	process.exitCode = 1;
	// Node's own warnings go to stderr, which a runner shows before the masks that stdout has asked for.
	process.removeAllListeners('warning');
	let ended = false;
	let defective = false;
	const fail = (error) => {
		process.exitCode = 1;
		// Where nobody reads stdout any more, saying so fails as well, and that would be the next defect, for ever.
		if (defective)
			process.exit();
		defective = true;
		reportDefect(error);
	};
	const failUnlessEnded = () => {
		if (!ended)
			fail(undefined);
		ended = true;
	};
	process.on('uncaughtException', fail);
	process.on('unhandledRejection', fail);
	process.on('beforeExit', failUnlessEnded);
	// Of process.exit(), which skips the event before; what is printed here may get lost, the exit code does not.
	process.on('exit', failUnlessEnded);
	flow(makeRealPorts())
		.then((succeeded) => {
		process.exitCode = succeeded && !defective ? 0 : 1;
	})
		.catch(fail)
		.finally(() => {
		ended = true;
		// Once all is printed, which on Windows takes its time. The system closes what connections are open, and faster.
		process.stdout.write('', () => process.exit());
	});
}
// Neither message nor stack: nobody knows what an unforeseen error holds.
function reportDefect(error) {
	const name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown';
	core_error(`The action has a defect (${name}). Please report it, with the version that you use.`, {
		title: 'Defect',
	});
}
;// CONCATENATED MODULE: ./build/src/entry/rotate.js
// The program of the rotate action.


runFlow(rotateSecret);
