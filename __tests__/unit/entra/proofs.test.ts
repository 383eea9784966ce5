// Proofs that several token requests share.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eachItsOwn, shareProof } from '../../../src/entra/client-assertion.js';
import { SecretText } from '../../../src/secret-text.js';

/** Makes p1, p2, …, each a turn of the event loop later. */
function makeMaker() {
	let made = 0;
	const make = async (): Promise<SecretText> => {
		made += 1;
		const text = `p${made}`;
		await new Promise<void>((resolve) => setImmediate(resolve));
		return new SecretText(text);
	};
	return { make, made: () => made };
}

const textsOf = (proofs: readonly SecretText[]) => proofs.map((proof) => proof.reveal());

describe('a proof that is shared', () => {
	it('is made once for all that ask, together or later', async () => {
		const { make, made } = makeMaker();
		const proofs = shareProof();
		const together = await Promise.all([proofs(make), proofs(make), proofs(make)]);
		assert.deepEqual(textsOf([...together, await proofs(make)]), ['p1', 'p1', 'p1', 'p1']);
		assert.equal(made(), 1);
	});

	it('is made anew once for all that were refused with it, whenever they come back', async () => {
		const { make, made } = makeMaker();
		const proofs = shareProof();
		const first = await proofs(make);
		const [a, b] = await Promise.all([proofs(make, first), proofs(make, first)]);
		assert.deepEqual(textsOf([a, b, await proofs(make, first), await proofs(make)]), ['p2', 'p2', 'p2', 'p2']);
		assert.deepEqual(textsOf(await Promise.all([proofs(make, a), proofs(make, b)])), ['p3', 'p3']);
		assert.equal(made(), 3);
	});

	it('that cannot be made fails for all with one error', async () => {
		const error = new Error('none');
		const proofs = shareProof();
		const failures = await Promise.allSettled([1, 2].map(() => proofs(() => Promise.reject(error))));
		for (const failure of failures) assert.equal(failure.status === 'rejected' && failure.reason, error);
	});
});

describe('proofs that are not shared', () => {
	it('are made for each request', async () => {
		const { make } = makeMaker();
		const proof = await eachItsOwn(make);
		assert.deepEqual(textsOf([proof, await eachItsOwn(make, proof)]), ['p1', 'p2']);
	});
});
