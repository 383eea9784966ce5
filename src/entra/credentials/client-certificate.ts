// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
import { constants, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { CertificateIdentity } from '../../certificate/identity.js';
import { decodeCertificateFile, parseClientCertificate } from '../../certificate/key-pair.js';
import { ActionError, checkAll } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import { CLIENT_CERTIFICATE, CLIENT_CERTIFICATE_PASSWORD } from '../../input/sign-in-inputs.js';
import type { Machine } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import { assertionFields, makeClientAssertion } from '../client-assertion.js';
import { exchangeToken } from '../exchange-token.js';
import { missing, requiredClientId } from '../required.js';
import type { CredentialBase, CredentialSource, SignInMethod, SignInSecret } from '../sign-in-method.js';
import { authorityOf, tokenEndpoint } from '../token-request.js';

/** An application and one of its certificates, opened. */
export interface ClientCertificateCredential extends CredentialBase {
	readonly kind: 'client-certificate';
	readonly clientId: string;
	readonly privateKey: KeyObject;
	/** DER. */
	readonly certificate: Buffer;
	readonly secrets: readonly SignInSecret[];
}

/** The certificate is opened, and judged, before anything is sent. */
export const clientCertificateMethod: SignInMethod<ClientCertificateCredential> = {
	needsTenant: true,
	isRenewable: true,
	waitsForPerson: false,
	makeCredential: (source) => {
		const { clientId, opened } = checkAll({
			clientId: () => requiredClientId(source.inputs),
			opened: () => openCertificate(source),
		});
		return {
			kind: 'client-certificate',
			reason: source.reason,
			tenantId: source.inputs.tenantId?.value,
			clientId,
			...opened,
		};
	},
	secretsOf: ({ secrets }) => secrets,
	getToken: (credential, target, context) => {
		const { clientId, privateKey, certificate } = credential;
		const client = { clientId, audience: tokenEndpoint(authorityOf(target)), certificate };
		const fields = async () => {
			const assertion = await makeClientAssertion(client, context, async (text) => signWith(privateKey, text));
			await context.mask(assertion);
			return assertionFields(assertion);
		};
		const thumbprint = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
		const text = `The thumbprint of the certificate is ${thumbprint}: compare it with those that the app registration lists.`;
		const notes = [{ errorCodes: [UNKNOWN_KEY], text }];
		return exchangeToken({ clientId, fields, notes, way: credential }, target, context);
	},
};

/** Of a signature that none of the application's certificates explains. */
const UNKNOWN_KEY = 700027;

function signWith(key: KeyObject, text: Buffer): Buffer {
	return sign('sha256', text, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}

type OpenedCertificate = Pick<ClientCertificateCredential, 'privateKey' | 'certificate' | 'secrets'>;

function openCertificate({ inputs, machine, nowMs }: CredentialSource): OpenedCertificate {
	const { clientCertificate: given, clientCertificatePassword: password } = inputs;
	if (given === undefined) throw missing(CLIENT_CERTIFICATE, 'Set it to PEM, a base64 PFX or the path of a file.');
	const content = looksLikeContent(given.reveal()) ? given.reveal() : readCertificateFile(given.reveal(), machine);
	const { privateKey, certificate } = parse(content, password);
	checkKey(privateKey);
	checkLife(new X509Certificate(certificate), nowMs);
	const pkcs8 = new SecretText(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
	const secrets: readonly SignInSecret[] = [
		{ kind: 'pem', text: pkcs8 },
		...secretsOfContent(content),
		...(password === undefined ? [] : [password]),
	];
	return { privateKey, certificate, secrets };
}

/** Shorter than any PFX, longer than a path that consists of letters, digits and slashes and begins as one does. */
const MIN_BASE64_LENGTH = 200;

// A path has one line. Base64 of a PFX begins with MI, that of PEM with LS0tLS1CRUdJTi; no file of that name is meant.
function looksLikeContent(text: string): boolean {
	if (text.includes('-----BEGIN ') || /[\r\n]/.test(text)) return true;
	return text.length >= MIN_BASE64_LENGTH && /^(?:MI|LS0tLS1CRUdJTi)[A-Za-z0-9+/\s]+={0,2}$/.test(text);
}

/** A vault holds 25 kB, and a chain takes less. */
const MAX_FILE_BYTES = 1024 * 1024;

function readCertificateFile(path: string, machine: Machine): Buffer {
	const content = tryToRead(path, machine);
	if (content !== undefined) return content;
	throw unfit(
		'is neither PEM nor a base64 PFX, and names no file that can be read',
		'A path starts at the workspace: check that the file is there before this step, and the capitals of its name.',
	);
}

// What is no path after all may be a secret, and the system's error repeats it.
function tryToRead(path: string, machine: Machine): Buffer | undefined {
	try {
		return machine.readFile(path, MAX_FILE_BYTES);
	} catch {
		return undefined;
	}
}

function parse(content: Buffer | string, password: SecretText | undefined): CertificateIdentity {
	try {
		return parseClientCertificate(content, password);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		const isPassword = password !== undefined && error.code.endsWith('_WRONG_PASSWORD');
		throw error.about(isPassword ? CLIENT_CERTIFICATE_PASSWORD : CLIENT_CERTIFICATE);
	}
}

// PSS with SHA-256 does not fit into less than 528 bits, and nobody should use what lies between.
function checkKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
	const bits = asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
	if (bits === undefined)
		throw unfit(`holds a private key of the kind ${asymmetricKeyType}`, 'Microsoft Entra ID takes RSA keys alone.');
	if (bits < 1024) throw unfit('holds an RSA key of fewer than 1024 bits', 'Make one of 2048 bits or more.');
}

/** The difference between clocks that is put up with where a certificate is fresh. */
const SKEW_MS = 5 * 60_000;

function checkLife({ validFrom, validTo }: X509Certificate, nowMs: number): void {
	const [beginsMs, endsMs] = [Date.parse(validFrom), Date.parse(validTo)];
	if (endsMs <= nowMs) {
		const hint = 'Make a new one, upload its public part to the app registration and set it here.';
		throw unfit(`has expired, on ${formatInstant(endsMs)}`, hint);
	}
	if (beginsMs > nowMs + SKEW_MS)
		throw unfit(`is not valid yet, but from ${formatInstant(beginsMs)}`, "Wait until then, or set the runner's clock.");
}

function formatInstant(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function unfit(problem: string, hint: string): ActionError {
	return invalidInput(CLIENT_CERTIFICATE, `${problem}.`, hint);
}

// As it was given, since a later step may print that; of a path, what the file holds.
function secretsOfContent(content: Buffer | string): readonly SignInSecret[] {
	const text = typeof content === 'string' ? content : decodeCertificateFile(content);
	if (text?.includes('-----BEGIN ')) return [{ kind: 'pem', text: new SecretText(text) }];
	const pfx = text === undefined ? content.toString('base64') : text.replace(/^\ufeff|\s+/g, '');
	return [{ kind: 'pfx', text: new SecretText(pfx) }, ...(text === undefined ? [] : [new SecretText(text)])];
}
