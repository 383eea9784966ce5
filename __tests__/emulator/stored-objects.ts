// What an emulated vault holds: versions of secrets, certificates and keys.
import type { KeyObject } from 'node:crypto';
import type { CertificateWish, MadeCertificate } from './certificate-authority.js';

/** Collections of a vault. */
export type CollectionName = 'secrets' | 'certificates' | 'keys';

/** What every version of an object has. Instants in seconds since 1970. */
export interface StoredVersion {
	readonly name: string;
	/** 32 hex digits. */
	readonly version: string;
	readonly enabled: boolean;
	readonly notBefore: number | undefined;
	readonly expires: number | undefined;
	readonly created: number;
	readonly tags: Readonly<Record<string, string>> | undefined;
}

/** A version of a secret. */
export interface StoredSecret extends StoredVersion {
	readonly value: string;
	readonly contentType: string | undefined;
	/** Does it back a certificate? */
	readonly managed: boolean;
}

/** A version of a certificate. */
export interface StoredCertificate extends StoredVersion {
	readonly certificate: MadeCertificate;
	readonly contentType: CertificateContentType;
	readonly exportable: boolean;
	/** As the policy lists them; what its key may do follows from them. */
	readonly keyUsage: readonly string[];
	/** Is its key, which can be disabled by itself, enabled? */
	readonly keyEnabled: boolean;
	/** Whether its request still waits for an authority: there is no certificate yet, and no key or secret to ask for. */
	readonly pending: boolean;
}

/** A version of a key. */
export interface StoredKey extends StoredVersion {
	/** As Key Vault names it, e.g. `EC-HSM`. */
	readonly type: string;
	readonly publicKey: KeyObject;
	/** Does it belong to a certificate? */
	readonly managed: boolean;
}

/** A version of anything. */
export type StoredObject = StoredSecret | StoredCertificate | StoredKey;

/** How a vault holds a certificate with its key. */
export type CertificateContentType = 'application/x-pkcs12' | 'application/x-pem-file';

/** What is known of an object beside its value; all may be left out. */
export interface ObjectOptions {
	readonly enabled?: boolean;
	/** Seconds since 1970. */
	readonly notBefore?: number;
	readonly expires?: number;
	readonly tags?: Readonly<Record<string, string>>;
}

/** A certificate to be made; its life follows from `certificate`'s. */
export interface CertificateOptions extends Pick<ObjectOptions, 'enabled' | 'tags'>, CertificateWish {
	/** In place of one to be made. */
	readonly made?: MadeCertificate;
	readonly contentType?: CertificateContentType;
	readonly keyUsage?: readonly string[];
	readonly keyEnabled?: boolean;
	readonly pending?: boolean;
}

/** Why a vault refuses: a missing role, a missing access policy (two spellings), a firewall, private access only. */
export type DenialKind = 'rbac' | 'policy' | 'access-denied' | 'firewall' | 'private-link';
