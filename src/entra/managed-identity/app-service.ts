// App Service, Functions and Container Apps.
// https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
import type { SecretText } from '../../secret-text.js';
import type { SignInContext } from '../sign-in-method.js';
import type { AccessToken } from '../token-request.js';
import type { IdentityRequest } from './identity-error.js';
import { LOCAL_RULES, processIdentityResponse, sendLocal } from './local-endpoint.js';

/** A token of the app's identity; the header keeps other processes' forged requests out. */
export async function getAppServiceToken(
	{ url, header }: { readonly url: string; readonly header: SecretText },
	request: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	const { clientId, resource } = request;
	const asked = { ...request, platform: 'App Service or Container Apps' } as const;
	const address = new URL(url);
	address.searchParams.set('api-version', '2019-08-01');
	address.searchParams.set('resource', resource);
	if (clientId !== undefined) address.searchParams.set('client_id', clientId);
	const message = { method: 'GET', url: address.href, headers: { 'x-identity-header': header } } as const;
	const response = await sendLocal(message, context, { asked, rules: LOCAL_RULES });
	return processIdentityResponse(response, context.clock.nowMs(), asked);
}
