// A login host's description of its own endpoints, for clients that do not have them built in.
// https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
import type { Tenant } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

/** The configuration of a tenant. */
export function describeEndpoints({ host }: ReceivedRequest, { tenantId }: Tenant): Answer {
	const authority = `https://${host}/${tenantId}`;
	const oauth2 = `${authority}/oauth2/v2.0`;
	return jsonAnswer(200, {
		issuer: `${authority}/v2.0`,
		authorization_endpoint: `${oauth2}/authorize`,
		token_endpoint: `${oauth2}/token`,
		device_authorization_endpoint: `${oauth2}/devicecode`,
		jwks_uri: `${authority}/discovery/v2.0/keys`,
		response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
		subject_types_supported: ['pairwise'],
		id_token_signing_alg_values_supported: ['RS256'],
		token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
	});
}
