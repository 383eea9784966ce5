// A certificate for the store of .NET on Linux, and what a user may have there already.
import { randomBytes } from 'node:crypto';
import { writePfx } from '../../../src/certificate/pfx-write.js';
import type { RenderedStoreEntry } from '../../../src/render/rendered.js';
import { SecretBytes, SecretText } from '../../../src/secret-text.js';
import { type Issued, issue } from '../../support/certificates.js';
import * as hand from '../../support/pfx-by-hand.js';
import { thumbprintOf } from '../../support/vault-certificate.js';

export const FOLDER = '/home/runner/.dotnet/corefx/cryptography/x509stores/my';
export const PRIVATE_FOLDER = `key-vault-${'5a'.repeat(16)}`;
export const MARK = '.azure-key-vault-action';

export const LEAF = issue('exo');
export const OTHER = issue('other');
export const THUMBPRINT = thumbprintOf(LEAF);

/** A PFX of this certificate and its key. */
export function pfxOf({ pkcs8, certificate }: Issued, password: string | null = null): Buffer {
	const parts = { privateKey: pkcs8, certificates: [certificate], password, friendlyName: 'x' };
	return writePfx({ ...parts, protection: '3des', randomBytes });
}

/** A PFX of this certificate alone. */
export function pfxWithoutKey({ certificate }: Issued): Buffer {
	return hand.pfxOf([hand.dataOf(hand.certificateBag(certificate))]);
}

/** What rendering gives. */
export function entryOf(leaf: Issued, password = ''): RenderedStoreEntry {
	const pfx = new SecretBytes(pfxOf(leaf, password === '' ? null : password));
	return { thumbprint: thumbprintOf(leaf), pfx, password: new SecretText(password) };
}
