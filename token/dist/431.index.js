"use strict";
exports.id = 431;
exports.ids = [431];
exports.modules = {

/***/ 3431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  azureCliMethod: () => (azureCliMethod)
});
var _errors_js_0 = __webpack_require__(7406);
var _http_json_js_2 = __webpack_require__(6102);
var _token_request_js_1 = __webpack_require__(9963);
// Azure CLI: the sign-in that a step before, such as Azure/login, has made.
// https://learn.microsoft.com/cli/azure/account#az-account-get-access-token



/** az needs a second or several to start. */
const TIMEOUT_MS = 60_000;
/** Asked for by hand only. */
const azureCliMethod = {
	needsTenant: false,
	// az keeps its tokens: a second one would be the first.
	isRenewable: false,
	waitsForPerson: false,
	makeCredential: ({ inputs, reason }) => ({
		kind: 'azure-cli',
		reason,
		tenantId: inputs.tenantId?.source === 'tenant-id' ? inputs.tenantId.value : undefined,
		clientId: undefined,
	}),
	secretsOf: () => [],
	getToken: async ({ tenantId }, { scope }, { machine, clock, deadlineMs }) => {
		const timeoutMs = Math.min(TIMEOUT_MS, deadlineMs - clock.nowMs());
		const result = await machine.runProgram(azStart(machine, { resource: scope.replace(/\/\.default$/, ''), tenantId, timeoutMs }));
		if (result === undefined)
			throw cliError('AZURE_CLI_ABSENT', 'az is not installed on this runner.', 'Install Azure CLI, or sign in another way.');
		if (result.exitCode !== 0)
			throw await describeFailure(result);
		return processAzOutput(result.stdout, clock.nowMs());
	},
};
// On Windows az is a batch file, which only a shell can run: its command line is a constant, and what differs from run
// to run reaches it by variables that hold nothing but letters, digits, dots, colons, slashes and hyphens.
function azStart({ platform }, { resource, tenantId, timeoutMs }) {
	const args = ['account', 'get-access-token', '--output', 'json', '--resource'];
	if (platform !== 'win32') {
		return {
			file: 'az',
			args: [...args, resource, ...(tenantId === undefined ? [] : ['--tenant', tenantId])],
			timeoutMs,
		};
	}
	const tenantArg = tenantId === undefined ? '' : ' --tenant %AKV_TENANT%';
	return {
		file: 'cmd.exe',
		args: ['/d', '/s', '/c', `az.cmd ${args.join(' ')} %AKV_RESOURCE%${tenantArg}`],
		variables: { AKV_RESOURCE: resource, ...(tenantId !== undefined && { AKV_TENANT: tenantId }) },
		timeoutMs,
	};
}
function processAzOutput(stdout, nowMs) {
	const answer = (0,_http_json_js_2/* .parseJsonObject */ .dw)(stdout);
	const token = (0,_token_request_js_1/* .asToken */ .W1)(answer?.['accessToken']);
	if (token === undefined)
		throw cliError('AZURE_CLI_FAILED', 'az printed no token.', 'Run "az account get-access-token" in a step before to see why.');
	// Since version 2.54; the older expiresOn is local time without a zone, and nothing depends on it.
	const expiresOn = answer?.['expires_on'];
	return { token, expiresOnSeconds: typeof expiresOn === 'number' ? expiresOn : Math.floor(nowMs / 1000) };
}
// What az prints is not shown: known facts are taken out of it.
async function describeFailure({ exitCode, stderr }) {
	if (exitCode === undefined)
		return cliError('AZURE_CLI_TIMEOUT', `az gave no token within ${TIMEOUT_MS / 1000} s.`, 'Run the job again.');
	const [, number] = /\bAADSTS(\d{4,8})\b/.exec(stderr) ?? [];
	if (number === '700024') {
		return cliError('AZURE_CLI_ASSERTION_EXPIRED', 'az was signed in with an ID token that has expired (AADSTS700024).', 'An ID token of GitHub lives about five minutes: run this step right after Azure/login, or sign in with github-oidc and without az.');
	}
	if (number !== undefined) {
		const { adviceOf } = await __webpack_require__.e(/* import() */ 226).then(__webpack_require__.bind(__webpack_require__, 4845));
		const known = adviceOf(Number(number));
		return cliError('AZURE_CLI_REFUSED', `az was refused (AADSTS${number})${known === undefined ? '' : `: ${known.meaning}`}.`, known?.advice ?? '');
	}
	if (/not recognized as an internal or external command/.test(stderr))
		return cliError('AZURE_CLI_ABSENT', 'az is not installed on this runner.', 'Install Azure CLI, or sign in another way.');
	if (/\baz login\b/.test(stderr))
		return cliError('AZURE_CLI_SIGNED_OUT', 'az is not signed in.', 'Put a step with Azure/login before this one.');
	return cliError('AZURE_CLI_FAILED', `az failed with exit code ${exitCode}.`, 'Run "az account get-access-token" in a step before to see why.');
}
function cliError(code, problem, hint) {
	return new _errors_js_0/* .ActionError */ .lZ({ code, title: 'No token from Azure CLI', subject: 'azure-cli', problem, hint });
}

/***/ })

};
