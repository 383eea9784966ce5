"use strict";
var __webpack_modules__ = ({

/***/ 4573:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:buffer");

/***/ }),

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
  dJ: () => (failuresOf),
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
/**
 * The foreseen failures that `error` stands for. What they say of `former`, in whatever case, or, where that is left out,
 * of nothing, they say of `subject` instead. Throws `error` itself where it was not foreseen.
 */
function failuresOf(subject, error, former) {
	const isMeant = (one) => one.subject?.toLowerCase() === former?.toLowerCase();
	return new ActionErrors(foreseenErrors(error).map((one) => (isMeant(one) ? one.about(subject) : one)));
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

/***/ 7770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  u: () => (annotateAll)
});
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

/***/ 4191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  IX: () => (MAX_SOCKETS),
  rd: () => (makeHttpsTransport),
  lP: () => (makeLocalTransport)
});

// UNUSED EXPORTS: MAX_BODY_BYTES

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
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __nccwpck_require__(3689);
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
		const waiting = this.#ready.get(addressOf(options)) ?? [];
		this.#ready.set(addressOf(options), [...waiting, ...Array.from({ length: count }, connect)]);
	}
	createConnection(...args) {
		const [options] = args;
		const waiting = this.#ready.get(addressOf(options)) ?? [];
		for (let socket = waiting.shift(); socket !== undefined; socket = waiting.shift()) {
			if (!socket.destroyed)
				return socket.ref();
		}
		return super.createConnection(...args);
	}
}
function addressOf({ host, port }) {
	return `${host}:${port}`;
}
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __nccwpck_require__(6088);
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

/***/ 8078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  A: () => (parseLine),
  CW: () => (LINES_INPUTS),
  ES: () => (describeLine),
  VH: () => (lineError),
  uz: () => (splitLines)
});
var _errors_js_0 = __nccwpck_require__(7406);
// The lines of `secrets`, `certificates` and `keys`: [OUTPUT =] REFERENCE [| STEP [ARGUMENT]] ..., one a line or separated by commas.

/** Inputs that hold lines. */
const LINES_INPUTS = ['secrets', 'certificates', 'keys'];
/** The entries of an input's text. Empty ones, and lines that begin with `#`, are passed over. */
function splitLines(input, text) {
	return text
		.split(/\r\n|\r|\n/)
		.map((physical, index) => ({ number: index + 1, physical }))
		.filter(({ physical }) => !physical.trim().startsWith('#'))
		.flatMap(({ number, physical }) => physical.split(',').map((entry) => ({ input, number, text: entry.trim() })))
		.filter((line) => line.text !== '');
}
/**
 * The parts of an entry. A `=` assigns only before the first `|`.
 * @throws ActionError that names the line and says what was expected
 */
function parseLine(raw) {
	const { input, number, text } = raw;
	const [head = '', ...steps] = text.split('|').map((part) => part.trim());
	const equals = head.indexOf('=');
	const output = equals === -1 ? undefined : head.slice(0, equals).trim();
	const reference = head.slice(equals + 1).trim();
	if (output === '')
		throw lineError(raw, 'has nothing before "=".', 'Write OUTPUT = NAME, or NAME alone.');
	if (reference === '' && output !== undefined)
		throw lineError(raw, 'has nothing after "=".', 'Write OUTPUT = NAME.');
	if (reference === '')
		throw lineError(raw, 'has nothing before "|".', 'Write NAME | STEP.');
	return { input, number, output, reference, steps };
}
/** Where a line stands, e.g. `secrets line 3`. */
function describeLine(line) {
	return `${line.input} line ${line.number}`;
}
/** The error for a line that cannot be used. */
function lineError(line, problem, hint) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'LINE_INVALID',
		title: `Input ${line.input}`,
		subject: describeLine(line),
		problem,
		...(hint !== undefined && { hint }),
	});
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

/***/ 4772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  R: () => (chooseCloud),
  n: () => (findCloud)
});
var _input_scalars_js_0 = __nccwpck_require__(5995);
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
	throw (0,_input_scalars_js_0/* .invalidInput */ .aY)('cloud', 'is not the name of a cloud.', `Expected one of ${[...CLOUDS.keys()].join(', ')}.`);
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

/***/ }),

/***/ 153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $R: () => (chooseOutput),
  gr: () => (outputNames),
  kp: () => (withoutLeadingDigit),
  yr: () => (checkOutput)
});
var _input_line_grammar_js_0 = __nccwpck_require__(8078);
// Where values go: which outputs a line makes, and what they are called.

