// The endpoints on Azure's machines that give tokens of managed identities, over plain http.
// https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
import { randomBytes } from 'node:crypto';
import { type Directory, TENANT_ID } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';

/** A managed identity. */
export interface MachineIdentity {
	readonly clientId: string;
	/** The object ID of its service principal. */
	readonly objectId: string;
	/** Its permissions, of any API. */
	readonly roles?: readonly string[];
}

/** The identity that the machine has by itself. */
export const SYSTEM_IDENTITY: MachineIdentity = {
	clientId: '88888888-8888-4888-8888-888888888881',
	objectId: '88888888-8888-4888-8888-888888888882',
};
/** One that a user has assigned to it. */
export const USER_IDENTITY: MachineIdentity = {
	clientId: '99999999-9999-4999-8999-999999999991',
	objectId: '99999999-9999-4999-8999-999999999992',
};

const VAULTS = ['https://vault.azure.net', 'https://vault.usgovcloudapi.net', 'https://vault.azure.cn'];

/** The resource that the identities belong to. */
const MACHINE =
	'/subscriptions/77777777-7777-4777-8777-777777777777/resourcegroups/runners/providers/Microsoft.Compute/virtualMachines/runner';

/** Identities that the machine's endpoints know. */
export class MachineIdentities {
	system: MachineIdentity | undefined = SYSTEM_IDENTITY;
	assigned: readonly MachineIdentity[] = [USER_IDENTITY];
	/** App Service's `IDENTITY_HEADER`. */
	readonly header = randomBytes(16).toString('hex').toUpperCase();
	/** The file that Azure Arc's challenge names, and what it holds. */
	arcKeyPath = '/var/opt/azcmagent/tokens/emulator.key';
	readonly arcKey = randomBytes(48).toString('base64url');
	readonly #directory: Directory;

	constructor(directory: Directory) {
		this.#directory = directory;
	}

	/** The Instance Metadata Service. */
	serveImds(request: ReceivedRequest): Answer {
		const { path, headers, query } = request;
		if (path !== '/metadata/identity/oauth2/token') return notFound();
		// An attacker who makes a server ask on his behalf can seldom add a header; a proxy betrays itself by one.
		if (headers['metadata']?.toLowerCase() !== 'true' || headers['x-forwarded-for'] !== undefined) {
			return badRequest('invalid_request', 'Required metadata header not specified or not correct');
		}
		if (query.get('api-version') !== '2018-02-01')
			return badRequest('bad_request', 'The api-version is not supported.');
		return this.#give(request, 'Identity not found');
	}

	/** App Service, Functions and Container Apps. */
	serveAppService(request: ReceivedRequest): Answer {
		const { path, headers, query } = request;
		if (path !== '/msi/token') return notFound();
		if (headers['x-identity-header'] !== this.header) {
			return jsonAnswer(401, { statusCode: 401, message: 'The secret is not that of the app.', correlationId: '' });
		}
		if (query.get('api-version') !== '2019-08-01')
			return badRequest('bad_request', 'The api-version is not supported.');
		return this.#give(request, 'No User Assigned or Delegated Managed Identity found for specified ClientId');
	}

	/** The agent of Azure Arc, which names a file that only some users may read. */
	serveArc(request: ReceivedRequest): Answer {
		const { path, headers, query } = request;
		if (path !== '/metadata/identity/oauth2/token') return notFound();
		if (headers['metadata'] !== 'true') return badRequest('invalid_request', 'Required metadata header not specified');
		if (query.get('api-version') !== '2020-06-01')
			return badRequest('bad_request', 'The api-version is not supported.');
		const challenge = { 'www-authenticate': `Basic realm=${this.arcKeyPath}` };
		if (headers['authorization'] === undefined) return jsonAnswer(401, { error: 'unauthorized_client' }, challenge);
		if (headers['authorization'] !== `Basic ${this.arcKey}`) {
			return jsonAnswer(401, { error: 'unauthorized_client', error_description: 'The secret is wrong.' });
		}
		return this.#give(request, 'Identity not found');
	}

	// Numbers are strings here, unlike those of the token endpoint.
	#give({ method, query }: ReceivedRequest, unknownIdentity: string): Answer {
		if (method !== 'GET') return jsonAnswer(405, { error: 'method_not_allowed' });
		const audience = query.get('resource') ?? '';
		if (!VAULTS.includes(audience) && !this.#directory.services.has(audience)) {
			return badRequest('invalid_resource', `AADSTS500011: The resource principal named ${audience} was not found.`);
		}
		const wanted = query.get('client_id')?.toLowerCase();
		const identity =
			wanted === undefined
				? (this.system ?? (this.assigned.length === 1 ? this.assigned[0] : undefined))
				: [this.system, ...this.assigned].find((one) => one?.clientId === wanted);
		if (wanted === undefined && identity === undefined && this.assigned.length > 1)
			return badRequest('invalid_request', SEVERAL);
		if (identity === undefined) return badRequest('invalid_request', unknownIdentity);
		const nowSeconds = Math.floor(this.#directory.nowMs() / 1000);
		const life = this.#directory.tokenLifeSeconds;
		return jsonAnswer(200, {
			access_token: this.#directory.issue({ tenantId: TENANT_ID, resourceId: MACHINE, ...identity, audience }),
			client_id: identity.clientId,
			expires_in: `${life}`,
			expires_on: `${nowSeconds + life}`,
			not_before: `${nowSeconds - 300}`,
			resource: audience,
			token_type: 'Bearer',
		});
	}
}

const SEVERAL =
	'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request';

function badRequest(error: string, description: string): Answer {
	return jsonAnswer(400, { error, error_description: description });
}

function notFound(): Answer {
	return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404 - Not Found</html>' };
}
