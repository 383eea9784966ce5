import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseCloud } from '../../../src/plan/cloud.js';
import type { PreviousPassword } from '../../../src/plan/own-password.js';
import type {
	AppPassword,
	Decision,
	DueReason,
	SecretRotation,
	StoredVersion,
} from '../../../src/plan/rotation-decision.js';
import { describeDecision, describeDryRun, describeFound } from '../../../src/rotate/rotation-text.js';

const ID = 'f0b0b335-1d71-4883-8f98-567911bfdca6';
const ROTATION: SecretRotation = {
	kind: 'secret',
	cloud: chooseCloud({ cloud: undefined, authorityHost: undefined, vaultSuffix: undefined, oidcAudience: undefined }),
	secret: { vaultUrl: 'https://contoso.vault.azure.net', collection: 'secrets', name: 'api', version: undefined },
	appId: 'app-1',
};
const STORED: StoredVersion = {
	version: 'v1',
	expires: Date.UTC(2026, 0, 31) / 1000,
	contentType: '',
	tags: { CredentialId: ID },
	hint: 'abc',
};
const OWN: AppPassword = {
	keyId: ID,
	displayName: 'azure-key-vault-action contoso.vault.azure.net/api 00000000',
	starts: undefined,
	expires: undefined,
	hint: undefined,
};
const OPTIONS = { validDays: 90, renewBeforeDays: 30, force: false, dryRun: false, summary: true };
const KEEP: Decision = { kind: 'keep', atWorkId: undefined, outdated: [] };
const BUSY: Decision = { kind: 'busy', keyId: ID, freeFrom: 0 };

const NAMED: PreviousPassword = { keyId: ID, by: 'tag', stay: [ID] };

function renewal(reason: DueReason, outdated: readonly AppPassword[] = [], previous = NAMED): Decision {
	return { kind: 'rotate', reason, previous, outdated };
}

describe('describeFound', () => {
	it('says what the vault and the application hold', () => {
		assert.deepEqual(
			describeFound(ROTATION, {
				stored: STORED,
				passwords: [OWN, { ...OWN, displayName: 'x' }],
				nowSeconds: 0,
				decision: KEEP,
			}),
			[
				`Found secret api in contoso.vault.azure.net: version v1, expires 2026-01-31T00:00:00Z, password ${ID}.`,
				'Found application app-1: 2 passwords, 1 of them made by this action for this secret.',
			],
		);
	});

	it('says what is missing', () => {
		const bare = { ...STORED, expires: undefined, tags: {} };
		assert.match(
			describeFound(ROTATION, { stored: bare, passwords: [OWN], nowSeconds: 0, decision: KEEP }).join(' '),
			/version v1, no expiry, password unknown\. .*: 1 password, /,
		);
		assert.equal(
			describeFound(ROTATION, { stored: undefined, passwords: [], nowSeconds: 0, decision: KEEP })[0],
			'Found no secret api in contoso.vault.azure.net.',
		);
	});
});

describe('describeDecision', () => {
	const of = (decision: Decision) =>
		describeDecision({ stored: STORED, passwords: [], nowSeconds: 0, decision }, OPTIONS);

	it('says why a client secret is due', () => {
		const texts: Readonly<Record<DueReason, string>> = {
			missing: 'Due, because the vault has no such secret.',
			'no-credential-id': 'Due, because the tag CredentialId of the current version names no password.',
			'no-expiry': 'Due, because the current version has no expiry.',
			expired: 'Due, because it expired on 2026-01-31T00:00:00Z.',
			expiring: 'Due, because it expires on 2026-01-31T00:00:00Z, within 30 days.',
			forced: 'Due, because force is true.',
		};
		for (const [reason, text] of Object.entries(texts)) assert.equal(of(renewal(reason as DueReason)), text);
	});

	it('says which password stays where the tags do not say it', () => {
		const guess = (by: PreviousPassword['by'], keyId: string | undefined = ID) =>
			of(renewal('no-credential-id', [], { keyId, by, stay: [] }));
		const start = 'Due, because the tag CredentialId of the current version names no password. Its tags do not say';
		assert.ok(guess('age').startsWith(start), guess('age'));
		assert.match(guess('age'), new RegExp(`Password ${ID}, the newest one of this action, counts as the previous one`));
		assert.match(guess('hint'), new RegExp(`Password ${ID}, .* whose value begins as that of the vault does, counts`));
		const none = describeDecision(
			{
				stored: STORED,
				passwords: [],
				nowSeconds: 0,
				decision: renewal('missing', [], { keyId: undefined, by: 'age', stay: [] }),
			},
			OPTIONS,
		);
		assert.equal(none, 'Due, because the vault has no such secret.');
	});

	it('says why nothing is done', () => {
		assert.equal(of(KEEP), 'Nothing is due: it is valid until 2026-01-31T00:00:00Z, which is more than 30 days away.');
		assert.match(
			of({ kind: 'keep', atWorkId: ID, outdated: [] }),
			new RegExp(
				`^Nothing is due: .* 30 days away\\. Nothing is removed either: another run is in progress, or was interrupted: .*${ID}`,
			),
		);
		assert.match(of(BUSY), new RegExp(`^Another run is in progress, or was interrupted: .*${ID}.*15 minutes`));
	});
});

describe('describeDryRun', () => {
	const of = (decision: Decision) =>
		describeDryRun(ROTATION, { stored: STORED, passwords: [], nowSeconds: 0, decision });

	it('says what would be done', () => {
		assert.match(
			of(renewal('forced', [OWN])),
			new RegExp(`^Dry run: application app-1 would get a new password.*; then these would be removed: ${ID}\\.$`),
		);
		assert.match(of(renewal('forced')), /; then no password would be removed\.$/);
		assert.equal(of(KEEP), 'Dry run: nothing would be renewed, and no password would be removed.');
		assert.equal(
			of({ ...KEEP, outdated: [OWN] }),
			`Dry run: nothing would be renewed, and these would be removed: ${ID}.`,
		);
		assert.equal(of(BUSY), 'Dry run: the run would stop here.');
	});
});
