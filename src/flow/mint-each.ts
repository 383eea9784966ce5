// One token for each scope: all of them, or none.
import { describeClaims } from '../entra/claims.js';
import { assertionFields, shareProof } from '../entra/client-assertion.js';
import {
	type AccessToken,
	type Credential,
	describeCredential,
	readSignedIn,
	type SignedIn,
	type SignInContext,
	type SignInTarget,
	signIn,
} from '../entra/credential.js';
import type { RefusalNote } from '../entra/token-error.js';
import { exchangeToken } from '../entra/token-request.js';
import { type ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { inParallel } from '../http/send.js';
import { describeToken, type ScopeLine } from '../input/token-inputs.js';
import type { TokenPlan } from '../plan/token-plan.js';
import type { Annotation, Ports } from '../ports.js';
import { type RenderedToken, renderToken } from '../render/render-token.js';
import type { SecretText } from '../secret-text.js';
import { connectForTokens, describeSignedIn, makeSignInContext, STEP_TIMEOUT_MS } from './open-session.js';

/** Result of a step: its tokens, and what is to be said of them. */
export interface Minted {
	/** One for each line, in their order. */
	readonly tokens: readonly RenderedToken[];
	/** Whose they are. */
	readonly clientId: string;
	/** For the log: whose they are, and what speaks for them. */
	readonly headline: string;
	/** For the summary: what speaks for them. */
	readonly proof: string;
	readonly warnings: readonly Annotation[];
}

/** A token that was not given, and why. */
export interface RefusedToken {
	readonly line: ScopeLine;
	readonly error: ActionError;
}

/** At least one. */
export interface RefusedTokens {
	readonly kind: 'refused';
	readonly refused: readonly RefusedToken[];
}

/** Result of the lines: all tokens, in their order, or each that was refused. */
export type MintOutcome = { readonly kind: 'minted'; readonly tokens: readonly RenderedToken[] } | RefusedTokens;

/** Tokens that are wanted, in one cloud. */
export interface WantedTokens {
	readonly lines: readonly ScopeLine[];
	/** https origin of Microsoft Graph, for advice. */
	readonly graphHost: string;
}

/** Mints together, once per scope: lines of one scope share their token. */
export async function mintEach(
	{ lines, graphHost }: WantedTokens,
	mint: (line: ScopeLine) => Promise<AccessToken>,
): Promise<MintOutcome> {
	const results = await inParallel(eachScopeOnce(lines), async (line) =>
		mint(line).then(
			(token) => ({ kind: 'minted' as const, scope: line.scope, token }),
			(error: unknown) => ({
				kind: 'refused' as const,
				refused: expectedErrors(error).map((one) => ({ line, error: one })),
			}),
		),
	);
	const refused = results.flatMap((result) => (result.kind === 'refused' ? result.refused : []));
	if (refused.length > 0) return { kind: 'refused', refused };
	const minted = results.filter((result) => result.kind === 'minted');
	const tokens = lines.flatMap((line) =>
		minted.filter(({ scope }) => scope === line.scope).map(({ token }) => renderToken(line, token, graphHost)),
	);
	return { kind: 'minted', tokens };
}

/** The tokens. @throws ActionErrors with each that was refused */
export function takeTokens(outcome: MintOutcome): readonly RenderedToken[] {
	if (outcome.kind === 'minted') return outcome.tokens;
	throw failureOf(outcome);
}

/** The failure of a step that got no tokens; with `advice` beside what each refusal says already. */
export function failureOf({ refused }: RefusedTokens, advice?: string): ActionErrors {
	return new ActionErrors(refused.map(({ error }) => (advice === undefined ? error : error.advising(advice))));
}

function eachScopeOnce(lines: readonly ScopeLine[]): readonly ScopeLine[] {
	return lines.filter((line, index) => lines.findIndex(({ scope }) => scope === line.scope) === index);
}

/** An application and its proof. */
export interface MintRequest {
	readonly clientId: string;
	/** Good for as many scopes as it lives to see. */
	readonly assertion: SecretText;
	/** Name of the token in errors. */
	readonly tokenName: string;
	readonly notes: readonly RefusalNote[];
}

/**
 * A token for the target's scope, masked.
 * @throws ActionError with advice if it is refused or there is no answer
 */
export async function mintToken(
	{ clientId, assertion, tokenName, notes }: MintRequest,
	target: SignInTarget,
	context: SignInContext,
): Promise<AccessToken> {
	const fields = assertionFields(assertion);
	const accessToken = await exchangeToken({ clientId, fields, tokenName, notes }, target, context);
	await context.mask(accessToken.token);
	context.log.debug(() => describeClaims(accessToken.token));
	return accessToken;
}

/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused
 */
export async function mintOwn(
	ports: Ports,
	credential: Credential,
	{ cloud, tokens: lines }: Pick<TokenPlan, 'cloud' | 'tokens'>,
): Promise<Minted> {
	const context = { ...makeSignInContext(ports, STEP_TIMEOUT_MS), proofs: shareProof() };
	const { authorityHost, oidcAudience, graphHost } = cloud;
	const { tenantId, kind, reason } = credential;
	const identities: SignedIn[] = [];
	ports.log.info(describeCredential(credential));
	const minting = mintEach({ lines, graphHost }, async (line) => {
		const target: SignInTarget = { authorityHost, tenantId, scope: line.scope, oidcAudience };
		const accessToken = await signIn(credential, target, context);
		identities.push(readSignedIn(accessToken, credential, target));
		return accessToken;
	});
	if (credential.needsTenant) connectForTokens(ports, authorityHost, lines);
	const outcome = await minting;
	if (outcome.kind === 'refused') throw new ActionErrors(outcome.refused.map(nameToken));
	const [signedIn] = identities as [SignedIn, ...SignedIn[]];
	ports.log.info(`Signed in with ${kind} (${reason}): ${describeSignedIn(signedIn)}.`);
	const { clientId = 'unknown' } = signedIn;
	const headline = `Minted for client ${clientId}, masked and exported:`;
	return { tokens: outcome.tokens, clientId, headline, proof: kind, warnings: [] };
}

function nameToken({ line, error }: RefusedToken): ActionError {
	return error.about(`${describeToken(line)}: ${error.subject}`);
}