/** Outputs that are always there. */
const RESERVED_OUTPUTS = ['secrets', 'expiring'];
/** Names of the outputs of a destination; the leaves of JSON come to them once they are known. */
function outputNames({ output, steps }) {
	return suffixesOf(steps).map((suffix) => `${output}${suffix}`);
}
function suffixesOf(steps) {
	switch (steps.kind) {
		case 'secrets':
			if (steps.attributes)
				return ['-version', '-expires-on', '-enabled'];
			return ['', ...(steps.file ? ['-path'] : [])];
		case 'certificates':
			return [
				...(steps.public ? [] : ['']),
				...['-thumbprint', '-subject', '-expires-on', '-version', '-cer'],
				...(steps.file === undefined ? [] : ['-path']),
				...(steps.file === undefined || steps.pem ? [] : ['-password']),
				...(steps.pem ? ['-private-key', '-chain'] : []),
			];
		case 'keys':
			return ['', '-jwk', '-version'];
		default:
			throw steps;
	}
}
/**
 * The output's name: the one before `=`, or the object's own.
 * @throws ActionError where the runner or an expression could not use it
 */
function chooseOutput(line, { name }) {
	return checkOutput(line, line.output ?? withoutLeadingDigit(name));
}
/** A vault's names may begin with what an output's may not. */
function withoutLeadingDigit(name) {
	return /^[0-9-]/.test(name) ? `_${name}` : name;
}
/**
 * The name itself.
 * @throws ActionError where the runner or an expression could not use it
 */
function checkOutput(line, output) {
	// The runner takes a name with "=" or a line break for several outputs, so this is a guard as well as a courtesy.
	if (!/^[a-z_][a-z0-9_-]*$/i.test(output)) {
		throw (0,_input_line_grammar_js_0/* .lineError */ .VH)(line, 'has an output name that a workflow cannot use.', 'Expected a letter or _, then letters, digits, - and _.');
	}
	if (RESERVED_OUTPUTS.includes(output.toLowerCase())) {
		throw (0,_input_line_grammar_js_0/* .lineError */ .VH)(line, `would set the output "${output}", which is reserved.`, 'Write OTHER_NAME = NAME.');
	}
	return output;
}

/***/ }),

/***/ 7602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $t: () => (parseKeyvault),
  Df: () => (vaultHost),
  F2: () => (parseReference),
  Z6: () => (identifierKey)
});
var _input_cloud_inputs_js_0 = __nccwpck_require__(1821);
var _input_line_grammar_js_1 = __nccwpck_require__(8078);
var _input_scalars_js_2 = __nccwpck_require__(5995);
// Where a vault object is: parsed from what users type, checked before anything is sent.



// learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#vault-name-and-object-name
const VAULT_NAME = /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/i;
const OBJECT_NAME = /^[0-9a-z-]{1,127}$/i;
const NAME_PATTERN = /^[0-9a-z*-]{1,127}$/i;
const VERSION = /^[0-9a-f]{32}$/i;
/**
 * The vault's https origin from its name or URL.
 * @throws ActionError where it is neither, or not a vault of the cloud
 */
