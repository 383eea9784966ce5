// The heart of a certificate's rotation: request, make, add, wait, merge; undo if one of these fails; and finish.
import { readCertificateRequest } from '../../certificate/certificate-request.js';
import { describeCertificate } from '../../certificate/describe.js';
import { makeCertificate } from '../../certificate/make-certificate.js';
import { expectedErrors } from '../../errors.js';
import { isUnknownCertificate, logCertificate } from '../../flow/vault-signed-client.js';
import type { KeyAccess } from '../../graph/application-keys.js';
import type { SigningCertificate } from '../../keyvault/signing-certificate.js';
import { type NextCredentials, nextCredentials, nextTags } from '../../plan/certificate-tags.js';
import { DAY_SECONDS, formatInstant } from '../../time.js';
import { advisingAll } from '../rotation-state.js';
import { addKey, noteKey, readUnchanged } from './add-key.js';
import { type CertificateRun, openKeys, signInAsApplication, signWith } from './certificate-run.js';
import { describeMerged } from './certificate-state.js';
import type { FoundCertificate } from './find-certificate.js';
import { finishCertificate } from './finish-certificate.js';
import { mergeCertificate } from './merge-certificate.js';
import { type RequestedKey, requestKey } from './request-key.js';
import { type Progress, undoRotation } from './undo-certificate.js';

/** No level of service is published for how soon all servers of Entra ID know a new key credential. */
const WAIT_MS = 60_000;

/** A version that has become the current one. */
export interface MergedVersion {
	readonly certificate: SigningCertificate;
	readonly credentials: NextCredentials;
}

/**
 * Rotates the certificate, so that no reader of the vault ever meets one that Entra does not know.
 * @throws ActionErrors that say in which state the application and the vault are, and what is left to do
 */
export async function renewCertificate(run: CertificateRun, found: FoundCertificate): Promise<MergedVersion> {
	const { log } = run.ports;
	const { current } = found;
	const progress: Progress = { requested: await requestKey(run, current) };
	log.info(`Requested: a new key in the vault. Version ${current.version} stays current.`);
	const merged = await addAndMerge(run, found, progress).catch(async (error: unknown) => {
		throw advisingAll(error, await undoRotation(run, current, { ...progress, error }));
	});
	const { certificate, credentials } = merged;
	const { version } = certificate;
	log.info(`Merged: version ${version} is current.`);
	const tags = nextTags(current, credentials);
	const unfinished = { current: { certificate, version, tags }, previousVersion: current.version };
	await finishCertificate(run, { ...unfinished, outdatedId: credentials.outdatedId }).catch((error: unknown) => {
		throw advisingAll(error, describeMerged(run, version));
	});
	return merged;
}

async function addAndMerge(
	run: CertificateRun,
	{ current, nowSeconds }: FoundCertificate,
	progress: Progress,
): Promise<MergedVersion> {
	const { log, clock } = run.ports;
	const made = await makeNext(run, { issuer: current.certificate, requested: progress.requested, nowSeconds });
	const keys = await openAsApplication(run, current.certificate);
	// Its tags are read before, so that nothing comes between the new key credential and the note of it.
	const unchanged = await readUnchanged(run, current, { journal: undefined, stage: 'adding' });
	const keyId = await addMade(made, keys, progress);
	await noteKey(run, unchanged, keyId);
	log.info(
		`Added to application ${run.rotation.appId}: key credential ${keyId}, until ${formatInstant(made.expires)}.`,
	);
	progress.key = { keyId, access: keys, isNoted: true };
	log.info(`Waiting for ${WAIT_MS / 1000} s until the servers of Entra ID know it.`);
	await clock.sleep(WAIT_MS);
	const credentials = nextCredentials(current, keyId);
	const result = await mergeCertificate(run, { current, made: made.der, credentials });
	if (result.kind === 'merged') return { certificate: result.certificate, credentials };
	progress.isMaybeMerged = result.isHeld === 'unknown';
	throw result.error;
}

/** A new certificate, DER, and what it says of itself. */
interface MadeCertificate {
	readonly der: Buffer;
	readonly thumbprint: string;
	/** In seconds since 1970. */
	readonly expires: number;
}

/** Parts of a new certificate. */
interface NextCertificate {
	/** Its key signs the new certificate. */
	readonly issuer: SigningCertificate;
	readonly requested: RequestedKey;
	readonly nowSeconds: number;
}

async function makeNext(
	run: CertificateRun,
	{ issuer, requested, nowSeconds }: NextCertificate,
): Promise<MadeCertificate> {
	const { ports, options } = run;
	const expires = nowSeconds + options.validDays * DAY_SECONDS;
	const wanted = {
		request: readCertificateRequest(requested.request),
		issuer: issuer.der,
		serial: ports.randomBytes(16),
		notBefore: nowSeconds,
		notAfter: expires,
	};
	const der = await makeCertificate(wanted, signWith(run, issuer, 'adding'));
	const { thumbprint, subject } = describeCertificate(der);
	ports.log.info(
		`Made: a certificate for the new key, ${subject}, thumbprint ${thumbprint}, signed by the current key in the vault.`,
	);
	return { der, thumbprint, expires };
}

async function openAsApplication(run: CertificateRun, certificate: SigningCertificate): Promise<KeyAccess> {
	const token = await signInAsApplication(run, certificate, run.deadlineOf('adding')).catch((error: unknown) => {
		if (expectedErrors(error).some(isUnknownCertificate)) logCertificate(run.ports, certificate);
		throw error;
	});
	return openKeys(run, { certificate, token, stage: 'adding' });
}

async function addMade(made: MadeCertificate, keys: KeyAccess, progress: Progress): Promise<string> {
	const result = await addKey(made.der, keys);
	if (result.kind === 'failed') {
		if (result.unanswered > 0) progress.lost = made;
		throw result.error;
	}
	progress.key = { keyId: result.value, access: keys, isNoted: false };
	return result.value;
}
