// The proof that a new client secret works: two sign-ins in a row, since the nodes of Entra ID hear of it one by one.
import { type ClientSecretCredential, clientSecretMethod } from '../entra/credentials/client-secret.js';
import { signIn } from '../entra/sign-in.js';
import { ActionError, foreseenErrors } from '../errors.js';
import { MASKS_NOT_TAKEN } from '../export/masks-not-taken.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import type { RotationRun } from './rotation-run.js';

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
export async function provePassword(run: RotationRun, { secret }: AddedPassword): Promise<void> {
	const { clock } = run.ports;
	const deadlineMs = clock.nowMs() + PROOF_TIMEOUT_MS;
	const credential: ClientSecretCredential = {
		kind: 'client-secret',
		reason: 'it is new',
		tenantId: run.proofTarget.tenantId,
		clientId: run.rotation.appId,
		clientSecret: secret,
	};
	let successes = 0;
	let failures = 0;
	let last: ActionError | undefined;
	while (successes < SUCCESSES_IN_A_ROW) {
		if (successes + failures > 0) {
			const delayMs = successes > 0 ? AGAIN_DELAY_MS : Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
			if (clock.nowMs() + delayMs >= deadlineMs) throw notProved(run, last);
			await clock.sleep(delayMs);
		}
		try {
			await signIn({ credential, method: clientSecretMethod }, run.proofTarget, { ...run.context, deadlineMs });
			successes += 1;
		} catch (error) {
			last = passingError(error);
			successes = 0;
			failures += 1;
		}
	}
}

/** The failure, where it may pass. @throws the error where it will not */
function passingError(error: unknown): ActionError {
	const [first] = foreseenErrors(error) as readonly [ActionError, ...ActionError[]];
	if (first.code === MASKS_NOT_TAKEN) throw error;
	if (first.code.startsWith('ENTRA_AADSTS') && !PASSING.test(first.code)) throw error;
	return first;
}

function notProved({ rotation }: RotationRun, last: ActionError | undefined): ActionError {
	const reason = last === undefined ? '' : ` The last refusal: ${last.problem}`;
	return new ActionError({
		code: 'ROTATE_NOT_PROVED',
		title: 'The new client secret could not be proved',
		subject: `application ${rotation.appId}`,
		problem: `its new client secret gave no two tokens in a row within ${PROOF_TIMEOUT_MS / 1000} s.${reason}`,
		hint: 'Microsoft Entra ID takes some time to know a new client secret, and took too long: run the job again.',
		...(last?.requestId !== undefined && { requestId: last.requestId }),
	});
}
