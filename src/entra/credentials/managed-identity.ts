// Managed identity: the machine's own identity, for self-hosted runners in Azure.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
import { ActionError } from '../../errors.js';
import type { Machine } from '../../ports.js';
import { SecretText } from '../../secret-text.js';
import {
	type AccessToken,
	type Credential,
	type CredentialSource,
	describeWay,
	type SignInContext,
} from '../credential.js';
import { getArcToken } from '../managed-identity/azure-arc.js';
import type { IdentityRequest } from '../managed-identity/identity-error.js';
import { getAppServiceToken, getImdsToken, isOnMachine } from '../managed-identity/local-endpoint.js';

/** Endpoint of Azure that gives the token. */
export type IdentityEndpoint =
	| { readonly kind: 'app-service'; readonly url: string; readonly header: SecretText }
	| { readonly kind: 'azure-arc'; readonly url: string }
	| { readonly kind: 'imds'; readonly url: string };

/**
 * The credential of the machine; with a client ID, of that user-assigned identity. Asked for by hand only: elsewhere the
 * endpoint does not answer, and finding that out takes long.
 * @throws ActionError if a variable names no endpoint of this machine
 */
export function makeManagedIdentity(source: CredentialSource): Credential {
	const { inputs, variable, machine } = source;
	const endpoint = chooseEndpoint(variable, machine);
	return {
		...describeWay('managed-identity', source, { tenantId: inputs.tenantId, clientId: inputs.clientId }),
		tenantId: inputs.tenantId?.value,
		clientId: inputs.clientId?.value,
		secrets: endpoint.kind === 'app-service' ? [endpoint.header] : [],
		needsTenant: false,
		isRenewable: true,
		waitsForPerson: false,
		getToken: ({ scope }, context) => {
			// These endpoints speak version 1 of the protocol, which names a resource.
			const resource = scope.replace(/\/\.default$/, '');
			return askEndpoint(
				endpoint,
				{ clientId: inputs.clientId?.value, clientIdSource: inputs.clientId?.source, resource },
				context,
			);
		},
	};
}

function askEndpoint(
	endpoint: IdentityEndpoint,
	request: IdentityRequest,
	context: SignInContext,
): Promise<AccessToken> {
	switch (endpoint.kind) {
		case 'app-service':
			return getAppServiceToken(endpoint, request, context);
		case 'azure-arc':
			return getArcToken(endpoint, request, context);
		case 'imds':
			return getImdsToken(endpoint, request, context);
	}
}

function chooseEndpoint(variable: SignInContext['variable'], machine: Machine): IdentityEndpoint {
	const url = variable('IDENTITY_ENDPOINT');
	const header = variable('IDENTITY_HEADER');
	if (url !== undefined && header !== undefined) {
		return { kind: 'app-service', url: checked('IDENTITY_ENDPOINT', url), header: new SecretText(header) };
	}
	if (url !== undefined && variable('IMDS_ENDPOINT') !== undefined) {
		return { kind: 'azure-arc', url: checked('IDENTITY_ENDPOINT', url) };
	}
	const base = variable('AZURE_POD_IDENTITY_AUTHORITY_HOST');
	if (base === undefined) {
		const hasAgent = machine.exists(arcAgent(variable, machine));
		return hasAgent ? { kind: 'azure-arc', url: ARC_URL } : { kind: 'imds', url: 'http://169.254.169.254' };
	}
	// The one endpoint that may be anywhere: nothing secret is sent to it.
	if (!/^https?:\/\/[^/?#@\\\s]+\/?$/i.test(base) || !URL.canParse(base))
		throw notAnEndpoint('AZURE_POD_IDENTITY_AUTHORITY_HOST');
	return { kind: 'imds', url: new URL(base).origin };
}

// A runner that is a service started before the agent was installed, or without a login shell, has not its variables.
// https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
const ARC_URL = 'http://localhost:40342/metadata/identity/oauth2/token';

function arcAgent(variable: SignInContext['variable'], { platform }: Machine): string {
	if (platform !== 'win32') return '/opt/azcmagent/bin/himds';
	return `${variable('ProgramFiles') ?? 'C:\\Program Files'}\\AzureConnectedMachineAgent\\himds.exe`;
}

// The header and, for Arc, a key are sent there: a variable must not choose another machine for that.
function checked(name: string, url: string): string {
	if (isOnMachine(url)) return url;
	throw notAnEndpoint(name);
}

function notAnEndpoint(name: string): ActionError {
	return new ActionError({
		code: 'IDENTITY_ENDPOINT_INVALID',
		title: 'No managed identity here',
		subject: name,
		problem: 'the value is not the address of an identity endpoint on this machine.',
		hint: 'The platform sets this variable; nothing was sent.',
	});
}
