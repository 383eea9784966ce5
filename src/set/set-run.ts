// Parts that the lines of one run share: the vault, and until when each part of the work may last.
import type { SetOptions } from '../input/set-inputs.js';
import type { VaultAccess } from '../keyvault/ask-vault.js';
import type { WritePermissions } from '../keyvault/vault-response-error.js';
import type { Ports } from '../ports.js';

/** A run that has signed in. */
export interface SetRun {
	readonly ports: Ports;
	readonly options: SetOptions;
	readonly vault: VaultAccess;
	/** In milliseconds since 1970. */
	readonly startMs: number;
}

/**
 * From the beginning of the step, in milliseconds. The last part is kept for a look at what came of a write that got no
 * answer.
 */
const LIMITS_MS = { write: 100_000, all: 120_000 } as const;

/** The whole step lasts at most this long. */
export const SET_TIMEOUT_MS = LIMITS_MS.all;

/** A part of the work that has a time limit of its own. */
export type SetStage = keyof typeof LIMITS_MS;

/** Returns the instant at which a stage must have ended, in milliseconds since 1970. */
export function deadlineOf({ startMs }: SetRun, stage: SetStage): number {
	return startMs + LIMITS_MS[stage];
}

/** For errors: what comparing and writing need, whichever line is refused. */
const WRITES: WritePermissions = { secrets: ['list', 'get', 'set'], certificates: ['get', 'import'] };

/** Returns the same access, until the end of a stage. */
export function accessUntil(run: SetRun, stage: SetStage): VaultAccess {
	const { vault } = run;
	return { ...vault, writes: WRITES, context: { ...vault.context, deadlineMs: deadlineOf(run, stage) } };
}
