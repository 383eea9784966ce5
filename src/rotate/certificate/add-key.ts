// The new certificate as a key credential of the application, and the journal that says so.
import { ActionError } from '../../errors.js';
import { addKeyOnce, type KeyAccess } from '../../graph/application-keys.js';
import { isConflict } from '../../graph/ask-graph.js';
import { VAULT_RETRY_RULES } from '../../http/retry-policy.js';
import { type WriteResult, write } from '../../http/write.js';
import { readTags, setTagsOnce } from '../../keyvault/stored-certificate.js';
import { unusableAnswerError } from '../../keyvault/vault-error.js';
import { journalOf, type TagRecord, withJournal } from '../../plan/certificate-tags.js';
import { advisingRoles, type CertificateRun, type CertificateStage, vaultUntil } from './certificate-run.js';
import { overtakenError } from './certificate-state.js';
import { type CurrentVersion, readCurrent } from './find-certificate.js';

/**
 * Adds the certificate to the application, and gives its key ID. After a request without an answer it is not sent again:
 * nobody can look what came of it.
 */
export function addKey(certificate: Buffer, access: KeyAccess): Promise<WriteResult<string>> {
	const { context } = access;
	const oneWrite = {
		sendOnce: (watched: typeof context) => addKeyOnce(certificate, { ...access, context: watched }),
		look: () => Promise.reject(unseenError()),
		lookUntilMs: context.clock.nowMs(),
		isPassing: isConflict,
	};
	return write<string>(oneWrite, context);
}

function unseenError(): ActionError {
	return new ActionError({
		code: 'ROTATE_KEY_UNSEEN',
		title: 'Key credentials cannot be looked at',
		problem: 'an application may not read its own key credentials.',
	});
}

/** State that the current version must still have. */
export interface Unchanged {
	/** The key ID in its journal; undefined for none. */
	readonly journal: string | undefined;
	readonly stage: CertificateStage;
}

/**
 * Reads the current version.
 * @throws ActionError if it is another one, or if its journal is of another run
 */
export async function readUnchanged(
	run: CertificateRun,
	{ version }: CurrentVersion,
	{ journal, stage }: Unchanged,
): Promise<CurrentVersion> {
	const now = await readCurrent(run, stage);
	if (now.version === version && journalOf(now) === journal) return now;
	throw overtakenError(run);
}

/** Notes the key credential on the current version, beside its other tags. @throws ActionErrors if that is not confirmed */
export function noteKey(run: CertificateRun, current: CurrentVersion, keyId: string): Promise<void> {
	return setTags(run, { version: current.version, tags: withJournal(current, keyId), stage: 'adding' });
}

/** A version, and the tags that it is to have. */
export interface TagOptions {
	readonly version: string;
	readonly tags: TagRecord;
	readonly stage: CertificateStage;
}

/**
 * Sets the tags of a version. After a write without an answer, the version is looked at.
 * @throws ActionErrors with advice if the vault refuses, or does not confirm it
 */
export async function setTags(run: CertificateRun, { version, tags, stage }: TagOptions): Promise<void> {
	const target = { ...run.rotation.certificate, version };
	const vault = vaultUntil(run, stage);
	const result = await write<true>(
		{
			sendOnce: async (context) => {
				const now = await advisingRoles(run, setTagsOnce(target, tags, { ...vault, context }));
				if (journalOf({ tags: now }) === journalOf({ tags })) return true;
				throw unusableAnswerError(target, 'the answer shows other tags than those that were set.');
			},
			look: async () => (journalOf({ tags: await readTags(target, vault) }) === journalOf({ tags }) ? true : undefined),
			lookUntilMs: run.deadlineOf('all'),
			rules: VAULT_RETRY_RULES,
		},
		vault.context,
	);
	if (result.kind === 'failed') throw result.error;
}
