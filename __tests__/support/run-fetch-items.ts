// Runs fetchItems on lines as a user writes them, against a scripted vault, and the answers that such a vault gives.
import { readPlanInputs } from '../../src/input/fetch-inputs.js';
import { makeVaultSession } from '../../src/keyvault/ask-vault.js';
import { type FetchResult, fetchItems } from '../../src/keyvault/fetch-items.js';
import type { Identifier } from '../../src/plan/identifier.js';
import { makePlan } from '../../src/plan/plan.js';
import { isRefusedVariable } from '../../src/plan/refused-variables.js';
import type { HttpRequest, HttpResponse } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { makeInputs, makePorts, response, type Script, scriptTransport } from './make-ports.js';

export const VAULT_URL = 'https://contoso.vault.azure.net';
export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

export function item(name: string, collection: Identifier['collection'] = 'secrets', vaultUrl = VAULT_URL): Identifier {
	return { vaultUrl, collection, name, version: undefined };
}

type Tags = Readonly<Record<string, string>>;

export function secret(name: string, value = `value of ${name}`, tags: Tags = {}): HttpResponse {
	return response(200, { id: `${VAULT_URL}/secrets/${name}/${VERSION}`, value, attributes: { enabled: true }, tags });
}

export function certificate(name: string, sid = `${VAULT_URL}/secrets/${name}/${VERSION}`): HttpResponse {
	return response(200, {
		id: `${VAULT_URL}/certificates/${name}/${VERSION}`,
		cer: 'MAA=',
		sid,
		attributes: { enabled: true },
		tags: { env: 'prod' },
	});
}

/** An EC key on P-256. */
export function key(name: string): HttpResponse {
	const x = 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0';
	const y = 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps';
	const kid = `${VAULT_URL}/keys/${name}/${VERSION}`;
	return response(200, { key: { kid, kty: 'EC', crv: 'P-256', x, y }, attributes: { enabled: true } });
}

/** What of a listed object a test may choose. */
export interface ListedOptions {
	readonly version?: string;
	readonly managed?: boolean;
	readonly enabled?: boolean;
	readonly nbf?: number;
	readonly exp?: number;
	readonly created?: number;
	readonly tags?: Tags;
}

/** An entry of a list. */
export function listed(name: string, options: ListedOptions = {}, collection = 'secrets'): object {
	const { version, managed, tags, enabled = true, ...life } = options;
	return {
		[collection === 'keys' ? 'kid' : 'id']:
			`${VAULT_URL}/${collection}/${name}${version === undefined ? '' : `/${version}`}`,
		attributes: { enabled, ...life },
		...(managed !== undefined && { managed }),
		...(tags !== undefined && { tags }),
	};
}

/** A page of a list; `next` is what comes after the vault's address, or a whole address. */
export function page(items: readonly object[], next: string | null = null): HttpResponse {
	return response(200, { value: items, nextLink: next?.startsWith('/') ? `${VAULT_URL}:443${next}` : next });
}

/** What a request is for, e.g. `/secrets/sql` or `/secrets?$skiptoken=2`. */
export function targetOf({ url }: Pick<HttpRequest, 'url'>): string {
	const { pathname, searchParams } = new URL(url);
	const token = searchParams.get('$skiptoken');
	return token === null ? pathname : `${pathname}?$skiptoken=${token}`;
}

/** Answers by {@link targetOf}. */
export function byTarget(answers: Readonly<Record<string, HttpResponse | Error>>): Script {
	return (request) => answers[targetOf(request)] ?? new Error(`no answer is scripted for ${targetOf(request)}`);
}

/** Lists with these pages, and every object that is asked for by its name. */
export function vault(lists: Readonly<Record<string, readonly object[]>>): Script {
	return (request) => {
		const target = targetOf(request);
		const [, collection, name = ''] = target.split('/');
		const list = lists[target];
		if (list !== undefined) return page(list);
		if (collection === 'keys') return key(name);
		return collection === 'certificates' ? certificate(name) : secret(name);
	};
}

export interface Run {
	readonly result: FetchResult;
	readonly requests: readonly HttpRequest[];
	readonly urls: readonly string[];
	/** As {@link targetOf} gives them. */
	readonly targets: readonly string[];
	readonly renewals: number;
	readonly sleeps: readonly number[];
}

/** Inputs beside the vault `contoso`, the clock at the first second of 2026. */
export async function run(inputs: Readonly<Record<string, string>>, script: Script): Promise<Run> {
	const { ports, requests, time } = makePorts({ transport: scriptTransport(script).transport });
	let renewals = 0;
	const renew = async (): Promise<SecretText> => {
		renewals += 1;
		return new SecretText(`token-${renewals + 1}`);
	};
	const session = makeVaultSession({ tenantId: TENANT_ID, token: new SecretText('token-1'), renew });
	const plan = makePlan({
		...readPlanInputs(makeInputs({ keyvault: 'contoso', ...inputs })),
		refuses: isRefusedVariable,
	});
	const context = { ...ports, deadlineMs: time.clock.nowMs() + 120_000 };
	const result = await fetchItems(plan, { session, context });
	const urls = requests.map(({ url }) => url);
	return { result, requests, renewals, urls, targets: requests.map(targetOf), sleeps: time.sleeps };
}

/** Output and name of what was fetched. */
export function placesOf({ fetched }: FetchResult): readonly (readonly [string, string])[] {
	return fetched.map(({ destination: { output, item } }) => [output, item.name]);
}

/** Subject and codes of what failed. */
export function failures({ failed }: FetchResult): readonly (readonly [string, readonly string[]])[] {
	return failed.map(({ subject, errors }) => [subject, errors.map(({ code }) => code)]);
}
