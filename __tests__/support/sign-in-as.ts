// Signs in through the bundle with debug logging, and what must hold whichever way it was.
import assert from 'node:assert/strict';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../emulator/directory.js';
import { type Emulator, startEmulator } from '../emulator/emulator.js';
import { GITHUB_ISSUER, GITHUB_SUBJECT } from '../emulator/id-token-issuer.js';
import type { Step, StepResult } from '../runner/run-step.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from './run-action.js';

const VALUE = 'value-of-the-secret';

/** Audience of the ID tokens that the application trusts. */
export const AUDIENCE = 'api://AzureADTokenExchange';

/** An emulator with a secret, and an application that trusts the ID tokens of its issuer. */
export async function startTrustingEmulator(): Promise<Emulator> {
	const emulator = await startEmulator();
	emulator.vault().setSecret('db', VALUE);
	emulator.entra.app().federated = [{ issuer: GITHUB_ISSUER, subject: GITHUB_SUBJECT, audience: AUDIENCE }];
	return emulator;
}

type Texts = Readonly<Record<string, string>>;

/** Fetches the secret, without the client secret that other tests sign in with. */
export async function signInAs(
	emulator: Emulator,
	inputs: Texts,
	env: Texts = {},
	step: Partial<Step> = {},
): Promise<StepResult> {
	const given = { 'client-secret': '', secrets: 'db', ...inputs };
	const result = await runAction(emulator, given, { ...step, env, debug: true });
	const { header, arcKey } = emulator.identities;
	assertNoLeak(result, [VALUE, CLIENT_SECRET, emulator.idTokens.requestToken, header, arcKey]);
	assertNoLeak(result, [...emulator.idTokens.idTokens, ...emulator.deviceCodes.codes]);
	return result;
}

/** The secret came, and the log says who signed in and how. */
export function assertSignedIn(result: StepResult, method: string, clientId = CLIENT_ID): void {
	assert.equal(result.exitCode, 0, result.log.join('\n'));
	assert.equal(result.outputs['db'], VALUE);
	const line = result.log.find((one) => one.startsWith('Signed in with')) ?? '';
	assert.ok(line.startsWith(`Signed in with ${method} (`), line);
	assert.ok(line.endsWith(`: tenant ${TENANT_ID}, client ${clientId}.`), line);
	assert.ok(result.log.some((one) => one.includes('Access token: aud = https://vault.azure.net')));
}

/** Nothing came, and one error says why. */
export function assertRefused(result: StepResult, expected: RegExp): void {
	assertNothingExported(result);
	assert.equal(errorsOf(result).length, 1, errorsOf(result).join('\n'));
	assert.match(errorsOf(result)[0] ?? '', expected);
}
