// Signing in to the vaults of a plan: decided before the first request, carried out once, renewed at most once.
import { chooseCredential } from '../entra/choose-credential.js';
import { type Credential, methodOf } from '../entra/methods.js';
import { identityOf, signIn } from '../entra/sign-in.js';
import type { SignInContext, SignInTarget } from '../entra/sign-in-method.js';
import type { SendContext } from '../http/send.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { discoverTenant } from '../keyvault/discover-tenant.js';
import { makeVaultSession, type VaultSession } from '../keyvault/vault-session.js';
import type { Identifier } from '../plan/identifier.js';
import type { Plan } from '../plan/plan.js';
import type { Ports } from '../ports.js';
import { maskSecret } from '../render/masks.js';
import type { SecretText } from '../secret-text.js';

/** The whole step lasts at most this long, a person's approval aside. */
const STEP_TIMEOUT_MS = 120_000;

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

/** A session with a token, and what its requests need. */
export interface OpenSession {
	readonly session: VaultSession;
	readonly context: SendContext;
}

/** @throws ActionError with advice where the sign-in is refused or gets no answer */
export async function openSession(ports: Ports, plan: Plan, credential: Credential): Promise<OpenSession> {
	const { clock, inputs, log } = ports;
	const method = methodOf(credential);
	const context: SignInContext = {
		...ports,
		variable: inputs.variable,
		mask: (text) => maskText(ports, text),
		deadlineMs: clock.nowMs() + STEP_TIMEOUT_MS,
	};
	const target = await findTarget(plan, credential, context);
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
		context: method.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + STEP_TIMEOUT_MS } : context,
	};
}

async function findTarget({ cloud, items }: Plan, credential: Credential, context: SendContext): Promise<SignInTarget> {
	const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
	const [first] = items as readonly [Identifier, ...Identifier[]];
	const isMissing = methodOf(credential).needsTenant && credential.tenantId === undefined;
	const tenantId = isMissing ? await discoverTenant(first, context) : credential.tenantId;
	return { authorityHost, tenantId, scope, oidcAudience };
}

function describe({ tenantId, clientId }: ReturnType<typeof identityOf>): string {
	return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}

function maskText({ log }: Ports, text: SecretText): void {
	for (const mask of maskSecret(text.reveal()).masks) log.mask(mask);
}
