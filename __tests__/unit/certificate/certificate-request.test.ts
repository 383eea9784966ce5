// Reading certificate requests: those that are right, and what is said of those that are not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCertificateRequest } from '../../../src/certificate/certificate-request.js';
import { readElement } from '../../../src/certificate/der.js';
import { writeInteger, writeNull, writeSequence } from '../../../src/certificate/der-write.js';
import { describeName } from '../../../src/certificate/describe.js';
import { ActionError } from '../../../src/errors.js';
import { makeKeyPair } from '../../emulator/key-pair.js';
import { makeRequest } from './make-request.js';

const pair = makeKeyPair('rsa');
const good = makeRequest(pair);

function refusalOf(der: Buffer): ActionError {
	try {
		readCertificateRequest(der);
	} catch (error) {
		if (error instanceof ActionError) return error;
		throw error;
	}
	return assert.fail('it was read');
}

describe('a certificate request', () => {
	it('names its subject and its key', () => {
		const { subject, publicKey, publicKeyInfo } = readCertificateRequest(good);
		assert.equal(describeName(readElement(subject, 0).element), 'CN=exo');
		assert.ok(publicKey.equals(pair.publicKey));
		assert.ok(publicKeyInfo.equals(pair.publicKey.export({ format: 'der', type: 'spki' })));
	});

	for (const hash of ['sha384', 'sha512'] as const) {
		it(`may be signed with ${hash}`, () => {
			assert.ok(readCertificateRequest(makeRequest(pair, { hash })).publicKey.equals(pair.publicKey));
		});
	}

	it('for an EC key is refused by the kind of its key', () => {
		const { code, problem, hint } = refusalOf(makeRequest(makeKeyPair('ec')));
		assert.equal(code, 'CERTIFICATE_REQUEST_UNUSABLE');
		assert.match(problem, /an EC key.*RSA keys only/);
		assert.match(hint ?? '', /RSA or RSA-HSM/);
	});

	it('that another key signed is refused', () => {
		assert.match(refusalOf(makeRequest(pair, { signer: makeKeyPair('rsa') })).problem, /signature/);
	});

	const wrong: Readonly<Record<string, Buffer>> = {
		empty: Buffer.alloc(0),
		'a text': Buffer.from('not a request'),
		'followed by something': Buffer.concat([good, Buffer.from([5, 0])]),
		'of another version': makeRequest(pair, { version: 1 }),
		'with a signature of bits': makeRequest(pair, { unusedBits: 3 }),
		'an empty sequence': writeSequence(),
		'without a subject': writeSequence(writeSequence(writeInteger(0), writeNull())),
	};
	for (const [name, der] of Object.entries(wrong)) {
		it(`that is ${name} is refused`, () => assert.match(refusalOf(der).problem, /not a certificate request/));
	}

	it('whose key is no key is refused', () => {
		assert.match(refusalOf(makeRequest(pair, { publicKeyInfo: writeSequence() })).problem, /public key/);
	});

	it('that is cut anywhere is refused in words of its own', () => {
		for (let end = 0; end < good.length; end += 1) {
			assert.equal(refusalOf(good.subarray(0, end)).code, 'CERTIFICATE_REQUEST_UNUSABLE');
		}
	});

	it('that is changed anywhere is refused, or still says what its key has signed', () => {
		const before = readCertificateRequest(good);
		fc.assert(
			fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = Buffer.from(good);
				changed[at] = (changed[at] ?? 0) ^ flip;
				try {
					// The parameters of the algorithm, which are empty, are the only part that nothing depends on.
					const { subject, publicKeyInfo } = readCertificateRequest(changed);
					assert.ok(subject.equals(before.subject) && publicKeyInfo.equals(before.publicKeyInfo));
				} catch (error) {
					assert.ok(error instanceof ActionError && error.code === 'CERTIFICATE_REQUEST_UNUSABLE', String(error));
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('whose signature is of another kind is refused', () => {
		const md5 = Buffer.from(good.toString('hex').replace('2a864886f70d01010b', '2a864886f70d010104'), 'hex');
		assert.match(refusalOf(md5).problem, /algorithm is not supported/);
	});
});
