// A recording of a real vault, asked once more of the emulated one: the same requests at the same instants.
import { createPublicKey, X509Certificate } from 'node:crypto';
import { writeCertificate } from '../emulator/certificate-writer.js';
import { Directory, TENANT_DOMAIN, TENANT_ID } from '../emulator/directory.js';
import type { Answer } from '../emulator/exchange.js';
import { makeKeyPair } from '../emulator/key-pair.js';
import { serveVault } from '../emulator/vault-endpoint.js';
import { VaultStore } from '../emulator/vault-store.js';
import type { Exchange, Json } from './recordings.js';

const HOST = 'contoso.vault.azure.net';

/** An answer of either vault, without what differs each time. */
export interface ComparableAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: Json;
}

/** An emulated vault that goes through a recording. */
export class ReplayedVault {
	readonly store = new VaultStore();
	readonly #directory = new Directory();
	readonly #recorded = new Identifiers();
	readonly #replayed = new Identifiers();
	#nowMs = 0;

	constructor(exchanges: readonly Exchange[]) {
		this.store.nowMs = () => this.#nowMs;
		this.#directory.nowMs = () => this.#nowMs;
		this.#directory.addTenant(TENANT_ID, TENANT_DOMAIN);
		const first = exchanges.find(({ response }) => response.status !== 401);
		if (first?.request.method === 'GET') this.#prepare(first);
		const refused = exchanges.find(({ response }) => response.body?.status === 'failed')?.response.body;
		if (refused !== undefined) this.store.certificates.issuers.set(refused.issuer.name, refused.error);
	}

	// What was there before the recording began.
	#prepare({ request, response: { body } }: Exchange): void {
		const [, , name = ''] = new URL(request.url).pathname.split('/');
		const policy = body.policy ?? body;
		this.#nowMs = policy.attributes.created * 1000;
		this.store.certificates.create(name, policy, body.tags === undefined ? {} : { tags: body.tags });
	}

	/** Asks once more what was asked, and gives both answers. */
	replay({ request, response }: Exchange): {
		readonly recorded: ComparableAnswer;
		readonly replayed: ComparableAnswer;
	} {
		this.#nowMs = Date.parse(response.headers['date'] ?? '');
		const { pathname, searchParams } = new URL(request.url);
		const path = this.#replayed.restore(this.#recorded.hide(pathname));
		searchParams.set('api-version', knownVersion(searchParams.get('api-version') ?? ''));
		const authorization = response.status === 401 ? {} : { authorization: `Bearer ${this.#directory.issue()}` };
		const answer = serveVault(this.#directory, this.store, {
			method: request.method,
			host: HOST,
			path,
			query: searchParams,
			headers: { ...authorization, 'content-type': 'application/json' },
			body: request.body === undefined ? '' : JSON.stringify(this.#bodyOf(request.body, pathname)),
		});
		const isImport = pathname.endsWith('/import');
		const recorded = comparable(response, this.#recorded, isImport);
		return { recorded, replayed: withLocationOf(recorded, comparable(parsed(answer), this.#replayed, isImport)) };
	}

	// What was merged was made for the key of that vault: here it is made for the key of this one.
	#bodyOf(body: Json, pathname: string): Json {
		const [, , name = '', , last] = pathname.split('/');
		const { pending } = this.store.certificates.record(name) ?? {};
		if (last !== 'merge' || pending === undefined) return body;
		const [first = '', ...issuers] = body.x5c as readonly string[];
		const bytes = Buffer.from(first, 'base64');
		const isTwice = bytes[0] !== 0x30;
		const recorded = new X509Certificate(isTwice ? Buffer.from(bytes.toString('latin1'), 'base64') : bytes);
		const leaf = writeCertificate({
			subject: pending.policy.x509_props.subject,
			publicKey: createPublicKey(pending.key.publicKey.export({ format: 'pem', type: 'spki' })),
			issuer: 'CN=Somebody',
			signingKey: makeKeyPair('rsa').privateKey,
			notBeforeMs: Date.parse(recorded.validFrom),
			notAfterMs: Date.parse(recorded.validTo),
		}).toString('base64');
		return { ...body, x5c: [isTwice ? Buffer.from(leaf).toString('base64') : leaf, ...issuers] };
	}
}

// Previews are not emulated; the version that followed them is.
function knownVersion(version: string): string {
	if (version.startsWith('7.6')) return '7.6';
	return version.startsWith('2026') ? '2026-04-01' : version;
}

function parsed({ status, headers, body }: Answer): ComparableAnswer {
	return { status, headers, body: body.length === 0 ? undefined : JSON.parse(String(body)) };
}

/** The identifiers of one vault, each replaced by its place in the order in which they were met. */
class Identifiers {
	readonly #known: string[] = [];

	hide(text: string): string {
		return text.replace(/\b[0-9a-f]{32}\b/g, (identifier) => {
			if (!this.#known.includes(identifier)) this.#known.push(identifier);
			return `<${this.#known.indexOf(identifier)}>`;
		});
	}

	restore(text: string): string {
		return text.replace(/<(\d+)>/g, (_whole, index) => this.#known[Number(index)] ?? 'none');
	}
}

function comparable(
	{ status, headers, body }: ComparableAnswer,
	identifiers: Identifiers,
	isImport: boolean,
): ComparableAnswer {
	const { 'retry-after': retryAfter, location } = headers;
	const target =
		location === undefined ? undefined : hideHost(identifiers.hide(location)).replace(/api-version=[^&]+/, 'V');
	return {
		status,
		headers: { 'retry-after': retryAfter, location: target },
		body: hide(body, identifiers, isImport ? SETTINGS : [...RANDOM, ...SETTINGS]),
	};
}

// Some were made unrecognizable: they have no path.
function withLocationOf({ headers: { location } }: ComparableAnswer, replayed: ComparableAnswer): ComparableAnswer {
	return location === 'HOST' ? { ...replayed, headers: { ...replayed.headers, location } } : replayed;
}

function hideHost(text: string): string {
	return text.replace(/https:\/\/[^/"]+/g, 'HOST');
}

/** Bytes that are random, by member; what was imported is the same. */
const RANDOM = ['csr', 'cer', 'x5t', 'x', 'y', 'n'];

/** What a vault was set up with. */
const SETTINGS = ['recoveryLevel', 'recoverableDays', 'scheduledPurgeDate'];

function hide(json: Json, identifiers: Identifiers, hidden: readonly string[]): Json {
	if (typeof json === 'string')
		return hideHost(identifiers.hide(json)).replace(/Bearer(?:,| or).*token\.$/, 'Bearer token.');
	if (Array.isArray(json)) return json.map((item) => hide(item, identifiers, hidden));
	if (typeof json !== 'object' || json === null) return json;
	const members = Object.entries(json).map(([name, value]) => [
		name,
		hidden.includes(name) ? typeof value : hide(value, identifiers, hidden),
	]);
	return Object.fromEntries(members);
}
