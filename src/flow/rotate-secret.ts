// The rotate action: input -> plan -> sign-in -> what is there -> decision -> renewal -> export.
import type { Credential } from '../entra/methods.js';
import { checkAll, settle } from '../errors.js';
import { readRotationInputs, readRotationOptions } from '../input/rotate-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { withRotationRoles } from '../keyvault/needed-roles.js';
import { readStoredVersion } from '../keyvault/stored-version.js';
import { makeRotation } from '../plan/rotation.js';
import { decideRotation } from '../plan/rotation-decision.js';
import { checkRoomForTags } from '../plan/version-tags.js';
import type { Ports } from '../ports.js';
import { describeDecision, describeDryRun, describeFound, type Found } from '../render/rotation-text.js';
import { findApplication } from './find-application.js';
import { decideCredential } from './open-session.js';
import { removeOutdated } from './remove-password.js';
import { exportOutcome, keptOutcome, type Outcome, renewedOutcome } from './rotation-outcome.js';
import { openRun, type RotationOrder, type RotationRun, within } from './rotation-run.js';
import { advisingAll, busyError, describeUnchanged } from './rotation-state.js';
import { checkRunner, runStory } from './step-frame.js';

/** Runs the rotate action. True where the step succeeded; where it did not, the annotations say why. */
export function rotateSecret(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const order = await decide(ports);
		const { run, found } = await look(ports, order);
		const outcome = order.options.dryRun ? tryOut(run, found) : await rotate(run, found);
		await exportOutcome(run, found, outcome);
	});
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<RotationOrder> {
	const credential = await settle(decideCredential(ports));
	return checkAll<RotationOrder & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: () => checkMethod(credential()),
		rotation: () => makeRotation(readRotationInputs(ports.inputs)),
		options: () => readRotationOptions(ports.inputs),
	});
}

function checkMethod(credential: Credential): Credential {
	if (credential.kind !== 'access-token' && credential.kind !== 'device-code') return credential;
	throw invalidInput(
		credential.kind === 'access-token' ? 'access-token' : 'auth-method',
		`cannot be ${credential.kind === 'access-token' ? 'used' : 'device-code'} here: a rotation needs two tokens, for the vault and for Microsoft Graph, of an application.`,
		'Sign in with github-oidc or in another way that needs no person and no token of yours.',
	);
}

async function look(ports: Ports, order: RotationOrder): Promise<{ run: RotationRun; found: Found }> {
	try {
		const run = await openRun(ports, order);
		const found = await find(run);
		for (const line of describeFound(order.rotation, found)) ports.log.info(line);
		ports.log.info(describeDecision(found, order.options));
		return { run, found };
	} catch (error) {
		throw advisingAll(error, describeUnchanged());
	}
}

async function find(run: RotationRun): Promise<Found> {
	const { rotation, options, ports } = run;
	const stored = await readStoredVersion(rotation.secret, within(run.vault, run, 'reading')).catch((error: unknown) => {
		throw withRotationRoles(error, rotation.secret);
	});
	const { passwords, dateSeconds } = await findApplication(run);
	// The age of a password is told by the clock that it was made by.
	const nowSeconds = dateSeconds ?? Math.floor(ports.clock.nowMs() / 1000);
	const decision = decideRotation({ ...rotation, stored, passwords, nowSeconds, options });
	if (decision.kind === 'rotate') checkRoomForTags(stored);
	return { stored, passwords, nowSeconds, decision };
}

function tryOut({ rotation, ports }: RotationRun, found: Found): Outcome {
	ports.log.info(describeDryRun(rotation, found));
	return keptOutcome(found, { removed: [], left: [] });
}

async function rotate(run: RotationRun, found: Found): Promise<Outcome> {
	const { stored, decision } = found;
	switch (decision.kind) {
		case 'busy':
			throw busyError(run, decision);
		case 'keep':
			return keptOutcome(found, await removeOutdated(run, decision.outdated));
		case 'rotate': {
			// Most runs find nothing due.
			const { renewSecret } = await import('./renew-secret.js');
			return renewedOutcome(await renewSecret(run, { before: stored, nowSeconds: found.nowSeconds, decision }));
		}
	}
}
