// Keys and certificates for the tests of PFX and PEM, issued one by another; made on Node's crypto, EC as well as RSA.
import { type KeyObject, sign } from 'node:crypto';
import {
	writeElement,
	writeInteger,
	writeNull,
	writeOctets,
	writeOid,
	writeSequence,
	writeSetOf,
} from '../../src/certificate/der-write.js';
import { type KeyKind, type KeyPair, makeKeyPair } from '../emulator/key-pair.js';

/** A key with its certificate. */
export interface Issued {
	readonly name: string;
	readonly privateKey: KeyObject;
	/** PKCS#8, DER. */
	readonly pkcs8: Buffer;
	/** DER. */
	readonly certificate: Buffer;
}

interface Options {
	readonly kind?: KeyKind;
	/** Left out: the certificate is self-signed. */
	readonly issuer?: Issued;
	/** In place of a fresh one. */
	readonly privateKey?: KeyObject;
	readonly publicKey?: KeyObject;
	/** Whether it says that it may issue others; left out, it does. */
	readonly isAuthority?: boolean;
	/** `YYMMDDhhmmssZ`; left out: from 2020 to 2049. */
	readonly notBefore?: string;
	readonly notAfter?: string;
}

const OID = {
	commonName: '2.5.4.3',
	basicConstraints: '2.5.29.19',
	ecdsaWithSha256: '1.2.840.10045.4.3.2',
	sha256WithRsa: '1.2.840.113549.1.1.11',
	ed25519: '1.3.101.112',
} as const;

let serialNumber = 1;

/** A certificate `CN=name`, and its key. */
export function issue(name: string, { kind = 'ec', issuer, ...given }: Options = {}): Issued {
	const { notBefore = '200101000000Z', notAfter = '491231235959Z', isAuthority = true } = given;
	const pair = given.privateKey && given.publicKey ? (given as KeyPair) : makeKeyPair(kind);
	const signer = issuer?.privateKey ?? pair.privateKey;
	const algorithm = writeSequence(...signatureAlgorithm(signer));
	const caTrue = writeSequence(...(isAuthority ? [writeElement(0x01, Buffer.from([0xff]))] : []));
	const extension = writeSequence(writeOid(OID.basicConstraints), writeOctets(caTrue));
	const tbsCertificate = writeSequence(
		writeElement(0xa0, writeInteger(2)),
		writeInteger(serialNumber++),
		algorithm,
		writeName(issuer?.name ?? name),
		writeSequence(writeTime(notBefore), writeTime(notAfter)),
		writeName(name),
		pair.publicKey.export({ format: 'der', type: 'spki' }),
		writeElement(0xa3, writeSequence(extension)),
	);
	const digest = signer.asymmetricKeyType === 'ed25519' ? null : 'sha256';
	const signature = Buffer.concat([Buffer.from([0]), sign(digest, tbsCertificate, signer)]);
	const certificate = writeSequence(tbsCertificate, algorithm, writeElement(0x03, signature));
	const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
	return { name, privateKey: pair.privateKey, pkcs8, certificate };
}

function signatureAlgorithm({ asymmetricKeyType }: KeyObject): readonly Buffer[] {
	if (asymmetricKeyType === 'rsa') return [writeOid(OID.sha256WithRsa), writeNull()];
	return [writeOid(asymmetricKeyType === 'ed25519' ? OID.ed25519 : OID.ecdsaWithSha256)];
}

function writeName(commonName: string): Buffer {
	const value = writeElement(0x0c, Buffer.from(commonName));
	return writeSequence(writeSetOf(writeSequence(writeOid(OID.commonName), value)));
}

function writeTime(utcTime: string): Buffer {
	return writeElement(0x17, Buffer.from(utcTime));
}
