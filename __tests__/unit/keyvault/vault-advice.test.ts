// Advice on a vault's refusals, by its own codes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vaultAdvice } from '../../../src/keyvault/vault-advice.js';
import {
	type RefusedRequest,
	readVaultRefusal,
	type VaultAdvice,
	type VaultRefusal,
} from '../../../src/keyvault/vault-response-error.js';
import type { Collection, Identifier, VaultAddress } from '../../../src/plan/identifier.js';

const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const REFUSAL: VaultRefusal = { ...readVaultRefusal({ status: 403, headers: {}, body: '' }) };

function identifier(collection: Collection): Identifier {
	return { vaultUrl: 'https://contoso.vault.azure.net', collection, name: 'x', version: undefined };
}

function advise(refusal: Partial<VaultRefusal>, request: Partial<RefusedRequest> = {}): VaultAdvice {
	return vaultAdvice({ ...REFUSAL, ...refusal }, { identifier: identifier('secrets'), ...request });
}

describe('vaultAdvice', () => {
	const known: readonly (readonly [string, string, RegExp])[] = [
		['SecretNotFound', 'VAULT_NOT_FOUND', /recover it/],
		['CertificateNotFound', 'VAULT_NOT_FOUND', /recover it/],
		['SecretDisabled', 'VAULT_DISABLED', /Enable this version/],
		['CertificateDisabled', 'VAULT_DISABLED', /Enable this version/],
		['KeyNotFound', 'VAULT_NOT_FOUND', /recover it/],
		['KeyDisabled', 'VAULT_DISABLED', /Enable this version/],
		['KeyOperationForbidden', 'VAULT_KEY_OPERATION_FORBIDDEN', /"digitalSignature"/],
		['ForbiddenByRbac', 'VAULT_FORBIDDEN_BY_RBAC', /Key Vault Secrets User/],
		['ForbiddenByPolicy', 'VAULT_FORBIDDEN_BY_POLICY', /access policy/],
		['AccessDenied', 'VAULT_FORBIDDEN_BY_POLICY', /access policy/],
		['ForbiddenByFirewall', 'VAULT_FORBIDDEN_BY_FIREWALL', /self-hosted/],
		['ForbiddenByConnection', 'VAULT_FORBIDDEN_BY_CONNECTION', /virtual network/],
		['Throttled', 'VAULT_THROTTLED', /max-parallel/],
		['BadParameter', 'VAULT_BAD_REQUEST', /portal/],
		['PendingCertificateNotFound', 'VAULT_NOT_FOUND', /nobody else/],
	];
	for (const [code, stable, hint] of known) {
		it(`knows ${code}`, () => {
			const advice = advise({ code });
			assert.equal(advice.code, stable);
			assert.match(advice.hint, hint);
			assert.match(advice.title, /^[a-z ]+$/);
			assert.match(advice.meaning, /^[^.]+$/);
		});
	}

	it('names the least role: for secrets and private keys Secrets User, for public certificates Reader', () => {
		const roles = { secrets: 'Key Vault Secrets User', certificates: 'Key Vault Reader' } as const;
		for (const collection of ['secrets', 'certificates'] as const) {
			for (const code of ['ForbiddenByRbac', 'ForbiddenByPolicy']) {
				const { hint } = advise({ code }, { identifier: identifier(collection) });
				assert.match(hint, new RegExp(`"${roles[collection]}"`));
			}
		}
	});

	it('names the least role to sign, and the permission', () => {
		const request = { identifier: identifier('keys'), operation: 'sign' } as const;
		assert.match(advise({ code: 'ForbiddenByRbac' }, request).hint, /"Key Vault Crypto User" on/);
		const { meaning, hint } = advise({ code: 'ForbiddenByPolicy' }, request);
		assert.match(meaning, /to sign keys$/);
		assert.match(hint, /"sign" of keys .*"Key Vault Crypto User"/);
	});

	it('names the least role to list, of one object and of all, and the permission', () => {
		const role = (address: VaultAddress, isValueWanted = false) =>
			advise({ code: 'ForbiddenByRbac' }, { identifier: address, operation: 'list', isValueWanted }).hint.split(
				' For the vault',
			)[0];
		const vaultUrl = 'https://contoso.vault.azure.net';
		assert.equal(
			role({ vaultUrl, collection: 'keys' }),
			'Assign it "Key Vault Reader" on the whole vault, because a list covers all objects.',
		);
		assert.equal(role({ vaultUrl, collection: 'secrets' }), role({ vaultUrl, collection: 'keys' }));
		assert.equal(
			role({ vaultUrl, collection: 'secrets' }, true),
			'Assign it "Key Vault Secrets User" on the whole vault, because a list covers all objects; "Key Vault Reader" lists, but reads no value.',
		);
		assert.equal(
			role({ vaultUrl, collection: 'certificates' }, true),
			'Assign it "Key Vault Certificate User" on the whole vault, because a list covers all objects; "Key Vault Reader" lists, but reads no private key.',
		);
		assert.equal(role(identifier('secrets')), 'Assign it "Key Vault Reader" on the vault, or on this object alone.');
		const request = { identifier: { vaultUrl, collection: 'secrets' }, operation: 'list' } as const;
		const { meaning, hint } = advise({ code: 'ForbiddenByPolicy' }, request);
		assert.match(meaning, /to list secrets$/);
		assert.match(hint, /^Give it "list" of secrets .*"Key Vault Reader"\.\)$/);
	});

	it('says which identity lacks which action, as far as the vault said it', () => {
		const code = 'ForbiddenByRbac';
		const action = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';
		assert.equal(
			advise({ code, appId: 'APP', objectId: 'OBJECT', action }).meaning,
			`the identity (client ID APP, object ID OBJECT) has no role that allows ${action}`,
		);
		assert.match(advise({ code, appId: 'APP' }).meaning, /^the identity \(client ID APP\) has no role/);
		assert.match(advise({ code, objectId: 'OBJECT' }).meaning, /^the identity \(object ID OBJECT\) has no role/);
		assert.equal(advise({ code }).meaning, 'the identity has no role that allows this');
	});

	it('says which permission the access policies lack', () => {
		const { meaning, hint } = advise(
			{ code: 'ForbiddenByPolicy', objectId: 'OBJECT' },
			{ identifier: identifier('certificates') },
		);
		assert.equal(
			meaning,
			"the vault's access policies do not allow the identity (object ID OBJECT) to get certificates",
		);
		assert.match(hint, /^Give it "get" of certificates in an access policy/);
	});

	it('shows the address that the firewall saw, if it is known', () => {
		assert.match(advise({ code: 'ForbiddenByFirewall', clientAddress: '1.2.3.4' }).meaning, /1\.2\.3\.4$/);
		assert.match(advise({ code: 'ForbiddenByFirewall' }).meaning, /blocks this runner$/);
	});
});

