// Outcome of a certificate's rotation, as it leaves the step: outputs, warnings and the table of the summary.
import { describeCertificate } from '../../certificate/describe.js';
import { exportAll } from '../../export/export-all.js';
import { annotateAll } from '../../export/step-log.js';
import { writeSummary } from '../../export/summary.js';
import { vaultHost } from '../../plan/identifier.js';
import { CREDENTIAL_ID, credentialIdOf } from '../../plan/rotation-decision.js';
import type { Annotation } from '../../ports.js';
import { formatInstant } from '../../time.js';
import { advisingAll } from '../rotation-state.js';
import type { CertificateRun } from './certificate-run.js';
import { describeCompleteRotation } from './certificate-state.js';
import type { CurrentVersion } from './find-certificate.js';
import type { MergedVersion } from './renew-certificate.js';

/** The current version at the end; texts are empty if there is nothing. */
export interface CertificateOutcome {
	readonly isRotated: boolean;
	readonly version: string;
	readonly expires: string;
	readonly keyId: string;
	readonly thumbprint: string;
	/** The key credential that was removed, beside what an earlier run has left. */
	readonly removedId: string;
	readonly warnings: readonly Annotation[];
}

/** Nothing was renewed: what was there is there. */
export function keptOutcome(current: CurrentVersion, warnings: readonly Annotation[]): CertificateOutcome {
	const { version, expires, thumbprint } = current;
	const keyId = credentialIdOf(current, CREDENTIAL_ID) ?? '';
	return { isRotated: false, version, expires: formatInstant(expires), keyId, thumbprint, removedId: '', warnings };
}

/** The certificate was renewed. */
export function renewedOutcome({ certificate, credentials }: MergedVersion): CertificateOutcome {
	const { version, life, der } = certificate;
	const { thumbprint } = describeCertificate(der);
	const { keyId, outdatedId: removedId = '' } = credentials;
	return { isRotated: true, version, expires: formatInstant(life.expires), keyId, thumbprint, removedId, warnings: [] };
}

/**
 * Writes outputs, warnings and summary.
 * @throws ActionErrors if the outputs could not be written, which changes nothing about what was done
 */
export async function exportCertificateOutcome(run: CertificateRun, outcome: CertificateOutcome): Promise<void> {
	const { ports, options } = run;
	const { isRotated, version, expires, keyId, thumbprint, warnings } = outcome;
	const outputs = [
		{ name: 'rotated', value: `${isRotated}` },
		{ name: 'version', value: version },
		{ name: 'expires-on', value: expires },
		{ name: 'key-id', value: keyId },
		{ name: 'thumbprint', value: thumbprint },
	];
	try {
		await exportAll({ masks: [], privateFiles: undefined, outputs, variables: [] }, ports);
	} catch (error) {
		throw advisingAll(error, describeCompleteRotation(run, version, isRotated));
	}
	annotateAll(ports.log, 'warning', warnings);
	if (options.summary) await writeSummary(makeTable(run, outcome), ports);
}

const COLUMNS = ['Application', 'Certificate', 'Vault', 'Renewed', 'Version', 'Expires', 'Thumbprint', 'Key ID'];

function makeTable(
	{ rotation, options }: CertificateRun,
	outcome: CertificateOutcome,
): Parameters<typeof writeSummary>[0] {
	const { certificate, appId } = rotation;
	const { isRotated, version, expires, keyId, thumbprint, removedId } = outcome;
	const renewed = isRotated ? 'yes' : options.dryRun ? 'no, a dry run' : 'no, nothing is due';
	const row = [appId, certificate.name, vaultHost(certificate.vaultUrl), renewed, version, expires, thumbprint, keyId];
	return { heading: 'Certificate', columns: [...COLUMNS, 'Removed key credential'], rows: [[...row, removedId]] };
}
