// A certificate whose key signs in the vault: its public part, decoded and judged before anything is signed.
// https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate (api-version 7.4)
import { type KeyObject, X509Certificate } from 'node:crypto';
import { notDer } from '../certificate/der.js';
import { ActionError } from '../errors.js';
import { asObject, asText, type JsonObject, parseJsonObject } from '../http/json.js';
import { describeIdentifier, type Identifier, vaultHost } from '../plan/identifier.js';
import { formatInstant, lifeOf } from '../time.js';
import { askVault, getObjectRequest, siblingIdentifierOf, type VaultAccess } from './ask-vault.js';
import { type Attributes, checkIssued, decodeAttributes, versionOf } from './bundles.js';
import { unusableAnswerError } from './vault-error.js';

/** A certificate and the key in the vault that belongs to it. */
export interface SigningCertificate {
	readonly item: Identifier;
	/** 32 hex digits. */
	readonly version: string;
	/** The certificate in DER. */
	readonly der: Buffer;
	readonly publicKey: KeyObject;
	/** Lifetime in the vault or in the certificate itself, whichever is narrower: seconds since 1970. */
	readonly life: Attributes;
	/** Whose private part stays where it is. */
	readonly key: Identifier<'keys'>;
}

/**
 * Reads the certificate, and only its public part.
 * @throws ActionError if the vault refuses, and if what it gives cannot sign
 */
export async function readSigningCertificate(
	item: Identifier,
	access: VaultAccess,
	nowMs: number,
): Promise<SigningCertificate> {
	const body = await askVault({ identifier: item, makeRequest: (token) => getObjectRequest(item, token) }, access);
	const { certificate, enabled, keyUsage } = decodeSigningCertificate(body, item);
	const { life, publicKey } = certificate;
	checkCanSign({ item, enabled, keyUsage, life, keyType: publicKey.asymmetricKeyType }, nowMs);
	return certificate;
}

/** A certificate that has yet to be judged. */
export interface UnjudgedCertificate extends Pick<SigningFacts, 'enabled' | 'keyUsage'> {
	readonly certificate: SigningCertificate;
}

