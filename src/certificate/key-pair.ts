// A private key with its certificate, opened from whatever holds them: PEM or PFX in any usual wrapping.
import type { SecretText } from '../secret-text.js';
import { findKeyWithChain, type KeyWithChain, openEach } from './key-with-chain.js';
import { type PemBlock, readPem } from './pem.js';
import { findOtherBlock, isKeyLabel, openKeyBlock } from './pem-key.js';
import { cutOff, noCertificate, notTaken, unreadable } from './pfx-error.js';
import { Work } from './pfx-kdf.js';
import { readPfx, selectKeyWithChain } from './pfx-read.js';
import { recognizeSource } from './source.js';

/** Passwords and the like that help to open it. */
export interface Opening {
	/** Password of the PFX, or of the encrypted key in PEM. */
	readonly password?: SecretText | undefined;
	/** The certificate that is meant, DER; left out, the leaf is chosen as `findKeyWithChain` does. */
	readonly wanted?: Buffer | undefined;
}

/**
 * The private key, its certificate and issuers.
 * @param source text, or a file's content
 * @throws ActionError that says what was found and what is needed: `CLIENT_CERTIFICATE_...`, `PFX_...` or `PEM_...`
 */
export function openKeyPair(source: Buffer | string, { password, wanted }: Opening = {}): KeyWithChain {
	const found = recognizeSource(source);
	if (found.kind === 'pem') return parsePemKey(found.text, { password, wanted });
	return selectKeyWithChain(readPfx(found.bytes, password?.reveal()), wanted);
}

/** As `openKeyPair`, for the certificate that an application signs in with. */
export function parseClientCertificate(source: Buffer | string, password?: SecretText): KeyWithChain {
	return openKeyPair(source, { password });
}

/** Labels of certificates: RFC 7468 section 5, OpenSSL's form with trust settings, and an old name. */
const CERTIFICATE_LABELS: readonly string[] = ['CERTIFICATE', 'TRUSTED CERTIFICATE', 'X509 CERTIFICATE'];

/** Optional aids to reading PEM. */
export interface PemReading {
	/** Password of the encrypted key. */
	readonly password?: SecretText | undefined;
	/** The certificate that is meant, DER; left out, the leaf is chosen as `findKeyWithChain` does. */
	readonly wanted?: Buffer | undefined;
}

/**
 * The private key of a PEM text with its certificate and issuers, in whatever order they stand.
 * @throws ActionError whose code begins with `PEM_` and says why there is none
 */
export function parsePemKey(text: string, { password, wanted }: PemReading = {}): KeyWithChain {
	const blocks = readPem(text);
	const certificates = blocks.filter((block) => isCertificate(block) && !block.isCutOff).map(({ der }) => der);
	const keyBlocks = blocks.filter(({ label }) => isKeyLabel(label));
	const opening = { password, work: new Work('PEM', password !== undefined) };
	const keys = openEach(keyBlocks, (block) => openKeyBlock(block, opening));
	checkKinds(blocks, {
		keys: keyBlocks.length,
		usableKeys: keys.privateKeys.length,
		certificates: certificates.length,
	});
	return findKeyWithChain('PEM', { ...keys, certificates, wanted });
}

interface Counts {
	readonly keys: number;
	readonly usableKeys: number;
	readonly certificates: number;
}

// Says why there is no key, or no certificate of a key that can be used.
function checkKinds(blocks: readonly PemBlock[], { keys, usableKeys, certificates }: Counts): void {
	const other = findOtherBlock(blocks);
	if (keys === 0 && other !== undefined)
		throw notTaken('PEM', `holds a block of the kind ${other.label}, which is not supported`, other.hint);
	if (certificates > 0 || usableKeys < keys) return;
	if (blocks.some((block) => isCertificate(block) && block.isCutOff))
		throw cutOff('PEM', 'the END line of its certificate is missing');
	if (keys === 0) throw unreadable('PEM', 'it has neither a whole private key nor a whole certificate');
	if (other !== undefined) throw noCertificate('PEM', `a block of the kind ${other.label}, but no certificate`);
}

function isCertificate({ label }: PemBlock): boolean {
	return CERTIFICATE_LABELS.includes(label);
}
