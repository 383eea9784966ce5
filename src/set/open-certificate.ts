// A certificate with its private key, opened from whatever holds them, and written again in a form that vaults take.
import { X509Certificate } from 'node:crypto';
import { describeCertificate } from '../certificate/describe.js';
import { openKeyPair } from '../certificate/key-pair.js';
import type { KeyWithChain } from '../certificate/key-with-chain.js';
import { toPem } from '../certificate/pem.js';
import { isPasswordNeeded, isPasswordSuperfluous } from '../certificate/pfx-error.js';
import { writePfx } from '../certificate/pfx-write.js';
import { recognizeSource } from '../certificate/source.js';
import { ActionError, ActionErrors, expectedErrors } from '../errors.js';
import { describeLine, lineError } from '../input/line-grammar.js';
import type { SetLine } from '../input/set-lines.js';
import type { CertificateForm, CertificateImport, KeyProperties } from '../keyvault/change-requests.js';
import { joinMaskings, type Masking } from '../masks/masks.js';
import { maskKey, maskPem, maskPfx } from '../masks/masks-of-values.js';
import type { RandomBytes } from '../ports.js';
import { makePassword } from '../render/certificate-outputs.js';
import { SecretText } from '../secret-text.js';
import { parseInstant } from '../time.js';
import type { Reading } from './source-file.js';

/** A certificate with its private key. */
export interface OpenedCertificate {
	/** SHA-1, 40 upper-case hex digits. */
	readonly thumbprint: string;
	/** In seconds since 1970; undefined if it cannot be read. */
	readonly expires: number | undefined;
	readonly key: KeyProperties;
	/** As it was given: a vault that has none of this name keeps it so. */
	readonly form: CertificateForm;
	readonly masking: Masking;
	/** Writes it in a form: a PFX protected with 3DES and a new password, or PEM without one; the leaf stands first. */
	write(form: CertificateForm): Pick<CertificateImport, 'value' | 'password'>;
}

/** Opens it. @throws ActionError that names the line, and says what was found and what is needed */
export function openCertificate(
	line: SetLine,
	given: Buffer | string,
	{ ports, certificatePassword }: Reading,
): OpenedCertificate {
	const pair = open(line, given, certificatePassword);
	const source = recognizeSource(given);
	const { raw, validTo } = new X509Certificate(pair.certificate);
	return {
		thumbprint: describeCertificate(raw).thumbprint,
		expires: parseInstant(validTo),
		key: describeKey(line, pair),
		form: source.kind === 'pem' ? 'application/x-pem-file' : 'application/x-pkcs12',
		masking: joinMaskings(
			source.kind === 'pem' ? maskPem(source.text) : maskPfx(source.bytes.toString('base64')),
			maskKey(pair.privateKey),
		),
		write: (form) => WRITERS[form](pair, ports.randomBytes),
	};
}

// One input holds the password of several certificates, of which some may have none.
function open(line: SetLine, given: Buffer | string, password: SecretText | undefined): KeyWithChain {
	try {
		return openKeyPair(given, { password });
	} catch (error) {
		const errors = expectedErrors(error);
		if (errors.some(isPasswordSuperfluous)) return open(line, given, undefined);
		throw new ActionErrors(errors.map((one) => ofLine(line, one)));
	}
}

function ofLine(line: SetLine, error: ActionError): ActionError {
	const { code, problem, hint } = error;
	const advice = isPasswordNeeded(error) ? 'Set certificate-password.' : hint;
	return new ActionError({
		code,
		title: 'Unusable certificate',
		subject: describeLine(line),
		problem,
		...(advice !== undefined && { hint: advice }),
	});
}

/** As Key Vault names the curves that it takes, by OpenSSL's names. */
const CURVES: ReadonlyMap<string, string> = new Map([
	['prime256v1', 'P-256'],
	['secp384r1', 'P-384'],
	['secp521r1', 'P-521'],
	['secp256k1', 'P-256K'],
]);

/** Sizes of RSA keys that Key Vault takes, in bits: https://learn.microsoft.com/azure/key-vault/keys/about-keys */
const RSA_SIZES: readonly number[] = [2048, 3072, 4096];

function describeKey(line: SetLine, { privateKey }: KeyWithChain): KeyProperties {
	const modulusLength = privateKey.asymmetricKeyDetails?.modulusLength;
	const crv = CURVES.get(`${privateKey.asymmetricKeyDetails?.namedCurve}`);
	if (privateKey.asymmetricKeyType === 'rsa' && modulusLength !== undefined && RSA_SIZES.includes(modulusLength))
		return { kty: 'RSA', key_size: modulusLength };
	if (privateKey.asymmetricKeyType === 'ec' && crv !== undefined) return { kty: 'EC', crv };
	throw lineError(
		line,
		'Key Vault does not accept a private key of this kind or size.',
		'Use an RSA key of 2048, 3072 or 4096 bits, or an EC key on P-256, P-384, P-521 or P-256K.',
	);
}

type Write = (pair: KeyWithChain, randomBytes: RandomBytes) => Pick<CertificateImport, 'value' | 'password'>;

const WRITERS: Readonly<Record<CertificateForm, Write>> = {
	'application/x-pkcs12': ({ privateKey, certificate, chain }, randomBytes) => {
		const password = makePassword(randomBytes);
		const pfx = writePfx({
			privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
			certificates: [certificate, ...chain],
			password: password.reveal(),
			friendlyName: '',
			protection: '3des',
			randomBytes,
		});
		return { value: new SecretText(pfx.toString('base64')), password };
	},
	'application/x-pem-file': ({ privateKey, certificate, chain }) => {
		const key = toPem('PRIVATE KEY', privateKey.export({ format: 'der', type: 'pkcs8' }));
		const certificates = [certificate, ...chain].map((der) => toPem('CERTIFICATE', der));
		return { value: new SecretText([key, ...certificates].join('')), password: undefined };
	},
};
