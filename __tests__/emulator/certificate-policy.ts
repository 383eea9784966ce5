// The policy of a certificate in Key Vault's JSON: what stands for what is left out, what a change leaves, what is refused.
// https://learn.microsoft.com/rest/api/keyvault/certificates/create-certificate/create-certificate#certificatepolicy
import { encodeName } from './distinguished-name.js';
import { badParameter, VaultRefusal } from './vault-refusals.js';

/** A whole policy, without its address. Instants in seconds since 1970. */
export interface CertificatePolicy {
	readonly key_props: KeyProperties;
	readonly secret_props: { readonly contentType: string };
	readonly x509_props: X509Properties;
	readonly lifetime_actions: readonly LifetimeAction[];
	readonly issuer: { readonly name: string; readonly cty?: string; readonly cert_transparency?: boolean };
	readonly attributes: { readonly enabled: boolean; readonly created: number; readonly updated: number };
}

/** The key that is to be made. */
export interface KeyProperties {
	readonly exportable: boolean;
	readonly kty: string;
	readonly key_size: number;
	readonly reuse_key: boolean;
	readonly crv?: string;
}

/** The certificate that is to be requested. */
export interface X509Properties {
	readonly subject: string;
	readonly sans?: SubjectNames;
	readonly ekus: readonly string[];
	readonly key_usage: readonly string[];
	readonly validity_months: number;
	readonly basic_constraints: { readonly ca: boolean };
}

/** The other names of a subject. */
export interface SubjectNames {
	readonly emails?: readonly string[];
	readonly dns_names?: readonly string[];
	readonly upns?: readonly string[];
	readonly uris?: readonly string[];
	readonly ipAddresses?: readonly string[];
}

/** An action of Key Vault before the certificate expires. */
export interface LifetimeAction {
	readonly trigger: { readonly lifetime_percentage?: number; readonly days_before_expiry?: number };
	readonly action: { readonly action_type: string };
}

/** A policy as a request has it: any member may be missing. */
export type PolicyRequest = {
	readonly [Part in keyof CertificatePolicy]?: CertificatePolicy[Part] extends readonly unknown[]
		? CertificatePolicy[Part]
		: Partial<CertificatePolicy[Part]>;
};

/** Names of uses, in the order of their bits (RFC 5280 section 4.2.1.3). */
export const KEY_USES = [
	...['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement'],
	...['keyCertSign', 'cRLSign', 'encipherOnly', 'decipherOnly'],
];

/** Extended key usages of Key Vault's certificates: servers and clients of TLS. */
export const EXTENDED_USES = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];

const CURVE_SIZES: Readonly<Record<string, number>> = { 'P-256': 256, 'P-384': 384, 'P-521': 521, 'P-256K': 256 };

/**
 * The policy that a request makes; what it leaves out is the service's own choice.
 * @throws VaultRefusal if it cannot be
 */
export function completePolicy(asked: PolicyRequest, created: number, updated = created): CertificatePolicy {
	const { crv, kty = crv === undefined ? 'RSA' : 'EC', ...key } = asked.key_props ?? {};
	const curve = kty.startsWith('EC') ? { crv: crv ?? 'P-256' } : {};
	const issuer = { name: 'Unknown', ...asked.issuer };
	const { subject = '', ...x509 } = asked.x509_props ?? {};
	const policy: CertificatePolicy = {
		key_props: {
			exportable: key.exportable ?? !kty.endsWith('-HSM'),
			kty,
			key_size: key.key_size ?? CURVE_SIZES[curve.crv ?? ''] ?? 2048,
			reuse_key: key.reuse_key ?? false,
			...curve,
		},
		secret_props: { contentType: 'application/x-pkcs12', ...asked.secret_props },
		x509_props: {
			subject,
			...(x509.sans !== undefined && { sans: x509.sans }),
			ekus: x509.ekus ?? EXTENDED_USES,
			key_usage: normalizeUses(x509.key_usage ?? ['digitalSignature', 'keyEncipherment']),
			validity_months: x509.validity_months ?? 12,
			basic_constraints: { ca: x509.basic_constraints?.ca ?? false },
		},
		lifetime_actions: asked.lifetime_actions ?? [defaultAction(issuer.name)],
		issuer,
		attributes: { enabled: asked.attributes?.enabled ?? true, created, updated },
	};
	checkPolicy(policy);
	return policy;
}

/** The policy after a change: members that are sent replace, all others stay. @throws VaultRefusal */
export function changePolicy(before: CertificatePolicy, asked: PolicyRequest, updated: number): CertificatePolicy {
	const { lifetime_actions = before.lifetime_actions } = asked;
	const merged: PolicyRequest = {
		key_props: { ...before.key_props, ...asked.key_props },
		secret_props: { ...before.secret_props, ...asked.secret_props },
		x509_props: { ...before.x509_props, ...asked.x509_props },
		lifetime_actions,
		issuer: { ...before.issuer, ...asked.issuer },
		attributes: { enabled: asked.attributes?.enabled ?? before.attributes.enabled },
	};
	return completePolicy(merged, before.attributes.created, updated);
}

// Nobody but the vault itself, and the authorities that it works with, can renew.
function defaultAction(issuer: string): LifetimeAction {
	const action_type = issuer === 'Unknown' ? 'EmailContacts' : 'AutoRenew';
	return { trigger: { lifetime_percentage: 80 }, action: { action_type } };
}

// They come back in the order of the alphabet, and spelled as X.509 spells them.
function normalizeUses(uses: readonly string[]): readonly string[] {
	return uses
		.map((use) => KEY_USES.find((known) => known.toLowerCase() === String(use).toLowerCase()) ?? use)
		.sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}

function checkPolicy({ key_props: key, secret_props, x509_props, lifetime_actions, issuer }: CertificatePolicy): void {
	const refuse = (property: string, reason: string): never => {
		throw new VaultRefusal(badParameter(`Property policy.${property} has invalid value. ${reason}\r\n`));
	};
	try {
		encodeName(x509_props.subject);
	} catch {
		refuse('x509_props', 'Invalid X.500 distinguished name');
	}
	if (!x509_props.key_usage.every((use) => KEY_USES.includes(use))) refuse('x509_props', 'Invalid key usage');
	const months = x509_props.validity_months;
	if (!Number.isInteger(months) || months < 1 || months > 1200) refuse('x509_props', 'Invalid validity_months');
	const sizes = key.crv === undefined ? [2048, 3072, 4096] : [CURVE_SIZES[key.crv]];
	if (!/^(?:RSA|EC)(?:-HSM)?$/.test(key.kty) || !sizes.includes(key.key_size))
		refuse('key_props', 'Invalid key type or size');
	if (key.kty.endsWith('-HSM') && key.exportable) refuse('key_props', 'A key in an HSM cannot be exportable');
	if (!/^application\/x-(?:pkcs12|pem-file)$/.test(secret_props.contentType))
		refuse('secret_props', 'Invalid contentType');
	const renews = lifetime_actions.some(({ action }) => action.action_type.toLowerCase() === 'autorenew');
	if (issuer.name === 'Unknown' && renews) refuse('lifetime_actions', 'AutoRenew is not supported for issuer Unknown');
}
