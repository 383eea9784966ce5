"use strict";
exports.id = 828;
exports.ids = [828];
exports.modules = {

/***/ 5066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  c: () => (makeClientAssertion),
  g: () => (assertionFields)
});
var node_crypto_0 = __webpack_require__(7598);
var _secret_text_js_1 = __webpack_require__(3689);
// A client's own proof: a JWT that it signs with the key of its certificate (RFC 7523 section 2.2).
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials


/** The documentation advises five to ten minutes. */
const LIFE_SECONDS = 600;
/** A fresh assertion, good for ten minutes. @throws whatever `sign` throws */
async function makeClientAssertion({ clientId, audience, certificate }, { clock, randomBytes }, sign) {
	const nowSeconds = Math.floor(clock.nowMs() / 1000);
	const header = {
		alg: 'PS256',
		typ: 'JWT',
		'x5t#S256': (0,node_crypto_0.createHash)('sha256').update(certificate).digest('base64url'),
	};
	const claims = {
		aud: audience,
		iss: clientId,
		sub: clientId,
		jti: formatGuid(randomBytes(16)),
		nbf: nowSeconds,
		iat: nowSeconds,
		exp: nowSeconds + LIFE_SECONDS,
	};
	const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
	const signature = await sign(Buffer.from(text));
	return new _secret_text_js_1/* .SecretText */ .o(`${text}.${signature.toString('base64url')}`);
}
// Of the form alone: nothing needs the bits that tell one kind of GUID from another.
function formatGuid(bytes) {
	return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The form of a token request that an assertion speaks for, be it the client's own or another issuer's ID token. */
function assertionFields(assertion) {
	return {
		grant_type: 'client_credentials',
		client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
		client_assertion: assertion,
	};
}

/***/ }),

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  githubOidcMethod: () => (githubOidcMethod)
});
var _errors_js_0 = __webpack_require__(7406);
var _http_json_js_8 = __webpack_require__(6102);
var _http_send_js_1 = __webpack_require__(2658);
var _http_transport_error_js_2 = __webpack_require__(6088);
var _secret_text_js_3 = __webpack_require__(3689);
var _federated_token_js_4 = __webpack_require__(834);
var _id_token_permission_js_7 = __webpack_require__(3477);
var _required_js_5 = __webpack_require__(3181);
var _token_request_js_6 = __webpack_require__(9963);
// GitHub OIDC: the job's own identity, no stored secret.
// https://docs.github.com/actions/reference/security/oidc









/** Each exchange takes a fresh ID token: one lives about five minutes. */
const githubOidcMethod = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason, variable }) => ({
		kind: 'github-oidc',
		reason,
		tenantId: inputs.tenantId?.value,
		...(0,_errors_js_0/* .checkAll */ .K7)({
			clientId: () => (0,_required_js_5/* .requiredClientId */ .I_)(inputs),
			request: () => idTokenRequest(variable),
		}),
	}),
	secretsOf: ({ request }) => [request.token],
	getToken: async (credential, target, context) => {
		const idToken = await getIdToken(credential.request, target.oidcAudience, context);
		context.mask(idToken);
		return (0,_federated_token_js_4/* .exchangeFederatedToken */ .L)({ clientId: credential.clientId, idToken }, target, context);
	},
};
function idTokenRequest(variable) {
	const url = variable(_id_token_permission_js_7/* .URL_VARIABLE */ .tF);
	const token = variable(_id_token_permission_js_7/* .TOKEN_VARIABLE */ .bG);
	if (url !== undefined && URL.canParse(url) && token !== undefined)
		return { url, token: new _secret_text_js_3/* .SecretText */ .o(token) };
	throw new _errors_js_0/* .ActionError */ .lZ({
		code: 'ID_TOKEN_NOT_PERMITTED',
		title: 'No ID token for this job',
		subject: 'github-oidc',
		problem: 'the job may not ask for an ID token.',
		hint: 'Add "permissions: id-token: write" to the job. Pull requests from forks never get it.',
	});
}
async function getIdToken(request, audience, context) {
	const url = new URL(request.url);
	url.searchParams.set('audience', audience);
	const headers = { authorization: new _secret_text_js_3/* .SecretText */ .o(`Bearer ${request.token.reveal()}`) };
	const response = await (0,_http_send_js_1/* .send */ .t)({ method: 'GET', url: url.href, headers }, context).catch((error) => {
		if (!(error instanceof _http_transport_error_js_2/* .TransportError */ .w))
			throw error;
		throw idTokenError(`${error.message}.`, error);
	});
	if (response.status !== 200)
		throw idTokenError(`HTTP ${response.status}.`);
	const idToken = (0,_token_request_js_6/* .asToken */ .W1)((0,_http_json_js_8/* .parseJsonObject */ .dw)(response.body)?.['value']);
	if (idToken === undefined)
		throw idTokenError('the answer holds no ID token.');
	return idToken;
}
function idTokenError(problem, cause) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'ID_TOKEN_NOT_GIVEN',
		title: 'GitHub gave no ID token',
		subject: 'ID token of GitHub',
		problem,
		hint: 'Run the job again later; see https://www.githubstatus.com.',
		cause,
	});
}

/***/ }),

/***/ 834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  L: () => (exchangeFederatedToken)
});
var _claims_js_2 = __webpack_require__(481);
var _client_assertion_js_0 = __webpack_require__(5066);
var _exchange_token_js_1 = __webpack_require__(6489);



/** Refusals that mean that issuer, subject or audience are not those of a federated credential. */
const MISMATCHES = [70021, 700211, 700212, 700213, 7002138];
/** Exchanges the ID token; a refusal shows what the token says of itself, so that it can be compared. */
function exchangeFederatedToken({ clientId, idToken }, target, context) {
	const exchange = { clientId, fields: (0,_client_assertion_js_0/* .assertionFields */ .g)(idToken), notes: [describeMismatch(idToken)] };
	return (0,_exchange_token_js_1/* .exchangeToken */ .r)(exchange, target, context);
}
function describeMismatch(idToken) {
	const claims = (0,_claims_js_2/* .decodeClaims */ .Yq)(idToken);
	const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map((name) => (0,_claims_js_2/* .claimText */ .Q1)(claims, name) ?? '(unreadable)');
	return {
		errorCodes: MISMATCHES,
		text: `The ID token says: issuer ${issuer}, subject ${subject}, audience ${audience}. Give the application (or the managed identity) a federated credential with exactly these three.`,
	};
}

/***/ })

};