function parseKeyvault(text, cloud) {
	if (VAULT_NAME.test(text))
		return `https://${text.toLowerCase()}.${cloud.vaultSuffix}`;
	const origin = (0,_input_cloud_inputs_js_0/* .parseHttpsOrigin */ .dt)(text);
	if (origin === undefined) {
		throw (0,_input_scalars_js_2/* .invalidInput */ .aY)('keyvault', 'is neither the name of a vault nor its https address.', `Expected a name such as contoso-automation, or https://contoso-automation.${cloud.vaultSuffix}.`);
	}
	const problem = vaultHostProblem(origin, cloud);
	if (problem !== undefined)
		throw (0,_input_scalars_js_2/* .invalidInput */ .aY)('keyvault', problem, NOTHING_SENT);
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
function parseReference(line, cloud) {
	if (/^[a-z][a-z0-9+.-]*:/i.test(line.reference))
		return cloud && parseFullIdentifier(line, cloud);
	return parsePath(line, { vaultUrl: undefined, segments: line.reference.split('/') });
}
function parseFullIdentifier(line, cloud) {
	const [, originText = '', path = ''] = /^(https:\/\/[^/]+)\/(.*)$/i.exec(line.reference) ?? [];
	const vaultUrl = (0,_input_cloud_inputs_js_0/* .parseHttpsOrigin */ .dt)(originText);
	if (vaultUrl === undefined) {
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'is not an identifier.', `Expected https://VAULT.${cloud.vaultSuffix}/${line.input}/NAME.`);
	}
	const problem = vaultHostProblem(vaultUrl, cloud);
	if (problem !== undefined)
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, problem, NOTHING_SENT);
	const [collection = '', ...segments] = path.replace(/\/$/, '').split('/');
	if (collection.toLowerCase() !== line.input)
		throw wrongCollection(line, collection.toLowerCase());
	return parsePath(line, { vaultUrl, segments });
}
function wrongCollection(line, collection) {
	switch (collection) {
		case 'secrets':
		case 'certificates':
		case 'keys':
			return (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, `is the identifier of one of the vault's ${collection}.`, `Move it to "${collection}".`);
		default:
			return (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'is not an identifier.', `Expected /${line.input}/NAME or /${line.input}/NAME/VERSION.`);
	}
}
function parsePath(line, { vaultUrl, segments }) {
	const [name = '', version, ...rest] = segments;
	const isPattern = name.includes('*') && NAME_PATTERN.test(name);
	if (isPattern && version !== undefined) {
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'has a version after a pattern.', 'A pattern takes the latest version of each match.');
	}
	if (!isPattern && !OBJECT_NAME.test(name)) {
		const hint = /^[0-9a-z*-]*[_.][0-9a-z_.*-]*$/i.test(name)
			? ' What has "_" or "." elsewhere has "-" in a vault.'
			: '';
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'is not a name that Key Vault allows.', `Expected letters, digits and hyphens.${hint}`);
	}
	if (version !== undefined && !VERSION.test(version)) {
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'has a version that Key Vault does not make.', 'Expected 32 hex digits after the "/".');
	}
	if (rest.length > 0)
		throw (0,_input_line_grammar_js_1/* .lineError */ .VH)(line, 'has more after the version.', 'Expected NAME or NAME/VERSION.');
	return { vaultUrl, collection: line.input, name, version: version?.toLowerCase(), isPattern };
}
/** Equal for two identifiers of the same object: the vault compares names without regard to case. */
function identifierKey({ vaultUrl, collection, name, version }) {
	return `${vaultUrl}/${collection}/${name.toLowerCase()}/${version ?? ''}`;
}
/** The vault's host, with its port where it is not the usual one. */
function vaultHost(vaultUrl) {
	return new URL(vaultUrl).host;
}

/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  MT: () => (matchesPattern),
  NS: () => (placeMatch),
  Qm: () => (checkRenaming),
  Qs: () => (describePattern)
});
var _input_line_grammar_js_0 = __nccwpck_require__(8078);
var _destination_js_1 = __nccwpck_require__(153);
// References with stars: which names they match, and what the matches are called.


/** For people, e.g. `secrets line 2 (team-*)`. */
function describePattern({ line, pattern }) {
	return `${(0,_input_line_grammar_js_0/* .describeLine */ .ES)(line)} (${pattern})`;
}
/**
 * Checks what stands before `=` on a line with a pattern.
 * @throws ActionError where it has not one star as the pattern has
 */
function checkRenaming(line, pattern) {
	if (line.output === undefined)
		return;
	if (starsOf(line.output) === 1 && starsOf(pattern) === 1) {
		// Whatever the star stands for, the rest must do for an output.
		(0,_destination_js_1/* .checkOutput */ .yr)(line, line.output.replace('*', 'x'));
		return;
	}
	throw (0,_input_line_grammar_js_0/* .lineError */ .VH)(line, 'gives several objects a new name.', 'Write one star on each side, PREFIX_* = prefix-*, or leave "OUTPUT =" out.');
}
/** Does the name match? Case does not count, as the vault does not tell it apart. */
function matchesPattern(pattern, name) {
	const parts = pattern.toLowerCase().split('*');
	const [first = ''] = parts;
	const [last = ''] = parts.slice(-1);
	const text = name.toLowerCase();
	if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
		return false;
	let offset = first.length;
	const end = text.length - last.length;
	// Each part as early as can be: if that leaves no room for the others, no later place does.
	return parts.slice(1, -1).every((part) => {
		const found = text.indexOf(part, offset);
		offset = found + part.length;
		return found !== -1 && offset <= end;
	});
}
/**
 * Where a match goes.
 * @throws ActionError where a workflow could not use the name that comes of it
 */
function placeMatch({ line, steps, pattern, vaultUrl, collection }, name) {
	const item = { vaultUrl, collection, name, version: undefined };
	const [before = '', after = ''] = pattern.split('*');
	const star = name.slice(before.length, name.length - after.length);
	const output = line.output === undefined
		? (0,_destination_js_1/* .chooseOutput */ .$R)(line, item)
		: (0,_destination_js_1/* .checkOutput */ .yr)(line, (0,_destination_js_1/* .withoutLeadingDigit */ .kp)(line.output.replace('*', () => star)));
	// The tags have been judged: what they chose is the same object as if it had been named.
	return { line, output, item, steps: { ...steps, tags: [] } };
}
function starsOf(text) {
	return text.split('*').length - 1;
}

