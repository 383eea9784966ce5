// Device code: a person approves in a browser (RFC 8628). The token is delegated: it has scp and no roles.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
import { ActionError } from '../../errors.js';
import { asText, parseJsonObject } from '../../http/json.js';
import { requiredClientId } from '../../input/sign-in-inputs.js';
import type { HttpResponse } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import {
	type AccessToken,
	type Credential,
	type CredentialSource,
	describeWay,
	type SignInContext,
	type SignInTarget,
} from '../credential.js';
import type { RefusedSignIn } from '../token-error.js';
import {
	askAuthority,
	authorityOf,
	formRequest,
	processTokenResponse,
	refuseAnswer,
	tokenRequest,
} from '../token-request.js';
import { readRefusal } from '../token-response-error.js';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code';

/** RFC 8628 section 3.5: a client that is told to slow down waits so much longer from then on. */
const SLOW_DOWN_SECONDS = 5;

/**
 * The credential of a public client; who approves is decided by the person. Asked for by hand only: a job that nobody watches
 * would wait in vain.
 * @throws ActionError if the client ID is missing
 */
export function makeDeviceCode(source: CredentialSource): Credential {
	const { inputs } = source;
	const clientId = requiredClientId(inputs);
	const way = describeWay('device-code', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
	return {
		...way,
		tenantId: inputs.tenantId?.value,
		clientId,
		secrets: [],
		needsTenant: true,
		isRenewable: false,
		waitsForPerson: true,
		getToken: (target, context) =>
			askPerson({ authority: authorityOf(target), clientId, notes: [], way }, target, context),
	};
}

async function askPerson(attempt: RefusedSignIn, target: SignInTarget, context: SignInContext): Promise<AccessToken> {
	const scope = target.scope.replace(/\/\.default$/, '/user_impersonation');
	const form = formRequest(`${attempt.authority}/oauth2/v2.0/devicecode`, { client_id: attempt.clientId, scope });
	const response = await askAuthority(form, attempt, context);
	const code = decodeDeviceCode(response);
	if (code === undefined) return refuseAnswer(response, attempt);
	await context.mask(code.deviceCode);
	context.log.annotate('notice', {
		title: 'Approve the sign-in',
		text: `Open ${code.verificationUri} and enter the code ${code.userCode} within ${Math.ceil(code.lifeSeconds / 60)} minutes. Do so only if you started this job.`,
	});
	return poll(code, attempt, context);
}

interface DeviceCode {
	readonly deviceCode: SecretText;
	readonly userCode: string;
	readonly verificationUri: string;
	readonly lifeSeconds: number;
	readonly intervalSeconds: number;
}

/** The answer as a device code; undefined if it is none. */
function decodeDeviceCode(response: HttpResponse): DeviceCode | undefined {
	if (response.status !== 200) return undefined;
	const answer = parseJsonObject(response.body);
	const deviceCode = asText(answer?.['device_code'], /^[\x21-\x7e]+$/);
	const userCode = asText(answer?.['user_code'], /^[A-Z0-9-]{4,20}$/i);
	const verificationUri = asText(answer?.['verification_uri'], /^https:\/\/[\x21-\x7e]{1,200}$/);
	const lifeSeconds = asSeconds(answer?.['expires_in'], 1800);
	const intervalSeconds = asSeconds(answer?.['interval'] ?? 5, 60);
	if (deviceCode === undefined || userCode === undefined || verificationUri === undefined) return undefined;
	if (lifeSeconds === undefined || intervalSeconds === undefined) return undefined;
	return { deviceCode: new SecretText(deviceCode), userCode, verificationUri, lifeSeconds, intervalSeconds };
}

// An hour-long code, or an interval of days, is not to be waited for.
function asSeconds(value: unknown, max: number): number | undefined {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, max) : undefined;
}

async function poll(code: DeviceCode, attempt: RefusedSignIn, context: SignInContext): Promise<AccessToken> {
	const deadlineMs = context.clock.nowMs() + code.lifeSeconds * 1000;
	const fields = { grant_type: GRANT_TYPE, client_id: attempt.clientId, device_code: code.deviceCode };
	let intervalSeconds = Math.max(1, code.intervalSeconds);
	for (;;) {
		await context.clock.sleep(intervalSeconds * 1000);
		if (context.clock.nowMs() >= deadlineMs) throw notApproved('expired_token');
		const request = tokenRequest(attempt.authority, fields);
		// A refusal that passes by itself is as an answer of 503; `authorization_pending` is none of them.
		const response = await askAuthority(request, attempt, { ...context, deadlineMs });
		const { error } = response.status === 200 ? { error: undefined } : readRefusal(response);
		if (error === 'slow_down') intervalSeconds += SLOW_DOWN_SECONDS;
		else if (error === 'authorization_declined' || error === 'access_denied' || error === 'expired_token')
			throw notApproved(error);
		else if (error !== 'authorization_pending') return processTokenResponse(response, context.clock.nowMs(), attempt);
	}
}

function notApproved(error: string): ActionError {
	const declined = error !== 'expired_token';
	return new ActionError({
		code: declined ? 'DEVICE_CODE_DECLINED' : 'DEVICE_CODE_EXPIRED',
		title: declined ? 'The sign-in was declined' : 'Nobody approved the sign-in in time',
		subject: 'device-code',
		problem: declined ? `the person declined (${error}).` : 'the code has expired (expired_token).',
		hint: 'Run the job again and approve, or sign in without a person: a federated credential (github-oidc).',
	});
}
