// One token for each scope: all of them, or none.
import type { AccessToken } from '../entra/token-request.js';
import { type ActionError, ActionErrors, foreseenErrors } from '../errors.js';
import { inParallel } from '../http/limit.js';
import type { ScopeLine } from '../input/scope-lines.js';
import type { Annotation } from '../ports.js';
import { type RenderedToken, renderToken } from '../render/render-token.js';

/** What came of a step: its tokens, and what is to be said of them. */
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

/** What came of the lines: all tokens, in their order, or each that was refused. */
export type MintOutcome = { readonly kind: 'minted'; readonly tokens: readonly RenderedToken[] } | RefusedTokens;

/** Mints together, once per scope: lines of one scope share their token. */
export async function mintEach(
	lines: readonly ScopeLine[],
	mint: (line: ScopeLine) => Promise<AccessToken>,
): Promise<MintOutcome> {
	const results = await inParallel(eachScopeOnce(lines), async (line) =>
		mint(line).then(
			(token) => ({ scope: line.scope, token }),
			(error: unknown) => ({ refused: foreseenErrors(error).map((one) => ({ line, error: one })) }),
		),
	);
	const refused = results.flatMap((result) => ('refused' in result ? result.refused : []));
	if (refused.length > 0) return { kind: 'refused', refused };
	const minted = results.filter((result) => 'token' in result);
	const tokens = lines.flatMap((line) =>
		minted.filter(({ scope }) => scope === line.scope).map(({ token }) => renderToken(line, token)),
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
