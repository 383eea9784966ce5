// An error answer of a vault, reduced to what may be shown, and what is known about the request that it refused.
import type { ErrorCode } from '../error-codes.js';
import { asObject, asText, parseJsonObject } from '../http/json.js';
import type { Collection, VaultAddress } from '../plan/identifier.js';
import type { HttpResponse } from '../ports.js';

/** Parts of an error answer that may be shown: each is checked for its form. */
export interface VaultRefusal {
	readonly status: number;
	/** The inner error's code if there is one, e.g. `ForbiddenByRbac`. */
	readonly code: string | undefined;
	/** `AKV` and a number, of a 401. */
	readonly akvCode: string | undefined;
	/** Client and object ID of the caller, as the vault saw it. */
	readonly appId: string | undefined;
	readonly objectId: string | undefined;
	/** The runner's address, as the vault's firewall saw it. */
	readonly clientAddress: string | undefined;
	/** The data action that the role would need. */
	readonly action: string | undefined;
	/** The vault's resource ID, as Azure Resource Manager writes it. */
	readonly vaultId: string | undefined;
	/** Audience of the token, if that is why it was not accepted. */
	readonly foundAudience: string | undefined;
	/** The tenant of the token, and the one that the vault trusts, if that is why it was not accepted. */
	readonly foundTenant: string | undefined;
	readonly expectedTenant: string | undefined;
	/** Whether the vault wants a token with further claims (continuous access evaluation). */
	readonly demandsClaims: boolean;
	readonly requestId: string | undefined;
}

/** Reads an error answer; what is missing or malformed is undefined. */
export function readVaultRefusal(response: HttpResponse): VaultRefusal {
	const error = asObject(parseJsonObject(response.body)?.['error']);
	const code = asText(error?.['code'], CODE);
	const innerCode = asText(asObject(error?.['innererror'])?.['code'], CODE);
	const message = typeof error?.['message'] === 'string' ? error['message'] : '';
	return {
		status: response.status,
		code: innerCode ?? code,
		akvCode: found(/^(AKV\d{5})\b/, message),
		appId: found(/\bappid=([0-9a-f-]{36})\b/i, message),
		objectId: found(/\boid=([0-9a-f-]{36})\b/i, message),
		clientAddress: found(/\bClient address: ([0-9a-f.:]{3,45}?)\.?(?:\s|$)/i, message),
		action: found(/\bAction: '(Microsoft\.KeyVault\/[A-Za-z/]{1,100})'/, message),
		vaultId: found(VAULT_ID, message),
		foundAudience: found(/^AKV10022\b.*\bfound: ?([\x21-\x7e]{1,200}?)[.,]?(?:\s|$)/, message),
		foundTenant: found(/^AKV10032\b.*\bfound:? https:\/\/[a-z.]+\/([0-9a-f-]{36})\b/, message),
		expectedTenant: found(/^AKV10032\b.*?\bExpected one of https:\/\/[a-z.]+\/([0-9a-f-]{36})\b/, message),
		demandsClaims: /\berror="insufficient_claims"/.test(response.headers['www-authenticate'] ?? ''),
		requestId: asText(response.headers['x-ms-request-id'], /^[0-9a-z-]{1,64}$/i),
	};
}

const VAULT_ID =
	/\bResource: '(\/subscriptions\/[0-9a-f-]{36}\/resourcegroups\/[\w.()-]{1,90}\/providers\/microsoft\.keyvault\/vaults\/[0-9a-z-]{3,24})[/']/i;

const CODE = /^[A-Za-z]{1,64}$/;

function found(pattern: RegExp, text: string): string | undefined {
	return pattern.exec(text)?.[1];
}

/** Operation that a vault is asked for, named as its permissions are. */
export type VaultOperation = 'get' | 'list' | 'set' | 'sign' | 'create' | 'import' | 'update' | 'recover';

/** The permissions of access policies that a step which writes needs, by the kind of object. */
export type WritePermissions = Partial<Record<Collection, readonly VaultOperation[]>>;

/** Facts about a refused request. */
export interface RefusedRequest {
	readonly identifier: VaultAddress;
	/** `get` where left out. */
	readonly operation?: VaultOperation;
	/** Whether a line names it, which can be moved to another input. */
	readonly isLine?: boolean | undefined;
	/** All that the step needs of what it reads and then writes, which one role allows. */
	readonly writes?: WritePermissions | undefined;
	/** Whether a secret value is wanted as well: of what is listed, or the private key of a certificate. */
	readonly isValueWanted?: boolean | undefined;
	/** Tenant of the token, and of the vault's challenge. */
	readonly signedIn?: string | undefined;
	readonly challenged?: string | undefined;
	/** Whose token it was. */
	readonly caller?: Caller | undefined;
}

/** An error's stable code, heading, meaning and advice. */
export interface VaultAdvice {
	readonly code: ErrorCode;
	readonly title: string;
	readonly meaning: string;
	readonly hint: string;
}

/** Advice on a refusal of one code. */
export type Advise = (refusal: VaultRefusal, request: RefusedRequest) => VaultAdvice;

/** Owner and audience of a token, as far as the token says so; for errors alone. */
export interface Caller {
	/** The way to sign in that gave the token. */
	readonly method: string;
	readonly clientId: string | undefined;
	readonly objectId: string | undefined;
	/** Audience of the token. */
	readonly audience: string | undefined;
	/** Audience of tokens for the vaults of this cloud. */
	readonly resource: string;
	/** Whether it is a person's token. */
	readonly isDelegated: boolean;
}
