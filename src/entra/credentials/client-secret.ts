// Client secret: the application proves itself with a password (RFC 6749 §2.3.1, sent in the body).
import { checkAll } from '../../errors.js';
import { invalidInput } from '../../input/scalars.js';
import type { SignInInputs, Sourced } from '../../input/sign-in-inputs.js';
import type { SecretText } from '../../secret-text.js';

/** An application and its password. */
export interface ClientSecretCredential {
	readonly kind: 'client-secret';
	readonly tenantId: string;
	readonly clientId: string;
	readonly clientSecret: SecretText;
	/** For the log: why this method. */
	readonly reason: string;
}

/**
 * The credential that the inputs hold.
 * @throws ActionErrors that name each input that is missing
 */
export function clientSecretCredential(inputs: SignInInputs): ClientSecretCredential {
	const { tenantId, clientId, clientSecret } = checkAll({
		tenantId: () => required(inputs.tenantId, 'tenant-id', 'AZURE_TENANT_ID'),
		clientId: () => required(inputs.clientId, 'client-id', 'AZURE_CLIENT_ID'),
		clientSecret: () => required(inputs.clientSecret, 'client-secret', 'AZURE_CLIENT_SECRET'),
	});
	return {
		kind: 'client-secret',
		tenantId: tenantId.value,
		clientId: clientId.value,
		clientSecret: clientSecret.value,
		reason: `${clientSecret.source} is set`,
	};
}

function required<T>(given: Sourced<T> | undefined, name: string, variable: string): Sourced<T> {
	if (given !== undefined) return given;
	throw invalidInput(
		name,
		'is empty.',
		`Set it, or the variable ${variable}. A secret that does not exist, or that a fork may not see, arrives here as an empty text.`,
	);
}

/** What of a token request's form is this method's own. */
export function clientSecretFields(credential: ClientSecretCredential): Readonly<Record<string, string | SecretText>> {
	return {
		grant_type: 'client_credentials',
		client_id: credential.clientId,
		client_secret: credential.clientSecret,
	};
}
