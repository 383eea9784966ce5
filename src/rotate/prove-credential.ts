// The proof that a new credential works: two sign-ins in a row, since the servers of Entra ID hear of it one by one.
import { signIn } from '../entra/credential.js';
import { clientSecretCredential } from '../entra/credentials/client-secret.js';
import { TRANSIENT_AADSTS } from '../entra/token-request.js';
import { ActionError, expectedErrors } from '../errors.js';
import { areMasksNotTaken } from '../export/step-log.js';
import type { AddedPassword } from '../graph/application-passwords.js';
import type { Clock } from '../ports.js';
import { NEW_TIMEOUT_MS, patientDelayMs, type RotationRun } from './rotation-run.js';

const SUCCESSES_IN_A_ROW = 2;

/** Between the successes, so that they do not come from one connection's node by chance alone. */
const AGAIN_DELAY_MS = 1_000;

/** Failures that may pass for every credential: a node's of a new application, and those that Entra calls transient. */
const PASSING: readonly number[] = [700016, ...TRANSIENT_AADSTS];

/** The time to try, and the answers of a node that has not heard of the credential. */
export interface ProofOptions {
	readonly clock: Clock;
	readonly deadlineMs: number;
	/** Numbers after AADSTS. */
	readonly unknown: readonly number[];
}

/** Result of the proof; `last` is the last failure, which may pass. */
export type ProofResult<T> =
	| { readonly kind: 'proved'; readonly value: T }
	| { readonly kind: 'not-proved'; readonly last: ActionError | undefined };

/** Signs in until it succeeds twice in a row. @throws ActionError if the credential is refused for good */
export async function proveTwice<T>(
	{ clock, deadlineMs, unknown }: ProofOptions,
	signIn: () => Promise<T>,
): Promise<ProofResult<T>> {
	let successes = 0;
	let failures = 0;
	let last: ActionError | undefined;
	for (;;) {
		if (successes + failures > 0) {
			const delayMs = successes > 0 ? AGAIN_DELAY_MS : patientDelayMs(failures);
			if (clock.nowMs() + delayMs >= deadlineMs) return { kind: 'not-proved', last };
			await clock.sleep(delayMs);
		}
		try {
			const value = await signIn();
			successes += 1;
			if (successes === SUCCESSES_IN_A_ROW) return { kind: 'proved', value };
		} catch (error) {
			last = passingError(error, [...unknown, ...PASSING]);
			successes = 0;
			failures += 1;
		}
	}
}

/** The failure, if it may pass. @throws the error if it will not */
function passingError(error: unknown, passing: readonly number[]): ActionError {
	const [first] = expectedErrors(error) as readonly [ActionError, ...ActionError[]];
	const isRefused = first.aadsts !== undefined && !passing.includes(first.aadsts);
	if (isRefused || areMasksNotTaken(first)) throw error;
	return first;
}

/** Answers of a node that has not heard of a new client secret: it is wrong, or it has expired. */
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
	// Entra's advice on a secret that it does not know is no advice for one that is new.
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
