// What tokens of the sign-in itself need of it, decided before the first request.
import type { AuthMethod } from '../entra/methods.js';
import { required } from '../entra/required.js';
import { type ActionError, checkAll } from '../errors.js';
import { invalidInput } from '../input/scalars.js';
import { type SignInInputs, TENANT_ID } from '../input/sign-in-inputs.js';

/** Ways to sign in that find their tenant by themselves; both are taken only if they are asked for. */
const WITHOUT_TENANT: readonly AuthMethod[] = ['managed-identity', 'azure-cli'];

/**
 * Checks what these tokens need of the sign-in and a vault does not.
 * @throws ActionErrors that name the way to sign in that cannot serve, and the tenant if it is missing
 */
export function checkOwnSignIn({ authMethod, accessToken, tenantId }: SignInInputs): undefined {
	checkAll({
		method: () => {
			if (accessToken !== undefined) throw oneTokenOnly('access-token', 'an access token is for one service only');
			if (authMethod === 'access-token') throw oneTokenOnly('auth-method', 'an access token is for one service only');
			if (authMethod === 'device-code')
				throw oneTokenOnly('auth-method', 'a person who approves device-code gives one token, for the vault alone');
		},
		tenant: () => {
			// No vault is asked, so none can name the tenant.
			const needsNone = WITHOUT_TENANT.some((method) => method === authMethod);
			return needsNone || accessToken !== undefined ? undefined : required(tenantId, TENANT_ID);
		},
	});
}

function oneTokenOnly(input: string, reason: string): ActionError {
	return invalidInput(
		input,
		`${reason}, and \`scopes\` asks for tokens of others.`,
		'Sign in with github-oidc, workload-identity, managed-identity, client-secret, client-certificate or azure-cli, or set `certificate`.',
	);
}
