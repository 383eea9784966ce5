// The policy of a certificate: what the next version is made by. There is one for all versions.
// https://learn.microsoft.com/azure/key-vault/certificates/about-certificates#certificate-policy
import { asObject, type JsonObject } from '../http/json.js';

/** Settings of a policy, as the vault takes them: members that are not known here are handed on as they are. */
export type PolicySettings = JsonObject;

/** A certificate's policy. */
export interface CertificatePolicy {
	readonly settings: PolicySettings;
	/** E.g. `RSA`; empty if the policy does not say: the vault then makes an RSA key. */
	readonly keyType: string;
	/** Whether the vault makes a new version by itself. */
	readonly renewsItself: boolean;
	/** When it was last changed, also by a request for a new version: seconds since 1970. */
	readonly updated: number;
}

/** The members that say how a version is made; the others are the vault's own. */
const SETTINGS = ['key_props', 'secret_props', 'x509_props', 'lifetime_actions', 'issuer'] as const;

/** The policy; undefined if this is none, or does not say when it was changed. */
export function decodePolicy(policy: JsonObject | undefined): CertificatePolicy | undefined {
	const updated = asObject(policy?.['attributes'])?.['updated'];
	if (policy === undefined || typeof updated !== 'number') return undefined;
	const settings = Object.fromEntries(
		SETTINGS.flatMap((name) => (policy[name] === undefined ? [] : [[name, policy[name]]])),
	);
	return {
		settings,
		keyType: String(asObject(policy['key_props'])?.['kty'] ?? ''),
		renewsItself: actionsOf(settings).some(isRenewal),
		updated,
	};
}

/** Names of the actions that a certificate's life leads to. */
const RENEW = 'AutoRenew';
const REMIND = 'EmailContacts';

/** When the vault reminds, if the policy does not say: what it sets by itself. */
const REMINDER: JsonObject = { trigger: { lifetime_percentage: 80 } };

/**
 * The policy of a version that somebody else issues: its key is new, and nothing renews it but a rotation. All else stays.
 */
export function makeRotationPolicy(settings: PolicySettings): PolicySettings {
	const actions = actionsOf(settings);
	const reminders = actions.filter((action) => !isRenewal(action));
	const [renewal = REMINDER] = actions.filter(isRenewal);
	const transparency = asObject(settings['issuer'])?.['cert_transparency'];
	return {
		...settings,
		key_props: { ...asObject(settings['key_props']), reuse_key: false },
		lifetime_actions: reminders.length > 0 ? reminders : [{ ...renewal, action: { action_type: REMIND } }],
		// The other members of an issuer are for a certificate authority.
		issuer: { name: 'Unknown', ...(transparency !== undefined && { cert_transparency: transparency }) },
	};
}

function actionsOf(settings: PolicySettings): readonly JsonObject[] {
	const actions = settings['lifetime_actions'];
	return Array.isArray(actions) ? actions.map(asObject).filter((action) => action !== undefined) : [];
}

function isRenewal(lifetimeAction: JsonObject): boolean {
	const type = asObject(lifetimeAction['action'])?.['action_type'];
	return typeof type === 'string' && type.toLowerCase() === RENEW.toLowerCase();
}
