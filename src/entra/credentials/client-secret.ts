// Client secret: the application proves itself with a password (RFC 6749 section 2.3.1, sent in the body).
import { checkAll } from '../../errors.js';
import { CLIENT_SECRET, GUID, isVariable, required, requiredClientId } from '../../input/sign-in-inputs.js';
import type { SecretText } from '../../secret-text.js';
import {
	type Credential,
	type CredentialSource,
	describeWay,
	hasIdTokenPermission,
	type SignInContext,
	type SignInWay,
} from '../credential.js';
import type { RefusalNote } from '../token-error.js';
import { exchangeToken } from '../token-request.js';

/**
 * The credential of an application with a password.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @throws ActionErrors that name each input that is missing
 */
export function makeClientSecret(source: CredentialSource): Credential {
	const { inputs } = source;
	const { clientId, clientSecret } = checkAll({
		clientId: () => requiredClientId(inputs),
		clientSecret: () => required(inputs.clientSecret, CLIENT_SECRET).value,
	});
	const client = { tenantId: inputs.tenantId?.value, clientId, clientSecret };
	return clientSecretCredential(client, describeWay('client-secret', source, inputs));
}

/** An application and its password. */
export interface SecretClient {
	readonly tenantId: string | undefined;
	readonly clientId: string;
	readonly clientSecret: SecretText;
}

/** The credential of an application whose password is at hand. */
export function clientSecretCredential({ tenantId, clientId, clientSecret }: SecretClient, way: SignInWay): Credential {
	return {
		...way,
		kind: 'client-secret',
		tenantId,
		clientId,
		secrets: [clientSecret],
		needsTenant: true,
		isRenewable: true,
		waitsForPerson: false,
		getToken: (target, context) => {
			const fields = { grant_type: 'client_credentials', client_secret: clientSecret };
			const notes = notesOf(clientSecret, way, context.variable);
			return exchangeToken({ clientId, fields, notes, way }, target, context);
		},
	};
}

const WRONG = 7000215;
const EXPIRED = 7000222;

/** Shapes of a refused secret that say what happened to it. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
	[GUID, 'The given client secret is a GUID, as secret IDs are.'],
	[/^(["'`]).*\1$/s, 'The given client secret is in quotes: store it without them.'],
	[/^\$[{(]/, 'The given client secret is an expression that was not evaluated: write it in the workflow file itself.'],
];

function notesOf(
	clientSecret: SecretText,
	{ sources }: SignInWay,
	variable: SignInContext['variable'],
): readonly RefusalNote[] {
	const notes: RefusalNote[] = [];
	const shape = SHAPES.find(([pattern]) => pattern.test(clientSecret.reveal()))?.[1];
	if (shape !== undefined) notes.push({ errorCodes: [WRONG], text: shape });
	const source = sources?.clientSecret;
	if (source !== undefined && isVariable(source)) {
		const text = hasIdTokenPermission(variable)
			? `The secret comes from the variable ${source}, which may be left over: to sign in with the ID token of the job instead, set auth-method: github-oidc.`
			: `The secret comes from the variable ${source}: set it anew there, or set client-secret.`;
		notes.push({ errorCodes: [WRONG, EXPIRED], text });
	}
	return notes;
}
