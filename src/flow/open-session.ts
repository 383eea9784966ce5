// Signing in to a vault: decided before the first request, carried out once, renewed at most once.
import { chooseCredential } from '../entra/choose-credential.js';
import { type Credential, methodOf } from '../entra/methods.js';
import { type Identity, identityOf, signIn } from '../entra/sign-in.js';
import type { SignInContext, SignInTarget } from '../entra/sign-in-method.js';
import type { SendContext } from '../http/send.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { discoverTenant } from '../keyvault/discover-tenant.js';
import { makeVaultSession, type VaultSession } from '../keyvault/vault-session.js';
import type { Cloud } from '../plan/cloud.js';
import type { Identifier } from '../plan/identifier.js';
import type { Ports } from '../ports.js';
import { maskSecret } from '../render/masks.js';
import type { SecretText } from '../secret-text.js';

/** The whole step lasts at most this long, a person's approval aside. */
export const STEP_TIMEOUT_MS = 120_000;

/**
 * How the step will prove who it is; its secrets are masked from here on.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
export function decideCredential(ports: Ports): Credential {
	const { inputs, machine } = ports;
	const credential = chooseCredential({ inputs: readSignInInputs(inputs), variable: inputs.variable, machine });
	for (const secret of methodOf(credential).secretsOf(credential)) maskText(ports, secret);
	return credential;
}

/** What signing in needs of the step. */
export function makeSignInContext(ports: Ports, timeoutMs: number): SignInContext {
	return {
		...ports,
		variable: ports.inputs.variable,
		mask: (text) => maskText(ports, text),
		deadlineMs: ports.clock.nowMs() + timeoutMs,
	};
}

/** Who signs in, and to what. */
export interface SessionOrder {
	readonly credential: Credential;
	readonly cloud: Cloud;
	/** Its vault names the tenant where none is given. */
	readonly firstItem: Identifier;
}

/** A session with a token, and what further requests need. */
export interface OpenSession {
	readonly session: VaultSession;
	readonly context: SignInContext;
	/** Where the sign-in was, for tokens of other scopes. */
	readonly target: SignInTarget;
	readonly identity: Identity;
}

/** @throws ActionError with advice where the sign-in is refused or gets no answer */
export async function openSession(
	ports: Ports,
	{ credential, cloud, firstItem }: SessionOrder,
	timeoutMs: number = STEP_TIMEOUT_MS,
): Promise<OpenSession> {
	const { clock, log } = ports;
	const method = methodOf(credential);
	const context = makeSignInContext(ports, timeoutMs);
	const target = await findTarget({ credential, cloud, firstItem }, context);
	const accessToken = await signIn(credential, target, context);
	const identity = identityOf(accessToken, credential, target);
	log.info(`Signed in by ${credential.kind}, since ${credential.reason}: ${describe(identity)}.`);
	const renew = async (): Promise<SecretText> => (await signIn(credential, target, context)).token;
	return {
		session: makeVaultSession({
			tenantId: identity.tenantId,
			token: accessToken.token,
			renew: method.isRenewable ? renew : undefined,
		}),
		context: method.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + timeoutMs } : context,
		target,
		identity,
	};
}

async function findTarget({ cloud, credential, firstItem }: SessionOrder, context: SendContext): Promise<SignInTarget> {
	const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
	const isMissing = methodOf(credential).needsTenant && credential.tenantId === undefined;
	const tenantId = isMissing ? await discoverTenant(firstItem, context) : credential.tenantId;
	return { authorityHost, tenantId, scope, oidcAudience };
}

function describe({ tenantId, clientId }: Identity): string {
	return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}

function maskText({ log }: Ports, text: SecretText): void {
	for (const mask of maskSecret(text.reveal()).masks) log.mask(mask);
}
