// Contents of each vault while the workflow runs against it, and what the workflow is told to expect.
import { createHash, createPrivateKey } from 'node:crypto';
import type { VaultStore } from '../emulator/vault-store.js';

/** Holds what shells, forms, workflow commands and JSON would change. */
export const PLAIN_VALUE = 'p%20l&a+i=n~é€ $HOME `id` \\n \'v"alue';

/** Has a line that must not be masked, so that the action hands over the others one by one: act does not split. */
export const MULTI_LINE_VALUE = '{\n  "user": "report-reader",\n\n  "password": "hunter2-%20-more"\n}\n';

export const PFX_NAME = 'pfx-certificate';
export const PEM_NAME = 'pem-certificate';

/** A filled vault. */
export interface FilledVault {
	readonly name: string;
	/** https origin. */
	readonly url: string;
	readonly pfxThumbprint: string;
	readonly pemThumbprint: string;
	/** Code in the error about a missing secret. Lowkey Vault has codes of its own, which the action does not repeat. */
	readonly missingCode: 'SecretNotFound' | 'HTTP 404';
	/** Texts that no log may show. */
	readonly hidden: readonly string[];
}

/** Fills a vault of the emulator. */
export function fillEmulatedVault(store: VaultStore, url: string): FilledVault {
	store.setSecret('plain-value', PLAIN_VALUE);
	store.setSecret('multi-line', MULTI_LINE_VALUE);
	const pfx = store.setCertificate(PFX_NAME).certificate;
	const pem = store.setCertificate(PEM_NAME, { contentType: 'application/x-pem-file' }).certificate;
	return {
		name: 'emulator',
		url,
		pfxThumbprint: thumbprintOf(pfx.der),
		pemThumbprint: thumbprintOf(pem.der),
		missingCode: 'SecretNotFound',
		hidden: hiddenTexts(pfx.pfxBase64, pem.pemBundle),
	};
}

/** SHA-1 of a certificate's DER, upper-case hex. */
export function thumbprintOf(der: Buffer): string {
	return createHash('sha1').update(der).digest('hex').toUpperCase();
}

/** As the workflow computes it. */
export function sha256Of(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** Every text of the vault's values that no log may show, line by line where a value has several. */
export function hiddenTexts(pfxBase64: string, pemBundle: string): readonly string[] {
	// Parsed, so that a vault that spells the block in another way is understood as well.
	const privateKey = createPrivateKey(pemBundle).export({ type: 'pkcs8', format: 'pem' }).toString();
	return [
		PLAIN_VALUE,
		JSON.stringify(PLAIN_VALUE).slice(1, -1),
		Buffer.from(PLAIN_VALUE).toString('base64'),
		...linesOf(MULTI_LINE_VALUE),
		...linesOf(MULTI_LINE_VALUE).map((line) => JSON.stringify(line).slice(1, -1)),
		pfxBase64,
		...linesOf(privateKey),
	];
}

// Without armor and lines that are too short to be masked.
function linesOf(text: string): readonly string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line.length >= 4 && !line.startsWith('-----'));
}
