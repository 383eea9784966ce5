"use strict";
exports.id = 409;
exports.ids = [409];
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

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  workloadIdentityMethod: () => (workloadIdentityMethod)
});
var _errors_js_0 = __webpack_require__(7406);
var _federated_token_js_1 = __webpack_require__(834);
var _required_js_2 = __webpack_require__(3181);
var _token_request_js_3 = __webpack_require__(9963);
// Workload identity: a token file that the platform keeps fresh, such as on runners in Azure Kubernetes Service.
// https://azure.github.io/azure-workload-identity




const VARIABLE = 'AZURE_FEDERATED_TOKEN_FILE';
/** The file is read anew for each exchange, since the platform replaces it. */
const workloadIdentityMethod = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason, variable, machine }) => ({
		kind: 'workload-identity',
		reason,
		tenantId: inputs.tenantId?.value,
		...(0,_errors_js_0/* .checkAll */ .K7)({
			clientId: () => (0,_required_js_2/* .requiredClientId */ .I_)(inputs),
			tokenFile: () => {
				const tokenFile = variable(VARIABLE);
				if (tokenFile === undefined)
					throw tokenFileError('is not set.');
				readTokenFile(machine, tokenFile);
				return tokenFile;
			},
		}),
	}),
	secretsOf: () => [],
	getToken: async ({ clientId, tokenFile }, target, context) => {
		const idToken = readTokenFile(context.machine, tokenFile);
		context.mask(idToken);
		return (0,_federated_token_js_1/* .exchangeFederatedToken */ .L)({ clientId, idToken }, target, context);
	},
};
function readTokenFile(machine, path) {
	const token = (0,_token_request_js_3/* .asToken */ .W1)(readText(machine, path).trim());
	if (token === undefined)
		throw tokenFileError('names a file that holds no token.');
	return token;
}
function readText(machine, path) {
	try {
		return machine.readFile(path, 64 * 1024).toString('utf8');
	}
	catch (error) {
		throw tokenFileError('names a file that cannot be read.', error);
	}
}
function tokenFileError(problem, cause) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: 'TOKEN_FILE_UNUSABLE',
		title: 'No workload identity here',
		subject: VARIABLE,
		problem,
		hint: 'The webhook of Microsoft Entra Workload ID sets it in pods that carry its label and service account.',
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
