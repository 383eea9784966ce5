// The tenants and applications that the emulated Microsoft Entra ID knows, and the tokens it has given out.
import { type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { AppPasswords } from './app-passwords.js';
import type { GraphLimits } from './graph-limits.js';
import { GraphCatalog } from './graph-list.js';
import { encodeJwt } from './jwt.js';
import { rolesFor, SERVICES } from './resources.js';

/** Of the tenant and the application that are always there. */
export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT_DOMAIN = 'contoso.onmicrosoft.com';
export const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
/** Holds what a form must escape. */
export const CLIENT_SECRET = 'Xy8~Q+b4&r7=Zk%2Fw~p0.tLm9-vN_3sHd6';
/** The object ID of the application's service principal. */
export const OBJECT_ID = '33333333-3333-4333-8333-333333333333';

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
	/** Those that its assertions may be signed with the keys of, DER. */
	certificates: readonly Buffer[];
	federated: readonly FederatedCredential[];
	/** Are public client flows allowed? */
	publicClient: boolean;
	/** Permissions of the application, of any API; a token lists those of its own. */
	roles: readonly string[];
	/** Client secrets beside `secret`: those that Graph lists, adds and removes. */
	readonly passwords: AppPasswords;
	/** Client IDs of the applications that own this one. */
	owners: readonly string[];
	/** What the tenant's policy allows of passwords. */
	passwordPolicy: PasswordPolicy;
	/** What Graph lets the application do. */
	graphLimits: GraphLimits;
	/** When Graph and the sign-in come to know an application that was made a moment ago, in milliseconds since 1970. */
	knownFromMs: { readonly graph: number; readonly signIn: number };
}

/** https://learn.microsoft.com/graph/api/resources/appmanagementpolicy */
export interface PasswordPolicy {
	readonly forbidden?: boolean;
	readonly maxDays?: number;
}

/** A service that tokens can be asked for. */
export interface Service {
	/** Does it demand that an application has one of its roles ("assignment required")? */
	needsRole: boolean;
}

/** A directory with its applications. */
export interface Tenant {
	readonly tenantId: string;
	readonly domains: readonly string[];
	readonly apps: Map<string, App>;
}

/** What a token says, as the services remember it. */
export interface IssuedToken {
	readonly token: string;
	readonly tenantId: string;
	readonly clientId: string;
	readonly objectId: string;
	readonly audience: string;
	readonly roles: readonly string[];
	expiresOnMs: number;
}

/** Who a token is for, and what for. */
export interface TokenGrant {
	readonly tenantId: string;
	readonly clientId: string;
	readonly objectId: string;
	readonly audience: string;
	readonly lifeSeconds: number;
	readonly roles: readonly string[];
	/** Of a delegated token: what the person has allowed. */
	readonly scp: string;
	/** Whether an assertion or an ID token was the proof, rather than a secret. */
	readonly isAsserted: boolean;
	/** Of a managed identity: the resource that it belongs to. */
	readonly resourceId: string;
}

/** All tenants, and all tokens. */
export class Directory {
	/** The services' clock; a test may set its own. */
	nowMs: () => number = Date.now;
	/** Life of a token. */
	tokenLifeSeconds = 3599;
	/** The keys of other issuers, by issuer. */
	readonly issuers = new Map<string, { readonly publicKey: KeyObject }>();
	/** The services, beside the vaults, that every tenant has: by application ID URI. */
	readonly services = new Map<string, Service>(SERVICES.map((uri) => [uri, { needsRole: false }]));
	/**
	 * Is an assertion good for one request alone? RFC 7523 §3 allows it. The real service takes one as often as it lives:
	 * Microsoft's own client library keeps an assertion until it expires and sends it with each token request.
	 */
	singleUseAssertions = false;
	/** What the lists of Graph show beside the applications that are known here. */
	readonly catalog = new GraphCatalog();
	readonly #assertionIds = new Set<string>();
	readonly #tenants: Tenant[] = [];
	readonly #tokens = new Map<string, IssuedToken>();

