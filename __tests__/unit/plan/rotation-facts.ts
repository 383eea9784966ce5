// What tests of the rotation's decision share: a version and passwords, and a decision about them.
import {
	type AppPassword,
	decideRotation,
	type RotationFacts,
	type StoredVersion,
} from '../../../src/plan/rotation-decision.js';

export const NOW = 1_800_000_000;
export const DAY = 86_400;
const NAME = 'azure-key-vault-action contoso.vault.azure.net/api 00000001';
export const [CURRENT, PREVIOUS, OLDER, OTHER] = [1, 2, 3, 4].map((n) =>
	`${n}`.repeat(8).concat('-abcd-4111-8111-111111111111'),
) as [string, string, string, string];

export function password(
	keyId: string,
	ageSeconds: number | undefined,
	displayName: string | undefined = NAME,
): AppPassword {
	const starts = ageSeconds === undefined ? undefined : NOW - ageSeconds;
	return { keyId, displayName, starts, expires: NOW + 60 * DAY, hint: keyId.slice(0, 3) };
}

export function storedVersion(changes: Partial<StoredVersion> = {}): StoredVersion {
	const tags = { CredentialId: CURRENT, PreviousCredentialId: PREVIOUS };
	return { version: 'v'.repeat(32), expires: NOW + 60 * DAY, contentType: '', tags, hint: 'abc', ...changes };
}

export function decide({
	options,
	...facts
}: Partial<Omit<RotationFacts, 'options'>> & { options?: Partial<RotationFacts['options']> } = {}) {
	return decideRotation({
		secret: { vaultUrl: 'https://contoso.vault.azure.net', collection: 'secrets', name: 'api', version: undefined },
		stored: storedVersion(),
		passwords: [password(CURRENT, 30 * DAY), password(PREVIOUS, 90 * DAY), password(OTHER, DAY, 'of a person')],
		nowSeconds: NOW,
		...facts,
		options: { validDays: 90, renewBeforeDays: 30, force: false, dryRun: false, summary: true, ...options },
	});
}
