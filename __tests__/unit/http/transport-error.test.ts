// What a failure of socket, TLS or DNS is called, and that nothing of the request is in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classifyFailure, TransportError } from '../../../src/http/transport-error.js';

function coded(code: string, message = 'connect 10.1.2.3:443'): Error {
	return Object.assign(new Error(message), { code });
}

// The failure, the message, and the error that they stand for.
const rows: readonly (readonly [TransportError['failure'], string, unknown])[] = [
	['host-not-found', 'the host name does not exist (ENOTFOUND)', coded('ENOTFOUND')],
	['connection', 'the host name could not be resolved at the moment (EAI_AGAIN)', coded('EAI_AGAIN')],
	['connection', 'the connection was refused (ECONNREFUSED)', coded('ECONNREFUSED')],
	['connection', 'the connection was cut off (ECONNRESET)', coded('ECONNRESET', 'aborted')],
	['connection', 'the connection was cut off (EPIPE)', coded('EPIPE')],
	['connection', 'the connection timed out (ETIMEDOUT)', coded('ETIMEDOUT')],
	['connection', 'the host cannot be reached from here (EHOSTUNREACH)', coded('EHOSTUNREACH')],
	['connection', 'the network cannot be reached from here (ENETUNREACH)', coded('ENETUNREACH')],
	['connection', 'the connection failed (HPE_INVALID_CONSTANT)', coded('HPE_INVALID_CONSTANT')],
	['connection', 'the connection failed', coded('not a code: lower case')],
	['connection', 'the connection failed', coded('x CERT_HAS_EXPIRED')],
	['connection', 'the connection failed', coded('of a host: ECONNRESET')],
	['connection', 'the connection failed', coded('ECONNRESET of a host')],
	['connection', 'the connection failed', Object.assign(new Error('x'), { code: 42 })],
	['connection', 'the connection failed', Object.assign(new Error('x'), { code: ['CERT_HAS_EXPIRED'] })],
	['connection', 'the connection failed', new Error('socket hang up')],
	['connection', 'the connection failed', 'a text'],
	['connection', 'the connection failed', undefined],
];

for (const [failure, message, error] of rows) {
	const code = error instanceof Error && 'code' in error ? error.code : typeof error;
	test(`${code} counts as "${failure}": ${message}`, () => {
		const classified = classifyFailure(error);
		assert.deepEqual([classified.failure, classified.message], [failure, message]);
	});
}

const certificateCodes: Readonly<Record<string, string>> = {
	SELF_SIGNED_CERT_IN_CHAIN: 'is from an authority that this machine does not trust',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'is from an authority that this machine does not trust',
	UNABLE_TO_GET_ISSUER_CERT: 'is from an authority that this machine does not trust',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is from an authority that this machine does not trust',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
	CERT_HAS_EXPIRED: 'has expired',
	CERT_NOT_YET_VALID: 'is not valid yet',
	CERT_REVOKED: 'has been revoked',
	ERR_TLS_CERT_ALTNAME_INVALID: 'is for another host name',
	CERT_SIGNATURE_FAILURE: 'was not accepted',
	INVALID_PURPOSE: 'was not accepted',
};

for (const [code, meaning] of Object.entries(certificateCodes)) {
	test(`${code} is a certificate that was not accepted, and its code is shown`, () => {
		const error = classifyFailure(coded(code));
		assert.deepEqual(
			[error.failure, error.message, error.code],
			['certificate', `its TLS certificate ${meaning} (${code})`, code],
		);
	});
}

test('the cause is kept, and an error has its own name', () => {
	const cause = coded('EPIPE');
	const error = classifyFailure(cause);
	assert.ok(error instanceof TransportError);
	assert.equal(error.name, 'TransportError');
	assert.equal(error.cause, cause);
});

test('nothing of an error’s own message comes into ours, whatever it says', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (code, text) => {
			assert.doesNotMatch(classifyFailure(coded(code, `<secret ${text}>`)).message, /<secret/);
		}),
	);
});