	addTenant(tenantId: string, ...domains: readonly string[]): Tenant {
		const tenant = { tenantId, domains, apps: new Map<string, App>() };
		this.#tenants.push(tenant);
		return tenant;
	}

	addApp(tenantId: string, app: Pick<App, 'clientId' | 'secret'> & Partial<App>): App {
		const tenant = this.findTenant(tenantId);
		if (tenant === undefined) throw new Error(`no tenant ${tenantId}`);
		const passwords = new AppPasswords(() => this.nowMs());
		const added = { ...PLAIN_APP, objectId: randomUUID(), passwords, ...app };
		tenant.apps.set(app.clientId.toLowerCase(), added);
		return added;
	}

	/** By its GUID or one of its domains. */
	findTenant(name: string): Tenant | undefined {
		const wanted = name.toLowerCase();
		return this.#tenants.find(({ tenantId, domains }) => tenantId === wanted || domains.includes(wanted));
	}

	/** An application that is known to exist. */
	app(tenantId: string = TENANT_ID, clientId: string = CLIENT_ID): App {
		const app = this.findTenant(tenantId)?.apps.get(clientId);
		if (app === undefined) throw new Error(`no application ${clientId} in ${tenantId}`);
		return app;
	}

	/** May an assertion with this `jti` be used (once more)? */
	takesAssertion(id: string): boolean {
		const isKnown = this.#assertionIds.has(id);
		this.#assertionIds.add(id);
		return !isKnown || !this.singleUseAssertions;
	}

	/** A token as the token endpoint gives it; what is left out is that of the usual application. */
	issue(grant: Partial<TokenGrant> = {}): string {
		const { tenantId = TENANT_ID, clientId = CLIENT_ID, objectId = OBJECT_ID } = grant;
		const { audience = 'https://vault.azure.net', lifeSeconds = this.tokenLifeSeconds, scp, resourceId } = grant;
		const roles = rolesFor(audience, grant.roles ?? []);
		const nowMs = this.nowMs();
		const expiresOnMs = nowMs + lifeSeconds * 1000;
		const issuer = `https://sts.windows.net/${tenantId}/`;
		const claims = {
			aud: audience,
			iss: issuer,
			iat: Math.floor(nowMs / 1000),
			nbf: Math.floor(nowMs / 1000),
			exp: Math.floor(expiresOnMs / 1000),
			appid: clientId,
			appidacr: grant.isAsserted === true ? '2' : '1',
			idp: issuer,
			oid: objectId,
			sub: objectId,
			tid: tenantId,
			...(roles.length > 0 && { roles }),
			...(scp !== undefined && { scp }),
			...(resourceId !== undefined && { xms_mirid: resourceId }),
			uti: randomBytes(16).toString('base64url'),
			ver: '1.0',
		};
		const signature = randomBytes(256).toString('base64url');
		const token = `${encodeJwt({ typ: 'JWT', alg: 'RS256', kid: 'emulator' }, claims)}.${signature}`;
		this.#tokens.set(token, { token, tenantId, clientId, objectId, audience, roles, expiresOnMs });
		return token;
	}

	/** The tokens that were given out so far. */
	get tokens(): readonly IssuedToken[] {
		return [...this.#tokens.values()];
	}

	findToken(token: string): IssuedToken | undefined {
		return this.#tokens.get(token);
	}

	/** Ends the life of every token that was given out so far. */
	expireTokens(): void {
		for (const token of this.#tokens.values()) token.expiresOnMs = 0;
	}
}

const PLAIN_APP = {
	secretExpired: false,
	disabled: false,
	certificates: [],
	federated: [],
	publicClient: false,
	roles: [],
	owners: [],
	passwordPolicy: {},
	graphLimits: {},
	knownFromMs: { graph: 0, signIn: 0 },
};