/***/ }),

/***/ 9354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (claimOutputs),
  C: () => (makePlan)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
// EXTERNAL MODULE: ./build/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(8078);
;// CONCATENATED MODULE: ./build/src/input/steps.js
// The steps of a line: what is to become of the object that it names.


const STEPS = {
	secrets: new Map([
		['tag', 'text'],
		['json', 'text'],
		['base64', 'none'],
		['file', 'none'],
		['unmasked', 'none'],
		['attributes', 'none'],
	]),
	certificates: new Map([
		['tag', 'text'],
		['file', ['3des']],
		['pem', 'none'],
		['store', 'none'],
		['public', 'none'],
	]),
	keys: new Map([['tag', 'text']]),
};
/** Steps that no other but `tag` goes with, and why. */
const ALONE = {
	attributes: 'which reads no value',
	public: 'which reads no private key',
};
/**
 * The steps of a line.
 * @throws ActionErrors with every step that is none, or ActionError where they do not go together; each names the line
 */
function parseSteps(line) {
	const parsed = (0,errors/* checkEach */.Qi)(line.steps, (text) => parseStep(line, text));
	const tags = parsed.flatMap(({ tag }) => tag ?? []);
	const others = parsed.filter(({ tag }) => tag === undefined);
	const given = new Map(others.map(({ name, argument }) => [name, argument]));
	const repeated = others.find(({ name }, index) => others.findIndex((one) => one.name === name) < index);
	if (repeated !== undefined)
		throw (0,line_grammar/* lineError */.VH)(line, `has the step ${repeated.name} twice.`, 'Write it once.');
	checkCombinations(line, given);
	return toSteps(line.input, tags, given);
}
function parseStep(line, text) {
	const end = text.search(/\s|$/);
	const name = text.slice(0, end);
	const argument = text.slice(end).trim();
	const rule = STEPS[line.input].get(name);
	if (rule === undefined)
		throw unknownStep(line, name);
	if (rule === 'none' && argument !== '')
		throw (0,line_grammar/* lineError */.VH)(line, `has something after the step ${name}.`, `Write | ${name}.`);
	if (typeof rule === 'object' && argument !== '' && !rule.includes(argument)) {
		throw (0,line_grammar/* lineError */.VH)(line, `has something unknown after the step ${name}.`, `Write | ${name}, or | ${name} ${rule.join(', ')}.`);
	}
	checkPath(line, name, argument);
	return { name, argument, tag: name === 'tag' ? parseTag(line, argument) : undefined };
}
function unknownStep(line, name) {
	const names = [...STEPS[line.input].keys()];
	const expected = `Expected ${names.join(', ')}.`;
	if (name === '')
		return (0,line_grammar/* lineError */.VH)(line, 'has no step after a "|".', expected);
	if (names.includes(name.toLowerCase())) {
		return (0,line_grammar/* lineError */.VH)(line, 'has a step that is not in lower case.', `Write | ${name.toLowerCase()}.`);
	}
	const owners = Object.entries(STEPS).filter(([, steps]) => steps.has(name.toLowerCase()));
	if (owners.length === 0)
		return (0,line_grammar/* lineError */.VH)(line, 'has a step that does not exist.', expected);
	return (0,line_grammar/* lineError */.VH)(line, `has the step ${name.toLowerCase()}, which belongs to ${owners.map(([input]) => input).join(' and ')}.`, expected);
}
// The first "=" separates: a tag's value may hold more.
function parseTag(line, argument) {
	const equals = argument.indexOf('=');
	const key = argument.slice(0, Math.max(0, equals)).trim();
	if (key === '')
		throw (0,line_grammar/* lineError */.VH)(line, 'has a tag without its key or without a "=".', 'Write | tag KEY=VALUE.');
	return { key, value: argument.slice(equals + 1).trim() };
}
function checkPath(line, name, argument) {
	if (name === 'json' && /^\.|\.\.|\.$/.test(argument)) {
		throw (0,line_grammar/* lineError */.VH)(line, 'has a path with an empty part after the step json.', 'Write | json first.second.');
	}
}
function checkCombinations(line, given) {
	for (const [name, reason] of Object.entries(ALONE)) {
		const other = [...given.keys()].find((one) => one !== name);
		if (!given.has(name) || other === undefined)
			continue;
		throw (0,line_grammar/* lineError */.VH)(line, `has ${other} beside ${name}, ${reason}.`, `Only tag goes with ${name}: use two lines.`);
	}
	if (given.has('json') && given.has('file')) {
		throw (0,line_grammar/* lineError */.VH)(line, 'has json beside file.', 'A file holds the whole value, json its leaves: use two lines.');
	}
	if (given.has('pem') && given.get('file') === '3des') {
		throw (0,line_grammar/* lineError */.VH)(line, 'has file 3des beside pem.', 'A PEM file is not encrypted: write | file | pem, or | file 3des.');
	}
}
function toSteps(input, tags, given) {
	switch (input) {
		case 'secrets': {
			const path = given.get('json');
			return {
				kind: input,
				tags,
				attributes: given.has('attributes'),
				base64: given.has('base64'),
				json: path === undefined ? undefined : { path: path === '' ? undefined : path },
				file: given.has('file'),
				unmasked: given.has('unmasked'),
			};
		}
		case 'certificates': {
			const file = given.get('file');
			return {
				kind: input,
				tags,
				public: given.has('public'),
				file: file === undefined ? undefined : file === '3des' ? '3des' : 'default',
				pem: given.has('pem'),
				store: given.has('store'),
			};
		}
		case 'keys':
			return { kind: input, tags };
		default:
			throw input;
	}
}
// EXTERNAL MODULE: ./build/src/plan/variable-name.js
var variable_name = __nccwpck_require__(5861);
;// CONCATENATED MODULE: ./build/src/plan/claims.js
// Which line sets which output and variable: no two may set the same.



