// What a failure of socket, TLS or DNS is called, and that nothing of the request is in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CODE_MEANINGS, classifyFailure, TransportError } from '../../../src/http/transport-error.js';

function coded(code: string, message = 'connect 10.1.2.3:443'): Error {
	return Object.assign(new Error(message), { code });
}

// The failure, the code that is shown, and the error that they stand for.
const rows: readonly (readonly [TransportError['failure'], string | undefined, unknown])[] = [
	['host-not-found', 'ENOTFOUND', coded('ENOTFOUND')],
	['connection', 'EAI_AGAIN', coded('EAI_AGAIN')],
	['connection', 'ECONNREFUSED', coded('ECONNREFUSED')],
	['connection', 'ECONNRESET', coded('ECONNRESET', 'aborted')],
	['connection', 'EPIPE', coded('EPIPE')],
	['connection', 'ETIMEDOUT', coded('ETIMEDOUT')],
	['connection', 'EHOSTUNREACH', coded('EHOSTUNREACH')],
	['connection', 'ENETUNREACH', coded('ENETUNREACH')],
	['connection', 'HPE_INVALID_CONSTANT', coded('HPE_INVALID_CONSTANT')],
	['connection', undefined, coded('not a code: lower case')],
	['connection', undefined, coded('x CERT_HAS_EXPIRED')],
	['connection', undefined, coded('of a host: ECONNRESET')],
	['connection', undefined, coded('ECONNRESET of a host')],
	['connection', undefined, Object.assign(new Error('x'), { code: 42 })],
	['connection', undefined, Object.assign(new Error('x'), { code: ['CERT_HAS_EXPIRED'] })],
	['connection', undefined, new Error('socket hang up')],
	['connection', undefined, 'a text'],
	['connection', undefined, undefined],
];

function shownCode(message: string): string | undefined {
	return / \(([^()]*)\)$/.exec(message)?.[1];
}

for (const [failure, shown, error] of rows) {
	const code = error instanceof Error && 'code' in error ? error.code : typeof error;
	test(`${code} counts as "${failure}", and ${shown ?? 'no code'} is shown`, () => {
		const classified = classifyFailure(error);
		assert.deepEqual([classified.failure, shownCode(classified.message)], [failure, shown]);
		const meaning = CODE_MEANINGS.get(shown ?? '');
		assert.equal(meaning === undefined || classified.message.includes(meaning), true, classified.message);
	});
}

const CERTIFICATE_CODES = [
	...['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT'],
	...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
	...['CERT_REVOKED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_SIGNATURE_FAILURE', 'INVALID_PURPOSE'],
];

for (const code of CERTIFICATE_CODES)
	test(`${code} is a certificate that was not accepted, and its code is shown`, () => {
		const error = classifyFailure(coded(code));
		assert.deepEqual([error.failure, shownCode(error.message), error.code], ['certificate', code, code]);
		assert.match(error.message, /TLS certificate/);
	});

test('certificates that were not accepted for one reason are told the same, and for another something else', () => {
	const told = CERTIFICATE_CODES.map((code) => classifyFailure(coded(code)).message.replace(/ \(.*\)$/, ''));
	// The first four are of an authority that is not trusted, the last two of no reason with a name of its own.
	assert.deepEqual([new Set(told.slice(0, 4)).size, new Set(told.slice(-2)).size, new Set(told).size], [1, 1, 7]);
});

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
