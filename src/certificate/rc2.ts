// RC2 (RFC 2268), which OpenSSL 3 and so Node no longer have, and which older PFX files hide their certificates with.

/** The first 256 digits of pi, shuffled (RFC 2268 section 2). */
const PI_TABLE = [
	'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32',
	'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
	'6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a',
	'961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
	'2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e',
	'c5f3db47e5a59c770aa62068fe7fc1ad',
].join('');

const BLOCK_LENGTH = 8;

/** The four words of a block, last first, and the bits by which a mixing round turns each (RFC 2268 section 4.1). */
const WORDS_BACKWARDS = [
	{ i: 3, bits: 5 },
	{ i: 2, bits: 3 },
	{ i: 1, bits: 2 },
	{ i: 0, bits: 1 },
] as const;

/** A key, and how many of its bits count. */
export interface Rc2Key {
	readonly key: Buffer;
	readonly effectiveBits: number;
}

/**
 * Decrypts whole blocks in CBC mode; padding stays.
 * @param iv 8 bytes
 */
export function decryptRc2Cbc(rc2Key: Rc2Key, iv: Buffer, data: Buffer): Buffer {
	const schedule = expandKey(rc2Key);
	const plain = Buffer.alloc(data.length);
	for (let start = 0; start < data.length; start += BLOCK_LENGTH) {
		const before = start === 0 ? iv : data.subarray(start - BLOCK_LENGTH, start);
		const block = decryptBlock(schedule, data.subarray(start, start + BLOCK_LENGTH));
		for (let offset = 0; offset < BLOCK_LENGTH; offset++)
			plain.writeUInt8(block.readUInt8(offset) ^ before.readUInt8(offset), start + offset);
	}
	return plain;
}

// RFC 2268 section 2: 64 words of 16 bits, the low byte first.
function expandKey({ key, effectiveBits }: Rc2Key): Buffer {
	const table = Buffer.from(PI_TABLE, 'hex');
	const bytes = Buffer.alloc(128);
	key.copy(bytes);
	for (let i = key.length; i < 128; i++) {
		bytes[i] = table.readUInt8((bytes.readUInt8(i - 1) + bytes.readUInt8(i - key.length)) & 0xff);
	}
	const effectiveBytes = Math.ceil(effectiveBits / 8);
	const mask = 0xff >> (8 * effectiveBytes - effectiveBits);
	const first = 128 - effectiveBytes;
	bytes[first] = table.readUInt8(bytes.readUInt8(first) & mask);
	for (let i = first - 1; i >= 0; i--) {
		bytes[i] = table.readUInt8(bytes.readUInt8(i + 1) ^ bytes.readUInt8(i + effectiveBytes));
	}
	return bytes;
}

// RFC 2268 section 4: the rounds of the encryption, backwards.
function decryptBlock(schedule: Buffer, block: Buffer): Buffer {
	const words = Buffer.from(block);
	const word = (i: number): number => words.readUInt16LE(2 * (i & 3));
	const set = (i: number, value: number): unknown => words.writeUInt16LE(value & 0xffff, 2 * i);
	const keyWord = (i: number): number => schedule.readUInt16LE(2 * i);
	for (let round = 15; round >= 0; round--) {
		for (const { i, bits } of WORDS_BACKWARDS) {
			const turned = (word(i) >>> bits) | (word(i) << (16 - bits));
			const mixed = (word(i - 1) & word(i - 2)) + (~word(i - 1) & word(i - 3));
			set(i, turned - keyWord(4 * round + i) - mixed);
		}
		// Mashing rounds stand after the fifth and the eleventh mixing round.
		if (round !== 11 && round !== 5) continue;
		for (const { i } of WORDS_BACKWARDS) set(i, word(i) - keyWord(word(i - 1) & 63));
	}
	return words;
}
