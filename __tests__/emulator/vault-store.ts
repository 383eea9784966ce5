// The contents of an emulated vault, and whom it lets read them.
import { createPublicKey, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { type MadeCertificate, makeCertificate } from './certificate-authority.js';
import { TENANT_ID } from './directory.js';
import { makeKeyPair } from './key-pair.js';
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
} from './stored-objects.js';

/** The contents of one vault. */
export class VaultStore {
	/** The tenant whose tokens the vault takes. */
	tenantId = TENANT_ID;
	/** The vault's clock; a test may set its own. */
	nowMs: () => number = Date.now;
	/** The page of a list, counted from 0, that comes back empty although others follow. */
	emptyPage: number | undefined;
	readonly #secrets = new Map<string, StoredSecret[]>();
	readonly #deletedSecrets = new Map<string, StoredSecret[]>();
	readonly #certificates = new Map<string, StoredCertificate[]>();
	readonly #keys = new Map<string, StoredKey[]>();
	/** What {@link listNewest} has found since the contents changed: a vault may be large, and every page asks. */
	readonly #newest = new Map<CollectionName, readonly StoredObject[]>();
	readonly #denials: {
		readonly name: string;
		readonly kind: DenialKind;
		readonly collection: CollectionName | undefined;
	}[] = [];

	/** Adds a version and gives its 32 hex digits. */
	setSecret(name: string, value: string, options: ObjectOptions & { readonly contentType?: string } = {}): string {
		const version = randomBytes(16).toString('hex');
		const { contentType } = options;
		add(this.#secrets, { ...common(name, version, this.#born(options)), value, contentType, managed: false });
		return version;
	}

	/** Makes a certificate and adds it with the secret that backs it, both of one version; a pending one has no secret yet. */
	setCertificate(name: string, options: CertificateOptions = {}): StoredCertificate {
		const { contentType = 'application/x-pkcs12', exportable = true } = options;
		const { keyUsage = ['digitalSignature'], keyEnabled = true, pending = false } = options;
		const wish = { subject: [{ shortName: 'CN', value: name }], ...options };
		const certificate = options.made ?? makeCertificate(wish);
		const life = lifeOf(certificate);
		const version = randomBytes(16).toString('hex');
		const ofKey = { exportable, keyUsage, keyEnabled, pending };
		const enabled = pending ? false : options.enabled;
		const stored = {
			...common(name, version, this.#born({ ...options, ...life, ...(enabled !== undefined && { enabled }) })),
			certificate,
			contentType,
			...ofKey,
		};
		add(this.#certificates, stored);
		if (pending) return stored;
		const value = contentType === 'application/x-pkcs12' ? certificate.pfxBase64 : certificate.pemBundle;
		add(this.#secrets, {
			...common(name, version, this.#born({ ...options, ...life })),
			value,
			contentType,
			managed: true,
		});
		return stored;
	}

	/** Deletes a secret as a vault does: its name cannot be used until it is recovered or purged. */
	deleteSecret(name: string): void {
		this.#newest.clear();
		const key = name.toLowerCase();
		this.#deletedSecrets.set(key, this.#secrets.get(key) ?? []);
		this.#secrets.delete(key);
	}

	recoverSecret(name: string): void {
		this.#newest.clear();
		const key = name.toLowerCase();
		this.#secrets.set(key, this.#deletedSecrets.get(key) ?? []);
		this.#deletedSecrets.delete(key);
	}

	isDeletedSecret(name: string): boolean {
		return this.#deletedSecrets.has(name.toLowerCase());
	}

	/** Adds a version of a key, an EC key on P-256 where none is given, and gives its 32 hex digits. */
	setKey(
		name: string,
		options: ObjectOptions & { readonly type?: string; readonly publicKey?: KeyObject } = {},
	): string {
		const version = randomBytes(16).toString('hex');
		const { type = 'EC', publicKey = makeKeyPair('ec').publicKey } = options;
		add(this.#keys, { ...common(name, version, this.#born(options)), type, publicKey, managed: false });
		return version;
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

	/** The version asked for, or the newest. */
	findSecret(name: string, version?: string): StoredSecret | undefined {
		return find(this.#secrets, name, version);
	}

	findCertificate(name: string, version?: string): StoredCertificate | undefined {
		return find(this.#certificates, name, version);
	}

	/** A key of its own, or that of a certificate. */
	findKey(name: string, version?: string): StoredKey | undefined {
		return find(this.#allKeys(), name, version);
	}

	/** The newest version of each object, by name. */
	listNewest(collection: CollectionName): readonly StoredObject[] {
		const known = this.#newest.get(collection);
		if (known !== undefined) return known;
		// `includePending` is false where it is left out.
		const objects = [...this.#versions(collection).values()].flatMap((versions) => versions.filter(isIssued).slice(-1));
		objects.sort((one, other) => (one.name < other.name ? -1 : 1));
		this.#newest.set(collection, objects);
		return objects;
	}

	/** Every version of an object, in no order that means anything. */
	listVersions(collection: CollectionName, name: string): readonly StoredObject[] {
		const versions = [...(this.#versions(collection).get(name.toLowerCase()) ?? [])];
		return versions.sort((one, other) => (one.version < other.version ? -1 : 1));
	}

	#born<T extends object>(options: T): Born<T> {
		// Whatever is born changes a list.
		this.#newest.clear();
		return { ...options, created: Math.floor(this.nowMs() / 1000) };
	}

	#versions(collection: CollectionName): ReadonlyMap<string, readonly StoredObject[]> {
		return { secrets: this.#secrets, certificates: this.#certificates, keys: this.#allKeys() }[collection];
	}

	#allKeys(): ReadonlyMap<string, readonly StoredKey[]> {
		const ofCertificates = [...this.#certificates].map(
			([name, versions]) => [name, versions.filter(isIssued).map(keyOf)] as const,
		);
		return new Map([...this.#keys, ...ofCertificates]);
	}
}

function isIssued(stored: StoredObject): boolean {
	return !('pending' in stored && stored.pending);
}

type Born<T> = T & { readonly created: number };

function common(name: string, version: string, options: Born<ObjectOptions>): StoredVersion {
	const { enabled = true, notBefore, expires, created, tags } = options;
	return { name, version, enabled, notBefore, expires, created, tags };
}

function lifeOf({ pem }: MadeCertificate): { notBefore: number; expires: number } {
	const { validFrom, validTo } = new X509Certificate(pem);
	return { notBefore: Date.parse(validFrom) / 1000, expires: Date.parse(validTo) / 1000 };
}

function keyOf(stored: StoredCertificate): StoredKey {
	const { name, version, keyEnabled: enabled, notBefore, expires, created, tags } = stored;
	const publicKey = createPublicKey(stored.certificate.pem);
	const type = publicKey.asymmetricKeyType === 'ec' ? 'EC' : 'RSA';
	return { name, version, enabled, notBefore, expires, created, tags, type, publicKey, managed: true };
}

function add<T extends StoredVersion>(objects: Map<string, T[]>, object: T): void {
	const key = object.name.toLowerCase();
	const versions = objects.get(key) ?? [];
	// Versions are told apart by the second of their creation: one made in the same second counts as made in the next.
	const created = Math.max(object.created, (versions.at(-1)?.created ?? 0) + 1);
	objects.set(key, [...versions, { ...object, name: versions[0]?.name ?? object.name, created }]);
}

function find<T extends StoredVersion>(
	objects: ReadonlyMap<string, readonly T[]>,
	name: string,
	version?: string,
): T | undefined {
	const versions = objects.get(name.toLowerCase()) ?? [];
	return version === undefined ? versions.at(-1) : versions.find((one) => one.version === version.toLowerCase());
}
