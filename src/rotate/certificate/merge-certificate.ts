// The new certificate as the vault's current version: the moment from which on there is no way back.
import { VAULT_RETRY_RULES } from '../../http/retry-policy.js';
import { write } from '../../http/write.js';
import { mergeOnce } from '../../keyvault/pending-certificate.js';
import { decodeSigningCertificate, type SigningCertificate } from '../../keyvault/signing-certificate.js';
import { unusableAnswerError } from '../../keyvault/vault-error.js';
import { type NextCredentials, nextTags } from '../../plan/certificate-tags.js';
import { readUnchanged } from './add-key.js';
import { advisingRoles, type CertificateRun, vaultUntil } from './certificate-run.js';
import { type CurrentVersion, readCurrent } from './find-certificate.js';

/** The certificate to merge. */
export interface MergeRequest {
	/** The version that was current when the rotation was decided. */
	readonly current: CurrentVersion;
	/** The new certificate, DER. */
	readonly made: Buffer;
	readonly credentials: NextCredentials;
}

/** Result. */
export type MergeResult =
	| { readonly kind: 'merged'; readonly certificate: SigningCertificate }
	/** `isHeld`: whether the new version is there all the same, or may come to be. */
	| { readonly kind: 'failed'; readonly error: unknown; readonly isHeld: 'no' | 'unknown' };

/** Merges the certificate. After a write without an answer, the vault is asked which version is current. */
export async function mergeCertificate(run: CertificateRun, request: MergeRequest): Promise<MergeResult> {
	const { certificate: item } = run.rotation;
	const { current, made, credentials } = request;
	const vault = vaultUntil(run, 'merging');
	let tags: Readonly<Record<string, string>>;
	try {
		// The last moment at which another run, or a person, can be noticed.
		const now = await readUnchanged(run, current, { journal: credentials.keyId, stage: 'merging' });
		tags = nextTags(now, credentials);
	} catch (error) {
		return { kind: 'failed', error, isHeld: 'no' };
	}
	const result = await write<SigningCertificate>(
		{
			sendOnce: async (context) => {
				const asked = mergeOnce(item, { certificate: made, tags }, { ...vault, context });
				const { certificate } = decodeSigningCertificate(await advisingRoles(run, asked), item);
				if (certificate.der.equals(made)) return certificate;
				throw unusableAnswerError(item, 'the answer shows another certificate than the one that was merged.');
			},
			look: async () => {
				const { certificate } = await readCurrent(run, 'all');
				return certificate.der.equals(made) ? certificate : undefined;
			},
			lookUntilMs: run.deadlineOf('all'),
			rules: VAULT_RETRY_RULES,
		},
		vault.context,
	);
	if (result.kind === 'done') return { kind: 'merged', certificate: result.value };
	return { kind: 'failed', error: result.error, isHeld: result.unanswered === 0 ? 'no' : 'unknown' };
}
