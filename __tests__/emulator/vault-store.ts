// The contents of an emulated vault, and whom it lets read them.
import { type KeyObject, randomBytes } from 'node:crypto';
import { CertificateStore } from './certificate-store.js';
import { TENANT_ID } from './directory.js';
import { makeKeyPair, openKeyPair } from './key-pair.js';
import { Shelf } from './shelf.js';
import type {
	CertificateOptions,
	CollectionName,
	DenialKind,
	ObjectOptions,
	StoredCertificate,
	StoredKey,
	StoredObject,
	StoredSecret,
	StoredVersion,
	VaultDelays,
} from './stored-objects.js';

/** A key beside those of certificates. */
export interface KeyOptions extends ObjectOptions {
	/** As Key Vault names it, e.g. `EC-HSM`. */
	readonly type?: string;
	readonly publicKey?: KeyObject;
	/** PKCS#8, for a key that is to sign. */
	readonly privateKeyPem?: string;
	readonly operations?: readonly string[];
}

/**
 * The contents of one vault.
 *
 * A test prepares them by `setSecret`, `setCertificate` and `setKey`, at once and without a request. What takes a vault
 * its time goes by {@link nowMs} and {@link delaysMs}: a test has a clock of its own, or shortens the delays. Requests for
 * certificates are prepared and looked at by {@link certificates}: `create` leaves one pending, `record` shows policy and
 * request, `issuers` names authorities that refuse or never answer.
 */
export class VaultStore {
	/** The tenant whose tokens the vault takes. */
	tenantId = TENANT_ID;
	/** The vault's clock; a test may set its own. */
	nowMs: () => number = Date.now;
	/** As recordings of real vaults have them. */
	readonly delaysMs: VaultDelays = { deletion: 4_000, recovery: 4_000, issuance: 2_000, cancellation: 8_000 };
	/** The page of a list, counted from 0, that comes back empty although others follow. */
	emptyPage: number | undefined;
	readonly certificates = new CertificateStore({ nowMs: () => this.nowMs(), delaysMs: this.delaysMs });
	/** Those beside the secrets of certificates. */
	readonly secrets = new Shelf<StoredSecret>(() => this.nowMs());
	/** Those beside the keys of certificates. */
	readonly keys = new Shelf<StoredKey>(() => this.nowMs());
	/** Results of {@link listNewest} since the contents changed: a vault may be large, and every page asks. */
	readonly #newest = new Map<CollectionName, { readonly changes: number; readonly objects: readonly StoredObject[] }>();
	readonly #denials: {
		readonly name: string;
		readonly kind: DenialKind;
		readonly collection: CollectionName | undefined;
	}[] = [];

	/** Adds a version and gives its 32 hex digits. */
	setSecret(name: string, value: string, options: ObjectOptions & { readonly contentType?: string } = {}): string {
		const { contentType } = options;
		return this.secrets.add({ ...this.#common(name, options), value, contentType, managed: false }).version;
	}

	/** Makes a certificate and adds it; the secret and the key that back it are of the same version. */
	setCertificate(name: string, options: CertificateOptions = {}): StoredCertificate {
		return this.certificates.add(name, options);
	}

	/** Adds a version of a key, an EC key on P-256 if none is given, and gives its 32 hex digits. */
	setKey(name: string, options: KeyOptions = {}): string {
		const { type = 'EC', publicKey = makeKeyPair('ec').publicKey, privateKeyPem, operations = SIGNING } = options;
		const key = { type, publicKey, privateKeyPem, operations, managed: false };
		return this.keys.add({ ...this.#common(name, options), ...key }).version;
	}

	/** Deletes a secret as a vault does, at once: its name cannot be used until it is recovered or purged. */
	deleteSecret(name: string): void {
		this.secrets.delete(name, 0);
	}

	/** Recovers a secret at once. */
	recoverSecret(name: string): void {
		this.secrets.recover(name, 0);
	}

	/** Refuses requests for this object, or `*` for all, in one collection or both. */
	deny(name: string, kind: DenialKind, collection?: CollectionName): void {
		this.#denials.push({ name: name.toLowerCase(), kind, collection });
	}

	/** Takes back every {@link deny}. */
	allowAll(): void {
		this.#denials.length = 0;
	}

	/** Why a request is refused; `name` is undefined for a list of all objects. */
	denialOf(collection: CollectionName, name: string | undefined): DenialKind | undefined {
		const wanted = name?.toLowerCase();
		return this.#denials.find(
			(denial) => (denial.name === '*' || denial.name === wanted) && (denial.collection ?? collection) === collection,
		)?.kind;
	}

	/** The version asked for, or the newest: of a secret of its own, or of that of a certificate. */
	findSecret(name: string, version?: string): StoredSecret | undefined {
		const certificate = this.findCertificate(name, version);
		return certificate === undefined ? this.secrets.find(name, version) : secretOf(certificate);
	}

	findCertificate(name: string, version?: string): StoredCertificate | undefined {
		this.certificates.record(name);
		return this.certificates.shelf.find(name, version);
	}

	/** A key of its own, or that of a certificate. */
	findKey(name: string, version?: string): StoredKey | undefined {
		const certificate = this.findCertificate(name, version);
		return certificate === undefined ? this.keys.find(name, version) : keyOf(certificate);
	}

	/** The newest version of each object, by name. */
	listNewest(collection: CollectionName): readonly StoredObject[] {
		this.certificates.settle();
		const changes = this.certificates.shelf.changes + this.secrets.changes + this.keys.changes;
		const known = this.#newest.get(collection);
		if (known?.changes === changes) return known.objects;
		// `includePending` is false if it is left out.
		const objects = this.#objects(collection).flatMap((versions) => versions.slice(-1));
		objects.sort((one, other) => (one.name < other.name ? -1 : 1));
		this.#newest.set(collection, { changes, objects });
		return objects;
	}

	/** Every version of an object, in no order that means anything. */
	listVersions(collection: CollectionName, name: string): readonly StoredObject[] {
		this.certificates.record(name);
		const ofCertificate = this.certificates.shelf.versions(name);
		const own = collection === 'certificates' ? [] : this[collection].versions(name);
		const versions: readonly StoredObject[] = [...own, ...ofCertificate.map(VIEWS[collection])];
		return [...versions].sort((one, other) => (one.version < other.version ? -1 : 1));
	}

	#objects(collection: CollectionName): (readonly StoredObject[])[] {
		const ofCertificates = this.certificates.shelf.all().map((versions) => versions.map(VIEWS[collection]));
		return collection === 'certificates' ? ofCertificates : [...this[collection].all(), ...ofCertificates];
	}

	#common(name: string, { enabled = true, notBefore, expires, tags }: ObjectOptions): StoredVersion {
		const created = Math.floor(this.nowMs() / 1000);
		const version = randomBytes(16).toString('hex');
		return { name, version, enabled, notBefore, expires, created, updated: created, tags };
	}
}