/** Decodes the answer. @throws ActionError if it is no certificate, or one that is not issued yet */
export function decodeSigningCertificate(body: string, item: Identifier): UnjudgedCertificate {
	const json = parseJsonObject(body);
	checkIssued(json, item);
	const bundle = decodeSigningBundle(json);
	if (bundle === undefined) throw unusableAnswerError(item, 'the answer is not a certificate.', body);
	const key = siblingIdentifierOf(bundle.keyId, 'keys', item);
	if (key === undefined) {
		throw unusableAnswerError(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
	}
	const x509 = parseCertificate(bundle.der, item);
	const life = narrow(bundle.attributes, x509);
	const { enabled, keyUsage, version, der } = bundle;
	return { certificate: { item, version, der, publicKey: x509.publicKey, life, key }, enabled, keyUsage };
}

interface SigningBundle {
	readonly version: string;
	readonly der: Buffer;
	/** Address of the key. */
	readonly keyId: string;
	readonly enabled: boolean;
	readonly attributes: Attributes;
	/** As the policy lists them; undefined if it does not, as in the answer for a certain version. */
	readonly keyUsage: readonly unknown[] | undefined;
}

/** The body as a certificate with a key; undefined if it is none. */
function decodeSigningBundle(bundle: JsonObject | undefined): SigningBundle | undefined {
	const version = versionOf(bundle?.['id']);
	const cer = asText(bundle?.['cer'], /^[A-Za-z0-9+/]+={0,2}$/);
	const keyId = asText(bundle?.['kid'], /^https:\/\/[\x21-\x7e]+$/);
	const attributes = decodeAttributes(bundle);
	if (version === undefined || cer === undefined || keyId === undefined || attributes === undefined) return undefined;
	const keyUsage = asObject(asObject(bundle?.['policy'])?.['x509_props'])?.['key_usage'];
	return {
		version,
		der: Buffer.from(cer, 'base64'),
		keyId,
		enabled: asObject(bundle?.['attributes'])?.['enabled'] !== false,
		attributes,
		keyUsage: Array.isArray(keyUsage) ? keyUsage : undefined,
	};
}

function parseCertificate(der: Buffer, item: Identifier): X509Certificate {
	try {
		return new X509Certificate(der);
	} catch {
		throw notDer().about(describeIdentifier(item));
	}
}

// The vault obeys its own attributes, Entra the certificate: it has to be in force by both.
function narrow({ notBefore, expires }: Attributes, certificate: X509Certificate): Attributes {
	const own = lifeOf(certificate);
	return {
		notBefore: choose(Math.max, notBefore, own.notBefore),
		expires: choose(Math.min, expires, own.expires),
	};
}

// A time that is none in the certificate leaves the vault's.
function choose(
	pick: (a: number, b: number) => number,
	ofVault: number | undefined,
	own: number | undefined,
): number | undefined {
	return own === undefined ? ofVault : pick(ofVault ?? own, own);
}

/** Facts that decide whether a certificate's key can sign. */
export interface SigningFacts {
	readonly item: Identifier;
	/** As Node names it; undefined if it knows no such kind. */
	readonly keyType: string | undefined;
	readonly enabled: boolean;
	/** As the policy lists them; undefined if they are not known. */
	readonly keyUsage: readonly unknown[] | undefined;
	readonly life: Attributes;
	/** Whether the input takes no version beside the name; for the advice. */
	readonly isNameAlone?: boolean;
}

/** @throws ActionError that says why the key cannot sign now, and what to do about it */
export function checkCanSign(facts: SigningFacts, nowMs: number): void {
	const reason = findReason(facts, nowMs / 1000);
	if (reason === undefined) return;
	const { title, problem, hint } = reason;
	throw new ActionError({
		code: 'CERTIFICATE_CANNOT_SIGN',
		title: `${vaultHost(facts.item.vaultUrl)}: ${title}`,
		subject: describeIdentifier(facts.item),
		problem,
		hint,
	});
}

interface Reason {
	readonly title: string;
	readonly problem: string;
	readonly hint: string;
}

function findReason(
	{ keyType, enabled, keyUsage, life, isNameAlone = false }: SigningFacts,
	nowSeconds: number,
): Reason | undefined {
	const { notBefore, expires } = life;
	if (keyType !== 'rsa') return NOT_RSA;
	if (!enabled) return disabled(isNameAlone);
	if (keyUsage !== undefined && !keyUsage.includes('digitalSignature')) return NO_SIGNATURE;
	if (expires !== undefined && expires <= nowSeconds) return expired(expires);
	return notBefore !== undefined && notBefore > nowSeconds ? notYetValid(notBefore, isNameAlone) : undefined;
}

const NOT_RSA: Reason = {
	title: 'not an RSA key',
	problem: 'its key is not RSA, and Microsoft Entra ID accepts no other kind from an application.',
	hint: 'Issue a new version of the certificate with the key type RSA or RSA-HSM.',
};

function disabled(isNameAlone: boolean): Reason {
	return {
		title: 'disabled',
		problem: 'it is disabled.',
		hint: `Enable this version in the vault${isNameAlone ? '.' : ', or name another one: NAME/VERSION.'}`,
	};
}

const NO_SIGNATURE: Reason = {
	title: 'not a signing key',
	problem: 'its key is not allowed to sign: the key usages of its policy lack "digitalSignature".',
	hint: 'Issue a new version of the certificate with that key usage, which the default policy has.',
};

function expired(expires: number): Reason {
	return {
		title: 'expired',
		problem: `it expired on ${formatInstant(expires)}.`,
		hint: 'Renew it in the vault, and upload the public part of the new version to the application.',
	};
}

function notYetValid(notBefore: number, isNameAlone: boolean): Reason {
	return {
		title: 'not valid yet',
		problem: `it is valid from ${formatInstant(notBefore)}, which is in the future.`,
		hint: isNameAlone
			? 'Run the job again then.'
			: "Name an earlier version, NAME/VERSION, or check the runner's clock.",
	};
}