/** Expressions compare names without regard to case; of variables, `a-b` and `a_b` are one as well. */
function makeClaims({ exportEnv }) {
	const takenBy = new Map();
	return {
		claim: (claimant) => {
			const names = claimant.outputs.flatMap((output) => namesOf(output, exportEnv));
			const own = new Set();
			for (const name of names) {
				const other = takenBy.get(name.key);
				if (other?.essence === claimant.essence)
					return false;
				if (other !== undefined)
					throw outputClash(name, other.line, claimant.line);
				if (own.has(name.key))
					throw ownClash(name, claimant.line);
				if (name.isRefused)
					throw refusedVariable(name, claimant.line);
				own.add(name.key);
			}
			for (const key of own)
				takenBy.set(key, claimant);
			return true;
		},
	};
}
function namesOf(output, exportEnv) {
	const asOutput = {
		what: `the output "${output}"`,
		key: `output ${output.toLowerCase()}`,
		sameness: 'case does not count',
		isRefused: false,
	};
	if (!exportEnv)
		return [asOutput];
	const variable = (0,variable_name/* variableNameOf */.T)(output);
	const what = `the variable ${variable}`;
	const sameness = 'there case does not count, and - is _';
	return [asOutput, { what, key: what, sameness, isRefused: (0,variable_name/* changesLaterSteps */.B)(variable) }];
}
function refusedVariable({ what }, line) {
	return (0,line_grammar/* lineError */.VH)(line, `would set ${what}, which changes how later steps run.`, 'Write OTHER_NAME = NAME, or leave export-env out.');
}
function outputClash({ what, sameness }, first, second) {
	return new errors/* ActionError */.lZ({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs of one name',
		subject: (0,line_grammar/* describeLine */.ES)(second),
		problem: `would set ${what}, which ${(0,line_grammar/* describeLine */.ES)(first)} sets already (${sameness}).`,
		hint: 'Write OTHER_NAME = NAME in one of them.',
	});
}
// Only the leaves of a JSON text can be so, since they are named by whoever wrote it.
function ownClash({ what, sameness }, line) {
	return new errors/* ActionError */.lZ({
		code: 'OUTPUT_CLASH',
		title: 'Two outputs of one name',
		subject: (0,line_grammar/* describeLine */.ES)(line),
		problem: `would set ${what} twice (${sameness}).`,
		hint: 'Pick the leaves that you need, each in a line of its own: OUTPUT = NAME | json PATH.',
	});
}
// EXTERNAL MODULE: ./build/src/plan/cloud.js
var plan_cloud = __nccwpck_require__(4772);
// EXTERNAL MODULE: ./build/src/plan/destination.js
var plan_destination = __nccwpck_require__(153);
// EXTERNAL MODULE: ./build/src/plan/identifier.js
var identifier = __nccwpck_require__(7602);
// EXTERNAL MODULE: ./build/src/plan/pattern.js
var pattern = __nccwpck_require__(7703);
;// CONCATENATED MODULE: ./build/src/plan/plan.js
// Everything that is decided before the first request.








/**
 * The plan of a run.
 * @throws ActionErrors with every bad line and every contradiction between lines
 */
