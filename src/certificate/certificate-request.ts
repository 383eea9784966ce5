// A request for a certificate (PKCS#10, RFC 2986): whom it names, and the key that it proves to have.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { ActionError } from '../errors.js';
import { describeKey } from './algorithm-names.js';
import { type DerElement, notDer, readBits, readElement, readInside, readInteger, readOid, TAG } from './der.js';

/** Parts that a certificate for a request is made from. */
export interface CertificateRequest {
	/** An X.501 `Name`, DER as the request has it. */
	readonly subject: Buffer;
	/** The `SubjectPublicKeyInfo`, DER as the request has it. */
	readonly publicKeyInfo: Buffer;
	readonly publicKey: KeyObject;
}

/** `sha256WithRSAEncryption` and its siblings (RFC 4055 section 5). */
const HASHES: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.1.1.11', 'sha256'],
	['1.2.840.113549.1.1.12', 'sha384'],
	['1.2.840.113549.1.1.13', 'sha512'],
]);

/**
 * Reads a request in DER, and verifies that its own key signed it.
 * @throws ActionError if it is none, if its key is not RSA, or if its signature is wrong
 */
export function readCertificateRequest(der: Buffer): CertificateRequest {
	const parts = parse(der);
	const publicKey = readPublicKey(parts.publicKeyInfo);
	const kind = publicKey.asymmetricKeyType;
	if (kind !== 'rsa') {
		throw unusable(
			`it has ${describeKey(kind)}, and Microsoft Entra ID takes RSA keys only.`,
			'Set the key type of the policy to RSA or RSA-HSM.',
		);
	}
	const { hash, signature, signed } = parts;
	if (hash === undefined) throw unusable('its signature algorithm is not supported here.');
	if (!verify(hash, signed, publicKey, signature)) throw unusable('its signature was not made with its own key.');
	return { subject: parts.subject, publicKeyInfo: parts.publicKeyInfo, publicKey };
}

interface RequestParts extends Omit<CertificateRequest, 'publicKey'> {
	/** The part that is signed: `CertificationRequestInfo`. */
	readonly signed: Buffer;
	/** Undefined if it is none of RSA with SHA-256 or longer. */
	readonly hash: string | undefined;
	readonly signature: Buffer;
}

function parse(der: Buffer): RequestParts {
	try {
		const { element, end } = readElement(der, 0);
		if (end !== der.length) throw notDer();
		const [info, algorithm, signature] = readInside(element, TAG.sequence);
		const [version, subject, publicKeyInfo] = readInside(info, TAG.sequence);
		if (readInteger(version) !== 0) throw notDer();
		return {
			subject: rawSequence(subject),
			publicKeyInfo: rawSequence(publicKeyInfo),
			signed: rawSequence(info),
			hash: HASHES.get(readOid(readInside(algorithm, TAG.sequence)[0])),
			signature: readBits(signature),
		};
	} catch {
		throw unusable('it is not a certificate request (PKCS#10).');
	}
}

function rawSequence(element: DerElement | undefined): Buffer {
	if (element?.tag !== TAG.sequence) throw notDer();
	return element.raw;
}

function readPublicKey(publicKeyInfo: Buffer): KeyObject {
	try {
		return createPublicKey({ key: publicKeyInfo, format: 'der', type: 'spki' });
	} catch {
		throw unusable('its public key cannot be read.');
	}
}

function unusable(
	problem: string,
	hint = 'Key Vault does not answer like this: check for a proxy on the way.',
): ActionError {
	return new ActionError({
		code: 'CERTIFICATE_REQUEST_UNUSABLE',
		title: 'Unusable certificate request',
		subject: 'certificate request of the vault',
		problem,
		hint,
	});
}
