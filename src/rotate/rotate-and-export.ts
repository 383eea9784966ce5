// The rotate action, once everything is decided that can be: what is there -> decision -> renewal -> export. Loaded then.
import { readStoredVersion } from '../keyvault/stored-version.js';
import { withRotationRoles } from '../keyvault/vault-error.js';
import { decideRotation, type SecretRotation } from '../plan/rotation-decision.js';
import { checkRoomForTags } from '../plan/version-tags.js';
import type { Ports } from '../ports.js';
import { rotateCertificate } from './certificate/rotate-certificate.js';
import { removeOutdated } from './passwords.js';
import { renewSecret } from './renew-secret.js';
import { exportOutcome, keptOutcome, type Outcome, renewedOutcome } from './rotation-outcome.js';
import { findApplication, openRun, type RotationRequest, type RotationRun, withDeadline } from './rotation-run.js';
import { advisingAll, busyError, describeUnchanged } from './rotation-state.js';
import { describeDecision, describeDryRun, describeFound, type Found } from './rotation-text.js';

/**
 * Signs in, looks, decides, renews if that is due, and exports what came of it.
 * @throws ActionErrors that say what the state is now
 */
export function rotateAndExport({ credential, rotation, options }: RotationRequest, ports: Ports): Promise<void> {
	switch (rotation.kind) {
		case 'secret':
			return rotatePassword({ credential, rotation, options }, ports);
		case 'certificate':
			return rotateCertificate({ credential, rotation, options }, ports);
	}
}

async function rotatePassword(request: RotationRequest<SecretRotation>, ports: Ports): Promise<void> {
	const { run, found } = await look(ports, request);
	const outcome = request.options.dryRun ? tryOut(run, found) : await rotate(run, found);
	await exportOutcome(run, found, outcome);
}

async function look(
	ports: Ports,
	request: RotationRequest<SecretRotation>,
): Promise<{ run: RotationRun; found: Found }> {
	try {
		const run = await openRun(ports, request);
		const found = await find(run);
		for (const line of describeFound(request.rotation, found)) ports.log.info(line);
		ports.log.info(describeDecision(found, request.options));
		return { run, found };
	} catch (error) {
		throw advisingAll(error, describeUnchanged());
	}
}

async function find(run: RotationRun): Promise<Found> {
	const { rotation, options, ports } = run;
	const stored = await readStoredVersion(rotation.secret, withDeadline(run.vault, run, 'reading')).catch(
		(error: unknown) => {
			throw withRotationRoles(error, rotation.secret);
		},
	);
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
		case 'rotate':
			return renewedOutcome(await renewSecret(run, { before: stored, nowSeconds: found.nowSeconds, decision }));
	}
}
