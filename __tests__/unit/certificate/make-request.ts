// Certificate requests (PKCS#10) for the tests, made on Node's crypto: right ones, and ones with a part that is not.
import { sign } from 'node:crypto';
import * as write from '../../../src/certificate/der-write.js';
import type { KeyPair } from '../../emulator/key-pair.js';

/** What a request is like; left out: `CN=exo`, signed by its own key with SHA-256. */
export interface RequestOptions {
	readonly version?: number;
	readonly commonName?: string;
	readonly hash?: 'sha256' | 'sha384' | 'sha512';
	/** Signs instead of the key itself. */
	readonly signer?: KeyPair;
	/** The unused bits that the signature's string states. */
	readonly unusedBits?: number;
	/** In place of the key's own. */
	readonly publicKeyInfo?: Buffer;
}

const SHA_WITH_RSA = {
	sha256: '1.2.840.113549.1.1.11',
	sha384: '1.2.840.113549.1.1.12',
	sha512: '1.2.840.113549.1.1.13',
};

/** A request for a certificate of this key, DER. */
export function makeRequest(pair: KeyPair, wanted: RequestOptions = {}): Buffer {
	const { version = 0, commonName = 'exo', hash = 'sha256', signer = pair, unusedBits = 0 } = wanted;
	const name = write.writeSequence(write.writeOid('2.5.4.3'), write.writeUtf8String(commonName));
	const info = write.writeSequence(
		write.writeInteger(version),
		write.writeSequence(write.writeSetOf(name)),
		wanted.publicKeyInfo ?? pair.publicKey.export({ format: 'der', type: 'spki' }),
		write.writeElement(0xa0),
	);
	const algorithm = write.writeSequence(write.writeOid(SHA_WITH_RSA[hash]), write.writeNull());
	return write.writeSequence(info, algorithm, write.writeBits(sign(hash, info, signer.privateKey), unusedBits));
}
