// What is known about a request that a vault refused, and what advice on it consists of.
import type { VaultAddress } from '../plan/identifier.js';
import type { VaultRefusal } from './vault-refusal.js';
import type { Caller } from './vault-session.js';

/** What a vault is asked to do with an object, as its permissions are called. */
export type VaultOperation = 'get' | 'list' | 'set' | 'sign';

/** What is known about a refused request. */
export interface RefusedRequest {
	readonly identifier: VaultAddress;
	/** `get` where left out. */
	readonly operation?: VaultOperation;
	/** Tenant of the token, and of the vault's challenge. */
	readonly signedIn?: string | undefined;
	readonly challenged?: string | undefined;
	/** Whose token it was. */
	readonly caller?: Caller | undefined;
}

/** An error's stable code, heading, meaning and advice. */
export interface VaultAdvice {
	readonly code: string;
	readonly title: string;
	readonly meaning: string;
	readonly hint: string;
}

/** Advice on a refusal of one code. */
export type Advise = (refusal: VaultRefusal, request: RefusedRequest) => VaultAdvice;
