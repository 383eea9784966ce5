// Minted tokens as outputs, variables and masks.
import { claimRoles, decodeClaims } from '../entra/claims.js';
import type { AccessToken } from '../entra/credential.js';
import type { ScopeLine } from '../input/token-inputs.js';
import { maskSecret } from '../masks/masks.js';
import type { SecretText } from '../secret-text.js';
import { formatInstant } from './expiry.js';
import type { RenderedOutput } from './rendered.js';
import { findInToken, type TokenFinding } from './token-findings.js';

/** What one line gives. */
export interface RenderedToken {
	readonly line: ScopeLine;
	/** `YYYY-MM-DDTHH:MM:SSZ`. */
	readonly expiresOn: string;
	/** Roles of the service that the token says it has. */
	readonly roles: readonly string[];
	/** What its claims say that the user should know. */
	readonly finding: TokenFinding | undefined;
	readonly outputs: readonly RenderedOutput[];
	readonly masks: readonly SecretText[];
}

/** Two outputs: the token, and its end. */
export function renderToken(line: ScopeLine, { token, expiresOnSeconds }: AccessToken): RenderedToken {
	const expiresOn = formatInstant(expiresOnSeconds);
	return {
		line,
		expiresOn,
		roles: claimRoles(decodeClaims(token)) ?? [],
		finding: findInToken(line, token),
		outputs: [
			{ name: line.output, value: token },
			{ name: `${line.output}-expires-on`, value: expiresOn },
		],
		masks: maskSecret(token.reveal()).masks,
	};
}
