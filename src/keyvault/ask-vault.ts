// Requests to a vault, with the token that only its own host may see: asked once, and once more with a newer token if that
// is refused.
import { ActionError } from '../errors.js';
import { type RetryRules, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import { advisingWait, type SendContext, send } from '../http/send.js';
import { type Collection, type Identifier, type VaultAddress, vaultHost } from '../plan/identifier.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import { SecretText } from '../secret-text.js';
import type { Caller, VaultOperation, WritePermissions } from './vault-response-error.js';

/** Parts of every request: a token, and the ports. */
export interface VaultAccess {
	readonly session: VaultSession;
	readonly context: SendContext;
	/** All that the step needs of what it reads and then writes, which one role allows; for errors alone. */
	readonly writes?: WritePermissions;
}

/** A request, and the object or list that it is about. */
export interface VaultRequest {
	readonly identifier: VaultAddress;
	/** `get` where left out. */
	readonly operation?: VaultOperation;
	/** Whether a line names it, which can be moved to another input. */
	readonly isLine?: boolean;
	/** Whether a secret value is wanted as well; asked once the vault has refused. */
	readonly isValueWanted?: () => boolean;
	readonly makeRequest: (token: SecretText) => HttpRequest;
	/** When it is asked again; {@link VAULT_RETRY_RULES} where left out. */
	readonly rules?: RetryRules;
	/** Status of the answer that is wanted; 200 if left out. */
	readonly status?: 200 | 201 | 202;
}

/**
 * The body of the vault's answer of the status that is wanted.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
export async function askVault(request: VaultRequest, access: VaultAccess): Promise<string> {
	return (await askVaultForResponse(request, access)).body;
}

/**
 * As {@link askVault}, with the answer's headers.
 * @throws ActionError with advice if the vault refuses or gives no answer
 */
export async function askVaultForResponse(
	request: VaultRequest,
	{ session, context, writes }: VaultAccess,
): Promise<HttpResponse> {
	const { identifier, operation = 'get', isLine, makeRequest, rules = VAULT_RETRY_RULES, status = 200 } = request;
	const ask = (token: SecretText): Promise<HttpResponse> =>
		send(makeRequest(token), context, { rules }).catch(async (error: unknown) => {
			const { unreachableVaultError } = await loadErrors();
			throw unreachableVaultError(error, identifier);
		});
	const token = session.token();
	let response = await ask(token);
	if (response.status === 401) {
		const newer = await session.renewed(token);
		if (newer !== undefined) response = await ask(newer);
	}
	if (response.status === status) return response;
	const tenants = { signedIn: session.tenantId, challenged: tenantOfChallenge(response), caller: session.caller };
	const { vaultRefusedError } = await loadErrors();
	throw vaultRefusedError(response, identifier, {
		operation,
		isLine,
		writes,
		isValueWanted: request.isValueWanted?.(),
		...tenants,
	});
}

// Long, and most runs never need it.
function loadErrors() {
	return import('./vault-error.js');
}

/** Source of the token for requests to vaults. */
export interface VaultSession {
	/** Tenant that the token is of, for errors. */
	readonly tenantId: string | undefined;
	readonly caller: Caller | undefined;
	token(): SecretText;
	/**
	 * A newer token than the one that was refused; undefined if that one was the newest that this run may ask for.
	 * Requests that are refused at the same time share one renewal.
	 */
	renewed(refused: SecretText): Promise<SecretText | undefined>;
}

/** Beginning of a session. */
export interface VaultSessionStart {
	readonly tenantId: string | undefined;
	readonly caller?: Caller;
	readonly token: SecretText;
	/** Asks for a second token; undefined if the way to sign in gives no other. */
	readonly renew: (() => Promise<SecretText>) | undefined;
}

/** A session that asks for a second token when the first is refused. */
export function makeVaultSession({ tenantId, caller, token: first, renew }: VaultSessionStart): VaultSession {
	let current = first;
	let renewal: Promise<SecretText> | undefined;
	return {
		tenantId,
		caller,
		token: () => current,
		renewed: async (refused) => {
			if (refused !== first || renew === undefined) return undefined;
			renewal ??= renew();
			current = await renewal;
			return current;
		},
	};
}

/** Answered by every cloud and emulator; there is no default. */
export const API_VERSION = '7.4';

/** The most that a vault gives at once. */
const PAGE_SIZE = 25;

/** The request that reads one object; without a token, the vault answers with its challenge. */
export function getObjectRequest({ vaultUrl, collection, name, version }: Identifier, token?: SecretText): HttpRequest {
	const path = version === undefined ? `${collection}/${name}` : `${collection}/${name}/${version}`;
	return getRequest(`${vaultUrl}/${path}?api-version=${API_VERSION}`, token);
}

/** Returns the URL at which the list of all objects begins, or the list of one object's versions. */
export function listUrl({ vaultUrl, collection, name }: VaultAddress): string {
	const path = name === undefined ? collection : `${collection}/${name}/versions`;
	return `${vaultUrl}/${path}?api-version=${API_VERSION}&maxresults=${PAGE_SIZE}`;
}

/** The request that reads what is at this address of a vault; without a token, the vault answers with its challenge. */
export function getRequest(url: string, token?: SecretText): HttpRequest {
	const headers = token === undefined ? {} : { authorization: new SecretText(`Bearer ${token.reveal()}`) };
	return { method: 'GET', url, headers };
}

/**
 * The address that a certificate's `sid` or `kid` holds; undefined if it is not an object of that collection and of
 * the certificate's name in the same vault, since the token must not go anywhere else.
 */
export function siblingIdentifierOf<C extends Collection>(
	id: string,
	collection: C,
	certificate: Pick<Identifier, 'vaultUrl' | 'name'>,
): Identifier<C> | undefined {
	if (!URL.canParse(id)) return undefined;
	const { origin, pathname, search, username, password } = new URL(id);
	const [, kind = '', name = '', version] = /^\/([a-z]+)\/([0-9a-z-]{1,127})\/([0-9a-f]{32})$/i.exec(pathname) ?? [];
	if (kind.toLowerCase() !== collection) return undefined;
	if (origin !== certificate.vaultUrl || name.toLowerCase() !== certificate.name.toLowerCase()) return undefined;
	if (search !== '' || username !== '' || password !== '') return undefined;
	return { vaultUrl: certificate.vaultUrl, collection, name, version };
}

/** The tenant (GUID or domain) that the vault trusts; undefined if the challenge names none. */
export function tenantOfChallenge(response: HttpResponse): string | undefined {
	return AUTHORIZATION.exec(response.headers['www-authenticate'] ?? '')?.[1];
}

/** An https address; the tenant is the first part of its path. */
const AUTHORIZATION = /\bauthorization(?:_uri)?="https:\/\/[^/"]+\/([0-9a-z][0-9a-z.-]{0,99})["/]/i;

/**
 * The tenant of the vault: asked for an object, or for the list of all. Of the challenge only the tenant is believed: authority and scope are the cloud's.
 * @throws ActionError if the vault names none or gives no answer
 */
export async function discoverTenant(item: VaultAddress, context: SendContext): Promise<string> {
	const request = item.name === undefined ? getRequest(listUrl(item)) : getObjectRequest(item);
	const response = await send(request, context).catch(async (error: unknown) => {
		const { unreachableVaultError } = await loadErrors();
		throw unreachableVaultError(error, item);
	});
	const tenant = tenantOfChallenge(response);
	if (response.status === 401 && tenant !== undefined) return tenant;
	const error = new ActionError({
		code: 'TENANT_NOT_FOUND',
		title: 'The tenant is not known',
		subject: 'tenant-id',
		problem: `the input is empty, and ${vaultHost(item.vaultUrl)} names no tenant (HTTP ${response.status}).`,
		hint: 'Set tenant-id, or the variable AZURE_TENANT_ID.',
	});
	throw advisingWait(error, response);
}
