// Fresh key pairs, for the services and for the tests.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Algorithm of a key, with its size or curve. */
export type KeyKind = 'rsa' | 'rsa-512' | 'rsa-3072' | 'rsa-4096' | 'ec' | 'ec-384' | 'ec-521' | 'ec-k256' | 'ed25519';

/** Both halves of a key. */
export interface KeyPair {
	readonly publicKey: KeyObject;
	readonly privateKey: KeyObject;
}

/**
 * A fresh key pair, read from its PEM.
 *
 * As Node 20 makes a key, it shares a lock with the job that made it: if that job is collected as garbage in the
 * middle of `export({ format: 'jwk' })`, the process hangs for ever.
 */
export function makeKeyPair(kind: KeyKind): KeyPair {
	const made = generate(kind);
	return {
		publicKey: createPublicKey(made.publicKey.export({ format: 'pem', type: 'spki' })),
		privateKey: createPrivateKey(made.privateKey.export({ format: 'pem', type: 'pkcs8' })),
	};
}

const opened = new Map<string, KeyPair>();

/** Both halves of a private key in PEM. Each is read once a process: that takes longer than to sign with it. */
export function openKeyPair(pem: string): KeyPair {
	const known = opened.get(pem);
	if (known !== undefined) return known;
	const pair = { privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) };
	opened.set(pem, pair);
	return pair;
}

const pools = new Map<KeyKind, KeyPair[]>();

/**
 * The n-th of this process's key pairs of a kind, counted from 0. A key takes a tenth of a second; those of one vault are
 * all different, and other vaults have the same ones.
 */
export function pooledKeyPair(kind: KeyKind, index: number): KeyPair {
	const pool = pools.get(kind) ?? [];
	pools.set(kind, pool);
	while (pool.length <= index) pool.push(makeKeyPair(kind));
	return pool[index] ?? makeKeyPair(kind);
}

function generate(kind: KeyKind): KeyPair {
	switch (kind) {
		case 'rsa':
			return generateKeyPairSync('rsa', { modulusLength: 2048 });
		case 'rsa-512':
			return generateKeyPairSync('rsa', { modulusLength: 512 });
		case 'rsa-3072':
			return generateKeyPairSync('rsa', { modulusLength: 3072 });
		case 'rsa-4096':
			return generateKeyPairSync('rsa', { modulusLength: 4096 });
		case 'ec':
			return generateKeyPairSync('ec', { namedCurve: 'P-256' });
		case 'ec-384':
			return generateKeyPairSync('ec', { namedCurve: 'P-384' });
		case 'ec-521':
			return generateKeyPairSync('ec', { namedCurve: 'P-521' });
		case 'ec-k256':
			return generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
		case 'ed25519':
			return generateKeyPairSync('ed25519');
		default:
			return kind satisfies never;
	}
}