function makePlan(inputs) {
	const known = (0,plan_cloud/* findCloud */.n)(inputs.cloud);
	// Where there is no such cloud, or keyvault is no vault, the lines are still checked, so that one run reports all; the
	// plan is then not made.
	let vaultUrl = inputs.keyvault;
	const claims = makeClaims(inputs);
	const { cloud, places } = (0,errors/* checkAll */.K7)({
		cloud: () => (0,plan_cloud/* chooseCloud */.R)(inputs.cloud),
		vaultUrl: () => {
			if (inputs.keyvault !== undefined && known !== undefined)
				vaultUrl = (0,identifier/* parseKeyvault */.$t)(inputs.keyvault, known);
			return undefined;
		},
		places: () => placeLines(inputs.lines, { cloud: known, keyvaultUrl: () => vaultUrl, claims, noStore: inputs.noStore }),
	});
	return {
		cloud,
		first: addressOf(places),
		destinations: places.filter((place) => 'item' in place),
		patterns: places.filter((place) => 'pattern' in place),
		claims,
		exportEnv: inputs.exportEnv,
	};
}
function placeLines(lines, placing) {
	return (0,errors/* checkEach */.Qi)(lines, (raw) => {
		const place = placeLine((0,line_grammar/* parseLine */.A)(raw), placing);
		if (place === undefined)
			return [];
		return 'pattern' in place || claimOutputs(place, placing.claims) ? [place] : [];
	}).flat();
}
function placeLine(line, { cloud, keyvaultUrl, noStore }) {
	const { steps, parsed } = (0,errors/* checkAll */.K7)({
		steps: () => {
			const given = parseSteps(line);
			if (noStore !== undefined && given.kind === 'certificates' && given.store)
				throw (0,line_grammar/* lineError */.VH)(line, noStore.problem, noStore.hint);
			return given;
		},
		parsed: () => (0,identifier/* parseReference */.F2)(line, cloud),
	});
	if (parsed === undefined)
		return undefined;
	const { isPattern, ...reference } = parsed;
	const vaultUrl = reference.vaultUrl ?? keyvaultUrl();
	if (vaultUrl === undefined) {
		throw (0,line_grammar/* lineError */.VH)(line, 'is a name, and no vault is given.', 'Set "keyvault", or write the full identifier.');
	}
	if (!isPattern)
		return { line, output: (0,plan_destination/* chooseOutput */.$R)(line, reference), item: { ...reference, vaultUrl }, steps };
	(0,pattern/* checkRenaming */.Qm)(line, reference.name);
	return { line, vaultUrl, collection: reference.collection, pattern: reference.name, steps };
}
// There is one: the inputs name something, and nothing stands before the first line that it could repeat.
function addressOf(places) {
	const [first] = places;
	if ('item' in first && !(first.steps.kind === 'secrets' && first.steps.attributes))
		return first.item;
	const { vaultUrl, collection } = 'item' in first ? first.item : first;
	return { vaultUrl, collection };
}
/**
 * Claims the outputs of a destination. False where an earlier line has it already.
 * @throws ActionError where another line sets one of them
 */
function claimOutputs(destination, claims) {
	const { line, output, item, steps } = destination;
	const essence = JSON.stringify([output, (0,identifier/* identifierKey */.Z6)(item), steps]);
	return claims.claim({ line, essence, outputs: (0,plan_destination/* outputNames */.gr)(destination) });
}

/***/ }),

/***/ 186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  In: () => (findStoreSite),
  RN: () => (storeFolders),
  iB: () => (isStoreFolder)
});
var node_path_0 = __nccwpck_require__(6760);
// Where a user's certificate store is, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function findStoreSite(platform, variable) {
	switch (platform) {
		case 'linux': {
			const home = variable('HOME') ?? '';
			if (node_path_0.posix.isAbsolute(home))
				return { kind: 'files', folder: node_path_0.posix.join(home, ...FOLDERS) };
			return {
				kind: 'none',
				problem: 'has store, and HOME, below which .NET keeps the store, is not set to a folder.',
				hint: 'Set HOME to the home folder of the user that later steps run as.',
			};
		}
		case 'win32': {
			const folder = node_path_0.win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
			return {
				kind: 'windows',
				powershell: node_path_0.win32.join(folder, 'powershell.exe'),
				modules: node_path_0.win32.join(folder, 'Modules'),
			};
		}
		default:
			return {
				kind: 'none',
				problem: 'has store, which works on Linux and Windows, not on macOS.',
				hint: 'Write | file, and open NAME-path with NAME-password.',
			};
	}
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function storeFolders(folder) {
	const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
	return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Is it the path of a store of files? Others must not be touched. */
function isStoreFolder(path) {
	return node_path_0.posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && node_path_0.posix.normalize(path) === path;
}

/***/ }),

