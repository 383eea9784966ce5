// RC2, against the vectors of its RFC and against node-forge.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import forge from 'node-forge';
import { decryptRc2Cbc } from '../../../src/certificate/rc2.js';

const KEY = '88bca90e90875a7f0f79c384627bafb2';
// RFC 2268 §5: key, effective bits, plain text, cipher text; one block, so that CBC with a zero IV is ECB.
const VECTORS = [
	['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
	['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
	['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
	['88', 64, '0000000000000000', '61a8a244adacccf0'],
	['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
	[KEY, 64, '0000000000000000', '1a807d272bbe5db1'],
	[KEY, 128, '0000000000000000', '2269552ab0f85ca6'],
	[`${KEY}16f80a6f85920584c42fceb0be255daf1e`, 129, '0000000000000000', '5b78d3a43dfff1f1'],
] as const;

describe('decryptRc2Cbc', () => {
	for (const [key, effectiveBits, plain, cipherText] of VECTORS) {
		it(`decrypts ${cipherText}, ${effectiveBits} bits of ${key.length * 4} counting`, () => {
			const rc2Key = { key: Buffer.from(key, 'hex'), effectiveBits };
			const decrypted = decryptRc2Cbc(rc2Key, Buffer.alloc(8), Buffer.from(cipherText, 'hex'));
			assert.equal(decrypted.toString('hex'), plain);
		});
	}

	for (const effectiveBits of [40, 128]) {
		it(`decrypts what node-forge encrypted with ${effectiveBits} bits, block upon block`, () => {
			const key = Buffer.from(KEY, 'hex').subarray(0, effectiveBits / 8);
			const iv = Buffer.from('0102030405060708', 'hex');
			const plain = Buffer.from('The certificates of an older PFX file, a few blocks long.');
			// Its types know the class and not the module.
			const { rc2 } = forge as unknown as {
				rc2: { createEncryptionCipher(key: string, bits: number): forge.cipher.BlockCipher };
			};
			const cipher = rc2.createEncryptionCipher(key.toString('latin1'), effectiveBits);
			(cipher.start as unknown as (iv: string) => void)(iv.toString('latin1'));
			cipher.update(forge.util.createBuffer(plain.toString('latin1')));
			cipher.finish();
			const encrypted = Buffer.from(cipher.output.getBytes(), 'latin1');
			const decrypted = decryptRc2Cbc({ key, effectiveBits }, iv, encrypted);
			const padding = decrypted.at(-1) ?? 0;
			assert.equal(decrypted.subarray(0, -padding).toString(), plain.toString());
		});
	}
});
