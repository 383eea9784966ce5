// Parts that the stages of a rotation share: the two services, each with a token of the same credential; until when each stage
// may last; and how long what was made a moment ago is waited for, until all of Microsoft's servers have heard of it.
import { type Credential, type SignInContext, type SignInTarget, signIn } from '../entra/credential.js';
import { ActionError, expectedErrors } from '../errors.js';
import { openSession } from '../flow/open-session.js';
import { type GraphAccess, listPasswords, type PasswordList } from '../graph/ask-graph.js';
import { isApplicationUnknown } from '../graph/graph-advice.js';
import type { SendContext } from '../http/send.js';
import type { RotationOptions } from '../input/rotate-inputs.js';
import type { VaultAccess } from '../keyvault/ask-vault.js';
import type { Rotation, SecretRotation } from '../plan/rotation-decision.js';
import type { Clock, Ports } from '../ports.js';

/** Decisions made before the first request. */
export interface RotationRequest<R extends Rotation = Rotation> {
	readonly credential: Credential;
	readonly rotation: R;
	readonly options: RotationOptions;
}

/**
 * From the beginning of the step, in milliseconds. Reading may wait for a new application, and between adding and storing
 * lies the proof: 90 seconds each. The last part is kept for a look at what was stored, or for taking back what was added.
 */
const LIMITS_MS = { reading: 95_000, adding: 115_000, storing: 215_000, all: 240_000 } as const;

/** A stage of the rotation that has a time limit of its own. */
export type RotationStage = keyof typeof LIMITS_MS;

/** A rotation that has signed in. */
export interface RotationRun extends Omit<RotationRequest<SecretRotation>, 'credential'> {
	readonly ports: Ports;
	readonly context: SignInContext;
	readonly vault: VaultAccess;
	readonly graph: GraphAccess;
	/** The sign-in at which the new client secret has to prove itself. */
	readonly proofTarget: SignInTarget;
	/** The instant at which a stage must have ended, in milliseconds since 1970. */
	deadlineOf(stage: RotationStage): number;
}

/**
 * Signs in to the vault and to Microsoft Graph.
 * @throws ActionError with advice if the sign-in is refused or gets no answer
 */
export async function openRun(
	ports: Ports,
	{ credential, rotation, options }: RotationRequest<SecretRotation>,
): Promise<RotationRun> {
	const startMs = ports.clock.nowMs();
	const deadlineOf = (stage: RotationStage): number => startMs + LIMITS_MS[stage];
	const { cloud, secret: firstItem, appId } = rotation;
	const opened = await openSession(ports, { credential, cloud, firstItem }, LIMITS_MS.all);
	const { session, context, signedIn } = opened;
	const tenantId = signedIn.tenantId;
	if (tenantId === undefined) throw tenantUnknown();
	const target: SignInTarget = { ...opened.target, scope: cloud.graphScope };
	const { token } = await signIn(credential, target, { ...context, deadlineMs: deadlineOf('reading') });
	return {
		ports,
		rotation,
		options,
		context,
		vault: { session, context, writes: { secrets: ['get', 'set'] } },
		graph: { app: { graphHost: cloud.graphHost, appId }, token, context },
		proofTarget: { ...target, tenantId },
		deadlineOf,
	};
}

/** The same access, until the end of a stage. */
export function withDeadline<A extends { readonly context: SendContext }>(
	access: A,
	run: RotationRun,
	stage: RotationStage,
): A {
	return { ...access, context: { ...access.context, deadlineMs: run.deadlineOf(stage) } };
}

/** The error for a managed signedIn, which needs no tenant to sign in: the application that is to prove itself does. */
export function tenantUnknown(): ActionError {
	return new ActionError({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: 'the input is empty, and the token that the identity got names no tenant.',
		hint: 'Set tenant-id to the tenant of the application.',
	});
}

/** No level of service is published; 4 to 18 seconds were seen for a new password. */
export const NEW_TIMEOUT_MS = 90_000;

/** After a failure: 1 s, 2 s, 4 s, then 8 s. */
const MAX_DELAY_MS = 8_000;

/** The wait before the next attempt, after so many failures. */
export function patientDelayMs(failures: number): number {
	return Math.min(MAX_DELAY_MS, 1_000 * 2 ** (failures - 1));
}

/** Waits longer each time, for {@link NEW_TIMEOUT_MS} in all. */
export interface Patience {
	/** Waits. False if the time is over. */
	wait(): Promise<boolean>;
}

/** Patience that begins now and ends at an instant at the latest, in milliseconds since 1970. */
export function makePatience(clock: Clock, deadlineMs: number): Patience {
	const endMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, deadlineMs);
	let failures = 0;
	return {
		wait: async () => {
			failures += 1;
			const delayMs = patientDelayMs(failures);
			if (clock.nowMs() + delayMs >= endMs) return false;
			await clock.sleep(delayMs);
			return true;
		},
	};
}

/**
 * Lists the application's passwords. An application that Graph does not know is waited for.
 * @throws ActionError with advice if Graph refuses, gives no answer, or does not come to know it
 */
export function findApplication(run: RotationRun): Promise<PasswordList> {
	const { clock, log } = run.ports;
	const patience = makePatience(clock, run.deadlineOf('reading'));
	const list = (isFirst: boolean): Promise<PasswordList> =>
		listPasswords(withDeadline(run.graph, run, 'reading')).catch(async (error: unknown) => {
			if (!isNotFound(error)) throw error;
			if (isFirst) log.info(describeWait(run));
			if (!(await patience.wait())) throw error;
			return list(false);
		});
	return list(true);
}

/** Whether Graph says that there is no such application. */
export function isNotFound(error: unknown): boolean {
	return expectedErrors(error).every(isApplicationUnknown);
}

function describeWait({ rotation }: RotationRun): string {
	return `Microsoft Graph does not know application ${rotation.appId}. If it was made a moment ago, this passes: waiting for up to ${NEW_TIMEOUT_MS / 1000} s.`;
}
