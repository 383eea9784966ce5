// Outputs that the modifiers of a certificate's line add: a PFX or PEM file, PEM texts, an entry of the user's store.
import { createHash } from 'node:crypto';
import { describeKey } from '../certificate/algorithm-names.js';
import type { KeyWithChain } from '../certificate/key-with-chain.js';
import { toPem } from '../certificate/pem.js';
import { type PfxProtection, writePfx } from '../certificate/pfx-write.js';
import type { CertificateModifiers } from '../input/modifiers.js';
import { maskSecret } from '../masks/masks.js';
import { maskBinary, maskPem } from '../masks/masks-of-values.js';
import { describeIdentifier, type Identifier } from '../plan/identifier.js';
import type { Annotation, RandomBytes } from '../ports.js';
import { SecretBytes, SecretText } from '../secret-text.js';
import { fileNameOf, type RenderContext, type Rendered } from './rendered.js';

/** Parts of the step that rendering a certificate needs. */
export type CertificateContext = Pick<RenderContext, 'platform' | 'randomBytes'>;

/** An opened certificate, and what is wanted of it. */
export interface CertificateOutputsOptions {
	readonly output: string;
	readonly item: Identifier;
	readonly modifiers: CertificateModifiers;
	readonly keyWithChain: KeyWithChain;
	readonly context: CertificateContext;
}

/** Additions to the outputs that every certificate has. */
export type Added = Pick<Rendered, 'outputs' | 'files' | 'storeEntries' | 'masks' | 'notes'>;

const NOTHING: Added = { outputs: [], files: [], storeEntries: [], masks: [], notes: [] };

/** Exchange on Windows refuses keys of the newer providers, which Windows takes if none is named. */
const CSP = 'Microsoft Enhanced RSA and AES Cryptographic Provider';

/** Everything that the modifiers of a line add. */
export function renderModifiers(options: CertificateOutputsOptions): Added {
	const { file, pem, store } = options.modifiers;
	const all = [
		...(file === undefined ? [] : [pem ? renderPemFile(options) : renderPfxFile(options)]),
		...(pem ? [renderPem(options)] : []),
		...(store ? [renderStoreEntry(options)] : []),
	];
	return {
		outputs: all.flatMap(({ outputs }) => outputs),
		files: all.flatMap(({ files }) => files),
		storeEntries: all.flatMap(({ storeEntries }) => storeEntries),
		masks: all.flatMap(({ masks }) => masks),
		notes: noteKeyKind(options),
	};
}

// The keychain of macOS opens Triple DES alone.
function renderPfxFile(options: CertificateOutputsOptions): Added {
	const { output, modifiers, context } = options;
	const password = makePassword(context.randomBytes);
	const protection = modifiers.file === '3des' || context.platform === 'darwin' ? '3des' : 'aes256';
	const pfx = makePfx(options, { certificates: allCertificates(options), password, protection });
	return {
		...NOTHING,
		outputs: [{ name: `${output}-password`, value: password }],
		files: [{ output: `${output}-path`, name: fileNameOf(output, '.pfx'), bytes: new SecretBytes(pfx) }],
		masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
	};
}

function renderPemFile(options: CertificateOutputsOptions): Added {
	const { output } = options;
	const text = privateKeyPem(options) + allCertificates(options).map(certificatePem).join('');
	return {
		...NOTHING,
		files: [{ output: `${output}-path`, name: fileNameOf(output, '.pem'), bytes: new SecretBytes(Buffer.from(text)) }],
		masks: maskPem(text).masks,
	};
}

function renderPem(options: CertificateOutputsOptions): Added {
	const { output, keyWithChain } = options;
	const privateKey = privateKeyPem(options);
	return {
		...NOTHING,
		outputs: [
			{ name: `${output}-private-key`, value: new SecretText(privateKey) },
			{ name: `${output}-chain`, value: keyWithChain.chain.map(certificatePem).join('') },
		],
		masks: maskPem(privateKey).masks,
	};
}

