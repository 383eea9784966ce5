// The proof that a new client secret works: two sign-ins in a row, since the nodes of Entra ID hear of it one by one.
import { signIn } from '../entra/credential.js';
import { clientSecretCredential } from '../entra/credentials/client-secret.js';
import { TRANSIENT_AADSTS } from '../entra/token-request.js';
import { ActionError, expectedErrors } from '../errors.js';
import { areMasksNotTaken } from '../export/step-log.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { NEW_TIMEOUT_MS, patientDelayMs } from './patience.js';
import type { RotationRun } from './rotation-run.js';

const SUCCESSES_IN_A_ROW = 2;

/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;

/** What a node says that has not heard of a new client secret: it is wrong, or it has expired. */
const UNKNOWN_SECRET: readonly number[] = [7000215, 7000222];

/** Refusals that may pass: those, what a node says of a new application, and what Entra itself calls transient. */
const PASSING: readonly number[] = [...UNKNOWN_SECRET, 700016, ...TRANSIENT_AADSTS];

/**
 * Returns once the application has signed in twice in a row with the new client secret.
 * @throws ActionError if it is refused for good, or has not come to be known in time
 */
export async function provePassword(run: RotationRun, { secret }: AddedPassword): Promise<void> {
	const { clock } = run.ports;
	const deadlineMs = clock.nowMs() + NEW_TIMEOUT_MS;
	const client = { tenantId: run.proofTarget.tenantId, clientId: run.rotation.appId, clientSecret: secret };
	const credential = clientSecretCredential(client, { kind: 'client-secret', reason: 'it is new' });
	let successes = 0;
	let failures = 0;
	let last: ActionError | undefined;
	while (successes < SUCCESSES_IN_A_ROW) {
		if (successes + failures > 0) {
			const delayMs = successes > 0 ? AGAIN_DELAY_MS : patientDelayMs(failures);
			if (clock.nowMs() + delayMs >= deadlineMs) throw notProved(run, last);
			await clock.sleep(delayMs);
		}
		try {
			await signIn(credential, run.proofTarget, { ...run.context, deadlineMs });
			successes += 1;
		} catch (error) {
			last = passingError(error);
			successes = 0;
			failures += 1;
		}
	}
}

/** The failure, if it may pass. @throws the error if it will not */
function passingError(error: unknown): ActionError {
	const [first] = expectedErrors(error) as readonly [ActionError, ...ActionError[]];
	const isRefused = first.aadsts !== undefined && !PASSING.includes(first.aadsts);
	if (isRefused || areMasksNotTaken(first)) throw error;
	return first;
}

function notProved({ rotation }: RotationRun, last: ActionError | undefined): ActionError {
	const reason = last === undefined ? '' : ` The last failure: ${last.problem}`;
	// What Entra says of a secret that it does not know is no advice for one that is new.
	const hint = last === undefined || isUnknownSecret(last) ? undefined : last.hint;
	return new ActionError({
		code: 'ROTATE_NOT_PROVED',
		title: 'The new client secret could not be proved',
		subject: `application ${rotation.appId}`,
		problem: `no two sign-ins in a row succeeded with its new client secret within ${NEW_TIMEOUT_MS / 1000} s.${reason}`,
		hint: hint ?? 'Microsoft Entra ID took too long to learn of the new client secret. Run the job again.',
		...(last?.requestId !== undefined && { requestId: last.requestId }),
	});
}

function isUnknownSecret({ aadsts }: ActionError): boolean {
	return aadsts !== undefined && UNKNOWN_SECRET.includes(aadsts);
}
