// Tokens of the identity that signs in: no certificate, no vault, one proof for all scopes.
import { type Credential, methodOf } from '../entra/methods.js';
import { shareProof } from '../entra/proofs.js';
import { describeCredential, type Identity, identityOf, signIn } from '../entra/sign-in.js';
import type { SignInTarget } from '../entra/sign-in-method.js';
import { type ActionError, ActionErrors } from '../errors.js';
import { describeToken } from '../input/scope-lines.js';
import type { TokenPlan } from '../plan/token-plan.js';
import type { Ports } from '../ports.js';
import { connectForTokens } from './connect-ahead.js';
import { type Minted, mintEach, type RefusedToken } from './mint-each.js';
import { describeIdentity, makeSignInContext, STEP_TIMEOUT_MS } from './open-session.js';

/**
 * Mints a token for each line of the plan.
 * @throws ActionErrors with each token that was refused
 */
export async function mintOwn(
	ports: Ports,
	credential: Credential,
	{ cloud, tokens: lines }: Pick<TokenPlan, 'cloud' | 'tokens'>,
): Promise<Minted> {
	const method = await methodOf(credential);
	const context = { ...makeSignInContext(ports, STEP_TIMEOUT_MS), proofs: shareProof() };
	const { authorityHost, oidcAudience } = cloud;
	const { tenantId, kind, reason } = credential;
	const identities: Identity[] = [];
	ports.log.info(describeCredential(credential, method.needsTenant));
	const minting = mintEach(lines, async (line) => {
		const target: SignInTarget = { authorityHost, tenantId, scope: line.scope, oidcAudience };
		const accessToken = await signIn({ credential, method }, target, context);
		identities.push(identityOf(accessToken, credential, target));
		return accessToken;
	});
	if (method.needsTenant) connectForTokens(ports, authorityHost, lines);
	const outcome = await minting;
	if (outcome.kind === 'refused') throw new ActionErrors(outcome.refused.map(nameToken));
	const [identity] = identities as [Identity, ...Identity[]];
	ports.log.info(`Signed in with ${kind} (${reason}): ${describeIdentity(identity)}.`);
	const { clientId = 'unknown' } = identity;
	const headline = `Minted for client ${clientId}, masked and exported:`;
	return { tokens: outcome.tokens, clientId, headline, proof: kind, warnings: [] };
}

function nameToken({ line, error }: RefusedToken): ActionError {
	return error.about(`${describeToken(line)}: ${error.subject}`);
}
