// A missing permission is told with the others that the action needs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ActionError } from '../../../src/errors.js';
import { withRotationRoles, withSigningRoles } from '../../../src/keyvault/vault-error.js';

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
