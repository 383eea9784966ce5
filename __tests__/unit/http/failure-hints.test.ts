// The one table of what to do about a request that got no answer: each cause has its own hint, wherever it happens.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hintForFailure, type NetworkPlace } from '../../../src/http/failure-hints.js';
import { CODE_MEANINGS, classifyFailure, TransportError } from '../../../src/http/transport-error.js';

const PLACE: NetworkPlace = { kind: 'network', name: 'The Service', hostHint: 'Check the-host.' };
const RICH: NetworkPlace = { ...PLACE, reachHint: 'Be inside.', otherNameHint: 'Use the public name.' };

function hintOf(code: string, place = PLACE): string {
	return hintForFailure(classifyFailure(Object.assign(new Error(), { code })), place);
}

// One thing that the hint of each code must say.
const EXPECTED: Readonly<Record<string, RegExp>> = {
	ENOTFOUND: /^Check the-host\. .*only through a proxy, set HTTPS_PROXY/,
	EAI_AGAIN: /DNS settings.*only through a proxy, set HTTPS_PROXY/,
	ECONNREFUSED: /allow outgoing HTTPS/,
	ECONNRESET: /cuts connections/,
	EPIPE: /cuts connections/,
	ETIMEDOUT: /drop the packets/,
	EHOSTUNREACH: /no route/,
	ENETUNREACH: /no route/,
	EPROTO: /another protocol/,
	UNABLE_TO_GET_ISSUER_CERT: /inspects TLS.*NODE_EXTRA_CA_CERTS/,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: /inspects TLS.*NODE_EXTRA_CA_CERTS/,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: /inspects TLS.*NODE_EXTRA_CA_CERTS/,
	SELF_SIGNED_CERT_IN_CHAIN: /inspects TLS.*NODE_EXTRA_CA_CERTS/,
	DEPTH_ZERO_SELF_SIGNED_CERT: /If this certificate is to be trusted.*NODE_EXTRA_CA_CERTS/,
	CERT_HAS_EXPIRED: /clock first/,
	CERT_NOT_YET_VALID: /clock first/,
	ERR_TLS_CERT_ALTNAME_INVALID: /Another server answers/,
	HOSTNAME_MISMATCH: /Another server answers/,
	CERT_REVOKED: /openssl s_client/,
};

describe('a failure', () => {
	for (const code of CODE_MEANINGS.keys()) {
		it(`with ${code} is told its own cure`, () => {
			const expected = EXPECTED[code];
			assert.ok(expected !== undefined, `no hint is expected for ${code}`);
			assert.match(hintOf(code), expected);
			assert.match(hintOf(code), /^[A-Z].*\.$/);
		});
	}

	const failures = {
		'not-https': /^Have this address corrected/,
		'host-not-found': /^Check the-host\./,
		certificate: /openssl s_client/,
		'proxy-credentials': /user and password of the proxy into HTTPS_PROXY/,
		'proxy-refused': /allowed on the proxy .* NO_PROXY/,
		'proxy-not-found': /host name in HTTPS_PROXY/,
		'proxy-certificate': /HTTPS_PROXY .* NODE_EXTRA_CA_CERTS/,
		'proxy-failing': /host and port in HTTPS_PROXY/,
		'too-large': /^The Service does not send answers of this size/,
		'time-out': /drop the packets/,
		connection: /cuts connections/,
	} as const;
	for (const [failure, expected] of Object.entries(failures)) {
		it(`without a code that is known has the advice of its kind: ${failure}`, () => {
			const kind = failure as keyof typeof failures;
			assert.match(hintForFailure(new TransportError('no', { failure: kind }), PLACE), expected);
			assert.match(hintForFailure(new TransportError('no', { failure: kind, code: 'NEW' }), PLACE), expected);
		});
	}

	it('says that a place is often out of reach, whatever kept the packets away', () => {
		for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH'])
			assert.match(hintOf(code, RICH), /\. Be inside\.$/, code);
		assert.doesNotMatch(hintOf('CERT_HAS_EXPIRED', RICH), /Be inside/);
		assert.equal(hintOf('ERR_TLS_CERT_ALTNAME_INVALID', RICH), 'Use the public name.');
	});

	it('says nothing of proxies and certificates for an endpoint on the machine itself', () => {
		const error = classifyFailure(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
		assert.equal(hintForFailure(error, { kind: 'machine', hint: 'Is it there?' }), 'Is it there?');
	});
});
