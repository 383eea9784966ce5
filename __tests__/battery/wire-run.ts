// One case of the battery on the wire: an emulator with a fault, a step of the bundle, and what must have come of it.
import assert from 'node:assert/strict';
import type { Emulator } from '../emulator/emulator.js';
import type { StepResult } from '../runner/run-step.js';
import { assertNoLeak, assertNothingExported, errorsOf, runAction } from '../support/run-action.js';
import { DueCertificate, RotateWorld } from '../support/run-rotate.js';
import { SCOPES } from '../support/run-token.js';
import { startTrustingEmulator } from '../support/sign-in-as.js';
import type { WireCase } from './wire-cases.js';

const VALUE = 'value-of-the-secret';

/** Runs a case. @throws AssertionError if anything is not as it must be */
export async function runWireCase({ exchange, make, expected, debug }: WireCase): Promise<void> {
	const emulator = await startTrustingEmulator();
	try {
		const { certificate } = emulator.vault().setCertificate('exo');
		emulator.entra.app().certificates = [certificate.der];
		const world = makeWorld(exchange.step, emulator);
		emulator.inject({ ...make(), match: exchange.match, times: 1 });
		const result = await runStepOf(exchange.step, emulator, { world, debug });
		const { header, arcKey } = emulator.identities;
		assertNoLeak(result, [VALUE, certificate.pfxBase64, certificate.privateKeyPem, header, arcKey]);
		assertNoLeak(result, [...emulator.idTokens.idTokens, emulator.idTokens.requestToken]);
		if (expected === 'survived') assertSurvived(result, exchange.step);
		else assertRefused(result);
		assert.ok(world?.storedWorks !== false, 'the vault holds what does not work');
	} finally {
		await emulator.close();
	}
}

function makeWorld(step: WireCase['exchange']['step'], emulator: Emulator): RotateWorld | DueCertificate | undefined {
	if (step === 'rotate-certificate') return new DueCertificate(emulator);
	if (step !== 'rotate') return undefined;
	const world = new RotateWorld(emulator);
	world.store(world.addOwn(85), 5);
	return world;
}

interface StepOptions {
	readonly world: RotateWorld | DueCertificate | undefined;
	readonly debug: boolean;
}

function runStepOf(
	kind: WireCase['exchange']['step'],
	emulator: Emulator,
	{ world, debug }: StepOptions,
): Promise<StepResult> {
	switch (kind) {
		case 'secret':
			return runAction(emulator, { secrets: 'db', certificates: 'exo' }, { debug });
		case 'federation': {
			const env = emulator.idTokenVariables;
			return runAction(emulator, { secrets: 'db', 'client-secret': '' }, { debug, env });
		}
		case 'imds': {
			const inputs = { secrets: 'db', 'client-secret': '', 'client-id': '', 'auth-method': 'managed-identity' };
			const env = { AZURE_POD_IDENTITY_AUTHORITY_HOST: emulator.listener('imds').origin };
			return runAction(emulator, inputs, { debug, env });
		}
		case 'mint':
			return runAction(emulator, { certificate: 'exo', scopes: SCOPES }, { debug, action: 'token/action.yml' });
		case 'mint-own': {
			const inputs = { scopes: SCOPES, keyvault: '', 'client-secret': '' };
			const env = emulator.idTokenVariables;
			return runAction(emulator, inputs, { debug, env, action: 'token/action.yml' });
		}
		case 'rotate':
		case 'rotate-certificate':
			assert.ok(world !== undefined);
			return world.run({}, { debug });
		default:
			throw kind satisfies never;
	}
}

function assertSurvived({ exitCode, outputs, annotations, log }: StepResult, kind: WireCase['exchange']['step']): void {
	assert.equal(exitCode, 0, log.join('\n'));
	assert.ok(!annotations.some(({ level }) => level === 'error'));
	if (kind === 'rotate' || kind === 'rotate-certificate') assert.equal(outputs['rotated'], 'true');
	else if (kind === 'mint' || kind === 'mint-own') assert.match(outputs['EXO'] ?? '', /^eyJ/);
	else assert.equal(outputs['db'], VALUE);
}

function assertRefused(result: StepResult): void {
	assertNothingExported(result);
	assert.equal(errorsOf(result).length, 1, errorsOf(result).join('\n'));
	assert.match(errorsOf(result)[0] ?? '', /^\S.{20,}(?:[.?)]|--key-id \S+)$/);
}
