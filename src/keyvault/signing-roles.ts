// The two permissions that signing needs: whoever is told of one at a time meets the next refusal.
import { ActionErrors, foreseenErrors } from '../errors.js';
import type { Identifier } from '../plan/identifier.js';

/** Refusals for want of a permission, with all that signing needs; every other failure as it is. */
export function withSigningRoles(error: unknown, { name }: Pick<Identifier, 'name'>): ActionErrors {
	const advice = `In all, minting tokens needs "Key Vault Reader" at the scope …/certificates/${name} and "Key Vault Crypto User" at …/keys/${name} (with access policies: "get" of certificates, "sign" of keys), and no other role.`;
	return new ActionErrors(
		foreseenErrors(error).map((one) =>
			/^VAULT_FORBIDDEN_BY_(?:RBAC|POLICY)$/.test(one.code) ? one.advising(advice) : one,
		),
	);
}