const SIGNING = ['sign', 'verify'];

// The permitted operations of a certificate's key follow from the purpose of the certificate.
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
	digitalSignature: SIGNING,
	keyEncipherment: ['wrapKey', 'unwrapKey'],
	dataEncipherment: ['encrypt', 'decrypt'],
};

/** The secret that backs a certificate: its key and certificate. */
export function secretOf(stored: StoredCertificate): StoredSecret {
	const { certificate, contentType, name, version, enabled, notBefore, expires, created, updated, tags } = stored;
	const common = { name, version, enabled, notBefore, expires, created, updated, tags };
	const isPfx = contentType === 'application/x-pkcs12';
	const secret = { ...common, contentType, managed: true };
	// A PFX takes its time, and lists show no values.
	return Object.defineProperty(secret, 'value', {
		enumerable: true,
		get: () => (isPfx ? certificate.pfxBase64 : certificate.pemBundle),
	}) as StoredSecret;
}

/** The key that backs a certificate. */
export function keyOf(stored: StoredCertificate): StoredKey {
	const { certificate, keyEnabled, keyUsage, name, version, notBefore, expires, created, updated, tags } = stored;
	const { publicKey } = openKeyPair(certificate.privateKeyPem);
	return {
		...{ name, version, notBefore, expires, created, updated, tags },
		enabled: stored.enabled && keyEnabled,
		type: publicKey.asymmetricKeyType === 'ec' ? 'EC' : 'RSA',
		publicKey,
		privateKeyPem: certificate.privateKeyPem,
		operations: keyUsage.flatMap((use) => OPERATIONS[use] ?? []),
		managed: true,
	};
}

const VIEWS: Readonly<Record<CollectionName, (stored: StoredCertificate) => StoredObject>> = {
	secrets: secretOf,
	certificates: (stored) => stored,
	keys: keyOf,
};
