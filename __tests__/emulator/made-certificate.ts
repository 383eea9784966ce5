// A certificate with its private key and its issuers, as a vault holds it.
import { createPrivateKey } from 'node:crypto';
import { makeKeyVaultPfx } from './key-vault-pfx.js';

/** A certificate as a vault holds it. */
export interface MadeCertificate {
	readonly der: Buffer;
	readonly pem: string;
	/** PKCS#8. */
	readonly privateKeyPem: string;
	/** Without a password, as Key Vault gives it. */
	readonly pfxBase64: string;
	/** The private key (where it is exportable), then the certificate and its issuers. */
	readonly pemBundle: string;
}

/** Parts for a vault to hold, in DER and PKCS#8. */
export interface HeldParts {
	readonly der: Buffer;
	/** Nearest first. */
	readonly issuers?: readonly Buffer[];
	readonly privateKeyPem: string;
	/** False: neither the PFX nor the PEM holds the key. */
	readonly exportable: boolean;
}

/** The certificate in every form; the PFX, which takes its time, is made when it is asked for. */
export function holdCertificate({ der, issuers = [], privateKeyPem, exportable }: HeldParts): MadeCertificate {
	const pem = certificatePem(der);
	let pfxBase64: string | undefined;
	const writePfx = (): string => {
		const privateKey = exportable
			? createPrivateKey(privateKeyPem).export({ format: 'der', type: 'pkcs8' })
			: undefined;
		return makeKeyVaultPfx({ privateKey, certificate: der, issuers }).toString('base64');
	};
	return {
		der,
		pem,
		privateKeyPem,
		get pfxBase64() {
			pfxBase64 ??= writePfx();
			return pfxBase64;
		},
		pemBundle: [...(exportable ? [privateKeyPem] : []), pem, ...issuers.map(certificatePem)].join(''),
	};
}

/** A certificate in PEM. */
export function certificatePem(der: Buffer): string {
	const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
	return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
