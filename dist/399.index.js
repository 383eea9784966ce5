"use strict";
exports.id = 399;
exports.ids = [399,780];
exports.modules = {

/***/ 1780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  unknownObjectError: () => (unknownObjectError),
  unreachableVaultError: () => (unreachableVaultError),
  vaultRefusedError: () => (vaultRefusedError)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __webpack_require__(6088);
// EXTERNAL MODULE: ./build/src/plan/identifier.js
var plan_identifier = __webpack_require__(7602);
;// CONCATENATED MODULE: ./build/src/keyvault/vault-advice.js
/** The advice for a refusal. */
function vaultAdvice(refusal, request) {
	const known = refusal.code === undefined ? undefined : BY_CODE.get(refusal.code);
	if (known !== undefined)
		return known(refusal, request);
	if (refusal.status === 401)
		return unauthorized(refusal, request);
	return byStatus(refusal.status);
}
/** For what is not in the vault. */
const NOT_FOUND_ADVICE = {
	code: 'VAULT_NOT_FOUND',
	title: 'not found',
	meaning: 'there is no such object or version in the vault',
	hint: 'Compare the name with the vault, whose names have hyphens but no underscores or dots. What was deleted lately can be recovered in the portal.',
};
const notFound = () => NOT_FOUND_ADVICE;
const disabled = () => ({
	code: 'VAULT_DISABLED',
	title: 'disabled',
	meaning: 'it is disabled',
	hint: 'Enable this version in the vault, or ask for another one: NAME/VERSION.',
});
const operationForbidden = () => ({
	code: 'VAULT_KEY_OPERATION_FORBIDDEN',
	title: 'not a signing key',
	meaning: 'the key is not allowed to sign',
	hint: 'Issue the certificate anew with "digitalSignature" among the key usages of its policy, which the default policy has.',
});
const deleted = () => ({
	code: 'VAULT_DELETED',
	title: 'deleted, but not purged',
	meaning: 'an object of this name has been deleted and can still be recovered, which keeps the name taken',
	hint: 'Recover it ("az keyvault secret recover"), or purge it, which cannot be undone ("az keyvault secret purge"). Either takes some seconds.',
});
const forbiddenByRbac = (refusal, request) => ({
	code: 'VAULT_FORBIDDEN_BY_RBAC',
	title: 'no role',
	meaning: `${describeCaller(refusal)} has no role that allows ${refusal.action ?? 'this'}`,
	hint: `Assign it "${leastRole(request)}" ${placeOfRole(request)} A new assignment needs some minutes. Owner and Contributor give no access to data.`,
});
const forbiddenByPolicy = (refusal, { identifier, operation = 'get' }) => ({
	code: 'VAULT_FORBIDDEN_BY_POLICY',
	title: 'no permission',
	meaning: `the vault's access policies do not allow ${describeCaller(refusal)} to ${operation} ${identifier.collection}`,
	hint: `Give it "${operation}" of ${identifier.collection} in an access policy of the vault. (With role-based access instead: "${leastRole({ identifier, operation })}".)`,
});
const forbiddenByFirewall = (refusal) => ({
	code: 'VAULT_FORBIDDEN_BY_FIREWALL',
	title: 'kept out by the firewall',
	meaning: `the vault's firewall keeps out this runner${refusal.clientAddress === undefined ? '' : `, whose address is ${refusal.clientAddress}`}`,
	hint: 'Use a self-hosted runner or a larger runner with a network of your own that the vault allows. "Allow trusted Microsoft services" does not include GitHub.',
});
const forbiddenByConnection = () => ({
	code: 'VAULT_FORBIDDEN_BY_CONNECTION',
	title: 'private access only',
	meaning: 'the vault takes no requests from public networks',
	hint: 'Use a runner inside the virtual network of its private endpoint.',
});
const throttled = () => ({
	code: 'VAULT_THROTTLED',
	title: 'too many requests',
	meaning: 'the vault is busy with too many requests',
	hint: 'A vault answers 4,000 reads in 10 seconds: start fewer jobs at a time (max-parallel), or spread them over several vaults.',
});
const badParameter = () => ({
	code: 'VAULT_BAD_REQUEST',
	title: 'request refused',
	meaning: 'the vault does not take the name or version',
	hint: 'Compare both with the identifier that the portal shows.',
});
const BY_CODE = new Map([
	['SecretNotFound', notFound],
	['CertificateNotFound', notFound],
	['KeyNotFound', notFound],
	['SecretDisabled', disabled],
	['CertificateDisabled', disabled],
	['KeyDisabled', disabled],
	['KeyOperationForbidden', operationForbidden],
	['ObjectIsDeletedButRecoverable', deleted],
	['ObjectIsBeingDeleted', deleted],
	['ForbiddenByRbac', forbiddenByRbac],
	['ForbiddenByPolicy', forbiddenByPolicy],
	['AccessDenied', forbiddenByPolicy],
	['ForbiddenByFirewall', forbiddenByFirewall],
	['ForbiddenByConnection', forbiddenByConnection],
	['Throttled', throttled],
	['BadParameter', badParameter],
]);
function unauthorized(_refusal, { signedIn, challenged }) {
	// Two GUIDs can be compared; a domain name may be of the same tenant.
	const elsewhere = signedIn !== undefined &&
		challenged !== undefined &&
		GUID.test(signedIn) &&
		GUID.test(challenged) &&
		signedIn.toLowerCase() !== challenged.toLowerCase();
	return {
		code: 'VAULT_UNAUTHORIZED',
		title: 'token not accepted',
		meaning: elsewhere
			? `the vault trusts tenant ${challenged}, and the sign-in was in tenant ${signedIn}`
			: 'the vault does not accept the token, nor a second one',
		hint: elsewhere
			? 'Set tenant-id to the tenant of the vault, and client-id to an application of that tenant.'
			: 'Compare "cloud" and "tenant-id" with those of the vault.',
	};
}
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function byStatus(status) {
	if (status >= 300 && status < 400) {
		return {
			code: 'VAULT_REDIRECT',
			title: 'redirect',
			meaning: 'the answer is a redirect, which is never followed',
			hint: 'This is not how Key Vault answers: look at a proxy in between.',
		};
	}
	if (status === 408 || status === 429 || status >= 500) {
		return {
			code: 'VAULT_UNAVAILABLE',
			title: 'failing',
			meaning: 'the vault is busy or failing',
			hint: 'Run the job again later; see https://azure.status.microsoft.',
		};
	}
	return {
		code: 'VAULT_REFUSED',
		title: 'request refused',
		meaning: 'the vault refused the request',
		hint: 'Look at a proxy in between, and at the log of the vault.',
	};
}
function describeCaller({ appId, objectId }) {
	const ids = [appId && `client ID ${appId}`, objectId && `object ID ${objectId}`].filter(Boolean).join(', ');
	return ids === '' ? 'the identity' : `the identity (${ids})`;
}
function leastRole({ identifier: { collection }, operation }) {
	if (operation === 'sign')
		return 'Key Vault Crypto User';
	if (operation === 'set')
		return 'Key Vault Secrets Officer';
	return collection === 'secrets' && operation !== 'list' ? 'Key Vault Secrets User' : 'Key Vault Reader';
}
function placeOfRole({ identifier: { collection, name } }) {
	if (name !== undefined)
		return 'on the vault, or on this object alone.';
	if (collection !== 'secrets')
		return 'on the whole vault, since a list is of all objects.';
	return 'on the whole vault, since a list is of all objects; "Key Vault Secrets User", which reading values needs, lists as well.';
}
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __webpack_require__(1996);
// EXTERNAL MODULE: ./build/src/http/json.js
var json = __webpack_require__(6102);
;// CONCATENATED MODULE: ./build/src/keyvault/vault-refusal.js
// An error answer of a vault, reduced to what may be shown.

/** Reads an error answer; what is missing or malformed is undefined. */
function readVaultRefusal(response) {
	const error = (0,json/* asObject */.eB)((0,json/* parseJsonObject */.dw)(response.body)?.['error']);
	const code = (0,json/* asText */.e1)(error?.['code'], CODE);
	const innerCode = (0,json/* asText */.e1)((0,json/* asObject */.eB)(error?.['innererror'])?.['code'], CODE);
	const message = typeof error?.['message'] === 'string' ? error['message'] : '';
	return {
		status: response.status,
		code: innerCode ?? code,
		akvCode: found(/^(AKV\d{5})\b/, message),
		appId: found(/\bappid=([0-9a-f-]{36})\b/i, message),
		objectId: found(/\boid=([0-9a-f-]{36})\b/i, message),
		clientAddress: found(/\bClient address: ([0-9a-f.:]{3,45}?)\.?(?:\s|$)/i, message),
		action: found(/\bAction: '(Microsoft\.KeyVault\/[A-Za-z/]{1,100})'/, message),
		requestId: (0,json/* asText */.e1)(response.headers['x-ms-request-id'], /^[0-9a-z-]{1,64}$/i),
	};
}
const CODE = /^[A-Za-z]{1,64}$/;
function found(pattern, text) {
	return pattern.exec(text)?.[1];
}
;// CONCATENATED MODULE: ./build/src/keyvault/refused-by-vault.js
// Refusals of a vault, in words that help. Loaded when there is one.






/** The error for an answer of another status than 200. */
function vaultRefusedError(response, identifier, request = {}) {
	const refusal = readVaultRefusal(response);
	const advice = vaultAdvice(refusal, { ...request, identifier });
	const codes = [`HTTP ${refusal.status}`, refusal.code, refusal.akvCode]
		.filter((code) => code !== undefined)
		.join(', ');
	return new errors/* ActionError */.lZ({
		code: advice.code,
		title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: ${advice.title}`,
		subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
		problem: `${advice.meaning} (${codes}).`,
		hint: advice.hint,
		...(refusal.requestId !== undefined && { requestId: `request ID ${refusal.requestId}` }),
	});
}
/** The error for an object or version of which a list says that there is none. */
function unknownObjectError(identifier) {
	const { code, title, meaning, hint } = NOT_FOUND_ADVICE;
	return new errors/* ActionError */.lZ({
		code,
		title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: ${title}`,
		subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
		problem: `${meaning} (the list of its versions has none).`,
		hint,
	});
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableVaultError(error, identifier) {
	if (!(error instanceof transport_error/* TransportError */.w))
		throw error;
	return new errors/* ActionError */.lZ({
		code: error.failure === 'too-large' ? 'VAULT_ANSWER_TOO_LARGE' : vault_error/* UNREACHABLE */.Dr,
		title: `${(0,plan_identifier/* vaultHost */.Df)(identifier.vaultUrl)}: no answer`,
		subject: (0,vault_error/* describeIdentifier */.fY)(identifier),
		problem: `${error.message}.`,
		hint: UNREACHABLE_HINTS[error.failure],
		cause: error,
	});
}
const UNREACHABLE_HINTS = {
	'host-not-found': 'The vault\'s name is misspelt, the vault is in another cloud (set "cloud"), or it has a private endpoint whose DNS zone this runner does not use.',
	certificate: 'Where a proxy or a private vault has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
	proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
	'too-large': 'This is not how Key Vault answers: look at a proxy in between.',
	'time-out': "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
	connection: "Look at the network of the runner, its firewall and HTTPS_PROXY, and at the vault's private endpoint.",
};

/***/ }),

