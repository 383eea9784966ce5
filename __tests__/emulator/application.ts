// An application of the emulated Microsoft Entra ID: how it proves itself, and what it may do.
import { randomUUID } from 'node:crypto';
import { AppKeys } from './app-keys.js';
import { AppPasswords } from './app-passwords.js';
import type { GraphLimits } from './graph-limits.js';

/** Another issuer's tokens that an application takes for its own; all three are compared exactly. */
export interface FederatedCredential {
	readonly issuer: string;
	readonly subject: string;
	readonly audience: string;
}

/** An application in a tenant. */
export interface App {
	readonly clientId: string;
	readonly objectId: string;
	secret: string;
	secretExpired: boolean;
	disabled: boolean;
	/**
	 * Those that its assertions may be signed with the keys of, DER. Whoever sets them says what has been known for ever;
	 * what spreads slowly is added to {@link keys}.
	 */
	certificates: readonly Buffer[];
	/** The same certificates as key credentials: those that Graph lists, adds and removes. */
	readonly keys: AppKeys;
	federated: readonly FederatedCredential[];
	/** Whether public client flows are allowed. */
	publicClient: boolean;
	/** Permissions of the application, of any API; a token lists those of its own. */
	roles: readonly string[];
	/** Client secrets beside `secret`: those that Graph lists, adds and removes. */
	readonly passwords: AppPasswords;
	/** Client IDs of the applications that own this one. */
	owners: readonly string[];
	/** Limits on passwords by the tenant's policy. */
	passwordPolicy: PasswordPolicy;
	/** Limits on certificates by the tenant's policy. */
	keyPolicy: Pick<PasswordPolicy, 'maxDays'>;
	/** Limits that Graph sets to the application. */
	graphLimits: GraphLimits;
	/** When Graph and the sign-in come to know an application that was made a moment ago, in milliseconds since 1970. */
	knownFromMs: { readonly graph: number; readonly signIn: number };
}

/** https://learn.microsoft.com/graph/api/resources/appmanagementpolicy */
export interface PasswordPolicy {
	readonly forbidden?: boolean;
	readonly maxDays?: number;
}

/** An application to be made; what is left out is that of one which nobody has set up. */
export type AppOptions = Pick<App, 'clientId' | 'secret'> & Partial<App>;

/** An application, by the clock of its directory. */
export function makeApp({ certificates = [], ...wanted }: AppOptions, nowMs: () => number): App {
	const { keys = new AppKeys(nowMs), passwords = new AppPasswords(nowMs) } = wanted;
	if (certificates.length > 0) keys.replaceAll(certificates);
	return {
		...{ ...PLAIN_APP, objectId: randomUUID(), ...wanted, keys, passwords },
		get certificates() {
			return keys.all.map(({ der }) => der);
		},
		set certificates(all) {
			keys.replaceAll(all);
		},
	};
}

const PLAIN_APP = {
	secretExpired: false,
	disabled: false,
	federated: [],
	publicClient: false,
	roles: [],
	owners: [],
	passwordPolicy: {},
	keyPolicy: {},
	graphLimits: {},
	knownFromMs: { graph: 0, signIn: 0 },
};
