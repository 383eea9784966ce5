"use strict";
exports.id = 226;
exports.ids = [226];
exports.modules = {

/***/ 4845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adviceOf: () => (adviceOf),
  refusedSignInError: () => (refusedSignInError),
  unreachableAuthorityError: () => (unreachableAuthorityError),
  unusableAnswerError: () => (unusableAnswerError)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/transport-error.js
var transport_error = __webpack_require__(6088);
;// CONCATENATED MODULE: ./build/src/entra/aadsts.js
// What the error numbers of Microsoft Entra ID mean, and what to do about each.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for single ones, https://login.microsoftonline.com/error?code=NUMBER
const CHECK_CLIENT = {
	meaning: 'the application is not known in this tenant',
	advice: 'Compare client-id with the "Application (client) ID" of the app registration and tenant-id with its "Directory (tenant) ID". An application of another tenant needs consent in this one first.',
};
const CHECK_FEDERATION = {
	meaning: 'no federated credential of the application matches the ID token',
	advice: 'Issuer, subject and audience must match to the letter, capitals included. Repositories created, renamed or transferred since 2026-07-15 carry numeric IDs in the subject. A new federated credential needs a few minutes.',
};
const CHECK_ASSERTION = {
	meaning: 'the client assertion is malformed',
	advice: 'Report this as a defect of the action, with the correlation ID.',
};
const CHECK_CLOUD = {
	meaning: 'the tenant is in another cloud',
	advice: 'Set "cloud" to us-government or china, whichever the tenant belongs to.',
};
const CHECK_SCOPE = {
	meaning: 'the scope is not valid',
	advice: "A scope of an application is one service's application ID URI and /.default.",
};
const NO_TENANT = {
	meaning: 'the request names no tenant',
	advice: 'Set tenant-id.',
};
const NEEDS_PERSON = {
	meaning: 'a second factor is demanded',
	advice: 'A workflow cannot give one: sign in as an application, not as a user.',
};
/** Advice by the number after `AADSTS`. */
const AADSTS_ADVICE = new Map([
	[
		7000215,
		{
			meaning: 'wrong client secret',
			advice: "Use the secret's value, which the portal shows once, not its secret ID. A secret made less than two minutes ago may not be known yet.",
		},
	],
	[
		7000222,
		{
			meaning: 'the client secret has expired',
			advice: 'Make a new one under "Certificates & secrets" of the app registration, or sign in without any secret (a federated credential).',
		},
	],
	[700016, CHECK_CLIENT],
	[70001, CHECK_CLIENT],
	[700011, CHECK_CLIENT],
	[
		7000112,
		{
			meaning: 'the application is disabled in this tenant',
			advice: 'Turn on "Enabled for users to sign in" in the properties of the enterprise application.',
		},
	],
	[
		90002,
		{
			meaning: 'the tenant does not exist',
			advice: 'Compare tenant-id with the directory (tenant) ID or a verified domain. A tenant of another cloud needs "cloud".',
		},
	],
	[
		900023,
		{
			meaning: 'the tenant is malformed',
			advice: 'tenant-id must be a GUID or a domain name, without quotes or spaces.',
		},
	],
	[
		900144,
		{
			meaning: 'a part of the request is empty',
			advice: 'An input comes from a variable or secret that is not set: look at client-id and tenant-id.',
		},
	],
	[50059, NO_TENANT],
	[90019, NO_TENANT],
	[700211, CHECK_FEDERATION],
	[700212, CHECK_FEDERATION],
	[700213, CHECK_FEDERATION],
	[7002138, CHECK_FEDERATION],
	[70021, CHECK_FEDERATION],
	[
		700024,
		{
			meaning: 'the client assertion is outside its time',
			advice: "Set the runner's clock. An ID token of GitHub lives about five minutes.",
		},
	],
	[
		700027,
		{
			meaning: 'the certificate is not one of the application',
			advice: 'Upload its public part under "Certificates & secrets" of the app registration.',
		},
	],
	[700021, CHECK_ASSERTION],
	[700023, CHECK_ASSERTION],
	[50027, CHECK_ASSERTION],
	[
		700030,
		{ meaning: "the certificate's subject is not authorised", advice: 'Authorise it for subject-name authentication.' },
	],
	[
		7000218,
		{
			meaning: 'neither a secret nor an assertion was accepted',
			advice: 'For device-code, turn on "Allow public client flows" in the app registration.',
		},
	],
	[
		700025,
		{
			meaning: 'a public client must not send credentials',
			advice: 'Sign in with device-code, or as a confidential client.',
		},
	],
	[
		500011,
		{
			meaning: 'the tenant knows no such service',
			advice: 'Where the service is a vault, it is in another cloud than the tenant: set "cloud". Of another service, compare the scope with its application ID URI; it may not be installed in this tenant.',
		},
	],
	[
		650057,
		{
			meaning: 'the application does not ask for this service',
			advice: 'Add the API permission "Azure Key Vault \u2192 user_impersonation" to the app registration.',
		},
	],
	[65001, { meaning: 'consent is missing', advice: "Grant admin consent for the application's API permissions." }],
	[70011, CHECK_SCOPE],
	[1002012, CHECK_SCOPE],
	[
		7000229,
		{
			meaning: 'the application is not installed in this tenant',
			advice: 'Make its enterprise application: "az ad sp create --id CLIENT_ID" in the tenant, or grant it admin consent there.',
		},
	],
	[
		501051,
		{
			meaning: 'the application has no role of this service',
			advice: 'The service demands an assignment: give the application one of its roles, with admin consent, or turn off "Assignment required" of the service.',
		},
	],
	[50034, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
	[50020, { meaning: 'the user is not in this tenant', advice: "Set tenant-id to the user's own tenant." }],
	[50076, NEEDS_PERSON],
	[50079, NEEDS_PERSON],
	[50158, NEEDS_PERSON],
	[
		53003,
		{
			meaning: 'blocked by Conditional Access',
			advice: "A policy for workload identities keeps this runner out, most often by its address. Use a runner in the allowed network, or except the application's service principal.",
		},
	],
	[530035, { meaning: 'blocked by security defaults', advice: 'Sign in as an application, not as a user.' }],
	[
		50105,
		{
			meaning: 'the application is not assigned',
			advice: 'Assign it under "Users and groups" of the enterprise application, or turn off "Assignment required".',
		},
	],
	[90038, CHECK_CLOUD],
	[900382, CHECK_CLOUD],
	[900432, CHECK_CLOUD],
]);
;// CONCATENATED MODULE: ./build/src/entra/token-error.js
// Refusals of the token endpoint, in words that help.



/** What is known of an AADSTS number; undefined where nothing is. */
function adviceOf(errorCode) {
	return errorCode === undefined ? undefined : AADSTS_ADVICE.get(errorCode);
}
/** The error for an answer that is no token. */
function refusedSignInError(status, refusal, attempt) {
	const { error, errorCode, correlationId } = refusal;
	const known = adviceOf(errorCode);
	const number = errorCode === undefined ? undefined : `AADSTS${errorCode}`;
	const codes = [`HTTP ${status}`, error, number].filter((code) => code !== undefined).join(', ');
	const meaning = known?.meaning ?? (status >= 300 && status < 400 ? 'it redirects, which is never followed' : undefined);
	return new errors/* ActionError */.lZ({
		code: number === undefined ? 'ENTRA_REFUSED' : `ENTRA_${number}`,
		title: `${kindOf(attempt)} refused${meaning === undefined ? '' : `: ${meaning}`}`,
		subject: describeAttempt(attempt),
		problem: `refused with ${codes}${meaning === undefined ? '' : `: ${meaning}`}.`,
		hint: describeHints(notesFor(errorCode, attempt), known?.advice ?? adviceForStatus(status, number)),
		...(correlationId !== undefined && { requestId: `correlation ID ${correlationId}` }),
	});
}
function notesFor(errorCode, { notes }) {
	return notes.filter(({ errorCodes }) => errorCodes === undefined || (errorCode !== undefined && errorCodes.includes(errorCode)));
}
function describeHints(notes, advice) {
	const texts = notes.map(({ text }) => text);
	return (notes.some(({ replacesAdvice }) => replacesAdvice) ? texts : [...texts, advice]).join(' ');
}
function adviceForStatus(status, number) {
	if (number !== undefined)
		return `See https://login.microsoftonline.com/error?code=${number.slice('AADSTS'.length)}.`;
	if (status === 429 || status >= 500)
		return 'Microsoft Entra ID is busy or failing: run the job again later.';
	return 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.';
}
/** The error for an answer of status 200 that holds no token. */
function unusableAnswerError(attempt) {
	return new errors/* ActionError */.lZ({
		code: 'ENTRA_ANSWER_UNUSABLE',
		title: `${kindOf(attempt)} failed`,
		subject: describeAttempt(attempt),
		problem: 'the answer holds no usable token.',
		hint: 'This is not how Microsoft Entra ID answers: look at authority-host, and at a proxy in between.',
	});
}
/** The error for a request that got no answer. Anything but a {@link TransportError} is thrown on. */
function unreachableAuthorityError(error, attempt) {
	if (!(error instanceof transport_error/* TransportError */.w))
		throw error;
	return new errors/* ActionError */.lZ({
		code: 'ENTRA_UNREACHABLE',
		title: `${kindOf(attempt)} failed: no answer`,
		subject: describeAttempt(attempt),
		problem: `${error.message}.`,
		hint: UNREACHABLE_HINTS[error.failure],
		cause: error,
	});
}
const UNREACHABLE_HINTS = {
	'host-not-found': 'Look at "authority-host" and "cloud", and at the name resolution of the runner.',
	certificate: 'Where a proxy or a private authority has a CA of its own, set NODE_EXTRA_CA_CERTS in the env of the step.',
	proxy: 'Look at HTTPS_PROXY and NO_PROXY.',
	'too-large': 'This is not how Microsoft Entra ID answers: look at "authority-host".',
	'time-out': 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
	connection: 'Look at the network of the runner, its firewall and HTTPS_PROXY, then run the job again.',
};
function kindOf({ token }) {
	return token === undefined ? 'Sign-in' : 'Token';
}
function describeAttempt({ token = 'Sign-in', authority, clientId }) {
	const { host, pathname } = new URL(authority);
	return `${token} of client ${clientId} in tenant ${pathname.slice(1)} at ${host}`;
}

/***/ })

};
