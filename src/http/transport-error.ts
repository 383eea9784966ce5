// Reasons why no whole response came.

/**
 * - `not-https`: the address begins with another scheme
 * - `host-not-found`: the name does not resolve
 * - `certificate`: the server's TLS certificate was not accepted
 * - `proxy-credentials`: the proxy wants a user and a password, or other ones
 * - `proxy-refused`: the proxy refused, or its address cannot be read
 * - `proxy-not-found`: the proxy's own name does not resolve
 * - `proxy-certificate`: the TLS certificate of the proxy itself was not accepted
 * - `proxy-failing`: the proxy cannot be reached, says nothing, cuts off, or fails for the moment
 * - `too-large`: the body is over the limit
 * - `time-out`: the attempt, or the whole step, took too long
 * - `connection`: refused, reset, cut off, a name that does not resolve for the moment, ...
 */
export type TransportFailure =
	| 'not-https'
	| 'host-not-found'
	| 'certificate'
	| ProxyFailure
	| 'too-large'
	| 'time-out'
	| 'connection';

/** Failures before the host itself was reached. */
export type ProxyFailure =
	| 'proxy-credentials'
	| 'proxy-refused'
	| 'proxy-not-found'
	| 'proxy-certificate'
	| 'proxy-failing';

/** No whole response came. The message is ours and holds nothing of the request's or the response's content. */
export class TransportError extends Error {
	readonly failure: TransportFailure;
	/** Node's name of the cause, e.g. `ECONNREFUSED`; undefined if it has no name. */
	readonly code: string | undefined;

	constructor(
		message: string,
		options: { readonly failure: TransportFailure; readonly code?: string; readonly cause?: unknown },
	) {
		super(message, { cause: options.cause });
		this.name = 'TransportError';
		this.failure = options.failure;
		this.code = options.code;
	}
}

// Codes of Node's TLS layer (https://nodejs.org/api/tls.html#x509-certificate-error-codes): trying again changes nothing.
const CERTIFICATE_CODES =
	/^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_)/;

/** Says what a socket, TLS or DNS error means, by its code. */
export function classifyFailure(error: unknown): TransportError {
	const code = codeOf(error);
	const [failure, meaning] = classify(code);
	const message = code === undefined ? meaning : `${meaning} (${code})`;
	return new TransportError(message, { failure, ...(code !== undefined && { code }), cause: error });
}

function classify(code: string | undefined): readonly [TransportFailure, string] {
	if (code === undefined) return ['connection', 'the connection failed'];
	const meaning = CODE_MEANINGS.get(code);
	if (code === 'ENOTFOUND') return ['host-not-found', 'the host name does not exist'];
	if (CERTIFICATE_CODES.test(code)) return ['certificate', meaning ?? 'its TLS certificate was not accepted'];
	return ['connection', meaning ?? 'the connection failed'];
}

const UNKNOWN_AUTHORITY = 'its TLS certificate is from an authority that this machine does not trust';
const OTHER_NAME = 'its TLS certificate is for another host name';
const CUT_OFF = 'the connection was cut off';

/** Meanings of the codes that users meet; {@link hintForFailure} has advice for each. */
export const CODE_MEANINGS: ReadonlyMap<string, string> = new Map([
	['ENOTFOUND', 'the host name does not exist'],
	['EAI_AGAIN', 'the host name could not be resolved at the moment'],
	['ECONNREFUSED', 'the connection was refused'],
	['ECONNRESET', CUT_OFF],
	['EPIPE', CUT_OFF],
	['ETIMEDOUT', 'the connection timed out'],
	['EHOSTUNREACH', 'the host cannot be reached from here'],
	['ENETUNREACH', 'the network cannot be reached from here'],
	['EPROTO', 'the TLS handshake failed'],
	['UNABLE_TO_GET_ISSUER_CERT', UNKNOWN_AUTHORITY],
	['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', UNKNOWN_AUTHORITY],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNKNOWN_AUTHORITY],
	['SELF_SIGNED_CERT_IN_CHAIN', UNKNOWN_AUTHORITY],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'its TLS certificate is self-signed'],
	['CERT_HAS_EXPIRED', 'its TLS certificate has expired'],
	['CERT_NOT_YET_VALID', 'its TLS certificate is not valid yet'],
	['ERR_TLS_CERT_ALTNAME_INVALID', OTHER_NAME],
	['HOSTNAME_MISMATCH', OTHER_NAME],
	['CERT_REVOKED', 'its TLS certificate has been revoked'],
]);

function codeOf(error: unknown): string | undefined {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
}
