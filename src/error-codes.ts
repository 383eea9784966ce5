// The stable names of all expected errors: docs/errors.md says what to do about each.

/** What services refuse or do not answer, az among them. */
const SERVICE_CODES = [
	'AZURE_CLI_ABSENT',
	'AZURE_CLI_ASSERTION_EXPIRED',
	'AZURE_CLI_FAILED',
	'AZURE_CLI_REFUSED',
	'AZURE_CLI_SIGNED_OUT',
	'AZURE_CLI_TIMEOUT',
	'ENTRA_ANSWER_UNUSABLE',
	'ENTRA_REFUSED',
	'ENTRA_UNREACHABLE',
	'ID_TOKEN_NOT_GIVEN',
	'ID_TOKEN_NOT_PERMITTED',
	'MANAGED_IDENTITY_FAILED',
	'TOKEN_FILE_UNUSABLE',
	'VAULT_ANSWER_TOO_LARGE',
	'VAULT_ANSWER_UNUSABLE',
	'VAULT_BAD_REQUEST',
	'VAULT_BEING_DELETED',
	'VAULT_BEING_RECOVERED',
	'VAULT_CONFLICT',
	'VAULT_DELETED',
	'VAULT_DISABLED',
	'VAULT_FORBIDDEN_BY_CONNECTION',
	'VAULT_FORBIDDEN_BY_FIREWALL',
	'VAULT_FORBIDDEN_BY_POLICY',
	'VAULT_FORBIDDEN_BY_RBAC',
	'VAULT_KEY_OPERATION_FORBIDDEN',
	'VAULT_NOT_FOUND',
	'VAULT_NO_MATCH',
	'VAULT_REDIRECT',
	'VAULT_REFUSED',
	'VAULT_THROTTLED',
	'VAULT_UNAUTHORIZED',
	'VAULT_UNAVAILABLE',
	'VAULT_UNREACHABLE',
	'VAULT_VALUE_UNUSABLE',
	'VAULT_WITHOUT_TAG',
] as const;

/** A code that says what a service did. Microsoft Entra ID's own numbers are part of it. */
export type ServiceCode = (typeof SERVICE_CODES)[number] | `ENTRA_AADSTS${number}`;

/** What can be wrong with PEM or a PFX. */
type KeyFileFailure =
	| 'CUT_OFF'
	| 'MISMATCH'
	| 'NOT_TAKEN'
	| 'NO_CERTIFICATE'
	| 'NO_KEY'
	| 'PASSWORD_NEEDED'
	| 'TOO_COSTLY'
	| 'TOO_LARGE'
	| 'UNREADABLE'
	| 'UNSUPPORTED'
	| 'WRONG_PASSWORD';

/** What can be wrong with the input `client-certificate` itself, or with the file that it names. */
type ClientCertificateFailure =
	| 'CUT_OFF'
	| 'EMPTY'
	| `FILE_${'FORBIDDEN' | 'IS_FOLDER' | 'NOT_FOUND' | 'TOO_LARGE'}`
	| 'IS_ADDRESS'
	| 'IS_THUMBPRINT'
	| 'NOT_TAKEN'
	| 'NO_CERTIFICATE'
	| 'NO_KEY'
	| `PATH_${'NOT_EXPANDED' | 'OF_WINDOWS' | 'QUOTED'}`
	| 'UNREADABLE';

/** The code of an expected error. */
export type ErrorCode =
	| ServiceCode
	| `${'PEM' | 'PFX'}_${KeyFileFailure}`
	| 'PFX_PASSWORD_NOT_NEEDED'
	| `CLIENT_CERTIFICATE_${ClientCertificateFailure}`
	| 'ACCESS_TOKEN_EXPIRED'
	| 'CERTIFICATE_CANNOT_SIGN'
	| 'CERTIFICATE_MISMATCH'
	| 'CERTIFICATE_NOT_EXPORTABLE'
	| 'CERTIFICATE_PENDING'
	| 'CERTIFICATE_REQUEST_UNUSABLE'
	| 'CERTIFICATE_UNREADABLE'
	| 'DEVICE_CODE_DECLINED'
	| 'DEVICE_CODE_EXPIRED'
	| 'EXPIRY_LIMIT_REACHED'
	| 'GRAPH_ANSWER_UNUSABLE'
	| 'GRAPH_APPLICATION_FULL'
	| 'GRAPH_CONFLICT'
	| 'GRAPH_FORBIDDEN'
	| 'GRAPH_LIFE_FORBIDDEN'
	| 'GRAPH_NOT_FOUND'
	| 'GRAPH_NO_IDENTITY'
	| 'GRAPH_PASSWORDS_FORBIDDEN'
	| 'GRAPH_QUOTA_EXCEEDED'
	| 'GRAPH_REFUSED'
	| 'GRAPH_THROTTLED'
	| 'GRAPH_TOO_MANY_PASSWORDS'
	| 'GRAPH_UNAUTHORIZED'
	| 'GRAPH_UNAVAILABLE'
	| 'GRAPH_UNREACHABLE'
	| 'IDENTITY_ENDPOINT_INVALID'
	| 'INPUT_INVALID'
	| 'KEY_SYMMETRIC'
	| 'LINE_INVALID'
	| 'MASKS_NOT_TAKEN'
	| 'NODE_SETTING_REFUSED'
	| 'OUTPUT_CLASH'
	| 'OUTPUT_NOT_WRITTEN'
	| 'PROXY_NOT_READABLE'
	| 'PROXY_NOT_SUPPORTED'
	| 'ROTATE_BUSY'
	| 'ROTATE_MANAGED'
	| 'ROTATE_NOT_PROVED'
	| 'ROTATE_OVERTAKEN'
	| 'ROTATE_TOO_MANY_TAGS'
	| 'RUNNER_FILE_UNUSABLE'
	| 'SET_MANAGED'
	| 'SET_OVERTAKEN'
	| 'SET_TOO_MANY_TAGS'
	| 'STORE_ENTRY_WITHOUT_KEY'
	| 'STORE_FULL'
	| 'STORE_PROGRAM_FAILED'
	| 'TENANT_NOT_FOUND'
	| 'VARIABLE_IMPOSSIBLE';

/** What tells an error of a service. */
export interface CodedError {
	readonly code: ErrorCode;
	/** The number after AADSTS, of errors of Microsoft Entra ID that have one. */
	readonly aadsts: number | undefined;
}

/** Whether a service refused or did not answer: then objects or tokens that it refuses for one reason are one matter. */
export function isOfService({ code, aadsts }: CodedError): boolean {
	const codes: readonly ErrorCode[] = SERVICE_CODES;
	return aadsts !== undefined || codes.includes(code);
}
