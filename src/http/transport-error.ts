// Why no whole response came.

/**
 * - `host-not-found`: the name does not resolve
 * - `certificate`: the server's TLS certificate was not accepted
 * - `proxy`: the proxy refused
 * - `too-large`: the body is over the limit
 * - `time-out`: the attempt, or the whole step, took too long
 * - `connection`: refused, reset, cut off, a name that does not resolve for the moment, ...
 */
export type TransportFailure = 'host-not-found' | 'certificate' | 'proxy' | 'too-large' | 'time-out' | 'connection';

/** No whole response came. The message is ours and holds nothing of the request's or the response's content. */
export class TransportError extends Error {
	readonly failure: TransportFailure;

	constructor(message: string, options: { readonly failure: TransportFailure; readonly cause?: unknown }) {
		super(message, { cause: options.cause });
		this.name = 'TransportError';
		this.failure = options.failure;
	}
}

// Codes of Node's TLS layer (https://nodejs.org/api/tls.html#x509-certificate-error-codes): trying again changes nothing.
const CERTIFICATE_CODES =
	/^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|CRL_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_)/;

/** Says what a socket, TLS or DNS error means, by its code. */
export function classifyFailure(error: unknown): TransportError {
	const { failure, message } = classify(codeOf(error));
	return new TransportError(message, { failure, cause: error });
}

function classify(code: string): { failure: TransportFailure; message: string } {
	if (code === 'ENOTFOUND') return { failure: 'host-not-found', message: 'the host name does not exist' };
	if (CERTIFICATE_CODES.test(code)) {
		return { failure: 'certificate', message: `its TLS certificate was not accepted (${code})` };
	}
	return { failure: 'connection', message: describeCode(code) };
}

const CODE_MEANINGS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was cut off',
	EPIPE: 'the connection was cut off',
	ETIMEDOUT: 'the connection timed out',
	EHOSTUNREACH: 'the host cannot be reached from here',
	ENETUNREACH: 'the network cannot be reached from here',
	EAI_AGAIN: 'the host name could not be resolved for the moment',
};

function describeCode(code: string): string {
	const meaning = CODE_MEANINGS[code];
	if (meaning !== undefined) return `${meaning} (${code})`;
	return /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? `the connection failed (${code})` : 'the connection failed';
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
