// Signing in to a vault: decided before the first request, carried out once, renewed at most once.
import { chooseCredential } from '../entra/choose-credential.js';
import {
	type Credential,
	describeCredential,
	readSignedIn,
	type SignedIn,
	type SignInContext,
	type SignInSecret,
	type SignInTarget,
	signIn,
} from '../entra/credential.js';
import { expectedErrors } from '../errors.js';
import { requestsAtATime } from '../http/send.js';
import { readCloudInputs } from '../input/cloud-inputs.js';
import { readSignInInputs } from '../input/sign-in-inputs.js';
import { discoverTenant, makeVaultSession, type VaultSession } from '../keyvault/ask-vault.js';
import { type Masking, maskSecret } from '../masks/masks.js';
import { type Cloud, findCloud } from '../plan/cloud.js';
import { type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { Annotation, Ports, StepInputs } from '../ports.js';
import { SecretText } from '../secret-text.js';

/** About a password of one letter, for example, which hides that letter everywhere. */
const WEAK_SECRET: Annotation = {
	title: 'Short or common sign-in secret',
	text: 'A secret that the step signs in with has fewer than 4 characters, or is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped. Choose a longer one.',
};

/** The whole step lasts at most this long, a person's approval aside. */
export const STEP_TIMEOUT_MS = 120_000;

/**
 * Returns how the step will prove who it is; its secrets are masked from here on.
 * @throws ActionErrors that name each input that is missing, wrong or too many
 */
export async function decideCredential(ports: Ports): Promise<Credential> {
	const { inputs, machine, clock, log } = ports;
	const credential = await chooseCredential({
		inputs: readSignInInputs(inputs),
		variable: inputs.variable,
		machine,
		nowMs: clock.nowMs(),
	});
	if (credential.needsTenant && credential.tenantId !== undefined) connectToAuthority(ports);
	await ports.nextTurn();
	const maskings = await Promise.all(credential.secrets.map(maskSignInSecret));
	await log.mask(maskings.flatMap(({ masks }) => masks));
	const isWeak = maskings.some(({ weakness }) => weakness?.kind === 'short' || weakness?.kind === 'commonplace');
	if (isWeak) log.annotate('warning', WEAK_SECRET);
	await ports.nextTurn();
	return credential;
}

/** Parts of the step that signing in needs. */
export function makeSignInContext(ports: Ports, timeoutMs: number): SignInContext {
	return {
		...ports,
		variable: ports.inputs.variable,
		mask: (text) => maskText(ports, text),
		deadlineMs: ports.clock.nowMs() + timeoutMs,
	};
}

/** The credential that signs in, and the vaults that it signs in to. */
export interface SessionOptions {
	readonly credential: Credential;
	readonly cloud: Cloud;
	/** Its vault names the tenant if none is given. */
	readonly firstItem: VaultAddress;
	/** Items that will be asked for, in this order; the first item alone if left out. */
	readonly items?: readonly VaultAddress[];
	/** Loads what comes after the sign-in; called while that waits for its answer. */
	readonly load?: () => unknown;
}

/** A session with a token, and what further requests need. */
export interface OpenSession {
	readonly session: VaultSession;
	readonly context: SignInContext;
	/** The target of the sign-in, for tokens of other scopes. */
	readonly target: SignInTarget;
	readonly signedIn: SignedIn;
}

/** @throws ActionError with advice if the sign-in is refused or gets no answer */
export async function openSession(
	ports: Ports,
	{ credential, cloud, firstItem, items = [firstItem], load }: SessionOptions,
	timeoutMs: number = STEP_TIMEOUT_MS,
): Promise<OpenSession> {
	const { clock, log } = ports;
	const context = makeSignInContext(ports, timeoutMs);
	const isTenantMissing = credential.needsTenant && credential.tenantId === undefined;
	log.info(describeCredential(credential));
	const tenantId = isTenantMissing ? await askForTenant(firstItem, context) : credential.tenantId;
	const { authorityHost, vaultScope: scope, oidcAudience } = cloud;
	const target: SignInTarget = { authorityHost, tenantId, scope, oidcAudience };
	// Begun first, so that its request goes out first if no proof has to be fetched or made for it.
	const signingIn = signIn(credential, target, context);
	// A person takes longer than a vault keeps an idle connection; a challenge has left one open.
	if (!credential.waitsForPerson) connectToVaults(ports, items.slice(isTenantMissing ? 1 : 0));
	// In the first turn the handshake ends, if it was waited for, in the second the request is on its way.
	void ports.nextTurn().then(ports.nextTurn).then(load);
	const accessToken = await signingIn;
	const signedIn = readSignedIn(accessToken, credential, target);
	log.info(`Signed in with ${credential.kind} (${credential.reason}): ${describeSignedIn(signedIn)}.`);
	const renew = async (): Promise<SecretText> => (await signIn(credential, target, context)).token;
	return {
		session: makeVaultSession({
			tenantId: signedIn.tenantId,
			caller: { ...signedIn, method: credential.kind, resource: scope.replace(/\/\.default$/, '') },
			token: accessToken.token,
			renew: credential.isRenewable ? renew : undefined,
		}),
		context: credential.waitsForPerson ? { ...context, deadlineMs: clock.nowMs() + timeoutMs } : context,
		target,
		signedIn,
	};
}

async function askForTenant(firstItem: VaultAddress, context: SignInContext): Promise<string> {
	const tenantId = await discoverTenant(firstItem, context);
	context.log.info(`${vaultHost(firstItem.vaultUrl)} names tenant ${tenantId}.`);
	return tenantId;
}

/** For people: who signed in. */
export function describeSignedIn({ tenantId, clientId }: SignedIn): string {
	return `tenant ${tenantId ?? 'unknown'}, client ${clientId ?? 'unknown'}`;
}

async function maskSignInSecret(secret: SignInSecret): Promise<Masking> {
	if (secret instanceof SecretText) return maskSecret(secret.reveal());
	const certificates = await import('../masks/masks-of-values.js');
	const text = secret.text.reveal();
	return secret.kind === 'pem' ? certificates.maskPem(text) : certificates.maskPfx(text);
}

function maskText({ log }: Ports, text: SecretText): Promise<void> {
	return log.mask(maskSecret(text.reveal()).masks);
}

/** Opens the connection that the token will be asked for over. */
export function connectToAuthority({ inputs, connectAhead }: Pick<Ports, 'inputs' | 'connectAhead'>): void {
	const authorityHost = findAuthorityHost(inputs);
	if (authorityHost !== undefined) connectAhead(authorityHost, 1);
}

/** Opens those that the tokens of several scopes are asked for over, beside the one that is open already. */
export function connectForTokens(
	{ connectAhead }: Pick<Ports, 'connectAhead'>,
	authorityHost: string,
	lines: readonly { readonly scope: string }[],
): void {
	const scopes = new Set(lines.map(({ scope }) => scope)).size;
	const others = Math.min(scopes, requestsAtATime(scopes)) - 1;
	if (others > 0) connectAhead(authorityHost, others);
}

/** Opens the connections that the first requests will be sent over, as many as there are at a time. */
export function connectToVaults(
	{ connectAhead }: Pick<Ports, 'connectAhead'>,
	items: readonly Pick<VaultAddress, 'vaultUrl'>[],
): void {
	const counts = new Map<string, number>();
	const first = items.slice(0, requestsAtATime(items.length));
	for (const { vaultUrl } of first) counts.set(vaultUrl, (counts.get(vaultUrl) ?? 0) + 1);
	for (const [vaultUrl, count] of counts) connectAhead(vaultUrl, count);
}

// If the inputs name none, the plan says why.
function findAuthorityHost(inputs: StepInputs): string | undefined {
	try {
		return findCloud(readCloudInputs(inputs))?.authorityHost;
	} catch (error) {
		expectedErrors(error);
		return undefined;
	}
}
