// The token action through the committed bundle, against an emulator whose application has the vault's certificate.

import { type Emulator, startEmulator } from '../emulator/emulator.js';
import type { StoredCertificate } from '../emulator/stored-objects.js';
import type { Step, StepResult } from '../runner/run-step.js';
import { assertNoLeak, runAction } from './run-action.js';

export const EXO = 'https://outlook.office365.com/.default';
export const GRAPH = 'https://graph.microsoft.com/.default';
export const SCOPES = `EXO = ${EXO}\nGRAPH = ${GRAPH}`;

/** An emulator with a certificate that cannot be exported, and who has its public part. */
export interface TokenWorld {
	readonly emulator: Emulator;
	readonly stored: StoredCertificate;
}

export async function startTokenWorld(): Promise<TokenWorld> {
	const emulator = await startEmulator();
	const stored = emulator.vault().setCertificate('exo', { exportable: false });
	Object.assign(emulator.entra.app(), { certificates: [stored.certificate.der], roles: ['Exchange.ManageAsApp'] });
	return { emulator, stored };
}

/** A step of the token action; inputs are added to those that sign in and ask for two tokens. */
export async function runToken(
	emulator: Emulator,
	inputs: Readonly<Record<string, string>> = {},
	step: Partial<Omit<Step, 'inputs'>> = {},
): Promise<StepResult> {
	const given = { certificate: 'exo', scopes: SCOPES, ...inputs };
	const result = await runAction(emulator, given, { action: 'token/action.yml', ...step });
	assertNoLeak(result, assertionsOf(emulator));
	return result;
}

/** Every assertion that the emulator was sent. */
export function assertionsOf({ requests }: Emulator): readonly string[] {
	return requests.flatMap(({ body }) => new URLSearchParams(body).get('client_assertion') ?? []);
}

/** What was asked of whom, e.g. `POST vault /keys/exo/VERSION/sign`. */
export function askedOf({ requests }: Emulator): readonly string[] {
	return requests.map(({ method, listener, path }) => `${method} ${listener} ${path}`);
}