/***/ 5861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  B: () => (changesLaterSteps),
  T: () => (variableNameOf)
});
// Outputs as environment variables: their names, and which names a step must not set for those after it.
/** Of a program's search path, start-up files, libraries and preloads, a tool's settings, or the runner's own. */
const REFUSED_NAMES = [
	...['PATH', 'PATHEXT', 'COMSPEC', 'HOME', 'USERPROFILE', 'SHELL', 'SHELLOPTS', 'BASHOPTS', 'BASH_ENV', 'ENV', 'IFS'],
	...['PS4', 'PROMPT_COMMAND', 'ZDOTDIR', 'TMP', 'TEMP', 'TMPDIR', 'PSMODULEPATH', 'DOCKER_HOST'],
	...['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'MAVEN_OPTS', 'AZURE_AUTHORITY_HOST'],
];
const REFUSED_PREFIXES = [
	...['BASH_FUNC_', 'LD_', 'DYLD_', 'NODE_', 'NPM_CONFIG_', 'PYTHON', 'PIP_', 'PERL5', 'RUBY', 'GO', 'CARGO_'],
	...['DOTNET_', 'CORECLR_', 'COMPLUS_', 'GIT_', 'SSL_CERT_', 'OPENSSL_', 'IDENTITY_', 'MSI_', 'AZURE_POD_'],
	...['GITHUB_', 'RUNNER_', 'ACTIONS_', 'INPUT_', 'STATE_'],
];
const REFUSED_SUFFIXES = ['_PROXY'];
/** The variable of an output: upper case, with `_` for each hyphen. */
function variableNameOf(output) {
	return output.toUpperCase().replaceAll('-', '_');
}
/** Would a variable of this name, in upper case, change how later steps run? */
function changesLaterSteps(variable) {
	return (REFUSED_NAMES.includes(variable) ||
		REFUSED_PREFIXES.some((prefix) => variable.startsWith(prefix)) ||
		REFUSED_SUFFIXES.some((suffix) => variable.endsWith(suffix)));
}

/***/ }),

