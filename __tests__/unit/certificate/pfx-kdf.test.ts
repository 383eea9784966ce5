// Keys from passwords: PKCS#12's derivation against known values and node-forge, and the limit of work.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import forge from 'node-forge';
import type { Digest } from '../../../src/certificate/algorithm-names.js';
import {
	derivePbkdf2,
	derivePkcs12,
	encodePassword,
	type Lock,
	PURPOSE,
	Work,
} from '../../../src/certificate/pfx-kdf.js';
import { refusal } from '../../support/refusal.js';

function lockOf(password: string | null): Lock {
	return { format: 'PFX', password: encodePassword(password), work: new Work('PFX') };
}

const SALT = Buffer.from('0a58cf64530d823f', 'hex');

describe('encodePassword', () => {
	it('gives UTF-16 with two zero bytes, and UTF-8', () => {
		const { bmp, utf8 } = encodePassword('é1');
		assert.deepEqual([bmp.toString('hex'), utf8.toString('hex')], ['00e900310000', 'c3a931']);
	});

	it('tells the null password from the empty one', () => {
		assert.equal(encodePassword(null).bmp.length, 0);
		assert.equal(encodePassword('').bmp.toString('hex'), '0000');
	});
});

describe('derivePkcs12', () => {
	// These vectors have gone round since the first implementations of PKCS#12.
	const vectors = [
		['smeg', PURPOSE.key, '0a58cf64530d823f', 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
		['smeg', PURPOSE.iv, '0a58cf64530d823f', 1, '79993dfe048d3b76'],
		['smeg', PURPOSE.mac, '3d83c0e4546ac140', 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
		['queeg', PURPOSE.key, '05dec959acff72f7', 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
	] as const;
	for (const [password, purpose, salt, iterations, hex] of vectors) {
		it(`derives ${hex}`, () => {
			const derivation = {
				digest: 'sha1',
				salt: Buffer.from(salt, 'hex'),
				iterations,
				length: hex.length / 2,
			} as const;
			assert.equal(derivePkcs12(lockOf(password), purpose, derivation).toString('hex'), hex);
		});
	}

	for (const digest of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
		it(`agrees with node-forge on ${digest}, also for a long password, and on more bytes than one hash has`, () => {
			const password = 'a password of more than thirty-two characters: ü€ and so on, twice the block of SHA-512';
			const derived = derivePkcs12(lockOf(password), PURPOSE.key, { digest, salt: SALT, iterations: 7, length: 150 });
			assert.equal(derived.toString('hex'), deriveByForge(password, 1, digest, 7, 150));
		});
	}

	it('takes the null password, and an empty salt', () => {
		const wanted = { digest: 'sha1', salt: SALT, iterations: 3, length: 24 } as const;
		assert.equal(
			derivePkcs12(lockOf(null), PURPOSE.key, wanted).toString('hex'),
			deriveByForge(null, 1, 'sha1', 3, 24),
		);
		assert.notDeepEqual(derivePkcs12(lockOf(''), 1, wanted), derivePkcs12(lockOf(null), 1, wanted));
		assert.equal(derivePkcs12(lockOf(null), 1, { ...wanted, salt: Buffer.alloc(0) }).length, 24);
	});
});

function deriveByForge(password: string | null, id: 1, digest: Digest, iterations: number, length: number): string {
	const md = forge.md as unknown as Record<Digest, { create(): forge.md.MessageDigest }> & {
		sha512: { sha384: { create(): forge.md.MessageDigest } };
	};
	const generateKey = (forge.pkcs12 as unknown as { generateKey: (...args: unknown[]) => forge.util.ByteStringBuffer })
		.generateKey;
	const hash = digest === 'sha384' ? md.sha512.sha384.create() : md[digest].create();
	const salt = forge.util.createBuffer(SALT.toString('latin1'));
	return generateKey(password, salt, id, iterations, length, hash).toHex();
}

describe('derivePbkdf2', () => {
	it('derives the values of RFC 6070', () => {
		const derivation = { digest: 'sha1', salt: Buffer.from('salt'), iterations: 4096, length: 20 } as const;
		const derived = derivePbkdf2(lockOf('password'), derivation);
		assert.equal(derived.toString('hex'), '4b007901b765489abead49d926f721d065a429c1');
	});
});

describe('Work', () => {
	it('allows two million iterations of PBKDF2 for each of key, certificates and MAC, and with a password twice as many', () => {
		for (const [isGiven, factor, limit] of [
			[false, 1, '8,000,000'],
			[true, 2, '16,000,000'],
		] as const) {
			const work = new Work('PFX', isGiven);
			for (const _ of ['key', 'certificates', 'MAC']) work.spend(2_000_000, factor);
			const names = new RegExp(`^the PFX needs more .* the limit is ${limit} iterations of PBKDF2`);
			assert.throws(() => work.spend(2_000_001, factor), refusal('PFX_TOO_COSTLY', names));
		}
	});

	it('refuses before it begins, and names the format', () => {
		const lock: Lock = { format: 'PEM', password: encodePassword('x'), work: new Work('PEM') };
		const derivation = { digest: 'sha512', salt: SALT, iterations: 0x7fffffff, length: 64 } as const;
		assert.throws(() => derivePbkdf2(lock, derivation), { code: 'PEM_TOO_COSTLY' });
		assert.throws(() => derivePkcs12(lock, PURPOSE.mac, derivation), { code: 'PEM_TOO_COSTLY' });
	});

	it('refuses no iterations', () => {
		assert.throws(() => new Work('PFX').spend(0, 1), { name: 'ActionError', code: 'PFX_UNREADABLE' });
	});
});
