// A missing permission is told with the others that the action needs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError } from '../../../src/errors.js';
import { vaultAdvice } from '../../../src/keyvault/vault-advice.js';
import { withRotationRoles, withSigningRoles } from '../../../src/keyvault/vault-error.js';
import { type RefusedRequest, readVaultRefusal } from '../../../src/keyvault/vault-response-error.js';
import type { Identifier } from '../../../src/plan/identifier.js';

describe('withSigningRoles', () => {
	for (const code of ['VAULT_FORBIDDEN_BY_RBAC', 'VAULT_FORBIDDEN_BY_POLICY'] as const) {
		it(`names both roles, each at its one object, on ${code}`, () => {
			const error = new ActionError({ code, title: 'T', subject: 'certificate exo', problem: 'no.', hint: 'Do.' });
			const [told] = withSigningRoles(error, { name: 'exo' }).errors;
			assert.equal(told?.subject, 'certificate exo');
			assert.match(
				told?.hint ?? '',
				/^Do\. In all, minting tokens needs "Key Vault Reader" at the scope …\/certificates\/exo and "Key Vault Crypto User" at …\/keys\/exo /,
			);
		});
	}

	it('leaves every other failure as it is, and lets bugs through', () => {
		const error = new ActionError({ code: 'VAULT_FORBIDDEN_BY_FIREWALL', title: 'T', problem: 'no.' });
		assert.deepEqual(withSigningRoles(error, { name: 'exo' }).errors, [error]);
		const defect = new TypeError('x');
		assert.throws(() => withSigningRoles(defect, { name: 'exo' }), defect);
	});
});

describe('withRotationRoles', () => {
	it('names the role that both reads and writes, at its one object', () => {
		const code = 'VAULT_FORBIDDEN_BY_RBAC';
		const error = new ActionError({ code, title: 'T', subject: 'secret api', problem: 'no.', hint: 'Do.' });
		assert.equal(
			withRotationRoles(error, { name: 'api' }).errors[0]?.hint,
			'Do. In all, a rotation needs "Key Vault Secrets Officer" at the scope …/secrets/api (with access policies: "get" and "set" of secrets), and no other role.',
		);
	});
});

const SECRET: Identifier = {
	vaultUrl: 'https://contoso.vault.azure.net',
	collection: 'secrets',
	name: 'x',
	version: undefined,
};
const CERTIFICATE: Identifier = { ...SECRET, collection: 'certificates' };

function advise(code: string, request: RefusedRequest) {
	return vaultAdvice({ ...readVaultRefusal({ status: 403, headers: {}, body: '' }), code }, request);
}

describe('vaultAdvice', () => {
	it('names the role that also reads the private key, if that is wanted, and the two for one certificate', () => {
		const request = { identifier: CERTIFICATE, isValueWanted: true };
		const { hint } = advise('ForbiddenByRbac', request);
		assert.ok(
			hint.startsWith(
				`Assign it "Key Vault Certificate User" on the vault. For this certificate alone, assign "Key Vault Reader" at the scope \u2026/certificates/x and "Key Vault Secrets User", for the private key, at \u2026/secrets/x.`,
			),
			hint,
		);
		assert.match(hint, /--role "Key Vault Certificate User" /);
	});

	it('gives every permission that the step needs, because the command takes away those that it does not name', () => {
		const commandOf = (request: Partial<RefusedRequest>) =>
			/set-policy .* OBJECT_ID ([^`]*)`/.exec(
				advise('ForbiddenByPolicy', { identifier: SECRET, ...request }).hint,
			)?.[1];
		const certificate = { identifier: CERTIFICATE };
		const { name: _name, ...list } = SECRET;
		const writes = { certificates: ['get', 'create'], secrets: ['get', 'set'] } as const;
		assert.equal(commandOf({}), '--secret-permissions get');
		assert.equal(
			commandOf({ identifier: list, operation: 'list', isValueWanted: true }),
			'--secret-permissions list get',
		);
		assert.equal(commandOf(certificate), '--certificate-permissions get');
		assert.equal(
			commandOf({ ...certificate, isValueWanted: true }),
			'--certificate-permissions get --secret-permissions get',
		);
		assert.equal(
			commandOf({ ...certificate, operation: 'update', writes }),
			'--certificate-permissions get create update',
		);
		assert.equal(commandOf({ operation: 'get', writes }), '--secret-permissions get set');
	});
});
