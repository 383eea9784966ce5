// Contents of an emulated vault: versions of secrets, certificates and keys.
import type { KeyObject } from 'node:crypto';
import type { IssueOptions } from './certificate-authority.js';
import type { PolicyRequest } from './certificate-policy.js';
import type { MadeCertificate } from './made-certificate.js';

/** Collections of a vault. */
export type CollectionName = 'secrets' | 'certificates' | 'keys';

/** Properties that every version of an object has. Instants in seconds since 1970. */
export interface StoredVersion {
	readonly name: string;
	/** 32 hex digits. */
	readonly version: string;
	readonly enabled: boolean;
	readonly notBefore: number | undefined;
	readonly expires: number | undefined;
	readonly created: number;
	readonly updated: number;
	readonly tags: Readonly<Record<string, string>> | undefined;
}

/** A version of a secret. */
export interface StoredSecret extends StoredVersion {
	readonly value: string;
	readonly contentType: string | undefined;
	/** Whether it backs a certificate. */
	readonly managed: boolean;
}

/** A version of a certificate. */
export interface StoredCertificate extends StoredVersion {
	readonly certificate: MadeCertificate;
	readonly contentType: CertificateContentType;
	readonly exportable: boolean;
	/** As the policy lists them; what its key may do follows from them. */
	readonly keyUsage: readonly string[];
	/** Whether its key, which can be disabled by itself, is enabled. */
	readonly keyEnabled: boolean;
}

/** A version of a key. */
export interface StoredKey extends StoredVersion {
	/** As Key Vault names it, e.g. `EC-HSM`. */
	readonly type: string;
	readonly publicKey: KeyObject;
	/** PKCS#8; undefined for a key that this vault cannot sign with. */
	readonly privateKeyPem: string | undefined;
	/** Operations that it may be used for, as Key Vault names them. */
	readonly operations: readonly string[];
	/** Whether it belongs to a certificate. */
	readonly managed: boolean;
}

/** A version of anything. */
export type StoredObject = StoredSecret | StoredCertificate | StoredKey;

/** How a vault holds a certificate with its key. */
export type CertificateContentType = 'application/x-pkcs12' | 'application/x-pem-file';

/** Attributes of an object in addition to its value; all may be left out. */
export interface ObjectOptions {
	readonly enabled?: boolean;
	/** Seconds since 1970. */
	readonly notBefore?: number;
	readonly expires?: number;
	readonly tags?: Readonly<Record<string, string>>;
}

/** A certificate to be made; its life follows from `certificate`'s. */
export interface CertificateOptions extends Pick<ObjectOptions, 'enabled' | 'tags'>, IssueOptions {
	/** In place of one to be made. */
	readonly made?: MadeCertificate;
	readonly contentType?: CertificateContentType;
	readonly keyUsage?: readonly string[];
	readonly keyEnabled?: boolean;
	/** Parts of the certificate's policy that do not follow from the rest: issuer `Self`, which renews by itself. */
	readonly policy?: PolicyRequest;
}

/** How long a vault takes for what it answers at once and does later, in milliseconds. */
export interface VaultDelays {
	/** Until what was deleted is shown as deleted; until then its name can be neither read, set nor recovered. */
	deletion: number;
	/** Until what was recovered can be read. */
	recovery: number;
	/** Until issuer `Self` has issued a certificate, or another one has refused to. */
	issuance: number;
	/** Until a request for a certificate that is to be cancelled is. */
	cancellation: number;
}

/** Why a vault refuses: a missing role, a missing access policy (two spellings), a firewall, private access only. */
export type DenialKind = 'rbac' | 'policy' | 'access-denied' | 'firewall' | 'private-link';
