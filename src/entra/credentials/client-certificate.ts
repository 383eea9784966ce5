// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
import { constants, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { describeKey } from '../../certificate/algorithm-names.js';
import type { CertificateIdentity } from '../../certificate/identity.js';
import { parseClientCertificate } from '../../certificate/key-pair.js';
import { isAboutPassword, isPasswordNeeded } from '../../certificate/pfx-error.js';
import { decodeText, recognizeSource } from '../../certificate/source.js';
import { ActionError, checkAll } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import { CLIENT_CERTIFICATE, CLIENT_CERTIFICATE_PASSWORD } from '../../input/sign-in-inputs.js';
import { SecretText } from '../../secret-text.js';
import { assertionFields, makeClientAssertion } from '../client-assertion.js';
import {
	type CredentialBase,
	type CredentialSource,
	eachItsOwn,
	missing,
	requiredClientId,
	type SignInMethod,
	type SignInSecret,
} from '../credential.js';
import { authorityOf, exchangeToken, tokenEndpoint } from '../token-request.js';
import { looksLikeContent, readCertificateFile } from './certificate-file.js';

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
		const { proofs = eachItsOwn } = context;
		const prove = async (): Promise<SecretText> => {
			const assertion = await makeClientAssertion(client, context, async (text) => signWith(privateKey, text));
			await context.mask(assertion);
			return assertion;
		};
		const fields = async () => assertionFields(await proofs(prove));
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

function parse(content: Buffer | string, password: SecretText | undefined): CertificateIdentity {
	try {
		return parseClientCertificate(content, password);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		if (isAboutPassword(error)) throw error.about(CLIENT_CERTIFICATE_PASSWORD);
		const advised = isPasswordNeeded(error) ? error.advising(`Set ${CLIENT_CERTIFICATE_PASSWORD} to it.`) : error;
		throw advised.about(CLIENT_CERTIFICATE);
	}
}

// PSS with SHA-256 does not fit into less than 528 bits, and nobody should use what lies between.
function checkKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): void {
	const bits = asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined;
	if (bits === undefined) {
		const hint = 'Use a certificate with an RSA key: Microsoft Entra ID takes no other kind.';
		throw unfit(`the private key is ${describeKey(asymmetricKeyType)}`, hint);
	}
	if (bits < 1024) throw unfit('the RSA key has fewer than 1024 bits', 'Use a key of 2048 bits or more.');
}

/** The difference between clocks that is put up with if a certificate is fresh. */
const SKEW_MS = 5 * 60_000;

function checkLife({ validFrom, validTo }: X509Certificate, nowMs: number): void {
	const [beginsMs, endsMs] = [Date.parse(validFrom), Date.parse(validTo)];
	if (endsMs <= nowMs) {
		const hint = 'Create a new one, upload its public part to the app registration, and set it here.';
		throw unfit(`the certificate expired on ${formatInstant(endsMs)}`, hint);
	}
	if (beginsMs > nowMs + SKEW_MS)
		throw unfit(
			`the certificate is not valid before ${formatInstant(beginsMs)}`,
			"Wait until then, or set the runner's clock.",
		);
}

function formatInstant(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function unfit(problem: string, hint: string): ActionError {
	return invalidInput(CLIENT_CERTIFICATE, `${problem}.`, hint);
}

// As it was given, since a later step may print that; of a path, what the file holds.
function secretsOfContent(content: Buffer | string): readonly SignInSecret[] {
	const source = recognizeSource(content);
	const text = typeof content === 'string' ? content : decodeText(content);
	if (source.kind === 'pem') {
		const pem = { kind: 'pem', text: new SecretText(source.text) } as const;
		return text === undefined || text === source.text ? [pem] : [pem, new SecretText(text)];
	}
	const pfx = { kind: 'pfx', text: new SecretText(source.bytes.toString('base64')) } as const;
	return text === undefined ? [pfx] : [pfx, new SecretText(text)];
}
