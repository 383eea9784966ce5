// An emulated vault without sockets, whose clock a test moves: for tests of the emulator itself.
import { Directory, TENANT_DOMAIN, TENANT_ID } from './directory.js';
import { serveVault } from './vault-endpoint.js';
import { VaultStore } from './vault-store.js';

/** A vault, whom it trusts, and their common clock. */
export class MemoryVault {
	readonly store = new VaultStore();
	readonly directory = new Directory();
	nowMs = Date.UTC(2026, 5, 1);

	constructor() {
		this.store.nowMs = () => this.nowMs;
		this.directory.nowMs = () => this.nowMs;
		this.directory.addTenant(TENANT_ID, TENANT_DOMAIN);
	}

	advance(ms: number): void {
		this.nowMs += ms;
	}
}

/** An answer of a vault. */
export interface MemoryReply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	// biome-ignore lint/suspicious/noExplicitAny: tests compare its members with what they should be.
	readonly json: any;
}

/** Asks with a good token, by the version of the service that is used everywhere; the body is sent as JSON. */
export function askInMemory(vault: MemoryVault, method: string, path: string, body?: object): MemoryReply {
	const headers = { authorization: `Bearer ${vault.directory.issue()}`, 'content-type': 'application/json' };
	const query = new URLSearchParams({ 'api-version': '7.4' });
	const text = body === undefined ? '' : JSON.stringify(body);
	const request = { method, host: 'contoso.vault.azure.net', path, query, headers, body: text };
	const answer = serveVault(vault.directory, vault.store, request);
	const { length } = answer.body;
	return { ...answer, json: length === 0 ? undefined : JSON.parse(String(answer.body)) };
}