// .NET on Linux opens the files of its store without a password. Windows would spread the issuers over other stores, where
// nobody looks after them; and its import is sure of a password alone. Both open Triple DES, whatever their version.
function renderStoreEntry(options: CertificateOutputsOptions): Added {
	const { keyWithChain, context } = options;
	const isWindows = context.platform === 'win32';
	const password = isWindows ? makePassword(context.randomBytes) : new SecretText('');
	const certificates = isWindows ? [keyWithChain.certificate] : allCertificates(options);
	const pfx = makePfx(options, { certificates, password: isWindows ? password : null, protection: '3des' });
	const thumbprint = createHash('sha1').update(keyWithChain.certificate).digest('hex').toUpperCase();
	return {
		...NOTHING,
		storeEntries: [{ thumbprint, pfx: new SecretBytes(pfx), password }],
		masks: [...maskBinary(pfx).masks, ...maskSecret(password.reveal()).masks],
	};
}

interface PfxOptions {
	readonly certificates: readonly Buffer[];
	/** null for none. */
	readonly password: SecretText | null;
	readonly protection: PfxProtection;
}

function makePfx(
	{ keyWithChain, item, context }: CertificateOutputsOptions,
	{ certificates, password, protection }: PfxOptions,
): Buffer {
	return writePfx({
		privateKey: exportKey(keyWithChain),
		certificates,
		password: password?.reveal() ?? null,
		friendlyName: item.name,
		protection,
		...(isRsa(keyWithChain) && { csp: CSP }),
		randomBytes: context.randomBytes,
	});
}

function allCertificates({ keyWithChain }: CertificateOutputsOptions): readonly Buffer[] {
	return [keyWithChain.certificate, ...keyWithChain.chain];
}

function exportKey({ privateKey }: KeyWithChain): Buffer {
	return privateKey.export({ format: 'der', type: 'pkcs8' });
}

function privateKeyPem({ keyWithChain }: CertificateOutputsOptions): string {
	return toPem('PRIVATE KEY', exportKey(keyWithChain));
}

function certificatePem(der: Buffer): string {
	return toPem('CERTIFICATE', der);
}

function isRsa({ privateKey }: KeyWithChain): boolean {
	return privateKey.asymmetricKeyType === 'rsa';
}

// Exchange may get it from a PFX file anywhere, or from the store on Windows, if the thumbprint is enough.
function noteKeyKind({ item, keyWithChain, modifiers, context }: CertificateOutputsOptions): readonly Annotation[] {
	const isForExchange =
		(modifiers.file !== undefined && !modifiers.pem) || (modifiers.store && context.platform === 'win32');
	if (isRsa(keyWithChain) || !isForExchange) return [];
	const subject = describeIdentifier(item);
	const kind = describeKey(keyWithChain.privateKey.asymmetricKeyType);
	return [
		{
			title: `Not an RSA key: ${subject}`,
			text: `${subject} has ${kind}. Exchange Online PowerShell refuses it on Windows, which keeps such keys in a CNG provider; other programs open it.`,
		},
	];
}

/** More than anybody can guess. */
const BYTES = 32;

/** Letters and digits. */
export const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** So many characters hold every number of 32 bytes: 62 to the 43rd is more than 2 to the 256th. */
const LENGTH = 43;

/**
 * Returns a new password of letters and digits: no program takes it for an option, no shell for something of its own. It
 * is the bytes as a number of base 62, so that all of their chance is in it.
 */
export function makePassword(randomBytes: RandomBytes): SecretText {
	let rest = BigInt(`0x${randomBytes(BYTES).toString('hex')}`);
	let text = '';
	while (text.length < LENGTH) {
		text += CHARACTERS.charAt(Number(rest % 62n));
		rest /= 62n;
	}
	return new SecretText(text);
}
