// A certified OpenID provider that was not written here, at the addresses of Entra: it takes a client for what the client
// says only if its assertion is signed with the key of its certificate (private_key_jwt, OpenID Connect Core 1.0 §9).
import { randomBytes, X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Provider } from 'oidc-provider';
import type { HttpResponse, Transport } from '../../src/ports.js';
import { SecretText } from '../../src/secret-text.js';
import { certificateAuthority } from '../emulator/certificate-authority.js';
import { makeKeyPair } from '../emulator/key-pair.js';

/** The client that the provider knows. */
export interface KnownClient {
	readonly tenantId: string;
	readonly clientId: string;
	/** DER; its public key is all that counts. */
	readonly certificate: Buffer;
	/** Scope that the client may ask for. */
	readonly scope: string;
}

/** A running provider. */
export interface OpenIdProvider {
	/** https origin, which serves as `authority-host`; its certificate is of the emulator's CA. */
	readonly authorityHost: string;
	/** The address for token requests, and the audience of assertions. */
	readonly tokenEndpoint: string;
	/** Sends to it, with the emulator's CA trusted. */
	readonly transport: Transport;
	/** Why each request that was refused was, in the provider's own words. */
	readonly refusals: readonly string[];
	/** Ends every connection. */
	close(): Promise<void>;
}

/** Starts one on a free port of the loopback. */
export async function startOpenIdProvider(client: KnownClient): Promise<OpenIdProvider> {
	const { cert, key } = certificateAuthority().login;
	const server = https.createServer({ cert, key });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const authorityHost = `https://localhost:${(server.address() as AddressInfo).port}`;
	const path = `/${client.tenantId}/oauth2/v2.0/token`;
	const refusals: string[] = [];
	server.on('request', makeListener(authorityHost, path, { client, refusals }));
	return {
		authorityHost,
		tokenEndpoint: `${authorityHost}${path}`,
		transport: send,
		refusals,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

function makeListener(
	issuer: string,
	path: string,
	{ client, refusals }: { readonly client: KnownClient; readonly refusals: string[] },
): RequestListener {
	const key = new X509Certificate(client.certificate).publicKey;
	const provider = new Provider(issuer, {
		routes: { token: path },
		features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
		enabledJWA: { clientAuthSigningAlgValues: ['PS256'] },
		clientAuthMethods: ['private_key_jwt'],
		scopes: [client.scope],
		clients: [
			{
				client_id: client.clientId,
				grant_types: ['client_credentials'],
				redirect_uris: [],
				response_types: [],
				token_endpoint_auth_method: 'private_key_jwt',
				token_endpoint_auth_signing_alg: 'PS256',
				// Nobody asks for an ID token, but the provider wants to know that it could give one.
				id_token_signed_response_alg: 'ES256',
				scope: client.scope,
				jwks: { keys: [{ ...key.export({ format: 'jwk' }), alg: 'PS256', use: 'sig' }] },
			},
		],
		// Its own, which sign nothing here; without them it warns that they are not for production.
		jwks: { keys: [{ ...makeKeyPair('ec').privateKey.export({ format: 'jwk' }) }] },
		cookies: { keys: [randomBytes(32).toString('hex')] },
		ttl: { ClientCredentials: 3600 },
	});
	provider.on('grant.error', (_context, error) => refusals.push(describe(error)));
	return provider.callback();
}

const send: Transport = ({ method, url, headers, body }) => {
	const shown = Object.entries(headers).map(([name, value]) => [
		name,
		value instanceof SecretText ? value.reveal() : value,
	]);
	return new Promise<HttpResponse>((resolve, reject) => {
		const options = {
			method,
			headers: Object.fromEntries(shown),
			ca: certificateAuthority().ca,
			agent: false,
		} as const;
		const request = https.request(url, options, (response) => {
			const answered = (content: string): HttpResponse => ({
				status: response.statusCode ?? 0,
				headers: {},
				body: content,
			});
			text(response).then((content) => resolve(answered(content)), reject);
		});
		request.on('error', reject).end(body?.reveal());
	});
};

function describe(error: unknown): string {
	const { error_detail: detail, message } = error as { readonly error_detail?: string; readonly message: string };
	return detail ?? message;
}
