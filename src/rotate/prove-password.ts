// The proof that a new client secret works: two sign-ins in a row, since the nodes of Entra ID hear of it one by one.
import { signIn } from '../entra/credential.js';
import { clientSecretCredential } from '../entra/credentials/client-secret.js';
import { ActionError } from '../errors.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import { NEW_TIMEOUT_MS } from './patience.js';
import { proveTwice } from './prove-twice.js';
import type { RotationRun } from './rotation-run.js';

/** What a node says that has not heard of a new client secret: it is wrong, or it has expired. */
const UNKNOWN_SECRET: readonly number[] = [7000215, 7000222];

/**
 * Returns once the application has signed in twice in a row with the new client secret.
 * @throws ActionError if it is refused for good, or has not come to be known in time
 */
export async function provePassword(run: RotationRun, { secret }: AddedPassword): Promise<void> {
	const { clock } = run.ports;
	const deadlineMs = clock.nowMs() + NEW_TIMEOUT_MS;
	const client = { tenantId: run.proofTarget.tenantId, clientId: run.rotation.appId, clientSecret: secret };
	const credential = clientSecretCredential(client, { kind: 'client-secret', reason: 'it is new' });
	const result = await proveTwice({ clock, deadlineMs, unknown: UNKNOWN_SECRET }, () =>
		signIn(credential, run.proofTarget, { ...run.context, deadlineMs }),
	);
	if (result.kind === 'not-proved') throw notProved(run, result.last);
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
