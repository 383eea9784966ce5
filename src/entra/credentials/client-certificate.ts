// Client certificate: the application proves itself with an assertion that its certificate's private key signs.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
import { constants, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { describeKey } from '../../certificate/algorithm-names.js';
import { parseClientCertificate } from '../../certificate/key-pair.js';
import type { KeyWithChain } from '../../certificate/key-with-chain.js';
import { isAboutPassword, isPasswordNeeded } from '../../certificate/pfx-error.js';
import { decodeText, recognizeSource } from '../../certificate/source.js';
import { ActionError, checkAll } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import {
	CLIENT_CERTIFICATE,
	CLIENT_CERTIFICATE_PASSWORD,
	missing,
	requiredClientId,
} from '../../input/sign-in-inputs.js';
import { SecretText } from '../../secret-text.js';
import { formatInstant, lifeOf } from '../../time.js';
import { assertionFields, eachItsOwn, makeClientAssertion } from '../client-assertion.js';
import {
	type Credential,
	type CredentialSource,
	describeWay,
	type SignInContext,
	type SignInSecret,
	type SignInTarget,
} from '../credential.js';
import type { RefusalNote } from '../token-error.js';
import { authorityOf, exchangeToken, tokenEndpoint } from '../token-request.js';
import { looksLikeContent, readCertificateFile } from './certificate-file.js';

/**
 * The credential of an application with a certificate, which is opened, and judged, before anything is sent.
 * @throws ActionErrors that name each input that is missing or cannot be used
 */
export function makeClientCertificate(source: CredentialSource): Credential {
	const { inputs } = source;
	const { clientId, opened } = checkAll({
		clientId: () => requiredClientId(inputs),
		opened: () => openCertificate(source),
	});
	const way = describeWay('client-certificate', source, { tenantId: inputs.tenantId, clientId: inputs.clientId });
	return {
		...way,
		tenantId: inputs.tenantId?.value,
		clientId,
		secrets: opened.secrets,
		needsTenant: true,
		isRenewable: true,
		waitsForPerson: false,
		getToken: (target, context) => {
			const fields = async () => assertionFields(await proveByCertificate(clientId, opened, { target, context }));
			return exchangeToken({ clientId, fields, notes: notesOf(opened), way }, target, context);
		},
	};
}

/** A certificate with its private key, and what must be hidden of them. */
interface OpenedCertificate {
	readonly privateKey: KeyObject;
	/** DER. */
	readonly certificate: Buffer;
	readonly secrets: readonly SignInSecret[];
}

// An assertion, masked; several token requests may share it.
function proveByCertificate(
	clientId: string,
	{ privateKey, certificate }: OpenedCertificate,
	{ target, context }: { readonly target: SignInTarget; readonly context: SignInContext },
): Promise<SecretText> {
	const { proofs = eachItsOwn } = context;
	const client = { clientId, audience: tokenEndpoint(authorityOf(target)), certificate };
	return proofs(async () => {
		const assertion = await makeClientAssertion(client, context, async (text) => signWith(privateKey, text));
		await context.mask(assertion);
		return assertion;
	});
}

function notesOf({ certificate }: OpenedCertificate): readonly RefusalNote[] {
	const thumbprint = new X509Certificate(certificate).fingerprint.replaceAll(':', '');
	const text = `The thumbprint of the certificate is ${thumbprint}: compare it with those that the app registration lists.`;
	return [{ errorCodes: [UNKNOWN_KEY], text }];
}

/** Error number for a signature that none of the application's certificates explains. */
const UNKNOWN_KEY = 700027;

function signWith(key: KeyObject, text: Buffer): Buffer {
	return sign('sha256', text, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}

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

function parse(content: Buffer | string, password: SecretText | undefined): KeyWithChain {
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
const SKEW_SECONDS = 5 * 60;

function checkLife(certificate: X509Certificate, nowMs: number): void {
	const { notBefore, expires } = lifeOf(certificate);
	const nowSeconds = nowMs / 1000;
	if (expires !== undefined && expires <= nowSeconds) {
		const hint = 'Create a new one, upload its public part to the app registration, and set it here.';
		throw unfit(`the certificate expired on ${formatInstant(expires)}`, hint);
	}
	if (notBefore !== undefined && notBefore > nowSeconds + SKEW_SECONDS)
		throw unfit(
			`the certificate is not valid before ${formatInstant(notBefore)}`,
			"Wait until then, or set the runner's clock.",
		);
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
