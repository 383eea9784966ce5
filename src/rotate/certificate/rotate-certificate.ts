// The rotation of a certificate: look -> finish what an earlier run has left -> renew, if that is due -> export.
import type { ActionErrors } from '../../errors.js';
import { deletePending } from '../../keyvault/pending-certificate.js';
import { unusableAnswerError } from '../../keyvault/vault-error.js';
import { isHeld, withJournal } from '../../plan/certificate-tags.js';
import type { CertificateRotation } from '../../plan/rotation-decision.js';
import type { Ports } from '../../ports.js';
import { makePatience, type RotationRequest } from '../rotation-run.js';
import { advisingAll, describeUnchanged } from '../rotation-state.js';
import {
	type CertificateOutcome,
	exportCertificateOutcome,
	keptOutcome,
	renewedOutcome,
} from './certificate-outcome.js';
import { advisingRoles, type CertificateRun, openCertificateRun, vaultUntil } from './certificate-run.js';
import { authorityError, busyError, describeUnfinished } from './certificate-state.js';
import { describeDecision, describeDryRun, describeFound, warnOfRenewal } from './certificate-text.js';
import { type FoundCertificate, findCertificate } from './find-certificate.js';
import { finishCertificate } from './finish-certificate.js';
import { renewCertificate } from './renew-certificate.js';

/**
 * Signs in to the vault, looks, finishes, renews the certificate if that is due, and exports what came of it.
 * @throws ActionErrors that say what the state is now
 */
export async function rotateCertificate(request: RotationRequest<CertificateRotation>, ports: Ports): Promise<void> {
	const { run, found } = await look(request, ports);
	const outcome = request.options.dryRun ? tryOut(run, found) : await rotate(run, found);
	await exportCertificateOutcome(run, outcome);
}

async function look(
	request: RotationRequest<CertificateRotation>,
	ports: Ports,
): Promise<{ run: CertificateRun; found: FoundCertificate }> {
	try {
		const run = await openCertificateRun(request, ports);
		const found = await findCertificate(run, 'reading');
		if (found.decision.pending.kind === 'authority') throw authorityError(run, found.decision.pending.issuer);
		for (const line of describeFound(request.rotation, found)) ports.log.info(line);
		ports.log.info(describeDecision(found, request.options));
		return { run, found };
	} catch (error) {
		throw advisingAll(error, describeUnchanged());
	}
}

function tryOut(run: CertificateRun, found: FoundCertificate): CertificateOutcome {
	const { current } = found;
	run.ports.log.info(describeDryRun(run.rotation, found));
	return keptOutcome(current, warnOfRenewal(current));
}

async function rotate(run: CertificateRun, found: FoundCertificate): Promise<CertificateOutcome> {
	const { pending, due } = found.decision;
	// A certificate that is not due is left in peace while another run is in progress.
	if (pending.kind === 'at-work' && due === undefined) return keptOutcome(found.current, []);
	const { current, ...ready } = await finishEarlier(run, found);
	if (due === undefined || ready.decision.due === undefined) return keptOutcome(current, warnOfRenewal(current));
	return renewedOutcome(await renewCertificate(run, { current, ...ready }));
}

/** Finishes what earlier runs have left: nothing is pending then, and the current version has no note. */
async function finishEarlier(run: CertificateRun, found: FoundCertificate): Promise<FoundCertificate> {
	const { current, decision } = await dropLeftover(run, found);
	const { journal } = decision;
	if (journal === undefined) return { ...found, current, decision };
	const outdatedId = isHeld(current, journal) ? undefined : journal;
	await finishCertificate(run, { current, outdatedId, previousVersion: undefined }).catch((error: unknown) => {
		throw advisingAll(error, describeUnfinished(run, current));
	});
	run.ports.log.info('Cleaned up after an interrupted run.');
	return { ...found, current: { ...current, tags: withJournal(current, undefined) }, decision };
}

// Once nothing is pending, nobody completes it any more: the version that is read then is current for good.
async function dropLeftover(run: CertificateRun, found: FoundCertificate): Promise<FoundCertificate> {
	const patience = makePatience(run.ports.clock, run.deadlineOf('finishing'));
	let now = found;
	while (now.decision.pending.kind !== 'nothing') {
		checkLeftover(run, now);
		// Deleting it once more does no harm, but it is of no use at once.
		if (now !== found && !(await patience.wait())) throw stillPendingError(run, now);
		now = await deleteLeftover(run).catch((error: unknown) => {
			throw advisingAll(error, describeUnfinished(run, found.current));
		});
	}
	return now;
}

/** @throws ActionErrors if what is pending is not what an interrupted run has left */
function checkLeftover(run: CertificateRun, { current, decision: { pending } }: FoundCertificate): void {
	if (pending.kind === 'at-work') throw busyError(run, pending.freeFrom);
	if (pending.kind === 'authority')
		throw advisingAll(authorityError(run, pending.issuer), describeUnfinished(run, current));
}

async function deleteLeftover(run: CertificateRun): Promise<FoundCertificate> {
	await advisingRoles(run, deletePending(run.rotation.certificate, vaultUntil(run, 'finishing')));
	run.ports.log.info('Deleted: the request for a new version that an interrupted run has left.');
	return findCertificate(run, 'finishing');
}

function stillPendingError(run: CertificateRun, { current }: FoundCertificate): ActionErrors {
	const problem = 'the vault deleted the request for a new version that an interrupted run left, and still shows it.';
	return advisingAll(unusableAnswerError(run.rotation.certificate, problem), describeUnfinished(run, current));
}
