// The work that is left once a version is current: the proof that it works, and the end of what is outdated.
import { ActionError, expectedErrors } from '../../errors.js';
import { isUnknownCertificate, UNKNOWN_CERTIFICATE } from '../../flow/vault-signed-client.js';
import { type KeyAccess, removeKey } from '../../graph/application-keys.js';
import { isProofRefused } from '../../graph/key-advice.js';
import type { SigningCertificate } from '../../keyvault/signing-certificate.js';
import { findTaggedVersions, readTags } from '../../keyvault/stored-certificate.js';
import { namesJournal, withJournal } from '../../plan/certificate-tags.js';
import type { SecretText } from '../../secret-text.js';
import { proveTwice } from '../prove-credential.js';
import { makePatience, NEW_TIMEOUT_MS } from '../rotation-run.js';
import { setTags } from './add-key.js';
import { advisingRoles, type CertificateRun, openKeys, signInAsApplication, vaultUntil } from './certificate-run.js';
import type { CurrentVersion } from './find-certificate.js';

/** A version that is current, and what its journal says. */
export interface Unfinished {
	readonly current: Pick<CurrentVersion, 'certificate' | 'version' | 'tags'>;
	/** The key credential that goes; undefined if there is none. */
	readonly outdatedId: string | undefined;
	/** The version before; undefined if this run does not know it. */
	readonly previousVersion: string | undefined;
}

/**
 * Proves the version, removes the outdated key credential, and takes the note of it away: that goes last, so that a run
 * that is interrupted is finished by the next one. Doing it twice does no harm.
 * @throws ActionErrors if one of these fails; nothing is taken back
 */
export async function finishCertificate(run: CertificateRun, unfinished: Unfinished): Promise<void> {
	const { current, outdatedId } = unfinished;
	const { log, clock } = run.ports;
	const { certificate, version } = current;
	const startMs = clock.nowMs();
	const token = await proveCertificate(run, certificate);
	const seconds = Math.round((clock.nowMs() - startMs) / 1000);
	log.info(`Proved: the application signed in with version ${version} twice in a row, after ${seconds} s.`);
	if (outdatedId !== undefined) {
		const keys = await openKeys(run, { certificate, token, stage: 'all' });
		await removeOutdatedKey(run, outdatedId, keys);
		log.info(`Removed from the application: outdated key credential ${outdatedId}.`);
	}
	await clearNotes(run, unfinished);
}

/** Two tokens in a row of the application, by this version; the second one. @throws ActionErrors if there are none in time */
async function proveCertificate(run: CertificateRun, certificate: SigningCertificate): Promise<SecretText> {
	const { clock } = run.ports;
	const deadlineMs = Math.min(clock.nowMs() + NEW_TIMEOUT_MS, run.deadlineOf('all'));
	const options = { clock, deadlineMs, unknown: [UNKNOWN_CERTIFICATE] };
	const result = await proveTwice(options, () => signInAsApplication(run, certificate, deadlineMs));
	if (result.kind === 'proved') return result.value;
	throw notProved(run, certificate, result.last);
}

function notProved(
	{ rotation }: CertificateRun,
	{ item, version }: SigningCertificate,
	last: ActionError | undefined,
): ActionError {
	const reason = last === undefined ? '' : ` The last failure: ${last.problem}`;
	// Entra's advice on a certificate that it does not know is no advice for one that is new.
	const hint = last === undefined || isUnknownCertificate(last) ? undefined : last.hint;
	return new ActionError({
		code: 'ROTATE_NOT_PROVED',
		title: 'The new certificate could not be proved',
		subject: `application ${rotation.appId}`,
		problem: `no two sign-ins in a row succeeded with version ${version} of certificate ${item.name} within ${NEW_TIMEOUT_MS / 1000} s.${reason}`,
		hint: hint ?? 'Microsoft Entra ID took too long to learn of the new certificate.',
		...(last?.requestId !== undefined && { requestId: last.requestId }),
	});
}

// A server that has not heard of a new certificate refuses its proof.
async function removeOutdatedKey(run: CertificateRun, keyId: string, keys: KeyAccess): Promise<void> {
	const patience = makePatience(run.ports.clock, run.deadlineOf('all'));
	for (;;) {
		try {
			await removeKey(keyId, keys);
			return;
		} catch (error) {
			const mayPass = expectedErrors(error).every(isProofRefused);
			if (!mayPass || !(await patience.wait())) throw error;
		}
	}
}

// The version before has a note, too, which means nothing there: so it goes first.
async function clearNotes(run: CertificateRun, { current, previousVersion }: Unfinished): Promise<void> {
	const before = previousVersion === undefined ? await findNotedVersions(run) : [previousVersion];
	for (const version of [...before.filter((one) => one !== current.version), current.version]) {
		await clearNote(run, version);
	}
}

/** Takes the note of a version away; its other tags stay as they are now. @throws ActionErrors if the vault refuses */
export async function clearNote(run: CertificateRun, version: string): Promise<void> {
	const item = { ...run.rotation.certificate, version };
	const tags = await advisingRoles(run, readTags(item, vaultUntil(run, 'all')));
	await setTags(run, { version, tags: withJournal({ tags }, undefined), stage: 'all' });
}

// A run that may not list versions leaves the note of an old one, which nobody reads.
async function findNotedVersions(run: CertificateRun): Promise<readonly string[]> {
	try {
		return await findTaggedVersions(run.rotation.certificate, namesJournal, vaultUntil(run, 'all'));
	} catch (error) {
		for (const { message } of expectedErrors(error))
			run.ports.log.info(`Older versions were not looked at: ${message}`);
		return [];
	}
}
