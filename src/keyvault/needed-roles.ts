// All the permissions that an action needs: whoever is told of one at a time meets the next refusal.
import { ActionErrors, foreseenErrors } from '../errors.js';
import type { Identifier } from '../plan/identifier.js';

/** Refusals for want of a permission, with all that signing needs; every other failure as it is. */
export function withSigningRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	return advising(
		error,
		`In all, minting tokens needs "Key Vault Reader" at the scope \u2026/certificates/${name} and "Key Vault Crypto User" at \u2026/keys/${name} (with access policies: "get" of certificates, "sign" of keys), and no other role.`,
	);
}

/** Refusals for want of a permission, with all that a rotation needs of the vault; every other failure as it is. */
export function withRotationRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	return advising(
		error,
		`In all, a rotation needs "Key Vault Secrets Officer" at the scope \u2026/secrets/${name} (with access policies: "get" and "set" of secrets), and no other role.`,
	);
}

function advising(error: unknown, advice: string): ActionErrors {
	return new ActionErrors(
		foreseenErrors(error).map((one) =>
			/^VAULT_FORBIDDEN_BY_(?:RBAC|POLICY)$/.test(one.code) ? one.advising(advice) : one,
		),
	);
}
