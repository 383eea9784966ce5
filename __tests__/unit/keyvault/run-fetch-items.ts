// Runs fetchItems against a scripted vault, and the answers that such a vault gives.
import { type FetchResult, fetchItems } from '../../../src/keyvault/fetch-items.js';
import { makeVaultSession } from '../../../src/keyvault/vault-session.js';
import type { Identifier } from '../../../src/plan/identifier.js';
import type { HttpRequest } from '../../../src/ports.js';
import { SecretText } from '../../../src/secret-text.js';
import { type Answer, makePorts, response, type Script, scriptTransport } from '../setup.js';

export const VAULT_URL = 'https://contoso.vault.azure.net';
export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const VERSION = '4387e9f3d6e14c459867679a90fd0f79';

export function item(name: string, collection: Identifier['collection'] = 'secrets', vaultUrl = VAULT_URL): Identifier {
	return { vaultUrl, collection, name, version: undefined };
}

export function secret(name: string, value = `value of ${name}`): Answer {
	return response(200, { id: `${VAULT_URL}/secrets/${name}/${VERSION}`, value, attributes: { enabled: true } });
}

export function certificate(name: string, sid = `${VAULT_URL}/secrets/${name}/${VERSION}`): Answer {
	return response(200, {
		id: `${VAULT_URL}/certificates/${name}/${VERSION}`,
		cer: 'MAA=',
		sid,
		attributes: { enabled: true },
	});
}

export interface Run {
	readonly result: FetchResult;
	readonly requests: readonly HttpRequest[];
	readonly urls: readonly string[];
	readonly renewals: number;
	readonly sleeps: readonly number[];
}

export async function run(items: readonly Identifier[], script: Script): Promise<Run> {
	const { ports, requests, time } = makePorts({ transport: scriptTransport(script).transport });
	let renewals = 0;
	const renew = async (): Promise<SecretText> => {
		renewals += 1;
		return new SecretText(`token-${renewals + 1}`);
	};
	const session = makeVaultSession({ tenantId: TENANT_ID, token: new SecretText('token-1'), renew });
	const result = await fetchItems(items, session, { ...ports, deadlineMs: time.clock.nowMs() + 120_000 });
	return { result, requests, renewals, urls: requests.map(({ url }) => url), sleeps: time.sleeps };
}

export function failures({ failed }: FetchResult): readonly (readonly [string, readonly string[]])[] {
	return failed.map(({ item: { name }, errors }) => [name, errors.map(({ code }) => code)]);
}