describe('vaultAdvice on a 401', () => {
	it("names the vault's tenant if it is another one than the token's", () => {
		const { code, meaning, hint } = advise(
			{ status: 401, code: 'Unauthorized' },
			{ signedIn: TENANT, challenged: OTHER_TENANT },
		);
		assert.equal(code, 'VAULT_UNAUTHORIZED');
		assert.equal(meaning, `the vault trusts tenant ${OTHER_TENANT}, and the sign-in was in tenant ${TENANT}`);
		assert.match(hint, /tenant-id/);
	});

	it('blames no tenant if both are the same, whatever their case', () => {
		for (const challenged of [TENANT, TENANT.toUpperCase(), undefined]) {
			const { meaning, hint } = advise({ status: 401 }, { signedIn: TENANT, challenged });
			assert.equal(meaning, 'the vault does not accept the token, nor a second one');
			assert.match(hint, /cloud and tenant-id/);
		}
	});

	it('blames no tenant if the challenge names none by its ID', () => {
		assert.doesNotMatch(advise({ status: 401 }, { signedIn: TENANT, challenged: 'common' }).meaning, /common/);
		assert.doesNotMatch(
			advise({ status: 401 }, { signedIn: 'contoso.com', challenged: OTHER_TENANT }).meaning,
			/contoso/,
		);
		assert.doesNotMatch(advise({ status: 401 }, { challenged: OTHER_TENANT }).meaning, /tenant/);
	});
});

describe('vaultAdvice on a status alone', () => {
	const statuses: readonly (readonly [number, string])[] = [
		[300, 'VAULT_REDIRECT'],
		[307, 'VAULT_REDIRECT'],
		[399, 'VAULT_REDIRECT'],
		[408, 'VAULT_UNAVAILABLE'],
		[429, 'VAULT_UNAVAILABLE'],
		[500, 'VAULT_UNAVAILABLE'],
		[503, 'VAULT_UNAVAILABLE'],
		[201, 'VAULT_REFUSED'],
		[400, 'VAULT_REFUSED'],
		[403, 'VAULT_REFUSED'],
		[404, 'VAULT_REFUSED'],
		[407, 'VAULT_REFUSED'],
	];
	for (const [status, code] of statuses) {
		it(`is ${code} for ${status}`, () => {
			assert.equal(advise({ status }).code, code);
			assert.equal(advise({ status, code: 'SomethingNew' }).code, code);
		});
	}

	it('says that a redirect is never followed', () => {
		assert.match(advise({ status: 302 }).meaning, /never followed/);
	});
});

describe('a name under the wrong input', () => {
	it('is told the others, but not of secrets, if a certificate is found too', () => {
		const hintOf = (code: string, collection: Collection) =>
			advise({ code }, { identifier: identifier(collection), isLine: true }).hint;
		assert.match(hintOf('CertificateNotFound', 'certificates'), /secrets or keys\.$/);
		assert.match(hintOf('KeyNotFound', 'keys'), /secrets or certificates\.$/);
		assert.doesNotMatch(hintOf('SecretNotFound', 'secrets'), /move the line/);
	});

	it('is not told so unless a line gave the name', () => {
		const { hint } = advise({ code: 'CertificateNotFound' }, { identifier: identifier('certificates') });
		assert.doesNotMatch(hint, /line/);
	});
});
