// What the steps of a rotation share: the two services, each with a token of the same identity, and until when each step may last.
import { type Credential, type SignInContext, type SignInTarget, signIn } from '../entra/credential.js';
import { ActionError } from '../errors.js';
import { openSession } from '../flow/open-session.js';
import type { GraphAccess } from '../graph/ask-graph.js';
import type { SendContext } from '../http/send.js';
import type { RotationOptions } from '../input/rotate-inputs.js';
import type { VaultAccess } from '../keyvault/ask-vault.js';
import type { Rotation, SecretRotation } from '../plan/rotation-decision.js';
import type { Ports } from '../ports.js';

/** What was decided before the first request. */
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

/** A step of the rotation that has a time limit of its own. */
export type RotationStage = keyof typeof LIMITS_MS;

/** A rotation that has signed in. */
export interface RotationRun extends Omit<RotationRequest<SecretRotation>, 'credential'> {
	readonly ports: Ports;
	readonly context: SignInContext;
	readonly vault: VaultAccess;
	readonly graph: GraphAccess;
	/** Where the new client secret has to prove itself. */
	readonly proofTarget: SignInTarget;
	/** The instant at which a step must have ended, in milliseconds since 1970. */
	deadlineOf(step: RotationStage): number;
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
	const deadlineOf = (step: RotationStage): number => startMs + LIMITS_MS[step];
	const { cloud, secret: firstItem, appId } = rotation;
	const opened = await openSession(ports, { credential, cloud, firstItem }, LIMITS_MS.all);
	const { session, context, identity } = opened;
	const tenantId = identity.tenantId;
	if (tenantId === undefined) throw tenantUnknown();
	const target: SignInTarget = { ...opened.target, scope: cloud.graphScope };
	const { token } = await signIn(credential, target, { ...context, deadlineMs: deadlineOf('reading') });
	return {
		ports,
		rotation,
		options,
		context,
		vault: { session, context },
		graph: { app: { graphHost: cloud.graphHost, appId }, token, context },
		proofTarget: { ...target, tenantId },
		deadlineOf,
	};
}

/** The same access, until the end of a step. */
export function withDeadline<A extends { readonly context: SendContext }>(
	access: A,
	run: RotationRun,
	step: RotationStage,
): A {
	return { ...access, context: { ...access.context, deadlineMs: run.deadlineOf(step) } };
}

/** The error for a managed identity, which needs no tenant to sign in: the application that is to prove itself does. */
export function tenantUnknown(): ActionError {
	return new ActionError({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: 'is empty, and the token that the identity got names no tenant.',
		hint: 'Set tenant-id to the tenant of the application.',
	});
}
