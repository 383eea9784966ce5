// Requests to an emulator by Node's own clients alone, so that its tests owe nothing to the code that it will judge.
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from './directory.js';
import type { Emulator } from './emulator.js';

export interface Question {
	readonly url: string;
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** The answer; `json` is undefined if the body is none. */
export interface Reply {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests compare its members with what they should be.
	readonly json: any;
}

/** Asks on a connection of its own. Rejects if no whole answer comes. */
export function ask(emulator: Emulator, { url, method = 'GET', headers = {}, body = '' }: Question): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const client = url.startsWith('http:') ? http : https;
		const request = client.request(url, { method, headers, ca: emulator.ca, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: text,
					json: parseJson(text),
				});
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A GET of a vault's path with a token, by default a good one. */
export function askVault(emulator: Emulator, path: string, token: string = emulator.entra.issue()): Promise<Reply> {
	return ask(emulator, { url: `${emulator.vaultUrl}${path}`, headers: { authorization: `Bearer ${token}` } });
}

/** The form of a good token request. */
export const GOOD_FORM = {
	grant_type: 'client_credentials',
	client_id: CLIENT_ID,
	client_secret: CLIENT_SECRET,
	scope: 'https://vault.azure.net/.default',
};

/** A token request; fields that are undefined are left out. */
export function askToken(
	emulator: Emulator,
	changes: Readonly<Record<string, string | undefined>> = {},
	tenant: string = TENANT_ID,
): Promise<Reply> {
	const fields = Object.entries({ ...GOOD_FORM, ...changes }).filter(
		(field): field is [string, string] => field[1] !== undefined,
	);
	return ask(emulator, {
		url: `${emulator.authorityHost}/${tenant}/oauth2/v2.0/token`,
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(fields).toString(),
	});
}