/***/ 4323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $l: () => (maskSecret),
  Bq: () => (trim),
  Zj: () => (maskLine),
  gC: () => (maskText),
  gf: () => (formsOfWhole),
  h_: () => (isMaskable),
  lH: () => (toWellFormed),
  mO: () => (toMasking),
  nV: () => (MIN_MASK_LENGTH),
  sD: () => (maskLines),
  wV: () => (encodedForms),
  yy: () => (joinMaskings)
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
/** All of the masks, and the first weakness. */
function joinMaskings(...maskings) {
	return {
		masks: maskings.flatMap(({ masks }) => masks),
		weakness: maskings.find(({ weakness }) => weakness !== undefined)?.weakness,
	};
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
// EXTERNAL MODULE: ./build/src/input/cloud-inputs.js
var cloud_inputs = __nccwpck_require__(1821);
// EXTERNAL MODULE: ./build/src/input/line-grammar.js
var line_grammar = __nccwpck_require__(8078);
// EXTERNAL MODULE: ./build/src/input/scalars.js
var scalars = __nccwpck_require__(5995);
;// CONCATENATED MODULE: ./build/src/input/fetch-inputs.js
// The inputs that choose what is fetched and how it is shown.




/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readPlanInputs(inputs) {
	return (0,src_errors/* checkAll */.K7)({
		cloud: () => (0,cloud_inputs/* readCloudInputs */.bm)(inputs),
		keyvault: () => (0,scalars/* readText */.yR)(inputs, 'keyvault'),
		lines: () => readLines(inputs),
		exportEnv: () => (0,scalars/* readBoolean */.Vf)(inputs, 'export-env', false),
	});
}
/**
 * Reads each of these inputs once.
 * @throws ActionErrors that name each input that is not what it should be
 */
function readFetchOptions(inputs) {
	return (0,src_errors/* checkAll */.K7)({
		ignoreMissing: () => (0,scalars/* readBoolean */.Vf)(inputs, 'ignore-missing', false),
		expiryWarningDays: () => (0,scalars/* readWholeNumber */.bf)(inputs, 'expiry-warning-days', 30),
		summary: () => (0,scalars/* readBoolean */.Vf)(inputs, 'summary', true),
	});
}
function readLines(inputs) {
	const lines = line_grammar/* LINES_INPUTS */.CW.flatMap((name) => (0,line_grammar/* splitLines */.uz)(name, inputs.input(name)));
	if (lines.length > 0)
		return lines;
	throw (0,scalars/* invalidInput */.aY)('secrets', 'names nothing to fetch, and neither do certificates and keys.', 'Name at least one, one a line. A variable or secret that is not set arrives here as an empty text.');
}
// EXTERNAL MODULE: ./build/src/plan/plan.js + 2 modules
var plan = __nccwpck_require__(9354);
;// CONCATENATED MODULE: ./build/src/plan/runner-places.js
/** The places that a plan needs. What is made there for the job is removed by the post step, which the state tells of it. */
function runnerPlaces({ exportEnv, destinations, patterns, }) {
	const steps = [...destinations, ...patterns].map((place) => place.steps);
	const writesFiles = steps.some((one) => one.kind !== 'keys' && Boolean(one.file));
	const fillsStore = steps.some((one) => one.kind === 'certificates' && one.store);
	return [
		...(exportEnv ? ['GITHUB_ENV'] : []),
		...(writesFiles || fillsStore ? ['GITHUB_STATE', 'RUNNER_TEMP'] : []),
	];
}
// EXTERNAL MODULE: ./build/src/plan/store-site.js
var store_site = __nccwpck_require__(186);
// EXTERNAL MODULE: ./build/src/input/sign-in-inputs.js + 1 modules
var sign_in_inputs = __nccwpck_require__(9499);
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
	'client-certificate': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(233), __nccwpck_require__.e(770)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2770))).clientCertificateMethod,
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
// EXTERNAL MODULE: ./build/src/secret-text.js
var secret_text = __nccwpck_require__(3689);
// EXTERNAL MODULE: ./build/src/http/transport.js + 3 modules
var transport = __nccwpck_require__(4191);
// EXTERNAL MODULE: ./build/src/plan/cloud.js
var cloud = __nccwpck_require__(4772);
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
	for (const { vaultUrl } of items.slice(0, transport/* MAX_SOCKETS */.IX))
		counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
	for (const [vaultUrl, count] of counts)
		connectAhead(vaultUrl, count);
}
// Where the inputs name none, the plan says why.
function findAuthorityHost(inputs) {
	try {
		return (0,cloud/* findCloud */.n)((0,cloud_inputs/* readCloudInputs */.bm)(inputs))?.authorityHost;
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
// EXTERNAL MODULE: ./build/src/export/annotate.js
var annotate = __nccwpck_require__(7770);
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
		(0,annotate/* annotateAll */.u)(ports.log, 'error', describeErrors(errors));
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
;// CONCATENATED MODULE: ./build/src/flow/fetch-secrets.js







/** Runs the root action. True where the step succeeded; where it did not, the annotations say why. */
function fetchSecrets(ports) {
	return runStory(ports, async () => {
		const { credential, plan, options } = await decide(ports);
		const items = [...plan.destinations.map(({ item }) => item), ...plan.patterns];
		const open = await openSession(ports, {
			credential,
			cloud: plan.cloud,
			firstItem: plan.first,
			items,
			load: loadFetchAndExport,
		});
		const { fetchAndExport } = await loadFetchAndExport();
		await fetchAndExport({ plan, options, open }, ports);
	});
}
function loadFetchAndExport() {
	return __nccwpck_require__.e(/* import() */ 524).then(__nccwpck_require__.bind(__nccwpck_require__, 9524));
}
// Everything that can be known before the first request, and every mistake in it.
async function decide(ports) {
	const credential = await (0,src_errors/* settle */.G9)(decideCredential(ports));
	const decisions = (0,src_errors/* checkAll */.K7)({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential,
		plan: () => (0,plan/* makePlan */.C)({ ...readPlanInputs(ports.inputs), ...findNoStore(ports) }),
		options: () => readFetchOptions(ports.inputs),
	});
	checkRunner(ports, runnerPlaces(decisions.plan));
	return decisions;
}
function findNoStore({ machine, inputs }) {
	const site = (0,store_site/* findStoreSite */.In)(machine.platform, inputs.variable);
	return site.kind === 'none' ? { noStore: site } : {};
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
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
	const { send, connectAhead } = (0,transport/* makeHttpsTransport */.rd)(USER_AGENT);
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
		localTransport: (0,transport/* makeLocalTransport */.lP)(USER_AGENT),
		machine: realMachine,
		clock: { nowMs: () => Date.now(), sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)) },
		randomFraction: () => Math.random(),
		randomBytes: (length) => (0,external_node_crypto_.randomBytes)(length),
	};
}
const real_ports_annotate = { error: core_error, warning: warning, notice: notice };
const log = {
	info: (line) => info(toLogLine(line)),
	debug: (lines) => {
		if (isDebug())
			for (const line of lines())
				core_debug(line);
	},
	annotate: (level, { title, text }) => real_ports_annotate[level](text, { title }),
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
;// CONCATENATED MODULE: ./build/src/entry/get.js
// The program of the root action.


runFlow(fetchSecrets);
