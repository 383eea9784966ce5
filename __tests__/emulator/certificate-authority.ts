// A CA, the server certificates under it, and certificates as Key Vault issues them; keys are made once a process.
import { generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { holdCertificate, type MadeCertificate } from './made-certificate.js';

/** A server's certificate and key, as node:https takes them. */
export interface ServerCertificate {
	readonly cert: string;
	readonly key: string;
}

/** One CA, and the two server certificates under it. */
export interface CertificateAuthority {
	/** The CA's certificate, PEM. */
	readonly ca: string;
	/** For the login hosts of all clouds, and GitHub's issuer of ID tokens. */
	readonly login: ServerCertificate;
	/** For the vaults of all clouds. */
	readonly vault: ServerCertificate;
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1'];
const LOGIN_NAMES = [
	'login.microsoftonline.com',
	'login.microsoftonline.us',
	'login.partner.microsoftonline.cn',
	'token.actions.githubusercontent.com',
	...LOOPBACK_NAMES,
];
const VAULT_NAMES = [
	'*.vault.azure.net',
	'*.vault.usgovcloudapi.net',
	'*.vault.azure.cn',
	// Node takes no star before a single label.
	'contoso.localhost',
	...LOOPBACK_NAMES,
];

let authority: CertificateAuthority | undefined;

/** The CA of this process. */
export function certificateAuthority(): CertificateAuthority {
	authority ??= makeAuthority();
	return authority;
}

function makeAuthority(): CertificateAuthority {
	const issuer = { key: keyPair('authority'), name: [{ shortName: 'CN', value: 'Emulator CA' }] };
	const ca = sign({
		...LASTING,
		subject: issuer.name,
		key: issuer.key,
		issuer,
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, critical: true },
		],
	});
	const server = (commonName: string, names: readonly string[]): ServerCertificate => {
		const key = keyPair('server');
		const subject = [{ shortName: 'CN', value: commonName }];
		const cert = sign({ ...LASTING, subject, key, issuer, extensions: [alternativeNames(names)] });
		return { cert, key: key.privatePem };
	};
	return { ca, login: server('login', LOGIN_NAMES), vault: server('vault', VAULT_NAMES) };
}

function alternativeNames(names: readonly string[]): object {
	const altNames = names.map((name) => (/^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name }));
	return { name: 'subjectAltName', altNames };
}

/** Contents of a vault's certificate. */
export interface IssueOptions {
	/** In the order of the DER, which .NET prints in reverse. */
	readonly subject?: readonly forge.pki.CertificateField[];
	readonly notBefore?: Date;
	readonly notAfter?: Date;
	/** False: the PFX holds no key. */
	readonly exportable?: boolean;
}

/** A self-signed certificate with an RSA key, as Key Vault's issuer `Self` makes it; all of one process share one key. */
export function makeCertificate(wanted: IssueOptions = {}): MadeCertificate {
	const { exportable = true, subject = [{ shortName: 'CN', value: 'default' }] } = wanted;
	const key = keyPair('vault-certificate');
	const { notBefore = LASTING.notBefore, notAfter = LASTING.notAfter } = wanted;
	const pem = sign({ subject, key, issuer: { key, name: subject }, notBefore, notAfter, extensions: [] });
	const der = new X509Certificate(pem).raw;
	return holdCertificate({ der, privateKeyPem: key.privatePem, exportable });
}

const DAY_MS = 24 * 60 * 60 * 1000;
// Whole seconds, since a certificate has no fractions of one.
const NOW_MS = Math.floor(Date.now() / 1000) * 1000;
const LASTING = { notBefore: new Date(NOW_MS - DAY_MS), notAfter: new Date(NOW_MS + 365 * DAY_MS) };

interface KeyPair {
	readonly publicPem: string;
	readonly privatePem: string;
}

interface SigningOrder {
	readonly subject: readonly forge.pki.CertificateField[];
	readonly key: KeyPair;
	readonly issuer: { readonly key: KeyPair; readonly name: readonly forge.pki.CertificateField[] };
	readonly notBefore: Date;
	readonly notAfter: Date;
	readonly extensions: readonly object[];
}

function sign({ subject, key, issuer, notBefore, notAfter, extensions }: SigningOrder): string {
	const certificate = forge.pki.createCertificate();
	// Positive and without a leading zero byte, as DER wants it.
	certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
	certificate.publicKey = forge.pki.publicKeyFromPem(key.publicPem);
	certificate.validity.notBefore = notBefore;
	certificate.validity.notAfter = notAfter;
	certificate.setSubject([...subject]);
	certificate.setIssuer([...issuer.name]);
	certificate.setExtensions([...extensions]);
	certificate.sign(forge.pki.privateKeyFromPem(issuer.key.privatePem), forge.md.sha256.create());
	return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

const keyPairs = new Map<string, KeyPair>();

// Keys are Node's, since forge needs seconds for one.
function keyPair(use: string): KeyPair {
	const known = keyPairs.get(use);
	if (known !== undefined) return known;
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const made = { publicPem: publicKey, privatePem: privateKey };
	keyPairs.set(use, made);
	return made;
}