/***/ 1996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  Dr: () => (UNREACHABLE),
  I: () => (kindOf),
  IP: () => (NO_MATCH),
  W3: () => (unusableAnswerError),
  fY: () => (describeIdentifier),
  j5: () => (withoutTagError),
  lV: () => (MISSING)
});
var _errors_js_0 = __webpack_require__(7406);
var _plan_identifier_js_1 = __webpack_require__(7602);
// What can be said of a vault's object without a refusal: its name for people, codes, and errors that come without one.


/** Code of the error for what is not in the vault. */
const NOT_FOUND = 'VAULT_NOT_FOUND';
/** Code of the error for what is in the vault, but does not carry the tags that the line asks for. */
const WITHOUT_TAG = 'VAULT_WITHOUT_TAG';
/** Code of the error for a pattern that matches nothing that can be used. */
const NO_MATCH = 'VAULT_NO_MATCH';
/** Codes of the errors for what is missing, and which `ignore-missing` covers. */
const MISSING = [NOT_FOUND, WITHOUT_TAG, NO_MATCH];
/** Code of the error for a vault that gives no answer. */
const UNREACHABLE = 'VAULT_UNREACHABLE';
/** The error for an object that does not carry a tag. */
function withoutTagError(identifier, tagKey) {
	return new _errors_js_0/* .ActionError */ .lZ({
		code: WITHOUT_TAG,
		title: `${(0,_plan_identifier_js_1/* .vaultHost */ .Df)(identifier.vaultUrl)}: without the tag`,
		subject: describeIdentifier(identifier),
		problem: `it does not carry the tag ${tagKey} with the value that the line asks for.`,
		hint: 'Compare both with the tags in the vault, where case counts.',
	});
}
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

/***/ })

};
