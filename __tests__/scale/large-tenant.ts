// A tenant of any size and vaults of any size, whose lists are made up page by page: nothing of them is kept.
import type { Clock, HttpRequest, HttpResponse } from '../../src/ports.js';
import { response } from '../support/make-ports.js';
import {
	type Collection,
	certificate,
	certificatesOf,
	formatDate,
	guid,
	itemOf,
	principal,
	thumbprint,
	totalOf,
	USED,
} from './large-tenant-items.js';
import { VaultLimit } from './vault-limit.js';

/** How much there is. */
export interface TenantSize {
	/** App registrations, and as many enterprise applications. */
	readonly applications: number;
	readonly vaults: number;
	/** Number in each vault: half secrets, three tenths certificates, the rest keys. */
	readonly objects: number;
}

/** Limits of Microsoft Graph. */
export interface GraphRules {
	readonly requestsPerMinute: number;
	readonly saysRetryAfter: boolean;
	/** The most that a page shows, whatever was asked for. */
	readonly maxPageSize: number;
}

const PAGE_SIZE = 25;

/** The services. Requests are counted by what they ask for. */
export class LargeTenant {
	readonly counts = new Map<string, number>();
	/** Refusals of Graph. */
	refused = 0;
	/** The most requests that Graph took within a minute. */
	mostInAMinute = 0;
	readonly #size: TenantSize;
	readonly #rules: GraphRules;
	readonly #clock: Clock;
	readonly #limits = new Map<string, VaultLimit>();
	readonly #taken: number[] = [];

	constructor(size: TenantSize, rules: GraphRules, clock: Clock) {
		this.#size = size;
		this.#rules = rules;
		this.#clock = clock;
	}

	/** Names of the vaults. */
	get vaultNames(): readonly string[] {
		return Array.from({ length: this.#size.vaults }, (_, index) => `vault-${index}`);
	}

	/** How many entries a report of all has. */
	get entries(): number {
		const { applications, vaults, objects } = this.#size;
		return vaults * objects + applications * 3;
	}

	/** Refusals of the vaults. */
	get vaultRefusals(): number {
		return [...this.#limits.values()].reduce((sum, { refused }) => sum + refused, 0);
	}

	serve({ url, method }: HttpRequest): HttpResponse {
		const { host, pathname, searchParams } = new URL(url);
		this.#count(`${method} ${host === 'graph.microsoft.com' ? pathname : pathname.replace(/\/[^/]+-\d+/, '/NAME')}`);
		if (host === 'login.microsoftonline.com')
			return response(200, { token_type: 'Bearer', expires_in: 3599, access_token: 'opaque-token-of-the-tenant' });
		if (host === 'graph.microsoft.com') return this.#serveGraph(url, pathname, searchParams);
		return this.#serveVault(host, pathname, searchParams);
	}

	#count(what: string): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
	}

	#serveGraph(url: string, path: string, query: URLSearchParams): HttpResponse {
		const refusal = this.#refuse();
		if (refusal !== undefined) return refusal;
		const start = Number(query.get('$skiptoken') ?? 0);
		const end = Math.min(this.#size.applications, start + Math.min(Number(query.get('$top')), this.#rules.maxPageSize));
		const isRegistration = path === '/v1.0/applications';
		const value = [];
		for (let index = start; index < end; index += 1)
			value.push(isRegistration ? this.#registration(index) : principal(index));
		const next = `${url.replace(/&\$skiptoken=\d+/, '')}&$skiptoken=${end}`;
		return response(200, { value, ...(end < this.#size.applications && { '@odata.nextLink': next }) });
	}

	#refuse(): HttpResponse | undefined {
		const nowMs = this.#clock.nowMs();
		const recent = this.#taken.filter((ms) => ms > nowMs - 60_000);
		if (recent.length < this.#rules.requestsPerMinute) {
			this.#taken.push(nowMs);
			this.mostInAMinute = Math.max(this.mostInAMinute, recent.length + 1);
			return undefined;
		}
		this.refused += 1;
		const seconds = Math.ceil(((recent[0] ?? nowMs) + 60_000 - nowMs) / 1000);
		return response(
			429,
			{ error: { code: 'TooManyRequests' } },
			this.#rules.saysRetryAfter ? { 'Retry-After': `${seconds}` } : {},
		);
	}

	#registration(index: number): object {
		const { vaults, objects } = this.#size;
		const number = Math.floor(index / vaults) * USED;
		const isUsed = number < certificatesOf(objects);
		const key = {
			keyId: guid('c', index),
			usage: 'Verify',
			customKeyIdentifier: thumbprint(index % vaults, isUsed ? number : -index),
		};
		return {
			id: guid('a', index),
			appId: guid('b', index),
			displayName: `application ${index}`,
			passwordCredentials: [{ keyId: guid('d', index), displayName: 'ci', endDateTime: formatDate(index) }],
			keyCredentials: [
				{
					...key,
					displayName: `CN=certificate-${isUsed ? number : index + 1_000_000}`,
					endDateTime: formatDate(number),
				},
			],
		};
	}

	#serveVault(host: string, path: string, query: URLSearchParams): HttpResponse {
		const vault = Number(/^vault-(\d+)\./.exec(host)?.[1]);
		const limit = this.#limits.get(host) ?? new VaultLimit();
		this.#limits.set(host, limit);
		const refusal = limit.refusalAt(this.#clock.nowMs());
		if (refusal !== undefined) return { status: refusal.status, headers: {}, body: String(refusal.body) };
		const [, collection = '', name, what] =
			/^\/(secrets|certificates|keys)(?:\/certificate-(\d+)\/(policy|versions))?$/.exec(path) ?? [];
		if (what === 'policy') return response(200, { lifetime_actions: [{ action: { action_type: 'EmailContacts' } }] });
		if (what === 'versions')
			return response(200, { value: [certificate(host, vault, Number(name), true)], nextLink: null });
		if (name !== undefined || collection === '') throw new Error(`nobody may ask for ${path}`);
		return this.#listPage(host, collection as Collection, { vault, start: Number(query.get('$skiptoken') ?? 0) });
	}

	#listPage(
		host: string,
		collection: Collection,
		{ vault, start }: { readonly vault: number; readonly start: number },
	): HttpResponse {
		const total = totalOf(collection, this.#size.objects);
		const end = Math.min(total, start + PAGE_SIZE);
		const value = [];
		for (let index = start; index < end; index += 1)
			value.push(itemOf(collection, host, { vault, index, objects: this.#size.objects }));
		const nextLink =
			end < total ? `https://${host}:443/${collection}?api-version=7.4&$skiptoken=${end}&maxresults=25` : null;
		return response(200, { value, nextLink });
	}
}
