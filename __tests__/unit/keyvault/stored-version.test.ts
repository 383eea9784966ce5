import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeVaultSession } from '../../../src/keyvault/ask-vault.js';
import { decodeStoredVersion, readStoredVersion } from '../../../src/keyvault/stored-version.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, makePorts, response, scriptTransport } from '../../support/make-ports.js';

const SECRET = {
	vaultUrl: 'https://contoso.vault.azure.net',
	collection: 'secrets',
	name: 'api',
	version: undefined,
} as const;
const VERSION = '4387e9f3d6e14c459867679a90fd0f79';
const BUNDLE = {
	id: `https://contoso.vault.azure.net/secrets/api/${VERSION}`,
	value: 's3cr3t',
	contentType: 'text/plain',
	attributes: { enabled: true, exp: 1_800_000_000 },
	tags: { CredentialId: 'x', owner: 'team-a' },
};

function read(answer: Answer) {
	const { ports, time } = makePorts({ transport: scriptTransport([answer]).transport });
	const session = makeVaultSession({ tenantId: undefined, token: new SecretText('t'), renew: undefined });
	return readStoredVersion(SECRET, { session, context: { ...ports, deadlineMs: time.clock.nowMs() + 100_000 } });
}

describe('readStoredVersion', () => {
	it('gives version, end and tags, and of the value three characters', async () => {
		assert.deepEqual(await read(response(200, BUNDLE)), {
			version: VERSION,
			expires: 1_800_000_000,
			contentType: 'text/plain',
			tags: { CredentialId: 'x', owner: 'team-a' },
			hint: BUNDLE.value.slice(0, 3),
		});
	});

	it('gives nothing if the vault has no such secret', async () => {
		assert.equal(await read(response(404, { error: { code: 'SecretNotFound' } })), undefined);
	});

	it('says why it could not be read, also where somebody else says that there is nothing', async () => {
		await assert.rejects(read(response(404, '<html>')), { code: 'VAULT_REFUSED' });
		const disabled = { error: { code: 'Forbidden', innererror: { code: 'SecretDisabled' } } };
		await assert.rejects(read(response(403, disabled)), { code: 'VAULT_DISABLED' });
	});
});

describe('decodeStoredVersion', () => {
	const decode = (changes: object) => decodeStoredVersion(JSON.stringify({ ...BUNDLE, ...changes }), SECRET);

	it('does without end and tags, and takes texts alone for tags', () => {
		assert.deepEqual(decode({ attributes: {}, tags: null }), { ...decode({ tags: {} }), expires: undefined });
		assert.deepEqual(decode({ tags: { a: 1, b: null, c: 'x' } }).tags, { c: 'x' });
	});

	it('refuses the key of a certificate, which the vault renews itself', () => {
		assert.throws(() => decode({ managed: true }), { code: 'ROTATE_MANAGED' });
		assert.equal(decode({ managed: false }).version, VERSION);
	});

	it('refuses what is not a secret', () => {
		assert.throws(() => decode({ value: 7 }), { code: 'VAULT_ANSWER_UNUSABLE' });
	});
});
