// A certificate's current version as a rotation needs it, with its tags and policy, and the changes of these.
// https://learn.microsoft.com/rest/api/keyvault/certificates/update-certificate/update-certificate and
// .../update-certificate-policy/update-certificate-policy (api-version 7.4)
import { asObject, parseJsonObject } from '../http/json.js';
import { once, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import type { Identifier } from '../plan/identifier.js';
import type { HttpRequest } from '../ports.js';
import { SecretText } from '../secret-text.js';
import { parseInstant } from '../time.js';
import {
	API_VERSION,
	askVault,
	askVaultForResponse,
	getObjectRequest,
	getRequest,
	type VaultAccess,
	type VaultRequest,
} from './ask-vault.js';
import { decodeTags, versionOf } from './bundles.js';
import { type CertificatePolicy, decodePolicy, type PolicySettings } from './certificate-policy.js';
import { listPages } from './list-pages.js';
import { decodeSigningCertificate, type UnjudgedCertificate } from './signing-certificate.js';
import { unusableAnswerError } from './vault-error.js';

/** A request about a certificate, and the part of it that is meant. */
export interface CertificateCall {
	readonly method: HttpRequest['method'];
	/** Below the certificate's own address. */
	readonly path: string;
	readonly body?: object;
}

/** The request about a certificate, once there is a token for it. */
export function requestAbout(
	{ vaultUrl, name }: Pick<Identifier, 'vaultUrl' | 'name'>,
	{ method, path, body }: CertificateCall,
): VaultRequest['makeRequest'] {
	return (token) => {
		const { url, headers } = getRequest(`${vaultUrl}/certificates/${name}${path}?api-version=${API_VERSION}`, token);
		if (body === undefined) return { method, url, headers };
		const typed = { ...headers, 'content-type': 'application/json' };
		return { method, url, headers: typed, body: new SecretText(JSON.stringify(body)) };
	};
}

/** The current version. */
export interface StoredCertificate extends UnjudgedCertificate {
	readonly tags: Readonly<Record<string, string>>;
	readonly policy: CertificatePolicy;
	/** When the vault answered, by its own clock: seconds since 1970; undefined if the answer does not say. */
	readonly dateSeconds: number | undefined;
}

/** @throws ActionError with advice if the vault refuses, gives no answer, or has no such certificate that is issued */
export async function readStoredCertificate(item: Identifier, access: VaultAccess): Promise<StoredCertificate> {
	const makeRequest: VaultRequest['makeRequest'] = (token) => getObjectRequest(item, token);
	const { body, headers } = await askVaultForResponse({ identifier: item, makeRequest }, access);
	const unjudged = decodeSigningCertificate(body, item);
	const policy = decodePolicy(asObject(parseJsonObject(body)?.['policy'])) ?? (await readPolicy(item, access));
	return {
		...unjudged,
		policy,
		tags: Object.fromEntries(decodeTags(parseJsonObject(body))),
		dateSeconds: parseInstant(headers['date'] ?? ''),
	};
}

// A vault shows it with the current version; whoever does not, shows it by itself.
async function readPolicy(item: Identifier, access: VaultAccess): Promise<CertificatePolicy> {
	const makeRequest = requestAbout(item, { method: 'GET', path: '/policy' });
	const body = await askVault({ identifier: item, makeRequest }, access);
	const policy = decodePolicy(parseJsonObject(body));
	if (policy !== undefined) return policy;
	throw unusableAnswerError(item, 'the answer does not show the policy of the certificate.', body);
}

/** Returns the tags of a version. @throws ActionError with advice if the vault refuses or gives no answer */
export async function readTags(version: Identifier, access: VaultAccess): Promise<Readonly<Record<string, string>>> {
	const body = await askVault(
		{ identifier: version, makeRequest: (token) => getObjectRequest(version, token) },
		access,
	);
	return tagsOf(body, version);
}

// A page of somebody in between has no tags: whoever took it for a version would lose those of the owner.
function tagsOf(body: string, version: Identifier): Readonly<Record<string, string>> {
	const bundle = parseJsonObject(body);
	if (versionOf(bundle?.['id']) !== undefined) return Object.fromEntries(decodeTags(bundle));
	throw unusableAnswerError(version, 'the answer is not a certificate.', body);
}

/**
 * Replaces the tags of a version once, and returns those that it has then.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
export async function setTagsOnce(
	version: Identifier,
	tags: Readonly<Record<string, string>>,
	access: VaultAccess,
): Promise<Readonly<Record<string, string>>> {
	const makeRequest = requestAbout(version, { method: 'PATCH', path: `/${version.version}`, body: { tags } });
	const rules = once(VAULT_RETRY_RULES);
	return tagsOf(await askVault({ identifier: version, operation: 'update', makeRequest, rules }, access), version);
}

/** Puts the policy back to these settings. @throws ActionError with advice if the vault refuses or gives no answer */
export async function setPolicy(item: Identifier, settings: PolicySettings, access: VaultAccess): Promise<void> {
	// Members that are not sent stay as they are: a policy that had no lifetime actions is to have none again.
	const whole = { lifetime_actions: [], ...settings };
	const makeRequest = requestAbout(item, { method: 'PATCH', path: '/policy', body: whole });
	const body = await askVault({ identifier: item, operation: 'update', makeRequest }, access);
	if (asObject(parseJsonObject(body)?.['issuer']) === undefined)
		throw unusableAnswerError(item, 'the answer is not a policy.', body);
}

/** Lists the versions with such tags. @throws ActionError with advice if the vault refuses or gives no answer */
export async function findTaggedVersions(
	item: Identifier,
	isWanted: (names: readonly string[]) => boolean,
	access: VaultAccess,
): Promise<readonly string[]> {
	const found: string[] = [];
	for await (const page of listPages(item, (request) => askVault(request, access))) {
		found.push(...page.filter(({ tags }) => isWanted([...tags.keys()])).map(({ version }) => version));
	}
	return found;
}
