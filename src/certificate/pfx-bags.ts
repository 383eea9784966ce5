// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 sections 4.1 and 4.2).
import { ATTRIBUTE_OID, BAG_OID, CONTENT_OID } from './algorithm-names.js';
import { readBer, readBerInside, readOctets } from './ber.js';
import { type DerElement, notDer, readOid, TAG } from './der.js';
import { decrypt } from './pfx-cipher.js';
import { notTaken } from './pfx-error.js';
import type { Lock } from './pfx-kdf.js';

/** Attributes that a bag states of its contents. */
export interface BagAttributes {
	readonly friendlyName: string | undefined;
	/** The same on a key and on its certificate; not every tool writes it. */
	readonly localKeyId: Buffer | undefined;
	/** Name of the Windows provider that the key came from. */
	readonly csp: string | undefined;
}

/** A private key of a PFX, PKCS#8. */
export interface PfxKey extends BagAttributes {
	readonly pkcs8: Buffer;
}

/** A certificate of a PFX, DER. */
export interface PfxCertificate extends BagAttributes {
	readonly der: Buffer;
}

/** Contents of a PFX, in its order. */
export interface PfxContents {
	readonly privateKeys: readonly PfxKey[];
	readonly certificates: readonly PfxCertificate[];
}

/** Bags within bags: more than any tool writes, few enough for the stack. */
const MAX_DEPTH = 8;

/** A `ContentInfo` (RFC 5652 section 3). */
export interface ContentInfo {
	readonly type: string;
	readonly content: DerElement | undefined;
}

/** @throws ActionError if it is none */
export function readContentInfo(element: DerElement | undefined): ContentInfo {
	const [type, explicit] = readBerInside(element, TAG.sequence);
	const [content] = readBerInside(explicit, TAG.context0);
	return { type: readOid(type), content };
}

/**
 * The keys and certificates of an `AuthenticatedSafe`.
 * @throws ActionError if the password is wrong, or it cannot be read
 */
export function readSafe(authenticatedSafe: Buffer, lock: Lock): PfxContents {
	const privateKeys: PfxKey[] = [];
	const certificates: PfxCertificate[] = [];
	const [sequence] = readBer(authenticatedSafe);
	for (const element of readBerInside(sequence, TAG.sequence)) {
		const safeContents = openContents(readContentInfo(element), lock);
		readBags(safeContents, { lock, privateKeys, certificates, depth: 0 });
	}
	return { privateKeys, certificates };
}

function openContents({ type, content }: ContentInfo, lock: Lock): Buffer {
	if (type === CONTENT_OID.data) return readOctets(content);
	if (type !== CONTENT_OID.encryptedData) {
		const hint = 'Export it again with a password instead.';
		throw notTaken(lock.format, "is encrypted to somebody's public key", hint);
	}
	const [, encryptedContentInfo] = readBerInside(content, TAG.sequence);
	const [, algorithm, encrypted] = readBerInside(encryptedContentInfo, TAG.sequence);
	return decrypt(algorithm, readOctets(encrypted, TAG.context0Primitive), lock);
}

interface BagReading {
	readonly lock: Lock;
	readonly privateKeys: PfxKey[];
	readonly certificates: PfxCertificate[];
	readonly depth: number;
}

function readBags(safeContents: Buffer, reading: BagReading): void {
	if (reading.depth > MAX_DEPTH) throw notDer();
	const [sequence] = readBer(safeContents);
	for (const bag of readBerInside(sequence, TAG.sequence)) readBag(readBerInside(bag, TAG.sequence), reading);
}

function readBag([id, explicit, attributeSet]: readonly DerElement[], reading: BagReading): void {
	const [value] = readBerInside(explicit, TAG.context0);
	if (value === undefined) throw notDer();
	const attributes =
		attributeSet === undefined ? readAttributes([]) : readAttributes(readBerInside(attributeSet, TAG.set));
	switch (readOid(id)) {
		case BAG_OID.key:
			reading.privateKeys.push({ pkcs8: value.raw, ...attributes });
			return;
		case BAG_OID.shroudedKey:
			reading.privateKeys.push({ pkcs8: decryptKey(value, reading.lock), ...attributes });
			return;
		case BAG_OID.certificate: {
			const [type, certificate] = readBerInside(value, TAG.sequence);
			if (readOid(type) !== BAG_OID.x509Certificate) return;
			const [octets] = readBerInside(certificate, TAG.context0);
			reading.certificates.push({ der: readOctets(octets), ...attributes });
			return;
		}
		case BAG_OID.safeContents:
			readBags(value.raw, { ...reading, depth: reading.depth + 1 });
			return;
		default:
		// Revocation lists, secrets and what Java adds: nothing that is looked for here.
	}
}

/**
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 section 3).
 * @throws ActionError if the password is wrong or the algorithm not known
 */
export function decryptKey(encrypted: DerElement | undefined, lock: Lock): Buffer {
	const [algorithm, data] = readBerInside(encrypted, TAG.sequence);
	return decrypt(algorithm, readOctets(data), lock);
}

// Attributes are hints: one that is not of its usual type counts as left out.
function readAttributes(elements: readonly DerElement[]): BagAttributes {
	const values = new Map(
		elements.map((element) => {
			const [oid, set] = readBerInside(element, TAG.sequence);
			return [readOid(oid), readBerInside(set, TAG.set)[0]];
		}),
	);
	const localKeyId = values.get(ATTRIBUTE_OID.localKeyId);
	return {
		friendlyName: readBmpString(values.get(ATTRIBUTE_OID.friendlyName)),
		localKeyId: localKeyId?.tag === TAG.octetString ? localKeyId.contents : undefined,
		csp: readBmpString(values.get(ATTRIBUTE_OID.cspName)),
	};
}

function readBmpString(element: DerElement | undefined): string | undefined {
	if (element?.tag !== TAG.bmpString || element.contents.length % 2 !== 0) return undefined;
	return Buffer.from(element.contents).swap16().toString('utf16le');
}
