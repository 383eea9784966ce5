// The tenants and applications that the emulated Microsoft Entra ID knows, and the tokens it has given out.
import { type KeyObject, randomBytes } from 'node:crypto';
import { type App, type AppOptions, makeApp } from './application.js';
import { GraphCatalog } from './graph-list.js';
import { encodeJwt } from './jwt.js';
import { rolesFor, SERVICES } from './resources.js';

export type { App } from './application.js';

/** Names of the tenant and the application that are always there. */
export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT_DOMAIN = 'contoso.onmicrosoft.com';
export const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
/** Holds what a form must escape. */
export const CLIENT_SECRET = 'Xy8~Q+b4&r7=Zk%2Fw~p0.tLm9-vN_3sHd6';
/** The object ID of the application's service principal. */
export const OBJECT_ID = '33333333-3333-4333-8333-333333333333';

/** A service that tokens can be asked for. */
export interface Service {
	/** Whether it demands that an application has one of its roles ("assignment required"). */
	needsRole: boolean;
}

/** A directory with its applications. */
export interface Tenant {
	readonly tenantId: string;
	readonly domains: readonly string[];
	readonly apps: Map<string, App>;
}

/** Contents of a token, as the services remember it. */
export interface IssuedToken {
	readonly token: string;
	readonly tenantId: string;
	readonly clientId: string;
	readonly objectId: string;
	readonly audience: string;
	readonly roles: readonly string[];
	/** Whether a person signed in, rather than an application. */
	readonly isDelegated: boolean;
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
	/** Permissions that the person has allowed, for a delegated token. */
	readonly scp: string;
	/** Whether an assertion or an ID token was the proof, rather than a secret. */
	readonly isAsserted: boolean;
	/** The resource that a managed identity belongs to. */
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
	 * Whether an assertion is good for one request only. RFC 7523 §3 allows it. The real service takes one as often as it lives:
	 * Microsoft's own client library keeps an assertion until it expires and sends it with each token request.
	 */
	singleUseAssertions = false;
	/** Applications that the lists of Graph show in addition to those that are known here. */
	readonly catalog = new GraphCatalog();
	readonly #assertionIds = new Set<string>();
	readonly #tenants: Tenant[] = [];
	readonly #tokens = new Map<string, IssuedToken>();

	addTenant(tenantId: string, ...domains: readonly string[]): Tenant {
		const tenant = { tenantId, domains, apps: new Map<string, App>() };
		this.#tenants.push(tenant);
		return tenant;
	}

	addApp(tenantId: string, app: AppOptions): App {
		const tenant = this.findTenant(tenantId);
		if (tenant === undefined) throw new Error(`no tenant ${tenantId}`);
		const added = makeApp(app, () => this.nowMs());
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

	/** Whether an assertion with this `jti` may be used (once more). */
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
		const isDelegated = scp !== undefined;
		this.#tokens.set(token, { token, tenantId, clientId, objectId, audience, roles, isDelegated, expiresOnMs });
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
